"""Small SVG pictures: shares with intervals, and stated chances against what came."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

OURS, OTHER, FAINT = "#D55E00", "#44607a", "#d9dce0"
COLOURS = ("#D55E00", "#0072B2", "#228833", "#AA3377")
_TEXT = "#22272e"
_FIRST = 90
_LABELS, _PANEL, _ROW, _GAP = 240, 170, 22, 36


class Mark(NamedTuple):
    """A share with its interval, in a row."""

    label: str
    share: float
    low: float
    high: float
    ours: bool


def draw_marks(title: str, panels: Sequence[tuple[str, Sequence[Mark]]]) -> str:
    """Draw panels side by side: a dot a method, a line its interval, from 0 to 1.

    A method has the same row in every panel; netgraph's are in colour and bold. A
    panel's name is broken at its comma.
    """
    rows = list(dict.fromkeys((mark.label, mark.ours) for _, marks in panels for mark in marks))
    place = {label: number for number, (label, _) in enumerate(rows)}
    width = _LABELS + len(panels) * (_PANEL + _GAP) + 10
    height = 86 + len(rows) * _ROW + 30
    parts = [_text(10, 22, title, size=15, font_weight="bold")]
    for label, ours in rows:
        y = _FIRST + place[label] * _ROW
        style = {"font_weight": "bold", "fill": OURS} if ours else {}
        parts.append(_text(_LABELS - 12, y + 4, label, text_anchor="end", **style))
    for number, (name, marks) in enumerate(panels):
        left = _LABELS + number * (_PANEL + _GAP)
        for line, words in enumerate(name.split(", ")):
            parts.append(_text(left, 46 + 15 * line, words, size=12, font_weight="bold"))
        parts += _scale(left, _FIRST - 16, len(rows) * _ROW)
        for mark in marks:
            parts.append(_mark(left, _FIRST + place[mark.label] * _ROW, mark))
    return _svg(width, height, parts)


def _mark(left: float, y: float, mark: Mark) -> str:
    colour = OURS if mark.ours else OTHER
    low, high, at = (left + _PANEL * v for v in (mark.low, mark.high, mark.share))
    line = (
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y}" y2="{y}" stroke="{colour}"'
        ' stroke-width="2"/>'
    )
    shape = (
        f'<rect x="{at - 5:.1f}" y="{y - 5}" width="10" height="10" fill="{colour}"/>'
        if mark.ours
        else f'<circle cx="{at:.1f}" cy="{y}" r="4.5" fill="{colour}"/>'
    )
    return line + shape


def _scale(left: float, top: float, height: float) -> list[str]:
    parts = []
    for tenth in (0, 0.25, 0.5, 0.75, 1.0):
        x = left + _PANEL * tenth
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{top + height}" stroke="{FAINT}"/>'
        )
        if tenth in (0, 0.5, 1.0):
            parts.append(_text(x, top + height + 16, f"{tenth:g}", size=11, text_anchor="middle"))
    return parts


def draw_reliability(title: str, panels: Sequence[tuple[str, dict[str, pd.DataFrame]]]) -> str:
    """Draw what was stated against what came; on the diagonal both are the same.

    Parameters
    ----------
    title
        The picture's heading.
    panels
        A name and tables as `scores.reliability` gives them, by what they are of.
    """
    side, top = 260, 64
    width, height = 20 + len(panels) * (side + 60), top + side + 90
    parts = [_text(10, 22, title, size=15, font_weight="bold")]
    for number, (name, tables) in enumerate(panels):
        left = 50 + number * (side + 60)
        parts.append(_text(left, 50, name, size=12, font_weight="bold"))
        parts.append(
            f'<rect x="{left}" y="{top}" width="{side}" height="{side}" fill="none"'
            f' stroke="{FAINT}"/><line x1="{left}" y1="{top + side}" x2="{left + side}"'
            f' y2="{top}" stroke="#9aa0a6" stroke-dasharray="4 4"/>'
        )
        for tenth in (0, 0.5, 1):
            parts.append(
                _text(left + side * tenth, top + side + 16, f"{tenth:g}", 11, text_anchor="middle")
            )
            parts.append(
                _text(left - 6, top + side * (1 - tenth) + 4, f"{tenth:g}", 11, text_anchor="end")
            )
        parts.append(_text(left + side / 2, top + side + 34, "stated", 12, text_anchor="middle"))
        for colour, (key, table) in zip(COLOURS, tables.items(), strict=False):
            parts += _bins(left, top, side, table, colour)
            y = top + side + 52 + 16 * list(tables).index(key)
            parts.append(f'<circle cx="{left + 6}" cy="{y - 4}" r="4.5" fill="{colour}"/>')
            parts.append(_text(left + 16, y, f"{key} ({table.attrs['cases']} cases)", 12))
    return _svg(width, height + 16, parts)


def _bins(left: float, top: float, side: float, table: pd.DataFrame, colour: str) -> list[str]:
    parts = []
    for row in table.itertuples():
        x, y = left + side * row.stated, top + side * (1 - row.came)
        low, high = top + side * (1 - row.low), top + side * (1 - row.high)
        parts.append(
            f'<line x1="{x:.1f}" x2="{x:.1f}" y1="{low:.1f}" y2="{high:.1f}" stroke="{colour}"'
            f' stroke-width="1.5"/><circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="{colour}"/>'
        )
    return parts


def _text(x: float, y: float, words: str, size: int = 13, **style: str) -> str:
    """Write words; a style is an attribute of SVG with _ for -."""
    given = {"text_anchor": "start", "font_weight": "normal", "fill": _TEXT} | style
    attributes = " ".join(f'{name.replace("_", "-")}="{value}"' for name, value in given.items())
    return f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" {attributes}>{escape(words)}</text>'


def _svg(width: float, height: float, parts: Sequence[str]) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}"'
        f' width="{width:.0f}" height="{height:.0f}" font-family="system-ui, sans-serif">\n'
        f'<rect width="100%" height="100%" fill="white"/>\n' + "\n".join(parts) + "\n</svg>\n"
    )
