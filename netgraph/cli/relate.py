"""`netgraph relate`: what a person is to you, in your own word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import one_person, open_workspace
from netgraph.cli._options import add_json, add_person, add_workspace
from netgraph.cli._printing import as_records, print_json

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `relate` to the commands."""
    parser = commands.add_parser(
        "relate",
        help="say what a person is to you: mentor, client, friend ...; else, read what you said",
        description="Say what a person is to you, or is not, whatever the files tell.",
        epilog="For example: netgraph relate 'Ada Example' mentor",
    )
    add_person(parser)
    parser.add_argument(
        "relation", nargs="?", metavar="RELATION", help=f"one of {', '.join(ng.RELATIONS)}"
    )
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--not", dest="holds_not", action="store_true", help="they are none")
    how.add_argument("--remove", action="store_true", help="leave it to the files again")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_relate)


def _relate(options: argparse.Namespace) -> int:
    if options.relation is None and (options.holds_not or options.remove):
        raise ng.NetgraphError("no relation is named", remedy=f"Name {' or '.join(ng.RELATIONS)}")
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person)
        if options.relation is not None:
            holds = None if options.remove else not options.holds_not
            workspace.relate(person, options.relation.casefold(), holds=holds)
        told = workspace.relations_said
        told = told[told["person_id"] == person]
    if options.json:
        print_json(as_records(told))
    elif told.empty:
        print(
            f"You said of {name} no relation; the files decide. "
            f"To say one: netgraph relate {person} mentor"
        )
    else:
        said = (
            ("" if holds else "not ") + ng.RELATIONS[relation].lower()
            for relation, holds in zip(told["relation"], told["holds"], strict=True)
        )
        print(f"{name}: {', '.join(said)}, as you said. To leave one to the files: --remove")
    return 0
