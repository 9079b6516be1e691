"""`netgraph path`: the way to a person, a company, a field of work or a title."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import PERSON, add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, as_text, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import networkx as nx
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
    parser.add_argument(
        "--how-sure",
        action="store_true",
        help="also how good the chances of your past introductions were",
    )
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_path)


def _path(options: argparse.Namespace) -> int:
    if all(each is None for each in (options.to, options.company, options.person, options.title)):
        raise ng.NetgraphError(
            "nobody is asked for", remedy="Give --to, --company, --person or --title"
        )
    with reading(options, "Looking for ways") as contacts:
        graph = ng.build_graph(contacts)
        curve = ng.calibrate_introductions(contacts, graph)
        paths = _find(contacts, graph, curve, options)
    told = paths.attrs
    if options.json:
        kept = ("status", "says", "basis", "matched", "former", "known")
        ways = {"ways": as_records(paths.rename_axis(None))}
        print_json({name: told[name] for name in kept} | ways | _record(curve, options))
    else:
        print(told["says"] if len(paths) else f"{told['status'].capitalize()}: {told['says']}")
        for place, row in enumerate(paths.to_dict("records"), start=1):
            _print_way(place, row)
        if len(paths):
            print(f"\nChances: {told['basis']}.")
        if options.how_sure:
            _print_record(curve)
    return tell_unreadable(contacts.files) if options.files else 0


def _find(
    contacts: ng.Contacts, graph: nx.Graph, curve: ng.Calibration, options: argparse.Namespace
) -> pd.DataFrame:
    asked: dict[str, Any] = {
        "person": options.person,
        "company": options.company,
        "title": options.title,
        "source": options.source,
        "k": options.ways,
        "calibration": curve,
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
    """Print a way by the chance that orders it and, below, what is known of each tie."""
    names = [as_text(name) for name in row["names"]]
    print(f"\n{place}. {' > '.join(names)}: {row['chance']:.0%}")
    print(f"   {as_text(row['what_to_do'])}.")
    between = f"likely between {row['low']:.0%} and {row['high']:.0%}"
    if isinstance(row["made_of"], str):
        print(f"   {as_text(row['made_of'])}; {between}")
    else:
        alone = f"; by this way alone {row['probability']:.0%}"
        same = f"{row['probability']:.0%}" == f"{row['chance']:.0%}"
        likely = f"{row['chance']:.0%} {as_text(row['chance_is'])}{'' if same else alone}"
        print(f"   {likely}, {between}")
    if isinstance(row["tie"], str):
        print(f"   Your tie: {as_text(row['tie'])}")
    if row["why"]:
        print(f"   {names[-1]}: {as_text(row['why'])}")
    for step, (chance, evidence) in enumerate(zip(row["chances"], row["evidence"], strict=True)):
        weakest = row["route"][step : step + 2] == row["weakest_tie"] and row["hops"] > 1
        mark = ", the weakest tie" if weakest else ""
        does = f"{chance:.0%} passed on" if row["hops"] > 1 else f"{chance:.0%} taken up"
        print(f"   {names[step]} - {names[step + 1]} ({does}{mark}): {as_text(evidence)}")
    if row["succeeds"]:
        led = ", ".join(f"{each:.0%}" for each in row["succeeds"])
        print(f"   Once made, an introduction leads to something: {led}")


def _record(curve: ng.Calibration, options: argparse.Namespace) -> dict[str, Any]:
    """Give how good the chances of past introductions were, for JSON."""
    if not options.how_sure:
        return {}
    scores = as_records(curve.scores.rename_axis("by"))
    return {"calibration": as_records(curve.table.rename_axis(None)), "scores": scores}


def _print_record(curve: ng.Calibration) -> None:
    """Print what was foretold of past introductions, and what came of them."""
    if curve.table.empty:
        print("\nNo outcome of an introduction is known yet.")
        return
    table = curve.table
    came = table["succeeded"] / table["asked"]
    shown = table[["asked", "succeeded"]].assign(
        predicted=[f"{share:.0%}" for share in table["predicted"]],
        came=[
            f"{share:.0%}, likely between {low:.0%} and {high:.0%}"
            for share, low, high in zip(came, table["low"], table["high"], strict=True)
        ],
    )
    headers = {
        "predicted": "foretold",
        "asked": "introductions",
        "succeeded": "led to something",
        "came": "share",
    }
    print()
    print_table(shown, headers, title="Past introductions: what was foretold, and what came")
