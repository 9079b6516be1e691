"""What a network consists of, drawn: relations by field, level or state of the tie."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.figures._style import GREY, TIE_STATES, empty, frame
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    import pandas as pd

ROWS = {**RELATIONS, "former": "Former colleague", "none": "Not told"}
UNKNOWN = "unknown"
LEVELS = ("#c6dbef", "#9ecae1", "#6baed6", "#4292c6", "#2171b5", "#084594")
_NAMES = {**DOMAINS, **SENIORITY, UNKNOWN: "not known"}


def plot_relations(composition: pd.DataFrame) -> go.Figure:
    """Draw how many people of each relation are in which field, level or state.

    Parameters
    ----------
    composition
        As `describe_relations` gives it.

    Returns
    -------
    plotly.graph_objects.Figure
        By level or state a bar per relation, in parts; by field a heat map, each row
        shaded by the share of its own people. Who has two relations is in two rows.
    """
    if composition.empty or not composition.to_numpy().sum():
        return empty("No contact is known yet.")
    by = str(composition.columns.name)
    return _heat(composition) if by == "domain" else _bars(composition)


def _bars(composition: pd.DataFrame) -> go.Figure:
    """Stack the categories of each relation."""
    figure = go.Figure()
    names = [ROWS.get(code, code) for code in composition.index]
    for category in composition.columns:
        colour, pattern = _look(category)
        figure.add_bar(
            x=composition[category],
            y=names,
            orientation="h",
            name=_NAMES.get(category, category),
            marker={"color": colour, "pattern": {"shape": pattern}, "line": {"width": 0}},
            hovertemplate="<b>%{y}</b>: %{x} people<extra>%{fullData.name}</extra>",
        )
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    frame(figure, height=150 + 32 * len(names), x="people")
    return figure.update_yaxes(autorange="reversed", showgrid=False)


def _look(category: str) -> tuple[str, str]:
    if category in TIE_STATES:
        colour, _, pattern = TIE_STATES[category]
        return colour, pattern
    if category in SENIORITY:
        return LEVELS[list(SENIORITY).index(category)], ""
    return GREY, ""


def _heat(composition: pd.DataFrame) -> go.Figure:
    """Lay fields out by relation; the fields with most people at the top."""
    order = composition.drop(columns=UNKNOWN, errors="ignore").sum().sort_values(ascending=False)
    columns = [*order.index, *([UNKNOWN] if UNKNOWN in composition else [])]
    counts = composition[columns].T
    figure = go.Figure(
        go.Heatmap(
            z=(counts / counts.sum()).to_numpy(),
            x=[ROWS.get(code, code) for code in counts.columns],
            y=[_NAMES.get(code, code) for code in counts.index],
            text=counts.astype(str).where(counts > 0, "").to_numpy(),
            customdata=counts.to_numpy(),
            texttemplate="%{text}",
            colorscale="Blues",
            showscale=False,
            xgap=2,
            ygap=2,
            hovertemplate="<b>%{x}</b>, %{y}: %{customdata} people, %{z:.0%} of all<extra></extra>",
        )
    )
    frame(figure, height=130 + 24 * len(counts))
    return figure.update_xaxes(side="top", tickangle=-35).update_yaxes(autorange="reversed")
