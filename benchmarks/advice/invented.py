"""Planted brokers and gaps, and chances that can be checked, in invented worlds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

import netgraph as ng
from advice.networks import person_id
from advice.worlds import CURVES, EGO, GAP_SIZES, World, invent

if TYPE_CHECKING:
    import networkx as nx

NAMED = 5
"""How many of the people named for a gap are judged: as many as one would ask."""

TARGETS = 40
"""How many outsiders a world's ego asks a way to."""

CALIBRATIONS = ("assumed", "made introductions listed", "refusals listed, too")
"""What is known of past requests: nothing, what became of those passed on, and all of them."""


@dataclass
class Findings:
    """What was said in all worlds, beside what is true; a row a statement.

    Attributes
    ----------
    gaps
        ``world domain size true_ratio verdict``; size is NA where nothing is planted.
    found
        ``world method share``: of the planted brokers, how many stand among as many first ones.
    leads
        ``world domain grade direct chance knows leads holds came calibration``: people named for a
        planted gap.
    plain
        ``world domain method leads``: the same by plain rules.
    routes
        ``world curve calibration hops inferred stated came``: the best route to an outsider.
    """

    gaps: list[dict[str, object]] = field(default_factory=list)
    found: list[dict[str, object]] = field(default_factory=list)
    leads: list[dict[str, object]] = field(default_factory=list)
    plain: list[dict[str, object]] = field(default_factory=list)
    routes: list[dict[str, object]] = field(default_factory=list)


def look_at_worlds(seeds: int, *, first: int = 0) -> Findings:
    """Invent worlds, two for each seed (people pass requests on often, or seldom), and ask."""
    findings = Findings()
    for number in range(first, first + seeds):
        for curve in CURVES:
            _look(invent(number, curve), f"{curve} {number}", curve, findings)
    return findings


def _look(world: World, name: str, curve: str, findings: Findings) -> None:
    seed = [len(name), *name.encode()]
    rng = np.random.default_rng(seed)
    graph = ng.build_graph(world.contacts)
    gaps = ng.find_gaps(world.contacts, baseline=list(ng.DOMAINS))
    findings.gaps += [row | {"world": name} for row in judge_gaps(world, gaps)]
    clusters = ng.find_clusters(graph)
    findings.found += [row | {"world": name} for row in judge_brokers(world, clusters, rng)]
    for calibration in CALIBRATIONS:
        marks = {"world": name, "curve": curve, "calibration": calibration}
        fate = np.random.default_rng(seed)  # the same people are asked for under each calibration
        listed = world.as_listed(refusals=calibration == CALIBRATIONS[2])
        used = (
            ng.Calibration()
            if calibration == "assumed"
            else ng.calibrate_introductions(listed, graph)
        )
        named = ng.find_gap_brokers(
            world.contacts,
            gaps,
            graph=graph,
            clusters=clusters,
            calibration=used,
            domains=list(world.gaps),
        )
        findings.leads += [row | marks for row in judge_leads(world, named, fate)]
        findings.routes += [row | marks for row in judge_routes(world, graph, used, fate)]
    findings.plain += [row | {"world": name} for row in plain_leads(world, graph, rng)]


def judge_gaps(world: World, gaps: pd.DataFrame) -> list[dict[str, object]]:
    """Set verdicts beside the true shares among all contacts."""
    known = pd.Series([world.domain[p] for p in world.ego]).value_counts()
    fair = len(world.ego) / len(ng.DOMAINS)
    return [
        {
            "domain": code,
            "size": world.gaps.get(code),
            "true_ratio": known.get(code, 0) / fair,
            "verdict": gaps["verdict"][code],
        }
        for code in ng.DOMAINS
    ]


def judge_brokers(
    world: World, clusters: pd.DataFrame, rng: np.random.Generator
) -> list[dict[str, object]]:
    """Count the planted brokers among as many first ones, by netgraph and by plain rules."""
    graph = ng.build_graph(world.contacts, ego=False)
    seen = ng.build_graph(world.contacts, ego=False, inferred=False)
    people = rng.permutation([p for p in seen if int(p[1:]) in world.ego])
    degree = np.array([seen.degree(p) for p in people])
    planted = {person_id(p) for p in world.brokers}
    rankings = {
        "netgraph": ng.find_brokers(graph, clusters).index.tolist(),
        "most connected": people[np.argsort(-degree, kind="stable")].tolist(),
        "random": people.tolist(),
    }
    return [
        {"method": method, "share": len(planted & set(names[: len(planted)])) / len(planted)}
        for method, names in rankings.items()
    ]


def judge_leads(
    world: World, named: pd.DataFrame, rng: np.random.Generator
) -> list[dict[str, object]]:
    """Set the people named for each planted gap beside whom they truly know.

    ``leads``: they truly work there, or know somebody who does. ``holds``: what is stated of
    it, that they work there (of whom the ego knows there), or that they know somebody there
    whom the ego does not. ``came``: asking them led to something there (drawn once): of the
    former that they take it up, of the latter that an introduction was made and came to something.
    """
    rows = []
    known = world.knows()
    for code in world.gaps:
        first = named[(named["domain"] == code) & named["person_id"].notna()].head(NAMED)
        for lead in first.itertuples():
            person = int(str(lead.person_id)[1:])
            leads = any(world.domain[p] == code for p in (person, *known[person]))
            new = {p for p in known[person] if world.domain[p] == code and p not in world.ego}
            there = world.domain[person] == code
            truth = world.chance_through(person, new)
            if lead.direct:
                truth = there * world.passes(world.ego.get(person, 0.0))
            rows.append(
                {
                    "domain": code,
                    "grade": lead.grade,
                    "direct": lead.direct,
                    "chance": lead.chance,
                    "knows": lead.knows,
                    "leads": leads,
                    "holds": there if lead.direct else bool(new),
                    "came": rng.random() < truth,
                }
            )
    return rows


def plain_leads(world: World, graph: nx.Graph, rng: np.random.Generator) -> list[dict[str, object]]:
    """Name as many people for each planted gap by plain rules."""
    known = world.knows()
    people = rng.permutation([p for p in graph[EGO] if int(p[1:]) in world.ego])
    seen = {
        p: [q for q, t in graph[p].items() if t["evidence"] == "observed" and q != EGO]
        for p in people.tolist()
    }
    rows = []
    for code in world.gaps:
        rules = {
            "random": rng.permutation(people).tolist(),
            "most connected": sorted(people.tolist(), key=lambda p: -len(seen[p])),
            "most ties into it": sorted(
                people.tolist(),
                key=lambda p: -sum(graph.nodes[q].get("domain") == code for q in seen[p]),
            ),
            "Adamic-Adar": sorted(people.tolist(), key=lambda p: -_shared(graph, p, code)),
        }
        for method, names in rules.items():
            for one in names[:NAMED]:
                person = int(one[1:])
                leads = any(world.domain[p] == code for p in (person, *known[person]))
                rows.append({"domain": code, "method": method, "leads": leads})
    return rows


def _shared(graph: nx.Graph, person: str, code: str) -> float:
    """Sum 1 / log degree of those tied (as far as seen) to the person and to that field."""
    total = 0.0
    for other, tie in graph[person].items():
        if other == EGO or tie["evidence"] != "observed":
            continue
        there = any(
            graph.nodes[q].get("domain") == code and t["evidence"] == "observed"
            for q, t in graph[other].items()
        )
        total += there / np.log(max(graph.degree(other), 2))
    return total


def judge_routes(
    world: World, graph: nx.Graph, calibration: object, rng: np.random.Generator
) -> list[dict[str, object]]:
    """Ask the way to outsiders; ``came``: the request truly got there (drawn once)."""
    outside = sorted(
        p for p in graph if p != EGO and int(p[1:]) not in world.ego and not graph.has_edge(EGO, p)
    )
    rows = []
    for target in rng.permutation(outside)[:TARGETS].tolist():
        paths = ng.find_paths(graph, person=target, k=1, calibration=calibration)
        if paths.empty:
            continue
        best = paths.iloc[0]
        truth = world.chance_of(list(best["route"]))
        rows.append(
            {
                "hops": best["hops"],
                "inferred": best["inferred"],
                "stated": best["probability"],
                "true": truth,
                "came": rng.random() < truth,
            }
        )
    return rows


def gap_table(rows: list[dict[str, object]]) -> pd.DataFrame:
    """Count verdicts by the planted size; the last rows are domains that are no gap."""
    table = pd.DataFrame(rows)
    kind = table["size"].astype(object).where(table["size"].notna(), "none planted")
    order = [*dict.fromkeys(GAP_SIZES), "none planted"]
    verdicts = ["gap", "uncertain", "thin", "covered", "no verdict"]
    counted = pd.crosstab(kind, table["verdict"])
    return counted.reindex(index=order, columns=verdicts, fill_value=0).rename_axis("planted")
