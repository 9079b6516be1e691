"""`netgraph gaps`: the fields in which you know too few people, and who leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli._network import reading, tell_unreadable
from netgraph.cli._options import add_files, add_json, add_limit, add_workspace
from netgraph.cli._printing import as_records, as_text, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_BY = ("seniority", "location", "community", "decade")
_BEST = ("broker", "grade", "gain")  # they stand under "brokers"
_LACKING = ("gap", "uncertain", "thin")
_GAPS = {
    "name": "Field of work",
    "verdict": "Verdict",
    "people": "People (expected)",
    "span": "Ratio (90 %)",
    "shortfall": "Missing",
    "presence": "Presence",
}
_CELLS = {
    "name": "Field of work",
    "group": "Group",
    "verdict": "Verdict",
    "count": "People",
    "expected": "By the baseline",
    "known": "Of known field",
    "unknown": "Unknown",
}
_GRADES = {
    "A": "observed",
    "B": "inferred from ties, a company or a career",
    "C": "a guess from their community, or from how many they know",
}


def add_to(commands: Commands) -> None:
    """Add `gaps` to the commands."""
    parser = commands.add_parser(
        "gaps",
        help="fields of work in which you know too few people, and who leads there",
        description="Compare the fields of work of your contacts with a mix that you choose.",
        epilog="For example: netgraph gaps --baseline LEGL,HLTH,FINA --brokers",
    )
    add_files(parser, nargs="*", otherwise=" (default: the workspace)")
    parser.add_argument(
        "--baseline",
        metavar="CODE,CODE",
        help="the fields that matter to you, compared with equal shares of them; "
        "codes or names (default: equal shares of the professional fields)",
    )
    parser.add_argument("--home", metavar="CODE", help="your own field, if your title is not it")
    what = parser.add_mutually_exclusive_group()
    what.add_argument("--by", choices=_BY, help="compare within levels, places, clusters, decades")
    what.add_argument("--brokers", action="store_true", help="name who leads to each of them")
    parser.add_argument("--all", action="store_true", help="list fields that lack nothing, too")
    add_limit(parser, 3)
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_gaps)


def _gaps(options: argparse.Namespace) -> int:
    with reading(options, "Comparing") as contacts:
        gaps = ng.find_gaps(contacts, home=options.home, baseline=options.baseline, by=options.by)
        brokers = _find_brokers(contacts, gaps, options.limit) if options.brokers else None
    if options.json:
        print_json(_plain(gaps, brokers))
    elif options.by:
        _print_cells(gaps, everything=options.all)
    else:
        _print_gaps(gaps, everything=options.all)
    if brokers is not None and not options.json:
        _print_brokers(brokers)
    return tell_unreadable(contacts.files) if options.files else 0


def _find_brokers(contacts: ng.Contacts, gaps: pd.DataFrame, most: int) -> pd.DataFrame:
    graph = ng.build_graph(contacts)
    learnt = ng.calibrate_introductions(contacts, graph)
    return ng.find_gap_brokers(contacts, gaps, graph=graph, calibration=learnt, most=most)


def _plain(gaps: pd.DataFrame, brokers: pd.DataFrame | None) -> dict[str, Any]:
    """Give all that was found, for JSON."""
    names = ("baseline", "home", "home_from", "classified", "unknown", "missing", "by", "says")
    told = {name: gaps.attrs[name] for name in names if name in gaps.attrs}
    told["gaps"] = as_records(gaps.drop(columns=list(_BEST), errors="ignore").reset_index())
    if brokers is not None:
        told["brokers"] = as_records(brokers)
        told["brokers_say"] = brokers.attrs["says"]
        told["chances_from"] = brokers.attrs["basis"]
    return told


def _print_gaps(gaps: pd.DataFrame, *, everything: bool) -> None:
    print(gaps.attrs["says"])
    known = gaps.attrs
    print(f"{known['classified']:,} contacts have a known field, {known['unknown']:,} do not.")
    shown = gaps if everything else gaps[gaps["verdict"].isin(_LACKING)]
    if shown.empty:
        return
    people = zip(shown["count"], shown["corrected"], strict=True)
    spans = shown[["ratio", "ratio_low", "ratio_high"]].itertuples(index=False)
    rows = shown.assign(
        people=[f"{count:,} ({corrected:.1f})" for count, corrected in people],
        span=[_span(*span) for span in spans],
    )
    print_table(rows, _GAPS)
    for row in shown[shown["verdict"] == "thin"].to_dict("records"):
        print(f"{row['name']}: {row['why']}.")
    print(
        "Expected: how many really work there, as far as titles are misread. Ratio: their share "
        "divided by the baseline's. Missing: people to half of that. Presence: absent where you "
        "know nobody, dormant where those you know are hardly in touch."
    )


def _print_cells(cells: pd.DataFrame, *, everything: bool) -> None:
    print(cells.attrs["says"])
    rows = cells.reset_index()
    shown = rows if everything else rows[rows["verdict"].isin(_LACKING)]
    if len(shown):
        print_table(shown.assign(expected=shown["expected"].map(_number)), _CELLS)


def _span(mean: float, low: float, high: float) -> str:
    return "" if mean != mean else f"{mean:.2f} ({low:.2f}-{high:.2f})"  # noqa: PLR0124 - NaN


def _number(value: float) -> str:
    return "" if value != value else f"{value:.2f}"  # noqa: PLR0124 - NaN


def _print_brokers(brokers: pd.DataFrame) -> None:
    """Print of each field whom you know there, then who leads to others, and what to ask."""
    if brokers.empty:
        print(f"\n{brokers.attrs['says']}")
        return
    for code, part in brokers.groupby("domain", sort=False):
        print(f"\n{ng.DOMAINS[str(code)]}")
        for row in part.to_dict("records"):
            _print_lead(row)
    print(f"\nChances are {brokers.attrs['basis']}.")


def _print_lead(row: dict[Any, Any]) -> None:
    name = as_text(row["name"])
    if row["grade"] == "D":
        print(f"  {as_text(row['why']).capitalize()}.")
        return
    if row["direct"]:
        print(f"  You know {name} there ({as_text(row['why'])}).")
    else:
        print(f"  {name}: {as_text(row['why'])} ({_GRADES[row['grade']]}).")
    print(f"    {as_text(row['what_to_do'])}.")
    print(f"    {ng.lead_in_words(row)}.")
    if isinstance(row["tie"], str):
        print(f"    Your tie: {as_text(row['tie'])}.")
