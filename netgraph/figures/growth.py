"""Growth, drawn: how many people you knew when."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd


def plot_growth(ties: pd.DataFrame) -> go.Figure:
    """Draw the number of contacts over time, by the date that you connected.

    Parameters
    ----------
    ties
        The table ``contacts.ties``; rows of kind ``contact`` with a date count.

    Returns
    -------
    plotly.graph_objects.Figure
        A rising line. Contacts who left are in no export, so it never falls.
    """
    since = ties.loc[ties["kind"] == "contact", "since"].dropna().sort_values()
    if since.empty:
        return empty("No contact has a date: a LinkedIn Connections.csv has one for each.")
    months = since.dt.to_period("M").value_counts().sort_index().cumsum()
    figure = go.Figure(
        go.Scatter(
            x=months.index.to_timestamp(),
            y=months.to_numpy(),
            mode="lines",
            line={"color": PALETTE[0], "width": 2.5, "shape": "hv"},
            fill="tozeroy",
            hovertemplate="%{x|%b %Y}: %{y} contacts<extra></extra>",
        )
    )
    return frame(figure, height=280, y="contacts")
