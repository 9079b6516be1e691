"""Open doors: who has the standing to open one, how near they are, who stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import Dash, Input, Output, html

import netgraph as ng
from netgraph_dashboard import career_ways, components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "sponsors", "Open doors", 50
LEAD = "Who has the standing to open a door for you, how near they are, and who stands beside them."
FIELD, FOUND, GRID = "sponsors-field", "sponsors-found", "sponsors-grid"
DOORS = {"both": "both", "organisation": "your organisation", "field": "the field"}
COLUMNS = (
    person_column(width=180),
    column("work", "Does", width=180, **career_ways.WRAPPED),
    column("door", "Opens", width=112, **career_ways.WRAPPED),
    column("nearness", "How near", width=96, tooltipField="why"),
    number_column("chance", "Reached", width=96, form=".0%"),
    column("beside_name", "Beside them", width=120, tooltipField="beside_how"),
    column("grade", "Sure", width=64, tooltipField="why"),
    column("first_step", "First step", width=240, **career_ways.WRAPPED),
)
BESIDE = (
    "An assistant whom an address book names counts 0.8 of the chance to reach them, an assistant "
    "or chief of staff of the same organisation 0.6, a colleague in the same field there 0.4, any "
    "colleague 0.2: assumptions, not measurements."
)


def layout(session: Session) -> list[Part]:
    """Ask for the field, and list who could open a door there or where you work."""
    return [
        career_ways.choose_field(FIELD, session),
        components.busy(html.Div(answer(session, None), id=FOUND, className="stack")),
    ]


def find(session: Session, domain: str | None) -> pd.DataFrame:
    """Find them; see `netgraph.find_sponsors`."""
    return session.once(
        f"sponsors {domain} {session.names_hidden}",
        lambda: ng.find_sponsors(session.shown, domain=domain, graph=session.shown_graph),
    )


def answer(session: Session, domain: str | None) -> list[Part]:
    """List them, the nearest first."""
    found = find(session, domain)
    says = found.attrs["says"]
    if found.attrs["field"] is None:
        says += " Choose one above."
    if found.empty:
        advice = "Other fields can be chosen above; Positions.csv tells where you work."
        return [career_ways.not_known(says, advice)]
    return [
        html.P(says, className="headline", role="status"),
        components.section(
            "Directors and executives, the nearest first",
            components.grid(GRID, rows(session, found), COLUMNS, height=560),
            says="In your own organisation whatever their field, elsewhere in the field or one "
            "near to it.",
        ),
        components.folded("What it counts to stand beside somebody", BESIDE),
        career_ways.grades_folded(),
    ]


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows."""
    work = [words.at_work(*pair) for pair in zip(found["title"], found["company"], strict=True)]
    table = found.assign(work=work, door=found["opens"].map(DOORS))
    shown = [*(each["field"] for each in COLUMNS), "why", "beside_how"]
    return session.by_address(table[shown])


def register(app: Dash, session: Session) -> None:
    """Follow the field."""

    @app.callback(Output(FOUND, "children"), Input(FIELD, "value"), prevent_initial_call=True)
    def show(domain: str | None) -> list[Part]:
        return answer(session, domain if domain in ng.DOMAINS else None)
