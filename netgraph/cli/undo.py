"""`netgraph undo`: the last action, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.cli._network import open_workspace
from netgraph.cli._options import add_json, add_workspace
from netgraph.cli._printing import as_records, print_json, print_table

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_MOST = 20


def add_to(commands: Commands) -> None:
    """Add `undo` to the commands."""
    parser = commands.add_parser(
        "undo",
        help="take the last action back",
        description="Take the last action back: an import, a decision, a note, a tag, a name. "
        "Each call takes back one more. That somebody was forgotten stays.",
    )
    parser.add_argument("--list", action="store_true", help="list what was done, and end")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_undo)


def _undo(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        if options.list:
            actions = workspace.actions
            if options.json:
                print_json(as_records(actions))
            elif actions.empty:
                print("Nothing was done yet.")
            else:
                shown = actions.head(_MOST)
                shown = shown.assign(undone=shown["undone"].map({True: "taken back", False: ""}))
                print_table(shown, {"at": "When", "text": "What", "undone": ""})
            return 0
        undone = workspace.undo()
    if options.json:
        print_json({"undone": undone})
    else:
        print(f"Taken back: {undone}." if undone else "There is nothing to take back.")
    return 0
