"""The field and the level of a person: what decided, and your own word on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, State, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import components, words

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

FIELD, LEVEL, WHOM = "card-field", "card-level", "card-whom"
CORRECT, TAKE_BACK = "card-correct", "card-take-back"
PERSON, TITLE = "person", "title"
UNKNOWN = "UNK"
LONGEST_TITLE = 60
_CLEAR = 0.999
_SOURCES = {
    "person": "You said this of this person.",
    "you": "You said this of everybody with this title.",
    "file": "A file that was imported says so.",
}


class Own(NamedTuple):
    """What you said of a person or a title: codes, None where you said nothing."""

    domain: str | None = None
    seniority: str | None = None


def correction(session: Session, person: str) -> html.Details:
    """Tell what decided on field and level, and offer to correct them."""
    known = session.people.loc[person]
    said = any(any(own_word(session, person, whom)) for whom in (PERSON, TITLE))
    return components.folded(
        "Field and level: why, and correct them",
        html.P(why(session, person), className="how"),
        _choose(FIELD, "Field of work", dict(ng.DOMAINS), known["domain"]),
        _choose(LEVEL, "Level", dict(ng.SENIORITY), known["seniority"]),
        _whom(session, person),
        html.Div(
            [
                html.Button("Correct", id=CORRECT, className="button button-small"),
                html.Button(
                    "Back to what the rules say",
                    id=TAKE_BACK,
                    className="button button-small",
                    hidden=not said,
                ),
            ],
            className="button-row",
        ),
    )


def why(session: Session, person: str) -> str:
    """Say where the field is from, which words decided, and how clearly."""
    told = session.contacts.people.loc[person]
    source = "person" if any(own_word(session, person, PERSON)) else told.get("domain_source")
    if source in _SOURCES:
        return _SOURCES[source]
    return _without(told) if pd.isna(told["domain"]) else _with(told)


def _with(told: pd.Series) -> str:
    place = "headline" if told.get("domain_source") == "headline" else "title"
    named, margin = f"The {place} names it: “{told['domain_phrase']}”.", told["domain_margin"]
    if pd.isna(margin) or margin >= _CLEAR:
        return f"{named} It names no other field."
    if margin == 0:
        return f"{named} It names another field just as much; the first one counts."
    return f"{named} It names another field too, less clearly (margin {margin:.2f} of 1)."


def _without(told: pd.Series) -> str:
    said = ng.describe_title(told["title"]).split(" Level: ")[0]
    hint = told.get("domain_hint")
    if not isinstance(hint, str):
        return said
    source, _, words_ = str(told["domain_hint_from"]).partition(": ")
    by = "a former post" if source == "history" else "the name of the company"
    return f"{said} A hint, not counted: {ng.DOMAINS[hint]}, by {by} (“{words_}”)."


def own_word(session: Session, person: str, whom: str) -> Own:
    """Give what you said of a person, or of all who have their title."""
    found = _own_rules(session, person, whom)
    if found.empty:
        return Own()
    last = found.iloc[-1]
    return Own(*(last[c] if isinstance(last[c], str) else None for c in Own._fields))


def _own_rules(session: Session, person: str, whom: str) -> pd.DataFrame:
    """Find what you said of a person or a title, under whatever id or spelling."""
    rules = session.kept.tables.overrides
    if rules.empty:
        return rules
    wanted = _folded(_subject(session, person, whom))
    same = [
        _is_of(session, str(rule), person) if whom == PERSON else _folded(str(rule)) == wanted
        for rule in rules["subject"]
    ]
    rules = rules[(rules["kind"] == whom) & pd.Series(same, index=rules.index)]
    return rules.dropna(subset=list(Own._fields), how="all")


def _is_of(session: Session, subject: str, person: str) -> bool:
    """Tell whether a rule about a person is about this one; the id may be an older one."""
    if subject == person:
        return True
    matches = session.contacts.matches
    return bool(((matches["merged_id"] == subject) & (matches["person_id"] == person)).any())


def _subject(session: Session, person: str, whom: str) -> str:
    if whom == PERSON:
        return person
    title = session.contacts.people.loc[person, "title"]
    return title if isinstance(title, str) else ""


def _choose(name: str, label: str, names: dict[str, str], value: object) -> dmc.Select:
    return dmc.Select(
        id=name,
        label=label,
        data=[{"value": code, "label": text} for code, text in names.items()]
        + [{"value": UNKNOWN, "label": "unknown"}],
        value=value if isinstance(value, str) else UNKNOWN,
        searchable=True,
        size="xs",
    )


def _whom(session: Session, person: str) -> dmc.RadioGroup:
    """Ask whether the correction is about the person, or about all with the title."""
    title = _subject(session, person, TITLE)
    choices = [dmc.Radio("this person", value=PERSON, size="xs")]
    if title:
        count = bearers(session, title)
        shown = title if len(title) <= LONGEST_TITLE else f"{title[:LONGEST_TITLE]}..."
        text = f"all with the title “{shown}” ({words.count(count, 'person', 'people')})"
        choices.append(dmc.Radio(text, value=TITLE, size="xs"))
    return dmc.RadioGroup(dmc.Stack(choices, gap=4), id=WHOM, value=PERSON, label="For", size="xs")


def bearers(session: Session, title: str) -> int:
    """Count the people who have a title, whatever its case."""
    titles = session.contacts.people["title"].dropna()
    wanted = _folded(title)
    return sum(_folded(one) == wanted for one in titles)


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def correct(session: Session, person: str, whom: str, field: str, level: str) -> str:
    """Write down what differs from the present, for a person or a title; gives what to say."""
    subject = _subject(session, person, whom)
    if not subject:
        return "There is no title to correct."
    known = session.people.loc[person]
    before = own_word(session, person, whom)
    domain = _changed(field, known["domain"], before.domain)
    seniority = _changed(level, known["seniority"], before.seniority)
    if (domain, seniority) == before:
        return "Nothing was changed: this is what they have already."
    session.kept.override(subject, domain, seniority)
    if whom == PERSON:
        return "Field and level are as you say."
    return f"Field and level are as you say for all with the title {subject}."


def _changed(wanted: str, present: object, before: str | None) -> str | None:
    """Give what is to be kept: your former word, unless another is wanted than is shown."""
    shown = present if isinstance(present, str) else UNKNOWN
    return before if wanted == shown else wanted


def take_back(session: Session, person: str) -> str:
    """Let the rules decide again, where you had said something of the person or the title."""
    told = [whom for whom in (PERSON, TITLE) if any(own_word(session, person, whom))]
    for whom in told[:1]:
        for subject in _own_rules(session, person, whom)["subject"]:
            session.kept.override(str(subject), None, None)
    if not told:
        return "There was nothing to take back."
    if told[0] == PERSON and len(told) > 1:
        return "What you said of the title counts again."
    return "Field and level are as the rules say again."


def register(app: Dash, session: Session) -> None:
    """Correct the field and the level, or let the rules decide again."""

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(CORRECT, "n_clicks"),
        Input(TAKE_BACK, "n_clicks"),
        State(FIELD, "value"),
        State(LEVEL, "value"),
        State(WHOM, "value"),
        State("address", "search"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def decide(*given: Any) -> tuple[Any, Any]:  # noqa: ANN401 - what Dash hands over
        pressed, back, field, level, whom, search, drawn = given
        person = session.person_at(components.address_in(search))
        if not (pressed or back) or person is None:
            return no_update, no_update
        try:
            said = (
                take_back(session, person)
                if ctx.triggered_id == TAKE_BACK
                else correct(session, person, whom or PERSON, field or UNKNOWN, level or UNKNOWN)
            )
        except ng.NetgraphError as error:
            return no_update, str(error)
        return (drawn or 0) + 1, said
