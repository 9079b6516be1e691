"""``introductions.csv``: who introduced whom to whom, as you wrote it down."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, Contacts
from netgraph.importers._account import DUPLICATE, account
from netgraph.importers._dates import ISO, read_reduced, read_time, warn_of_unread
from netgraph.importers._mentions import Mention, read_mention, tell_mentions
from netgraph.importers._names import clean
from netgraph.importers._register import header_key, importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "introductions"
COLUMNS = {
    "introducer": "introducer|introduced by|intro by|referrer|referred by|via|connector|broker"
    "|from_intro|empfohlen von|vorgestellt von|vermittler|presentado por|présenté par"
    "|presentato da|apresentado por|представил|кто представил|představil|przedstawił"
    "|voorgesteld door",
    "introducer_id": "introducer_id|introducer email|introducer url",
    "introduced": "introduced|introducee|person|contact|who|name|persona|person 1|person A"
    "|vorgestellt|vorgestellte person|presentado|persona presentada|présenté|personne présentée"
    "|presentato|persona presentata|apresentado|pessoa apresentada|представлен|кого представили"
    "|představený|przedstawiony|voorgesteld",
    "introduced_id": "introduced_id|introduced email|introduced url|person email|contact email",
    "introduced_to": "introduced_to|intro to|to|met|target|person 2|person B|with|vorgestellt bei"
    "|presentado a|présenté à|presentato a|apresentado a|кому|komu|voorgesteld aan",
    "introduced_to_id": "introduced_to_id|to email|to url",
    "date": "date|when|intro date|introduced on|on|datum|fecha|data|дата",
    "channel": "channel|how|medium|via_channel|where",
    "outcome": "outcome|result|status|ergebnis",
    "context": "context|event|notes|note|reason",
    "strength": "strength|rating|score|weight",
    "confidence": "confidence",
    "source": "source",
}
_THREE = 3
_CHANNELS = {
    "email": "email",
    "mail": "email",
    "inperson": "in_person",
    "meeting": "in_person",
    "call": "phone",
}
_KEPT_BESIDE = ("strength", "confidence", "source")


class Introduction(NamedTuple):
    """One introduction of two people by a third, and the row that it stands in."""

    row: int
    introducer: Mention
    introduced: Mention
    introduced_to: Mention


@importer(
    FORMAT,
    columns=COLUMNS,
    needs=("introducer introduced",),
    files=("introductions", "intros"),
    trust=3,
    named=("introducer introduced",),
)
def read_introductions(table: Table) -> Contacts:
    """Introductions: who brought two people together, when, how, with what outcome.

    Parameters
    ----------
    table
        At least ``introducer`` and ``introduced``; without ``introduced_to``
        (or where it is empty) it was you. Several in one cell, parted by
        ``;``, are an introduction each.
    """
    found, reasons = _read_rows(table)
    rows = [item.row for item in found]
    cells = {role: table.text(role).loc[rows] for role in COLUMNS}
    dates = cells["date"].map(read_reduced)
    outcome = cells["outcome"].map(_word)
    facts = pd.DataFrame(
        {
            "introducer": [item.introducer.id for item in found],
            "introduced": [item.introduced.id for item in found],
            "introduced_to": [item.introduced_to.id for item in found],
            "date": dates.array,
            "at": pd.to_datetime(cells["date"].map(_whole_day)).array,
            "channel": [_CHANNELS.get(header_key(c), _word(c)) for c in cells["channel"]],
            "outcome": outcome.array,
            "context": cells["context"].map(clean).array,
            "file": table.file,
            "row": rows,
            **{role: cells[role].array for role in _KEPT_BESIDE if table.has(role)},
        }
    )
    parties = [party for item in found for party in item[1:]]
    rejected = pd.Series(reasons, dtype="object").reindex(table.cells.index, fill_value="")
    return Contacts(
        **tell_mentions(parties, FORMAT),
        introductions=facts,
        **account(table, rejected, [warn_of_unread((cells["date"], dates))]),
    )


def _read_rows(table: Table) -> tuple[list[Introduction], dict[int, str]]:
    roles = ("introducer", "introduced", "introduced_to")
    columns = [table.text(role) for role in roles] + [table.text(f"{role}_id") for role in roles]
    dates = table.text("date")
    seen: set[tuple[str, frozenset[str], str]] = set()
    found, reasons = [], {}
    for row, *cells in zip(table.cells.index, *columns, dates, strict=True):
        names, ids, date = cells[:3], cells[3:6], cells[6]
        introductions, reason = _read_row(row, names, ids)
        fresh = []
        for item in introductions:
            key = item.introducer.id, frozenset({item.introduced.id, item.introduced_to.id}), date
            if key not in seen:
                seen.add(key)
                fresh.append(item)
        found += fresh
        if reason or not fresh:
            reasons[row] = reason or DUPLICATE
    return found, reasons


def _read_row(row: int, names: list[str], ids: list[str]) -> tuple[list[Introduction], str]:
    """Read one row: its introductions, or the reason why there are none."""
    introducer, introduced = read_mention(names[0], ids[0]), read_mention(names[1], ids[1])
    if introducer is None:
        return [], "it names no introducer"
    if introduced is None:
        return [], "it names nobody who was introduced"
    others = _parties(names[2], ids[2])
    found = [
        Introduction(row, introducer, introduced, other)
        for other in others
        if len({introducer.id, introduced.id, other.id}) == _THREE
    ]
    if found:
        return found, ""
    if introducer.id == EGO and others[0].id == EGO:
        return [], "you introduced the person to yourself: a direct meeting, no introduction"
    return [], "two of the three people that it names are one person"


def _parties(names: str, ids: str) -> list[Mention]:
    """Read the cell of those to whom someone was introduced; if it is empty, it was you."""
    if not names and not ids:
        return [Mention(EGO, "")]
    each_name, each_id = names.split(";"), ids.split(";")
    count = max(len(each_name), len(each_id))
    each_name += [""] * (count - len(each_name))
    each_id += [""] * (count - len(each_id))
    read = [read_mention(n.strip(), i.strip()) for n, i in zip(each_name, each_id, strict=True)]
    return list({party.id: party for party in read if party}.values()) or [Mention(EGO, "")]


def _whole_day(text: str) -> object:
    """Give the day, if the date tells one: a month or a year is no day."""
    reduced = read_reduced(text) or ""
    return read_time(reduced, (ISO,))


def _word(text: str) -> str:
    """Write a term as one word: ``No response`` -> ``no_response``."""
    return re.sub(r"[\s_-]+", "_", clean(text).casefold())
