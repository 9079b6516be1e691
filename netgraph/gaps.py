"""Gaps: fields of work in which you know too few people, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import beta

from netgraph.domains import DOMAINS
from netgraph.errors import UnknownNameError
from netgraph.graph import direct_contacts

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

LEAST_CLASSIFIED = 150
"""With fewer contacts of known domain there is no verdict."""

THIN = 0.5
"""A gap is less than this part of the share that the baseline gives a domain."""

SURE = 0.9
_PRIOR = 4.0
_DRAWS = 20_000


def find_gaps(
    contacts: Contacts,
    *,
    home: str | None = None,
    baseline: Mapping[str, float] | Iterable[str] | None = None,
) -> pd.DataFrame:
    r"""Compare the domains of your contacts with a mix that you name.

    Of ``N`` contacts with a known domain ``n`` work in domain ``k``. With the
    baseline share :math:`q_k`, the posterior of the true share is
    :math:`p_k \sim \mathrm{Beta}(n + 4 q_k,\; N - n + 4 (1 - q_k))`, and the
    ratio is :math:`r_k = p_k / q_k`.

    Parameters
    ----------
    contacts
        After `classify`. Only people whom you know yourself are counted.
    home
        Your own domain; by default the one of your own title, else the one
        that most of your contacts work in.
    baseline
        What you compare with: the domains that matter to you (equal shares),
        or a weight for each; by default equal shares of all domains. It is a
        yardstick that you choose, not a norm.

    Returns
    -------
    pandas.DataFrame
        Index ``domain`` (code), most urgent first. ``name``; ``count`` and
        ``share`` of the classified contacts; ``baseline`` share; ``ratio``
        (posterior mean) with a 90 % interval ``ratio_low``, ``ratio_high``;
        ``verdict``; ``priority_bits``: :math:`q \log_2(q / \max(p, 1/(N+1)))`,
        what the domain lacks, 0 for the home domain and where nothing lacks;
        ``shortfall``: people missing to half the baseline's share. ``attrs``:
        ``baseline`` in words, ``home``, ``home_from`` (``you``: given or read
        off your title; ``contacts``: most of them work there), ``classified``,
        ``unknown``.

        Verdicts: ``gap`` (probability at least 0.9 that the ratio is below one
        half, whatever contacts without a known domain do), ``uncertain`` (a
        gap, unless those contacts work there), ``covered`` (probability at
        least 0.9 that the ratio is above one half), ``thin`` (neither), ``no
        verdict`` (fewer than 150 classified contacts, or not in the baseline).

    Raises
    ------
    UnknownNameError
        If `home` or `baseline` names no domain.

    Examples
    --------
    >>> import netgraph as ng
    >>> people = pd.DataFrame({"name": "x", "domain": ["SOFT"] * 200}, index=range(200))
    >>> ng.find_gaps(ng.Contacts(people=people)).loc[["LEGL", "SOFT"], "verdict"].tolist()
    ['gap', 'covered']
    """
    weights, in_words = _baseline(baseline)
    people = contacts.people.loc[direct_contacts(contacts)]
    domains = people["domain"].dropna()
    classified, unknown = len(domains), len(people) - len(domains)
    home, home_from = _home(contacts, domains, home)
    count = domains.value_counts().reindex(list(DOMAINS), fill_value=0)
    gaps = pd.DataFrame({"name": pd.Series(DOMAINS), "count": count})
    gaps["share"] = gaps["count"] / classified if classified else np.nan
    gaps["baseline"] = weights
    asked = weights > 0
    alpha = gaps["count"] + _PRIOR * weights
    rest = classified - gaps["count"] + _PRIOR * (1 - weights)
    posterior = beta(alpha[asked], rest[asked])
    q = weights[asked]
    gaps.loc[asked, "ratio"] = posterior.mean() / q
    gaps.loc[asked, "ratio_low"] = posterior.ppf(0.05) / q
    gaps.loc[asked, "ratio_high"] = posterior.ppf(0.95) / q
    below = pd.Series(posterior.cdf(THIN * q), index=q.index)
    gaps["verdict"] = "no verdict"
    if classified >= LEAST_CLASSIFIED:
        surely = _below_with_unknown(alpha[asked], rest[asked], q, classified, unknown)
        gaps.loc[asked, "verdict"] = np.select(
            [surely >= SURE, below >= SURE, below <= 1 - SURE],
            ["gap", "uncertain", "covered"],
            "thin",
        )
    least = 1 / (classified + 1)
    lack = weights * np.log2(weights.where(asked) / gaps["share"].clip(lower=least))
    gaps["priority_bits"] = lack.clip(lower=0).mask(gaps.index == home, 0.0).fillna(0.0)
    missing = (THIN * weights * classified - gaps["count"]).clip(lower=0)
    gaps["shortfall"] = np.ceil(missing.to_numpy()).astype(np.int64)
    order = {"gap": 0, "uncertain": 1, "thin": 2, "covered": 3, "no verdict": 4}
    gaps["_order"] = gaps["verdict"].map(order)
    gaps = gaps.sort_values(["_order", "priority_bits"], ascending=[True, False], kind="stable")
    gaps = gaps.drop(columns="_order").rename_axis("domain")
    gaps.attrs |= {
        "baseline": in_words,
        "home": home,
        "home_from": home_from,
        "classified": classified,
        "unknown": unknown,
    }
    return gaps


def _below_with_unknown(
    alpha: pd.Series, rest: pd.Series, q: pd.Series, classified: int, unknown: int
) -> np.ndarray:
    """Probability that a ratio is below one half, contacts of unknown domain included.

    Of those nothing is known but the baseline, so their mix is drawn from
    Beta(4 q, 4 (1 - q)), wide as it is.
    """
    rng = np.random.default_rng(0)
    size = (_DRAWS, len(q))
    known = rng.beta(alpha.to_numpy(), rest.to_numpy(), size)
    hidden = rng.beta(_PRIOR * q.to_numpy(), np.maximum(_PRIOR * (1 - q.to_numpy()), 1e-9), size)
    everyone = max(classified + unknown, 1)
    share = (classified * known + unknown * hidden) / everyone
    return np.asarray((share < THIN * q.to_numpy()).mean(axis=0))


def _baseline(given: Mapping[str, float] | Iterable[str] | None) -> tuple[pd.Series, str]:
    codes = list(DOMAINS)
    if given is None:
        return pd.Series(1 / len(codes), index=codes), f"equal shares of all {len(codes)} domains"
    wanted = dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, 1.0)
    weights = pd.Series({_known_domain(k): float(v) for k, v in wanted.items()}, dtype=float)
    if weights.empty or not (weights > 0).any() or (weights < 0).any():
        raise UnknownNameError(
            "the baseline gives no domain a positive weight",
            remedy=f"Name some of {', '.join(codes)}",
        )
    named = ", ".join(DOMAINS[k] for k in weights.index)
    words = (
        f"your weights for {named}" if isinstance(given, Mapping) else f"equal shares of {named}"
    )
    return (weights / weights.sum()).reindex(codes, fill_value=0.0), words


def _known_domain(code: str) -> str:
    if code in DOMAINS:
        return code
    near = get_close_matches(str(code).upper(), DOMAINS, n=1, cutoff=0.4)
    hint = f"Did you mean {near[0]}? " if near else ""
    raise UnknownNameError(
        f"no domain is called {code!r}", remedy=f"{hint}There are {', '.join(DOMAINS)}"
    )


def _home(
    contacts: Contacts, domains: pd.Series, given: str | None
) -> tuple[str | None, str | None]:
    """Tell the home domain, and whose word it is."""
    if given is not None:
        return _known_domain(given), "you"
    own = contacts.people["domain"].get(contacts.ego) if contacts.ego else None
    if isinstance(own, str):
        return own, "you"
    return (str(domains.value_counts().index[0]), "contacts") if len(domains) else (None, None)
