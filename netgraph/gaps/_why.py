"""Why a field has its verdict, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.gaps._posterior import LEFT, SURE, THIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

_NEAR = 0.02
"""So near to a line a probability is told more exactly."""


def why(row: Mapping[Any, Any] | pd.Series, total: float, least: int, missing: int) -> str:
    """Say why a field has its verdict.

    Parameters
    ----------
    row
        With ``verdict``, ``count``, ``corrected``, ``baseline`` and ``below``.
    total
        How many contacts have a known field, misread titles taken out.
    least, missing
        How many a verdict needs, and how many are missing for one.

    Examples
    --------
    >>> row = {"verdict": "thin", "count": 27, "corrected": 27.0, "baseline": 1 / 21}
    >>> row["below"] = 0.116
    >>> why(row, 841, 150, 0)
    '27 there, and 20 would be half of the mix; that they are really fewer than that is 11.6 %
     likely, between the 10 % up to which a field is covered and the 92.5 % of a gap'
    """
    if not row["baseline"] > 0:
        return "not among the fields of the mix"
    if missing:
        return f"{missing:,} more contacts of known field are needed ({least} in all)"
    count, corrected = row["count"], row["corrected"]
    half = THIN * float(row["baseline"]) * total
    told = f"{count:,} there"
    if abs(float(corrected) - float(count)) >= 0.5:  # noqa: PLR2004
        told += f" ({corrected:.1f} with misread titles taken out)"
    told += f", and {half:.0f} would be half of the mix; that they are really fewer than that is "
    told += _percent(float(row["below"])) + " likely"
    after = {
        "gap": f", not below the {_percent(SURE)} of a gap, whatever contacts of unknown field do",
        "uncertain": ", unless contacts of unknown field work there",
        "covered": f", not above the {_percent(LEFT)} up to which a field is covered",
        "thin": f", between the {_percent(LEFT)} up to which a field is covered and the "
        f"{_percent(SURE)} of a gap",
    }
    return told + after[str(row["verdict"])]


def _percent(share: float) -> str:
    if 0 < share < 0.005:  # noqa: PLR2004 - half of one per cent
        return "under 1 %"
    if share > 0.995:  # noqa: PLR2004
        return "over 99 %"
    near = min(abs(share - line) for line in (LEFT, SURE)) < _NEAR
    return f"{f'{100 * share:.1f}'.removesuffix('.0') if near else f'{100 * share:.0f}'} %"
