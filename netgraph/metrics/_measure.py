"""Measure people by name, list what can be measured, and explain a value."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency, check_graph, person_index
from netgraph.errors import UnknownNameError, nearest
from netgraph.metrics._arcs import read_ties
from netgraph.metrics._reading import reading_once
from netgraph.metrics._registry import METRICS, STATISTICS, Metric, Statistic
from netgraph.metrics._series import NO_TIE_OF_CONTACT, NO_TIES, withheld

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator

    import networkx as nx


def available_metrics(level: str | None = "person") -> pd.DataFrame:
    """List the metrics.

    Parameters
    ----------
    level
        What a value belongs to: ``person`` (those that `measure` takes),
        ``network``, ``tie``, ``pair``, ``group``. None lists all, and also
        those of people that give several numbers or need more than the graph.

    Returns
    -------
    pandas.DataFrame
        A row per metric, indexed by name, those of a family together: family;
        level; gives (``series``: a number for each person, tie or pair;
        ``number``; ``table``); least and greatest value (NaN of a table); needs
        (attributes of people, and arguments that have no default, as
        ``categories=``); weighted, whether it can take the strength of ties into
        account; direction, what becomes of the direction of ties (``kept``;
        ``added up``: both ways together; ``refused``: it takes undirected graphs
        alone); structural, whether it is withheld where ties among contacts are
        not known; and a one-line summary.

    Raises
    ------
    UnknownNameError
        If no metric is of that level.

    Examples
    --------
    >>> available_metrics().loc["constraint", "family"]
    'brokerage'
    >>> available_metrics("network").loc["density", "summary"]
    'Share of the possible ties that there are.'
    """
    # of people `measure` takes those alone that give each a number
    asked: list[Metric | Statistic] = [m for m in METRICS.values() if level in {None, m.level}]
    asked += [s for s in STATISTICS.values() if level is None or level == s.level != "person"]
    if not asked:
        there = {s.level for s in STATISTICS.values()} | {"person"}
        raise UnknownNameError(f"no metric is of the level {level!r}", remedy=nearest(level, there))
    rows = {
        m.name: (
            *(m.family, m.level, m.gives, *m.bounds),
            *(m.needs, m.weighted, m.direction, m.structural, m.summary),
        )
        for m in asked
    }
    columns = ["family", "level", "gives", "least", "greatest"]
    columns += ["needs", "weighted", "direction", "structural", "summary"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return table.rename_axis("metric").sort_values(["family", "metric"])


def measure(graph: nx.Graph | Adjacency, names: Iterable[str] | None = None) -> pd.DataFrame:
    """Measure every person.

    Parameters
    ----------
    graph
        Graph of people. An `Adjacency` serves metrics that need no attribute.
    names
        Which metrics (see `available_metrics`). By default all that the graph
        allows, but for those that take long on so large a graph.

    Returns
    -------
    pandas.DataFrame
        A row per person, in the graph's order, and a column per metric. NaN is
        undefined or withheld. ``attrs["withheld"]`` tells by metric why values
        were withheld, ``attrs["sampled"]`` from how many people and with what
        largest standard error a value was estimated.

    Raises
    ------
    UnknownNameError
        If no metric has one of the names.
    GraphError
        If it is no graph, or a metric is not defined on such a graph.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo"])
    >>> measure(graph, ["degree", "constraint"])
               degree  constraint
    person_id
    you           2.0         0.5
    ann           1.0         1.0
    bo            1.0         1.0
    """
    check_graph(graph)
    bare = isinstance(graph, Adjacency)
    if names is None:
        chosen = [METRICS[name] for name in available_metrics().index]
        chosen = [m for m in chosen if not (bare and m.needs)]
        chosen = [m for m in chosen if m.largest is None or len(graph) <= m.largest]
    else:
        chosen = [_metric(name) for name in ([names] if isinstance(names, str) else names)]
    people = graph.nodes if isinstance(graph, Adjacency) else person_index(graph)
    columns, reasons, sampled, notes = {}, {}, {}, {}
    with reading_once():
        ties = _read_once(graph)
        for each in chosen:
            missing = [] if bare else _missing_attributes(graph, each)
            if missing:
                columns[each.name] = pd.Series(np.nan, index=people)
                reasons[each.name] = _nobody_carries(missing)
                continue
            series = each.function(graph if each.needs else ties)
            columns[each.name] = series
            if "withheld" in series.attrs:
                reasons[each.name] = series.attrs["withheld"]
            notes.update(dict.fromkeys(_notes(series, each)))
            if series.attrs.get("standard_error"):
                sampled[each.name] = {k: series.attrs[k] for k in ("sources", "standard_error")}
    table = pd.DataFrame({n: s.to_numpy() for n, s in columns.items()}, index=people)
    table.attrs = {"withheld": reasons, "sampled": sampled, "notes": list(notes)}
    return table


def explain(graph: nx.Graph | Adjacency, person_id: Hashable, name: str) -> dict[str, Any]:
    """Tell what a person's value is made of, or why there is none.

    Parameters
    ----------
    graph
        Graph of people.
    person_id
        Whose value.
    name
        Which metric (see `available_metrics`).

    Returns
    -------
    dict
        ``person_id``, ``metric``, ``value`` and ``reason`` (why the value is
        NaN; None where there is one), then the parts: for constraint
        ``contacts``, ``size``, ``closure`` and ``concentration``, for others
        what is natural.

    Raises
    ------
    UnknownNameError
        If there is no such metric or person.

    Examples
    --------
    >>> import networkx as nx
    >>> explain(nx.star_graph(["you", "ann", "bo"]), "you", "effective_size")
    {'person_id': 'you', 'metric': 'effective_size', 'value': 2.0, 'reason': None,
     'contacts': 2, 'redundancy': 0.0}
    """
    asked = _metric(name)
    value = float(measure(graph, [name])[name].to_numpy()[_position(graph, person_id)])
    told: dict[str, Any] = {"person_id": person_id, "metric": name, "value": value, "reason": None}
    if np.isnan(value):
        told["reason"] = _reason(graph, person_id, asked)
        if asked.structural or _missing_attributes(graph, asked):
            return told
    return told if asked.parts is None else {**told, **asked.parts(graph, person_id)}
    return told


def _metric(name: str) -> Metric:
    if name in METRICS:
        return METRICS[name]
    if name in STATISTICS:
        raise UnknownNameError(
            f"{name!r} gives no single number to each person",
            remedy=f"Call netgraph.metrics.{name}(graph)",
        )
    raise UnknownNameError(f"no metric is called {name!r}", remedy=nearest(name, METRICS))


def _read_once(graph: nx.Graph | Adjacency) -> nx.Graph | Adjacency:
    """Spare each metric the reading; a directed graph is for each to take or refuse."""
    if isinstance(graph, Adjacency) or graph.is_directed():
        return graph
    return read_ties(graph)


def _notes(series: pd.Series, asked: Metric) -> Iterator[str]:
    """Tell what of the graph a measure has left out."""
    loops, unknown = series.attrs.get("self_loops"), series.attrs.get("unknown")
    if loops:
        yield f"ties of a person with themselves do not count: {loops:,}"
    if unknown:
        need = asked.needs[0]
        people = f"{unknown:,} of {len(series):,} people"
        yield f"{need!r} is not known of {people}, who do not count as contacts"


def _position(graph: nx.Graph | Adjacency, person_id: Hashable) -> int:
    people = list(graph.nodes)
    if person_id in people:
        return people.index(person_id)
    raise UnknownNameError(
        f"nobody in this graph has the id {person_id!r}",
        remedy=nearest(person_id, people, "Look at the graph's nodes"),
    )


def _missing_attributes(graph: nx.Graph | Adjacency, asked: Metric) -> list[str]:
    if isinstance(graph, Adjacency):
        return []
    return [
        need
        for need in asked.needs
        if len(graph) and not any(need in attributes for _, attributes in graph.nodes(data=True))
    ]


def _nobody_carries(missing: list[str]) -> str:
    return f"nobody in this graph carries {' or '.join(map(repr, missing))}"


def _reason(graph: nx.Graph | Adjacency, person_id: Hashable, asked: Metric) -> str:
    missing = _missing_attributes(graph, asked)
    if missing:
        return _nobody_carries(missing)
    if asked.structural:
        adjacency = Adjacency.from_networkx(graph, symmetrise=True)
        hidden = withheld(adjacency)
        if len(hidden) and hidden.all():
            return NO_TIES
        if hidden[adjacency.position(person_id)]:
            return NO_TIE_OF_CONTACT
    return asked.undefined
