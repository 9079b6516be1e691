"""What you say of a person on their card: contacts, relations, and whether to suggest them."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import components, journal

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

AREA, WHERE = "card-diary", "card"
KIND, DAY, WORDS, LOG = "card-kind", "card-day", "card-words", "card-log"
RELATION, HOLDS, SAY, UNSAY = "card-relation", "card-holds", "card-say", "card-unsay"
HIDE = "card-hide"
IS, IS_NOT = "is", "is not"
MOST_NOTED, LONGEST = 4, 500
CONTACTS = {
    "met": "You met in person",
    "called me": "You called them",
    "called them": "They called you",
    "wrote me": "You wrote to them",
    "wrote them": "They wrote to you",
    "gave": "You did them a favour",
    "received": "They did you a favour",
}
"""What can be noted, and by whom it was: as in `netgraph.Workspace.log`."""
_OF_THE_CARD = ("log", "relation", "hide")


def diary(session: Session, person: str) -> list[Part]:
    """Show what you said of somebody, and offer to say more."""
    if not session.kept.can_be_written or session.names_hidden:
        return []
    return [html.Div(area(session, person), id=AREA, className="card-diary")]


def area(session: Session, person: str) -> list[Part]:
    """Show what is noted, and the forms."""
    hidden = person in ng.hidden_from_suggestions(session.contacts)
    undo = journal.last_action(session, *_OF_THE_CARD)
    return [
        html.H3("In touch, as you noted"),
        noted(session, person),
        components.folded("Note a contact", _contact_form()),
        html.H3("What they are to you, in your word"),
        html.Div(relations(session, person), className="tags"),
        components.folded("Say what they are to you", _relation_form()),
        dmc.Switch(
            id=HIDE,
            label="Not to be suggested",
            description="No plan, follow-up or other advice names them",
            checked=hidden,
            size="sm",
        ),
        journal.undo_button(session, WHERE, *_OF_THE_CARD) if undo else None,
    ]


def noted(session: Session, person: str) -> Part:
    """List the contacts that were noted, the latest first."""
    told = session.kept.tables.logged
    told = told[told["person_id"] == person] if len(told) else told
    if told.empty:
        return html.P("Nothing yet: files do not tell when you met or called.", className="how")
    latest = told.sort_values("at", kind="stable", ascending=False)
    items = [
        html.Li([html.Time(journal.day(row.at), className="how"), " ", _in_words(row)])
        for row in latest.head(MOST_NOTED).itertuples()
    ]
    if len(latest) > MOST_NOTED:
        items.append(html.Li(f"and {len(latest) - MOST_NOTED:,} before", className="how"))
    return html.Ul(items, className="card-noted")


def _in_words(row: Any) -> str:  # noqa: ANN401 - a row of what was noted
    told = CONTACTS.get(f"{row.kind} {row.by}") or CONTACTS[row.kind]
    return f"{told}: {row.text}" if isinstance(row.text, str) else told


def relations(session: Session, person: str) -> list[Part] | str:
    """Show what you said they are, each with a button that leaves it to the files again."""
    told = session.kept.tables.relations
    told = told[told["person_id"] == person] if len(told) else told
    if told.empty:
        return "Nothing: the files decide."
    return [
        html.Span(
            [
                ng.RELATIONS[row.relation] if row.holds else f"not {_name(row.relation)}",
                html.Button(
                    "×",
                    id={"type": UNSAY, "relation": row.relation},
                    className="untag",
                    title="Leave it to the files again",
                    **{"aria-label": f"Leave it to the files: {_name(row.relation)}"},
                ),
            ],
            className="tag",
        )
        for row in told.itertuples()
    ]


def _name(relation: str) -> str:
    return ng.RELATIONS[relation].lower()


def _contact_form() -> html.Div:
    today = f"{datetime.now():%Y-%m-%d}"  # noqa: DTZ005 - the day where the user is
    return html.Div(
        [
            dmc.Select(
                id=KIND,
                label="What",
                data=[{"value": code, "label": text} for code, text in CONTACTS.items()],
                value="met",
                allowDeselect=False,
                size="xs",
            ),
            dmc.TextInput(
                id=DAY,
                label="Day",
                value=today,
                inputProps={"type": "date", "max": today},
                size="xs",
            ),
            dmc.TextInput(
                id=WORDS,
                label="About",
                placeholder="Optional; it stays on this machine",
                inputProps={"maxLength": LONGEST},
                size="xs",
            ),
            html.Div(
                html.Button("Note it", id=LOG, className="button button-small"),
                className="button-row",
            ),
        ],
        className="card-form",
    )


def _relation_form() -> html.Div:
    return html.Div(
        [
            dmc.SegmentedControl(
                id=HOLDS,
                data=[
                    {"value": IS, "label": "They are"},
                    {"value": IS_NOT, "label": "They are not"},
                ],
                value=IS,
                size="xs",
            ),
            dmc.Select(
                id=RELATION,
                data=[{"value": code, "label": text} for code, text in ng.RELATIONS.items()],
                placeholder="Choose",
                size="xs",
                **{"aria-label": "What they are to you"},
            ),
            html.Div(
                html.Button("Say so", id=SAY, className="button button-small"),
                className="button-row",
            ),
        ],
        className="card-form",
    )


def log(session: Session, person: str, kind: str, day: str, text: str) -> str:
    """Note a contact; gives what to say of it."""
    what, _, by = kind.partition(" ")
    session.kept.log(person, what, at=day or None, text=text[:LONGEST], by=by or None)
    return "Noted. It counts from now on: in the health of the tie, in ways, in what is due."


def relate(session: Session, person: str, relation: str | None, *, holds: bool | None) -> str:
    """Say what somebody is to you; gives what to say of it."""
    if relation is None:
        return "Choose what they are to you first."
    session.kept.relate(person, relation, holds=holds)
    if holds is None:
        return f"Whether they are to you: {_name(relation)}, the files decide again."
    return f"Kept: {'' if holds else 'not '}{_name(relation)}. Your word counts before the files."


def hide(session: Session, person: str, *, hidden: bool) -> str | None:
    """Hide somebody from suggestions, or show them again; None where it is so already."""
    if hidden == (person in ng.hidden_from_suggestions(session.contacts)):
        return None
    session.kept.hide(person, hidden=hidden)
    name = session.names[person]
    return f"{name} {'is not suggested any more' if hidden else 'may be suggested again'}."


def do(session: Session, person: str, pressed: Any, given: dict[str, Any]) -> str | None:  # noqa: ANN401 - an id of Dash
    """Do what one of the buttons says; gives what to say of it, None where nothing is to do."""
    if pressed == HIDE:
        return hide(session, person, hidden=bool(given[HIDE]))
    if pressed == LOG:
        kind, day, text = given[KIND], given[DAY], given[WORDS]
        return log(session, person, kind or "met", day or "", text or "") if given[LOG] else None
    if pressed == SAY:
        holds = given[HOLDS] != IS_NOT
        return relate(session, person, given[RELATION], holds=holds) if given[SAY] else None
    if isinstance(pressed, dict) and any(given[UNSAY]):
        return relate(session, person, str(pressed["relation"]), holds=None)
    return None


def register(app: Dash, session: Session, reasons: tuple[str, Any]) -> None:
    """Do what the buttons say, and show what follows.

    Parameters
    ----------
    app, session
        Of the dashboard.
    reasons
        The part of the card that says why the person matters, by its id, and what
        fills it anew for a person.
    """
    journal.register(app, session, WHERE)
    part, fill = reasons

    @app.callback(
        Output(AREA, "children"),
        Output(part, "children"),
        Output("notice", "data", allow_duplicate=True),
        Input(LOG, "n_clicks"),
        Input(SAY, "n_clicks"),
        Input({"type": UNSAY, "relation": ALL}, "n_clicks"),
        Input(HIDE, "checked"),
        State(KIND, "value"),
        State(DAY, "value"),
        State(WORDS, "value"),
        State(RELATION, "value"),
        State(HOLDS, "value"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def say(*told: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what Dash hands over
        names = (LOG, SAY, UNSAY, HIDE, KIND, DAY, WORDS, RELATION, HOLDS)
        *values, search = told
        person = session.person_at(components.address_in(search))
        if person is None or person not in session.contacts.people.index:
            return no_update, no_update, no_update
        try:
            said = do(session, person, ctx.triggered_id, dict(zip(names, values, strict=True)))
        except ng.NetgraphError as error:
            return no_update, no_update, str(error)
        if said is None:
            return no_update, no_update, no_update
        return area(session, person), fill(person), said
