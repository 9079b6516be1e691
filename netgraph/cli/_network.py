"""Where the contacts of a command come from: the files it names, or the workspace."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._printing import as_text, console

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    import pandas as pd

VARIABLE = "NETGRAPH_WORKSPACE"
_NOT_USED = "not used"
_WORKING = "Putting together who is who ..."


def open_workspace(options: argparse.Namespace) -> ng.Workspace:
    """Open the workspace that is named: by ``--workspace``, by the variable, or the usual one."""
    return ng.Workspace(options.workspace or os.environ.get(VARIABLE) or None)


@contextmanager
def reading(options: argparse.Namespace, doing: str) -> Iterator[ng.Contacts]:
    """Load the contacts, and say what is done with them as long as that takes."""
    with console(errors=True).status("Reading ...") as status:
        contacts = load_network(options)
        status.update(f"{doing} ...")
        yield contacts


def load_network(options: argparse.Namespace) -> ng.Contacts:
    """Load the files that are named, else what is in the workspace.

    Raises
    ------
    NetgraphError
        If nobody is there, or files and a workspace are named.
    """
    if not options.files:
        with open_workspace(options) as workspace:
            return somebody(workspace)
    if options.workspace:
        raise ng.NetgraphError(
            "files and a workspace are named, and only one can be shown",
            remedy="Import the files first: netgraph import FILE... --workspace PATH",
        )
    contacts = ng.load(*options.files, ego=options.ego)
    if contacts.people["is_ego"].all():
        raise nobody_named(options.files, contacts.files, contacts.rejected)
    return contacts


def somebody(workspace: ng.Workspace) -> ng.Contacts:
    """Give the contacts of a workspace; that nobody is there is an error."""
    with console(errors=True).status(_WORKING):
        contacts = workspace.contacts
    if contacts.people["is_ego"].all():
        raise ng.WorkspaceError(
            "nobody is in the workspace yet",
            file=str(workspace.path or "in memory"),
            remedy="Import an export first: netgraph import FILE...; `netgraph demo` shows "
            "what comes of it",
        )
    return contacts


def one_person(workspace: ng.Workspace, text: str) -> tuple[str, str]:
    """Give the id and the name of the one person who is meant by a text.

    Raises
    ------
    UnknownNameError
        If nobody is meant, or several people are.
    """
    with console(errors=True).status(_WORKING):
        person = workspace.who(text)
        name = as_text(workspace.contacts.people.loc[person, "name"])
    return person, name or person


def nobody_named(
    files: list[str], read: pd.DataFrame, rejected: pd.DataFrame
) -> ng.ImportFormatError:
    """Say that nobody stands in files, with what was noted of each."""
    noted = read[read["warnings"].notna() & ~read["warnings"].str.startswith(_NOT_USED, na=False)]
    told = [f"{row['file']}: {row['warnings']}" for row in noted.to_dict("records")]
    refused = rejected.drop_duplicates("file").to_dict("records")
    told += [f"{row['file']}, row {row['row']}: {row['reason']}" for row in refused]
    return ng.ImportFormatError(
        f"nobody is named in {', '.join(files)}"
        + "".join(f"; {line.rstrip('.')}" for line in told),
        remedy="Give the ZIP of a LinkedIn export with its Connections.csv; "
        "`netgraph demo` shows what it gives",
    )


def tell_unreadable(read: pd.DataFrame) -> int:
    """Say on the error stream which files could not be read; give the status for it."""
    unread = read[read["format"] == "unreadable"]
    for row in unread.to_dict("records"):
        print(f"netgraph: {row['file']}: {row['warnings']}", file=sys.stderr)
    if len(unread):
        print("netgraph: what could be read is kept and counted.", file=sys.stderr)
    return 2 if len(unread) else 0
