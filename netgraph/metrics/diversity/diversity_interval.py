"""How sure a measure of diversity is, given how few contacts it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.adjacency import person_index
from netgraph.errors import GraphError, UnknownNameError, nearest
from netgraph.metrics._registry import METRICS, STATISTICS, statistic
from netgraph.metrics.diversity._nearness import category_names
from netgraph.metrics.diversity._possible import number_of_categories
from netgraph.metrics.diversity._share_functions import share_function
from netgraph.metrics.diversity._shares import category_codes, contact_shares
from netgraph.metrics.diversity._volumes import DRAWS, volume_interval

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

NAMES = (
    "blau_index",
    "ei_index",
    "evenness",
    "hill_number",
    "iqv",
    "leinster_cobbold",
    "rao_stirling",
    "shannon_entropy",
    "simpson_index",
    "social_diversity",
    "spatial_diversity",
)


@statistic("person")
def diversity_interval(  # noqa: PLR0913 - the graph and the name stand first, the rest by keyword
    graph: nx.Graph,
    name: str,
    *,
    attribute: str = "domain",
    people: Iterable[Hashable] | None = None,
    level: float = 0.95,
    seed: int = 0,
    **options: Any,  # noqa: ANN401 - whatever the measure takes
) -> pd.DataFrame:
    r"""Interval in which a person's diversity lies, were the contacts a sample of more.

    .. math:: (\pi_{i1}, \dots, \pi_{iK}) \sim
        \mathrm{Dirichlet}(c_{i1} + 1/K, \dots, c_{iK} + 1/K)

    where :math:`c_{ik}` counts the contacts of :math:`i` in category :math:`k`
    and :math:`K` the possible categories. The measure is worked out for 1,000
    draws of the shares :math:`\pi`; the interval holds the middle `level` of
    the values. Before any contact is seen, all categories together weigh as
    much as one contact (Perks). Of ``social_diversity`` the volumes of exchange
    take the place of the counts, and the contacts that of the categories.

    Parameters
    ----------
    graph
        Undirected graph of people. Tie weights are used for ``social_diversity``
        alone.
    name
        ``blau_index``, ``simpson_index``, ``iqv``, ``shannon_entropy``,
        ``evenness``, ``hill_number``, ``rao_stirling``, ``leinster_cobbold``,
        ``spatial_diversity``, ``ei_index`` or ``social_diversity``.
    attribute
        Person attribute that holds the category; ``social_diversity`` needs none.
    people
        Whose intervals; everybody by default, which takes seconds on a large
        graph.
    level
        How much of the values the interval holds.
    seed
        Makes the draws repeatable.
    **options
        What the measure takes: ``q``, ``base``, ``distance``, ``alpha``,
        ``beta``, ``similarity``; ``weight``, the tie attribute that counts what
        was exchanged, for ``social_diversity``; and ``categories``, the possible
        categories or their number, by default those in the graph.

    Returns
    -------
    pandas.DataFrame
        A row per person: ``contacts`` (of known category), ``value``, ``low``
        and ``high``. Low and high are NaN where no contact's category is known,
        for ``ei_index`` where the own is not, and for ``social_diversity`` with
        fewer than two contacts.

    Raises
    ------
    UnknownNameError
        If the measure is not one of shares, or nobody has an id.
    GraphError
        If `level` is not between 0 and 1, or the measure refuses its arguments.

    Notes
    -----
    The value itself need not lie inside: that of one contact is always 0, at
    the very end of the scale, and that is the least likely place for the whole.
    Where it matters take ``simpson_index``, which is not biased.

    References
    ----------
    .. [1] Perks, W. (1947). Some observations on inverse probability including
       a new indifference rule. Journal of the Institute of Actuaries, 73(2).
    .. [2] Gelman, A. et al. (2013). *Bayesian Data Analysis*, section 3.4.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.star_graph(["you", "ann", "bo", "cy"])
    >>> nx.set_node_attributes(graph, {"ann": "law", "bo": "law", "cy": "art"}, "domain")
    >>> diversity_interval(graph, "blau_index", people=["you"]).round(1)
               contacts  value  low  high
    person_id
    you               3    0.4  0.1   0.5
    """
    if name not in NAMES:
        raise UnknownNameError(f"{name!r} is no measure of shares", remedy=nearest(name, NAMES))
    if not 0 < level < 1:
        raise GraphError(f"level is {level}", remedy="Take a number between 0 and 1, as 0.95")
    if name == "social_diversity":
        return volume_interval(graph, people, level=level, seed=seed, **options)
    spread = contact_shares(graph, attribute)
    rows = np.arange(len(graph))
    if people is not None:
        rows = np.array([spread.adjacency.position(each) for each in people], dtype=np.int64)
    possible = options.pop("categories", max(len(category_names(graph, attribute)), 2))
    kinds = number_of_categories(graph, attribute, possible)
    value = _value(graph, name, attribute, kinds, options).to_numpy()[rows]
    counts = np.zeros((len(rows), kinds))
    for place, row in enumerate(rows.tolist()):
        first, last = np.searchsorted(spread.person, [row, row + 1])
        cells = spread.category[first:last]
        counts[place, cells] = spread.share[first:last] * spread.known[row]
    low, high = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    tail, draw = (1 - level) / 2, np.random.default_rng(seed)
    own = category_codes(graph, attribute)[rows]
    measure = share_function(name, graph, attribute, kinds, options)
    for place in np.flatnonzero(counts.sum(axis=1) > 0).tolist():
        if measure is None and own[place] < 0:
            continue
        shares = draw.dirichlet(counts[place] + 1.0 / kinds, DRAWS)
        values = 1.0 - 2.0 * shares[:, own[place]] if measure is None else measure(shares)
        low[place], high[place] = np.quantile(values, [tail, 1 - tail])
    table = {"contacts": spread.known[rows], "value": value, "low": low, "high": high}
    index = person_index(spread.adjacency.nodes[rows])
    return spread.noted(pd.DataFrame(table, index=index))


def _value(
    graph: nx.Graph, name: str, attribute: str, kinds: int, options: dict[str, Any]
) -> pd.Series:
    """Work the measure out from the contacts as they are."""
    if name in {"iqv", "evenness"}:
        options = {**options, "categories": kinds}
    if name == "spatial_diversity":
        options = {**options, "areas": kinds}
    asked = METRICS.get(name) or STATISTICS[name]
    series: pd.Series = asked.function(graph, attribute=attribute, **options)
    return series
