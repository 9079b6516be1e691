"""Networks whose ties are all known, and the same with some of them hidden."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.sparse import csr_matrix

import netgraph as ng

if TYPE_CHECKING:
    from pathlib import Path

    import networkx as nx
    from numpy.typing import NDArray

_SOUNDS = ("ka", "vu", "mo", "ri", "den", "fel", "gor", "lim", "nas", "pol", "que", "tar")


@dataclass(frozen=True)
class Network:
    """People 0 to n - 1, who knows whom, and the group that each belongs to.

    Attributes
    ----------
    name
        What it is called in tables.
    ties
        Two columns, the smaller number first, each pair once.
    group
        The group of each person: a department, or a kind of page.
    """

    name: str
    ties: NDArray[np.int64]
    group: NDArray[np.int64]

    def __len__(self) -> int:
        return len(self.group)

    @cached_property
    def knows(self) -> list[set[int]]:
        """Whom each person knows."""
        known: list[set[int]] = [set() for _ in range(len(self))]
        for one, other in self.ties.tolist():
            known[one].add(other)
            known[other].add(one)
        return known

    @cached_property
    def matrix(self) -> csr_matrix:
        """Ones where two people know each other."""
        one, other = self.ties.T
        rows, columns = np.concatenate([one, other]), np.concatenate([other, one])
        return csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(self), len(self)))

    @cached_property
    def degree(self) -> NDArray[np.float64]:
        """How many people each person knows."""
        return np.asarray(self.matrix.sum(axis=1)).ravel()

    @cached_property
    def contacts(self) -> ng.Contacts:
        """The same as netgraph's tables, groups as employers."""
        ids = [person_id(p) for p in range(len(self))]
        company = [company_name(g) for g in self.group.tolist()]
        people = pd.DataFrame({"name": ids, "company": company}, index=ids)
        ties = pd.DataFrame(
            {
                "source": [ids[p] for p in self.ties[:, 0]],
                "target": [ids[p] for p in self.ties[:, 1]],
                "kind": "edge",
            }
        )
        stays = pd.DataFrame({"person_id": ids, "organisation": company, "kind": "employer"})
        return ng.Contacts(people=people, ties=ties, affiliations=stays)

    @cached_property
    def graph(self) -> nx.Graph:
        """The graph that netgraph builds of the ties alone."""
        return ng.build_graph(self.contacts, inferred=False)

    @cached_property
    def graph_with_employers(self) -> nx.Graph:
        """The graph with the ties that netgraph infers from shared groups."""
        return ng.build_graph(self.contacts)

    def hide(self, share: float, rng: np.random.Generator) -> tuple[Network, Network]:
        """Hide a share of the ties: the network that is left, and the hidden ties as one."""
        away = rng.permutation(len(self.ties)) < round(share * len(self.ties))
        return self.keep(~away), self.keep(away)

    def keep(self, chosen: NDArray[np.bool_]) -> Network:
        """Give the network with the chosen ties alone."""
        return replace(self, ties=self.ties[chosen])


def person_id(person: int) -> str:
    """Give the id that a person has in netgraph's tables."""
    return f"p{person}"


def person_number(identity: str) -> int:
    """Tell who a person of netgraph's tables is."""
    return int(identity[1:])


def company_name(group: int) -> str:
    """Invent a company's name for a group; no two of them are alike."""
    base = len(_SOUNDS)
    first, second, third = group % base, group // base % base, group // base // base
    return f"{_SOUNDS[first]}{_SOUNDS[second]}{_SOUNDS[(first + third) % base]}mark".capitalize()


def read_network(path: Path) -> Network:
    """Read a JSON file of nodes, edges and departments, or a CSV of links beside one of targets.

    Of directed ties those that go both ways are kept: one-way mail is no acquaintance.
    """
    if path.suffix == ".json":
        return _read_json(path)
    return _read_pages(path)


def _read_json(path: Path) -> Network:
    held = json.loads(path.read_text(encoding="utf-8"))
    arcs = {(a, b) for a, b in held["edges"] if a != b}
    if held["directed"]:
        arcs = {(a, b) for a, b in arcs if (b, a) in arcs}
    group = next(iter(held["attributes"].values()))
    return _network(path.stem, arcs, pd.factorize(np.asarray(group))[0])


def _read_pages(path: Path) -> Network:
    with path.open(encoding="utf-8", newline="") as file:
        arcs = {(int(a), int(b)) for a, b in list(csv.reader(file))[1:] if a != b}
    target = path.with_name(path.name.replace("edges", "target"))
    with target.open(encoding="utf-8", newline="") as file:
        kind = {int(row["id"]): row["page_type"] for row in csv.DictReader(file)}
    return _network(path.stem, arcs, pd.factorize(np.asarray([kind[p] for p in sorted(kind)]))[0])


def _network(name: str, arcs: set[tuple[int, int]], group: NDArray[np.int64]) -> Network:
    ties = sorted({(min(arc), max(arc)) for arc in arcs})
    return Network(name, np.array(ties, dtype=np.int64), np.asarray(group, dtype=np.int64))
