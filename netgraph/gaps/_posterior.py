"""From counts to shares: how far below the baseline, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.stats import beta

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.gaps._correction import Counted

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

THIN = 0.5
"""A gap is less than this part of the share that the baseline gives a domain."""

SURE = 0.925
"""A gap is at least so probable; chosen on simulated networks, see ``benchmarks/gaps.py``."""

SURELY = 0.9
"""The same, whatever the people of unknown field do."""

LEFT = 0.1
"""A field is covered where a gap is at most so probable."""

_PRIOR = 4.0
_DRAWS = 20_000
_TAIL = 0.05


class Hidden(NamedTuple):
    """People of known and of unknown field, a number a draw."""

    known: Ints
    hidden: Ints


class Posterior(NamedTuple):
    """What is known of the ratio of each domain's share to the baseline's."""

    ratio: Floats
    low: Floats
    high: Floats
    below: Floats
    """Probability that the ratio is below one half."""

    surely: Floats
    """The same, whatever the people of unknown field do."""


def compare(counted: Counted, q: Floats, *, seed: int = 0) -> Posterior:
    """Work out the ratios of all counted domains to their baseline shares `q`.

    ``p ~ Beta(n + 4 q, N - n + 4 (1 - q))`` in each draw of the counts. NaN where
    the baseline leaves a domain out.
    """
    asked = q > 0
    within = counted._replace(people=counted.people[:, asked])
    found = _compare(within, counted.total, q[asked], seed)
    spread = np.full((len(found), len(q)), np.nan)
    spread[:, asked] = found
    return Posterior(*spread)


def _compare(counted: Counted, total: Ints, q: Floats, seed: int) -> Posterior:
    n = counted.people.astype(float)
    alpha = n + _PRIOR * q
    rest = np.maximum(total[:, None] - n + _PRIOR * (1 - q), 1e-9)
    rng = np.random.default_rng(seed)
    low, high = _interval(alpha, rest, rng)
    return Posterior(
        ratio=(alpha / (alpha + rest)).mean(axis=0) / q,
        low=low / q,
        high=high / q,
        below=np.asarray(beta.cdf(THIN * q, alpha, rest)).mean(axis=0),
        surely=_below_with_hidden(Hidden(total, counted.hidden), alpha, rest, q, rng),
    )


def _interval(alpha: Floats, rest: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    if len(alpha) == 1:
        low, high = (beta.ppf(tail, alpha[0], rest[0]) for tail in (_TAIL, 1 - _TAIL))
        return np.asarray(low), np.asarray(high)
    low, high = np.quantile(rng.beta(alpha, rest), [_TAIL, 1 - _TAIL], axis=0)
    return low, high


def _below_with_hidden(
    people: Hidden, alpha: Floats, rest: Floats, q: Floats, rng: np.random.Generator
) -> Floats:
    """Probability that a ratio is below one half, people of unknown field included.

    Of those nothing is known but the baseline, so their mix is drawn from
    Beta(4 q, 4 (1 - q)), wide as it is.
    """
    repeats = max(_DRAWS // len(alpha), 1)
    known = rng.beta(np.repeat(alpha, repeats, axis=0), np.repeat(rest, repeats, axis=0))
    total = np.repeat(people.known, repeats)[:, None].astype(float)
    hidden = np.repeat(people.hidden, repeats)[:, None].astype(float)
    theirs = rng.beta(_PRIOR * q, np.maximum(_PRIOR * (1 - q), 1e-9), known.shape)
    share = (total * known + hidden * theirs) / np.maximum(total + hidden, 1.0)
    return np.asarray((share < THIN * q).mean(axis=0))


def verdicts(found: Posterior) -> NDArray[np.str_]:
    """Put what is known of each ratio into a word."""
    return np.select(
        [
            (found.surely >= SURELY) & (found.below >= SURE),
            found.below >= SURE,
            found.below <= LEFT,
        ],
        ["gap", "uncertain", "covered"],
        "thin",
    )
