"""`netgraph whatif`: your network with and without some people."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, console, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_COLUMNS = {
    "called": "Measure", "before": "Before", "after": "After", "change": "Change",
    "between": "Between", "meaning": "What it is",
}  # fmt: skip
_KEYS = ("name", "domain", "company", "cluster", "knows", "strength")


def add_to(commands: Commands) -> None:
    """Add `whatif` to the commands."""
    parser = commands.add_parser(
        "whatif",
        help="what would change if you lost people, met new ones, or took up with old ones",
        description="Measure your network with and without some people and ties.",
        epilog="For example: netgraph whatif --lose 'Ada Example'; "
        "netgraph whatif --meet domain=LEGL,company=Acme",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    for option, told in (
        ("lose", "somebody whom you lose, with all their ties"),
        ("reconnect", "a contact with whom you take up again"),
    ):
        parser.add_argument(
            f"--{option}",
            action="append",
            default=[],
            metavar="PERSON",
            help=f"{told}: a name, a part of it, or an id; may be repeated",
        )
    parser.add_argument(
        "--meet",
        action="append",
        default=[],
        metavar="WHO",
        help=f"a new contact, as KEY=VALUE,... with any of {', '.join(_KEYS)}; or the name of "
        "somebody in the network whom you do not know; may be repeated",
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_what_if)


def _what_if(options: argparse.Namespace) -> int:
    if not (options.lose or options.reconnect or options.meet):
        raise ng.NetgraphError(
            "nothing is to change", remedy="Give --lose, --meet or --reconnect, with a name"
        )
    add = [_described(text) for text in options.meet]
    with reading(options, "Measuring") as contacts:
        graph = ng.build_graph(contacts)
        table = ng.what_if(graph, add=add, remove=options.lose, reconnect=options.reconnect)
    if options.json:
        print_json(table.attrs | {"measures": as_records(table)})
    else:
        print(table.attrs["says"])
        print_table(_shown(table), _COLUMNS)
        for reason in table["reason"].dropna().unique():
            names = ", ".join(table.index[table["reason"] == reason])
            console(errors=True).print(f"Withheld: {names}: {reason}", style="dim", soft_wrap=True)
    return tell_unreadable(contacts.files) if options.files else 0


def _described(text: str) -> dict[str, Any] | str:
    """Read ``domain=LEGL,company=Acme``; a text without a sign is somebody's name."""
    if "=" not in text:
        return text
    described: dict[str, Any] = {}
    for part in text.split(","):
        key, sign, value = (piece.strip() for piece in part.partition("="))
        if not (sign and key and value):
            raise ng.NetgraphError(
                f"{part.strip()!r} is no KEY=VALUE", remedy=f"Keys are {', '.join(_KEYS)}"
            )
        if key == "knows":
            described.setdefault(key, []).append(value)
        else:
            described[key] = _as_number(key, value)
    return described


def _as_number(key: str, value: str) -> float | int | str:
    if key == "cluster" and value.isdecimal():
        return int(value)
    if key != "strength":
        return value
    try:
        return float(value)
    except ValueError as wrong:
        raise ng.NetgraphError(
            f"strength is {value!r}", remedy="Give a number from 0 to below 1, such as 0.5"
        ) from wrong


def _shown(table: pd.DataFrame) -> pd.DataFrame:
    """Write the numbers of measures that are known as texts."""
    known = table[table["reason"].isna()].reset_index()
    ends = [[_signed(value) for value in row] for row in known[["low", "high"]].to_numpy()]
    return known.assign(
        before=[f"{value:,.4g}" for value in known["before"]],
        after=[f"{value:,.4g}" for value in known["after"]],
        change=[_signed(value) for value in known["change"]],
        between=[f"{low} and {high}" if low != high else "" for low, high in ends],
    )


def _signed(value: float) -> str:
    return f"{value:+,.3g}" if value else "0"
