"""The three settings in which a network serves: what the table of them shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph_dashboard import components
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import html

    from netgraph_dashboard.session import Session

GRID = "care-settings-grid"
WRAPPED = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.35", "padding": "10px 16px"},
}
COLUMNS = (
    column("part", "Setting", width=150, pinned="left", tooltipField=None, **WRAPPED),
    number_column("people", "People", width=84),
    number_column("share", "Share", width=80, form=".0%"),
    number_column("alive", "Alive", width=78),
    number_column("fields", "Fields", width=82),
    number_column("levels", "Levels", width=84),
    column("across", "Across", width=170, tooltipField=None, **WRAPPED),
    column("open", "What is missing, or not known", width=190, tooltipField=None, **WRAPPED),
)
SAYS = (
    "Inside your organisation, along your career, and outside in a job hunt. Who fits several "
    "counts in each. “Alive” are ties that are active; an empty number is not known."
)


def find(session: Session, relations: pd.DataFrame) -> pd.DataFrame:
    """Hold the network against the settings; see `netgraph.describe_settings`."""
    return session.once(
        "settings", lambda: ng.describe_settings(session.contacts, relations=relations)
    )


def section(session: Session, relations: pd.DataFrame) -> html.Section:
    """Show each setting and its parts."""
    found = find(session, relations)
    return components.section(
        "Where they serve you",
        components.grid(GRID, rows(found), COLUMNS, height=640),
        says=SAYS,
    )


def rows(found: pd.DataFrame) -> pd.DataFrame:
    """Write parts below their settings; what lacks and what is not known in one cell."""
    whole = found.index.get_level_values("part") == "all"
    told = zip(found["lacks"], found["untold"], strict=True)
    table = found.reset_index(drop=True)
    table = table.assign(
        part=found["name"].where(whole, "· " + found["name"]).array,
        open=[". ".join(_sentence(text) for text in pair if text) for pair in told],
    )
    return table[[each["field"] for each in COLUMNS]]


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
