"""How you meet, drawn: face to face, by call, in writing; over all and by relation."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, PALETTE, empty, frame
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

WAYS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "in_person": ("face to face, as you wrote down", ACCENT, ""),
        "in_person_possible": ("possibly face to face", PALETTE[6], "/"),
        "call": ("call", PALETTE[7], "x"),
        "mail": ("mail", PALETTE[0], ""),
        "linkedin": ("LinkedIn message", PALETTE[4], "\\"),
        "other": ("written otherwise", GREY, "."),
    }
)
"""In words, with a colour and, as a second cue, a pattern, for each way of contact."""

_ROW, _HEAD = 34, 170


def plot_channels(mix: pd.DataFrame) -> go.Figure:
    """Draw the shares of the ways in which you are in contact, of the days of contact.

    Parameters
    ----------
    mix
        As `channel_mix` gives it; with `relations` there is a bar for each.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar over all and one per relation, each of 100 %, with the number of days
        and people. Ways of which no file tells are not in it, and are named below.
    """
    told: list[tuple[str, Mapping[str, Any]]] = [("All together", mix.attrs.get("over_all", {}))]
    order = sorted(mix.attrs.get("by_relation", ()), key=lambda row: -row["people"])
    told += [(RELATIONS.get(row["relation"], row["relation"]), row) for row in order]
    days = [sum(int(row.get(way) or 0) for way in WAYS) for _, row in told]
    rows = [(name, row, sum_) for (name, row), sum_ in zip(told, days, strict=True) if sum_]
    if not rows:
        return empty("How you meet is not known from these files.")
    figure = go.Figure()
    for way, (words, colour, pattern) in WAYS.items():
        counts = [int(row.get(way) or 0) for _, row, _ in rows]
        if not any(counts):
            continue
        figure.add_bar(
            x=[count / sum_ for count, (*_, sum_) in zip(counts, rows, strict=True)],
            y=list(range(len(rows))),
            orientation="h",
            name=words,
            marker={"color": colour, "pattern": {"shape": pattern}, "line": {"width": 0}},
            customdata=[
                [name, count, sum_] for count, (name, _, sum_) in zip(counts, rows, strict=True)
            ],
            hovertemplate=f"<b>%{{customdata[0]}}</b>: {words}<br>%{{customdata[1]}} of "
            "%{customdata[2]} days, %{x:.0%}<extra></extra>",
        )
    figure.update_layout(barmode="stack", legend={"traceorder": "normal"})
    frame(figure, height=_HEAD + _ROW * len(rows), x="share of the days of contact")
    figure.update_xaxes(tickformat=".0%", range=[0, 1])
    labels = [f"{name} ({_people(row['people'])}, {sum_:,} days)" for name, row, sum_ in rows]
    labels[0] = f"<b>{labels[0]}</b>"
    figure.update_yaxes(
        tickvals=list(range(len(rows))), ticktext=labels, autorange="reversed", showgrid=False,
        ticks="outside", ticklen=6, tickcolor="rgba(0,0,0,0)",
    )  # fmt: skip
    unknown = [words for way, (words, *_) in WAYS.items() if rows[0][1].get(way) is None]
    if unknown:
        figure.add_annotation(
            text=f"not known from these files: {', '.join(unknown)}",
            x=1, y=0, yshift=-52, xref="paper", yref="paper", xanchor="right", showarrow=False,
            font={"size": 12, "color": GREY},
        )  # fmt: skip
        figure.update_layout(margin_b=70)
    return figure


def _people(count: int) -> str:
    return "1 person" if count == 1 else f"{count:,} people"
