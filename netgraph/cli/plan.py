"""`netgraph plan`: whom to turn to in the minutes that you have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import load_network, open_workspace, somebody, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, as_text, console, print_json

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MINUTES = 120.0
_REACH = "Reach: how surely somebody there would help you, from how close your ties are, 0 to 100."
_WORDS = {"gap": "a gap", "dormant": "a dormant tie", "strong": "a strong tie"}


def add_to(commands: Commands) -> None:
    """Add `plan` to the commands."""
    parser = commands.add_parser(
        "plan",
        help="whom to turn to next in the minutes that you have, and why",
        description="Choose people who lead to the fields and communities that you lack, and "
        "deep ties that sleep, within the minutes that you have.",
        epilog="For example: netgraph plan --minutes 60; netgraph plan --done 'Ada Example'",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "--minutes",
        type=float,
        default=_MINUTES,
        metavar="NUMBER",
        help="how much time there is (default: %(default)g)",
    )
    for option, told in (
        ("hide", "do not suggest them"),
        ("done", "you have turned to them already: what they open counts"),
    ):
        parser.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar="PERSON",
            help=f"a name or an id; {told}; may be repeated",
        )
    parser.add_argument(
        "--baseline",
        metavar="DOMAINS",
        help="the fields that matter to you: LEGL,HLTH (default: all professional fields)",
    )
    parser.add_argument(
        "--any-mix", action="store_true", help="do not begin with one act of each kind"
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_plan)


def _plan(options: argparse.Namespace) -> int:
    with console(errors=True).status("Reading ...") as status:
        contacts, settled = _read(options)
        status.update("Planning ...")
        graph = ng.build_graph(contacts)
        plan = ng.plan_contacts(
            contacts,
            graph,
            minutes=options.minutes,
            gaps=ng.find_gaps(contacts, baseline=options.baseline),
            calibration=ng.calibrate_introductions(contacts, graph),
            hide=options.hide,
            done=options.done,
            settled=settled,
            mix=not options.any_mix,
        )
    told = plan.attrs
    if options.json:
        kept = ("says", "used", "gained", "guarantee", "at_least", "basis", "targets", "not_known")
        acts = {"acts": as_records(plan.rename_axis(None))}
        print_json({name: _known(told[name]) for name in kept} | acts)
    else:
        print(told["says"])
        for place, row in enumerate(plan.to_dict("records"), start=1):
            _print_act(place, row)
        if len(plan):
            print(f"\n{_REACH}")
            print(
                f"This reaches at least {told['at_least']:.0%} of what the best plan of "
                f"{options.minutes:g} minutes would. Chances: {told['basis']}."
            )
    return tell_unreadable(contacts.files) if options.files else 0


def _read(options: argparse.Namespace) -> tuple[ng.Contacts, pd.DataFrame | None]:
    """Give the contacts; of a workspace also what became of former advice."""
    if options.files:
        return load_network(options), None
    with open_workspace(options) as workspace:
        return somebody(workspace), workspace.settled


def _print_act(place: int, row: dict[Any, Any]) -> None:
    """Print an act: what to do, why, and what it would change."""
    name = as_text(row["name"])
    kind = _WORDS[row["kind"]]
    if row["kind"] == "gap" and not isinstance(row["field"], str):
        kind = "a group"
    print(f"\n{place}. {name}: {kind}, {row['minutes']:g} minutes")
    print(f"   {as_text(row['what_to_do'])}.")
    print(f"   Why: {as_text(row['why'])} ({row['evidence']}).")
    if row["changes"]:
        print(f"   Changes: {as_text(row['changes'])}.")
    print(f"   {row['leads']:.0%} {as_text(row['leads_is'])}.")
    if row["kept"] < 1:
        print(f"   Stays in the plan in {row['kept']:.0%} of the draws of what is only inferred.")


def _known(value: object) -> object:
    return None if value != value else value  # noqa: PLR0124 - NaN
