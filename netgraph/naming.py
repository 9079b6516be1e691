"""Who is meant by a text: by an id, an address, a name, or a part of a name."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from typing import Literal

    import networkx as nx

    Part = Literal["whole", "beginning", "inside"]

TOLD = ["name", "company", "title", "domain"]
"""What of a person stands in a graph, as in the table of people."""

BY_ID = "Give the e-mail address, the profile, or the id in brackets"

_WORD = re.compile(r"\w+")
_LISTED = 5
_NEAREST = 3
_ALIKE = 65.0
_NO_NAME = "Give a name, an e-mail address or a profile"


@dataclass(frozen=True)
class Names:
    """People by what they are called.

    Attributes
    ----------
    people
        A row a person, by id; ``name``, and where known ``title`` and ``company``.
    identifiers
        Their addresses and profiles, as in `Contacts`.
    """

    people: pd.DataFrame
    identifiers: pd.DataFrame | None = None

    @cached_property
    def folded(self) -> pd.Series[str]:
        """The names, without case and accents, of those who have one."""
        names = self.people["name"].dropna().astype(object)
        return names.map(lambda name: fold(str(name))).astype("str")

    def fitting(self, text: Hashable, part: Part = "beginning") -> list[Hashable]:
        """Find the ids of those who fit: by id, else address, else name.

        Parameters
        ----------
        text
            What was asked for.
        part
            What of a name suffices where nobody has it whole: nothing less
            (``whole``), the ``beginning`` of its words, or what is ``inside`` it.
        """
        if text in self.people.index:
            return [text]
        wanted = str(text).strip()
        if wanted in self.people.index:
            return [wanted]
        if found := self.at_address(wanted):
            return found
        names, words = self.folded, fold(wanted).split()
        whole = names.index[names == " ".join(words)].tolist()
        if whole or part == "whole":
            return whole
        if part == "inside":
            return names.index[_hold(names, [re.escape(word) for word in words])].tolist()
        return names.index[begin(names, wanted)].tolist()

    def at_address(self, text: str) -> list[Hashable]:
        """Find the ids of those who have an address, a number or a profile."""
        if self.identifiers is None or not len(self.identifiers):
            return []
        values = self.identifiers["value"].str.casefold().str.rstrip("/")
        owners = self.identifiers.loc[values == text.casefold().rstrip("/"), "person_id"]
        return [owner for owner in owners.unique() if owner in self.people.index]

    def one(self, text: Hashable, part: Part = "beginning", *, given: str = "") -> Hashable:
        """Find the id of the one person who is meant.

        Parameters
        ----------
        text, part
            As in `fitting`.
        given
            The option in which the text stands, for the error.

        Raises
        ------
        UnknownNameError
            If nobody is meant, or several people are.

        Examples
        --------
        >>> people = pd.DataFrame({"name": ["Ann Lee", "Ann Ost"]}, index=["a1", "a2"])
        >>> Names(people).one("ann l")
        'a1'
        >>> Names(people).one("ann")
        Traceback (most recent call last):
            ...
        netgraph.errors.UnknownNameError: 2 people are meant by 'ann': Ann Lee, no title [a1]; ...
        """
        found = self.fitting(text, part)
        if len(found) == 1:
            return found[0]
        raise self.several(text, found, given=given) if found else self.nobody(text, given=given)

    def nobody(self, text: Hashable, *, given: str = "") -> UnknownNameError:
        """Say that nobody is meant, and whose names are nearest."""
        from rapidfuzz import fuzz, process  # noqa: PLC0415 - needed for a mistake alone

        wanted = fold(str(text))
        near = process.extract(
            wanted,
            dict(self.folded.items()),
            scorer=fuzz.WRatio,
            limit=_NEAREST,
            score_cutoff=_ALIKE,
        )
        called = [f"{self.called(person)!r} [{person}]" for _, _, person in near]
        error = UnknownNameError(
            f"nobody is known by {text!r}{_given(given)}",
            remedy=f"Perhaps you mean {' or '.join(called)}" if called else _NO_NAME,
        )
        error.near = tuple(str(person) for _, _, person in near)
        return error

    def several(
        self, text: Hashable, found: Iterable[Hashable], *, given: str = "", remedy: str = BY_ID
    ) -> UnknownNameError:
        """Say that several people are meant, and what tells them apart."""
        meant = list(found)
        listed = "; ".join(f"{self.called(p)}, {self.post(p)} [{p}]" for p in meant[:_LISTED])
        more = f"; and {len(meant) - _LISTED:,} more" if len(meant) > _LISTED else ""
        error = UnknownNameError(
            f"{len(meant):,} people are meant by {text!r}{_given(given)}: {listed}{more}",
            remedy=remedy,
        )
        error.meant = tuple(str(person) for person in meant)
        return error

    def called(self, person: Hashable) -> str:
        """Give somebody's name, or that there is none."""
        return self._told(person, "name") or "(no name)"

    def post(self, person: Hashable) -> str:
        """Tell somebody's title and company."""
        told = [self._told(person, "title"), self._told(person, "company")]
        return " at ".join(filter(None, told)) or "no title"

    def _told(self, person: Hashable, column: str) -> str:
        if column not in self.people:
            return ""
        cell = self.people[column].loc[pd.Index([person], dtype=object)].iloc[0]
        return cell if isinstance(cell, str) else ""


def people_of(graph: nx.Graph) -> pd.DataFrame:
    """Lay out what a graph knows of its people: name, company, title, domain."""
    table = {column: [known.get(column) for known in graph.nodes.values()] for column in TOLD}
    return pd.DataFrame(table, index=pd.Index(list(graph), dtype=object), dtype=object)


def fold(text: str) -> str:
    """Write a text without case, accents and superfluous blanks.

    Examples
    --------
    >>> fold("  Cy  Röhl")
    'cy rohl'
    """
    if not text.isascii():
        bare = unicodedata.normalize("NFKD", text)
        text = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(text.casefold().split())


def begin(folded: pd.Series[str], text: str) -> pd.Series[bool]:
    """Tell in which folded texts each word of a text stands, or begins a word."""
    words = _WORD.findall(fold(text))
    return _hold(folded, [rf"(?<!\w){re.escape(word)}" for word in words])


def _hold(texts: pd.Series[str], signs: list[str]) -> pd.Series[bool]:
    held = pd.Series(data=bool(signs), index=texts.index)
    for sign in signs:
        held &= texts.str.contains(sign)
    return held


def _given(option: str) -> str:
    return f", given in {option}" if option else ""
