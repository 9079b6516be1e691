"""`netgraph balance`: whether you give as much as you take, and listen as much as you talk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_answer, add_files
from netgraph.cli._printing import (
    as_day,
    as_records,
    as_text,
    number_of,
    print_as_of,
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

_USUAL = 5
_ORDER_OF_GIVING = ("reply", "recommendation", "favour", "endorsement", "introduction")
_TOTALS = {"gift": "Gift", "given": "You gave", "received": "You received", "worth": "Worth"}
_TALKS = {
    "name": "Name", "letters": "Letters", "write": "You write", "begin": "You begin",
    "ask": "You ask", "unanswered_by_me": "Left open by you",
    "unanswered_by_them": "Left open by them",
}  # fmt: skip
_SHARES = {"write": "word_share", "begin": "opening_share", "ask": "question_share"}


def add_to(commands: Commands) -> None:
    """Add `balance` to the commands."""
    parser = commands.add_parser(
        "balance",
        help="do you give as much as you take, and listen as much as you talk",
        description="Tell what went to people and what came back, and what you could give now; "
        "then your share of words, of beginnings and of questions, and who waits.",
        epilog="For example: netgraph balance; netgraph balance --limit 20 -o balance.csv",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_answer(parser, _USUAL)
    parser.set_defaults(run=_balance)


def _balance(options: argparse.Namespace) -> int:
    with reading(options, "Laying given and taken side by side") as contacts:
        ledger, talks = ng.reciprocity(contacts), ng.conversation_balance(contacts)
    giving, written = _giving(ledger), _written(talks)
    if options.output:
        both = ledger.join(talks.drop(columns="name").rename(columns={"says": "talk_says"}))
        write_sheet(both.reset_index(), options.output, "person", "people")
    if options.json:
        print_json(
            {
                "now": as_day(ledger.attrs["now"]),
                "give_and_take": _told_in_all(ledger, "totals"),
                "conversation": _told_in_all(talks, "over_all"),
                "could_give": as_records(giving.head(options.limit).reset_index()),
                "conversations": as_records(written.head(options.limit).reset_index()),
            }
        )
    else:
        print_as_of(ledger.attrs["now"])
        _print_ledger(ledger, giving, options.limit)
        _print_talks(talks, written, options.limit)
    return tell_unreadable(contacts.files) if options.files else 0


def _told_in_all(table: pd.DataFrame, what: str) -> dict[str, Any]:
    return {name: table.attrs[name] for name in ("says", "needs", what)}


def _giving(ledger: pd.DataFrame) -> pd.DataFrame:
    """Choose to whom something could be given, open questions first."""
    some = ledger[ledger["giving"].notna()]
    rank = some["giving"].map({kind: place for place, kind in enumerate(_ORDER_OF_GIVING)})
    order = some.assign(rank=rank, owed=some["given"] - some["received"])
    return order.sort_values(["rank", "owed"], kind="stable").drop(columns=["rank", "owed"])


def _written(talks: pd.DataFrame) -> pd.DataFrame:
    """Choose with whom there are letters; most letters first."""
    some = talks[talks["letters_out"].notna()]
    some = some.assign(letters=some["letters_out"] + some["letters_in"])
    return some.sort_values("letters", ascending=False, kind="stable")


def _print_ledger(ledger: pd.DataFrame, giving: pd.DataFrame, most: int) -> None:
    import pandas as pd  # noqa: PLC0415 - `--help` stays quick

    print(f"Give and take\n{ledger.attrs['says']}")
    totals = pd.DataFrame(ledger.attrs["totals"]).astype({"given": "Int64", "received": "Int64"})
    totals = totals.dropna(subset=["given", "received"], how="all")
    if len(totals):
        print_table(totals, _TOTALS)
        print("Worth is what a gift costs in time and standing, in letters (an assumption).")
    for need in ledger.attrs["needs"]:
        print(need)
    if len(totals):
        print("\nWhat you could give now")
        print_told(giving, _told, most=most, again="netgraph balance")
    if len(totals) and giving.empty:
        print("Nothing in your files asks for it at present.")


def _told(row: dict[Hashable, Any]) -> Iterable[str]:
    yield f"{as_text(row['name'])}: {as_text(row['could_give'])}"
    yield f"Because: {as_text(row['evidence'])}."
    yield f"So far: {as_text(row['says'])}."


def _print_talks(talks: pd.DataFrame, written: pd.DataFrame, most: int) -> None:
    print(f"\nConversation\n{talks.attrs['says']}")
    for need in talks.attrs["needs"]:
        print(need)
    if written.empty:
        return
    shares = {
        name: ["" if part != part else f"{part:.0%}" for part in written[share].astype(float)]  # noqa: PLR0124 - NaN
        for name, share in _SHARES.items()
    }
    print_table(written.assign(**shares).head(most), _TALKS, title="Those with most letters")
    left = len(written) - most
    if left > 0:
        print(f"and {number_of(left, 'more', 'more')}: netgraph balance --limit {len(written)}")
    print(f"Shares are yours of both. {talks.attrs['kept']}")
