"""Krackhardt and Stern's E-I index of a network, beside what chance would give."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.errors import check_whole
from netgraph.metrics._registry import statistic
from netgraph.metrics.diversity._mixing import mixing

if TYPE_CHECKING:
    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.metrics.diversity._mixing import Mixing


@statistic("network", direction="kept")
def ei_test(
    graph: nx.Graph, *, attribute: str = "domain", permutations: int = 1000, seed: int = 0
) -> pd.Series:
    r"""How far ties run between categories, against categories dealt out at random.

    .. math:: EI = \frac{E - I}{E + I}

    where :math:`E` counts the ties between categories and :math:`I` those
    within. For comparison the categories are shuffled among the people, while
    the ties stay.

    Parameters
    ----------
    graph
        Graph of people, directed or not. Tie weights are not used.
    attribute
        Person attribute that holds the category. People of unknown category,
        and their ties, take no part.
    permutations
        How often to shuffle.
    seed
        Makes the shuffles repeatable.

    Returns
    -------
    pandas.Series
        ``observed``, from -1 (all ties within) to 1 (all between); ``expected``,
        the mean over all shuffles there are; ``sd`` over the shuffles made;
        ``z``; ``p_lower`` and ``p_upper``, the chances of so low and so high a
        value (the network itself counts as a shuffle, so none is 0), and ``p``,
        twice the lower of them; ``least`` and ``greatest``, what so many ties
        among categories of these sizes can give; ``rescaled``, the observed
        value on a scale from -1 (least) to 1 (greatest). All NaN without a tie;
        z where the sd is 0; rescaled where least is greatest.

    Raises
    ------
    GraphError
        If nobody carries the attribute, or `permutations` is below 1.

    Notes
    -----
    Zero is not neutral. Where there are many small categories most pairs are of
    two categories, and even a network whose people seek their own kind has a
    positive index: compare with ``expected``.

    References
    ----------
    .. [1] Krackhardt, D. & Stern, R. N. (1988). Informal networks and
       organizational crises. Social Psychology Quarterly, 51(2), 123-140.

    Examples
    --------
    >>> import networkx as nx
    >>> graph = nx.karate_club_graph()
    >>> ei_test(graph, attribute="club")[["observed", "expected"]].round(3).to_dict()
    {'observed': -0.718, 'expected': 0.03}
    """
    check_whole("permutations", permutations, 1, "Shuffle once or more")
    found = mixing(graph, attribute)
    ties = len(found.one)
    names = ["observed", "expected", "sd", "z", "p_lower", "p_upper", "p"]
    names += ["least", "greatest", "rescaled"]
    if not ties:
        return found.noted(pd.Series(np.nan, index=names, name="ei_test"))
    observed = (found.external - found.internal) / ties
    pairs = found.external_pairs + found.internal_pairs
    expected = (found.external_pairs - found.internal_pairs) / pairs
    drawn = _shuffled(found, permutations, seed)
    sd = float(drawn.std())
    slack = 1e-12  # the same network may round to another last digit
    lower = (1 + int((drawn <= observed + slack).sum())) / (permutations + 1)
    upper = (1 + int((drawn >= observed - slack).sum())) / (permutations + 1)
    least = 1 - 2 * min(ties, found.internal_pairs) / ties
    greatest = 2 * min(ties, found.external_pairs) / ties - 1
    span = greatest - least
    values = [
        observed,
        expected,
        sd,
        (observed - expected) / sd if sd > 0 else np.nan,
        lower,
        upper,
        min(1.0, 2 * min(lower, upper)),
        least,
        greatest,
        2 * (observed - least) / span - 1 if span > 0 else np.nan,
    ]
    return found.noted(pd.Series(values, index=names, name="ei_test"))


def _shuffled(found: Mixing, permutations: int, seed: int) -> NDArray[np.float64]:
    """Give the index of each shuffle."""
    draw = np.random.default_rng(seed)
    codes, known = found.codes.copy(), np.flatnonzero(found.codes >= 0)
    one, two = found.source, found.target
    if not found.directed:
        once = one < two
        one, two = one[once], two[once]
    values = np.empty(permutations)
    for place in range(permutations):
        codes[known] = draw.permutation(codes[known])
        values[place] = 1 - 2 * np.count_nonzero(codes[one] == codes[two]) / len(one)
    return values
