"""`netgraph changes`: who joined, left, moved on, went quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import open_workspace, somebody
from netgraph.cli._options import add_json, add_limit, add_workspace
from netgraph.cli._printing import as_records, console, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST = 20
_WORDS = {
    "joined": "joined", "left": "left", "employer": "changed employer",
    "title": "changed title", "quiet": "went quiet",
}  # fmt: skip
_COLUMNS = {
    "name": "Name", "change": "What", "before": "Before", "after": "After",
    "since": "Between", "until": "and",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `changes` to the commands."""
    parser = commands.add_parser(
        "changes", help="tell who joined, left, changed employer or title, went quiet"
    )
    parser.add_argument("--since", metavar="DATE", help="only what became known since: 2026-01-31")
    add_limit(parser, _MOST)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_changes)


def _changes(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        with console(errors=True).status("Comparing the exports ..."):
            told = ng.changes(workspace, since=options.since)  # looks at the day first
        somebody(workspace)
    if options.json:
        print_json(as_records(told))
    elif told.empty:
        print("No change is known. Import a newer export of the same kind to see what changed.")
    else:
        print_changes(told, options.limit)
    if why := told.attrs.get("quiet"):
        console(errors=True).print(str(why), style="dim", soft_wrap=True)
    return 0


def print_changes(told: pd.DataFrame, limit: int = _MOST) -> None:
    """Print changes as a table, the latest first."""
    shown = told.head(limit)
    print_table(shown.assign(change=shown["change"].replace(_WORDS)), _COLUMNS)
    if len(shown) < len(told):
        print(f"{len(told):,} changes; {len(shown):,} shown. For more: --limit {len(told)}")
