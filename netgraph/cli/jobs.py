"""`netgraph jobs`: for companies and roles, whom to learn from first, and whom to ask last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_answer, add_files
from netgraph.cli._printing import (
    as_records,
    as_text,
    at_work,
    number_of,
    print_json,
)
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Hashable

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST = 8
_STEPS = {
    "learn": "learn from",
    "widen": "be introduced",
    "ask": "ask last",
    "nobody known": "nobody known",
}
_ORDER = (
    "First the people who know the place or the work, for an hour of what they know; then those "
    "who could introduce you; those who decide, and recruiters, last, when you know what you want."
)
_WRITTEN = [
    "target", "kind", "step", "order", "name", "title", "company", "level", "state", "probability",
    "way", "what_to_do", "why",
]  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `jobs` to the commands."""
    parser = commands.add_parser(
        "jobs",
        help="a job hunt: companies and roles in, whom to learn from first and ask last out",
        description="Lay out a job hunt: for each company and role, whom of yours to learn from, "
        "who could introduce you, and whom to ask last, in this order.",
        epilog="For example: netgraph jobs --company Acme --role 'Data Protection Officer'; "
        "netgraph jobs --list companies.csv -o hunt.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    for option, metavar, told in (
        ("company", "NAME", "where you would like to work"),
        ("role", "TITLE", "the title that you would like to have"),
    ):
        parser.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar=metavar,
            help=f"{told}; may be repeated",
        )
    parser.add_argument("--list", metavar="FILE", help="a CSV file with a company in each row")
    parser.add_argument(
        "--most",
        type=int,
        default=_MOST,
        metavar="NUMBER",
        help="people a target (default: %(default)s)",
    )
    add_answer(parser)
    parser.set_defaults(run=_jobs)


def _jobs(options: argparse.Namespace) -> int:
    _check(options)
    with reading(options, "Looking companies and roles up") as contacts:
        found = _find(contacts, options)
    if options.output:
        write_sheet(_sheet(found), options.output)
    told = found.attrs
    if options.json:
        print_json({**told, "rows": as_records(found)})
    else:
        print(told["says"])
        if told["skipped"]:
            print(
                f"{number_of(told['skipped'], 'row')} of the list left out: empty, or named above."
            )
        _print(found)
        if found["person_id"].notna().any():
            print(f"\n{_ORDER}\nChances: {told['basis']}.")
    return tell_unreadable(contacts.files) if options.files else 0


def _check(options: argparse.Namespace) -> None:
    named = [text.strip() for text in options.company + options.role]
    if not all(named) or not (named or options.list):
        raise ng.NetgraphError(
            "no company and no role is named",
            remedy="Give --company NAME, --role TITLE or --list FILE",
        )
    if options.list and options.company:
        raise ng.NetgraphError(
            "companies are named both in a list and by --company",
            remedy="Give one of both, or add the company to the list",
        )
    if options.most < 1:
        raise ng.NetgraphError(f"most is {options.most}", remedy="Give a whole number from 1 on")


def _find(contacts: ng.Contacts, options: argparse.Namespace) -> pd.DataFrame:
    graph = ng.build_graph(contacts)
    return ng.plan_job_hunt(
        contacts,
        options.list or options.company or None,
        roles=options.role,
        graph=graph,
        calibration=ng.calibrate_introductions(contacts, graph),
        most=options.most,
    )


def _sheet(found: pd.DataFrame) -> pd.DataFrame:
    """Put levels and ways into words, for a spreadsheet."""
    table = found.assign(
        level=found["seniority"].map(dict(ng.SENIORITY)),
        way=found["names"].map(" > ".join, na_action="ignore"),
        probability=found["probability"].astype(float).round(3),
    )
    return table[_WRITTEN]


def _print(found: pd.DataFrame) -> None:
    for target, part in found.groupby("target", sort=False):
        print(f"\n{as_text(target)}")
        for row in part.to_dict("records"):
            _print_row(row)


def _print_row(row: dict[Hashable, Any]) -> None:
    """Print whom to turn to, or why nobody is known."""
    if row["step"] == "nobody known":
        why = as_text(row["why"])
        print(f"  {why[:1].upper()}{why[1:].rstrip('.')}." if why else "  Nobody is known there.")
        print(f"  {as_text(row['what_to_do'])}.")
        return
    state, why = as_text(row["state"]), as_text(row["why"])
    tie = f"; your tie: {state}" if state not in {"", "unknown"} else ""
    print(f"  {row['order']}. {_STEPS[row['step']]}: {as_text(row['name'])}", end=", ")
    print(at_work(row["title"], row["company"]))
    print(f"     {as_text(row['what_to_do'])}.")
    print(f"     {row['probability']:.0%} likely to work{tie}. {why[:1].upper()}{why[1:]}.")
