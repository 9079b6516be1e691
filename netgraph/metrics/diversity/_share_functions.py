"""Each share-based measure as a function of shares: a row per draw, a column per category."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy.special import xlogy

from netgraph.metrics.diversity._nearness import square_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import networkx as nx
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def blau(shares: Floats) -> Floats:
    """Chance that two differ.

    Examples
    --------
    >>> float(blau(np.array([0.5, 0.5])))
    0.5
    """
    return np.asarray(1.0 - np.square(shares).sum(axis=-1))


def entropy(shares: Floats) -> Floats:
    """Shannon's entropy in nats."""
    return np.asarray(-xlogy(shares, shares).sum(axis=-1))


def hill(shares: Floats, common: Floats, q: float) -> Floats:
    """Hill's number of order q, where `common` is how common what is like each category is."""
    present = shares > 0
    if math.isclose(q, 1.0, abs_tol=1e-8):
        return np.asarray(np.exp(-xlogy(shares, common).sum(axis=-1)))
    if math.isinf(q):
        return np.asarray(1.0 / np.where(present, common, 0.0).max(axis=-1))
    powers = np.where(present, shares * np.where(present, common, 1.0) ** (q - 1.0), 0.0)
    return np.asarray(powers.sum(axis=-1) ** (1.0 / (1.0 - q)))


def rao(shares: Floats, apart: Floats, beta: float) -> Floats:
    """Rao and Stirling's diversity; `apart` has a zero diagonal."""
    powers = shares**beta
    return np.asarray(((powers @ apart) * powers).sum(axis=-1))


def share_function(
    name: str, graph: nx.Graph, attribute: str, kinds: int, options: Mapping[str, Any]
) -> Callable[[Floats], Floats] | None:
    """Give the measure as a function of shares with these options; None if it is not of shares."""
    most, q = math.log(kinds) if kinds > 1 else math.nan, float(options.get("q", 1.0))
    apart = 1.0 - np.eye(kinds)
    alike = np.eye(kinds)
    if options.get("distance") is not None:
        apart = square_table(graph, attribute, options["distance"], "distance")
        apart = apart ** float(options.get("alpha", 1.0))
        np.fill_diagonal(apart, 0.0)
    if options.get("similarity") is not None:
        alike = square_table(graph, attribute, options["similarity"], "similarity")
    functions: dict[str, Callable[[Floats], Floats]] = {
        "blau_index": blau,
        "simpson_index": blau,
        "iqv": lambda shares: blau(shares) * kinds / (kinds - 1),
        "shannon_entropy": lambda shares: (
            entropy(shares) / math.log(float(options.get("base", math.e)))
        ),
        "evenness": lambda shares: entropy(shares) / most,
        "spatial_diversity": lambda shares: entropy(shares) / most,
        "hill_number": lambda shares: hill(shares, shares, q),
        "leinster_cobbold": lambda shares: hill(shares, shares @ alike, q),
        "rao_stirling": lambda shares: rao(shares, apart, float(options.get("beta", 1.0))),
    }
    return functions.get(name)
