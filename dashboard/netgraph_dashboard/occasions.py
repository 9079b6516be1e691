"""Changes of job as cards: who, what changed, why write now, and with what words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

import netgraph as ng
from netgraph_dashboard import components, draft_panel

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

WHAT = "occasion"
DONE, SKIP = "occasion-done", "occasion-skip"
STATES = {DONE: "done", SKIP: "skipped"}
MOST = 6
KINDS = {
    "employer": ("new employer", "plan-strong"),
    "promotion": ("promotion", "sure"),
    "field": ("new field", "plan-dormant"),
    "title": ("new title", "plain"),
}
"""What changed -> what its badge says, and the badge's kind."""


def find(session: Session) -> pd.DataFrame:
    """Find the occasions that are not settled; see `netgraph.find_occasions`."""
    settled = session.kept.tables.settled
    return session.once(
        f"occasions {session.names_hidden}",
        lambda: ng.find_occasions(
            session.changes(), session.shown, settled=None if settled.empty else settled
        ),
    )


def section(session: Session) -> Part:
    """Show the first occasions as cards, and say how many more there are."""
    found = find(session)
    if found.empty:
        return components.section("Occasions to write", html.P(str(found.attrs["says"])))
    shown = list(found.head(MOST).itertuples())
    more = len(found) - len(shown)
    return components.section(
        "Occasions to write",
        html.Ol(
            [html.Li(card(session, row, place)) for place, row in enumerate(shown)],
            className="plan-list",
        ),
        html.P(_rest(more), className="says") if more else None,
        says=f"{found.attrs['says']} Those whom you know best come first. On which day it was is "
        "not told, only between which exports.",
    )


def _rest(more: int) -> str:
    each = "One more has" if more == 1 else f"{more:,} more have"
    return f"{each} changed job, and {'comes' if more == 1 else 'come'} up as these are done."


def card(session: Session, row: Any, place: int) -> html.Article:  # noqa: ANN401 - a row of occasions
    """Show one occasion."""
    person = str(row.person_id)
    return html.Article(
        [
            html.Div(
                [
                    html.H3(components.person_link(session, person)),
                    *(components.badge(*KINDS[kind]) for kind in row.what.split("; ")),
                    html.Span(f"{row.since:%b %Y} to {row.until:%b %Y}", className="plan-minutes"),
                ],
                className="plan-head",
            ),
            html.P(f"{row.before} → {row.after}", className="plan-todo"),
            html.P(f"{row.why[:1].upper()}{row.why[1:]}."),
            components.folded("A draft to start from", draft(session, row, place)),
            buttons(session, person),
        ],
        className="plan-card",
        **{"aria-label": f"{session.names[person]}: {row.what}"},
    )


def draft(session: Session, row: Any, place: int) -> html.Div:  # noqa: ANN401 - as above
    """Write to somebody on the occasion."""
    person, intent = str(row.person_id), str(row.intent)
    return session.once(
        f"occasion draft {place} {person} {intent} {session.names_hidden}",
        lambda: draft_panel.panel(
            session, person, intent, name=f"occasion-draft-{place}", changes=session.changes()
        ),
    )


def buttons(session: Session, person: str) -> html.Div | None:
    """Offer to say that it is done, or none; only where that can be kept."""
    if not session.kept.can_be_written:
        return None
    name = session.names[person]
    return html.Div(
        [
            html.Button(
                word,
                id={"type": kind, "person": session.address(person)},
                className="button button-small",
                **{"aria-label": f"{word}: {name}"},
            )
            for kind, word in ((DONE, "Done"), (SKIP, "Not this time"))
        ],
        className="button-row",
    )


def settle(session: Session, kind: str, address: str) -> str:
    """Write down what became of an occasion; gives what to say of it."""
    person = session.person_at(address)
    if person is None or person not in session.contacts.people.index:
        return "This person is not in your network any more."
    session.kept.settle(person, WHAT, STATES[kind])
    done = kind == DONE
    return f"{session.names[person]}: {'done' if done else 'left out'} until their next change."
