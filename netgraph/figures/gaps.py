"""Gaps, drawn: each domain's share against the baseline, with how sure it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import GREY, VERDICTS, empty, frame

if TYPE_CHECKING:
    import pandas as pd

_LEAST_RATIO = 0.02  # where a logarithmic axis ends


def plot_gaps(gaps: pd.DataFrame) -> go.Figure:
    """Draw how far each domain's share is from the baseline, with its 90 % interval.

    Parameters
    ----------
    gaps
        As `find_gaps` gives them.

    Returns
    -------
    plotly.graph_objects.Figure
        A row per domain, the scarcest at the top; 1 is the baseline's share,
        and a domain left of one half is scarce.
    """
    shown = gaps.dropna(subset=["ratio"]).sort_values("ratio", ascending=False)
    if shown.empty:
        return empty("No contact has a known field of work yet.")
    figure = go.Figure()
    for verdict, (colour, symbol) in VERDICTS.items():
        rows = shown[shown["verdict"] == verdict]
        if rows.empty:
            continue
        low = rows["ratio_low"].clip(lower=_LEAST_RATIO)
        figure.add_scatter(
            x=rows["ratio"],
            y=rows["name"],
            mode="markers",
            name=verdict,
            marker={"color": colour, "symbol": symbol, "size": 11, "line": {"width": 1.5}},
            error_x={
                "array": rows["ratio_high"] - rows["ratio"],
                "arrayminus": (rows["ratio"] - low).clip(lower=0),
                "color": colour,
                "thickness": 2,
                "width": 0,
            },
            customdata=rows[["count", "shortfall"]],
            hovertemplate="<b>%{y}</b><br>%{customdata[0]} people, %{x:.2f} times the baseline's "
            "share<br>%{customdata[1]} more would reach half of it<extra>" + verdict + "</extra>",
        )
    figure.add_vline(x=1, line={"color": GREY, "width": 1})
    figure.add_vline(x=0.5, line={"color": GREY, "width": 1, "dash": "dot"})
    frame(figure, height=120 + 24 * len(shown), x="share of your contacts / share in the baseline")
    ticks = [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10]
    figure.update_xaxes(type="log", tickvals=ticks, ticktext=[f"{t:g}" for t in ticks])
    figure.update_yaxes(categoryorder="array", categoryarray=shown["name"].tolist())
    return figure
