"""How likely a request is passed on, and that an introduction leads to something."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.introductions.curves import draw_curves, rise

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from netgraph.introductions.curves import Covariance, Curve

    Floats = NDArray[np.float64]

ASSUMED = (-1.1, 3.0)
"""Where and how steeply the assumed curve rises: one in four for strangers, 71 % at 2/3."""

DOUBT = (1.0, 1.5)
"""How far, as standard deviations, either of the two may be from what is assumed."""

SUCCESS = (0.85, 0.0)
"""The same of introductions that were made: 70 % lead to something, however close the tie."""

SUCCESS_DOUBT = (0.8, 1.5)
"""How far, as standard deviations, either of these may be from what is assumed."""

COLUMNS = ["bin", "asked", "succeeded", "predicted", "low", "high"]

_NO_TABLE = pd.DataFrame({column: pd.Series(dtype=float) for column in COLUMNS})


@dataclass(frozen=True, eq=False)
class Calibration:
    r"""How likely an introduction is passed on and leads to something, by strength of ties.

    .. math:: P = p \cdot g(s) \cdot h(s), \qquad
        g(s) = \frac{1}{1 + e^{-(a + b s)}}, \quad h(s) = \frac{1}{1 + e^{-(c + d s)}}

    with :math:`s` the strength of a tie, :math:`p` the probability that it exists,
    :math:`g` that a request is passed on over it, and :math:`h` that an introduction
    over it leads to something once it is made. ``Calibration()`` is what is assumed
    while nothing is known; `calibrate_introductions` learns from the past.

    On a way you - ann - bo - target, ann and bo introduce. Each of the three ties has
    to pass the request on; each of the two introductions has to lead to something, and
    is counted once, with the tie onward from who introduces: ann - bo and bo - target.
    On your own tie to ann nobody introduces: there ``passes_on`` is all.

    Attributes
    ----------
    intercept, slope
        :math:`a` and :math:`b`; the slope is never below zero.
    covariance
        How unsure the two are: variance of the first, covariance, variance of
        the second.
    basis
        Where both come from, in words.
    table
        How the predictions of made introductions did: ``bin`` (of what was
        predicted), ``asked`` introductions, how many ``succeeded``, how many
        ``predicted`` on average (a share, each predicted without its own tenth of
        the introductions), and ``low`` and ``high``: the 90 % interval of the share
        that succeeded. One row where strength does not tell introductions apart.
    scores
        ``brier`` and ``log_score`` (mean, smaller is better) of the success of
        introductions: as ``assumed``, as ``learned`` by strength, and as a plain
        ``share``, the last two on introductions that they had not seen. The one of the
        two with the better log score is used.
    success, success_covariance
        :math:`c` and :math:`d`, and how unsure they are; :math:`d` is 0 for a share.

    Examples
    --------
    >>> assumed = Calibration()
    >>> float(assumed.passes_on(0.5).round(2)), float(assumed.succeeds(0.5).round(2))
    (0.6, 0.7)
    >>> float(assumed.chance(0.5).round(2))
    0.42
    >>> assumed.basis
    'assumed: no outcome of an introduction is known'
    """

    intercept: float = ASSUMED[0]
    slope: float = ASSUMED[1]
    covariance: Covariance = (DOUBT[0] ** 2, 0.0, DOUBT[1] ** 2)
    basis: str = "assumed: no outcome of an introduction is known"
    table: pd.DataFrame = field(default_factory=_NO_TABLE.copy)
    scores: pd.DataFrame = field(default_factory=pd.DataFrame)
    success: Curve = SUCCESS
    success_covariance: Covariance = (SUCCESS_DOUBT[0] ** 2, 0.0, 0.0)

    def passes_on(self, strength: ArrayLike, probability: ArrayLike = 1.0) -> Floats:
        """Give the probability that a request is passed on over ties.

        Parameters
        ----------
        strength
            How well the two know each other, 0 to 1.
        probability
            That they know each other at all.

        Returns
        -------
        numpy.ndarray
            From 0 to 1, of the shape of both together.
        """
        tied = np.asarray(probability, dtype=float)
        return np.asarray(tied * rise(self.intercept, self.slope, strength))

    def succeeds(self, strength: ArrayLike) -> Floats:
        """Give the probability that introductions lead to something once they are made.

        Parameters
        ----------
        strength
            How well who introduces knows the one to whom they introduce, 0 to 1.

        Returns
        -------
        numpy.ndarray
            From 0 to 1, of the shape of `strength`.
        """
        return rise(*self.success, strength)

    def chance(self, strength: ArrayLike, probability: ArrayLike = 1.0) -> Floats:
        """Give the probability that ties carry an introduction that leads to something.

        Parameters
        ----------
        strength
            How well who introduces knows the one to whom they introduce, 0 to 1.
        probability
            That they know each other at all.

        Returns
        -------
        numpy.ndarray
            `passes_on` times `succeeds`: from 0 to 1, of the shape of both together.
        """
        return np.asarray(self.passes_on(strength, probability) * self.succeeds(strength))

    def draw(
        self,
        strength: ArrayLike,
        probability: ArrayLike = 1.0,
        *,
        introduced: ArrayLike = True,
        count: int = 400,
        seed: int = 0,
    ) -> Floats:
        """Draw what could be: curves as unsure as these, ties that exist or do not.

        Parameters
        ----------
        strength, probability
            As `chance` takes them.
        introduced
            Whether somebody introduces over the tie; on a way, over each but the
            first. Else only that the request is passed on is drawn.
        count
            How many draws.
        seed
            The same seed gives the same draws.

        Returns
        -------
        numpy.ndarray
            A row a draw, a column a tie: the chance that it carries an
            introduction, 0 where it is drawn not to exist. In each row the same two
            curves hold for all ties.
        """
        rng = np.random.default_rng(seed)
        known = np.atleast_1d(np.asarray(strength, dtype=float))
        chance = draw_curves((self.intercept, self.slope), self.covariance, known, count, rng)
        there = rng.random(chance.shape) < np.asarray(probability, dtype=float)
        led = draw_curves(self.success, self.success_covariance, known, count, rng)
        led = np.where(np.asarray(introduced, dtype=bool), led, 1.0)
        return np.where(there, chance * led, 0.0)
