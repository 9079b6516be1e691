"""Options that several commands share."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[  # noqa: SLF001 - it has no public name
        argparse.ArgumentParser
    ]

PERSON = "a name or a part of it, an e-mail address, the address of a profile, or an id"


def add_files(parser: argparse.ArgumentParser, *, nargs: str, otherwise: str = "") -> None:
    """Let a command take files, and what it must be told to read them."""
    parser.add_argument(
        "files",
        nargs=nargs,
        metavar="FILE",
        help="a LinkedIn archive (ZIP), an address book, mail, a calendar, a list of "
        "introductions, or a folder of such files" + otherwise,
    )
    parser.add_argument("--ego", metavar="NAME", help="your own name, if the files do not tell it")


def add_workspace(parser: argparse.ArgumentParser) -> None:
    """Let a command name the file that everything is kept in."""
    parser.add_argument(
        "--workspace",
        metavar="PATH",
        help="the file that everything is kept in (default: NETGRAPH_WORKSPACE, "
        "else one in your own data folder)",
    )


def add_json(parser: argparse.ArgumentParser) -> None:
    """Let a command print JSON."""
    parser.add_argument("--json", action="store_true", help="print JSON, for scripts")


def add_person(parser: argparse.ArgumentParser) -> None:
    """Let a command be about one person."""
    parser.add_argument("person", metavar="PERSON", help=PERSON)


def add_domain(parser: argparse.ArgumentParser, what: str) -> None:
    """Let a command be about a field of work that is not one's own."""
    parser.add_argument(
        "--domain", metavar="FIELD", help=f"{what}: its name or code (default: your own field)"
    )


def add_yes(parser: argparse.ArgumentParser) -> None:
    """Let a command do without a question."""
    parser.add_argument("--yes", action="store_true", help="do not ask")


def add_limit(parser: argparse.ArgumentParser, usual: int) -> None:
    """Let a command be told how much to show at most."""
    parser.add_argument(
        "--limit",
        type=_count,
        default=usual,
        metavar="NUMBER",
        help="at most so many (default: %(default)s)",
    )


def add_output(parser: argparse.ArgumentParser) -> None:
    """Let a command write its table to a file."""
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="write the table there, as CSV for a spreadsheet"
    )


def add_answer(parser: argparse.ArgumentParser, usual: int | None = None) -> None:
    """Add what every answer has: how much is shown, where it is written, whence it comes."""
    if usual is not None:
        add_limit(parser, usual)
    add_output(parser)
    add_workspace(parser)
    add_json(parser)


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is no number of 0 or more")
    return int(text)
