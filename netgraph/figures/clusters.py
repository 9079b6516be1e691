"""Clusters, drawn: how large each is and how it is tied to the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd


def plot_clusters(described: pd.DataFrame) -> go.Figure:
    """Draw the size of each cluster.

    Parameters
    ----------
    described
        As `describe_clusters` gives them.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar per cluster, the largest at the top, in the map's colours.
    """
    if described.empty:
        return empty("No clusters: no group of three or more contacts is known to hang together.")
    shown = described.sort_values("size")
    figure = go.Figure(
        go.Bar(
            x=shown["size"],
            y=[f"{label} " for label in shown["label"]],
            orientation="h",
            marker={"color": [PALETTE[int(c) % len(PALETTE)] for c in shown.index]},
            text=shown["size"],
            customdata=shown[["support", "outward_ties", "stability", "observed"]].assign(
                cluster=shown.index
            ),
            hovertemplate="<b>%{y}</b><br>%{x} people, named by %{customdata[0]}<br>"
            "%{customdata[1]} ties to other clusters<br>"
            "%{customdata[2]:.0%} of runs agree, %{customdata[3]:.0%} of ties observed"
            "<extra></extra>",
        )
    )
    return frame(figure, height=100 + 26 * len(shown), x="people")
