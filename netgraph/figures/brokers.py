"""Brokers, drawn: how much people bridge against how many ties they have."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, empty, frame

if TYPE_CHECKING:
    import pandas as pd


_LETTER, _LINE = 0.011, 0.06  # a letter's width and a line's height, as parts of the plot


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
        A dot per person. High on the left: few ties that nobody else has. A
        name that would cover another is left to the pointer.
    """
    if brokers.empty:
        return empty("No ties among your contacts are known, so nobody can be seen to bridge.")
    figure = go.Figure()
    best, rest = brokers.iloc[:count], brokers.iloc[count:]
    for rows, name, colour, size in (
        (rest, "others", GREY, 6),
        (best, "most bridging", ACCENT, 11),
    ):
        if rows.empty:
            continue
        figure.add_scatter(
            x=rows["degree"].astype(float),
            y=rows["betweenness"],
            mode="markers+text" if rows is best else "markers",
            name=name,
            text=_labels(rows, brokers) if rows is best else None,
            textposition="top center",
            hovertext=rows["name"],
            marker={"color": colour, "size": size, "opacity": 0.9},
            customdata=rows[["clusters_reached", "rank", "rank_low", "rank_high"]].assign(
                person=rows.index
            ),
            hovertemplate="<b>%{hovertext}</b><br>%{x} ties, reaches %{customdata[0]} clusters<br>"
            "rank %{customdata[1]} (%{customdata[2]} to %{customdata[3]})<extra></extra>",
        )
    return frame(figure, height=440, x="ties to your other contacts", y="betweenness")


def _labels(rows: pd.DataFrame, brokers: pd.DataFrame) -> list[str]:
    """Name people from the best down, unless the name would cover an earlier one."""
    widest = max(float(brokers["degree"].max()), 1.0)
    highest = max(float(brokers["betweenness"].max()), 1e-12)
    taken: list[tuple[float, float, float]] = []
    labels = []
    for row in rows.to_dict("records"):
        name = str(row["name"])
        x, y, half = row["degree"] / widest, row["betweenness"] / highest, _LETTER * len(name) / 2
        free = all(abs(x - x2) > half + half2 or abs(y - y2) > _LINE for x2, y2, half2 in taken)
        if free:
            taken.append((x, y, half))
        labels.append(name if free else "")
    return labels
