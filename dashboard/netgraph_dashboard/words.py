"""Numbers and names as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Sequence

HIDDEN_NAME = "Person {number}"
HIDDEN_ADDRESS = "person-{number}"
UNKNOWN = "unknown"


def count(number: float, one: str, many: str | None = None) -> str:
    """Say how many: ``1 person``, ``1,204 people``."""
    return f"{number:,.0f} {one if number == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """Say a share: ``71 %``; ``under 1 %`` rather than a false zero."""
    if pd.isna(share):
        return UNKNOWN
    if 0 < share < 0.01:  # noqa: PLR2004 - one per cent
        return "under 1 %"
    return f"{share:.0%}".replace("%", " %")


def likelihood(probability: float) -> str:
    """Say a probability; near 1 it is ``over 99 %``, for nothing is sure."""
    if pd.notna(probability) and probability > 0.99:  # noqa: PLR2004 - the same in per cent
        return "over 99 %"
    return percent(probability)


def span(low: float, high: float) -> str:
    """Say between which shares something lies: ``12 % to 40 %``."""
    return f"{percent(low)} to {percent(high)}"


def listed(names: Sequence[str], *, most: int = 4) -> str:
    """Join names as one speaks: ``Ann, Bo and Cy``."""
    shown = [str(name) for name in names[:most]]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more"
    if len(shown) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def at_work(title: object, company: object) -> str:
    """Say what somebody does: ``Editor at Acme``, or as much of it as is known."""
    known = [str(part) for part in (title, company) if isinstance(part, str) and part]
    return " at ".join(known)


def rank_range(low: float, high: float) -> str:
    """Say where a rank lies: ``3``, or ``2 to 5`` where it is not sure."""
    if pd.isna(low) or pd.isna(high):
        return ""
    return f"{low:.0f}" if low == high else f"{low:.0f} to {high:.0f}"
