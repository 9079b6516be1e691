"""`netgraph summary`: clusters, brokers and gaps on the terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import load_network, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import console, print_json

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `summary` to the commands."""
    parser = commands.add_parser("summary", help="print clusters, brokers and gaps here")
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_summary)


def _summary(options: argparse.Namespace) -> int:
    with console(errors=True).status("Reading ...") as status:
        contacts = load_network(options)
        summary = ng.summarise(contacts, progress=lambda step: status.update(f"{step} ..."))
    if options.json:
        print_json(summary.to_dict())
    else:
        from netgraph.terminal import print_summary  # noqa: PLC0415 - `--help` stays quick

        print_summary(summary, contacts.rejected)
    return tell_unreadable(contacts.files) if options.files else 0
