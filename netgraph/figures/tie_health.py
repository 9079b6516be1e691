"""The health of ties, drawn: how long each is silent, and how deep it was at its best."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go

from netgraph.figures._style import GREY, TIE_STATES, empty, frame

if TYPE_CHECKING:
    import pandas as pd

_DAY_TICKS = {
    0: "today", 7: "1 week", 30: "1 month", 90: "3 months", 365: "1 year", 1095: "3 years",
    3650: "10 years",
}  # fmt: skip
_DEPTH_TICKS = (0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024)
_LINE = {"color": GREY, "width": 1, "dash": "dot"}


def plot_tie_health(health: pd.DataFrame) -> go.Figure:
    """Draw each tie by its silence and its depth.

    Both axes are logarithmic, with room for 0. Dotted lines stand where a silent tie
    counts as lost or dormant, and from what depth on it was deep: the dormant stand at
    the upper right.

    Parameters
    ----------
    health
        As `tie_health` gives it.

    Returns
    -------
    plotly.graph_objects.Figure
        A point a tie; those without a dated exchange are counted in a note, since
        nothing is known of them.
    """
    known = health[health["events"] > 0]
    unknown = len(health) - len(known)
    if known.empty:
        who = f"your {unknown:,} contacts" if unknown else "anybody"
        return empty(
            f"When you last heard of {who} is not known from these files.<br>"
            "Messages, a mailbox or a calendar would tell."
        )
    figure = go.Figure()
    for state, (colour, symbol, _) in TIE_STATES.items():
        rows = known[known["state"] == state]
        if rows.empty:
            continue
        thin = symbol.endswith("-thin-open")
        figure.add_scatter(
            x=_spread(rows["silence"]),
            y=_spread(rows["depth"]),
            mode="markers",
            name=f"{state} ({len(rows):,})",
            marker={
                "color": colour,
                "symbol": symbol,
                "size": 11 if state == "dormant" else 8,
                "opacity": 0.8,
                "line": {"color": colour, "width": 1.5 if thin else 1},
            },
            customdata=[
                [person, name, why, depth]
                for person, name, why, depth in zip(
                    rows.index, rows["name"], rows["why"], rows["depth"], strict=True
                )
            ],
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>"
            "depth %{customdata[3]:.1f}<extra></extra>",
        )
    frame(figure, height=460, x="silent for", y="depth at its best")
    _add_limits(figure, health)
    longest, deepest = float(known["silence"].max()), float(known["depth"].max())
    days = [day for day in _DAY_TICKS if day <= max(longest, 30)]
    depths = [depth for depth in _DEPTH_TICKS if depth <= max(deepest, 2)]
    figure.update_xaxes(tickvals=_spread(days), ticktext=[_DAY_TICKS[day] for day in days])
    figure.update_yaxes(tickvals=_spread(depths), ticktext=[str(depth) for depth in depths])
    if unknown:
        figure.add_annotation(
            text=f"{unknown:,} more contacts: no dated exchange is known",
            x=1, y=-0.16, xref="paper", yref="paper", xanchor="right", showarrow=False,
            font={"size": 12, "color": GREY},
        )  # fmt: skip
        figure.update_layout(margin_b=60)
    return figure


def _spread(values: pd.Series | list[int] | tuple[int, ...]) -> list[float]:
    """Take logarithms that leave 0 where it is."""
    numbers = np.asarray(values, dtype=np.float64)
    return [float(value) for value in np.log2(1.0 + np.maximum(numbers, 0.0))]


def _add_limits(figure: go.Figure, health: pd.DataFrame) -> None:
    for name, add in (("dormant_after", figure.add_vline), ("deep", figure.add_hline)):
        if name in health.attrs:
            add(_spread([health.attrs[name]])[0], line=_LINE)
