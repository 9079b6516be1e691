"""The few building blocks that all pages are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, parse_qsl, quote, urlencode

import dash_ag_grid as dag
import dash_mantine_components as dmc
from dash import ClientsideFunction, Input, State, dcc, html
from dash.development.base_component import Component

from netgraph_dashboard.theme import FONT

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import plotly.graph_objects as go
    from dash import Dash

    from netgraph_dashboard.session import Session

Part = Component | str | None
"""What can stand inside a component."""

PERSON_PATH = "/map"
PERSON_KEYS = frozenset({"person", "lose", "again", "via"})
"""Keys in addresses behind which a person stands."""
ONE_ROW = {"rowSelection": {"mode": "singleRow", "checkboxes": False, "enableClickSelection": True}}
"""AG Grid's options for a table of which one row can be chosen."""
HEIGHT, ROW_HEIGHT, HEAD_HEIGHT = 480, 42, 48


def page(title: str, lead: str | list[Part], *children: Part) -> html.Div:
    """Frame a page: its title, one sentence of what it tells, and its parts."""
    return html.Div(
        [
            html.Header([html.H1(title), html.P(lead, className="lead")], className="page-head"),
            *children,
        ],
        className="page",
    )


def section(title: str, *children: Part, says: str | None = None) -> html.Section:
    """Frame a part of a page under its own heading."""
    head = [html.H2(title)]
    if says:
        head.append(html.P(says, className="says"))
    return html.Section([*head, *children], className="section")


def as_of(session: Session) -> html.Span | None:
    """Say once from which day a page counts, such as "3 weeks ago"; None where none is known."""
    day = session.graph.graph["as_of"]
    if day is None:
        return None
    return html.Span(
        f" As of {day.day} {day:%B %Y}.",
        className="as-of",
        title="The last day of which your files tell: days are counted from it.",
    )


def columns(*children: Part, weights: str = "1fr 1fr") -> html.Div:
    """Set parts side by side; below each other where the window is narrow."""
    return html.Div(list(children), className="columns", style={"--columns": weights})


def chart(figure: go.Figure, says: str, *, name: str, described: str) -> html.Figure:
    """Show a chart with one plain sentence under it.

    Parameters
    ----------
    figure
        As a ``netgraph.plot_*`` gives it. Colours of text and lines follow the
        page's theme, see ``assets/charts.css``.
    says
        What the chart tells.
    name
        The id of its ``dcc.Graph``.
    described
        What it is, for those who cannot see it.
    """
    return html.Figure(
        [
            html.Div(
                dcc.Graph(
                    id=name,
                    figure=restyle(figure),
                    config={"displayModeBar": False, "scrollZoom": False},
                    responsive=True,
                    style={"height": f"{figure.layout.height or HEIGHT}px"},
                ),
                role="img",
                **{"aria-label": described},
            ),
            html.Figcaption(says, id=f"{name}-says"),
        ],
        className="chart",
    )


def restyle(figure: go.Figure) -> go.Figure:
    """Leave backgrounds and type to the page."""
    return figure.update_layout(
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        font_family=FONT,
        hoverlabel_font_family=FONT,
        modebar_remove=["select", "lasso"],
        dragmode=False,
    )


def grid(
    name: str,
    rows: pd.DataFrame,
    column_definitions: Sequence[dict[str, Any]],
    *,
    height: int | None = None,
    options: dict[str, Any] | None = None,
) -> dag.AgGrid:
    """Show a table that can be sorted and filtered.

    Parameters
    ----------
    name
        The grid's id.
    rows
        The index is the row's id.
    column_definitions
        AG Grid's column definitions; see `column` and `person_column`.
    height
        In pixels; by default the grid grows with its rows, up to `HEIGHT`.
    options
        More of AG Grid's options.
    """
    return dag.AgGrid(
        id=name,
        rowData=records(rows),
        columnDefs=list(column_definitions),
        defaultColDef={
            "sortable": True,
            "resizable": True,
            "suppressHeaderMenuButton": True,
            "suppressMovable": True,
            "wrapHeaderText": True,
            "autoHeaderHeight": True,
        },
        getRowId="params.data.row_id",
        dashGridOptions={
            "rowHeight": ROW_HEIGHT,
            "headerHeight": HEAD_HEIGHT,
            "suppressCellFocus": False,
            "animateRows": False,
            "enableCellTextSelection": True,
            "tooltipShowDelay": 300,
            "localeText": {"noRowsToShow": "Nothing to show here"},
        }
        | (options or {}),
        style={"height": f"{height or min(natural_height(len(rows)), HEIGHT)}px", "width": "100%"},
    )


def natural_height(rows: int) -> int:
    """Tell how high a grid of so many rows is, in pixels."""
    return HEAD_HEIGHT + ROW_HEIGHT * max(rows, 2) + 4


def bring_into_view(app: Dash, part: str, *triggers: str) -> None:
    """Scroll to a part that shows what was clicked on, where it is out of sight.

    Parameters
    ----------
    part
        Its id.
    triggers
        Id and property of what is clicked on.
    """
    app.clientside_callback(
        ClientsideFunction("netgraph_shell", "bring_into_view"),
        Input(*triggers),
        State(part, "id"),
        prevent_initial_call=True,
    )


def records(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Turn a table into the rows of a grid: unknown is None, the index is ``row_id``."""
    shown = rows.astype(object).where(rows.notna(), None)
    return shown.assign(row_id=rows.index.astype(str)).to_dict("records")


def column(field: str, title: str, *, width: int, **more: object) -> dict[str, Any]:
    """Define a column; the width is in pixels and grows with the window."""
    return {
        "field": field,
        "headerName": title,
        "minWidth": width,
        "flex": width,
        "tooltipField": field,
        **more,
    }


def number_column(field: str, title: str, *, width: int = 90, form: str = ",.0f") -> dict[str, Any]:
    """Define a column of numbers, set to the right in d3's notation `form`.

    A share reads as in `words.percent`: with a blank before its sign.
    """
    shown = f"params.value == null ? '' : d3.format('{form}')(params.value)"
    if form.endswith("%"):
        shown += ".replace('%', '\u00a0%')"
    return column(
        field,
        title,
        width=width,
        type="rightAligned",
        valueFormatter={"function": shown},
        tooltipField=None,
    )


def person_column(*, width: int = 200) -> dict[str, Any]:
    """Define the column of names; each is a link that focuses the map."""
    links = {"cellRenderer": "PersonLink", "pinned": "left"}
    return column("name", "Name", width=width, initialWidth=width, **links)


def person_link(session: Session, person: str) -> html.A:
    """Name somebody; following the link focuses them on the map."""
    return html.A(
        session.names.get(person, person),
        href=PERSON_PATH + search_for(session.address(person)),
        className="person",
    )


def search_for(address: str) -> str:
    """Give the part of the map's address that names the person in focus."""
    return f"?person={quote(address, safe='')}"


def address_in(search: str | None) -> str | None:
    """Read what stands for the person in focus: the other way round."""
    return next(iter(parse_qs((search or "").removeprefix("?")).get("person", [])), None)


def meant_in(session: Session, search: str | None) -> list[tuple[str, str]]:
    """Read what an address says: pairs of key and text, people by person_id.

    People who are not there are left out.
    """
    pairs = parse_qsl((search or "").removeprefix("?"))
    read = [(k, session.person_at(v) if k in PERSON_KEYS else v) for k, v in pairs]
    return [(key, text) for key, text in read if text]


def search_of(session: Session, meant: list[tuple[str, str]]) -> str:
    """Write an address from such pairs: the other way round."""
    shown = [(k, session.address(v) if k in PERSON_KEYS else v) for k, v in meant]
    told = urlencode([(key, text) for key, text in shown if text])
    return f"?{told}" if told else ""


def what_if_link(session: Session, person: str) -> dcc.Link:
    """Lead to what would change if this person were lost."""
    search = search_of(session, [("lose", person)])
    return dcc.Link("What if I lost them?", href=f"/what-if{search}", className="what-if-link")


def missing(what: str, why: str, advice: str) -> html.Div:
    """Say plainly what cannot be shown, why, and how to come by it."""
    return html.Div(
        [
            html.H2(what),
            html.P(why),
            html.P([advice, " ", html.A("Add files on the page Data", href="/data"), "."]),
        ],
        className="missing",
        role="note",
    )


def missing_ties(what: str, evidence: pd.Series) -> html.Div:
    """Say what cannot be shown for want of known ties among contacts."""
    return missing(what, evidence["verdict"], evidence["advice"])


def not_known(needs: Sequence[str]) -> html.Section | None:
    """List what cannot be told from the files that are here, and what would tell."""
    if not needs:
        return None
    return section("What is not known", html.Ul([html.Li(need) for need in needs]))


def badge(word: str, kind: str = "plain") -> html.Span:
    """Set a word off; `kind` is a class of ``assets/netgraph.css``."""
    return html.Span(word, className=f"badge badge-{kind}")


def busy(part: Component) -> dcc.Loading:
    """Show a sign of work while a part is worked out anew."""
    return dcc.Loading(
        part,
        custom_spinner=html.Div(
            [dmc.Loader(size="sm"), "Working it out ..."], className="working", role="status"
        ),
        delay_show=400,
        overlay_style={"visibility": "visible", "opacity": 0.35},
    )


def folded(summary: str, *children: Component | str, opened: bool = False) -> html.Details:
    """Hold back an explanation until somebody asks for it; or show it, to be folded away."""
    return html.Details([html.Summary(summary), *children], className="folded", open=opened)
