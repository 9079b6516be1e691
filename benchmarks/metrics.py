"""Measures against igraph and networkx: same process, CPU time, one core, medians, ratios.

    python benchmarks/metrics.py [FOLDER] [--large]

FOLDER may hold public graphs as edge lists (facebook_combined.txt, Email-Enron.txt,
CA-HepPh.txt, musae_facebook_edges.csv). --large adds a network of 1M people and 10M ties.
"""

from __future__ import annotations

import argparse
import gc
import os
import statistics
import subprocess
import sys
import time
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import igraph
import networkx as nx
import numpy as np
import pandas as pd

import netgraph as ng
from netgraph.backend import dispatch
from netgraph.kernels.closure import closure, sum_by_person
from netgraph.metrics import METRICS
from netgraph.metrics.reach._distances import count_people

if TYPE_CHECKING:
    from collections.abc import Callable

FILES = {
    "ego-Facebook": "facebook_combined.txt",
    "Email-Enron": "Email-Enron.txt",
    "MUSAE pages": "musae_facebook_edges.csv",
    "CA-HepPh": "CA-HepPh.txt",
}
BURT = ["constraint", "effective_size", "efficiency", "hierarchy", "redundancy", "clustering"]
SLOW = {"flow_betweenness"}


def seconds(work: Callable[[], object], repeats: int = 5) -> float:
    """Median CPU time, after one call that is not counted where it is repeated."""
    if repeats > 1:
        work()
    taken = []
    for _ in range(repeats):
        gc.collect()
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return statistics.median(taken)


def in_turn(ours: Callable[[], object], theirs: Callable[[], object]) -> tuple[float, float]:
    """Median CPU time of two, in turn: other work on the machine slows both alike.

    Ours runs three times for each of theirs, which takes longer.
    """
    ours()
    theirs()
    taken: tuple[list[float], list[float]] = ([], [])
    for _ in range(7):
        for work, times, repeats in ((ours, taken[0], 3), (theirs, taken[1], 1)):
            gc.collect()
            for _ in range(repeats):
                start = time.process_time()
                work()
                times.append(time.process_time() - start)
    return statistics.median(taken[0]), statistics.median(taken[1])


def heavy_tailed(people: int, ties: int, *, closed: float = 0.3, seed: int = 0) -> ng.Adjacency:
    """Chung and Lu's model with exponent 2.2; a share of the ties closes a triangle."""
    rng = np.random.default_rng(seed)
    weight = rng.permutation((np.arange(people) + 10.0) ** (-1 / 1.2))
    up_to = np.cumsum(weight) / weight.sum()
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < ties:
        missing = int(ties * (1 - closed)) - len(keys)
        if missing > 0:
            ends = np.searchsorted(up_to, rng.random((2, 2 * missing + 10)))
            one, other = np.minimum(ends, people - 1)
        else:
            missing = ties - len(keys)
            now = ng.Adjacency.from_arrays(keys // people, keys % people, nodes=range(people))
            at = rng.integers(0, people, 3 * missing + 10)
            at = at[now.degrees[at] > 1]
            one, other = (
                now.indices[now.indptr[at] + rng.integers(0, now.degrees[at])].astype(np.int64)
                for _ in range(2)
            )
        apart = one != other
        fresh = np.unique(np.minimum(one, other)[apart] * people + np.maximum(one, other)[apart])
        fresh = rng.permutation(fresh[~np.isin(fresh, keys)])[:missing]
        keys = np.concatenate([keys, fresh])
    return ng.Adjacency.from_arrays(keys // people, keys % people, nodes=range(people))


def co_authors(people: int = 288_000, ties: int = 1_720_000, seed: int = 0) -> ng.Adjacency:
    """Papers by teams of heavy-tailed size; who writes together works in the same field."""
    rng = np.random.default_rng(seed)
    weight = rng.permutation((np.arange(people) + 50.0) ** -0.6)
    up_to = np.cumsum(weight) / weight.sum()
    keys = np.empty(0, dtype=np.int64)
    while len(keys) < ties:
        found = [keys]
        for size in np.minimum(2 + (rng.pareto(1.6, 20_000) * 1.5).astype(int), 60):
            lead = int(np.searchsorted(up_to, rng.random()))
            away = rng.geometric(0.05, size) * rng.choice([-1, 1], size)
            team = np.unique((lead + away) % people)
            one, other = np.triu_indices(len(team), 1)
            found.append(team[one] * people + team[other])
        keys = np.unique(np.concatenate(found))
    named = rng.permutation(people)  # so that the order of the ids tells nothing
    return ng.Adjacency.from_arrays(
        named[keys // people], named[keys % people], nodes=range(people)
    )


def from_file(path: Path) -> ng.Adjacency:
    """Read a public edge list."""
    if path.suffix == ".csv":
        table = pd.read_csv(path)
    else:
        table = pd.read_csv(path, sep=r"\s+", comment="#", header=None)
        if len(table) - 1 in table.iloc[0].tolist():  # how many people and ties there are
            table = table.iloc[1:]
    return ng.Adjacency.from_edges(table.iloc[:, 0], table.iloc[:, 1])


def ends(adjacency: ng.Adjacency) -> np.ndarray[Any, Any]:
    """Give each tie once, as two positions."""
    once = adjacency.sources < adjacency.indices
    return np.stack([adjacency.sources[once], adjacency.indices[once]], axis=1)


def in_igraph(adjacency: ng.Adjacency) -> igraph.Graph:
    """Build the same network in igraph."""
    return igraph.Graph(n=len(adjacency), edges=ends(adjacency))


def in_networkx(adjacency: ng.Adjacency) -> nx.Graph:
    """Build the same network in networkx."""
    graph = nx.empty_graph(len(adjacency))
    graph.add_edges_from(ends(adjacency).tolist())
    return graph


def say(what: str, ours: float, theirs: float, whose: str, target: float) -> None:
    """Print a row of the table."""
    ratio = theirs / ours
    verdict = "reached" if ratio >= target else "NOT reached"
    print(
        f"| {what} | {1000 * ours:,.1f} ms | {1000 * theirs:,.0f} ms ({whose}) "
        f"| {ratio:.1f}x | {target:g}x {verdict} |",
        flush=True,
    )


def burt(adjacency: ng.Adjacency) -> pd.DataFrame:
    """Measure all of Burt's, from nothing: a copy has no sums that were kept."""
    return ng.measure(replace(adjacency), BURT)


def structural_holes(name: str, adjacency: ng.Adjacency, target: float) -> None:
    """Compare all of Burt's measures with igraph's constraint."""
    graph = in_igraph(adjacency)
    ours, theirs = in_turn(lambda: burt(adjacency), graph.constraint)
    size = f"{len(adjacency):,} / {adjacency.number_of_ties:,}"
    say(f"all Burt measures, {name} ({size})", ours, theirs, "igraph", target)


def distances(adjacency: ng.Adjacency) -> None:
    """Compare the exact searches; igraph's from 200 people, times the number of people."""
    graph = in_igraph(adjacency)
    some = np.random.default_rng(0).choice(len(adjacency), 200, replace=False).tolist()
    ours, theirs = in_turn(
        lambda: count_people(adjacency, steps=32),
        lambda: graph.harmonic_centrality(vertices=some),
    )
    theirs *= len(adjacency) / len(some)
    say("harmonic closeness and every k-step reach, exact", ours, theirs, "igraph, from 200", 100)


def paths(small: ng.Adjacency | None, adjacency: ng.Adjacency) -> None:
    """Compare betweenness, exact on a small network and from 320 people on a large one."""
    betweenness = ng.metrics.betweenness
    if small is not None:
        graph = in_igraph(small)
        exact = in_turn(lambda: betweenness(small, sample=len(small)), graph.betweenness)
        say("betweenness, exact, ego-Facebook", *exact, "igraph", 1)
    graph = in_igraph(adjacency)
    drawn = np.random.default_rng(0).choice(len(adjacency), 320, replace=False).tolist()
    sampled = in_turn(
        lambda: betweenness(adjacency, sample=320), lambda: graph.betweenness(sources=drawn)
    )
    say("betweenness from 320 people", *sampled, "igraph", 5)


def catalogue(adjacency: ng.Adjacency) -> None:
    """Compare everything with networkx's constraint; paths are counted from some, as by default."""
    graph = in_networkx(adjacency)
    rng = np.random.default_rng(0)
    nx.set_node_attributes(
        graph, dict(enumerate(rng.choice(list(ng.DOMAINS), len(graph)))), "domain"
    )
    theirs = seconds(lambda: nx.constraint(graph), 3)
    names = [
        name
        for name, metric in METRICS.items()
        if name not in SLOW and (metric.largest is None or metric.largest >= len(graph))
    ]
    few = nx.karate_club_graph()
    nx.set_node_attributes(few, "LEGL", "domain")
    ng.measure(few, names)  # so that every loop is there
    took = {name: seconds(lambda name=name: ng.measure(graph, [name]), 1) for name in names}
    ours = seconds(lambda: ng.measure(graph, names), 3)
    say(f"the whole catalogue ({len(names)} metrics), warm", ours, theirs, "networkx constraint", 1)
    slowest = sorted(took.items(), key=lambda item: -item[1])[:6]
    print("    slowest alone: " + ", ".join(f"{name} {s:.2f} s" for name, s in slowest))

    def first_call() -> object:
        graph.__networkx_cache__.clear()  # a second call would find the graph read
        return dispatch.constraint(dispatch.convert_from_nx(graph))

    ours = seconds(first_call, 5)
    say("nx.constraint through the backend, conversion included", ours, theirs, "networkx", 20)


def large() -> None:
    """Compare the cost of a tie in a network ten times as large, and count the memory."""
    cost = {}
    for people, ties in ((100_000, 1_000_000), (1_000_000, 10_000_000)):
        adjacency = heavy_tailed(people, ties)
        cost[ties] = seconds(lambda adjacency=adjacency: burt(adjacency), 3) / ties
    small, big = cost.values()
    print(
        f"| all Burt measures, 1M / 10M | {1e9 * big:.0f} ns a tie | {1e9 * small:.0f} ns at "
        f"1M ties | {big / small:.1f} times | at most 2 |"
    )
    for kind, weights in (("", None), (", weighted", np.ones(len(adjacency.indices)))):
        tracemalloc.start()
        found = closure(adjacency.indptr, adjacency.indices, weights)
        sum_by_person(adjacency.indptr, weights, found)
        peak = tracemalloc.get_traced_memory()[1] / adjacency.number_of_ties
        tracemalloc.stop()
        print(f"| memory beyond the rows{kind}, 1M / 10M | {peak:.0f} B a tie | | | at most 32 |")


def starts() -> None:
    """Compare how long it takes to start, each in a new process."""

    def elapsed(*command: str) -> float:
        taken = []
        for _ in range(5):
            start = time.perf_counter()
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own
            taken.append(time.perf_counter() - start)
        return statistics.median(taken)

    python = sys.executable
    yardstick = elapsed(python, "-c", "import networkx, pandas")
    say("import netgraph", elapsed(python, "-c", "import netgraph"), yardstick, "nx, pandas", 1)
    command = (python, "-m", "netgraph.cli", "--help")
    say("netgraph --help", elapsed(*command), yardstick, "nx, pandas", 2)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--large", action="store_true")
    asked = parser.parse_args()
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    print("| what | netgraph | other | ratio | target |\n|---|---|---|---|---|")
    heavy = heavy_tailed(30_000, 250_000)
    structural_holes("heavy-tailed", heavy, 40)
    small = None
    for name, file in FILES.items():
        if asked.folder and (asked.folder / file).exists():
            adjacency = from_file(asked.folder / file)
            small = adjacency if name == "ego-Facebook" else small
            structural_holes(name, adjacency, 3 if name == "CA-HepPh" else 10)
    structural_holes("co-authors", co_authors(), 3)
    distances(heavy)
    paths(small, heavy)
    starts()
    catalogue(heavy)
    if asked.large:
        large()


if __name__ == "__main__":
    main()
