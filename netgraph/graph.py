"""Contacts become a networkx graph, and the graph tells how well it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import networkx as nx
import numpy as np
import pandas as pd

from netgraph.errors import GraphError
from netgraph.ties import CLOSENESS, observed_ties_of_ego, rate_ties, tie_table

if TYPE_CHECKING:
    from collections.abc import Hashable

    from numpy.typing import NDArray

    from netgraph.contacts import Contacts


def build_graph(
    contacts: Contacts,
    *,
    ego: bool = True,
    inferred: bool = True,
    min_probability: float = 0.0,
    now: pd.Timestamp | str | None = None,
) -> nx.Graph:
    """Join all ties into one network.

    Parameters
    ----------
    contacts
        After `resolve` and `classify`.
    ego
        Whether the person whose contacts these are stands in the graph. They
        know everybody in it, so questions about the others (clusters, brokers)
        are asked without them.
    inferred
        Whether to add ties that are likely but in no file (see `evidence`).
    min_probability
        Inferred ties that are less probable than this are left out.
    now
        The day that the strength of ties is looked back from; by default that of
        the last event between two people who are tied.

    Returns
    -------
    networkx.Graph
        Node: person_id, with the known columns of ``people`` as attributes.
        Edge: ``weight`` (probability x (1 + log2(1 + count + stated)), where
        ``stated`` sums the weights that edge lists and graph files give the pair;
        larger is closer), ``count`` (dated events behind it), ``kinds``, ``evidence``
        (``observed`` or ``inferred``), ``probability``; ``strength`` (how well the
        two know each other, given that they do: 0 to below 1, see
        `netgraph.ties.rate_ties`); and where they are known ``since`` and
        ``last_at`` (days), ``organisation`` (an employer or school that they
        share) and ``together`` (from when to when). People without any
        tie (a stranger who once wrote to you) are not in it. ``graph.graph``
        holds ``ego`` (or None), ``as_of`` (the day looked back from; None where
        nothing has a date), ``inferred`` (whether all inferred ties are in it) and
        ``personal`` = True.

    Raises
    ------
    ContactsError
        If `now` is no day.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> contacts = Contacts(
    ...     people=pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                         index=["ego", "ann"]),
    ...     ties=pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]}))
    >>> build_graph(contacts).edges["ego", "ann"]["evidence"]
    'observed'
    """
    ties = tie_table(contacts, inferred=inferred, min_probability=min_probability)
    ties, day = rate_ties(contacts, ties, now=now)
    ids = contacts.people.index
    tied = np.zeros(len(ids), dtype=bool)
    tied[ties["source"].to_numpy()] = tied[ties["target"].to_numpy()] = True
    own = _position(contacts)
    if not ego and own >= 0:
        tied[own] = False
        ties = ties[(ties["source"] != own) & (ties["target"] != own)]
    elif own >= 0:
        tied[own] = True
    graph = nx.Graph(personal=True, ego=contacts.ego if ego else None, as_of=day)
    graph.graph["inferred"] = inferred and not min_probability
    people = contacts.people[tied]
    columns = {column: people[column].tolist() for column in people.columns}
    known = {column: people[column].notna().tolist() for column in people.columns}
    graph.add_nodes_from(
        (person, {c: values[row] for c, values in columns.items() if known[c][row]})
        for row, person in enumerate(people.index)
    )
    names = ids.to_numpy(dtype=object)
    graph.add_edges_from(
        zip(
            names[ties["source"].to_numpy()],
            names[ties["target"].to_numpy()],
            _attributes(ties),
            strict=True,
        )
    )
    place = np.cumsum(tied) - 1
    _keep(graph, place[ties["source"].to_numpy()], place[ties["target"].to_numpy()], ties)
    return graph


class Arcs(NamedTuple):
    """Each tie in both directions, ordered by whom it leads to.

    People are given by their place in the graph; the arrays are not to be changed.
    """

    source: NDArray[np.int64]
    target: NDArray[np.int64]
    strength: NDArray[np.float64]
    probability: NDArray[np.float64]
    observed: NDArray[np.bool_]


def arcs_of(graph: nx.Graph) -> Arcs:
    """Lay the ties of a graph out as arrays.

    They are kept with the graph, where networkx forgets them once a person or a
    tie is added or taken away.

    Parameters
    ----------
    graph
        As `build_graph` gives it. Of another graph, ties without a ``strength`` have
        that of a contact of whom no event is known, those without ``probability``
        and ``evidence`` are sure and observed.

    Returns
    -------
    Arcs
        Ties of a person with themselves are left out.

    Raises
    ------
    GraphError
        If it is directed or a multigraph.
    """
    if graph.is_directed() or graph.is_multigraph():
        raise GraphError(
            "this graph is directed or has several ties between two people",
            remedy="Pass networkx.Graph(graph), with one tie a pair",
        )
    kept: Arcs | None = getattr(graph, "__networkx_cache__", {}).get(_KEPT)
    if kept is not None:
        return kept
    place = {person: position for position, person in enumerate(graph)}
    ties = graph.edges(data=True)
    table = pd.DataFrame(
        {
            "strength": [tie.get("strength", CLOSENESS["contact"]) for *_, tie in ties],
            "probability": [tie.get("probability", 1.0) for *_, tie in ties],
            "evidence": [tie.get("evidence", "observed") for *_, tie in ties],
        }
    )
    one = np.array([place[person] for person, _, _ in ties], dtype=np.int64)
    two = np.array([place[person] for _, person, _ in ties], dtype=np.int64)
    return _keep(graph, one, two, table)


def _keep(
    graph: nx.Graph, one: NDArray[np.int64], two: NDArray[np.int64], ties: pd.DataFrame
) -> Arcs:
    target = np.concatenate([two, one])
    order = np.argsort(target, kind="stable")
    order = order[target[order] != np.concatenate([one, two])[order]]
    tie = order % max(len(one), 1)
    arcs = Arcs(
        source=np.concatenate([one, two])[order],
        target=target[order],
        strength=ties["strength"].to_numpy(dtype=float)[tie],
        probability=ties["probability"].to_numpy(dtype=float)[tie],
        observed=(ties["evidence"] == "observed").to_numpy()[tie],
    )
    cache = getattr(graph, "__networkx_cache__", None)
    if cache is not None and not nx.is_frozen(graph):  # a view changes unseen
        cache[_KEPT] = arcs
    return arcs


_KEPT = "netgraph.arcs"
_ALWAYS = ["weight", "count", "kinds", "evidence", "probability", "strength"]
_WHERE_KNOWN = ("since", "last_at", "organisation", "together")


def _attributes(ties: pd.DataFrame) -> list[dict[Hashable, Any]]:
    """Lay out what is known of each tie; what is not known of it is left out."""
    columns = (ties[name].to_numpy().tolist() for name in _ALWAYS)
    attributes: list[dict[Hashable, Any]] = [
        dict(zip(_ALWAYS, cells, strict=True)) for cells in zip(*columns, strict=True)
    ]
    for column in _WHERE_KNOWN:
        known = np.flatnonzero(ties[column].notna().to_numpy())
        values = ties[column].iloc[known].tolist()
        for row, value in zip(known.tolist(), values, strict=True):
            attributes[row][column] = value
    return attributes


def _position(contacts: Contacts) -> int:
    """Give the ego's row in the table of people, or -1."""
    return contacts.people.index.tolist().index(contacts.ego) if contacts.ego is not None else -1


def direct_contacts(contacts: Contacts) -> pd.Index:
    """List the people whom the ego knows themselves, by observed ties.

    Returns
    -------
    pandas.Index
        person_ids without the ego; everybody where no ego is known.
    """
    if contacts.ego is None:
        return contacts.people.index
    ties = observed_ties_of_ego(contacts)
    others = ties["source"].to_numpy() + ties["target"].to_numpy() - _position(contacts)
    return contacts.people.index[np.sort(others)]


def evidence(graph: nx.Graph) -> pd.Series:
    """Tell how much is known of the ties among your contacts.

    Constraint, betweenness, clusters and brokers are about those ties. Most
    exports hold none of them, so say first how much stands behind the numbers.

    Parameters
    ----------
    graph
        As `build_graph` gives it, with or without the ego.

    Returns
    -------
    pandas.Series
        ``people``, ``ties_to_you``, ``observed_ties`` and ``inferred_ties``
        (among contacts), ``inferred_expected`` (how many of the inferred ones
        to expect: the sum of their probabilities), ``people_with_ties``,
        ``coverage`` (share of contacts with a known tie to another contact) and
        ``observed_coverage`` (the same, observed ties alone), both NaN without
        contacts; ``verdict`` and ``advice`` in words.

    Examples
    --------
    >>> float(evidence(nx.Graph([("ann", "bo"), ("bo", "cy")])).loc["coverage"])
    1.0
    """
    ego = graph.graph.get("ego")
    among = {"observed": 0, "inferred": 0}
    expected = 0.0
    tied: dict[str, set[object]] = {"observed": set(), "inferred": set()}
    for one, two, tie in graph.edges(data=True):
        if ego not in (one, two):
            how = tie.get("evidence", "observed")
            among[how] += 1
            expected += tie.get("probability", 1.0) if how == "inferred" else 0.0
            tied[how] |= {one, two}
    people = len(graph) - (ego in graph)
    both = tied["observed"] | tied["inferred"]
    known = {"people": people, "covered": len(both), "seen": len(tied["observed"]), **among}
    verdict, advice = _in_words(known, expected)
    return pd.Series(
        {
            "people": people,
            "ties_to_you": graph.degree(ego) if ego in graph else 0,
            "observed_ties": among["observed"],
            "inferred_ties": among["inferred"],
            "inferred_expected": expected,
            "people_with_ties": len(both),
            "coverage": len(both) / people if people else np.nan,
            "observed_coverage": len(tied["observed"]) / people if people else np.nan,
            "verdict": verdict,
            "advice": advice,
        },
        name="evidence",
        dtype=object,
    )


_MORE = "Add messages, mail, a calendar or a list of introductions: they show who knows whom"
_FEW = 30


def _in_words(known: dict[str, int], expected: float) -> tuple[str, str]:
    people, observed, inferred = known["people"], known["observed"], known["inferred"]
    if people == 0:
        return "There is nobody in this network yet.", "Add an export of your contacts."
    if observed + inferred == 0:
        verdict = (
            f"No tie among your {people:,} contacts is known: the files hold your own ties alone, "
            "so clusters, brokers and constraint cannot be told."
        )
        return verdict, f"{_MORE}."
    guessed = (
        f"{inferred:,} pairs share an employer or school, of which about {expected:,.0f} "
        "can be expected to know each other"
    )
    if observed == 0:
        verdict = (
            f"No tie among your {people:,} contacts was observed; {guessed}. "
            "Clusters are guesses, and brokers cannot be told."
        )
        return verdict, f"{_MORE}."
    verdict = (
        f"{known['seen']:,} of {people:,} contacts have an observed tie to another contact, "
        f"{observed:,} ties in all"
    )
    verdict += f"; {guessed}." if inferred else "."
    if people < _FEW or known["seen"] < people / 4:
        return verdict, f"That is little to read brokers from. {_MORE}."
    return verdict, "Enough to read clusters and brokers; the inferred ties are marked."
