"""Your path among those of your peers, drawn: level by level, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.figures._style import ACCENT, GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd

_MOST = 12
_APART = 0.055


def plot_career_paths(peers: pd.DataFrame, *, count: int = _MOST) -> go.Figure:
    """Draw the paths of those who once stood where you stand, and yours in bold.

    Parameters
    ----------
    peers
        As `career_peers` gives it.
    count
        So many paths at most, the likest ones.

    Returns
    -------
    plotly.graph_objects.Figure
        A line a person, from left to right; up is a higher level, the field stands with the
        point. All stand one below the other where they stood as you do now, at "now"; to the
        right of it is what they did next.
    """
    mine = peers.attrs.get("path", "")
    told = peers[peers["steps"] > 1].head(count)
    if not mine or told.empty:
        return empty(
            "No former post of anybody who stood where you stand is known from these files."
        )
    figure = go.Figure()
    for place, (name, path, here) in enumerate(
        zip(told["name"], told["path"], told["step"], strict=True)
    ):
        steps = _steps(path)
        shift = (place - (len(told) - 1) / 2) * _APART
        colour = PALETTE[place % len(PALETTE)]
        _line(figure, steps, here, (name, colour, shift))
    steps = _steps(mine)
    _line(figure, steps, len(steps) - 1, ("You", ACCENT, 0.0), width=5)
    figure.add_vline(x=0, line={"color": GREY, "width": 1, "dash": "dot"})
    frame(figure, height=420)
    ticks = sorted({int(x) for trace in figure.data for x in trace.x})
    texts = [
        "where you stand" if t == 0 else f"{abs(t)} before" if t < 0 else _after(t) for t in ticks
    ]
    figure.update_xaxes(tickvals=ticks, ticktext=texts)
    codes = list(SENIORITY)
    figure.update_yaxes(
        tickvals=list(range(len(codes))), ticktext=list(SENIORITY.values()), range=[-0.5, 5.5]
    )
    return figure


def _steps(path: str) -> list[tuple[str, str]]:
    """Read a path as it is written: ``DATA P > DATA S``."""
    pairs = (step.split(" ") for step in path.split(" > "))
    return [(field, level) for field, level in pairs]


def _after(step: int) -> str:
    return "next" if step == 1 else f"{step} later"


def _line(
    figure: go.Figure,
    steps: list[tuple[str, str]],
    here: int,
    look: tuple[str, str, float],
    width: int = 2,
) -> None:
    name, colour, shift = look
    codes = list(SENIORITY)
    figure.add_scatter(
        x=[place - here for place in range(len(steps))],
        y=[codes.index(level) + shift for _, level in steps],
        mode="lines+markers",
        name=name,
        line={"color": colour, "width": width},
        marker={"size": 6 + width},
        customdata=[[DOMAINS[field], SENIORITY[level]] for field, level in steps],
        hovertemplate="<b>" + "%{fullData.name}" + "</b><br>%{customdata[0]}, %{customdata[1]}"
        "<extra></extra>",
    )
