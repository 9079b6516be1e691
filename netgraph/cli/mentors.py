"""`netgraph mentors`: whom you could learn from, and whom you could teach."""

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

    import pandas as pd

    from netgraph.cli._options import Commands

_USUAL = 5
_FINDERS = {"learn": "find_mentors", "teach": "find_mentees"}
_TITLES = {"learn": "Whom you could learn from", "teach": "Whom you could teach"}
_PARTS = (
    "Score = field x levels x reached x (1 + both ways) / 2. Reached: how likely a request gets "
    "there. Both ways: how far what you exchange goes both ways; where nothing is known it "
    "counts as 0."
)


def add_to(commands: Commands) -> None:
    """Add `mentors` to the commands."""
    parser = commands.add_parser(
        "mentors",
        help="whom you could learn from, and whom you could teach",
        description="List who stands a level or more above you in your field, or in the one you "
        "want, within two steps of you: whom you could learn from; then who stands below you: "
        "whom you could teach.",
        epilog="For example: netgraph mentors; netgraph mentors --domain Legal; "
        "netgraph mentors --only teach -o mentees.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_domain(parser, "the field that you want to learn or teach")
    parser.add_argument("--only", choices=tuple(_FINDERS), help="one of both lists")
    add_answer(parser, _USUAL)
    parser.set_defaults(run=_mentors)


def _mentors(options: argparse.Namespace) -> int:
    import pandas as pd  # noqa: PLC0415 - `--help` stays quick

    with reading(options, "Looking who stands above and below you") as contacts:
        found = _find(contacts, options)
    if options.output:
        ways = [table.reset_index().assign(way=way) for way, table in found.items()]
        write_sheet(pd.concat(ways, ignore_index=True), options.output, "person", "people")
    if options.json:
        says = {way: table.attrs["says"] for way, table in found.items()}
        rows = {
            way: as_records(table.head(options.limit).reset_index()) for way, table in found.items()
        }
        print_json({"says": says, **rows})
    else:
        _print(found, options)
    return tell_unreadable(contacts.files) if options.files else 0


def _find(contacts: ng.Contacts, options: argparse.Namespace) -> dict[str, pd.DataFrame]:
    given: dict[str, Any] = {
        "domain": options.domain,
        "graph": ng.build_graph(contacts),
        "relations": ng.find_relations(contacts),
    }
    ways = [options.only] if options.only else list(_FINDERS)
    return {way: getattr(ng, _FINDERS[way])(contacts, **given) for way in ways}


def _print(found: dict[str, pd.DataFrame], options: argparse.Namespace) -> None:
    says = {table.attrs["says"] for table in found.values()}
    if len(says) == 1 and all(table.empty for table in found.values()):
        print(*says)  # nothing is known of yourself, which is said once
        return
    for way, table in found.items():
        print(f"{_TITLES[way]}\n{table.attrs['says']}")
        print_told(table, _told, most=options.limit, again=f"netgraph mentors --only {way}")
        print()
    print(f"{_PARTS} {LEGEND}")


def _told(row: dict[Hashable, Any]) -> Iterable[str]:
    already = " (already)" if row["already"] is True else ""
    yield f"{as_text(row['name'])}{already}: {at_work(row['title'], row['company'])}"
    yield as_text(row["first_step"])
    yield f"Why: {as_text(row['why'])} ({row['grade']})."
    mutual = row["reciprocity"]
    both = "not known" if mutual != mutual else f"{mutual:.0%}"  # noqa: PLR0124 - NaN
    yield (
        f"Score {row['score']:.2f}: field {row['fit']:.1f}, levels {row['apt']:.2f}, "
        f"reached {row['chance']:.0%}, both ways {both}."
    )
