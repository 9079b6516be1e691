"""People: everybody you know, to search, sort and filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html

from netgraph_dashboard import components, theme, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "People", "/people", 70, "Data"
GRID, FILTER, COUNT = "people-grid", "people-filter", "people-count"
COLUMNS = (
    person_column(),
    column("title", "Title", width=170),
    column("company", "Company", width=140),
    column("field", "Field", width=150),
    column("level", "Level", width=140),
    column("label", "Cluster", width=140, cellRenderer="Swatch"),
    number_column("observed", "Ties", width=78),
    number_column("inferred", "Possible ties", width=92),
    number_column("rank", "Rank as broker", width=104),
    column("last", "Last exchange", width=116, tooltipField=None),
)


def layout(session: Session) -> html.Div:
    """List everybody."""
    people = session.people
    lead = "Everybody in your files. A name leads to the person on the map."
    if people.empty:
        return components.page(
            TITLE,
            lead,
            components.missing(
                "Nobody yet", session.evidence["verdict"], session.evidence["advice"]
            ),
        )
    return components.page(
        TITLE,
        lead,
        html.Div(
            [
                html.Label("Search", htmlFor=FILTER, className="visually-hidden"),
                html.Div(search_field(), className="filter-field"),
                html.Span(counted(session), id=COUNT, className="says"),
            ],
            className="filter-row",
        ),
        components.grid(GRID, rows(session), columns(session), height=640),
    )


def counted(session: Session) -> str:
    """Say how many are listed, and how many of them are only named."""
    listed, known = len(session.people), int(session.evidence["people"])
    only = f": {known:,} with a known tie, {listed - known:,} only named" if listed > known else ""
    return f"{words.count(listed, 'person', 'people')}{only}"


def search_field() -> dmc.TextInput:
    """Offer to narrow the table down by a word."""
    return dmc.TextInput(
        id=FILTER,
        placeholder="Narrow down by name, title, company or field",
        size="sm",
        debounce=150,
    )


def columns(session: Session) -> list[dict[str, Any]]:
    """Choose the columns; tags have one where there are any and names are not hidden."""
    if session.names_hidden or session.kept.tables.tags.empty:
        return list(COLUMNS)
    return [COLUMNS[0], column("tags", "Tags", width=120), *COLUMNS[1:]]


def rows(session: Session) -> pd.DataFrame:
    """Choose what the table shows of each person."""
    people = session.people
    shown = people[[c["field"] for c in COLUMNS if c["field"] != "last"]].assign(
        colour=people["cluster"].map(theme.cluster_colour),
        last=people["last_at"].dt.strftime("%Y-%m"),
    )
    tags = session.kept.tables.tags
    if not session.names_hidden and len(tags):
        shown["tags"] = tags.groupby("person_id")["tag"].agg(", ".join).reindex(shown.index)
    return session.by_address(shown)


def register(app: Dash, _session: Session) -> None:
    """Narrow the table down while one writes."""
    app.clientside_callback(
        "(text, options) => ({...options, quickFilterText: text || ''})",
        Output(GRID, "dashGridOptions"),
        Input(FILTER, "value"),
        State(GRID, "dashGridOptions"),
        prevent_initial_call=True,
    )
