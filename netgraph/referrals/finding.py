"""Referrals: for each company, whom to ask, and in which order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.errors import NetgraphError
from netgraph.graph import build_graph
from netgraph.identity import company_key
from netgraph.introductions import Calibration, curve_for
from netgraph.naming import people_of
from netgraph.paths.companies import Companies, jobs_of
from netgraph.paths.search import Ways, chance_of, least_costs, route_to
from netgraph.paths.targets import job_in_words
from netgraph.paths.wording import name_of
from netgraph.referrals.reading import read_companies

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from pathlib import Path

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

THERE, ONCE_THERE, STEP, NOBODY = "works there", "worked there", "one step away", "nobody known"

_ORDER = {THERE: 0, ONCE_THERE: 1, STEP: 2}
_COLUMNS = [
    "company", "status", "order", "person_id", "name", "title", "seniority", "strength",
    "probability", "route", "names", "why",
]  # fmt: skip


def find_referrals(
    contacts: Contacts,
    companies: pd.DataFrame | Iterable[str] | str | Path | bytes,
    *,
    graph: nx.Graph | None = None,
    calibration: Calibration | None = None,
    most: int = 5,
) -> pd.DataFrame:
    """Tell for each of many companies whom you know there, or who knows somebody.

    Companies are compared strictly (see `same_company`): a person at another company
    of a similar name is worse than nobody.

    Parameters
    ----------
    contacts
        Whom you know; former employers stand in ``affiliations``.
    companies
        Names, a table with a column of them, a CSV file, or what stands in one (bytes).
    graph
        As `build_graph` gives it, with the ego; built here if it is not given.
    calibration
        As `calibrate_introductions` gives it, which is the default.
    most
        At most so many people for each company.

    Returns
    -------
    pandas.DataFrame
        In the order of the list, a row for each person to ask: ``company`` (as
        listed); ``status``: ``works there`` and ``worked there`` (people whom you
        know yourself), ``one step away`` (they work or worked there, and somebody
        whom you know knows them), or ``nobody known`` (one row without a person);
        ``order`` (1 is to be asked first: by status, then by probability);
        ``person_id``, ``name``, ``title`` (there), ``seniority``; ``strength`` of your
        tie to them, or to the one who is to introduce you; ``probability`` that
        asking succeeds; ``route`` (person_ids, you first) and ``names``; ``why``.
        ``attrs``: ``says`` (in words), ``skipped`` (rows left out: empty, or a
        spelling of one above), ``basis`` of the probabilities.

    Raises
    ------
    ImportFormatError
        If the list cannot be read or names nothing.
    NetgraphError
        If you are not in the network.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "company": [None, "Acme Inc."],
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> found = find_referrals(Contacts(people=people, ties=ties), ["ACME", "Epic"])
    >>> found[["company", "status", "name"]].values.tolist()
    [['ACME', 'works there', 'Ann'], ['Epic', 'nobody known', nan]]
    """
    names, skipped = read_companies(companies)
    network = build_graph(contacts) if graph is None else graph
    curve = curve_for(contacts, network, calibration)
    search = _Search.of(network, contacts, curve)
    rows = [row for name in names for row in search.rows(name, most)]
    table = pd.DataFrame(rows, columns=_COLUMNS)
    table["order"] = table["order"].astype("Int64")
    table.attrs = {"says": _in_words(table), "skipped": skipped, "basis": curve.basis}
    return table


@dataclass(frozen=True)
class _Search:
    """Who works and worked where, and the ways to all of them over two ties at most."""

    graph: nx.Graph
    ways: Ways
    costs: NDArray[np.float64]
    place: dict[str, int]
    ids: list[str]
    jobs: pd.DataFrame
    at: dict[str, list[int]]
    companies: Companies

    @classmethod
    def of(cls, graph: nx.Graph, contacts: Contacts, curve: Calibration) -> _Search:
        ego = graph.graph.get("ego")
        if ego not in graph:
            raise NetgraphError(
                "you are not in this network, so it cannot be told whom you know",
                remedy="Build the graph with ego=True, of files that tell who you are",
            )
        people = people_of(graph).drop(index=ego)
        jobs = jobs_of(people, contacts)
        ids = list(graph)
        place = {person: row for row, person in enumerate(ids)}
        ways = Ways.of(graph, curve, place[ego])
        costs = least_costs(ways, place[ego], 2)
        at = {str(name): list(rows) for name, rows in jobs.groupby("company").indices.items()}
        return cls(graph, ways, costs, place, ids, jobs, at, Companies(at))

    def rows(self, company: str, most: int) -> list[dict[str, Any]]:
        """List the people to ask about one company, in order."""
        spelt = self.companies.spellings(company)
        places = sorted(place for name in spelt for place in self.at[name])
        jobs = self.jobs.iloc[places].sort_values("present", ascending=False, kind="stable")
        found = [self.row(job) for job in jobs.drop_duplicates("person_id").to_dict("records")]
        reached = [row for row in found if row["status"] != NOBODY]
        if not reached:
            return [
                {"company": company, "status": NOBODY, "why": self.why_not(company, len(found))}
            ]
        reached.sort(key=lambda row: (_ORDER[row["status"]], -row["probability"]))
        return [
            {**row, "company": company, "order": order}
            for order, row in enumerate(reached[:most], start=1)
        ]

    def row(self, job: dict[Hashable, Any]) -> dict[str, Any]:
        """Lay out how one person at a company is reached."""
        person = str(job["person_id"])
        ego, here = self.place[self.graph.graph["ego"]], self.place[person]
        own = self.graph.get_edge_data(self.ids[ego], person)
        if own is not None and own.get("evidence", "observed") == "observed":
            status = THERE if job["present"] else ONCE_THERE
            places: tuple[int, ...] = (ego, here)
        elif np.isfinite(self.costs[-1, here]):
            status, places = STEP, route_to(self.ways, self.costs, here)
        else:
            return {"status": NOBODY}
        route = tuple(self.ids[place] for place in places)
        return {
            "status": status,
            "person_id": person,
            "name": name_of(self.graph, person),
            "title": job["title"],
            "seniority": self.graph.nodes[person].get("seniority"),
            "strength": self.graph.edges[route[:2]].get("strength", np.nan),
            "probability": chance_of(self.ways, places),
            "route": route,
            "names": tuple(name_of(self.graph, p) for p in route),
            "why": job_in_words(job),
        }

    def why_not(self, company: str, there: int) -> str:
        """Say why nobody is known at a company, and what else is called alike."""
        if there:
            people = (
                "1 person of your files was or is"
                if there == 1
                else f"{there:,} people of your files were or are"
            )
            return f"{people} there, without a known way to them"
        if company_key(company) is None:
            return "this names no company"
        near = self.companies.near(company)
        alike = f"; other companies of a similar name: {', '.join(near)}" if near else ""
        return f"nobody in your files works there or has worked there{alike}"


_SAID = {
    THERE: "somebody whom you know works there",
    ONCE_THERE: "somebody whom you know has worked there",
    STEP: "somebody there is one step away",
    NOBODY: "nobody is known",
}


def _in_words(table: pd.DataFrame) -> str:
    best = table.drop_duplicates("company")["status"].value_counts()
    told = [f"at {best[status]:,} {said}" for status, said in _SAID.items() if status in best]
    asked = "1 company" if best.sum() == 1 else f"{best.sum():,} companies"
    return f"Of {asked}: {'; '.join(told)}."
