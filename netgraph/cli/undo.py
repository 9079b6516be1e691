"""`netgraph undo`: the last action, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import open_workspace
from netgraph.cli._options import add_json, add_workspace, add_yes
from netgraph.cli._printing import as_records, at_terminal, confirm, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST = 20


def add_to(commands: Commands) -> None:
    """Add `undo` to the commands."""
    parser = commands.add_parser(
        "undo",
        help="take the last action back",
        description="Take the last action back: an import, a decision, a note, a tag, a "
        "contact or promise that you noted, a name. Each call takes back one more. That "
        "somebody was forgotten stays, and what was done before it is taken back only after a "
        "question. On a terminal it is asked, too, before an import is taken back.",
    )
    parser.add_argument("--list", action="store_true", help="list what was done, and end")
    add_yes(parser)
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
        if not options.yes:
            _ask(workspace.actions)
        undone = workspace.undo()
    if options.json:
        print_json({"undone": undone})
    else:
        print(f"Taken back: {undone}." if undone else "There is nothing to take back.")
    return 0


def _ask(actions: pd.DataFrame) -> None:
    """Ask where more would be taken back than is expected; `actions` are the last first.

    Raises
    ------
    NetgraphError
        If it is not wanted, or nobody is there to be asked.
    """
    done = actions[~actions["undone"]]
    can = done[done["kind"] != "forget"]
    if can.empty:
        return
    text, kind = str(can["text"].iloc[0]), str(can["kind"].iloc[0])
    loss = " What it brought is deleted; it can be imported again." if kind == "import" else ""
    if done["kind"].iloc[0] == "forget":
        fixed = f"the last action cannot be taken back: {done['text'].iloc[0]}"
        if not at_terminal():
            raise ng.NetgraphError(
                f"{fixed}; what was done before it is: {text}",
                remedy="To take that back: netgraph undo --yes",
            )
        confirm(f"{fixed[0].upper()}{fixed[1:]}.\nBefore it was: {text}.{loss}", "y", "yes")
    elif kind == "import" and at_terminal():
        confirm(f"This will be taken back: {text}.{loss}", "y", "yes")
