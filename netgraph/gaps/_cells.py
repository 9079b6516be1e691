"""Gaps within groups of contacts: each field at each level, place, community or decade."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.domains.codes import LEVELS
from netgraph.gaps._correction import Counted, tally
from netgraph.gaps._posterior import compare, verdicts

if TYPE_CHECKING:
    from netgraph.gaps._groups import Groups

NOT_KNOWN = "not known"
"""The group of those whose group is not known."""

NO_LEVEL = "no such level"
"""The verdict of a level that titles of a field do not have."""

_CODES = list(DOMAINS)


def count_cells(domains: pd.Series, groups: Groups, weights: pd.Series, least: int) -> pd.DataFrame:
    """Compare each group's mix of domains with the baseline.

    Parameters
    ----------
    domains
        Index person_id; NA where the domain is not known.
    groups
        Who is in which.
    weights
        The baseline, by domain.
    least
        So many of known domain a group must have for a verdict.

    Returns
    -------
    pandas.DataFrame
        As `find_gaps` describes it under ``by``.
    """
    lost = domains[groups.of.isna()]
    strangers = lost if groups.closed else lost.iloc[:0]
    tables = [
        _group(name, domains[groups.of == name], strangers, weights, least) for name in groups.order
    ]
    if groups.closed and len(lost):
        unknown = _group(NOT_KNOWN, lost, lost.iloc[:0], weights, least)
        unknown[["expected", "ratio", "ratio_low", "ratio_high"]] = np.nan
        tables.append(unknown.assign(verdict="no data"))
    if not tables:
        return _group("", domains.iloc[:0], domains.iloc[:0], weights, least).iloc[:0]
    return pd.concat(tables).sort_index(level="domain", sort_remaining=False, key=_place)


def without_levels(cells: pd.DataFrame) -> pd.DataFrame:
    """Take verdicts out of cells of a level that titles of the field do not have."""
    domain, level = (cells.index.get_level_values(name) for name in ("domain", "group"))
    left_out = np.zeros(len(cells), dtype=bool)
    for code, levels in LEVELS.items():
        named = [SENIORITY[each] for each in levels]
        other = level.isin(list(SENIORITY.values())) & ~level.isin(named)
        left_out |= np.asarray((domain == code) & other)
    left_out &= (cells["count"] == 0).to_numpy()
    numbers = ["expected", "ratio", "ratio_low", "ratio_high"]
    cells = cells.copy()
    cells.loc[left_out, numbers] = np.nan
    cells.loc[left_out, "verdict"] = NO_LEVEL
    return cells


def _place(codes: pd.Index) -> pd.Index:
    return pd.Index([_CODES.index(code) for code in codes])


def _group(
    name: str, domains: pd.Series, strangers: pd.Series, weights: pd.Series, least: int
) -> pd.DataFrame:
    """Compare one group; `strangers` are people whose group is not known, maybe this one.

    A gap must be one without them and with all of them.
    """
    known = domains.dropna()
    counts, theirs = tally(known, _CODES), tally(strangers.dropna(), _CODES)
    unknown, hidden = len(domains) - len(known), int(strangers.isna().sum())
    q, trust = weights.to_numpy(dtype=float), np.ones(len(_CODES))
    found = compare(Counted(counts[None, :], np.array([unknown]), trust), q)
    if len(strangers):
        most = Counted((counts + theirs)[None, :], np.array([unknown + hidden]), trust)
        found = found._replace(surely=np.minimum(found.surely, compare(most, q).surely))
    verdict = np.where(q > 0, verdicts(found), "no verdict")
    if len(known) < least:
        verdict = np.full(len(_CODES), "no verdict" if len(known) else "no data")
    seen = np.nan if known.empty else 1.0
    index = pd.MultiIndex.from_product([_CODES, [name]], names=["domain", "group"])
    return pd.DataFrame(
        {
            "name": list(DOMAINS.values()),
            "count": counts,
            "expected": np.where(q > 0, q * len(known), np.nan),
            "ratio": found.ratio * seen,
            "ratio_low": found.low * seen,
            "ratio_high": found.high * seen,
            "verdict": verdict,
            "known": len(known),
            "unknown": unknown,
        },
        index=index,
    )
