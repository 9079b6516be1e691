"""What all figures share: colours that colour-blind readers can tell apart, and a quiet frame."""

from __future__ import annotations

import plotly.graph_objects as go

PALETTE = (
    "#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377",
    "#E69F00", "#009E73", "#CC6677", "#332288", "#999933", "#882255",
)  # fmt: skip
"""After Paul Tol's bright and muted schemes and Okabe and Ito's."""

GREY = "#9AA0A6"
ACCENT = "#D55E00"

VERDICTS = {
    "gap": (ACCENT, "diamond"),
    "uncertain": ("#CC79A7", "circle-open"),
    "thin": ("#E69F00", "triangle-down"),
    "covered": ("#0072B2", "circle"),
    "no verdict": (GREY, "x-thin-open"),
}
"""A colour and, as a second cue, a symbol for each verdict of `find_gaps`."""


TIE_STATES = {
    "active": ("#009E73", "circle", ""),
    "cooling": ("#E69F00", "triangle-down", "/"),
    "dormant": (ACCENT, "diamond", "x"),
    "lost": (GREY, "x-thin-open", "\\"),
    "one-sided": (PALETTE[0], "circle-open", "."),
}
"""A colour and, as a second cue, a symbol and a pattern for each state of `tie_health` with an
exchange: wherever a state is drawn."""


def frame(figure: go.Figure, *, height: int, x: str = "", y: str = "") -> go.Figure:
    """Give a figure the common margins, type and axis titles."""
    figure.update_layout(
        height=height,
        margin={"l": 10, "r": 20, "t": 30, "b": 10},
        font={"family": "system-ui, sans-serif", "size": 13},
        legend={"orientation": "h", "y": 1.02, "yanchor": "bottom", "x": 0, "title_text": ""},
        hoverlabel={"align": "left"},
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    grid = "rgba(128,128,128,0.2)"
    figure.update_xaxes(title_text=x, automargin=True, gridcolor=grid, zeroline=False)
    figure.update_yaxes(title_text=y, automargin=True, gridcolor=grid, zeroline=False)
    return figure


def empty(message: str) -> go.Figure:
    """Say in words why there is nothing to draw."""
    figure = go.Figure()
    figure.add_annotation(text=message, showarrow=False, font={"size": 15, "color": GREY})
    figure.update_xaxes(visible=False)
    figure.update_yaxes(visible=False)
    return frame(figure, height=220).update_xaxes(visible=False).update_yaxes(visible=False)
