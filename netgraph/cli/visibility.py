"""`netgraph visibility`: who can reach you, who of them is senior, and who vouches for you."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_answer, add_files
from netgraph.cli._printing import (
    as_records,
    as_text,
    at_work,
    print_json,
    print_table,
    print_told,
)
from netgraph.cli._sheet import write_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from netgraph.cli._options import Commands

_USUAL = 10
_NUMBERS = {"what": "What", "people": "People", "of": "Of", "part": "Share", "says": "That is"}
_VOUCHERS = {
    "about": "For what", "people": "People", "senior": "Above you", "last_at": "Last",
    "who": "Who, the highest level first",
}  # fmt: skip
_NAMED = 4
_STANDING = ("D", "X")
_GRADES = (
    "A: they addressed you themselves; B: a tie of both sides is known, and no word of theirs; "
    "C: a tie on the way is inferred, or stands in your own address book alone."
)


def add_to(commands: Commands) -> None:
    """Add `visibility` to the commands."""
    parser = commands.add_parser(
        "visibility",
        help="who can reach you within two steps, who of them is senior, who vouches for you",
        description="Tell how far you are seen: who can reach you within two steps, who of them "
        "stands above you, and who recommended or endorsed you.",
        epilog="For example: netgraph visibility; netgraph visibility -o seen_by.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_answer(parser, _USUAL)
    parser.set_defaults(run=_visibility)


def _visibility(options: argparse.Namespace) -> int:
    with reading(options, "Looking who can reach you") as contacts:
        seen = ng.visibility(contacts, graph=ng.build_graph(contacts))
        numbers, vouchers = ng.describe_visibility(seen), ng.find_vouchers(contacts)
    senior = _senior(seen)
    if options.output:
        write_sheet(seen.reset_index(), options.output, "person", "people")
    if options.json:
        told = {"says": seen.attrs["says"], "vouchers_say": vouchers.attrs["says"]}
        numbered = {"numbers": as_records(numbers), "vouchers": as_records(vouchers)}
        people = as_records(senior.head(options.limit).reset_index())
        print_json({**told, **numbered, "senior": people})
    else:
        print(seen.attrs["says"])
        _print_numbers(numbers)
        _print_vouchers(vouchers)
        _print_senior(senior, options.limit, rated=bool(seen["senior"].notna().any()))
    return tell_unreadable(contacts.files) if options.files else 0


def _senior(seen: pd.DataFrame) -> pd.DataFrame:
    """Choose those above your level, or directors and executives where yours is not known."""
    if seen["senior"].isna().all():
        return seen[seen["seniority"].isin(_STANDING)]
    return seen[seen["senior"].fillna(value=False).astype(bool)]


def _print_numbers(numbers: pd.DataFrame) -> None:
    share = ["" if part != part else f"{part:.0%}" for part in numbers["share"]]  # noqa: PLR0124 - NaN
    print_table(numbers.assign(part=share), _NUMBERS)


def _print_vouchers(vouchers: pd.DataFrame) -> None:
    print(f"\nWho vouches for you\n{vouchers.attrs['says']}")
    if len(vouchers):
        shown = vouchers.assign(
            about=vouchers["what"].fillna("Recommendations"),
            who=vouchers["names"].map(_some),
            last_at=vouchers["last_at"].dt.normalize(),
        )
        print_table(shown.dropna(axis="columns", how="all"), _VOUCHERS)


def _some(names: tuple[str, ...]) -> str:
    """Name the first, and how many others there are."""
    others = len(names) - _NAMED
    return "; ".join(names[:_NAMED]) + (f"; and {others:,} more" if others > 0 else "")


def _print_senior(senior: pd.DataFrame, most: int, *, rated: bool) -> None:
    print("\nSenior people within two steps")
    print(
        "Those above your own level."
        if rated
        else "Your own level is not known from these files: directors and executives."
    )
    if senior.empty:
        print("Nobody is listed.")
        return
    print_told(senior, _told, most=most, again="netgraph visibility")
    print(f"\n{_GRADES}")


def _told(row: dict[Hashable, Any]) -> Iterable[str]:
    over = as_text(row["via_name"])
    way = f"over {over}" if over else "a tie to you"
    yield f"{as_text(row['name'])}: {at_work(row['title'], row['company'])}"
    said = [way, *(["recommended you"] if row["recommended"] else [])]
    if row["endorsed"]:
        said.append(f"endorsed you for {as_text(row['endorsed_for'])}")
    if row["where"] in {"department", "organisation"}:
        said.append("works where you work")
    told = "; ".join(said)
    yield f"{told[:1].upper()}{told[1:]} ({row['grade']})."
