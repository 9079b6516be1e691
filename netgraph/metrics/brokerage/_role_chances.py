r"""How often roles would be played by chance, and how much that varies.

Every tie is there with the probability :math:`d`, the density, independently of
the others; categories stay as they are. A triad is open with the probability
:math:`p = d^2(1-d)`. Two triads go together where they share a tie: as a path
in both with covariance :math:`q = d^3(1-d)^3`, as the missing tie in both with
:math:`d^5(1-d)`, as a path in one and missing in the other with :math:`-p^2`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


def person_chances(sizes: Floats, density: float, *, directed: bool) -> tuple[Floats, Floats]:
    """Expect each role, and then any, of one person of each category.

    Parameters
    ----------
    sizes
        How many people each category has.
    density
        Share of the possible ties that there are.
    directed
        Whether a pair of people is an ordered one.

    Returns
    -------
    tuple of numpy.ndarray
        Expected counts and their variances: a row per category, a column per
        role and one for the total.
    """
    n, people = sizes, sizes.sum()
    others, inner = people - n, n - 1
    squares, cubes = (n * (n - 1)).sum(), (n * (n - 1) * (n - 2)).sum()
    alike = squares - n * (n - 1)
    mixed = others * inner
    # of an ordered pair outside the own category: both in one category, or in two
    apart = others * (others - 1) - alike
    triples = [
        2 * inner * (n - 2) * (n - 3),
        2 * (cubes - n * (n - 1) * (n - 2)),
        inner * others * (others - 1) + others * inner * (n - 2),
        inner * others * (others - 1) + others * inner * (n - 2),
        2 * _outside_pairs(n),
        2 * (people - 1) * (people - 2) * (people - 3) + 0 * n,
    ]
    pairs = [inner * (n - 2), alike, mixed, mixed, apart, (people - 1) * (people - 2) + 0 * n]
    open_, shared = density**2 * (1 - density), density**3 * (1 - density) ** 3
    expected = open_ * np.column_stack(pairs)
    together = shared * np.column_stack(triples)
    if not directed:  # a pair is met once, but half in the own category it makes two roles
        once = np.array([0.5, 0.5, 1.0, 1.0, 0.5, 0.5])
        expected, together = expected * once, together * once
    return expected, expected * (1 - open_) + together


def _outside_pairs(n: Floats) -> Floats:
    r"""Give :math:`\sum_{g \ne k} n_g M_g (M_g - 1)`, :math:`M_g = N - n_k - n_g`, for each k."""
    people = n.sum()
    # expanded in powers of n_g, so that no table of categories by categories is needed
    rest = people - n
    first, second, third = n.sum() - n, (n**2).sum() - n**2, (n**3).sum() - n**3
    return np.asarray(rest * (rest - 1) * first - (2 * rest - 1) * second + third)


def network_chances(sizes: Floats, density: float, *, directed: bool) -> tuple[Floats, Floats]:
    """Expect each role, and then any, in the whole network.

    Returns
    -------
    tuple of numpy.ndarray
        Expected counts and their variances: a place per role and one for the total.

    Notes
    -----
    Every tie of categories g to h takes part in so many triads as a path, and
    in so many as the missing tie. Summed over the ties this counts the pairs of
    triads that go together.
    """
    d, n = density, sizes
    one, two = n[:, None], n[None, :]
    same = np.eye(len(n), dtype=bool)
    ties = np.where(same, one * (one - 1), one * two) / (1 if directed else 2)
    p, q = d**2 * (1 - d), d**3 * (1 - d) ** 3
    expected, variance = [], []
    for path, base, twice in (_directed if directed else _undirected)(one, two, same, n.sum()):
        triads = float((ties * base).sum())
        both_paths = float((ties * path * (path - 1)).sum())
        both_bases = float((ties * base * (base - 1)).sum())
        opposed = float((ties * 2 * path * base).sum()) - twice * triads
        if not directed:
            both_paths -= twice * triads  # on the same three people something is opposed as well
        expected.append(p * triads)
        variance.append(
            triads * p * (1 - p) + both_paths * q + both_bases * d**5 * (1 - d) - opposed * p * p
        )
    return np.array(expected), np.array(variance)


def _directed(
    g: Floats, h: Floats, same: Floats, people: float
) -> list[tuple[Floats, Floats, int]]:
    """Count, by role, the triads that an arc from g to h is a path of, and the base of.

    Beside it, with how many others each triad shares two arcs.
    """
    rest, own, none = people - g, g - 2, np.zeros_like(g + h)
    third = people - g - h
    return [
        (np.where(same, 2 * own, none), np.where(same, own, none), 2),
        (np.where(same, none, g + h - 2), np.where(same, rest, none), 0),
        (np.where(same, rest, h - 1), np.where(same, none, h - 1), 1),
        (np.where(same, rest, g - 1), np.where(same, none, g - 1), 1),
        (np.where(same, none, 2 * third), np.where(same, none, third), 2),
        (none + 2 * (people - 2), none + people - 2, 2),
    ]


def _undirected(
    g: Floats, h: Floats, same: Floats, people: float
) -> list[tuple[Floats, Floats, int]]:
    """Do the same for a tie, with how many triads of the role are on the same people."""
    rest, own, none = people - g, g - 2, np.zeros_like(g + h)
    third = people - g - h
    mixed = np.where(same, 2 * rest, g + h - 2), np.where(same, none, g + h - 2), 1
    return [
        (np.where(same, 2 * own, none), np.where(same, own, none), 2),
        (np.where(same, none, g + h - 2), np.where(same, rest, none), 0),
        mixed,
        mixed,
        (np.where(same, none, 2 * third), np.where(same, none, third), 2),
        (none + 2 * (people - 2), none + people - 2, 2),
    ]
