"""Every value on which independent implementations agree, against ours.

    python benchmarks/reference.py FOLDER [--errors]

FOLDER holds ``consensus.csv.gz`` (graph, metric, params, node, value; a pair's node is
``u|v``, a network's is empty) and ``graphs/*.json`` (directed, weighted, node_labels,
attributes, edges as positions). Prints, for each metric and its parameters, how many
values agree to 1e-9, relative or absolute; ends with 1 if one does not, or was not asked.
"""

from __future__ import annotations

import argparse
import json
import sys
from functools import cache
from math import isclose, isnan, log
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import pandas as pd

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = dict[str, float]

CLOSE = 1e-9
SAME_NAME = {"hierarchy_burt": "hierarchy", "is_articulation_point": "articulation_point"}
NETWORK = {"attr_assortativity": "assortativity", "log_odds_same": "within_group_odds"}


def read_graph(path: Path) -> nx.Graph:
    """Read a graph of the set."""
    told = json.loads(path.read_text(encoding="utf-8"))
    graph = nx.DiGraph() if told["directed"] else nx.Graph()
    names = told["node_labels"]
    graph.add_nodes_from(names)
    for one, other, *weight in told["edges"]:
        graph.add_edge(names[one], names[other], weight=weight[0] if weight else 1.0)
    for name, values in told["attributes"].items():
        nx.set_node_attributes(graph, dict(zip(names, values, strict=True)), name)
    return graph


def settings(params: str) -> dict[str, str]:
    """Read ``attr=club; weight=weight`` and the like."""
    parts = [part.strip().partition("=") for part in params.split(";")]
    return {name: value for name, _, value in parts if name}


def by_person(graph: nx.Graph, metric: str, asked: dict[str, str]) -> Values:
    """Measure people, as the set's name and parameters mean it."""
    options: dict[str, Any] = {}
    if metric == "harmonic":
        turned = graph.reverse() if asked.get("mode") == "in" and graph.is_directed() else graph
        whole = ng.metrics.harmonic_closeness(turned)
        return {str(p): v * (len(graph) - 1) for p, v in whole.items()}  # theirs is the sum
    if metric == "is_articulation_point":
        graph = graph.to_undirected()
    if metric.startswith("gf_raw."):
        role = metric.removeprefix("gf_raw.")
        twice = "symmetrised digraph" in asked
        shown = graph.to_directed() if twice else graph
        values = getattr(ng.metrics, role)(shown, attribute=asked["attr"])
        return {str(p): v for p, v in values.items()}
    if metric == "betweenness":
        options = {"normalized": False, "sample": len(graph)}
    elif "weight" in asked:
        options = {"weight": asked["weight"]}
    values = getattr(ng.metrics, SAME_NAME.get(metric, metric))(graph, **options)
    return {str(p): float(v) for p, v in values.items()}


def by_pair(graph: nx.Graph, metric: str, pairs: list[str]) -> Values:
    """Score pairs."""
    ends = [tuple(pair.split("|")) for pair in pairs]
    scored = getattr(ng.metrics, metric)(graph, pairs=ends)
    return dict(zip(pairs, scored.astype(float), strict=True))


def of_network(graph: nx.Graph, metric: str, asked: dict[str, str]) -> Values:
    """Measure a whole network by an attribute."""
    attribute = asked["attr"]
    if metric == "ei_index":
        return {"": float(ng.metrics.ei_test(graph, attribute=attribute)["observed"])}
    if metric == "coleman_homophily":
        groups = ng.metrics.coleman_homophily(graph, attribute=attribute)
        column = groups["homophily"] if isinstance(groups, pd.DataFrame) else groups
        return {"": float(column[asked["group"]])}
    value = float(getattr(ng.metrics, NETWORK[metric])(graph, attribute=attribute))
    return {"": log(value) if metric == "log_odds_same" else value}


def ours(graph: nx.Graph, metric: str, params: str, nodes: list[str]) -> Values:
    """Work out what a row of the set tells."""
    asked = settings(params)
    if nodes == [""]:
        return of_network(graph, metric, asked)
    if "|" in nodes[0] and metric in {"adamic_adar", "resource_allocation"}:
        return by_pair(graph, metric, nodes)
    return by_person(graph, metric, asked)


def main() -> int:
    """Print the table; give 1 if a value differs."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--errors", action="store_true", help="list the values that differ")
    options = parser.parse_args()
    graph_of: Callable[[str], nx.Graph] = cache(
        lambda name: read_graph(options.folder / "graphs" / f"{name}.json")
    )
    rows = pd.read_csv(options.folder / "consensus.csv.gz", dtype=str, keep_default_na=False)
    agree: dict[tuple[str, str], list[int]] = {}
    wrong: list[str] = []
    for (name, metric, params), part in rows.groupby(["graph", "metric", "params"], sort=False):
        mine = ours(graph_of(name), metric, params, part["node"].tolist())
        count = agree.setdefault((metric, params), [0, 0])
        for node, value in zip(part["node"], pd.to_numeric(part["value"]), strict=True):
            got = mine.get(node, float("nan"))
            same = isclose(got, value, rel_tol=CLOSE, abs_tol=CLOSE) or (
                isnan(got) and isnan(value)
            )
            count[0] += same
            count[1] += 1
            if not same:
                wrong.append(f"{name} {metric} ({params}) {node}: {got!r}, the set has {value!r}")
    print("| metric | parameters | values that agree | of |\n|---|---|---|---|")
    for (metric, params), (same, of) in agree.items():
        print(f"| {metric} | {params} | {same:,} | {of:,} |")
    print(f"\n{len(rows) - len(wrong):,} of {len(rows):,} values agree to {CLOSE:g}.")
    if options.errors:
        print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
