"""The network, drawn: named areas and the people in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import plotly.graph_objects as go

from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.layouts import Layout

_MOST_TIES = 20_000


def plot_network(
    layout: Layout,
    *,
    ties: pd.DataFrame | None = None,
    names: pd.Series | None = None,
    size: pd.Series | None = None,
) -> go.Figure:
    """Draw the map of a network.

    Parameters
    ----------
    layout
        As `layout_areas` gives it.
    ties
        Columns ``source``, ``target`` (person_ids) and ``evidence``, such as
        ``networkx.to_pandas_edgelist(graph)``; inferred ties are dotted.
    names
        What to show when the pointer is over a person; index person_id.
    size
        A measure that sets the size of the dots; index person_id.

    Returns
    -------
    plotly.graph_objects.Figure
        Clusters in colour, people without a cluster in grey.
    """
    people, areas = layout.people, layout.areas
    if people.empty:
        return empty("There is nobody in this network yet.")
    figure = go.Figure()
    colours = [
        PALETTE[int(number) % len(PALETTE)] if kind == "cluster" else GREY
        for kind, number in zip(areas["kind"], areas["cluster"], strict=True)
    ]
    for area, colour in zip(areas.to_dict("records"), colours, strict=True):
        figure.add_shape(
            type="circle",
            x0=area["x"] - area["radius"],
            x1=area["x"] + area["radius"],
            y0=area["y"] - area["radius"],
            y1=area["y"] + area["radius"],
            fillcolor=colour,
            opacity=0.12,
            line={"color": colour, "width": 1},
            layer="below",
        )
    if ties is not None:
        _draw_ties(figure, ties, people)
    figure.add_scattergl(
        x=people["x"],
        y=people["y"],
        mode="markers",
        showlegend=False,
        text=people.index if names is None else names.reindex(people.index),
        marker={"color": [colours[a] for a in people["area"]], "size": _sizes(people, size)},
        hovertemplate="%{text}<extra></extra>",
    )
    figure.add_scatter(
        x=areas["x"],
        y=areas["y"] + areas["radius"],
        mode="text",
        showlegend=False,
        text="<b>" + areas["label"] + "</b> · " + areas["size"].astype(str),
        textposition="top center",
        hoverinfo="skip",
    )
    frame(figure, height=720)
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False, scaleanchor="x")
    return figure


def _draw_ties(figure: go.Figure, ties: pd.DataFrame, people: pd.DataFrame) -> None:
    shown = ties[ties["source"].isin(people.index) & ties["target"].isin(people.index)]
    shown = shown.head(_MOST_TIES)
    for how, dash in (("inferred", "dot"), ("observed", "solid")):
        rows = shown[shown["evidence"] == how]
        if rows.empty:
            continue
        line = {}
        for axis in ("x", "y"):
            ends = [people[axis].reindex(rows[end]).to_numpy() for end in ("source", "target")]
            line[axis] = np.column_stack([*ends, np.full(len(rows), np.nan)]).ravel()
        figure.add_scatter(
            **line,
            mode="lines",
            name=f"{how} ties",
            line={"color": "rgba(128,128,128,0.25)", "width": 0.6, "dash": dash},
            hoverinfo="skip",
        )


def _sizes(people: pd.DataFrame, size: pd.Series | None) -> np.ndarray | int:
    if size is None:
        return 6
    values = size.reindex(people.index).fillna(0).clip(lower=0)
    return np.asarray(4 + 14 * np.sqrt(values / max(values.max(), 1e-12)))
