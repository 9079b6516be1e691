"""Skeletons of messages, in which every fact comes from a row of your own data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.domains import DOMAINS
from netgraph.domains.naming import find_domain
from netgraph.drafts import _facts, _templates
from netgraph.drafts._facts import Fact
from netgraph.errors import ContactsError, UnknownNameError, nearest
from netgraph.naming import Names

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_MOST = {"context": 2}
_BLANK = re.compile(r"\[([^\]]+)\]")
_MONTHS = 12


@dataclass(frozen=True)
class Draft:
    """A message that is yet to be finished and sent, by you.

    Attributes
    ----------
    person, intent, language
        Whom it is for, what it is about, and what it is written in.
    greeting, context, request, closing
        Its four parts; a part is empty where nothing is known to say.
    facts
        A row per fact in it: ``part``, ``fact``, ``words`` as they stand in the
        text, and where it is from: ``table`` of the contacts, ``row`` there.
    blanks
        What only you can fill in; in the text it stands in brackets.
    """

    person: str
    intent: str
    language: str
    greeting: str
    context: str
    request: str
    closing: str
    facts: pd.DataFrame
    blanks: tuple[str, ...]

    @property
    def text(self) -> str:
        """The message: greeting, body and closing, a blank line between them."""
        body = " ".join(part for part in (self.context, self.request) if part)
        return "\n\n".join(part for part in (self.greeting, body, self.closing) if part)

    def __str__(self) -> str:
        return self.text


def draft(  # noqa: PLR0913 - the three that it needs stand first, the rest by keyword
    contacts: Contacts,
    person: str,
    intent: str,
    *,
    target: str | None = None,
    domain: str | None = None,
    changes: pd.DataFrame | None = None,
    language: str = "en",
) -> Draft:
    """Write the skeleton of a message: greeting, context, intent, closing.

    Every fact in it stands in a row of `contacts`, which ``facts`` names. What
    the data does not tell is a blank in brackets, or is not said. It asks for
    no job and is never sent: copy it, fill the blanks, and send it yourself.

    Parameters
    ----------
    contacts
        With an ego, after `classify`.
    person
        Whom it is for: a person_id, or a name that one person bears.
    intent
        ``follow_up`` after meeting, ``thank`` for connecting, ``answer``,
        ``advice``, ``introduction`` (ask for one), ``introduce`` (make one),
        ``reconnect``, ``congratulate``, ``offer_help``.
    target
        Of an introduction: the person whom you want to meet, or whom they are to meet.
    domain
        Of an introduction: the field of work in which you look for somebody, by
        code or name.
    changes
        Of ``congratulate``: as `netgraph.changes` gives them.
    language
        ``en`` or ``de``; each language is a file of templates.

    Returns
    -------
    Draft
        Its ``text``, its parts, and the row behind each fact.

    Raises
    ------
    UnknownNameError
        If there is no such person, intent, domain or language.
    ContactsError
        If no ego is known: nobody would be writing.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame(
    ...     {"name": ["You", "Ann Example"], "given_name": ["You", "Ann"], "is_ego": [True, False]},
    ...     index=["ego", "ann"],
    ... )
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann"], "kind": "contact",
    ...                      "since": pd.to_datetime(["2024-03-05"])})
    >>> reconnect = draft(Contacts(people=people, ties=ties), "Ann Example", "reconnect")
    >>> reconnect.context
    'We have been connected since March 2024.'
    >>> reconnect.facts[["fact", "table", "row"]].values.tolist()
    [['given_name', 'people', 'ann'], ['connected', 'ties', 0]]
    """
    templates = _templates.read(language)
    if intent not in templates.names:
        raise UnknownNameError(
            f"{intent!r} is no intent of a message", remedy=nearest(intent, templates.names)
        )
    ego = contacts.ego
    if ego is None:
        raise ContactsError(
            "nobody in these contacts is you, so nobody can be the writer",
            remedy="Add your LinkedIn archive, or say who you are with ego=",
        )
    names = Names(contacts.people, contacts.identifiers)
    who = str(names.one(person, "whole"))
    facts = _facts.gather(contacts, ego, who)
    if target is not None:
        told = _facts.of_target(contacts, who, str(names.one(target, "whole")))
        facts = {fact.name: fact for fact in reversed(list(told))} | facts
    if domain is not None:
        facts["target_field"] = Fact("target_field", find_domain(domain), "domains", domain)
    if changes is not None:
        facts |= _change(changes, who)
    words = {name: _words(fact, templates) for name, fact in facts.items()}
    parts: dict[str, str] = {}
    used: list[tuple[str, str]] = []
    for part in _templates.PARTS:
        said = [s for s in templates.sentences[intent, part] if s.fits(facts.keys())]
        said = said[: _MOST.get(part, 1)]
        parts[part] = " ".join(_capital(s.text.format_map(words)) for s in said)
        used += [(part, name) for s in said for name in sorted(s.needs)]
    rows = [(p, n, words[n], facts[n].table, facts[n].row) for p, n in dict.fromkeys(used)]
    return Draft(
        person=who,
        intent=intent,
        language=language,
        greeting=parts["greeting"],
        context=parts["context"],
        request=parts["intent"],
        closing=parts["closing"],
        facts=pd.DataFrame(rows, columns=["part", "fact", "words", "table", "row"]),
        blanks=tuple(_BLANK.findall(" ".join(parts.values()))),
    )


def draft_intents(language: str = "en") -> dict[str, str]:
    """List what drafts there are: the intent, and what to call it.

    Examples
    --------
    >>> draft_intents()["introduction"]
    'Ask for an introduction'
    """
    return dict(_templates.read(language).names)


def _words(fact: Fact, templates: _templates.Language) -> str:
    """Write a fact out; a date without its day, unless the day matters."""
    value = fact.value
    if fact.name.endswith("_date") and isinstance(value, str):
        year, month = value[:4], int(value[5:7]) if len(value) > len("2024") else 0
        return f"{templates.months[month - 1]} {year}" if 1 <= month <= _MONTHS else year
    if isinstance(value, str):
        is_field = fact.name.endswith("field")
        return templates.fields.get(value, DOMAINS[value]) if is_field else value
    form = templates.day if fact.precise else templates.month
    return form.format(day=value.day, month=templates.months[value.month - 1], year=value.year)


def _change(changes: pd.DataFrame, person: str) -> dict[str, Fact]:
    """Find the newest change of employer or title; a new employer is told before a title."""
    own = changes[(changes["person_id"] == person) & changes["change"].isin(["employer", "title"])]
    facts: dict[str, Fact] = {}
    for row, change in own.sort_values(["until", "change"], ascending=[False, True]).iterrows():
        for when in ("before", "after"):
            if isinstance(change[when], str) and f"change_{when}" not in facts:
                facts[f"change_{when}"] = Fact(f"change_{when}", change[when], "changes", row)
        break
    return facts


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
