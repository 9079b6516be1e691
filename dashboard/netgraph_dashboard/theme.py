"""Colours and type that the shell, the map and the charts share."""

from __future__ import annotations

import pandas as pd

PALETTE = (
    "#4477AA", "#EE6677", "#228833", "#CCBB44", "#66CCEE", "#AA3377",
    "#E69F00", "#009E73", "#CC6677", "#332288", "#999933", "#882255",
)  # fmt: skip
"""The figures' own colours, which colour-blind readers can tell apart; a test holds them equal."""

GREY = "#9AA0A6"

FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"

DARK = (
    "#E9ECEF", "#CED4DA", "#A3ADB8", "#868E96", "#3B424A",
    "#343A40", "#252A30", "#1A1D21", "#16181C", "#101214",
)  # fmt: skip
"""Mantine's ten greys of the dark theme, from text to shadow."""

MANTINE = {
    "fontFamily": FONT,
    "fontFamilyMonospace": "ui-monospace, SFMono-Regular, Menlo, monospace",
    "headings": {"fontFamily": FONT, "fontWeight": "650"},
    "primaryColor": "indigo",
    "defaultRadius": "md",
    "colors": {"dark": DARK},
}
"""Only fonts that the machine has: no page may ask another host for one."""


def cluster_colour(cluster: float | None) -> str:
    """Give the colour of a cluster by its number, which is its rank by size.

    The largest have a colour each; the others are grey, and so are people in
    none: no colour stands for two clusters.
    """
    known = cluster is not None and not pd.isna(cluster) and int(cluster) < len(PALETTE)
    return PALETTE[int(cluster)] if known else GREY


def domain_colours(counts: pd.Series) -> dict[str, str]:
    """Give the domains with most people a colour each, and the others grey.

    Parameters
    ----------
    counts
        Index domain code: how many contacts work there.
    """
    ranked = counts.sort_values(ascending=False, kind="stable").index
    return {
        code: PALETTE[place] if place < len(PALETTE) else GREY for place, code in enumerate(ranked)
    }
