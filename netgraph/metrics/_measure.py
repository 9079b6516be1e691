"""Measure people by name, and list what can be measured."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import (
    Adjacency,
    check_graph,
    has_direction,
    person_index,
    to_undirected,
)
from netgraph.errors import GraphError, UnknownNameError, nearest
from netgraph.metrics._arcs import read_ties
from netgraph.metrics._registry import METRICS, STATISTICS, Metric, Statistic
from netgraph.reading_once import reading_once

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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


def measure(
    graph: nx.Graph | Adjacency,
    names: Iterable[str] | None = None,
    *,
    attribute: str | None = None,
    weight: str | None = None,
) -> pd.DataFrame:
    """Measure every person.

    Parameters
    ----------
    graph
        Graph of people. An `Adjacency` serves metrics that need no attribute.
    names
        Which metrics (see `available_metrics`). By default all that the graph
        allows, but for those that take long on so large a graph.
    attribute
        Person attribute that holds the category, for the metrics that need one;
        by default the one that the list names, ``domain``.
    weight
        Tie attribute that holds the strength, for the metrics that the list
        calls weighted; None counts each tie as 1.

    Returns
    -------
    pandas.DataFrame
        A row per person, in the graph's order, and a column per metric. NaN is
        undefined or withheld. ``attrs["withheld"]`` tells by metric why values
        were withheld, ``attrs["sampled"]`` from how many people and with what
        largest standard error a value was estimated, and ``attrs["notes"]``, in
        sentences, what of the graph did not count.

    Raises
    ------
    UnknownNameError
        If no metric has one of the names.
    GraphError
        If it is no graph, if a metric is not defined on such a graph, or if
        nobody carries the attribute that is asked for, or no tie the weight.

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
    >>> nx.set_node_attributes(graph, {"ann": "chess", "bo": "rowing"}, "club")
    >>> measure(graph, ["blau_index"], attribute="club").loc["you"].to_dict()
    {'blau_index': 0.5}
    """
    check_graph(graph)
    bare = isinstance(graph, Adjacency)
    if names is None:
        chosen = [METRICS[name] for name in available_metrics().index]
        chosen = [m for m in chosen if not (bare and m.needs)]
        chosen = [m for m in chosen if m.largest is None or len(graph) <= m.largest]
        chosen = [m for m in chosen if m.direction != "refused" or not has_direction(graph)]
    else:
        chosen = [metric_called(name) for name in ([names] if isinstance(names, str) else names)]
        if has_direction(graph):
            _refuse_directed(graph, chosen)
    people = graph.nodes if isinstance(graph, Adjacency) else person_index(graph)
    columns, reasons, sampled = {}, {}, {}
    notes: dict[str, None] = {}
    unweighted = [m.name for m in chosen if weight and not m.weighted]
    if unweighted:
        notes[f"the weight does not count in {', '.join(unweighted)}"] = None
    with reading_once():
        ties = _read_once(graph)
        strong = Adjacency.from_networkx(graph, weight, directed=True) if weight else ties
        for each in chosen:
            missing = missing_attributes(graph, each) if attribute is None else []
            if missing:
                columns[each.name] = pd.Series(np.nan, index=people)
                reasons[each.name] = nobody_carries(missing)
                continue
            if each.needs:
                series = each.function(graph, attribute=attribute or each.needs[0])
            elif weight and each.weighted:
                series = each.function(strong, weight=weight)
            else:
                series = each.function(ties)
            columns[each.name] = series
            if "withheld" in series.attrs:
                reasons[each.name] = series.attrs["withheld"]
            notes.update(dict.fromkeys(_notes(series, attribute or each.needs)))
            if series.attrs.get("standard_error"):
                sampled[each.name] = {k: series.attrs[k] for k in ("sources", "standard_error")}
    table = pd.DataFrame({n: s.to_numpy() for n, s in columns.items()}, index=people)
    table.attrs = {"withheld": reasons, "sampled": sampled, "notes": list(notes)}
    return table


def _refuse_directed(graph: nx.Graph | Adjacency, chosen: list[Metric]) -> None:
    """Name the metrics that a directed graph cannot be asked for."""
    refused = [m.name for m in chosen if m.direction == "refused"]
    if refused:
        raise GraphError(
            f"this graph is directed, and undirected ones alone have {', '.join(refused)}",
            remedy=f"Leave that out. {to_undirected(graph)}",
        )


def metric_called(name: str) -> Metric:
    """Find a metric of people by its name."""
    if name in METRICS:
        return METRICS[name]
    if name in STATISTICS:
        raise UnknownNameError(
            f"{name!r} is no metric that needs a graph alone and gives each person one number",
            remedy=f"Call netgraph.metrics.{call_of(STATISTICS[name])}",
        )
    raise UnknownNameError(f"no metric is called {name!r}", remedy=nearest(name, METRICS))


def call_of(asked: Statistic) -> str:
    """Write out how a measure is called.

    Examples
    --------
    >>> call_of(STATISTICS["iqv"])
    'iqv(graph, categories=...)'
    """
    arguments = [f"{need}..." for need in asked.needs if need.endswith("=")]
    graph = [] if "interactions=..." in arguments else ["graph"]
    return f"{asked.name}({', '.join([*graph, *arguments])})"


def _read_once(graph: nx.Graph | Adjacency) -> nx.Graph | Adjacency:
    """Spare each metric the reading; a directed graph is for each to take or refuse."""
    if isinstance(graph, Adjacency) or graph.is_directed():
        return graph
    return read_ties(graph)


def _notes(series: pd.Series, attribute: str | tuple[str, ...]) -> Iterator[str]:
    """Tell what of the graph a measure has left out."""
    loops, unknown = series.attrs.get("self_loops"), series.attrs.get("unknown")
    if loops:
        yield f"ties of a person with themselves do not count: {loops:,}"
    if unknown:
        need = attribute if isinstance(attribute, str) else attribute[0]
        people = f"{unknown:,} of {len(series):,} people"
        yield f"{need!r} is not known of {people}, who do not count as contacts"


def missing_attributes(graph: nx.Graph | Adjacency, asked: Metric) -> list[str]:
    """List the attributes that a metric needs and nobody carries."""
    if isinstance(graph, Adjacency):
        return []
    return [
        need
        for need in asked.needs
        if len(graph) and not any(need in attributes for _, attributes in graph.nodes(data=True))
    ]


def nobody_carries(missing: list[str]) -> str:
    """Say so in a sentence."""
    named = " or ".join(map(repr, missing))
    return f"nobody in this graph carries {named}; name another attribute"
