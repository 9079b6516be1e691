"""`netgraph referrals`: whom to ask at each company of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import load_network, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_output, add_workspace
from netgraph.cli._printing import as_records, console, number_of, print_json, print_table
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_COLUMNS = {
    "company": "Company", "status": "Status", "ask": "Whom to ask", "why": "What is known",
    "chance": "Chance",
}  # fmt: skip
_DIRECT = 2
_WRITTEN = [
    "company", "status", "order", "name", "title", "seniority", "strength", "probability", "way",
    "why", "person_id",
]  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `referrals` to the commands."""
    parser = commands.add_parser(
        "referrals",
        help="whom you know at each company of a list, or who knows somebody there",
        description="Look up each company of a list: who of your people works there or has "
        "worked there, who is one step away, and where nobody is known. Companies are compared "
        "strictly: Epic is not Epic Games.",
    )
    parser.add_argument("targets", metavar="TARGETS", help="a CSV file with a company in each row")
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "--most", type=int, default=5, metavar="NUMBER", help="people a company (default: 5)"
    )
    add_output(parser)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_referrals)


def _referrals(options: argparse.Namespace) -> int:
    with console(errors=True).status("Reading ...") as status:
        contacts = load_network(options)
        graph = ng.build_graph(contacts)
        status.update("Looking companies up ...")
        curve = ng.calibrate_introductions(contacts, graph)
        found = ng.find_referrals(
            contacts, options.targets, graph=graph, calibration=curve, most=options.most
        )
    told = found.attrs
    shown = found.assign(
        ask=found["names"].map(_whom, na_action="ignore"),
        way=found["names"].map(" > ".join, na_action="ignore"),
        chance=found["probability"].map("{:.0%}".format, na_action="ignore"),
    )
    if options.output:
        write_sheet(shown[_WRITTEN], options.output)
    if options.json:
        print_json({**told, "rows": as_records(found)})
    else:
        if not options.output:
            print_table(shown, _COLUMNS)
        print(told["says"])
        if told["skipped"]:
            print(
                f"{number_of(told['skipped'], 'row')} of the list left out: empty, or named above."
            )
        print(f"Chances: {told['basis']}.")
        if options.output:
            print(options.output)
    return tell_unreadable(contacts.files) if options.files else 0


def _whom(names: tuple[str, ...]) -> str:
    """Say whom to ask, and for whom."""
    return names[1] if len(names) == _DIRECT else f"{names[1]}, for {names[-1]}"
