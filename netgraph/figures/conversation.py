"""Conversations, drawn: which part of the room is yours, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

MEASURES = {
    "word": ("words", PALETTE[0], "circle"),
    "opening": ("openings", PALETTE[7], "square"),
    "question": ("questions", ACCENT, "diamond"),
}
"""In words, with a colour and, as a second cue, a symbol, for each measure."""

_ROW, _HEAD = 36, 150


def plot_conversation(balance: pd.DataFrame, *, most: int = 15) -> go.Figure:
    """Draw your share of the words, of the openings and of the questions.

    Parameters
    ----------
    balance
        As `conversation_balance` gives it.
    most
        So many people are drawn below all together: those with most letters.

    Returns
    -------
    plotly.graph_objects.Figure
        A row for all together and one per person: three points, each in its 95 %
        interval, as far as it is known. At the line in the middle both have as much.
    """
    letters = (balance["letters_out"] + balance["letters_in"]).dropna()
    if letters.empty:
        return empty("Who says how much is not known from these files.")
    people = letters.astype("int64").sort_values(ascending=False, kind="stable").index[:most]
    rows: list[tuple[Hashable, str, Mapping[Any, Any]]] = [
        ("", "All together", balance.attrs.get("over_all", {}))
    ]
    rows += [(person, str(balance["name"][person]), balance.loc[person]) for person in people]
    figure = go.Figure()
    for number, (measure, (words, colour, symbol)) in enumerate(MEASURES.items()):
        known = [
            (place, person, name, row)
            for place, (person, name, row) in enumerate(rows)
            if pd.notna(row.get(f"{measure}_share"))
        ]
        if not known:
            continue
        share = [float(row[f"{measure}_share"]) for *_, row in known]
        low, high = (
            [_or(row.get(f"{measure}_{end}"), p) for p, (*_, row) in zip(share, known, strict=True)]
            for end in ("low", "high")
        )
        figure.add_scatter(
            x=share,
            y=[place + 0.22 * (number - 1) for place, *_ in known],
            mode="markers",
            name=f"your share of the {words}",
            marker={"color": colour, "symbol": symbol, "size": 9},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [h - p for h, p in zip(high, share, strict=True)],
                "arrayminus": [p - lo for lo, p in zip(low, share, strict=True)],
                "color": colour,
                "thickness": 1.2,
                "width": 0,
            },
            customdata=[[person, name, _sure(row, measure)] for _, person, name, row in known],
            hovertemplate=f"<b>%{{customdata[1]}}</b><br>%{{x:.0%}} of the {words} are yours"
            "%{customdata[2]}<extra></extra>",
        )
    frame(figure, height=_HEAD + _ROW * len(rows), x="your share")
    figure.add_vline(x=0.5, line={"color": GREY, "width": 1, "dash": "dot"})
    figure.add_hline(y=0.5, line={"color": GREY, "width": 1})
    figure.update_xaxes(tickformat=".0%", range=[-0.03, 1.03])
    return figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=[f"<b>{rows[0][1]}</b>", *(name for _, name, _ in rows[1:])],
        range=[len(rows) - 0.5, -0.6],
        showgrid=False,
    )


def _or(value: float | None, otherwise: float) -> float:
    return otherwise if value is None or pd.isna(value) else float(value)


def _sure(row: Mapping[Any, Any], measure: str) -> str:
    low, high = row.get(f"{measure}_low"), row.get(f"{measure}_high")
    if low is None or high is None or pd.isna(low) or pd.isna(high):
        return "<br>too little to say how sure that is"
    return f"<br>95 % sure: {low:.0%} to {high:.0%}"
