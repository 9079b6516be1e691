"""`netgraph log`: to note that you met, called, wrote, gave or received."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import one_person, open_workspace
from netgraph.cli._options import add_json, add_person, add_workspace
from netgraph.cli._printing import as_records, print_json, print_table

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_KINDS = {
    "met": "you met",
    "called": "you spoke by phone",
    "wrote": "you wrote, where no export tells it",
    "gave": "you did them a favour",
    "received": "they did you a favour",
}
_NEED_WORDS = ("gave", "received")
_UNDO = "To take it back: netgraph undo"


def add_to(commands: Commands) -> None:
    """Add `log` to the commands."""
    parser = commands.add_parser(
        "log",
        help="note that you met, called or wrote to a person; without that, read what you noted",
        description="Note a contact that no export tells. It counts like the others from then "
        "on; your words stay in the workspace.",
        epilog="For example: netgraph log 'Ada Example' --met 'in Delft' --at 2026-11-30",
    )
    add_person(parser)
    kinds = parser.add_mutually_exclusive_group()
    for kind, told in _KINDS.items():
        if kind in _NEED_WORDS:
            kinds.add_argument(f"--{kind}", metavar="TEXT", help=f"{told}; what it was")
        else:
            says = f"{told}; what it was about"
            kinds.add_argument(f"--{kind}", nargs="?", const="", metavar="TEXT", help=says)
    parser.add_argument("--at", metavar="DATE", help="the day, like 2026-11-30 (default: today)")
    parser.add_argument("--them", action="store_true", help="it was they who called or wrote")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_log)


def _log(options: argparse.Namespace) -> int:
    given = {kind: text for kind in _KINDS if (text := getattr(options, kind)) is not None}
    if not given and (options.at or options.them):
        raise ng.NetgraphError(
            "it is not said what took place", remedy="Add --met, --called, --wrote, --gave TEXT ..."
        )
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person)
        for kind, text in given.items():
            by = "them" if options.them else None
            workspace.log(person, kind, at=options.at, text=text, by=by)
        told = workspace.logged
        told = told[told["person_id"] == person]
        noted = workspace.actions["text"].iloc[0] if given else ""
    if options.json:
        print_json(as_records(told))
    elif given:
        print(f"Noted: {noted}. {_UNDO}")
    elif told.empty:
        print(f"Nothing is noted of {name}. To note a meeting: netgraph log {person} --met")
    else:
        shown = told.sort_values("at", kind="stable")
        print_table(shown, {"at": "When", "kind": "What", "by": "By", "text": "Text"}, title=name)
    return 0
