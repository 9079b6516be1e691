"""What a newer export changed: who joined, left, moved on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from netgraph_dashboard import components, journal, words
from netgraph_dashboard.components import column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

GRID = "data-changes"
KINDS = {
    "joined": ("joined", "joined"),
    "left": ("left", "left"),
    "employer": ("new employer", "new employers"),
    "title": ("new title", "new titles"),
    "quiet": ("went quiet", "went quiet"),
}
"""Kind of change -> what it is called of one, and of several."""

COLUMNS = (
    column("name", "Name", width=170, cellRenderer="PersonLink", pinned="left"),
    column("what", "Change", width=120),
    column("before", "Before", width=190),
    column("after", "After", width=190),
    column("between", "Seen between", width=215, tooltipField=None),
    column("source", "Source", width=170),
)


def build(session: Session, changes: pd.DataFrame) -> html.Section | None:
    """Show the changes: a count of each kind, and all of them in a table."""
    if changes.empty:
        return None
    return components.section(
        "What changed",
        html.P(
            [components.badge(text, kind) for kind, text in counted(changes)], className="badges"
        ),
        components.grid(GRID, rows(session, changes), COLUMNS, height=_height(len(changes))),
        says="Told from each export and the newer one that took its place; quiet is who is "
        "silent for far longer than was usual between you.",
    )


def counted(changes: pd.DataFrame) -> list[tuple[str, str]]:
    """Say how many changes there are of each kind, in the order of `KINDS`."""
    counts = changes["change"].value_counts()
    return [
        (kind, words.count(int(counts[kind]), *KINDS[kind])) for kind in KINDS if kind in counts
    ]


def rows(session: Session, changes: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each change; the names hidden if they are to be."""
    shown = changes.reset_index(drop=True)
    people = shown["person_id"].astype(str)
    called = people.map(session.names)
    name = called if session.names_hidden else called.fillna(shown["name"])
    here = people.where(people.isin(session.people.index))
    since, until = (shown[c].map(journal.day) for c in ("since", "until"))
    return shown.assign(
        name=name.fillna("Somebody who left"),
        address=[session.address(p) if isinstance(p, str) else None for p in here],
        what=shown["change"].map({kind: one for kind, (one, _) in KINDS.items()}),
        between=[
            " and ".join(dict.fromkeys(d for d in days if d))
            for days in zip(since, until, strict=True)
        ],
    )[["name", "address", "what", "before", "after", "between", "source"]]


def _height(rows: int) -> int:
    return min(56 + 42 * max(rows, 1), 340)
