"""How good the chances of introductions were: what was foretold against what came."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd


def plot_calibration(table: pd.DataFrame) -> go.Figure:
    """Draw how often introductions succeeded, by how likely they were said to be.

    Parameters
    ----------
    table
        The ``table`` of a `Calibration`.

    Returns
    -------
    plotly.graph_objects.Figure
        A dot for each bin of about as many introductions, with the 90 % interval of the
        share that succeeded; on the dotted line as many did as were foretold. Without
        an outcome it says that none is known.

    Examples
    --------
    >>> import netgraph as ng
    >>> figure = plot_calibration(ng.Calibration().table)
    >>> figure.layout.annotations[0].text
    'No outcome of an introduction is known yet.'
    """
    if table.empty:
        return empty("No outcome of an introduction is known yet.")
    share = table["succeeded"] / table["asked"]
    figure = frame(
        go.Figure(), height=300, x="chance that was foretold", y="share that led to something"
    )
    figure.add_scatter(
        x=[0, 1],
        y=[0, 1],
        mode="lines",
        line={"color": GREY, "dash": "dot"},
        name="as foretold",
        hoverinfo="skip",
    )
    told = [
        f"<b>{good} of {asked} led to something</b><br>likely between {low:.0%} and {high:.0%}; "
        f"{said:.0%} were foretold"
        for good, asked, low, high, said in zip(
            table["succeeded"],
            table["asked"],
            table["low"],
            table["high"],
            table["predicted"],
            strict=True,
        )
    ]
    figure.add_scatter(
        x=table["predicted"],
        y=share,
        error_y={
            "array": (table["high"] - share).clip(lower=0.0),
            "arrayminus": (share - table["low"]).clip(lower=0.0),
            "color": PALETTE[0],
        },
        mode="markers",
        marker={"color": PALETTE[0], "size": 10},
        name="your introductions",
        hovertext=told,
        hovertemplate="%{hovertext}<extra></extra>",
    )
    figure.update_xaxes(range=[0, 1], tickformat=".0%")
    return figure.update_yaxes(range=[0, 1.04], tickformat=".0%")
