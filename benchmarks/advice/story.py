"""The example network: later introductions hidden, planted parts looked for, ranks drawn anew."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import networkx as nx
import numpy as np
import pandas as pd

import netgraph as ng
from advice.hidden_ties import HIDDEN, Answered
from advice.methods import BASELINES, METHODS, Question
from advice.networks import Network
from advice.scores import SHOWN, first_right

if TYPE_CHECKING:
    from pathlib import Path

YEARS = ("2022", "2023", "2024", "2025", "2026")
"""The introductions of each are asked for, with those of the years before to be seen."""

TOP = 30
"""The brokers whose rank intervals are checked: the first page of the table."""

OURS, WAYS = "netgraph", "netgraph, with inferred ties"


class Asked(NamedTuple):
    """An introduction that was hidden: who was brought to whom, and by whom."""

    introducer: str
    target: str
    source: str


@cache
def read_story(before: str = "9999") -> ng.Contacts:
    """Read the example exports without the introductions of that year and later."""
    return ng.load(*(_cut(path, before) for path in ng.example()))


def read_truth(folder: Path) -> dict[str, object]:
    """Read what is planted; people by their address."""
    truth: dict[str, object] = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    return truth


def _cut(path: Path, before: str) -> Path | tuple[str, bytes]:
    if path.name != "introductions.csv":
        return path
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(row for row in rows if row["date"] < before)
    return path.name, text.getvalue().encode()


def ids_of(contacts: ng.Contacts) -> dict[str, str]:
    """Map addresses (profiles, e-mail) to the ids that people have in the tables."""
    known = contacts.identifiers
    return dict(zip(known["value"], known["person_id"], strict=True))


def later_introductions() -> dict[str, list[Asked]]:
    """List the introductions of each year that somebody else than the ego made."""
    every = read_story()
    ego = every.ego
    rows = every.introductions[every.introductions["introducer"] != ego]
    asked: dict[str, list[Asked]] = {}
    for row in rows.itertuples():
        source, target = (row.introduced_to, row.introduced)
        if target == ego:
            source, target = target, source
        asked.setdefault(row.date[:4], []).append(Asked(row.introducer, target, source))
    return {year: asked.get(year, []) for year in YEARS}


def ask_for_introducers() -> dict[bool, Answered]:
    """Ask who could bring two people together, before they were.

    The tie between the two is hidden, with all that was introduced that year or
    later. Between two contacts the ego is left out of the network, who knows both.

    Returns
    -------
    dict
        The answers, apart for introductions whose introducer is seen to know both
        by something else (True), and for those where nobody could be sure (False).
    """
    places: dict[bool, list[dict[str, float]]] = {True: [], False: []}
    said: dict[bool, list[dict[str, int]]] = {True: [], False: []}
    for year, hidden in later_introductions().items():
        contacts = read_story(year)
        whole, among = ng.build_graph(contacts), ng.build_graph(contacts, ego=False)
        for number, one in enumerate(hidden):
            graph = whole if one.source == contacts.ego else among
            if one.introducer not in graph or one.source not in graph:
                continue
            graph = _without_tie(graph, one)
            both = graph.has_edge(one.source, one.introducer) and (
                one.target in graph and graph.has_edge(one.introducer, one.target)
            )
            answers = _answers(graph, one, np.random.default_rng([int(year), number]))
            places[both].append({m: first_right(a, {one.introducer}) for m, a in answers.items()})
            said[both].append({m: len(a) for m, a in answers.items()})
    return {both: Answered(pd.DataFrame(places[both]), pd.DataFrame(said[both])) for both in places}


def _without_tie(graph: nx.Graph, one: Asked) -> nx.Graph:
    if not (one.target in graph and graph.has_edge(one.source, one.target)):
        return graph
    left = graph.copy()
    left.remove_edge(one.source, one.target)
    return left


def _answers(graph: nx.Graph, one: Asked, rng: np.random.Generator) -> dict[str, list[str]]:
    ours: list[str] = []
    if one.target in graph:
        paths = ng.find_paths(graph, source=one.source, person=one.target, k=SHOWN)
        ours = list(dict.fromkeys(route[1] for route in paths["route"]))
    ids, seen = as_network(graph)
    place = {person: number for number, person in enumerate(ids)}
    if one.target not in place or one.source not in place:
        return {name: [] for name in BASELINES} | {WAYS: ours}
    source, target = place[one.source], place[one.target]
    question = Question(
        seen, seen, source, tuple(sorted(seen.knows[source])), target, int(seen.group[target]),
        frozenset(),
    )  # fmt: skip
    plain = {name: [ids[p] for p in METHODS[name](question, rng)] for name in BASELINES}
    return plain | {WAYS: ours}


def as_network(graph: nx.Graph) -> tuple[list[str], Network]:
    """Take the observed ties of a graph for the plain rules, with employers as groups."""
    ids = list(graph)
    place = {person: number for number, person in enumerate(ids)}
    ties = [
        sorted((place[a], place[b]))
        for a, b, how in graph.edges(data="evidence", default="observed")
        if how == "observed"
    ]
    company = [graph.nodes[p].get("company") or p for p in ids]
    group = pd.factorize(np.array(company, dtype=object))[0]
    return ids, Network("example", np.array(ties, dtype=np.int64).reshape(-1, 2), group)


def find_planted_brokers(truth: dict[str, object], repeats: int) -> pd.DataFrame:
    """Look for the five planted brokers, with all ties seen and with one in five hidden.

    Returns
    -------
    pandas.DataFrame
        ``hidden method run share``: how many of the five are the first five.
    """
    contacts = read_story()
    ids = ids_of(contacts)
    planted = {ids[str(b["person"])] for b in truth["brokers"]}  # type: ignore[attr-defined]
    graph = ng.build_graph(contacts, ego=False)
    clusters = ng.find_clusters(graph)
    rows = []
    for run in range(repeats + 1):
        rng = np.random.default_rng(run)
        left = graph if run == 0 else thin(graph, rng)
        people, seen = as_network(left)
        order = rng.permutation(len(people))
        rankings = {
            OURS: ng.find_brokers(left, clusters).index.tolist(),
            "most connected": [people[p] for p in order[np.argsort(-seen.degree[order])]],
            "random": [people[p] for p in order],
        }
        for method, names in rankings.items():
            share = len(planted & set(names[: len(planted)])) / len(planted)
            rows.append({"hidden": run > 0, "method": method, "run": run, "share": share})
    return pd.DataFrame(rows)


def thin(graph: nx.Graph, rng: np.random.Generator) -> nx.Graph:
    """Hide one tie in five."""
    left = graph.copy()
    ties = list(graph.edges)
    left.remove_edges_from(ties[t] for t in rng.permutation(len(ties))[: round(HIDDEN * len(ties))])
    return left


def find_planted_gaps(truth: dict[str, object], repeats: int) -> pd.DataFrame:
    """Look for the four planted gaps, with everybody and with one contact in five hidden.

    Returns
    -------
    pandas.DataFrame
        ``hidden run domain planted verdict``; `planted` by the truth, not by titles.
    """
    contacts = read_story()
    rows = []
    for run in range(repeats + 1):
        left = contacts if run == 0 else _without_people(contacts, np.random.default_rng(run))
        gaps = ng.find_gaps(left)
        for domain, verdict in gaps["verdict"].items():
            planted = domain in truth["gaps"]  # type: ignore[operator]
            row = {"hidden": run > 0, "run": run, "domain": domain}
            rows.append(row | {"planted": planted, "verdict": verdict})
    return pd.DataFrame(rows)


def _without_people(contacts: ng.Contacts, rng: np.random.Generator) -> ng.Contacts:
    others = contacts.people.index[contacts.people.index != contacts.ego]
    away = set(rng.permutation(others)[: round(HIDDEN * len(others))])
    people = contacts.people[~contacts.people.index.isin(away)]
    tables = {}
    for name, ends in (
        ("ties", ("source", "target")),
        ("interactions", ("source", "target")),
        ("introductions", ("introducer", "introduced", "introduced_to")),
        ("affiliations", ("person_id",)),
        ("identifiers", ("person_id",)),
        ("skills", ("person_id", "source_id")),
        ("review", ("person_id", "other_id")),
    ):
        table = getattr(contacts, name)
        gone = np.logical_or.reduce([table[end].isin(away) for end in ends])
        tables[name] = table[~gone]
    return replace(contacts, people=people, **tables)


def cover_ranks(draws: int) -> pd.DataFrame:
    """See how often the stated range of a broker's rank holds the rank in a network drawn anew.

    Two ways to draw: ``uncertain ties`` (each inferred tie is there with its
    probability: what the range is meant for), and ``ties hidden`` (one tie in five
    is hidden, the range is told from the rest, and the rank from all).

    Returns
    -------
    pandas.DataFrame
        ``drawn run covered``: share of the 30 first brokers whose range holds the rank.
    """
    graph = ng.build_graph(read_story(), ego=False)
    clusters = ng.find_clusters(graph)
    stated = ng.find_brokers(graph, clusters, seed=1)
    rows = []
    for run in range(draws):
        rng = np.random.default_rng([7, run])
        drawn = graph.copy()
        chance = list(graph.edges(data="probability", default=1.0))
        there = rng.random(len(chance)) < np.array([p for *_, p in chance])
        drawn.remove_edges_from((a, b) for (a, b, _), t in zip(chance, there, strict=True) if not t)
        nx.set_edge_attributes(drawn, 1.0, "probability")
        covered = _covered(stated, ng.find_brokers(drawn, clusters)["rank"])
        rows.append({"drawn": "uncertain ties", "run": run, "covered": covered})
        if run < draws // 2:
            less = ng.find_brokers(thin(graph, rng), clusters, seed=1)
            row = {"drawn": "ties hidden", "run": run, "covered": _covered(less, stated["rank"])}
            rows.append(row)
    return pd.DataFrame(rows)


def _covered(stated: pd.DataFrame, rank: pd.Series) -> float:
    first = stated.head(TOP)
    true = rank.reindex(first.index).fillna(len(rank) + 1)
    return float(true.between(first["rank_low"], first["rank_high"]).mean())
