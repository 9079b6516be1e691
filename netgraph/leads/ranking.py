"""Who leads to some fields of work, ranked: evidence becomes rows."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from netgraph.clusters import find_clusters
from netgraph.introductions import Calibration, curve_for
from netgraph.leads.evidence import (
    LITTLE,
    acquaintances,
    around,
    careers,
    fellows,
    insiders,
    over_another,
    people_by_domain,
    read_communities,
    well_connected,
)
from netgraph.leads.wording import tie_in_words, what_to_do
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import networkx as nx

    from netgraph.contacts import Contacts
    from netgraph.leads.evidence import Communities, Lead, Leads, Network

COLUMNS = (
    "domain", "person_id", "name", "direct", "grade", "chance", "passes_on", "knows", "succeeds",
    "meets", "new_people", "tie", "what_to_do", "target", "why", "evidence", "people",
)  # fmt: skip
_NUMBERS = ["chance", "passes_on", "knows", "succeeds", "meets", "new_people"]
_GRADES = ("A", "B", "C")
_TOLD = 2


class Looked(NamedTuple):
    """What leads are read from."""

    network: Network
    contacts: Contacts | None
    clusters: pd.DataFrame | None
    curve: Calibration


def rank_leads(  # noqa: PLR0913 - the graph and the fields stand first, the rest by keyword
    graph: nx.Graph,
    trust: Mapping[str, float],
    *,
    start: str | None = None,
    contacts: Contacts | None = None,
    clusters: pd.DataFrame | None = None,
    calibration: Calibration | None = None,
    most: int = 10,
) -> pd.DataFrame:
    r"""Rank the contacts of somebody by the chance that asking them leads to something.

    Whom you know in the field comes first: they can be asked themselves. Then come those
    who may introduce you to somebody there.

    .. math:: \text{chance}_b = g(s_b) \cdot t, \qquad
        \text{chance}_b = g(s_b) \cdot \Big( 1 - \prod_e \big(1 - p_e
        \prod_{\text{ties of } e} g(s) h(s) \big) \Big)

    for the former and the latter, with :math:`g` that a request is passed on over a tie of
    strength :math:`s`, :math:`h` that an introduction over it leads to something
    (`Calibration`), and :math:`p_e` and :math:`t` as `find_gap_brokers` tells: the same as
    `find_paths` multiplies along a way.

    Parameters
    ----------
    graph
        As `build_graph` gives it.
    trust
        The fields to look at, by code: share of the people counted there who do work there.
    start
        Who asks; None where nobody is known to, and everybody counts as a contact.
    contacts
        Where careers, the health of your ties, and who is hidden from suggestions stand.
    clusters
        As `find_clusters` gives them; found if they are needed and not given.
    calibration
        As `calibrate_introductions` gives it: by default for `contacts`; without
        them the assumed curve.
    most
        So many people a field at most of those who work there, and of the others.

    Returns
    -------
    pandas.DataFrame
        As `find_gap_brokers` has it, without ``gain``; ``meets``: the chance that asking
        them leads to somebody whom you do not know yet.
    """
    codes = list(trust)
    hidden = () if contacts is None else hidden_from_suggestions(contacts)
    network = around(graph, start, hidden)
    curve = curve_for(contacts, graph, calibration)
    looked = Looked(network, contacts, clusters, curve)
    leads = _all_leads(looked, trust)
    there = people_by_domain(network, codes)
    rows: list[dict[str, Any]] = []
    for code in codes:
        found = _ranked(looked, code, leads[code], float(trust[code]), set(there[code]), most)
        rows += found or [_no_path(code, network, contacts)]
    table = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(_NUMBERS, float))
    table["direct"] = table["direct"].eq(other=True)
    table["tie"] = _ties(looked, table["person_id"])
    table.attrs["basis"] = curve.basis
    return table


def _all_leads(looked: Looked, trust: Mapping[str, float]) -> dict[str, Leads]:
    network, codes = looked.network, list(trust)
    there = people_by_domain(network, codes)
    former = careers(looked.contacts, network, codes) if codes and looked.contacts else {}
    found: dict[str, Leads] = {}
    known: Communities | None = None
    for code in codes:
        inside = there[code]
        parts = (
            insiders(network, inside, trust[code]),
            acquaintances(network, inside, trust[code]),
            former.get(code, {}),
        )
        found[code] = _join(parts)
        if not found[code] and inside:
            if known is None:
                given = looked.clusters
                groups = find_clusters(network.graph) if given is None else given
                known = read_communities(network.graph, groups)
            guessed = well_connected(network, inside, trust[code])
            guessed |= fellows(network, inside, trust[code], known)
            found[code] = _join((over_another(network, inside, trust[code]), guessed))
    return found


def _join(parts: Iterable[Leads]) -> Leads:
    joined: Leads = {}
    for part in parts:
        for person, leads in part.items():
            joined.setdefault(person, []).extend(leads)
    return joined


def _ranked(  # noqa: PLR0913, PLR0917 - all that a row is made of
    looked: Looked, code: str, leads: Leads, trust: float, inside: set[str], most: int
) -> list[dict[str, Any]]:
    """Give the rows of those with the greatest chance, whom you know in the field first."""
    network = looked.network
    people = list(leads)
    direct = np.array([network.knows(p) and p in inside for p in people], dtype=bool)
    misses = [math.prod(1.0 - lead.probability for lead in leads[person]) for person in people]
    opens = np.array([_opens(looked.curve, leads[person]) for person in people], dtype=float)
    if network.ego is None:
        knows = 1.0 - np.array(misses, dtype=float)
        passes_on, meets = np.full(len(people), np.nan), knows
        chance, succeeds = knows, np.ones(len(people))
    else:
        passes_on = looked.curve.passes_on([network.near[person] for person in people])
        meets = opens * passes_on
        knows = np.where(direct, trust, 1.0 - np.array(misses, dtype=float))
        leads_on = np.where(direct, trust, opens)
        chance = leads_on * passes_on
        succeeds = np.divide(leads_on, knows, out=np.full(len(people), np.nan), where=knows > 0.0)
    order = sorted(
        range(len(people)), key=lambda i: (not direct[i], -chance[i], network.names[people[i]])
    )
    chosen = [[i for i in order if direct[i] == first][:most] for first in (True, False)]
    return [
        {
            "domain": code,
            "person_id": people[i],
            "name": network.names[people[i]],
            "direct": bool(direct[i]),
            "chance": chance[i],
            "passes_on": passes_on[i],
            "knows": knows[i],
            "succeeds": succeeds[i],
            "meets": meets[i],
            **_reasons(network, code, people[i], leads[people[i]], direct=bool(direct[i])),
        }
        for i in [*chosen[0], *chosen[1]]
    ]


def _opens(curve: Calibration, leads: list[Lead]) -> float:
    """Tell how likely one of the leads leads to somebody new, if the person passes it on."""
    missed = 1.0
    for lead in leads:
        over = np.array(lead.over or (LITTLE,))
        missed *= 1.0 - lead.probability * float(curve.chance(over).prod())
    return 1.0 - missed


def _reasons(
    network: Network, code: str, person: str, leads: list[Lead], *, direct: bool
) -> dict[str, Any]:
    """Sum up the evidence on one person; the best is told first."""
    told = sorted(leads, key=lambda lead: (_GRADES.index(lead.grade), -lead.probability))
    if direct:
        told = sorted(told, key=lambda lead: lead.people != (person,))
    grade = told[0].grade
    rest = len(told) - _TOLD
    more = f"; and {rest} more reason{'s' if rest > 1 else ''}" if rest > 0 else ""
    target = next((lead for lead in told if lead.target is not None), None)
    return {
        "grade": grade,
        "new_people": sum(lead.new for lead in leads),
        "what_to_do": what_to_do(network, code, person, told, direct=direct),
        "target": None if target is None else target.target,
        "why": "; ".join(lead.why for lead in told[:_TOLD]) + more,
        "evidence": "observed" if grade == "A" else "inferred",
        "people": tuple(dict.fromkeys(p for lead in told for p in lead.people)),
    }


def _no_path(code: str, network: Network, contacts: Contacts | None) -> dict[str, Any]:
    why = f"no path known: of {len(network.near):,} contacts none is known to know anybody there"
    fields = network.graph.nodes(data="domain")
    unknown = sum(not isinstance(fields[person], str) for person in network.near)
    if unknown and contacts is not None:
        why += f", but the field of {unknown:,} is not known"
    return {"domain": code, "grade": "D", "why": why, "evidence": "none", "people": ()}


def _ties(looked: Looked, people: pd.Series) -> list[str | None]:
    """Put your tie to each person into words, as far as the files tell."""
    from netgraph.care import tie_health  # noqa: PLC0415 - care itself asks what fields lack

    network, contacts = looked.network, looked.contacts
    if contacts is None or network.ego is None or network.ego != contacts.ego or people.empty:
        return [None] * len(people)
    health = tie_health(_of(contacts, people), now=network.graph.graph.get("as_of"))
    known = health[["state", "why"]].to_dict("index")
    return [tie_in_words(known.get(p)) if isinstance(p, str) else None for p in people]


def _of(contacts: Contacts, people: pd.Series) -> Contacts:
    """Leave out what passed between others: it costs time, and tells nothing here."""
    tables = {
        name: table[table["source"].isin(people) | table["target"].isin(people)]
        for name, table in (("ties", contacts.ties), ("interactions", contacts.interactions))
    }
    return replace(contacts, ties=tables["ties"], interactions=tables["interactions"])
