"""`netgraph habits`: what the files show against the well-known mistakes, and how you meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_answer, add_files
from netgraph.cli._printing import as_day, as_records, as_text, print_as_of, print_json
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Hashable

    import pandas as pd

    from netgraph.cli._options import Commands

_SHOWN = {
    "shows": "shows",
    "unclear": "near the line",
    "does not show": "does not show",
    "not known": "not known",
}
_JUDGED = (
    "Each habit is a share with a 95 % interval, held against a limit. It shows where the whole "
    "interval lies above the limit. The limits are judgements, and a habit is what the files "
    "show, not what you are: calls that nobody noted are not in them."
)


def add_to(commands: Commands) -> None:
    """Add `habits` to the commands."""
    parser = commands.add_parser(
        "habits",
        help="ways in which networks wither, what your files show of each, and how you meet",
        description="Hold what your files show against the well-known mistakes, with one next "
        "step each where one shows; then tell how you meet: face to face, by call, in writing.",
        epilog="For example: netgraph habits; netgraph habits -o habits.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_answer(parser)
    parser.set_defaults(run=_habits)


def _habits(options: argparse.Namespace) -> int:
    with reading(options, "Looking for habits") as contacts:
        found, ways = ng.find_habits(contacts), ng.channel_mix(contacts)
    if options.output:
        write_sheet(found, options.output, "habit")
    if options.json:
        print_json(
            {
                "says": found.attrs["says"],
                "now": as_day(found.attrs["now"]),
                "habits": as_records(found),
                "how_you_meet": {name: ways.attrs[name] for name in ("says", "needs", "over_all")},
            }
        )
    else:
        _print(found, ways)
    return tell_unreadable(contacts.files) if options.files else 0


def _print(found: pd.DataFrame, ways: pd.DataFrame) -> None:
    print_as_of(found.attrs["now"])
    print(found.attrs["says"])
    order = {verdict: place for place, verdict in enumerate(_SHOWN)}
    rows = found.sort_values("verdict", key=lambda told: told.map(order), kind="stable")
    for row in rows.to_dict("records"):
        _print_habit(row)
    print(f"\nHow you meet\n{ways.attrs['says']}")
    for need in ways.attrs["needs"]:
        print(need)
    if (found["verdict"] != "not known").any():
        print(f"\n{_JUDGED}")


def _print_habit(row: dict[Hashable, Any]) -> None:
    """Print a habit with its evidence, and one next step, or what would tell of it."""
    evidence = as_text(row["evidence"])
    print(f"\n{as_text(row['name'])}: {_SHOWN[row['verdict']]}")
    if row["verdict"] == "not known":
        needs = as_text(row["needs"])
        print(f"   {evidence[:1].upper()}{evidence[1:]}{f': {needs}' if needs else ''}.")
        return
    print(f"   {evidence[:1].upper()}{evidence[1:]}.")
    print(
        f"   {row['value']:.0%} (95 % sure: {row['low']:.0%} to {row['high']:.0%}); it would be a "
        f"habit above {row['limit']:.0%}."
    )
    if step := as_text(row["next_step"]):
        print(f"   Next step: {step}.")
