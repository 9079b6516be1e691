"""Acts as cards: what to do, why, with what words; and what became of it, by a button."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import components, draft_panel, words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

BUTTON = "act-button"
SNOOZE = timedelta(days=7)
STATES = {"done": "Done", "snoozed": "In a week", "skipped": "Not this time"}
SAID = {
    "done": "Done: {name}. It comes back when there is something new.",
    "snoozed": "{name} comes back in a week.",
    "skipped": "{name} is left out this time.",
}
GRADES = {
    "stated": ("you said so", "observed"),
    "observed": ("observed", "observed"),
    "inferred": ("inferred", "inferred"),
    "both": ("partly inferred", "inferred"),
}
LEFT_ALONE = "These contacts were given as they are; what is done is kept in a workspace only."


class Act(NamedTuple):
    """Something to do for a tie.

    Attributes
    ----------
    person
        Whom it is with, by person_id.
    what
        The kind under which `Workspace.settle` keeps what became of it.
    kind, tone
        What its badge says, and the badge's kind.
    todo, why
        In words.
    minutes
        How long it takes.
    grade
        How it is known: a key of `GRADES`.
    intent
        Which draft begins it; None where nothing is written.
    about, field
        Who, or which field of work, the draft is about; None for neither.
    due
        Since when, in words; empty where nothing is due.
    """

    person: str
    what: str
    kind: str
    tone: str
    todo: str
    why: str
    minutes: float
    grade: str = "observed"
    intent: str | None = None
    about: str | None = None
    field: str | None = None
    due: str = ""


def cards(session: Session, acts: list[Act], *, where: str) -> html.Ol:
    """Show acts in their order.

    Parameters
    ----------
    where
        The view, for the ids on it.
    """
    items = [
        html.Li(card(session, act, place, where=where), className="plan-item")
        for place, act in enumerate(acts, start=1)
    ]
    return html.Ol(items, className="plan-list")


def card(session: Session, act: Act, place: int, *, where: str) -> html.Article:
    """Show one act."""
    name = session.names.get(act.person, act.person)
    known = session.contacts.people.loc[act.person]
    work = "" if session.names_hidden else words.at_work(known.get("title"), known.get("company"))
    return html.Article(
        [
            html.Div(
                [
                    html.H3(components.person_link(session, act.person)),
                    components.badge(act.kind, act.tone),
                    components.badge(*GRADES.get(act.grade, GRADES["observed"])),
                    html.Span(act.due, className="how") if act.due else None,
                    html.Span(f"{act.minutes:g} minutes", className="plan-minutes"),
                ],
                className="plan-head",
            ),
            html.P(work, className="how") if work else None,
            html.P(f"{sentence(act.todo)}.", className="plan-todo"),
            html.P(f"{sentence(act.why)}.", className="how"),
            components.folded("A draft to start from", draft(session, act, place, where=where))
            if act.intent
            else None,
            buttons(session, act, where=where),
        ],
        className="plan-card",
        **{"aria-label": f"{place}: {name}"},
    )


def sentence(text: str) -> str:
    """Begin with a capital, and leave the full stop to the page."""
    text = str(text).rstrip(".")
    return text[:1].upper() + text[1:]


def draft(session: Session, act: Act, place: int, *, where: str) -> html.Div:
    """Write to the person of an act."""
    name = f"{where}-draft-{place}"
    asked: dict[str, Any] = {}
    if act.intent in ("introduction", "introduce") and act.about:
        asked = {"target": act.about}
    elif act.intent == "introduction" and act.field:
        asked = {"domain": act.field}
    return session.once(
        f"{name} {act.person} {act.intent} {asked} {session.names_hidden}",
        lambda: draft_panel.panel(session, act.person, str(act.intent), name=name, **asked),
    )


def buttons(session: Session, act: Act, *, where: str) -> html.Div | None:
    """Offer to say what became of an act."""
    if not session.kept.can_be_written:
        return None
    name = session.names.get(act.person, act.person)
    return html.Div(
        [
            html.Button(
                text,
                id={
                    "type": BUTTON,
                    "where": where,
                    "state": state,
                    "what": act.what,
                    "person": session.address(act.person),
                },
                className="button button-small",
                **{"aria-label": f"{text}: {name}"},
            )
            for state, text in STATES.items()
        ],
        className="button-row",
    )


def days(overdue: float) -> str:
    """Say how long something is due."""
    if pd.isna(overdue):
        return ""
    if overdue < 0:
        return f"due in {words.count(-overdue, 'day')}"
    return f"due for {words.count(overdue, 'day')}" if overdue else "due today"


def register(  # noqa: PLR0913 - which part of which page shows what
    app: Dash,
    session: Session,
    *,
    where: str,
    area: str,
    show: Callable[..., list[Part]],
    given: Sequence[State] = (),
    done: Callable[[str], None] | None = None,
) -> None:
    """Keep what a button says, and show the view anew.

    Parameters
    ----------
    area
        The id of the part that is shown anew.
    show
        Gives what it holds then; it is told the values of `given`.
    given
        What else on the page decides what is shown.
    done
        Does what else is to be kept when an act with somebody is done.
    """
    pressed = {"type": BUTTON, "where": where, "state": ALL, "what": ALL, "person": ALL}

    @app.callback(
        Output(area, "children", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(pressed, "n_clicks"),
        *given,
        prevent_initial_call=True,
    )
    def settle(clicks: list[int | None], *told: object) -> tuple[Any, Any]:
        button = ctx.triggered_id
        if not isinstance(button, dict) or not any(clicks):
            return no_update, no_update
        person = session.person_at(button["person"])
        if person is None:
            return no_update, "This person is not in your network any more."
        state = button["state"]
        until = datetime.now(tz=UTC).date() + SNOOZE if state == "snoozed" else None
        try:
            if state == "done" and done is not None:
                done(person)
            session.kept.settle(person, button["what"], state, until=until)
        except ng.NetgraphError as error:
            return no_update, str(error)
        name = session.names.get(person, person)
        return show(*told), SAID[state].format(name=name)
