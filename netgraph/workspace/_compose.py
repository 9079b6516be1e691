"""From the stored parts to the contacts as they are now: join, resolve, classify, mark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.identity import resolve
from netgraph.importers import Reading, join
from netgraph.workspace._current import Order, without_state
from netgraph.workspace._kept import latest_notes, renamed, tags_that_count

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.workspace._sources import Source


def join_current(order: Order, parts: Mapping[int, Contacts]) -> Contacts:
    """Put the parts together: the present ones whole, of older ones what happened."""
    readings = []
    for source in order.sources:
        part: Contacts | None = parts[source.id]
        if part is not None and source.id in order.newer:
            part = without_state(part)
        if part is not None:
            readings.append(_reading(source, part))
    if not readings:
        return Contacts()
    told = [source.ego for source in sorted(order.sources) if source.ego]
    return join(readings, told[-1] if told else None)


def resolve_with(contacts: Contacts, decisions: pd.DataFrame) -> Contacts:
    """Decide who is who, the user's decisions first."""
    if decisions.empty:
        return resolve(contacts)
    return resolve(contacts, decisions=decisions[["one", "other", "verdict"]])


def current_ids(contacts: Contacts) -> dict[str, str]:
    """Tell which id a raw id has now, for those that were merged into others."""
    merged = dict(zip(contacts.matches["merged_id"], contacts.matches["person_id"], strict=True))
    current = {}
    for raw in merged:
        person, steps = merged[raw], 0
        while person in merged and steps < len(merged):
            person, steps = merged[person], steps + 1
        current[raw] = person
    return current


def mark(
    contacts: Contacts, notes: pd.DataFrame, tags: pd.DataFrame, current: Mapping[str, str]
) -> Contacts:
    """Add the columns ``note`` (the last one) and ``tags``, where there are any."""
    people = contacts.people
    noted = latest_notes(renamed(notes, current))
    standing = tags_that_count(renamed(tags, current))
    if len(noted):
        people = people.assign(note=noted.reindex(people.index))
    if len(standing):
        cells = standing.groupby("person_id", sort=False)["tag"].agg("; ".join)
        people = people.assign(tags=cells.reindex(people.index))
    return contacts if people is contacts.people else replace(contacts, people=people)


def _reading(source: Source, part: Contacts) -> Reading:
    """Give a stored part back as `join` takes it; each import's archives are its own."""
    archive = f"{source.archive} {source.export}" if source.archive else ""
    return Reading(source.file, archive, part, source.format, source.digest)
