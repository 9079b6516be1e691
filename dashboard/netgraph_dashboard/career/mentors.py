"""Mentors: whom to learn from, and whom you could teach."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, html, no_update

import netgraph as ng
from netgraph_dashboard import career_ways, components, draft_panel, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "mentors", "Mentors", 20
LEAD = "Whom you could learn from, in your own field or the one you want, and whom you could teach."
FIELD, WAY, FOUND, GRID, DRAFT = (
    "mentors-field", "mentors-way", "mentors-found", "mentors-grid", "mentors-draft",
)  # fmt: skip
LEARN, TEACH = "learn", "teach"
FINDERS = {LEARN: ng.find_mentors, TEACH: ng.find_mentees}
INTENTS = {LEARN: "advice", TEACH: "offer_help"}
COLUMNS = (
    person_column(width=180),
    column("work", "Does", width=160, **career_ways.WRAPPED),
    column("level", "Level", width=120, **career_ways.WRAPPED),
    column("place", "Where", width=120, **career_ways.WRAPPED),
    column("first_step", "First step", width=170, **career_ways.WRAPPED),
    number_column("score", "Score", width=74, form=".2f"),
    number_column("fit", "Field", width=70, form=".1f"),
    number_column("apt", "Levels", width=74, form=".2f"),
    number_column("chance", "Reached", width=90, form=".0%"),
    number_column("reciprocity", "Both ways", width=74, form=".0%"),
    column("grade", "Sure", width=64, tooltipField="why"),
)
PLACES = {
    "department": "your department",
    "organisation": "your organisation",
    "outside": "outside",
}
PARTS = (
    "Score = field x levels x reached x (1 + both ways) / 2. Field: 1 for the same, 0.6 for the "
    "same trade in another place. Levels: 1 for one level between you, 0.9 for two, 0.75 for "
    "more (assumed). Reached: how likely a request gets there. Both ways: how far what you "
    "exchange goes both ways; where nothing is known it counts as 0."
)


def layout(session: Session) -> list[Part]:
    """Ask which field and which way, and show who that is."""
    return [
        html.Div(
            [
                dmc.SegmentedControl(
                    id=WAY,
                    data=[
                        {"value": LEARN, "label": "Learn from"},
                        {"value": TEACH, "label": "Teach"},
                    ],
                    value=LEARN,
                    w="fit-content",
                ),
                career_ways.choose_field(FIELD, session),
            ],
            className="stack-close",
        ),
        components.busy(html.Div(answer(session, LEARN, None), id=FOUND, className="stack")),
        html.Div(id=DRAFT),
    ]


def find(session: Session, way: str, domain: str | None) -> pd.DataFrame:
    """Find who it is; see `netgraph.find_mentors`."""
    return session.once(
        f"mentors {way} {domain} {session.names_hidden}",
        lambda: FINDERS[way](
            session.shown,
            domain=domain,
            graph=session.shown_graph,
            relations=career_ways.relations(session),
        ),
    )


def answer(session: Session, way: str, domain: str | None) -> list[Part]:
    """List who it is, part by part."""
    found = find(session, way, domain)
    if found.empty:
        advice = "Other fields can be chosen above; LinkedIn's larger archive tells your own."
        return [career_ways.not_known(found.attrs["says"], advice)]
    options = {"rowSelection": components.ONE_ROW["rowSelection"]}
    return [
        html.P(found.attrs["says"], className="headline", role="status"),
        components.section(
            "One by one, the best first",
            components.grid(GRID, rows(session, found), COLUMNS, height=560, options=options),
            says="Choose a row for the draft of a message.",
        ),
        components.folded("How the score is made", PARTS),
        career_ways.grades_folded(),
    ]


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows."""
    work = [words.at_work(*pair) for pair in zip(found["title"], found["company"], strict=True)]
    table = found.assign(
        work=work,
        level=found["seniority"].map(dict(ng.SENIORITY)),
        place=found["where"].map(PLACES).fillna("not known"),
    )
    return session.by_address(table[[*(each["field"] for each in COLUMNS), "why"]])


def register(app: Dash, session: Session) -> None:
    """Follow the field and the way, and draft what could be written to whom was chosen."""

    @app.callback(
        Output(FOUND, "children"),
        Input(WAY, "value"),
        Input(FIELD, "value"),
        prevent_initial_call=True,
    )
    def show(way: str | None, domain: str | None) -> list[Part]:
        known = domain if domain in ng.DOMAINS else None
        return answer(session, way if way in FINDERS else LEARN, known)

    @app.callback(
        Output(DRAFT, "children"),
        Input(GRID, "selectedRows"),
        Input(WAY, "value"),
        prevent_initial_call=True,
    )
    def draft(chosen: list[dict[str, Any]] | None, way: str | None) -> Any:  # noqa: ANN401 - a part
        person = session.person_at(chosen[0]["row_id"]) if chosen else None
        if person is None:
            return None
        intent = INTENTS.get(way or LEARN, "advice")
        try:
            return draft_panel.panel(session, person, intent, name="mentors-text")
        except ng.NetgraphError:
            return no_update
