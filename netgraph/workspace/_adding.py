"""One import: what is new among the files that were read, and what to say of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import empty_table
from netgraph.workspace._forgotten import list_forgotten, without
from netgraph.workspace._journal import as_times, record
from netgraph.workspace._kept import add_rows, egos
from netgraph.workspace._schema import EGOS
from netgraph.workspace._sources import Import, add_source, list_sources
from netgraph.workspace._store import to_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

    from netgraph.contacts import Contacts
    from netgraph.importers import Reading
    from netgraph.workspace._acquaintance import Acquaintance
    from netgraph.workspace._current import Order
    from netgraph.workspace._sources import Source
    from netgraph.workspace._store import Stored

KNOWN, REFUSED, NOT_USED = "known", "refused", "not used"
NEW, NEWER, OLDER, SAME = "new", "newer", "older", "same"
_NAMED = 3
"""So many files of an import are named in the journal."""


@dataclass(frozen=True)
class Imported:
    """What came of an import.

    Attributes
    ----------
    files
        A row per file as in ``Contacts.files``, and the column ``state``:
        ``new``; ``newer`` (it took the place of an older export); ``older`` (a
        newer one is here, only what happened was added); ``same`` (a newer
        export holds it unchanged); ``known`` (its content is here, nothing
        changed); ``refused`` (it cannot be read); ``not used``.
    rejected
        A row per row that was refused, as in ``Contacts.rejected``.
    changes
        What newer exports changed, as `changes` tells it.
    sentence
        What came of it, in words.
    """

    files: pd.DataFrame
    rejected: pd.DataFrame
    changes: pd.DataFrame
    sentence: str


@dataclass
class Outcome:
    """What was stored: for each reading its source, or why there is none.

    ``you`` is who the user said to be, where all that is new is this.
    """

    readings: Sequence[Reading]
    you: str = ""
    source_ids: dict[int, int] = field(default_factory=dict)
    states: dict[int, str] = field(default_factory=dict)

    @property
    def parts(self) -> dict[int, Contacts]:
        """The parts that were stored, by the number of their source."""
        return {source: self.readings[place].contacts for place, source in self.source_ids.items()}

    def state(self, place: int, order: Order) -> str:
        """Tell the state of the reading at `place`."""
        if place in self.states:
            return self.states[place]
        source = self.source_ids[place]
        if source in order.newer:
            return OLDER
        replaced = {new for ids in order.newer.values() for new in ids}
        if source not in replaced:
            return NEW
        return SAME if source in _unchanged(order) else NEWER


def store(connection: Connection, readings: Sequence[Reading], ego: str | None) -> Outcome:
    """Store what is new, as one action; an export whose content is here changes nothing.

    Parameters
    ----------
    connection
        In a writing transaction.
    readings
        What came of each file.
    ego
        Who the user said to be.
    """
    forgotten = list_forgotten(connection)
    readings = [
        reading._replace(contacts=without(reading.contacts, forgotten.find(reading.contacts)))
        for reading in readings
    ]
    outcome = Outcome(readings)
    known = _contents(list_sources(connection))
    fresh: list[tuple[int, dict[int, Stored]]] = []
    for unit, places in enumerate(_units(readings)):
        rows: dict[int, Stored] = {}
        marks: set[tuple[str, str]] = set()
        for place in places:
            stored = to_rows(readings[place].contacts)
            mark = (readings[place].digest, stored.content)
            if mark in marks and not readings[place].archive:
                outcome.states[place] = KNOWN  # a copy of a file beside the file
            else:
                rows[place] = stored
            marks.add(mark)
        if not any(readings[place].format for place in places):
            outcome.states |= {place: _refusal(readings[place]) for place in places}
        elif any(marks <= contents for contents in known):
            outcome.states |= dict.fromkeys(places, KNOWN)
        else:
            known.append(marks)
            fresh.append((unit, rows))
    if not fresh:
        outcome.you = _note_ego(connection, outcome, ego)
        return outcome
    names = dict.fromkeys(
        readings[place].archive or readings[place].file for _, rows in fresh for place in rows
    )
    action = record(connection, "import", f"import of {_list(list(names))}")
    for unit, rows in fresh:
        for place, stored in rows.items():
            reading = readings[place]
            of = Import(action, unit, ego)
            outcome.source_ids[place] = add_source(connection, of, reading, stored)
            if not reading.format:
                outcome.states[place] = _refusal(reading)
    return outcome


def _note_ego(connection: Connection, outcome: Outcome, ego: str | None) -> str:
    """Note who the user says to be where the files are known; gives it if it is new."""
    here = KNOWN in outcome.states.values()
    if not ego or not here or ego in egos(connection)[-1:]:
        return ""
    add_rows(connection, EGOS, record(connection, "ego", f"you are {ego}"), [{"ego": ego}])
    return ego


def list_files(outcome: Outcome, order: Order, joined: pd.DataFrame) -> pd.DataFrame:
    """List the files of an import with their states.

    Parameters
    ----------
    outcome
        What was stored.
    order
        Which files tell the present state.
    joined
        The files as `join` lists them: it warns where it is not known who you are.
    """
    rows = [
        reading.contacts.files.assign(state=outcome.state(place, order))
        for place, reading in enumerate(outcome.readings)
    ]
    files = pd.concat(rows, ignore_index=True)
    same = ["file", "format", "rows", "kept", "rejected"]
    told = joined.drop_duplicates(same, keep="last")[[*same, "warnings"]]
    warnings = files[same].merge(told, on=same, how="left")["warnings"]
    return files.assign(warnings=warnings.fillna(files["warnings"]))


def list_imports(order: Order, counts: pd.DataFrame) -> pd.DataFrame:
    """List all files that were imported, in the order of their import.

    Parameters
    ----------
    order
        The files, and which of them tell the present state.
    counts
        The rows of each, as `count_rows` gives them.
    """
    sources = sorted(order.sources)
    told = pd.DataFrame(
        {
            "file": pd.Series([s.file for s in sources], dtype="str"),
            "format": pd.Series([s.format or "unknown" for s in sources], dtype="str"),
            "imported_at": as_times(pd.Series([s.at for s in sources], dtype="object")),
            "as_of": as_times(pd.Series([s.as_of for s in sources], dtype="object")),
        }
    )
    rows = counts.reindex([s.id for s in sources]).reset_index(drop=True).astype("int64")
    current = pd.Series([s.id not in order.newer for s in sources], dtype="bool")
    return told.join(rows).assign(current=current)


def list_rejected(readings: Sequence[Reading]) -> pd.DataFrame:
    """List the rows that were refused."""
    rows = [r.contacts.rejected for r in readings if len(r.contacts.rejected)]
    return pd.concat(rows, ignore_index=True) if rows else empty_table("rejected")


def describe(
    files: pd.DataFrame, changes: pd.DataFrame, people: Acquaintance, you: str = ""
) -> str:
    """Say in words what came of an import.

    Parameters
    ----------
    files
        With their states.
    changes
        What they changed.
    people
        How many people are contacts now, and how many are only named.
    you
        Who the user said to be, where all that is new is this.
    """
    told = files[files["state"] != NOT_USED]
    count = Counter(told["state"])
    fresh, older = count[NEW] + count[NEWER], count[OLDER]
    parts = []
    if you:
        parts.append(f"Noted that you are {you}; now {_now(people)}.")
    elif not fresh and not older:
        here = count[KNOWN] + count[SAME]
        parts.append("Nothing new: all of it was imported before." if here else "Nothing new.")
    else:
        added = [f"{_count(fresh, 'file')} imported"] if fresh else []
        added += [f"{_count(older, 'older file')} added"] if older else []
        parts.append(f"{', '.join(added)}; now {_now(people)}.")
        if count[SAME]:
            parts.append(f"{_count(count[SAME], 'file')} the same as before.")
        if count[KNOWN]:
            parts.append(f"{_count(count[KNOWN], 'file')} had been imported before.")
    if count[REFUSED]:
        parts.append(f"{_count(count[REFUSED], 'file')} could not be read.")
    stored = told[told["state"].isin([NEW, NEWER, OLDER])]
    if rejected := int(stored["rejected"].sum()):
        parts.append(f"{_count(rejected, 'row')} refused, each with its reason.")
    words = {"joined": "joined", "left": "left", "employer": "changed employer",
             "title": "changed title"}  # fmt: skip
    counts = changes["change"].value_counts()
    news = [f"{counts[kind]:,} {text}" for kind, text in words.items() if kind in counts]
    if news:
        parts.append(f"Since the export before: {', '.join(news)}.")
    return " ".join(parts)


def _units(readings: Sequence[Reading]) -> list[list[int]]:
    """Group readings by export: those of one archive, or of one file."""
    units: dict[tuple[str, str], list[int]] = defaultdict(list)
    for place, reading in enumerate(readings):
        alone = reading.digest or reading.file
        units[reading.archive, "" if reading.archive else alone].append(place)
    return list(units.values())


def _contents(sources: Sequence[Source]) -> list[set[tuple[str, str]]]:
    contents: Mapping[tuple[int, int], set[tuple[str, str]]] = defaultdict(set)
    for source in sources:
        contents[source.export].add((source.digest, source.content))
    return list(contents.values())


def _unchanged(order: Order) -> set[int]:
    """Find the files that hold what the file before them in their source held."""
    content = {source.id: source.content for source in order.sources}
    return {
        after
        for follow in order.follows
        for after in follow.after
        if content[after] in {content[before] for before in follow.before}
    }


def _refusal(reading: Reading) -> str:
    return REFUSED if reading.error else NOT_USED


def _list(names: Sequence[str]) -> str:
    if len(names) == 1:
        return names[0]
    more = ", ..." if len(names) > _NAMED else ""
    return f"{len(names)} files ({', '.join(names[:_NAMED])}{more})"


def _now(people: Acquaintance) -> str:
    named = f", {people.named:,} more {_people(people.named)} named" if people.named else ""
    return _count(people.contacts, "contact") + named


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _people(number: int) -> str:
    return "person" if number == 1 else "people"
