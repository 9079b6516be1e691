"""What would change if you lost people, met new ones, or took up with old ones again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.adjacency import check_graph
from netgraph.clusters import find_clusters
from netgraph.errors import GraphError
from netgraph.what_if._brokers import moved_brokers
from netgraph.what_if._changing import Change, apply
from netgraph.what_if._measures import (
    BY_CLUSTER,
    MEASURES,
    STRUCTURAL,
    draw,
    meaning,
    separated,
)
from netgraph.what_if._network import read_network
from netgraph.what_if._words import CALLED, in_words

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

DRAWS, LARGE_DRAWS = 40, 10
"""How often the uncertain ties are drawn anew; fewer times in a network of many ties."""

_MANY_TIES, _MANY_PEOPLE = 50_000, 3_000
_UNSEEN = "no tie among your contacts was observed, and guesses alone say nothing of this"
_UNGROUPED = "clusters are not found anew in so large a network; pass clusters"


def what_if(  # noqa: PLR0913 - three kinds of change, the rest by keyword
    graph: nx.Graph,
    *,
    add: Iterable[Mapping[str, Any] | Hashable] = (),
    remove: Iterable[Hashable] = (),
    reconnect: Iterable[Hashable] = (),
    clusters: pd.DataFrame | None = None,
    seed: int = 0,
) -> pd.DataFrame:
    r"""Measure your network with and without some people and ties.

    Ties that are not certain are drawn anew, 40 times (10 in a network of more
    than 50,000 ties), the same draw before and after; values are means over the
    draws. A tie's *strength* tells how well two know each other (see
    `build_graph`): measures that are called living count each tie with it.

    Parameters
    ----------
    graph
        As `build_graph` gives it, with the ego in it.
    add
        New contacts, each a mapping with any of ``name``, ``domain`` (code or
        name), ``company`` (they may know your contacts there, as `build_graph`
        infers it), ``cluster`` (number or label: they may know its people, as
        likely as those know each other), ``knows`` (whom they are sure to
        know) and ``strength`` of your tie, by default 0.5. Or the id or name of a
        person in the network who is no contact of yours yet.
    remove
        People whom you lose, with all their ties: ids, names or parts of names.
    reconnect
        Contacts with whom you take up again: the tie becomes as strong as nine
        tenths of your ties with known events are not above, and at least 0.5.
    clusters
        As `find_clusters` gives them; found here in a network of up to 3,000.
    seed
        The same seed gives the same draws.

    Returns
    -------
    pandas.DataFrame
        Index ``measure``; ``before``, ``after``, ``change`` (means over the
        draws), ``low`` and ``high`` (5th and 95th percentile of the change over
        the draws), ``called``, ``meaning``, and ``reason`` why a value is NaN.

        Measures: ``contacts``; ``reach`` (people within two steps) and
        ``living_reach``, :math:`\sum_j 1 - (1 - s_{ej}) \prod_i (1 - s_{ei} s_{ij})`;
        ``domains``, ``diversity`` (exponential of Shannon's entropy, 1 to 25) and
        ``living_diversity``; ``clusters`` and ``living_clusters``; ``groups``
        into which your contacts fall without you; ``cut_off``, people to whom no chain
        leads from you; ``constraint`` and ``effective_size`` of yourself. The
        last four are withheld where no tie among contacts was observed.

        ``attrs``: ``says`` (the main points), ``brokers_appear`` and
        ``brokers_vanish`` (who comes to be, or ceases to be, among the ten who
        bridge most; lists of dicts with ``person_id``, ``name``, rank ``before``
        and ``after``, and in what share of the draws they are among the ten: ten
        draws, or two with paths from 32 people each where there are more than
        3,000 people),
        ``cut_off`` (person_ids to whom a chain led before), ``lost``, ``added``,
        ``reconnected`` (person_ids).

    Raises
    ------
    UnknownNameError
        If a text is nobody's name, or several people's; with the nearest.
    GraphError
        If the graph does not hold you, or a change is impossible.

    References
    ----------
    .. [1] Burt, R. S. (1992). *Structural Holes*. Harvard University Press.
    .. [2] Jost, L. (2006). Entropy and diversity. *Oikos* 113, 363-375.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph([("you", "ann"), ("you", "bo"), ("ann", "cy")], ego="you")
    >>> lost = what_if(graph, remove=["ann"])
    >>> lost.loc["reach", ["before", "after"]].tolist()
    [3.0, 1.0]
    >>> lost.attrs["cut_off"]
    ['cy']
    """
    check_graph(graph)
    if graph.graph.get("ego") not in graph:
        raise GraphError(
            "you are not in this graph, and what changes for you cannot be told",
            remedy="Build it with build_graph(contacts), the ego included",
        )
    if clusters is None and len(graph) <= _MANY_PEOPLE:
        clusters = find_clusters(graph)
    network = read_network(graph, clusters)
    change = apply(graph, network, clusters, add=add, remove=remove, reconnect=reconnect)
    reasons = _reasons(change, grouped=clusters is not None)
    values = _values(change, reasons, seed)
    table = _table(values, reasons)
    told = "constraint" not in reasons and bool(change.lost or change.added)
    appear, vanish = moved_brokers(change, seed=seed) if told else ([], [])
    people = np.array(change.network.people, dtype=object)
    table.attrs = {
        "brokers_appear": appear,
        "brokers_vanish": vanish,
        "cut_off": people[_newly_cut_off(change)].tolist(),
        "lost": people[change.lost].tolist(),
        "added": people[change.added].tolist(),
        "reconnected": people[change.reconnected].tolist(),
    }
    table.attrs["says"] = in_words(change, table)
    return table


def _reasons(change: Change, *, grouped: bool) -> dict[str, str]:
    """Tell by measure why it is withheld."""
    ties, ego = change.network.ties, change.network.ego
    among = (ties.source != ego) & (ties.target != ego) & change.before.ties
    seen = bool((among & ties.observed).any())
    reasons = {} if seen else dict.fromkeys(STRUCTURAL, _UNSEEN)
    return reasons if grouped else reasons | dict.fromkeys(BY_CLUSTER, _UNGROUPED)


def _values(change: Change, reasons: dict[str, str], seed: int) -> dict[str, Floats]:
    """Measure both states in each draw: by measure an array of draws by two."""
    probability = change.network.ties.probability
    uncertain = bool((probability < 1).any())
    draws = (LARGE_DRAWS if len(probability) > _MANY_TIES else DRAWS) if uncertain else 1
    rng = np.random.default_rng(seed)
    asked = [measure for measure in MEASURES if measure.__name__ not in reasons]
    values = {measure.__name__: np.empty((draws, 2)) for measure in asked}
    for number in range(draws):
        there = rng.random(len(probability)) < probability
        for side, state in enumerate((change.before, change.after)):
            drawn = draw(change.network, state, there)
            for measure in asked:
                values[measure.__name__][number, side] = measure(drawn)
    return values


def _table(values: dict[str, Floats], reasons: dict[str, str]) -> pd.DataFrame:
    rows = {}
    for measure in MEASURES:
        name = measure.__name__
        drawn = values.get(name, np.full((1, 2), np.nan))
        differences = drawn[:, 1] - drawn[:, 0]
        low, high = np.percentile(differences, [5, 95])
        before, after = drawn.mean(axis=0)
        reason = reasons.get(name)
        if reason is None and np.isnan(after - before):
            reason = "nobody is left of whom this is known" if before == before else "not known"  # noqa: PLR0124 - NaN
        rows[name] = (
            before,
            after,
            after - before,
            low,
            high,
            CALLED[name],
            meaning(measure),
            reason,
        )
    columns = ["before", "after", "change", "low", "high", "called", "meaning", "reason"]
    table = pd.DataFrame.from_dict(rows, orient="index", columns=columns)
    return table.rename_axis("measure")


def _newly_cut_off(change: Change) -> NDArray[np.bool_]:
    """Mark those to whom a chain of observed or likely ties led before and none leads after."""
    every = np.ones(len(change.network.ties.source), dtype=bool)
    before, after = (
        separated(draw(change.network, state, every)) for state in (change.before, change.after)
    )
    return np.asarray(after & ~before & change.before.people)
