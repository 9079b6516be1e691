"""`netgraph changes`: who joined, left, moved on, went quiet, and whom to write to about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import open_workspace, somebody
from netgraph.cli._options import add_json, add_limit, add_workspace
from netgraph.cli._printing import as_records, console, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST, _MOST_QUIET = 20, 10
_WORDS = {
    "joined": "joined", "left": "left", "employer": "changed employer",
    "title": "changed title", "quiet": "went quiet",
}  # fmt: skip
_COLUMNS = {
    "name": "Name", "change": "What", "before": "Before", "after": "After",
    "since": "Between", "until": "and",
}  # fmt: skip
_QUIET_COLUMNS = {
    "name": "Name", "before": "Usually", "after": "Silent for", "since": "Last contact",
}  # fmt: skip
_OCCASION_COLUMNS = {
    "name": "Name", "what": "What", "before": "Before", "after": "After", "why": "Why write",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `changes` to the commands."""
    parser = commands.add_parser(
        "changes", help="tell who joined, left, changed employer or title, went quiet"
    )
    parser.add_argument("--since", metavar="DATE", help="only what became known since: 2026-01-31")
    parser.add_argument("--kind", choices=_WORDS, help="only changes of this kind")
    parser.add_argument(
        "--occasions",
        action="store_true",
        help="tell whom to write to about a change of job, those whom you know best first",
    )
    add_limit(parser, _MOST)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_changes)


def _changes(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        with console(errors=True).status("Comparing the exports ..."):
            told = ng.changes(workspace, since=options.since)  # looks at the day first
        somebody(workspace)
        if options.occasions:
            found = ng.find_occasions(told, workspace.contacts, settled=workspace.settled)
            return _tell_occasions(found, options)
    why = told.attrs.get("quiet") if options.kind in {None, "quiet"} else None
    if options.kind:
        told = told[told["change"] == options.kind]
    if options.json:
        print_json(as_records(told))
    elif told.empty:
        print(_nothing(options.kind))
    else:
        most = options.limit if options.kind else min(options.limit, _MOST_QUIET)
        print_changes(told, options.limit, most)
    if why:
        console(errors=True).print(str(why), style="dim", soft_wrap=True)
    return 0


def _tell_occasions(found: pd.DataFrame, options: argparse.Namespace) -> int:
    """Print whom to write to, and why."""
    if options.json:
        print_json(as_records(found))
        return 0
    if len(found):
        shown = found.head(options.limit)
        print_table(shown.assign(what=shown["what"].str.replace("; ", ", ")), _OCCASION_COLUMNS)
    says = str(found.attrs["says"])
    print(says if len(found) <= options.limit else f"{says} For all: --limit {len(found)}")
    return 0


def print_changes(told: pd.DataFrame, limit: int = _MOST, quiet_limit: int = _MOST_QUIET) -> None:
    """Print changes as a table, the latest first, and below it who went quiet."""
    quiet = told["change"] == "quiet"
    if not quiet.all():
        _print_moved(told[~quiet], limit)
    if quiet.any():
        _print_quiet(told[quiet], quiet_limit)


def _print_moved(told: pd.DataFrame, limit: int) -> None:
    shown = told.head(limit)
    print_table(shown.assign(change=shown["change"].replace(_WORDS)), _COLUMNS)
    if len(shown) < len(told):
        print(f"{len(told):,} changes; {len(shown):,} shown. For more: --limit {len(told)}")


def _print_quiet(told: pd.DataFrame, limit: int) -> None:
    """Print who went quiet: first whose silence is the most of their usual gaps."""
    usual, silence = (
        told[column].str.extract(r"(\d+)", expand=False).astype("float64")
        for column in ("before", "after")
    )
    order = (silence / usual).sort_values(ascending=False, kind="stable").index
    shown = told.loc[order].head(limit)
    print_table(shown, _QUIET_COLUMNS, title="Went quiet")
    if len(shown) < len(told):
        more = number_of(len(told) - len(shown), "more person", "more people")
        print(f"{more} went quiet: netgraph changes --kind quiet --limit {len(told)}")


def _nothing(kind: str | None) -> str:
    if kind == "quiet":
        return "Nobody went quiet."
    known = f"Nobody {_WORDS[kind]}, as far as is known" if kind else "No change is known"
    return f"{known}. Import a newer export of the same kind to see what changed."
