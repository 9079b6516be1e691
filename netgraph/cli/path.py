"""`netgraph path`: the way to a person, a company, a field of work or a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import load_network, tell_unreadable
from netgraph.cli._options import PERSON, add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, as_text, console, print_json

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands


def add_to(commands: Commands) -> None:
    """Add `path` to the commands."""
    parser = commands.add_parser(
        "path",
        help="whom to ask for an introduction to a person, a company or a field of work",
        description="Find the likeliest ways to somebody over people who know each other. "
        "Who is meant has to fit all that is given.",
        epilog="For example: netgraph path --to Legal; netgraph path --company Acme; "
        "netgraph path --person 'Ann Lee'",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "--to",
        metavar="TEXT",
        help="a field of work (its code, its name, a trade), or else a title",
    )
    parser.add_argument("--company", metavar="NAME", help="somebody who works there, or has worked")
    parser.add_argument("--person", metavar="PERSON", help=PERSON)
    parser.add_argument("--title", metavar="TEXT", help="words, each of which the title holds")
    parser.add_argument("--from", dest="source", metavar="PERSON", help="from whom (default: you)")
    parser.add_argument(
        "--ways", type=int, default=3, metavar="NUMBER", help="at most so many (default: 3)"
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_path)


def _path(options: argparse.Namespace) -> int:
    if all(each is None for each in (options.to, options.company, options.person, options.title)):
        raise ng.NetgraphError(
            "nobody is asked for", remedy="Give --to, --company, --person or --title"
        )
    with console(errors=True).status("Reading ...") as status:
        contacts = load_network(options)
        status.update("Looking for ways ...")
        paths = _find(contacts, options)
    told = paths.attrs
    if options.json:
        kept = ("status", "says", "basis", "matched", "former", "known")
        ways = {"ways": as_records(paths.rename_axis(None))}
        print_json({name: told[name] for name in kept} | ways)
    else:
        print(told["says"] if len(paths) else f"{told['status'].capitalize()}: {told['says']}")
        for place, row in enumerate(paths.to_dict("records"), start=1):
            _print_way(place, row)
        if len(paths):
            print(f"\nChances: {told['basis']}.")
    return tell_unreadable(contacts.files) if options.files else 0


def _find(contacts: ng.Contacts, options: argparse.Namespace) -> pd.DataFrame:
    graph = ng.build_graph(contacts)
    asked: dict[str, Any] = {
        "person": options.person,
        "company": options.company,
        "title": options.title,
        "source": options.source,
        "k": options.ways,
        "calibration": ng.calibrate_introductions(contacts, graph),
        "contacts": contacts,
    }
    if options.to is None:
        return ng.find_paths(graph, **asked)
    try:
        return ng.find_paths(graph, domain=options.to, **asked)
    except ng.UnknownNameError:
        if options.title is not None:
            raise
        found = ng.find_paths(graph, **asked | {"title": options.to})
        if not found.attrs["matched"]:
            raise
        return found


def _print_way(place: int, row: dict[Any, Any]) -> None:
    """Print a way and, below it, what is known of each tie."""
    names = [as_text(name) for name in row["names"]]
    likely = f"{row['probability']:.0%}, likely between {row['low']:.0%} and {row['high']:.0%}"
    print(f"\n{place}. {' > '.join(names)}: {likely}")
    if row["why"]:
        print(f"   {names[-1]}: {as_text(row['why'])}")
    for step, (chance, evidence) in enumerate(zip(row["chances"], row["evidence"], strict=True)):
        weakest = row["route"][step : step + 2] == row["weakest_tie"] and row["hops"] > 1
        mark = ", the weakest tie" if weakest else ""
        print(f"   {names[step]} - {names[step + 1]} ({chance:.0%}{mark}): {as_text(evidence)}")
