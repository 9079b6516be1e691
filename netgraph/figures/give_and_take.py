"""Give and take, drawn: what went to each person and what came from them."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import GREY, PALETTE, empty, frame

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

GIFTS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "recommendations": ("recommendations", PALETTE[0], ""),
        "introductions": ("introductions", PALETTE[6], "/"),
        "favours": ("favours", PALETTE[7], "x"),
        "endorsements": ("endorsements", PALETTE[5], "."),
        "messages": ("messages", PALETTE[4], "\\"),
        "invitations": ("invitations", PALETTE[3], "+"),
    }
)
"""In words, with a colour and, as a second cue, a pattern, for each kind of gift."""

_ROW, _HEAD = 30, 150


def plot_give_and_take(ledger: pd.DataFrame, *, most: int = 20) -> go.Figure:
    """Draw the ledger: what they gave to the left, what you gave to the right.

    Parameters
    ----------
    ledger
        As `reciprocity` gives it.
    most
        So many people are drawn: those with whom the difference is largest.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar a person, in parts by kind of gift, as long as the gifts are worth in
        letters. Those who gave you most more than you gave them stand at the top.
    """
    worth = {row["gift"]: row["worth"] for row in ledger.attrs.get("totals", ())}
    net = (ledger["given"] - ledger["received"]).dropna()
    net = net[net != 0]
    if net.empty or not worth:
        return empty("What you gave and took is not known from these files.")
    drawn = net[net.abs().sort_values(ascending=False, kind="stable").index[:most]]
    rows = ledger.loc[drawn.sort_values(kind="stable").index]
    figure = go.Figure()
    for gift, (words, colour, pattern) in GIFTS.items():
        given, received = (
            rows[f"{gift}_{way}"].fillna(0).astype("float64") for way in ("given", "received")
        )
        for counts, sign, who in ((received, -1.0, "they gave"), (given, 1.0, "you gave")):
            if not counts.any():
                continue
            some = counts[counts > 0]
            figure.add_bar(
                x=(sign * worth[gift] * some).tolist(),
                y=[list(rows.index).index(person) for person in some.index],
                orientation="h",
                name=words,
                legendgroup=gift,
                showlegend=sign < 0 or not received.any(),
                marker={"color": colour, "pattern": {"shape": pattern}, "line": {"width": 0}},
                customdata=[
                    [person, name, f"{who} {count:,.0f} {words if count > 1 else words[:-1]}", says]
                    for (person, count), (name, says) in zip(
                        some.items(),
                        rows.loc[some.index, ["name", "says"]].to_numpy(),
                        strict=True,
                    )
                ],
                hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}"
                "<extra></extra>",
            )
    figure.update_layout(barmode="relative", legend={"traceorder": "normal"})
    frame(figure, height=_HEAD + _ROW * len(rows), x="← they gave    in letters    you gave →")
    figure.add_vline(x=0, line={"color": GREY, "width": 1})
    return figure.update_yaxes(
        tickvals=list(range(len(rows))),
        ticktext=rows["name"].fillna("").tolist(),
        autorange="reversed",
        showgrid=False,
    )
