"""Gaps by group, drawn: each field at each level, place, community or decade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from netgraph.figures._style import VERDICTS, empty, frame

if TYPE_CHECKING:
    import pandas as pd

_ORDER = ("gap", "uncertain", "thin", "covered", "no verdict", "no data", "no such level")
_TOLD = ["count", "expected", "verdict", "known", "unknown"]
_CLEAR = "rgba(128,128,128,0.18)"
_NOTHING = "rgba(128,128,128,0.03)"
_LIGHT, _DARK = "#FFFFFF", "#111111"
_INK = {"gap": _LIGHT, "covered": _LIGHT, "uncertain": _DARK, "thin": _DARK}
"""On a coloured cell; elsewhere the theme's own colour of text."""


def plot_gap_heat(cells: pd.DataFrame) -> go.Figure:
    """Draw what is known of each field in each group of contacts.

    Parameters
    ----------
    cells
        As `find_gaps` gives them with `by`.

    Returns
    -------
    plotly.graph_objects.Figure
        A field a row, a group a column. The number is how many people are known
        there, the colour the verdict. A pale cell has too few people for one; where
        there is no number nothing is known, which is not the same as nobody.
    """
    shown = cells.reset_index()
    if shown.empty:
        return empty("No contact has a known field of work and group yet.")
    groups = shown["group"].drop_duplicates().tolist()
    order = shown.groupby("name", sort=False)["count"].sum().sort_values(kind="stable")
    names = order.index.tolist()
    known = shown.drop_duplicates("group").set_index("group")["known"]
    heads = {group: f"{group}<br>{known[group]:,} known" for group in groups}
    shown = shown.assign(
        head=shown["group"].map(heads),
        level=shown["verdict"].map(_ORDER.index),
        words=[_in_words(*cell) for cell in shown[_TOLD].itertuples(index=False)],
    )
    figure = go.Figure(
        go.Heatmap(
            z=_grid(shown, "level", names, groups),
            x=list(heads.values()),
            y=names,
            customdata=_grid(shown, "words", names, groups),
            hovertemplate="<b>%{y}</b>, %{x}<br>%{customdata}<extra></extra>",
            colorscale=_colours(),
            zmin=-0.5,
            zmax=len(_ORDER) - 0.5,
            showscale=False,
            xgap=2,
            ygap=2,
        )
    )
    for ink, cells_of in shown[shown["known"] > 0].groupby(shown["verdict"].map(_INK).fillna("")):
        figure.add_scatter(
            x=cells_of["head"],
            y=cells_of["name"],
            text=cells_of["count"],
            mode="text",
            textfont={"color": ink} if ink else {},
            hoverinfo="skip",
            showlegend=False,
        )
    for name in (each for each in _ORDER if (shown["verdict"] == each).any()):
        figure.add_scatter(
            x=[None],
            y=[None],
            mode="markers",
            name=name,
            marker={"color": _colour(name), "symbol": "square", "size": 12},
        )
    frame(figure, height=150 + 24 * len(names))
    figure.update_layout(legend={"y": -0.02, "yanchor": "top"})
    return figure.update_xaxes(side="top", showgrid=False).update_yaxes(showgrid=False)


def _grid(shown: pd.DataFrame, column: str, names: list[str], groups: list[str]) -> list[list[Any]]:
    """Lay a column out: a list a field, in it a value a group."""
    cells = shown.set_index(["name", "group"])[column].to_dict()
    return [[cells[name, group] for group in groups] for name in names]


def _in_words(count: int, expected: float, verdict: str, known: int, unknown: int) -> str:
    people = f"{unknown:,} more of unknown field"
    if not known:
        return f"no data: nobody's field is known here; {people}"
    against = f", {expected:.1f} by the baseline" if expected == expected else ""  # noqa: PLR0124
    return f"{count:,} of {known:,} people{against}; {people}<br>{verdict}"


def _colour(verdict: str) -> str:
    pale = {"no verdict": _CLEAR, "no such level": _NOTHING, "no data": _NOTHING}
    return pale.get(verdict) or VERDICTS[verdict][0]


def _colours() -> list[tuple[float, str]]:
    """Give a scale of steps, one for each verdict."""
    steps = []
    for place, verdict in enumerate(_ORDER):
        colour = _colour(verdict)
        steps += [(place / len(_ORDER), colour), ((place + 1) / len(_ORDER), colour)]
    return steps
