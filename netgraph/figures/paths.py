"""Paths, drawn: each way as a row of people, with the chance of each tie."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

_LONGEST = 22
"""A name of more letters is cut; the pointer shows it whole."""

_SORTS = {
    ("observed", False): ("a tie", PALETTE[0], "solid"),
    ("inferred", False): ("an inferred tie", PALETTE[0], "dot"),
    ("observed", True): ("the weakest tie", ACCENT, "solid"),
    ("inferred", True): ("the weakest tie, inferred", ACCENT, "dot"),
}


def plot_paths(paths: pd.DataFrame) -> go.Figure:
    """Draw the ways to somebody: a row each, the likeliest at the top.

    Parameters
    ----------
    paths
        As `find_paths` gives them.

    Returns
    -------
    plotly.graph_objects.Figure
        People as dots from left to right; on each tie its chance, thicker where it is
        greater, dotted where the tie is inferred, in a colour of its own where it is
        the weakest of several; at the left the chance by which ways are ordered, with its
        interval or, where other ways count too, that of the way alone. Where there is no way,
        the figure says why.
    """
    if paths.empty:
        return empty(_broken(paths.attrs.get("says", "No path is known.")))
    rows = paths.to_dict("records")
    figure = go.Figure()
    shown: set[str] = set()
    for height, row in enumerate(rows):
        for step in range(row["hops"]):
            _add_tie(figure, row, step, -height, shown)
    for height, row in enumerate(rows):
        _add_people(figure, row, -height)
    frame(figure, height=90 + 90 * len(rows))
    ticks = [_chance(row) for row in rows]
    heights = [-height for height in range(len(rows))]
    figure.update_yaxes(
        tickvals=heights, ticktext=ticks, range=[0.6 - len(rows), 0.5], showgrid=False
    )
    widest = max(row["hops"] for row in rows)
    return figure.update_xaxes(visible=False, range=[-0.4, widest + 0.4])


def _add_tie(
    figure: go.Figure, row: dict[Hashable, Any], step: int, height: int, shown: set[str]
) -> None:
    chance = row["chances"][step]
    weakest = row["hops"] > 1 and row["route"][step : step + 2] == row["weakest_tie"]
    sort, colour, dash = _SORTS[row["known_by"][step], weakest]
    figure.add_scatter(
        x=[step, step + 1],
        y=[height] * 2,
        mode="lines",
        line={"color": colour, "width": 1.5 + 5 * chance, "dash": dash},
        name=sort,
        legendgroup=sort,
        showlegend=sort not in shown,
        hoverinfo="skip",
    )
    shown.add(sort)
    between = " - ".join(row["names"][step : step + 2])
    figure.add_scatter(  # a line can be pointed at only where it has a point
        x=[step + 0.5],
        y=[height],
        mode="markers+text",
        marker={"color": colour, "size": 14, "opacity": 0.0},
        text=[f"{chance:.0%}"],
        textposition="bottom center",
        textfont={"color": colour},
        hovertext=[f"<b>{between}</b>: {chance:.0%}<br>{_broken(row['evidence'][step])}"],
        hovertemplate="%{hovertext}<extra></extra>",
        showlegend=False,
    )


def _chance(row: dict[Hashable, Any]) -> str:
    """Write what stands at the left of a way: the chance by which ways are ordered."""
    alone, chance = f"{row['probability']:.0%}", f"{row['chance']:.0%}"
    if alone == chance:
        return f"<b>{chance}</b><br>{row['low']:.0%} to {row['high']:.0%}"
    return f"<b>{chance}</b><br>this way: {alone}"


def _add_people(figure: go.Figure, row: dict[Hashable, Any], height: int) -> None:
    names = [str(name) for name in row["names"]]
    why = [*[""] * (len(names) - 1), f"<br>{row['why']}" if row["why"] else ""]
    figure.add_scatter(
        x=list(range(len(names))),
        y=[height] * len(names),
        mode="markers+text",
        marker={"color": GREY, "size": 14},
        text=[name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names],
        textposition="top center",
        hovertext=[f"<b>{name}</b>{what}" for name, what in zip(names, why, strict=True)],
        hovertemplate="%{hovertext}<extra></extra>",
        customdata=[[person] for person in [*row["route"], *[""] * len(names)][: len(names)]],
        showlegend=False,
    )


def _broken(text: str, width: int = 70) -> str:
    """Break a text into lines."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > width and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "<br>".join(lines)
