"""`netgraph promise`: what you promised, to whom, and whether it is kept."""

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

_COLUMNS = {
    "id": "Number", "name": "To", "text": "What", "introduce": "Introduce", "due": "Due",
    "at": "Promised",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `promise` to the commands."""
    parser = commands.add_parser(
        "promise",
        help="write down what you promised a person; without that, list what is open",
        description="Write down a promise. It is among the follow-ups from a week before its day, "
        "or at once without a day, until it is kept.",
        epilog="For example: netgraph promise 'Ada Example' 'send the paper' --due 2026-12-01; "
        "netgraph promise 'Ada Example' --introduce 'Bo Sample'; netgraph promise --kept 3",
    )
    parser.add_argument("person", nargs="?", metavar="PERSON", help=PERSON)
    parser.add_argument("text", nargs="?", default="", metavar="TEXT", help="what you promised")
    parser.add_argument("--introduce", metavar="OTHER", help="you promised to bring them together")
    parser.add_argument("--due", metavar="DATE", help="until when, like 2026-11-30")
    parser.add_argument("--kept", type=int, metavar="NUMBER", help="the promise that is kept")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_promise)


def _promise(options: argparse.Namespace) -> int:
    says = bool(options.text.strip() or options.introduce)
    if options.kept is not None and (options.person or says):
        raise ng.NetgraphError("--kept needs the number alone", remedy="Leave the rest out")
    if options.due and not says:
        raise ng.NetgraphError("nothing is promised", remedy="Say what, or --introduce OTHER")
    with open_workspace(options) as workspace:
        person, name = one_person(workspace, options.person) if options.person else (None, "")
        said = ""
        if options.kept is not None:
            workspace.keep_promise(options.kept)
            said = "That promise is kept. To take it back: netgraph undo"
        elif person is not None and says:
            other = one_person(workspace, options.introduce)[0] if options.introduce else None
            workspace.promise(person, options.text, other=other, due=options.due)
            number = workspace.promises["id"].iloc[-1]
            said = (
                f"Promised to {name}, as number {number}. Once it is kept: "
                f"netgraph promise --kept {number}"
            )
        table = _open(workspace, person)
    if options.json:
        print_json(as_records(table))
    elif said:
        print(said)
    elif table.empty:
        print(f"No promise {f'to {name} ' if person else ''}is open.")
    else:
        print_table(table, _COLUMNS, title="Open promises")
    return 0


def _open(workspace: ng.Workspace, person: str | None) -> pd.DataFrame:
    """List the promises that are not kept, to one or to all, with names."""
    told = workspace.promises
    told = told[told["kept_at"].isna()]
    if person is not None:
        told = told[told["person_id"] == person]
    if told.empty:
        return told
    names = workspace.contacts.people["name"]
    return told.assign(
        name=told["person_id"].map(names).fillna(told["person_id"]),
        introduce=told["other"].map(names).fillna(told["other"]),
        at=told["at"].dt.normalize(),
    )
