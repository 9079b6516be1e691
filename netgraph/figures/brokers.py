"""Brokers, drawn: how much people bridge against how many ties they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, empty, frame

if TYPE_CHECKING:
    import pandas as pd


def plot_brokers(brokers: pd.DataFrame, *, count: int = 10) -> go.Figure:
    """Draw bridging against the number of ties; the best `count` are named.

    Parameters
    ----------
    brokers
        As `find_brokers` gives them.
    count
        How many of the best to name.

    Returns
    -------
    plotly.graph_objects.Figure
        A dot per person. High on the left: few ties that nobody else has.
    """
    if brokers.empty:
        return empty("No ties among your contacts are known, so nobody can be seen to bridge.")
    figure = go.Figure()
    best, rest = brokers.iloc[:count], brokers.iloc[count:]
    for rows, name, colour, size in ((rest, "others", GREY, 6), (best, "most bridging", ACCENT, 11)):
        if rows.empty:
            continue
        figure.add_scatter(
            x=rows["degree"].astype(float),
            y=rows["betweenness"],
            mode="markers+text" if name != "others" else "markers",
            name=name,
            text=rows["name"],
            textposition="top center",
            marker={"color": colour, "size": size, "opacity": 0.9},
            customdata=rows[["clusters_reached", "rank", "rank_low", "rank_high"]].assign(
                person=rows.index
            ),
            hovertemplate="<b>%{text}</b><br>%{x} ties, reaches %{customdata[0]} clusters<br>"
            "rank %{customdata[1]} (%{customdata[2]} to %{customdata[3]})<extra></extra>",
        )
    return frame(figure, height=440, x="ties to your other contacts", y="betweenness")
