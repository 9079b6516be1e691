"""From the stored parts to the contacts as they are now: join, and decide who is who."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.contacts import Contacts, rename_people
from netgraph.identity.people import Prepared, resolve_prepared
from netgraph.importers import Reading, join
from netgraph.workspace._corrected import later, without_corrected
from netgraph.workspace._current import Order, without_state
from netgraph.workspace._former import with_former_posts, with_last_known
from netgraph.workspace._succession import successors

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from netgraph.workspace._sources import Source


class Joined(NamedTuple):
    """All parts put together.

    Attributes
    ----------
    contacts
        Everybody, before it is decided who is who.
    moved
        The id of a person in an older export -> the id in the newer, where the
        older is in use no more.
    """

    contacts: Contacts
    moved: dict[str, str]


def join_current(order: Order, parts: Mapping[int, Contacts], egos: Sequence[str] = ()) -> Joined:
    """Put the parts together: the present ones whole, of older ones what happened.

    Parameters
    ----------
    order
        Which files tell the present state.
    parts
        What each was read into, by its number.
    egos
        Who the user said to be.
    """
    readings, moved = [], dict[str, str]()
    after = later(order.follows)
    for source in order.sources:
        part: Contacts | None = parts[source.id]
        if part is not None and source.id in order.newer:
            ids = successors(part, [parts[number] for number in order.newer[source.id]])
            moved |= ids
            newer = [parts[number] for number in after.get(source.id, ())]
            part = without_state(without_corrected(rename_people(part, ids), newer))
        if part is not None:
            readings.append(_reading(source, part))
    if not readings:
        return Joined(Contacts(), {})
    contacts = with_last_known(join(readings, *egos), order, parts)
    contacts = with_former_posts(contacts, order, parts, moved)
    gone = {old: new for old, new in moved.items() if old not in contacts.people.index}
    return Joined(contacts, gone)


def resolve_with(joined: Joined, prepared: Prepared, decisions: pd.DataFrame) -> Contacts:
    """Decide who is who, the user's decisions first.

    Parameters
    ----------
    joined
        All parts put together.
    prepared
        What `prepare` made of them.
    decisions
        Columns ``one``, ``other``, ``verdict``, by any id that a person had.
    """
    moved = {column: decisions[column].replace(joined.moved) for column in ("one", "other")}
    now = decisions[["one", "other", "verdict"]].assign(**moved)
    return resolve_prepared(prepared, now if len(now) else None)


def current_ids(joined: Joined, resolved: Contacts) -> dict[str, str]:
    """Tell which id a raw id has now: of another export, or of the person it was merged into."""
    matches = resolved.matches
    merged = dict(zip(matches["merged_id"], matches["person_id"], strict=True))
    current = {raw: _follow(raw, merged) for raw in merged}
    return current | {old: _follow(new, merged) for old, new in joined.moved.items()}


def _follow(person: str, merged: Mapping[str, str]) -> str:
    """Follow merges to their end; a person who was merged into itself is the end too."""
    seen = {person}
    while (further := merged.get(person)) is not None and further not in seen:
        person = further
        seen.add(person)
    return person


def _reading(source: Source, part: Contacts) -> Reading:
    """Give a stored part back as `join` takes it; each import's archives are its own."""
    archive = f"{source.archive} {source.export}" if source.archive else ""
    return Reading(source.file, archive, part, source.format, source.digest)
