"""What you write on a person's card: a note and tags; and how to forget them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import card_field, components

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

NOTE, KEEP_NOTE = "card-note", "card-keep-note"
TAG, TAGS, ADD_TAG, UNTAG = "card-tag", "card-tags", "card-add-tag", "card-untag"
FORGET, ASK, SURE, SPARE = "card-forget", "card-ask", "card-sure", "card-spare"
LONGEST_NOTE, LONGEST_TAG = 4000, 60


def note_and_tags(session: Session, person: str) -> list[Any]:
    """Offer to write a note, and to give and take tags."""
    if not session.kept.can_be_written:
        return []
    if session.names_hidden:
        return [html.P("Your note and tags are hidden with the names.", className="how")]
    return [
        html.H3("Your note"),
        dmc.Textarea(
            id=NOTE,
            debounce=True,
            value=note_of(session, person),
            placeholder="What you want to remember",
            autosize=True,
            minRows=2,
            maxRows=10,
            inputProps={"maxLength": LONGEST_NOTE},
            size="sm",
            **{"aria-label": "Your note"},
        ),
        html.Div(
            html.Button("Keep the note", id=KEEP_NOTE, className="button button-small"),
            className="button-row",
        ),
        html.H3("Tags"),
        html.Div(tag_list(tags_of(session, person)), id=TAGS, className="tags"),
        html.Div(
            [
                dmc.TextInput(
                    id=TAG,
                    debounce=True,  # what is written counts when Enter is pressed
                    placeholder="A new tag",
                    size="xs",
                    inputProps={"maxLength": LONGEST_TAG},
                    **{"aria-label": "A new tag"},
                ),
                html.Button("Add", id=ADD_TAG, className="button button-small"),
            ],
            className="tag-row",
        ),
    ]


def correct_and_forget(session: Session, person: str) -> list[Any]:
    """Offer to correct the field and the level, and to forget the person."""
    if not session.kept.can_be_written or session.names_hidden:
        return []
    return [card_field.correction(session, person), forgetting(session, person)]


def note_of(session: Session, person: str) -> str:
    """Give the last note about a person; empty where there is none."""
    notes = session.kept.tables.notes
    if notes.empty:
        return ""
    own = notes.loc[notes["person_id"] == person, "text"]
    return "" if own.empty else str(own.iloc[-1])


def tags_of(session: Session, person: str) -> list[str]:
    """List the tags of a person."""
    tags = session.kept.tables.tags
    return [] if tags.empty else tags.loc[tags["person_id"] == person, "tag"].astype(str).tolist()


def tag_list(tags: list[str]) -> list[html.Span] | str:
    """Show tags, each with a button that takes it off."""
    shown = [
        html.Span(
            [
                tag,
                html.Button(
                    "×",
                    id={"type": UNTAG, "tag": tag},
                    className="untag",
                    title=f"Take off: {tag}",
                    **{"aria-label": f"Take off the tag {tag}"},
                ),
            ],
            className="tag",
        )
        for tag in tags
    ]
    return shown or "None yet."


def forgetting(session: Session, person: str) -> html.Div:
    """Offer to forget somebody, and ask whether that is meant."""
    name = session.names.get(person, "this person")
    return html.Div(
        [
            html.Button("Forget this person ...", id=FORGET, className="link-button forget"),
            dmc.Modal(
                [
                    html.P(
                        f"{name} is deleted from everything that was read, with notes and tags, "
                        "and left out of later imports. This cannot be undone."
                    ),
                    html.Div(
                        [
                            html.Button("Keep them", id=SPARE, className="button"),
                            html.Button("Forget", id=SURE, className="button button-danger"),
                        ],
                        className="button-row",
                    ),
                ],
                id=ASK,
                title=f"Forget {name}?",
                opened=False,
                zIndex=300,
            ),
        ]
    )


def register(app: Dash, session: Session) -> None:
    """Do what the card's buttons say."""
    register_note_and_tags(app, session)
    card_field.register(app, session)
    register_forgetting(app, session)


def register_note_and_tags(app: Dash, session: Session) -> None:
    """Keep the note; give and take tags."""

    @app.callback(
        Output(TAGS, "children"),
        Output(TAG, "value"),
        Output("notice", "data", allow_duplicate=True),
        Input(KEEP_NOTE, "n_clicks"),
        Input(ADD_TAG, "n_clicks"),
        Input(TAG, "n_submit"),
        Input({"type": UNTAG, "tag": ALL}, "n_clicks"),
        State(NOTE, "value"),
        State(TAG, "value"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def write(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what Dash hands over
        keep, add, enter, off, note, tag, search = given
        person = session.person_at(components.address_in(search))
        if person is None or not any([keep, add, enter, *off]):
            return no_update, no_update, no_update
        try:
            said = write_down(session, person, ctx.triggered_id, note or "", (tag or "").strip())
        except ng.NetgraphError as error:
            return no_update, no_update, str(error)
        if said is None or ctx.triggered_id == KEEP_NOTE:
            return no_update, no_update, said or no_update
        return tag_list(tags_of(session, person)), "", said


def register_forgetting(app: Dash, session: Session) -> None:
    """Ask, then forget."""
    app.clientside_callback(
        f"() => dash_clientside.callback_context.triggered_id === '{FORGET}'",
        Output(ASK, "opened"),
        *(Input(name, "n_clicks") for name in (FORGET, SPARE, SURE)),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Output("address", "search", allow_duplicate=True),
        Input(SURE, "n_clicks"),
        State("address", "search"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def forget(clicks: int | None, search: str | None, drawn: int | None) -> tuple[Any, ...]:
        person = session.person_at(components.address_in(search))
        if not clicks or person is None:
            return no_update, no_update, no_update
        try:
            said = session.forget(person)
        except ng.NetgraphError as error:
            return no_update, str(error), no_update
        return (drawn or 0) + 1, said, ""


def write_down(session: Session, person: str, pressed: Any, note: str, tag: str) -> str | None:  # noqa: ANN401 - an id of Dash
    """Do what one of the buttons says; gives what to say of it."""
    if pressed == KEEP_NOTE:
        session.kept.note(person, note.strip()[:LONGEST_NOTE])
        return "The note is kept." if note.strip() else "The note is taken away."
    if isinstance(pressed, dict):
        session.kept.untag(person, str(pressed["tag"]))
        return f"Tag taken off: {pressed['tag']}."
    if not tag:
        return None
    session.kept.tag(person, tag[:LONGEST_TAG])
    return f"Tag added: {tag}."
