"""`netgraph people`: whom you know."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import open_workspace, somebody
from netgraph.cli._options import add_json, add_limit, add_workspace
from netgraph.cli._printing import as_records, as_text, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_COLUMNS = {
    "name": "Name", "company": "Company", "title": "Title", "location": "Place",
    "last_company": "Formerly at", "last_title": "Formerly", "tags": "Tags",
    "note": "Note", "person_id": "Id",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `people` to the commands."""
    parser = commands.add_parser("people", help="list or find people")
    parser.add_argument(
        "--find",
        metavar="TEXT",
        help="parts of names, companies, titles, addresses, notes, tags; all must fit",
    )
    add_limit(parser, 20)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_people)


def _people(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        everybody = somebody(workspace).people
        everybody = everybody[~everybody["is_ego"]]
        if not (options.find or "").strip():
            found = everybody.sort_values("name", key=lambda names: names.str.casefold())
        else:
            found = workspace.find(options.find, len(everybody))
        near = "" if len(found) else _near(workspace, options.find)
    shown = found.head(options.limit).rename_axis("person_id").reset_index()
    if options.json:
        print_json(as_records(shown))
        return 0
    if len(shown):
        print_table(shown.dropna(axis="columns", how="all"), _COLUMNS)
    print(_count(len(found), len(shown), options.find) + near)
    return 0


def _near(workspace: ng.Workspace, text: str) -> str:
    """Name those whose names are most like a text that nobody fits."""
    try:
        workspace.who(text)
    except ng.UnknownNameError as error:
        people = workspace.contacts.people
        called = [f"{as_text(people['name'][each])} [{each}]" for each in error.near]
        return f" Perhaps you mean {' or '.join(called)}." if called else ""
    return ""


def _count(found: int, shown: int, text: str | None) -> str:
    people = number_of(found, "person", "people")
    if not found:
        return f"Nobody fits {text!r}. Fewer or shorter words find more."
    if shown < found:
        return f"{people}; {shown:,} shown. For more: --limit {found}"
    return f"{people}."
