"""Who answers: netgraph, and the plain rules that it has to beat.

A method is a function from a question to names, best first, in a register; what
is added here stands in every table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

import netgraph as ng
from advice.networks import company_name, person_id, person_number
from advice.scores import SHOWN

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx
    from numpy.typing import NDArray

    from advice.networks import Network


@dataclass(frozen=True)
class Question:
    """A question: which of these people, as far as the ties that can be seen tell.

    Attributes
    ----------
    seen
        The network without the hidden ties.
    base
        The same, perhaps with ties of the asker that `seen` has not: many questions
        share it, so that netgraph's graph is built once.
    asker
        Who asks.
    candidates
        Who may be answered: the asker's contacts, or the members of a group.
    target
        Whom the asker wants to meet; None if it is anybody of `group`.
    group
        The group that the asker wants to get into, or the target's.
    right
        The right answers, by all ties.
    """

    seen: Network
    base: Network
    asker: int
    candidates: tuple[int, ...]
    target: int | None
    group: int
    right: frozenset[int]

    @property
    def about(self) -> int:
        """Whom the candidates are compared with: the target, else the asker."""
        return self.asker if self.target is None else self.target


METHODS: dict[str, Callable[[Question, np.random.Generator], list[int]]] = {}
BASELINES: list[str] = []
KATZ_STEPS = 4
CLOSENESS_OF_EDGE = 0.2
"""What netgraph assumes of a tie of which a file tells nothing but that it exists."""


def baseline(name: str) -> Callable[[Callable[..., NDArray[np.float64]]], object]:
    """Register a score of candidates as a method: highest first, equals in random order."""

    def register(score: Callable[..., NDArray[np.float64]]) -> object:
        def rank(question: Question, rng: np.random.Generator) -> list[int]:
            candidates = rng.permutation(np.array(question.candidates, dtype=np.int64))
            scores = score(question, candidates)
            return [int(p) for p in candidates[np.argsort(-scores, kind="stable")]]

        METHODS[name] = rank
        BASELINES.append(name)
        return score

    return register


def ours(name: str) -> Callable[[Callable[..., list[int]]], object]:
    """Register one of netgraph's ways to answer."""

    def register(rank: Callable[..., list[int]]) -> object:
        METHODS[name] = rank
        return rank

    return register


@baseline("random")
def at_random(_: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Know nothing."""
    return np.zeros(len(candidates))


@baseline("most connected")
def most_connected(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take who knows most people."""
    return question.seen.degree[candidates]


@baseline("Adamic-Adar")
def adamic_adar(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take who shares most acquaintances, each counting 1 / log of how many they know."""
    return _shared(question, candidates, 1 / np.log(np.maximum(question.seen.degree, 2)))


@baseline("resource allocation")
def resource_allocation(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take who shares most acquaintances, each counting 1 / how many they know."""
    return _shared(question, candidates, 1 / np.maximum(question.seen.degree, 1))


@baseline("Katz")
def katz(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Count the walks of up to four steps, a step counting half the inverse of the top degree."""
    matrix = question.seen.matrix
    damping = 0.5 / question.seen.degree.max()
    walks = np.zeros(len(question.seen))
    walks[question.about] = 1.0
    total = np.zeros_like(walks)
    for _ in range(KATZ_STEPS):
        walks = damping * (matrix @ walks)
        total += walks
    return total[candidates]


@baseline("all short ways")
def all_short_ways(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take whom a request reaches by any way of up to three ties, a tie carrying it as assumed.

    It counts ways as if none shared a tie with another, and takes all ties to be alike.
    """
    tie = float(ng.Calibration().chance(CLOSENESS_OF_EDGE))
    walks = np.zeros(len(question.seen))
    walks[question.about] = 1.0
    misses = np.zeros_like(walks)
    for steps in (1, 2, 3):
        walks = question.seen.matrix @ walks
        misses += walks * np.log1p(-(tie**steps))
    return -misses[candidates]


@baseline("same group, then Adamic-Adar")
def same_group(question: Question, candidates: NDArray[np.int64]) -> NDArray[np.float64]:
    """Take colleagues of the one in question first."""
    group = question.seen.group
    shared = adamic_adar(question, candidates)
    return shared + 1e6 * (group[candidates] == group[question.about])


def _shared(
    question: Question, candidates: NDArray[np.int64], worth: NDArray[np.float64]
) -> NDArray[np.float64]:
    knows = question.seen.knows
    theirs = knows[question.about]
    return np.array([sum(worth[p] for p in knows[c] & theirs) for c in candidates.tolist()])


@ours("netgraph, ties alone")
def find_paths(question: Question, _: np.random.Generator) -> list[int]:
    """Ask `ng.find_paths` with the ties that are seen."""
    return _ask(question.base.graph, question)


@ours("netgraph, with inferred ties")
def find_paths_inferred(question: Question, _: np.random.Generator) -> list[int]:
    """Ask `ng.find_paths` with groups as employers, of which it infers ties."""
    return _ask(question.base.graph_with_employers, question)


def _ask(graph: nx.Graph, question: Question) -> list[int]:
    """Ask in a graph in which the asker has the ties that are seen, and no inferred ones."""
    source = person_id(question.asker)
    mine = {person_id(p) for p in question.seen.knows[question.asker]}
    away = [
        (source, p, tie)
        for p, tie in (graph[source].items() if source in graph else ())
        if p not in mine
    ]
    if not away:
        return _answer(graph, source, question)
    graph.remove_edges_from((a, b) for a, b, _ in away)
    try:
        return _answer(graph, source, question)
    finally:
        graph.add_edges_from(away)


def _answer(graph: nx.Graph, source: str, question: Question) -> list[int]:
    if source not in graph or (
        question.target is not None and person_id(question.target) not in graph
    ):
        return []  # whose ties are all hidden is in no graph: no path known
    if question.target is None:
        company = company_name(question.group)
        paths = ng.find_paths(graph, source=source, company=company, k=SHOWN)
        answer = paths["target"]
    else:
        paths = ng.find_paths(graph, source=source, person=person_id(question.target), k=SHOWN)
        answer = [route[1] for route in paths["route"]]
    return [person_number(p) for p in dict.fromkeys(answer)]
