"""`netgraph forget` and `netgraph delete-all`: what is gone for good."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.cli._network import one_person, open_workspace
from netgraph.cli._options import add_person, add_workspace, add_yes
from netgraph.cli._printing import as_text, confirm

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `forget` and `delete-all` to the commands."""
    forget = commands.add_parser(
        "forget",
        help="delete a person for good",
        description="Delete a person from everything that is kept. This cannot be taken back. "
        "They do not come back with the next import.",
    )
    add_person(forget)
    add_yes(forget)
    add_workspace(forget)
    forget.set_defaults(run=_forget)

    delete = commands.add_parser(
        "delete-all",
        help="delete the workspace for good",
        description="Delete the file that everything is kept in. This cannot be taken back. "
        "Your exports stay where they are.",
    )
    add_yes(delete)
    add_workspace(delete)
    delete.set_defaults(run=_delete_all)


def _forget(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person)
        known = workspace.contacts.people.loc[person]
        if not options.yes:
            about = ", ".join(
                text for column in ("title", "company") if (text := as_text(known[column]))
            )
            confirm(
                f"{name}{f' ({about})' if about else ''} will be deleted from everything that is "
                f"kept in {workspace.path}. This cannot be taken back.",
                "y",
                "yes",
            )
        print(workspace.forget(person))
    return 0


def _delete_all(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        path = workspace.path
        if not options.yes:
            count = int((~workspace.contacts.people["is_ego"]).sum())
            confirm(
                f"{path} with {count:,} people, your notes, tags and decisions will be deleted. "
                "This cannot be taken back.",
                "delete",
            )
        workspace.delete_all()
    print(f"{path} is deleted.")
    return 0
