"""A week: a few acts in the minutes that you have, for your calendar or a table."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import acts, care_tables, components, gap_list, journal, reach
from netgraph_dashboard.acts import Act

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "week", "This week", 10
LEAD = "Who waits for you, one old tie, one way to a gap, one thing to give: in the time you have."
MINUTES, AREA, ICS, CSV, FILE = (
    "week-minutes", "week-area", "week-ics", "week-csv", "week-file",
)  # fmt: skip
CHOICES = (30, 60, 90, 120, 240)
AT_FIRST = 60
TONES = {
    "follow_up": "plan-owed",
    "dormant": "plan-dormant",
    "gap": "plan-gap",
    "giving": "plan-strong",
}


def layout(session: Session) -> list[Part]:
    """Ask for the minutes; the week follows."""
    return [
        html.Div(
            [
                html.Span("Minutes in this week", id=f"{MINUTES}-label"),
                dmc.SegmentedControl(
                    id=MINUTES,
                    data=[{"value": str(m), "label": f"{m}"} for m in CHOICES],
                    value=str(AT_FIRST),
                    persistence=True,
                    persistence_type="session",
                    **{"aria-labelledby": f"{MINUTES}-label"},
                ),
            ],
            className="filter-row",
        ),
        components.busy(html.Div(area(session, AT_FIRST), id=AREA, className="stack")),
        dcc.Download(id=FILE),
    ]


def find_week(session: Session, minutes: float) -> pd.DataFrame:
    """Plan the week; see `netgraph.plan_week`."""
    tables = session.kept.tables
    settled = tables.settled if len(tables.settled) else None
    promises = tables.promises if len(tables.promises) else None
    said = "" if settled is None else settled.to_csv()
    said += "" if promises is None else promises.to_csv()

    def plan() -> pd.DataFrame:
        given = ng.WeekSources(
            dormant=ng.find_dormant(
                session.shown, graph=session.shown_graph, gaps=session.gaps(),
                clusters=session.clusters, settled=settled,
            ),
            ledger=care_tables.ledger(session),
            plan=ng.plan_contacts(
                session.shown,
                session.shown_graph,
                minutes=max(minutes, AT_FIRST),
                gaps=session.gaps(),
                clusters=session.clusters,
                calibration=reach.curve(session),
                settled=settled,
            ),
        )  # fmt: skip
        return ng.plan_week(
            session.shown,
            session.shown_graph,
            minutes=minutes,
            settled=settled,
            promises=promises,
            given=given,
        )

    return session.once(f"week {minutes} {session.names_hidden} {said}", plan)


def area(session: Session, minutes: float) -> list[Part]:
    """Show the week as cards, and offer it as a file."""
    try:
        week = find_week(session, minutes)
    except ng.NetgraphError as error:
        return [
            components.missing(
                "No week can be planned", str(error), "A file that says who you are helps."
            )
        ]
    can_be_undone = session.kept.can_be_written
    undo = html.Div(journal.undo_button(session, NAME, "settle"), className="undo-row")
    return [
        html.P(week.attrs["says"], className="headline", **{"aria-live": "polite"}),
        unknown(week),
        acts.cards(session, [act_of(row, session.gaps()) for row in week.itertuples()], where=NAME)
        if len(week)
        else None,
        html.Div(
            [
                html.Button("Into my calendar (.ics)", id=ICS, className="button"),
                html.Button("As a table (.csv)", id=CSV, className="button"),
            ],
            className="button-row",
        )
        if len(week)
        else None,
        undo if can_be_undone else html.P(acts.LEFT_ALONE, className="says"),
    ]


def unknown(week: pd.DataFrame) -> html.Details | None:
    """Say what these files do not tell, and which would."""
    needs = week.attrs["needs"]
    if not needs:
        return None
    return components.folded(
        "What would make this week better", *(html.P(f"{acts.sentence(need)}.") for need in needs)
    )


def act_of(row: Any, gaps: pd.DataFrame) -> Act:  # noqa: ANN401 - a row of a week
    """Lay a row of a week out as an act; with how sure it is that somebody works in a field."""
    there = row.kind == "gap" and row.intent == "advice"
    reading = gap_list.reading(gaps, row.field) if there else ""
    due = ""
    if isinstance(row.due_at, pd.Timestamp) and pd.notna(row.due_at):
        due = f"due since {row.due_at:%d %B %Y}".replace(" 0", " ")
    return Act(
        person=str(row.person_id),
        what=str(row.kind),
        kind=ng.WEEK_KINDS[row.kind],
        tone=TONES[row.kind],
        todo=str(row.what_to_do),
        why=f"{acts.sentence(row.why)}. {reading}" if reading else str(row.why),
        minutes=float(row.minutes),
        grade=str(row.grade),
        intent=_text(row.intent),
        about=_text(row.about),
        field=_text(row.field),
        due=due,
    )


def _text(cell: object) -> str | None:
    return cell if isinstance(cell, str) else None


def as_file(session: Session, minutes: float, ending: str) -> dict[str, Any]:
    """Write the week as a file for the browser to save."""
    with tempfile.TemporaryDirectory() as folder:
        file = ng.write_week(find_week(session, minutes), Path(folder) / f"week{ending}")
        content = base64.b64encode(file.read_bytes()).decode("ascii")
    return {"content": content, "filename": f"week{ending}", "base64": True}


def register(app: Dash, session: Session) -> None:
    """Plan anew where the minutes change or something is done, and save the week."""
    journal.register(app, session, NAME)
    acts.register(
        app,
        session,
        where=NAME,
        area=AREA,
        show=lambda minutes: area(session, float(minutes or AT_FIRST)),
        given=[State(MINUTES, "value")],
    )

    @app.callback(Output(AREA, "children"), Input(MINUTES, "value"))
    def plan(minutes: str | None) -> list[Part]:  # at once, too: the browser remembers the minutes
        return area(session, float(minutes or AT_FIRST))

    @app.callback(
        Output(FILE, "data"),
        Input(ICS, "n_clicks"),
        Input(CSV, "n_clicks"),
        State(MINUTES, "value"),
        prevent_initial_call=True,
    )
    def save(ics: int | None, csv: int | None, minutes: str | None) -> Any:  # noqa: ANN401 - a file, or none
        if not (ics or csv):
            return no_update
        ending = ".ics" if ctx.triggered_id == ICS else ".csv"
        return as_file(session, float(minutes or AT_FIRST), ending)
