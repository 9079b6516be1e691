"""How sure the evenness of a person's exchange is, given how little was exchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.adjacency import Adjacency, person_index
from netgraph.errors import GraphError
from netgraph.metrics._series import noted
from netgraph.metrics.diversity._share_functions import entropy
from netgraph.metrics.diversity.social_diversity import social_diversity

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx

DRAWS = 1000


def volume_interval(
    graph: nx.Graph,
    people: Iterable[Hashable] | None,
    *,
    level: float,
    seed: int,
    weight: str | None = None,
) -> pd.DataFrame:
    """Give the interval of `social_diversity`; see `diversity_interval`.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.Graph()
    >>> graph.add_weighted_edges_from([("you", "ann", 3), ("you", "bo", 1)])
    >>> volume_interval(graph, ["you"], level=0.95, seed=0, weight="weight").round(1)
               contacts  value  low  high
    person_id
    you               2    0.8  0.2   1.0
    """
    if weight is None:
        raise GraphError(
            "social_diversity is of volumes, and no tie attribute is named",
            remedy="Name one that counts what was exchanged, as weight='count'",
        )
    adjacency = Adjacency.from_networkx(graph, weight, symmetrise=True)
    value = social_diversity(graph, weight=weight).to_numpy()
    rows = np.arange(len(adjacency))
    if people is not None:
        rows = np.array([adjacency.position(each) for each in people], dtype=np.int64)
    tail, draw = (1 - level) / 2, np.random.default_rng(seed)
    low, high = np.full(len(rows), np.nan), np.full(len(rows), np.nan)
    for place, row in enumerate(rows.tolist()):
        volumes = adjacency.strengths[adjacency.indptr[row] : adjacency.indptr[row + 1]]
        contacts = len(volumes)
        if contacts > 1:
            shares = draw.dirichlet(volumes + 1.0 / contacts, DRAWS)
            low[place], high[place] = np.quantile(
                entropy(shares) / np.log(contacts), [tail, 1 - tail]
            )
    table = {"contacts": adjacency.degrees[rows], "value": value[rows], "low": low, "high": high}
    return noted(pd.DataFrame(table, index=person_index(adjacency.nodes[rows])), adjacency)
