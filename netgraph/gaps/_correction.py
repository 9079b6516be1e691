"""Counts of people by field of work, with the errors of the titles' rules taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS, classifier_errors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

UNKNOWN = "UNK"
CODES = list(DOMAINS)
_LABELS = [*CODES, UNKNOWN]

CHAINS, _BURN, KEPT, _EVERY = 200, 20, 10, 4
"""Chains of the sampler; steps before the first kept; kept of each chain; steps between them."""

_PRIOR = 0.5  # Jeffreys: half a contact in each field before any is seen
_OWN = 4.0  # of how many titles the average stands beside a field's own where one person is judged
_POOLS = 2.0 ** np.arange(10)  # how many titles of the average field may stand beside a field's own
_FROM_TITLES = ("title", "headline", "company")


class Counted(NamedTuple):
    """How many people work where: a row a draw; a single row where nothing is uncertain."""

    people: Ints
    """Draws x domains: people whose field is known, given, or read off a title."""

    hidden: Ints
    """Draws: people of whom no title tells the field."""

    trust: Floats
    """Domains: share of those counted there as they are who do work there, on average."""

    @property
    def total(self) -> Ints:
        """Draws: people in all domains together."""
        return np.asarray(self.people.sum(axis=1))


def count_people(
    people: pd.DataFrame, errors: pd.DataFrame | None = None, *, seed: int = 0
) -> Counted:
    r"""Count people by domain as they would be counted if no title were misread.

    Of :math:`c_a` people the rules say domain :math:`a` (or nothing, UNK). Let
    :math:`n_t` be those who truly work in :math:`t` (or whose title truly says
    nothing), :math:`M_{ta}` the probability that a title of :math:`t` is read as
    :math:`a`, and :math:`\pi` the true mix. In turn are drawn

    .. math::
        M_t &\sim \mathrm{Dirichlet}(m_{ta} + w\,\bar m_{ta}) \\
        (n_{ta})_t &\sim \mathrm{Multinomial}
            \big(c_a,\ \pi_t M_{ta} / \textstyle\sum_s \pi_s M_{sa}\big) \\
        \pi &\sim \mathrm{Dirichlet}(n_t + \tfrac12)

    with :math:`m_{ta}` the titles of `errors` and :math:`\bar m` the shape of an
    average field's errors, of which some fields draw more than others. It weighs
    as much as makes `errors` most probable: :math:`w` is small where each field is
    misread in its own way, large where errors fall anywhere. So each person is
    dealt to one true field: the counts are never below zero, and they sum to the
    people that there are. A field that the rules seldom recognise gets part of
    those whose title they could not read.
    The draws of :math:`M` carry how few titles the errors were counted on.

    Parameters
    ----------
    people
        With ``domain``, and what tells whether it was read off a title:
        ``domain_source``, or else ``domain_phrase``. Codes that you or a file gave
        are taken as right.
    errors
        As `netgraph.domains.classifier_errors`; true domain x answered domain.
    seed
        Makes the draws repeatable.

    Returns
    -------
    Counted
        2,000 draws; one row, the counts as they are, where no title was read.
    """
    read = read_off_titles(people)
    given = people.loc[~read & people["domain"].notna(), "domain"]
    certain = tally(given, CODES)
    untitled = int((~read & people["domain"].isna()).sum())
    if not read.any():
        return Counted(certain[None, :], np.array([untitled]), np.ones(len(CODES)))
    said = tally(people.loc[read, "domain"].fillna(UNKNOWN), _LABELS)
    if not said[:-1].any():
        hidden = np.array([untitled + int(said[-1])])
        return Counted(certain[None, :], hidden, np.ones(len(CODES)))
    pooled, own = _matrices(errors)
    true, _ = _draw_true(said, pooled, np.random.default_rng(seed))
    _, right = _draw_true(said, own, np.random.default_rng(seed))
    there = (right + certain) / np.maximum(said[:-1] + certain, 1)
    trust = np.where(said[:-1] + certain > 0, there, 1.0)
    return Counted(true[:, :-1] + certain, true[:, -1] + untitled, trust)


def read_off_titles(people: pd.DataFrame) -> pd.Series:
    """Tell of each person whether their field, or that it is unknown, was read off a title."""
    titled = people["title"].notna()
    if "headline" in people:
        titled |= people["headline"].notna()
    if "domain_source" in people:
        by_rule = people["domain_source"].isin(_FROM_TITLES)
    elif "domain_phrase" in people:
        by_rule = people["domain_phrase"].notna()
    else:  # never classified here: the files gave all that there is
        return pd.Series(False, index=people.index)
    return by_rule | (people["domain"].isna() & titled)


def tally(values: pd.Series, labels: list[str]) -> Ints:
    """Count how often each label stands among the values."""
    return np.asarray(values.value_counts().reindex(labels, fill_value=0), dtype=np.int64)


def _matrices(errors: pd.DataFrame | None) -> tuple[Floats, Floats]:
    """Give the parameters of each true domain's row: the average error weighs much, or little.

    Counts are corrected with the former. Whether one person works where the title says
    hangs on its words, so `Counted.trust` is told by the errors that a field's own titles
    showed.
    """
    table = classifier_errors() if errors is None else errors
    titles = table.reindex(index=_LABELS, columns=_LABELS).fillna(0.0).to_numpy(dtype=float)
    fields = len(CODES)
    told = titles[:fields]
    right, unread = float(np.trace(told)), float(told[:, -1].sum())
    all_titles = max(float(told.sum()), 1.0)
    led_to = told[:, :-1].sum(axis=0) - told.diagonal()  # misread titles, by what they were read as
    evenly = np.full(fields, 1 / fields)
    pull = led_to + _pool(led_to[None, :], evenly[None, :]) * evenly
    wrong = max((all_titles - right - unread) / all_titles, 1e-3)
    average = np.full((fields + 1, fields + 1), max(unread / all_titles, 1e-3))
    average[:, :-1] = wrong * pull / pull.sum()
    np.fill_diagonal(average, max(right / all_titles, 1e-3))
    average /= average.sum(axis=1, keepdims=True)
    return titles + _pool(told, average[:fields]) * average, titles + _OWN * average


def _pool(titles: Floats, average: Floats) -> float:
    """Find how alike the rows are: the weight of the `average` that makes the `titles` likeliest.

    The marginal likelihood of Dirichlet-multinomial rows: where each field is misread in its
    own way a small weight is likeliest, where errors fall anywhere a large one. In the same
    way it is told how evenly errors fall on the fields.
    """
    from scipy.special import gammaln  # noqa: PLC0415 - only needed here

    def likelihood(weight: float) -> float:
        prior = weight * average
        rows = gammaln(weight) - gammaln(weight + titles.sum(axis=1))
        cells = gammaln(titles + prior) - gammaln(prior)
        return float(rows.sum() + cells.sum())

    return float(max(_POOLS, key=likelihood))


def _draw_true(said: Ints, rows: Floats, rng: np.random.Generator) -> tuple[Ints, Floats]:
    """Deal the people of each answer to true fields, again and again.

    Gives the kept draws, and how many people of each domain were read rightly on average.
    """
    gammas = rng.standard_gamma(rows, size=(CHAINS, *rows.shape))
    matrix = gammas / gammas.sum(axis=2, keepdims=True)  # chain, true, answered
    mix = np.broadcast_to(said + _PRIOR, (CHAINS, len(said)))
    kept = []
    right = np.zeros(len(said))
    for step in range(_BURN + KEPT * _EVERY):
        weight = (mix[:, :, None] * matrix).transpose(0, 2, 1)  # chain, answered, true
        dealt = rng.multinomial(said, weight / weight.sum(axis=2, keepdims=True))
        true = dealt.sum(axis=1)
        mix = rng.standard_gamma(true + _PRIOR)
        mix = np.maximum(mix / mix.sum(axis=1, keepdims=True), 1e-12)
        if step >= _BURN and (step - _BURN) % _EVERY == _EVERY - 1:
            kept.append(true)
            right += dealt.diagonal(axis1=1, axis2=2).mean(axis=0)
    return np.concatenate(kept).astype(np.int64), right[:-1] / KEPT
