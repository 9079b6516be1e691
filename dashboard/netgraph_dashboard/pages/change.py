"""Change: how the network grew, who came and went, how fresh it is, and what to write about."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import changed, components, journal, occasions, over_time

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Change", "/change", 62, "Act"
LEAD = "How your network grew, who came and went, and what has changed for those you know."
BY, SHOWN, TOLD, WHERE = "change-by", "change-shown", "change-told", "change"


def layout(session: Session) -> html.Div:
    """Show time first, then what differs between imports, and whom to write to."""
    if session.people.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing(
                "Nobody is known yet",
                session.evidence["verdict"],
                "Two exports, made at different times, tell what changed.",
            ),
        )
    return components.page(
        TITLE,
        [LEAD, components.as_of(session)],
        html.P(sentence(session), className="headline"),
        html.Div(told(session), id=TOLD, className="stack"),
        components.section(
            "How it grew",
            dmc.SegmentedControl(
                id=BY,
                data=[{"value": by, "label": word} for by, word in over_time.CHOICES.items()],
                value=over_time.FIELDS,
                persistence=True,
                persistence_type="memory",
                **{"aria-label": "Count contacts"},
            ),
            components.busy(html.Div(id=SHOWN, className="stack")),
            says=str(over_time.grown(session, over_time.TOGETHER).attrs["says"]),
        ),
    )


def sentence(session: Session) -> str:
    """Sum up the last year, and the time between the last two exports."""
    grown = over_time.grown(session, over_time.TOGETHER)
    churn = session.churn()
    said = "When you met whom is not known from these files."
    if len(grown):
        last = grown.iloc[-1]
        said = (
            f"Of {last['people_total']:,} people it is known since when you know them; "
            f"{last['people']:,} of them are new in {last['period']}."
        )
    if len(churn):
        row = churn.iloc[-1]
        said += (
            f" Since {row['since']:%B %Y} {row['joined']:,} joined, {row['left']:,} left and "
            f"{row['moved']:,} changed job."
        )
    return said


def told(session: Session) -> list[Part]:
    """Show who came and went, whom to write to, and each change."""
    if session.churn().empty:
        return [over_time.churn(session)]
    return [
        over_time.churn(session),
        occasions.section(session),
        html.Div(journal.undo_button(session, WHERE, "settle"), className="undo-row")
        if journal.last_action(session, "settle")
        else None,
        changed.build(session, session.changes()),
    ]


def shown(session: Session, by: str) -> list[Part]:
    """Show growth and freshness, counted by what was chosen."""
    return [*over_time.growth(session, by), over_time.freshness(session, by)]


def register(app: Dash, session: Session) -> None:
    """Count anew where another way is chosen; keep what became of an occasion."""
    journal.register(app, session, WHERE)

    @app.callback(Output(SHOWN, "children"), Input(BY, "value"))
    def count(by: str | None) -> list[Part]:
        return shown(session, by if by in over_time.CHOICES else over_time.FIELDS)

    @app.callback(
        Output(TOLD, "children"),
        Output("notice", "data", allow_duplicate=True),
        *(Input({"type": kind, "person": ALL}, "n_clicks") for kind in occasions.STATES),
        prevent_initial_call=True,
    )
    def settle(*clicks: Any) -> tuple[Any, Any]:  # noqa: ANN401 - as many clicks as buttons
        pressed = ctx.triggered_id
        if not isinstance(pressed, dict) or not any(any(each) for each in clicks):
            return no_update, no_update
        try:
            said = occasions.settle(session, pressed["type"], pressed["person"])
        except ng.NetgraphError as error:
            return no_update, str(error)
        return told(session), said
