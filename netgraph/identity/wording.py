"""Evidence in words: what speaks for two being one, and what against it."""

from __future__ import annotations

from typing import Any

from netgraph.identity.evidence import FOR_OR_AGAINST

_WAYS = {
    "sound": "another spelling", "nickname": "a short form", "stump": "a short form",
    "initial": "an initial", "slip": "one letter off", "part": "part of a double name",
}  # fmt: skip
_TELLING = 0.2


def reasons_and_doubts(
    row: Any,  # noqa: ANN401 - a row of what `judge` gives
    one: str | None,
    other: str | None,
) -> tuple[str, str]:
    """Say what speaks for a pair and what against it, each with its log-odds.

    Parameters
    ----------
    row
        A row of what `judge` gives.
    one, other
        The names as people write them.

    Returns
    -------
    tuple of str
        Reasons and doubts, parted by ``; ``. The numbers add up to the
        log-odds; a doubt of less than 0.2 is left out.
    """
    parts: list[tuple[str, float]] = []
    for piece in FOR_OR_AGAINST:
        weight = getattr(row, piece.column)
        if weight:
            parts.append((piece.text.format(getattr(row, f"{piece.column}_at")), weight))
    parts.append((_of_names(row, one, other), row.by_name))
    reasons = [_with_number(text, weight) for text, weight in parts if weight > 0]
    doubts = [_with_number(text, weight) for text, weight in parts if weight < 0]
    if row.rivals < -_TELLING:
        doubts.append(_with_number("others of this name fit too", row.rivals))
    return "; ".join(reasons), "; ".join(doubts)


def _with_number(text: str, weight: float) -> str:
    return f"{text.replace('; ', ', ')} ({weight:+.1f})"


def _of_names(row: Any, one: str | None, other: str | None) -> str:  # noqa: ANN401 - see above
    if not isinstance(one, str) or not isinstance(other, str) or row.low != row.low:
        return "a name is missing"
    both = one if one == other else f"{one} / {other}"
    if "different" in (row.given, row.family):
        return f"different names: {both}"
    if row.given == row.family == "same":
        return f"same name: {both}"
    if "missing" in (row.given, row.family):
        return f"one name only: {both}"
    ways = dict.fromkeys(_WAYS[way] for way in (row.given, row.family) if way in _WAYS)
    return f"names agree ({', '.join(ways)}): {both}"
