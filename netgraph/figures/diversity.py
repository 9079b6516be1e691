"""Diversity, drawn: domains of work by level of seniority."""

from __future__ import annotations

import pandas as pd
import plotly.graph_objects as go

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.figures._style import empty, frame


def plot_diversity(people: pd.DataFrame) -> go.Figure:
    """Draw how many people you know in each domain at each level.

    Parameters
    ----------
    people
        The table ``contacts.people`` (or a part of it), classified.

    Returns
    -------
    plotly.graph_objects.Figure
        A heat map, domains by seniority; an empty cell is a zero, people
        without a known domain or level are counted in the margins' title.
    """
    known = people[~people["is_ego"]].dropna(subset=["domain", "seniority"])
    if known.empty:
        return empty("No contact has a known field of work and level yet.")
    counts = pd.crosstab(known["domain"], known["seniority"])
    counts = counts.reindex(index=list(DOMAINS), columns=list(SENIORITY), fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values().index]
    figure = go.Figure(
        go.Heatmap(
            z=counts.to_numpy(),
            x=list(SENIORITY.values()),
            y=[DOMAINS[code] for code in counts.index],
            text=counts.astype(str).where(counts > 0, "").to_numpy(),
            texttemplate="%{text}",
            colorscale="Blues",
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="%{y}, %{x}: %{z} people<extra></extra>",
        )
    )
    return frame(figure, height=100 + 24 * len(counts)).update_xaxes(side="top")
