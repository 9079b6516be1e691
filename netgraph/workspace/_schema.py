"""The tables of a workspace's file, and the steps that bring an older file up to date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sql

from netgraph.errors import WorkspaceError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

APPLICATION_ID = 0x6E67776B
"""What SQLite keeps in the header of each workspace: the letters ``ngwk``."""

STORED: Mapping[str, tuple[str, ...]] = {
    "people": (
        "person_id", "name", "given_name", "family_name", "company", "title", "domain",
        "seniority", "location", "groups", "is_ego", "sources",
    ),
    "identifiers": ("person_id", "kind", "value"),
    "ties": (
        "source", "target", "kind", "since", "last_at", "count", "weight", "evidence",
        "probability",
    ),
    "interactions": ("source", "target", "at", "kind", "channel", "words", "thread"),
    "introductions": (
        "introducer", "introduced", "introduced_to", "date", "channel", "outcome", "context",
    ),
    "affiliations": ("person_id", "organisation", "kind", "role", "start", "end"),
    "skills": ("person_id", "skill", "kind", "at", "organisation"),  # source_id: see below
    "rejected": ("source", "file", "row", "reason"),
    "files": (
        "file", "format", "encoding", "rows", "kept", "anonymous", "padding", "duplicates",
        "rejected", "warnings",
    ),
}  # fmt: skip
"""Table of `Contacts` -> the columns that have a column of their own in the file.

Every other column of a table is kept as JSON in ``extra``, so that a new one
needs no new version of the file. So is ``source_id`` of the skills, who confirmed
one: in the file, a column of that name tells the source of each row.
"""


def _part(name: str) -> sql.TableClause:
    columns = ("id", "source_id", *STORED[name], "extra")
    return sql.table(f"part_{name}", *(sql.column(column) for column in columns))


def _table(name: str, *columns: str) -> sql.TableClause:
    return sql.table(name, *(sql.column(column) for column in columns))


PARTS = {name: _part(name) for name in STORED}
META = _table("meta", "key", "value")
ACTIONS = _table("actions", "id", "at", "kind", "text", "undone")
SOURCES = _table(
    "sources", "id", "action_id", "unit", "archive", "file", "format", "digest", "content",
    "as_of", "ego", "shape",
)  # fmt: skip
DECISIONS = _table("decisions", "id", "action_id", "one", "other", "verdict")
OVERRIDES = _table("overrides", "id", "action_id", "kind", "subject", "domain", "seniority")
NOTES = _table("notes", "id", "action_id", "person_id", "text")
TAGS = _table("tags", "id", "action_id", "person_id", "tag", "present")
CLUSTER_NAMES = _table("cluster_names", "id", "action_id", "members", "name")
POSITIONS = _table("positions", "person_id", "x", "y")
FORGOTTEN = _table("forgotten", "hash", "at")
EGOS = _table("egos", "id", "action_id", "ego")
LOGGED = _table("logged", "id", "action_id", "person_id", "kind", "by_whom", "day", "text")
PROMISES = _table("promises", "id", "action_id", "person_id", "text", "other", "due")
PROMISES_KEPT = _table("promises_kept", "id", "action_id", "promise_id")
RELATIONS_SAID = _table("relations_said", "id", "action_id", "person_id", "relation", "holds")
SETTLED = _table("settled", "id", "action_id", "person_id", "what", "state", "until")
WORKED_OUT = _table("worked_out", "name", "content")
ANSWERS = _table("answers", "name", "sign", "content")

_FIRST = (
    "people", "identifiers", "ties", "interactions", "introductions", "affiliations", "rejected",
    "files",
)  # fmt: skip
"""The tables of the first version."""

# Never change a step that was once released: add one below it.
_STEP_1 = (
    "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)",
    """CREATE TABLE actions (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL,
    kind TEXT NOT NULL, text TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)""",
    """CREATE TABLE sources (id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    unit INTEGER NOT NULL, archive TEXT NOT NULL, file TEXT NOT NULL, format TEXT NOT NULL,
    digest TEXT NOT NULL, content TEXT NOT NULL, as_of TEXT, ego TEXT, shape TEXT NOT NULL)""",
    """CREATE TABLE part_people (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    person_id TEXT NOT NULL, name TEXT, given_name TEXT, family_name TEXT, company TEXT,
    title TEXT, domain TEXT, seniority TEXT, location TEXT, "groups" TEXT, is_ego INTEGER,
    sources TEXT, extra TEXT)""",
    """CREATE TABLE part_identifiers (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    person_id TEXT, kind TEXT, value TEXT, extra TEXT)""",
    """CREATE TABLE part_ties (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    source TEXT, target TEXT, kind TEXT, since INTEGER, last_at INTEGER, count INTEGER,
    weight REAL, evidence TEXT, probability REAL, extra TEXT)""",
    """CREATE TABLE part_interactions (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    source TEXT, target TEXT, at INTEGER, kind TEXT, channel TEXT, words INTEGER, thread TEXT,
    extra TEXT)""",
    """CREATE TABLE part_introductions (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    introducer TEXT, introduced TEXT, introduced_to TEXT, date TEXT, channel TEXT, outcome TEXT,
    context TEXT, extra TEXT)""",
    """CREATE TABLE part_affiliations (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    person_id TEXT, organisation TEXT, kind TEXT, role TEXT, start TEXT, "end" TEXT,
    extra TEXT)""",
    """CREATE TABLE part_rejected (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    source TEXT, file TEXT, row INTEGER, reason TEXT, extra TEXT)""",
    """CREATE TABLE part_files (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    file TEXT, format TEXT, encoding TEXT, rows INTEGER, kept INTEGER, anonymous INTEGER,
    padding INTEGER, duplicates INTEGER, rejected INTEGER, warnings TEXT, extra TEXT)""",
    """CREATE TABLE decisions (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    one TEXT NOT NULL, other TEXT NOT NULL,
    verdict TEXT NOT NULL CHECK (verdict IN ('merge', 'apart')))""",
    """CREATE TABLE overrides (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('title', 'person')), subject TEXT NOT NULL,
    domain TEXT, seniority TEXT)""",
    """CREATE TABLE notes (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, text TEXT NOT NULL)""",
    """CREATE TABLE tags (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, tag TEXT NOT NULL, present INTEGER NOT NULL)""",
    """CREATE TABLE cluster_names (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    members TEXT NOT NULL, name TEXT NOT NULL)""",
    "CREATE TABLE positions (person_id TEXT PRIMARY KEY, x REAL NOT NULL, y REAL NOT NULL)",
    "CREATE TABLE forgotten (hash TEXT PRIMARY KEY, at TEXT NOT NULL)",
    *(f"CREATE INDEX ix_part_{name} ON part_{name} (source_id)" for name in _FIRST),
    "CREATE INDEX ix_sources_action ON sources (action_id)",
    "INSERT INTO meta VALUES ('version', '0'), ('parts', '0'), ('key', lower(hex(randomblob(32))))",
)

_STEP_2 = ("CREATE TABLE worked_out (name TEXT PRIMARY KEY, content BLOB NOT NULL)",)
_STEP_3 = (
    """CREATE TABLE IF NOT EXISTS egos (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE, ego TEXT NOT NULL)""",
)
_PLAN_TAGS = "tag LIKE 'plan: done %'"
_STEP_4 = (
    """CREATE TABLE logged (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, kind TEXT NOT NULL, by_whom TEXT NOT NULL, day TEXT NOT NULL,
    text TEXT)""",
    """CREATE TABLE promises (id INTEGER PRIMARY KEY AUTOINCREMENT,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, text TEXT NOT NULL, other TEXT, due TEXT)""",
    """CREATE TABLE promises_kept (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    promise_id INTEGER NOT NULL REFERENCES promises ON DELETE CASCADE)""",
    """CREATE TABLE relations_said (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, relation TEXT NOT NULL, holds INTEGER)""",
    """CREATE TABLE settled (id INTEGER PRIMARY KEY,
    action_id INTEGER NOT NULL REFERENCES actions ON DELETE CASCADE,
    person_id TEXT NOT NULL, what TEXT NOT NULL, state TEXT NOT NULL, until TEXT)""",
    # what the plan kept as tags before
    f"""INSERT INTO settled (action_id, person_id, what, state) SELECT action_id, person_id, 'plan',
    CASE WHEN present THEN 'done' ELSE 'open' END FROM tags WHERE {_PLAN_TAGS} ORDER BY id""",  # noqa: S608
    f"DELETE FROM tags WHERE {_PLAN_TAGS}",  # noqa: S608
)
_STEP_5 = (
    """CREATE TABLE part_skills (id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES sources ON DELETE CASCADE,
    person_id TEXT, skill TEXT, kind TEXT, at INTEGER, organisation TEXT, extra TEXT)""",
    "CREATE INDEX ix_part_skills ON part_skills (source_id)",
)

_STEP_6 = (
    "CREATE TABLE answers (name TEXT PRIMARY KEY, sign TEXT NOT NULL, content BLOB NOT NULL)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (_STEP_1, _STEP_2, _STEP_3, _STEP_4, _STEP_5, _STEP_6)
"""The statements that lead from version n to version n + 1, from an empty file on."""


def migrate(connection: Connection, file: str) -> None:
    """Bring a file to the newest version, within the transaction of `connection`.

    Parameters
    ----------
    connection
        In a writing transaction: a process that is killed leaves the old version.
    file
        What to call the file in errors.

    Raises
    ------
    WorkspaceError
        If the file is no workspace, or was written by a newer netgraph.
    """
    version = _version(connection, file)
    for step in MIGRATIONS[version:]:
        for statement in step:
            connection.exec_driver_sql(statement)
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {len(MIGRATIONS)}")


def is_current(connection: Connection, file: str) -> bool:
    """Tell whether a file is of the newest version."""
    return _version(connection, file) == len(MIGRATIONS)


def _version(connection: Connection, file: str) -> int:
    """Read the version of a file, 0 of an empty one."""
    mark = int(connection.exec_driver_sql("PRAGMA application_id").scalar_one())
    version = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if mark != APPLICATION_ID:
        tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        if mark or version or tables:
            raise no_workspace(file)
    if version > len(MIGRATIONS):
        raise WorkspaceError(
            f"a newer netgraph wrote it (version {version} of the file; this netgraph knows "
            f"{len(MIGRATIONS)})",
            file=file,
            remedy="Bring netgraph up to date: pip install --upgrade professional-netgraph",
        )
    return version


def no_workspace(file: str) -> WorkspaceError:
    """Make the error of a file that is something else."""
    return WorkspaceError(
        "it is no workspace of netgraph",
        file=file,
        remedy="Give another path; exports are read with: netgraph import FILES",
    )
