"""`netgraph metrics`: a number for each person and metric."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, print_json

if TYPE_CHECKING:
    import argparse

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `metrics` to the commands."""
    parser = commands.add_parser("metrics", help="measure everybody; print a table as CSV or JSON")
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument("--list", action="store_true", help="list the metrics and end")
    parser.add_argument(
        "--metric", action="append", metavar="NAME", help="one of `--list`; may be repeated"
    )
    parser.add_argument("--with-me", action="store_true", help="measure with you in the network")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_metrics)


def _metrics(options: argparse.Namespace) -> int:
    if options.list:
        return _list(as_json=options.json)
    with reading(options, "Measuring") as contacts:
        graph = ng.build_graph(contacts, ego=options.with_me)
        table = ng.measure(graph, options.metric)
    withheld, notes = table.attrs["withheld"], table.attrs["notes"]
    table.insert(0, "name", contacts.people["name"].reindex(table.index))
    table = table.round(6)
    if options.json:
        print_json(as_records(table))
    else:
        sys.stdout.write(ng.escape_formulas(table.reset_index()).to_csv(index=False))
    sure = ng.evidence(graph)
    print(f"netgraph: how sure: {sure['verdict']} {sure['advice']}".rstrip(), file=sys.stderr)
    for reason in dict.fromkeys(withheld.values()):
        names = ", ".join(name for name, why in withheld.items() if why == reason)
        print(f"netgraph: withheld: {names}: {reason}", file=sys.stderr)
    for note in notes:
        print(f"netgraph: note: {note}", file=sys.stderr)
    return tell_unreadable(contacts.files) if options.files else 0


def _list(*, as_json: bool) -> int:
    metrics = ng.available_metrics()
    if as_json:
        print_json(as_records(metrics.rename_axis("metric")))
        return 0
    for name, row in metrics.iterrows():
        print(f"{name:<20} {row['summary']}")
    return 0
