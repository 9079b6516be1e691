"""What the user said, as part of the workspace: to read it, and to say more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.errors import UnknownNameError
from netgraph.workspace import _kept
from netgraph.workspace._journal import record
from netgraph.workspace._schema import CLUSTER_NAMES, DECISIONS, NOTES, OVERRIDES, TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    import sqlalchemy as sql

    from netgraph.workspace._database import Database
    from netgraph.workspace._shelf import WorkedOut
    from netgraph.workspace._view import Viewer

_VERDICTS = ("merge", "apart")
_MOSTLY = 0.5


class Notebook:
    """Decisions, overrides, notes, tags, names of clusters and places on the map.

    People are given by any id that they have or had; tables show them under
    the id that they have now.

    Parameters
    ----------
    database
        Where it is kept.
    viewer
        Tells who is known.
    """

    def __init__(self, database: Database, viewer: Viewer) -> None:
        self._database = database
        self._viewer = viewer

    @property
    def decisions(self) -> pd.DataFrame:
        """Your decisions: columns ``one other verdict at``, in the order taken."""
        with self._database.reading() as connection:
            return _kept.decisions(connection)

    @property
    def overrides(self) -> pd.DataFrame:
        """Your own domains and levels: columns ``kind subject domain seniority at``."""
        with self._database.reading() as connection:
            return _kept.overrides(connection)

    @property
    def notes(self) -> pd.DataFrame:
        """Your notes: columns ``person_id text at``, oldest first."""
        with self._database.reading() as connection:
            told = _kept.notes(connection)
        return _kept.notes_that_count(_kept.renamed(told, self._current()))

    @property
    def tags(self) -> pd.DataFrame:
        """Your tags: columns ``person_id tag at``, oldest first."""
        with self._database.reading() as connection:
            told = _kept.tags(connection)
        return _kept.tags_that_count(_kept.renamed(told, self._current()))

    @property
    def cluster_names(self) -> pd.DataFrame:
        """Your names of clusters: columns ``name members at``; ``members`` holds tuples of ids."""
        with self._database.reading() as connection:
            table = _kept.cluster_names(connection)
        current = self._current()
        shown = [tuple(dict.fromkeys(current.get(p, p) for p in m)) for m in table["members"]]
        return table.assign(members=pd.Series(shown, index=table.index, dtype="object"))

    def cluster_name(self, members: Iterable[str]) -> str | None:
        """Give the name of a cluster: the last one given to mostly the same people.

        Two groups are mostly the same if those in both are at least half of
        those in either. None where no such name was given, or it was taken away.
        """
        wanted = set(members)
        table = self.cluster_names
        for name, named in zip(table["name"][::-1], table["members"][::-1], strict=True):
            both = wanted.intersection(named)
            if both and len(both) >= _MOSTLY * len(wanted.union(named)):
                return str(name) or None
        return None

    @property
    def positions(self) -> pd.DataFrame:
        """Where people stood on the map: columns ``person_id x y``. May be set."""
        with self._database.reading() as connection:
            places = _kept.positions(connection)
        places = _kept.renamed(places, self._current())
        return places.drop_duplicates("person_id", ignore_index=True)

    @positions.setter
    def positions(self, places: pd.DataFrame) -> None:
        with self._database.writing() as connection:
            _kept.set_positions(connection, places)

    def decide(self, one: str, other: str, verdict: str) -> None:
        """Decide that two are one person (``merge``), or that they are two (``apart``).

        A later decision about the same two counts before an earlier one.

        Raises
        ------
        UnknownNameError
            If one of them is nobody here, both are one, or there is no such verdict.
        """
        if verdict not in _VERDICTS:
            raise UnknownNameError(f"{verdict!r} is no verdict", remedy="Say merge, or apart")
        if one == other:
            raise UnknownNameError(f"{one!r} is one person only", remedy="Give two people")
        latest = self._viewer.latest()
        first, second = self._name(one, latest), self._name(other, latest)
        how = "are one person" if verdict == "merge" else "are two people"
        row = {"one": one, "other": other, "verdict": verdict}
        self._write(DECISIONS, "decision", f"{first} and {second} {how}", row)

    def override(
        self, subject: str, *, domain: str | None = None, seniority: str | None = None
    ) -> None:
        """Say in which field, and at which level, a person or all with a title work.

        Parameters
        ----------
        subject
            The id of a person, or a title (``*`` and ``?`` make a pattern).
        domain, seniority
            A code or an English name; ``UNK`` for none; None leaves it to the
            rules. What was said of the subject before counts no more.

        Raises
        ------
        UnknownNameError
            If nothing is called so.
        """
        from netgraph.workspace._overrides import find_code  # noqa: PLC0415 - it loads all rules

        codes = {
            "domain": find_code(domain, "domain") if domain else None,
            "seniority": find_code(seniority, "seniority") if seniority else None,
        }
        kind = "person" if self._is_known(subject) else "title"
        name = self._name(subject) if kind == "person" else repr(subject)
        said = ", ".join(code for code in codes.values() if code) or "as the rules say"
        row = {"kind": kind, "subject": subject, **codes}
        self._write(OVERRIDES, "override", f"{name}: {said}", row)

    def override_titles(self, rules: Mapping[str, str] | str | Path) -> int:
        """Take over rules of your own for titles, as one action; gives how many.

        Parameters
        ----------
        rules
            A mapping, or a CSV or YAML file, as `classify` takes them.

        Raises
        ------
        UnknownNameError
            If a rule names no domain or no level; none is taken over then.
        ImportFormatError
            If the file cannot be read, or holds no rule.
        """
        from netgraph.workspace._overrides import rows_of  # noqa: PLC0415 - as above

        rows = rows_of(rules)
        text = f"{len(rows)} rule{'' if len(rows) == 1 else 's'} for titles"
        self._write(OVERRIDES, "override", text, *rows)
        return len(rows)

    def note(self, person: str, text: str) -> None:
        """Write a note about a person; an empty one takes the earlier ones away."""
        name = self._name(person)
        self._write(
            NOTES, "note", f"note about {name}", {"person_id": person, "text": text.strip()}
        )

    def tag(self, person: str, *tags: str) -> None:
        """Give a person tags."""
        self._tag(person, tags, present=True)

    def untag(self, person: str, *tags: str) -> None:
        """Take tags from a person."""
        self._tag(person, tags, present=False)

    def name_cluster(self, members: Iterable[str], name: str) -> None:
        """Give the cluster of these people a name; an empty one takes it away."""
        ids = sorted(set(members))
        text = f"name of a cluster of {len(ids)} people: {name}"
        row = {"members": _kept.as_members(ids), "name": name.strip()}
        self._write(CLUSTER_NAMES, "cluster", text, row)

    def _tag(self, person: str, tags: Iterable[str], *, present: bool) -> None:
        name = self._name(person)
        labels = [label for tag in tags if (label := " ".join(tag.replace(";", " ").split()))]
        if labels:
            text = f"{', '.join(labels)} {'given to' if present else 'taken from'} {name}"
            rows = [{"person_id": person, "tag": t, "present": int(present)} for t in labels]
            self._write(TAGS, "tag", text, *rows)

    def _write(
        self, table: sql.TableClause, kind: str, text: str, *rows: Mapping[str, Any]
    ) -> None:
        with self._database.writing() as connection:
            _kept.add_rows(connection, table, record(connection, kind, text), rows)

    def _is_known(self, person: str) -> bool:
        view = self._viewer.view()
        return person in view.contacts.people.index or person in view.current

    def _current(self) -> dict[str, str]:
        return self._viewer.view().current

    def _name(self, person: str, view: WorkedOut | None = None) -> str:
        """Give a person's name; an error if the id is nobody's."""
        shown = view or self._viewer.view()
        names, now = shown.contacts.people["name"], shown.current.get(person, person)
        if now in names.index:
            return str(names[now]) if isinstance(names[now], str) else now
        if view:
            return self._name(person)
        raise UnknownNameError(
            f"nobody has the id {person!r}", remedy="Find people with: netgraph people --find"
        )
