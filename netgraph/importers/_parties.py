"""Those who take part in a mail or a meeting: an address, and the name written beside it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.importers._identifiers import email_addresses
from netgraph.importers._names import clean, in_reading_order
from netgraph.importers._people import MAIL, mentioned, tell_identifiers, tell_people
from netgraph.importers._register import IMPORTERS
from netgraph.importers._table import Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.importers._text import Document

MOST_PARTIES = 15
"""A mail or a meeting of more people does not tell that they know each other."""

_ROBOT = re.compile(
    r"(.*[-_.+])?(no|do[-_.]?not|dont)[-_.]?reply([-_.+].*)?@|(mailer-daemon|postmaster)@"
)


class Party(NamedTuple):
    """A mention: the id, "" if nothing tells who it is, and the name, "" if it is not told."""

    id: str
    name: str


def read_party(name: str, address: str) -> Party:
    """Read one who takes part; a name that merely repeats the address is none.

    Examples
    --------
    >>> tuple(read_party("Sample, Bob", "Bob@Example.com"))
    ('mail/bob@example.com', 'Bob Sample')
    >>> tuple(read_party("'bob@example.com'", "bob@example.com"))
    ('mail/bob@example.com', '')
    """
    found = email_addresses(address)
    name = in_reading_order(clean(name).strip("'\" "))
    if "@" in name:
        found, name = found or email_addresses(name), ""
    return Party(mentioned(name, None, found[0] if found else None) or "", name)


def is_robot(party: Party) -> bool:
    """Tell an address that no person answers from: ``no-reply@``, ``mailer-daemon@``."""
    return bool(_ROBOT.match(party.id.removeprefix(MAIL)))


def name_parties(parties: Iterable[Party], source: str) -> dict[str, pd.DataFrame]:
    """Make the tables ``people`` and ``identifiers``: of several names the commonest stays."""
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for party in parties:
        names[party.id][party.name] += bool(party.name)
    best = {person: counts.most_common(1)[0][0] for person, counts in names.items()}
    people = tell_people(best, best.values(), source)
    ids = [person for person in best if person.startswith(MAIL)]
    addresses = [person.removeprefix(MAIL) for person in ids]
    return {"people": people, "identifiers": tell_identifiers(ids, "email", addresses)}


def most_present(seats: Counter[str]) -> str:
    """Find the one who takes part most often; "" where it is not one alone."""
    first = seats.most_common(2)
    alone = len(first) == 1 or (len(first) > 1 and first[0][1] > first[1][1])
    return first[0][0] if alone else ""


def as_table(document: Document, name: str, rows: list[int]) -> Table:
    """Give what is no table the form in which its rows are accounted for.

    Parameters
    ----------
    document, name
        The file and its format.
    rows
        The line at which each record begins.
    """
    index = pd.Index(rows, dtype="int64", name="row")
    return Table(document, IMPORTERS[name], pd.DataFrame(index=index))
