"""A change, drawn: by how much each measure of your network rises or falls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

_LEAST = 1e-9


def plot_what_if(changes: pd.DataFrame) -> go.Figure:
    """Draw the change of each measure, as a share of what it was before.

    Parameters
    ----------
    changes
        As `what_if` gives them.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar a measure, with the 5th to 95th percentile over the draws of the
        uncertain ties; beside it the value before and after. Measures that are
        withheld, or were 0 before, have words in place of a bar.
    """
    rows = changes[changes["before"].notna() | changes["reason"].notna()]
    if rows.empty or not (rows["change"].abs() > _LEAST).any():
        return empty(str(changes.attrs.get("says", "Nothing changes.")))
    base = rows["before"].where(rows["before"].abs() > _LEAST)
    share = {name: rows[name] / base for name in ("change", "low", "high")}
    places = list(range(len(rows)))
    figure = go.Figure()
    figure.add_bar(
        x=share["change"],
        y=places,
        orientation="h",
        marker={"color": [ACCENT if c < 0 else PALETTE[0] for c in rows["change"]]},
        error_x={
            "array": (share["high"] - share["change"]).clip(lower=0),
            "arrayminus": (share["change"] - share["low"]).clip(lower=0),
            "color": GREY,
            "thickness": 2,
            "width": 0,
        },
        customdata=rows[["before", "after", "meaning"]],
        hovertemplate="%{customdata[2]}<br>%{customdata[0]:,.3~f} to %{customdata[1]:,.3~f}, "
        "%{x:+.2%}<extra></extra>",
        showlegend=False,
    )
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    frame(figure, height=110 + 30 * len(rows), x="change, as a share of the value before")
    figure.update_xaxes(tickformat="+.1~%")
    words = [_beside(row) for row in rows.reset_index().to_dict("records")]
    return figure.update_yaxes(tickvals=places, ticktext=words, autorange="reversed")


def _beside(row: dict[Hashable, Any]) -> str:
    """Write what stands beside a bar: the measure, and its value before and after."""
    called = row["called"]
    if isinstance(row["reason"], str):
        return f"{called}: withheld"
    return f"{called}: {row['before']:,.4g} > {row['after']:,.4g}"
