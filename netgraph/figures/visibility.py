"""How far you are seen, drawn: who can reach you, by level and by how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.domains import SENIORITY
from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd

_SHOWN = (
    # hops, grade, name, colour, pattern
    (1, "A", "addressed you", PALETTE[0], ""),
    (1, "B", "tied to you, no word", PALETTE[4], ""),
    (1, "C", "in your address book alone", GREY, ""),
    (2, "B", "a step away, over somebody who addressed you", PALETTE[2], "/"),
    (2, "C", "a step away, less sure", "#B8BEC4", "/"),
)


def plot_visibility(seen: pd.DataFrame) -> go.Figure:
    """Draw how many people of each level can reach you within two steps, and how sure that is.

    Parameters
    ----------
    seen
        As `visibility` gives it.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar a level, the highest at the top, in parts by step and grade; those whose level
        is not known at the bottom.
    """
    if seen.empty:
        return empty("Nobody is known from these files to be within two steps of you.")
    names = {**dict(SENIORITY), "": "Level not known"}
    levels = seen["seniority"].astype("object").where(seen["seniority"].notna(), "").map(names)
    order = [names[code] for code in ["", *SENIORITY]]
    figure = go.Figure()
    for hops, grade, name, colour, pattern in _SHOWN:
        count = levels[(seen["hops"] == hops) & (seen["grade"] == grade)].value_counts()
        if count.empty:
            continue
        figure.add_bar(
            y=order,
            x=[int(count.get(level, 0)) for level in order],
            orientation="h",
            name=name,
            marker={"color": colour, "pattern": {"shape": pattern}},
            hovertemplate="<b>%{y}</b><br>%{x} people<extra>" + name + "</extra>",
        )
    figure.update_layout(barmode="stack")
    frame(figure, height=340, x="people within two steps")
    return figure.update_yaxes(categoryorder="array", categoryarray=order)
