"""The network over time, drawn: groups that grow, and the ties between them."""

from __future__ import annotations

import re
from math import cos, pi, sin
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_GROUPS, MOST_PERIODS, MOST_TIES = 26, 30, 60
"""What is drawn at most: the largest groups, periods evenly chosen, the strongest ties."""
_WIDTHS = (1.0, 2.5, 5.0)
_LEAST, _LARGEST = 9.0, 46.0
_LINE = 16
_PART = re.compile(r",| and ")
_UNKNOWN = "not known"
_NONE = "No contact has a date: a LinkedIn Connections.csv has one for each."


class _Place(NamedTuple):
    """Where a group stands, what it is called, and its colour."""

    x: float
    y: float
    name: str
    color: str


def plot_over_time(grown: pd.DataFrame, ties: pd.DataFrame | None = None) -> go.Figure:
    """Draw the network by groups, with a slider for the time.

    Parameters
    ----------
    grown
        As `describe_growth` gives it, by field of work or relation.
    ties
        As `describe_tie_growth` gives it for the same groups and periods; without
        it no ties between groups are drawn.

    Returns
    -------
    plotly.graph_objects.Figure
        You in the middle, a disc for each group, its area as the people known there
        up to the end of the period (and, in brackets, how many came in it); lines
        between groups, thicker the more ties. A frame for each period, with a
        slider and a button that plays them; it needs no script beside Plotly's. It
        is small however large the network: groups are drawn, never people. At most
        the 26 largest groups, 30 periods, and the 60 strongest lines in each.

    Examples
    --------
    >>> table = pd.DataFrame({"period": ["2023", "2024"], "group": "SOFT", "name": "Software",
    ...                       "people": [1, 2], "people_total": [1, 3]})
    >>> figure = plot_over_time(table)
    >>> [step.label for step in figure.layout.sliders[0].steps]
    ['2023', '2024']
    """
    if grown.empty:
        return empty(_NONE)
    periods = grown["period"].drop_duplicates().tolist()
    periods = [periods[place] for place in _evenly(len(periods))]
    totals = grown.pivot_table("people_total", "period", "group", sort=False)
    groups = totals.iloc[-1].sort_values(ascending=False, kind="stable").index[:MOST_GROUPS]
    names = dict(zip(grown["group"], grown["name"], strict=True))
    places = _places([str(group) for group in groups], names)
    added = grown.pivot_table("people", "period", "group", sort=False).cumsum()
    lines = _lines(ties, periods, places)
    most = max(float(totals[groups].to_numpy().max()), 1.0)
    widest = max((count for drawn in lines.values() for *_, count in drawn), default=1)
    shown = {}
    before: pd.Series = pd.Series(0.0, index=groups)
    for period in periods:
        up_to = pd.Series(added.loc[str(period)]).reindex(groups)
        shown[period] = [
            *_between(lines[period], places, widest),
            _discs(totals.loc[period].reindex(groups), up_to - before, places, most),
        ]
        before = up_to
    figure = go.Figure(
        data=shown[periods[-1]],
        frames=[go.Frame(name=period, data=traces) for period, traces in shown.items()],
    )
    figure = frame(figure, height=620)
    figure.update_layout(
        showlegend=False,
        margin={"l": 10, "r": 10, "t": 10, "b": 10},
        sliders=[_slider(periods)],
        updatemenus=[_buttons()],
    )
    figure.update_xaxes(visible=False, range=[-1.9, 1.9])
    return figure.update_yaxes(visible=False, range=[-1.4, 1.5])


def _evenly(count: int) -> list[int]:
    """Choose periods evenly, the first and the last among them."""
    chosen = np.linspace(0, count - 1, min(count, MOST_PERIODS)).round().astype(int)
    return [int(place) for place in dict.fromkeys(chosen)]


def _places(groups: Sequence[str], names: dict[str, str]) -> dict[str, _Place]:
    """Put the groups on a ring, the largest at the top and every second one further out."""
    ring = {}
    for place, group in enumerate(groups):
        angle = pi / 2 - 2 * pi * place / max(len(groups), 1)
        away = 0.86 if len(groups) > 12 and place % 2 else 1.12  # noqa: PLR2004 - it gets crowded
        color = GREY if group == _UNKNOWN else PALETTE[place % len(PALETTE)]
        ring[group] = _Place(away * cos(angle) * 1.2, away * sin(angle), names[group], color)
    return ring


def _lines(
    ties: pd.DataFrame | None, periods: Sequence[str], places: dict[str, _Place]
) -> dict[str, list[tuple[str, str, int]]]:
    """Give for each period the strongest ties between two groups up to it."""
    if ties is None or ties.empty:
        return {period: [] for period in periods}
    known = ties[ties["one"].isin(list(places)) & ties["other"].isin(list(places))]
    known = known[known["one"] != known["other"]]
    found = {}
    for period in periods:
        last = known[known["period"] <= period].drop_duplicates(["one", "other"], keep="last")
        last = last.nlargest(MOST_TIES, "ties_total", keep="first")
        rows = zip(last["one"], last["other"], last["ties_total"], strict=True)
        found[period] = [(str(one), str(other), int(count)) for one, other, count in rows]
    return found


def _between(
    lines: list[tuple[str, str, int]], places: dict[str, _Place], widest: int
) -> list[go.Scatter]:
    """Draw the lines between groups: a trace for each width."""
    traces = []
    for step, width in enumerate(_WIDTHS):
        low, high = ((step + more) / len(_WIDTHS) * widest for more in (0, 1))
        x: list[float | None] = []
        y: list[float | None] = []
        for one, other, count in lines:
            if low < count <= high:
                x += [places[one].x, places[other].x, None]
                y += [places[one].y, places[other].y, None]
        traces.append(
            go.Scatter(
                x=[value if value is None else round(value, 3) for value in x],
                y=[value if value is None else round(value, 3) for value in y],
                mode="lines",
                line={"color": GREY, "width": width},
                opacity=0.35,
                hoverinfo="skip",
            )
        )
    return traces


def _discs(
    totals: pd.Series, added: pd.Series, places: dict[str, _Place], most: float
) -> go.Scatter:
    """Draw you and the groups of one period."""
    known = totals.to_numpy()
    there = known > 0
    size = np.where(there, _LEAST + (_LARGEST - _LEAST) * np.sqrt(known / most), 0.0)
    ring = list(places.values())
    texts = [
        f"{_shortly(place.name)}<br>{count:,.0f}{f' (+{new:,.0f})' if new else ''}" if count else ""
        for place, count, new in zip(ring, known, added, strict=True)
    ]
    hover = [
        f"{place.name}: {count:,.0f} people, {new:,.0f} of them new"
        for place, count, new in zip(ring, known, added, strict=True)
    ]
    sides = [_side(place) for place in ring]
    return go.Scatter(
        x=[0.0, *(round(place.x, 3) for place in ring)],
        y=[0.0, *(round(place.y, 3) for place in ring)],
        mode="markers+text",
        marker={
            "size": [14.0, *size.round(1).tolist()],
            "color": [GREY, *(place.color for place in ring)],
            "symbol": ["diamond", *["circle"] * len(ring)],
            "line": {"width": 1, "color": "rgba(255,255,255,0.7)"},
        },
        text=["you", *texts],
        textposition=["bottom center", *sides],
        textfont={"size": 10.5},
        hovertext=["you", *hover],
        hovertemplate="%{hovertext}<extra></extra>",
        cliponaxis=False,
    )


def _shortly(name: str) -> str:
    """Give the beginning of a long name, which fits beside others; pointing at it tells all."""
    return _PART.split(name, maxsplit=1)[0] if len(name) > _LINE else name


def _side(place: _Place) -> str:
    """Write a name away from the middle."""
    if abs(place.x) < 0.2:  # noqa: PLR2004 - nearly above or below
        return "top center" if place.y > 0 else "bottom center"
    return "middle right" if place.x > 0 else "middle left"


def _slider(periods: Sequence[str]) -> dict[str, object]:
    steps = [
        {
            "method": "animate",
            "label": period,
            "args": [
                [period],
                {"mode": "immediate", "frame": {"duration": 0, "redraw": False},
                 "transition": {"duration": 0}},
            ],
        }
        for period in periods
    ]  # fmt: skip
    return {
        "active": len(periods) - 1,
        "steps": steps,
        "x": 0.12,
        "len": 0.86,
        "y": 0,
        "pad": {"t": 10, "b": 6},
        "currentvalue": {"prefix": "Up to the end of ", "font": {"size": 14}},
    }


def _buttons() -> dict[str, object]:
    play = {"frame": {"duration": 900, "redraw": False}, "fromcurrent": False,
            "transition": {"duration": 300}}  # fmt: skip
    stop = {"mode": "immediate", "frame": {"duration": 0, "redraw": False}}
    return {
        "type": "buttons",
        "direction": "left",
        "showactive": False,
        "x": 0,
        "xanchor": "left",
        "y": 0,
        "yanchor": "top",
        "pad": {"t": 34},
        "buttons": [
            {"label": "Play", "method": "animate", "args": [None, play]},
            {"label": "Stop", "method": "animate", "args": [[None], stop]},
        ],
    }
