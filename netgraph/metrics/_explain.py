"""Explain a person's value: what it is made of, or why there is none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.adjacency import Adjacency
from netgraph.errors import UnknownNameError, nearest
from netgraph.metrics._measure import measure, metric_called, missing_attributes, nobody_carries
from netgraph.metrics._series import NO_TIE_OF_CONTACT, NO_TIES, withheld

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

    from netgraph.metrics._registry import Metric


def explain(
    graph: nx.Graph | Adjacency,
    person_id: Hashable,
    name: str,
    *,
    attribute: str | None = None,
    weight: str | None = None,
) -> dict[str, Any]:
    """Tell what a person's value is made of, or why there is none.

    Parameters
    ----------
    graph
        Graph of people.
    person_id
        Whose value.
    name
        Which metric (see `available_metrics`).
    attribute, weight
        As for `measure`.

    Returns
    -------
    dict
        ``person_id``, ``metric``, ``value`` and ``reason`` (why the value is
        NaN; None where there is one), then the parts: for constraint
        ``contacts``, and what adds up to it over these: ``size`` (p^2), ``closure``
        (2 p t) and ``concentration`` (t^2), with p the share of the strength that goes
        into a contact and t that which reaches them through common contacts
        (`dyadic_constraint` tells contact by contact); for others what is natural.

    Raises
    ------
    UnknownNameError
        If there is no such metric or person.
    GraphError
        As for `measure`.

    Examples
    --------
    >>> import networkx as nx
    >>> explain(nx.star_graph(["you", "ann", "bo"]), "you", "effective_size")
    {'person_id': 'you', 'metric': 'effective_size', 'value': 2.0, 'reason': None,
     'contacts': 2, 'redundancy': 0.0}
    """
    asked = metric_called(name)
    chosen: dict[str, str] = {}
    if attribute is not None and asked.needs:
        chosen["attribute"] = attribute
    if weight is not None and asked.weighted:
        chosen["weight"] = weight
    table = measure(graph, [name], attribute=attribute, weight=weight)
    value = float(table[name].to_numpy()[_position(graph, person_id)])
    told: dict[str, Any] = {"person_id": person_id, "metric": name, "value": value, "reason": None}
    if np.isnan(value):
        missing = missing_attributes(graph, asked) if attribute is None else []
        told["reason"] = nobody_carries(missing) if missing else _reason(graph, person_id, asked)
        if asked.structural or missing:
            return told
    return told if asked.parts is None else {**told, **asked.parts(graph, person_id, **chosen)}


def _position(graph: nx.Graph | Adjacency, person_id: Hashable) -> int:
    people = list(graph.nodes)
    if person_id in people:
        return people.index(person_id)
    alike = [other for other in people if str(other) == str(person_id)]
    raise UnknownNameError(
        f"nobody in this graph has the id {person_id!r}",
        remedy=f"It is {alike[0]!r}, of type {type(alike[0]).__name__}"
        if alike
        else nearest(person_id, people, "Look at the graph's nodes"),
    )


def _reason(graph: nx.Graph | Adjacency, person_id: Hashable, asked: Metric) -> str:
    if asked.structural:
        adjacency = Adjacency.from_networkx(graph, symmetrise=True)
        hidden = withheld(adjacency)
        if len(hidden) and hidden.all():
            return NO_TIES
        if hidden[adjacency.position(person_id)]:
            return NO_TIE_OF_CONTACT
    return asked.undefined
