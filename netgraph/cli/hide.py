"""`netgraph hide`: whom nothing is to suggest."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import one_person, open_workspace
from netgraph.cli._options import PERSON, add_json, add_workspace
from netgraph.cli._printing import as_records, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `hide` to the commands."""
    parser = commands.add_parser(
        "hide",
        help="let nothing suggest a person; without one, list who is hidden",
        description="Let no plan, follow-up or other advice name a person. They stay in the "
        "network, and in what is asked of them by name.",
        epilog="For example: netgraph hide 'Ada Example'; netgraph hide 'Ada Example' --again",
    )
    parser.add_argument("person", nargs="?", metavar="PERSON", help=PERSON)
    parser.add_argument("--again", action="store_true", help="they may be suggested again")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_hide)


def _hide(options: argparse.Namespace) -> int:
    if options.again and not options.person:
        raise ng.NetgraphError(
            "nobody is named", remedy="Name who may be suggested again; netgraph hide lists them"
        )
    with open_workspace(options) as workspace:
        said = ""
        if options.person:
            person, name = one_person(workspace, options.person)
            said = _set(workspace, person, name, hidden=not options.again)
        hidden = _hidden(workspace)
    if options.json:
        print_json(as_records(hidden))
    elif said:
        print(said)
    elif hidden.empty:
        print("Nobody is hidden. To hide somebody: netgraph hide PERSON")
    else:
        print_table(hidden, {"name": "Name", "person_id": "Id"}, title="Not to be suggested")
    return 0


def _set(workspace: ng.Workspace, person: str, name: str, *, hidden: bool) -> str:
    """Hide a person, or show them again; gives what to say of it."""
    if hidden:
        workspace.hide(person)
        return f"{name} is not suggested any more. To change that: netgraph hide {person} --again"
    if person not in ng.hidden_from_suggestions(workspace.contacts):
        return f"{name} was not hidden."
    workspace.unhide(person)
    return f"{name} may be suggested again."


def _hidden(workspace: ng.Workspace) -> pd.DataFrame:
    contacts = workspace.contacts
    people = contacts.people.loc[ng.hidden_from_suggestions(contacts), ["name"]]
    return people.reset_index()
