"""`netgraph week`: a few acts in the minutes of a week, into a calendar if you like."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import load_network, open_workspace, somebody, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import (
    as_day,
    as_records,
    as_text,
    console,
    print_as_of,
    print_json,
)

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MINUTES = 60.0


def add_to(commands: Commands) -> None:
    """Add `week` to the commands."""
    parser = commands.add_parser(
        "week",
        help="a few acts in the minutes of a week: who waits, an old tie, a gap, a gift",
        description="Fill the minutes of a week: follow-ups that are due, a dormant tie, a way to "
        "a gap, and something to give; as a list, or as appointments for a calendar.",
        epilog="For example: netgraph week --minutes 90 -o week.ics; what is done: netgraph due "
        "--done 'Ada Example'",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "--minutes",
        type=float,
        default=_MINUTES,
        metavar="NUMBER",
        help="how much time there is (default: %(default)g)",
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write it there: .ics for a calendar, or .csv"
    )
    parser.add_argument(
        "--drafts", action="store_true", help="print a draft of each message, to copy and change"
    )
    parser.add_argument(
        "--start", metavar="DAY", help="the first day in a calendar (default: next Monday at 9)"
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_week)


def _week(options: argparse.Namespace) -> int:
    settled, promises = None, None
    if options.files:
        contacts = load_network(options)
    else:
        with open_workspace(options) as workspace:
            contacts = somebody(workspace)
            settled, promises = workspace.settled, workspace.promises
    with console(errors=True).status("Planning the week ..."):
        week = ng.plan_week(contacts, minutes=options.minutes, settled=settled, promises=promises)
    written = ng.write_week(week, options.output, start=options.start) if options.output else None
    if options.json:
        told = {name: week.attrs[name] for name in ("says", "used", "waiting", "needs")}
        told["as_of"] = as_day(week.attrs["now"])
        print_json({**told, "acts": as_records(week)})
    else:
        _print(week, contacts if options.drafts else None)
        if written:
            print(f"\nWritten to {written}: open it with your calendar or spreadsheet.")
    return tell_unreadable(contacts.files) if options.files else 0


def _print(week: pd.DataFrame, contacts: ng.Contacts | None) -> None:
    """Print the acts; with contacts also a draft each."""
    print_as_of(week.attrs["now"])
    print(week.attrs["says"])
    for place, row in enumerate(week.to_dict("records"), start=1):
        kind = ng.WEEK_KINDS[str(row["kind"])]
        print(f"\n{place}. {kind}, {row['minutes']:g} minutes: {as_text(row['what_to_do'])}.")
        print(f"   Why: {as_text(row['why'])} ({row['grade']}).")
        if contacts is not None and isinstance(row["intent"], str):
            print(indent(f"\n{as_text(_draft(contacts, row))}", "   | "))
    for need in week.attrs["needs"]:
        print(f"\n{need[:1].upper()}{need[1:].rstrip('.')}.")


def _draft(contacts: ng.Contacts, row: dict[Any, Any]) -> str:
    about: dict[str, Any] = {"target": row["about"]} if isinstance(row["about"], str) else {}
    if not about and row["intent"] == "introduction" and isinstance(row["field"], str):
        about = {"domain": row["field"]}
    return str(ng.draft(contacts, row["person_id"], row["intent"], **about))
