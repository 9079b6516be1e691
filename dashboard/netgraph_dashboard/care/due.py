"""Follow-ups: to whom you owe a word, the longest overdue first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import acts, components, journal, words
from netgraph_dashboard.acts import Act

if TYPE_CHECKING:
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "due", "Follow-ups", 20
LEAD = "To whom you owe a word: an answer, a promise, a line after meeting, a tie that grows quiet."
AREA, ADVICE = "due-area", "follow_up"
MOST = 12
KINDS = {
    "unanswered": ("Waits for an answer", "plan-owed"),
    "promise": ("Your promise", "plan-owed"),
    "met": ("Met", "sure"),
    "connected": ("Connected", "sure"),
    "due": ("A word is due", "plain"),
}
"""What was found -> what its badge says, and the badge's kind."""

RULES = (
    "An answer is listed where their letter to you alone came last and asks something; a closing "
    "“thanks!” waits for nothing. Whoever you met or connected with in the last 90 days is listed "
    "until one of you writes. A word is due to ties that live and are deep, after 60 days "
    "(mentors, clients), 90 (colleagues, friends) or 180 and more (others), or your usual gap if "
    "that is longer. Calls and meetings that you note count, too. These days are a habit that "
    "netgraph supposes, not a measurement."
)


def layout(session: Session) -> list[Part]:
    """List the follow-ups; below, by what rules."""
    return [
        html.Div(area(session), id=AREA, className="stack"),
        components.folded("By what rules", html.P(RULES)),
    ]


def find(session: Session) -> pd.DataFrame:
    """Find the follow-ups; see `netgraph.find_follow_ups`."""
    tables = session.kept.tables
    return session.once(
        f"follow-ups {session.names_hidden}",
        lambda: ng.find_follow_ups(session.shown, settled=tables.settled, promises=tables.promises),
    )


def area(session: Session) -> list[Part]:
    """Show those that count most as cards, and the rest in a line each."""
    found = find(session)
    if found.empty:
        return [nothing(found), *undo(session)]
    rows = list(found.itertuples())
    needs = found.attrs["needs"]
    return [
        html.P(found.attrs["says"], className="headline", **{"aria-live": "polite"}),
        html.P(f"What would tell more: {needs}.", className="says") if needs else None,
        acts.cards(session, [act_of(row) for row in rows[:MOST]], where=NAME),
        rest(session, rows[MOST:]),
        *undo(session),
    ]


def nothing(found: pd.DataFrame) -> html.Div:
    """Say that nobody waits, or that nothing is known."""
    needs = found.attrs["needs"]
    advice = f"What would tell: {needs}." if needs else "Meetings that you note count, too."
    return components.missing("No follow-ups", str(found.attrs["says"]), advice)


def undo(session: Session) -> list[Part]:
    """Offer to take back what was settled last, where it is kept."""
    if not session.kept.can_be_written:
        return [html.P(acts.LEFT_ALONE, className="says")]
    return [html.Div(journal.undo_button(session, NAME, "settle", "promise"), className="undo-row")]


def act_of(row: Any) -> Act:  # noqa: ANN401 - a row of the follow-ups
    """Lay a follow-up out as an act."""
    kind, tone = KINDS[row.what]
    return Act(
        person=str(row.person_id),
        what=ADVICE,
        kind=kind,
        tone=tone,
        todo=str(row.what_to_do),
        why=str(row.why),
        minutes=float(row.minutes),
        grade=str(row.grade),
        intent=row.intent if isinstance(row.intent, str) else None,
        about=row.other_id if isinstance(row.other_id, str) else None,
        due="" if pd.isna(row.overdue_days) else acts.days(float(row.overdue_days)),
    )


def rest(session: Session, rows: list[Any]) -> html.Details | None:
    """List the others; they move up as those before them are settled."""
    if not rows:
        return None
    lines = [
        html.Li(
            [
                components.person_link(session, str(row.person_id)),
                html.Span(f"{acts.sentence(row.why)}.", className="how"),
            ]
        )
        for row in rows
    ]
    return components.folded(
        f"and {words.count(len(rows), 'more', 'more')}", html.Ul(lines, className="plan-behind")
    )


def register(app: Dash, session: Session) -> None:
    """Keep what a button says, and let undo take it back."""
    journal.register(app, session, NAME)
    acts.register(
        app,
        session,
        where=NAME,
        area=AREA,
        show=lambda: area(session),
        done=lambda person: keep(session, person),
    )


def keep(session: Session, person: str) -> None:
    """Write down that what was promised to somebody, and is listed here, is kept."""
    found = find(session)
    for evidence in found.loc[found["person_id"] == person, "evidence"]:
        for table, row in evidence:
            if table == "promises":
                session.kept.keep_promise(int(row))
