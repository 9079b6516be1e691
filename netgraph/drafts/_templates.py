"""The sentences that drafts are made of: one TOML file a language."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, NamedTuple

from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

PARTS = ("greeting", "context", "intent", "closing")
_FACT = re.compile(r"\{(\w+)\}")
_FOLDER = files("netgraph.drafts") / "templates"


class Sentence(NamedTuple):
    """A sentence, the facts without which it is not said, and those with which it is not."""

    text: str
    needs: frozenset[str]
    unless: frozenset[str]

    def fits(self, known: AbstractSet[str]) -> bool:
        """Tell whether it can be said, given the facts that are known."""
        return self.needs <= known and not self.unless & known


class Language(NamedTuple):
    """What a language file holds.

    Attributes
    ----------
    names
        Intent -> what to call it.
    sentences
        (intent, part) -> sentences, the best first.
    months, day, month
        How dates are written.
    fields
        Domain code -> name, where it is another than in English.
    """

    names: dict[str, str]
    sentences: dict[tuple[str, str], list[Sentence]]
    months: list[str]
    day: str
    month: str
    fields: dict[str, str]


def languages() -> list[str]:
    """List the languages that there are templates in."""
    found = (entry.name for entry in _FOLDER.iterdir())
    return sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml"))


@cache
def read(language: str) -> Language:
    """Read the templates of a language.

    Raises
    ------
    UnknownNameError
        If there is no file for it.
    """
    if language not in languages():
        raise UnknownNameError(
            f"there are no drafts in the language {language!r}",
            remedy=f"There are drafts in {', '.join(languages())}",
        )
    told = tomllib.loads((_FOLDER / f"{language}.toml").read_text(encoding="utf-8"))
    fields = told.pop("fields", {})
    intents = [key for key, value in told.items() if isinstance(value, dict)]
    return Language(
        names={intent: told[intent]["name"] for intent in intents},
        sentences={
            (intent, part): [_sentence(s) for s in told[intent].get(part, told.get(part, []))]
            for intent in intents
            for part in PARTS
        },
        months=told["months"],
        day=told["day"],
        month=told["month"],
        fields=fields,
    )


def _sentence(told: dict[str, Any]) -> Sentence:
    text: str = told["text"]
    needs = frozenset(_FACT.findall(text)) | frozenset(told.get("needs", ()))
    return Sentence(text, needs, frozenset(told.get("unless", ())))
