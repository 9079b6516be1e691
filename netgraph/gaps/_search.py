"""The search for those who lead to some fields: evidence becomes rows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from netgraph.clusters import find_clusters
from netgraph.errors import GraphError
from netgraph.gaps._leads import (
    acquaintances,
    around,
    careers,
    fellows,
    insiders,
    people_by_domain,
    read_communities,
    well_connected,
)
from netgraph.graph import build_graph
from netgraph.introductions import Calibration

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx

    from netgraph.contacts import Contacts
    from netgraph.gaps._leads import Communities, Lead, Leads, Network

COLUMNS = (
    "domain", "person_id", "name", "grade", "chance", "passes_on", "knows", "succeeds", "gain",
    "new_people", "why", "evidence", "people",
)  # fmt: skip
_GRADES = ("A", "B", "C")
_TOLD = 2
_LITTLE = 0.1


class Where(NamedTuple):
    """What to look in, each None for the default."""

    graph: nx.Graph | None = None
    clusters: pd.DataFrame | None = None
    calibration: Calibration | None = None


def search(
    contacts: Contacts, gaps: pd.DataFrame, codes: list[str], where: Where, *, most: int
) -> pd.DataFrame:
    """Find who leads to some fields; see `find_gap_brokers`, whose columns these are."""
    graph = build_graph(contacts) if where.graph is None else where.graph
    if contacts.ego is not None and contacts.ego not in graph:
        raise GraphError("you are not in the graph", remedy="Take build_graph(contacts)")
    network = around(contacts, graph)
    leads = _all_leads(contacts, network, gaps.loc[codes, "trust"], where.clusters)
    curve = Calibration() if where.calibration is None else where.calibration
    rows: list[dict[str, Any]] = []
    for code in codes:
        rows += _best(network, curve, code, leads[code], most) or [_no_path(code, network, gaps)]
    table = pd.DataFrame(rows, columns=list(COLUMNS))
    numbers = ["chance", "passes_on", "knows", "succeeds", "new_people"]
    table = table.astype(dict.fromkeys(numbers, float))
    table["gain"] = table["chance"] * table["domain"].map(gaps["one_more"]).astype(float)
    table.attrs["basis"] = curve.basis
    return table


def _all_leads(
    contacts: Contacts, network: Network, trust: pd.Series, clusters: pd.DataFrame | None
) -> dict[str, Leads]:
    codes = trust.index.tolist()
    there = people_by_domain(network, codes)
    titles = contacts.people["title"].dropna().astype(object).to_dict()
    former = careers(contacts, network, codes) if codes else {}
    found: dict[str, Leads] = {}
    known: Communities | None = None
    for code in codes:
        parts = (
            insiders(network, there[code], trust[code], titles),
            acquaintances(network, there[code], trust[code]),
            former[code],
        )
        found[code] = _join(parts)
        if not found[code] and there[code]:
            if known is None:
                groups = find_clusters(network.graph) if clusters is None else clusters
                known = read_communities(network.graph, groups)
            guessed = well_connected(network, there[code], trust[code])
            found[code] = guessed | fellows(network, there[code], trust[code], known)
    return found


def _join(parts: Iterable[Leads]) -> Leads:
    joined: Leads = {}
    for part in parts:
        for person, leads in part.items():
            joined.setdefault(person, []).extend(leads)
    return joined


def _best(
    network: Network, curve: Calibration, code: str, leads: Leads, most: int
) -> list[dict[str, Any]]:
    """Give the rows of those with the greatest chance."""
    people = list(leads)
    misses = [math.prod(1.0 - lead.probability for lead in leads[person]) for person in people]
    knows = 1.0 - np.array(misses, dtype=float)
    opens = np.array([_opens(network, curve, person, leads[person]) for person in people])
    succeeds = np.divide(opens, knows, out=np.full(len(people), np.nan), where=knows > 0.0)
    passes_on = np.full(len(people), np.nan)
    if network.ego is not None:
        passes_on = curve.passes_on([network.near[person] for person in people])
    chance = knows if network.ego is None else opens * passes_on
    order = sorted(range(len(people)), key=lambda i: (-chance[i], str(network.names[people[i]])))
    return [
        {
            "domain": code,
            "person_id": people[i],
            "name": network.names[people[i]],
            "chance": chance[i],
            "passes_on": passes_on[i],
            "knows": knows[i],
            "succeeds": succeeds[i],
            **_reasons(leads[people[i]]),
        }
        for i in order[:most]
    ]


def _opens(network: Network, curve: Calibration, person: str, leads: list[Lead]) -> float:
    """Tell how likely one of the leads leads to something, if the person passes it on.

    Who works there needs to introduce nobody.
    """
    ties = dict(network.graph.adj.get(person, {}))
    missed = 1.0
    for lead in leads:
        there = lead.grade == "A" and lead.people == (person,)
        strengths = [ties[p].get("strength", _LITTLE) for p in lead.people if p in ties]
        succeeds = 1.0 if there else float(curve.succeeds(max(strengths, default=_LITTLE)))
        missed *= 1.0 - lead.probability * succeeds
    return 1.0 - missed


def _reasons(leads: list[Lead]) -> dict[str, Any]:
    """Sum up the evidence on one person; the best is told first."""
    told = sorted(leads, key=lambda lead: (_GRADES.index(lead.grade), -lead.probability))
    grade = told[0].grade
    rest = len(told) - _TOLD
    more = f"; and {rest} more reason{'s' if rest > 1 else ''}" if rest > 0 else ""
    return {
        "grade": grade,
        "new_people": sum(lead.new for lead in leads),
        "why": "; ".join(lead.why for lead in told[:_TOLD]) + more,
        "evidence": "observed" if grade == "A" else "inferred",
        "people": tuple(dict.fromkeys(p for lead in told for p in lead.people)),
    }


def _no_path(code: str, network: Network, gaps: pd.DataFrame) -> dict[str, Any]:
    unknown = gaps.attrs.get("unknown", 0)
    why = f"no path known: of {len(network.near):,} contacts none is known to know anybody there"
    if unknown:
        why += f", but the field of {unknown:,} is not known"
    return {
        "domain": code,
        "grade": "D",
        "chance": np.nan,
        "passes_on": np.nan,
        "knows": np.nan,
        "succeeds": np.nan,
        "new_people": np.nan,
        "why": why,
        "evidence": "none",
        "people": (),
    }
