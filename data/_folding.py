"""Folding of long lines, which vCard and iCalendar share."""

from __future__ import annotations

WIDTH = 75
"""Octets a line may have, by RFC 6350 and RFC 5545."""


def folded(line: str) -> list[str]:
    """Cut a line into pieces of at most 75 octets; all but the first begin with a blank."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > WIDTH:
            pieces.append(piece)
            piece = " "
        piece += letter
    return [*pieces, piece]
