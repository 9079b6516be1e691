"""`netgraph sponsors`: who has the standing to open a door, and who stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._grades import LEGEND
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_answer, add_domain, add_files
from netgraph.cli._printing import (
    as_records,
    as_text,
    at_work,
    print_json,
    print_told,
)
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Hashable, Iterable

    from netgraph.cli._options import Commands

_USUAL = 10
_BESIDE = (
    "To stand beside somebody is worth, as a part of the chance to reach them: an assistant whom "
    "an address book names 0.8, an assistant or chief of staff of the same organisation 0.6, a "
    "colleague in the same field there 0.4, any colleague 0.2: assumptions, not measurements."
)


def add_to(commands: Commands) -> None:
    """Add `sponsors` to the commands."""
    parser = commands.add_parser(
        "sponsors",
        help="who has the standing to open a door for you, and who stands beside them",
        description="List directors and executives of your own organisation, whatever their "
        "field, and elsewhere in your field, or the one you name: how near they are, and who "
        "stands beside those whom you are not in touch with, an assistant first.",
        epilog="For example: netgraph sponsors; netgraph sponsors --domain Legal -o doors.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_domain(parser, "the field in which a door is to open")
    add_answer(parser, _USUAL)
    parser.set_defaults(run=_sponsors)


def _sponsors(options: argparse.Namespace) -> int:
    with reading(options, "Looking who could open a door") as contacts:
        found = ng.find_sponsors(contacts, domain=options.domain, graph=ng.build_graph(contacts))
    if options.output:
        write_sheet(found.reset_index(), options.output, "person", "people")
    says = found.attrs["says"]
    if found.attrs["field"] is None:
        says += " Name the one that you want: --domain FIELD."
    if options.json:
        print_json({"says": says, "people": as_records(found.head(options.limit).reset_index())})
    else:
        print(says)
        print_told(found, _told, most=options.limit, again="netgraph sponsors")
        if len(found):
            print(f"\n{_BESIDE} {LEGEND}")
    return tell_unreadable(contacts.files) if options.files else 0


def _told(row: dict[Hashable, Any]) -> Iterable[str]:
    chance = row["chance"]
    reached = "" if chance != chance else f", {chance:.0%} reached"  # noqa: PLR0124 - NaN
    yield f"{as_text(row['name'])}: {at_work(row['title'], row['company'])}"
    yield as_text(row["first_step"])
    grade = as_text(row["grade"])
    yield f"Why: {as_text(row['why'])}{reached}{f' ({grade})' if grade else ''}."
    if beside := as_text(row["beside_name"]):
        yield f"Beside them: {beside} ({as_text(row['beside_how'])})."
