"""`netgraph export`: plain files for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import load_network, tell_unreadable
from netgraph.cli._options import add_files, add_workspace
from netgraph.cli._printing import console

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands

_GRAPHS = (".gexf", ".graphml")


def add_to(commands: Commands) -> None:
    """Add `export` to the commands."""
    parser = commands.add_parser(
        "export",
        help="write everything to plain files: CSV, JSON, GEXF, GraphML",
        description="Write the tables as a folder of CSV files for spreadsheets or as one JSON "
        "file, or the network as GEXF (Gephi) or GraphML. Text that a spreadsheet would run as a "
        "formula is marked with an apostrophe.",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="PATH",
        help="a folder, or a file that ends in .json, .gexf or .graphml",
    )
    add_workspace(parser)
    parser.set_defaults(run=_export)


def _export(options: argparse.Namespace) -> int:
    path = Path(options.output)
    with console(errors=True).status("Reading ..."):
        contacts = load_network(options)
        graph = path.suffix.lower() in _GRAPHS
        files = ng.write(ng.build_graph(contacts) if graph else contacts, path)
    for file in files:
        print(file)
    return tell_unreadable(contacts.files) if options.files else 0
