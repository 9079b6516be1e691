"""Growth, drawn: how many people you knew when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

_MOST = 8
"""So many groups have an area or line of their own; the others are one."""
_OTHERS = "all others"
_NONE = "No contact has a date: a LinkedIn Connections.csv has one for each."


def plot_growth(grown: pd.DataFrame) -> go.Figure:
    """Draw the number of contacts over time, all together or group by group.

    Parameters
    ----------
    grown
        As `describe_growth` gives it, by field of work, say; or the table
        ``contacts.ties``, of which rows of kind ``contact`` with a date count.

    Returns
    -------
    plotly.graph_objects.Figure
        A rising line; of several groups areas one above the other, the eight largest
        and the others together. Where people are in several groups (relations) the
        areas would count them twice, so each is a line. Contacts who left are in no
        export, so it never falls.

    Examples
    --------
    >>> import pandas as pd
    >>> figure = plot_growth(pd.DataFrame({"kind": ["contact"], "since": [pd.NaT]}))
    >>> figure.layout.annotations[0].text
    'No contact has a date: a LinkedIn Connections.csv has one for each.'
    """
    if "people_total" in grown:
        return _in_groups(grown) if len(grown) else empty(_NONE)
    since = grown.loc[grown["kind"] == "contact", "since"].dropna().sort_values()
    if since.empty:
        return empty(_NONE)
    months = since.dt.to_period("M").value_counts().sort_index().cumsum()
    return _alone(months.index.to_timestamp(), months, "%b %Y")


def _alone(days: pd.DatetimeIndex, totals: pd.Series, form: str) -> go.Figure:
    figure = go.Figure(
        go.Scatter(
            x=days,
            y=totals.to_numpy(),
            mode="lines",
            line={"color": PALETTE[0], "width": 2.5, "shape": "hv"},
            fill="tozeroy",
            hovertemplate=f"%{{x|{form}}}: %{{y}} contacts<extra></extra>",
        )
    )
    return frame(figure, height=280, y="contacts")


def _in_groups(grown: pd.DataFrame) -> go.Figure:
    """Draw each of the largest groups, at the end of each period."""
    totals = grown.pivot_table("people_total", "period", "group", sort=False)
    names = dict(zip(grown["group"], grown["name"], strict=True))
    order = totals.iloc[-1].sort_values(ascending=False, kind="stable").index
    overlap = bool(grown.attrs.get("overlap"))
    lines: dict[Hashable, pd.Series] = {names[group]: totals[group] for group in order[:_MOST]}
    rest = totals[order[_MOST:]]
    if rest.shape[1] and not overlap:
        lines[_OTHERS] = rest.sum(axis=1)
    figure = frame(go.Figure(), height=280 if len(lines) == 1 else 360, y="contacts")
    for place, (name, line) in enumerate(lines.items()):
        color = GREY if name == _OTHERS else PALETTE[place % len(PALETTE)]
        figure.add_scatter(
            x=totals.index.to_list(),
            y=line.to_numpy(),
            name=str(name),
            mode="lines",
            line={"color": color, "width": 2.5 if overlap else 1},
            **({} if overlap else {"stackgroup": "people", "fillcolor": color}),
            hovertemplate=f"{name}, up to %{{x}}: %{{y:,}}<extra></extra>",
        )
    figure.update_layout(showlegend=len(lines) > 1, margin={"t": 10 if len(lines) == 1 else 90})
    return figure.update_xaxes(type="category", nticks=14)
