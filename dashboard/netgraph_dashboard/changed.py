"""What a newer export changed: who joined, left, moved on; and who went quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

from netgraph_dashboard import components, journal, words
from netgraph_dashboard.components import column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

GRID, QUIET_GRID = "data-changes", "data-quiet"
KINDS = {
    "joined": ("joined", "joined"),
    "left": ("left", "left"),
    "employer": ("new employer", "new employers"),
    "title": ("new title", "new titles"),
}
"""Kind of change between two exports -> what it is called of one, and of several."""

COLUMNS = (
    column("name", "Name", width=170, cellRenderer="PersonLink", pinned="left"),
    column("what", "Change", width=120),
    column("before", "Before", width=190),
    column("after", "After", width=190),
    column("between", "Seen between", width=215, tooltipField=None),
    column("source", "Source", width=170),
)
QUIET_COLUMNS = (
    column("name", "Name", width=170, cellRenderer="PersonLink", pinned="left"),
    column("silence", "Silence", width=300),
    column("last", "Last contact", width=130, tooltipField=None),
    column("source", "By", width=170),
)


def build(session: Session, changes: pd.DataFrame) -> html.Section | None:
    """Show what differs between exports: a count of each kind, and all of it in a table."""
    moved = changes[changes["change"].isin(KINDS)]
    if moved.empty:
        return None
    return components.section(
        "What changed",
        html.P([components.badge(text, kind) for kind, text in counted(moved)], className="badges"),
        components.grid(GRID, rows(session, moved), COLUMNS, height=_height(len(moved))),
        says="Told from each export and the newer one that took its place.",
    )


def build_quiet(session: Session, changes: pd.DataFrame) -> html.Section | None:
    """Show who went quiet: a single export of messages, mail or meetings can tell it."""
    quiet = changes[changes["change"] == "quiet"]
    if quiet.empty:
        return None
    shown = quiet_rows(session, quiet)
    return components.section(
        "Went quiet",
        components.grid(QUIET_GRID, shown, QUIET_COLUMNS, height=_height(len(shown))),
        says=f"{words.count(len(shown), 'person', 'people')} with whom you were regularly in "
        "touch, silent for far longer than was usual between you; the longest silence in "
        "comparison comes first.",
    )


def quiet_rows(session: Session, quiet: pd.DataFrame) -> pd.DataFrame:
    """Say how long each is silent; first whose silence is most of their usual gaps."""
    gap, silence = (
        quiet[told].str.extract(r"(\d+)", expand=False).astype(float)
        for told in ("before", "after")
    )
    order = (silence / gap).sort_values(ascending=False, kind="stable").index
    said = [
        f"usually every {usual:,.0f} days, silent for {days:,.0f}"
        for usual, days in zip(gap[order], silence[order], strict=True)
    ]
    shown = quiet.loc[order].reset_index(drop=True)
    return shown.assign(**_who(session, shown), silence=said, last=shown["since"].map(journal.day))[
        ["name", "address", "silence", "last", "source"]
    ]


def counted(changes: pd.DataFrame) -> list[tuple[str, str]]:
    """Say how many changes there are of each kind, in the order of `KINDS`."""
    counts = changes["change"].value_counts()
    return [
        (kind, words.count(int(counts[kind]), *KINDS[kind])) for kind in KINDS if kind in counts
    ]


def rows(session: Session, changes: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each change; the names hidden if they are to be."""
    shown = changes.reset_index(drop=True)
    since, until = (shown[c].map(journal.day) for c in ("since", "until"))
    return shown.assign(
        **_who(session, shown),
        what=shown["change"].map({kind: one for kind, (one, _) in KINDS.items()}),
        between=[
            " and ".join(dict.fromkeys(d for d in days if d))
            for days in zip(since, until, strict=True)
        ],
    )[["name", "address", "what", "before", "after", "between", "source"]]


def _who(session: Session, shown: pd.DataFrame) -> dict[str, pd.Series | list[str | None]]:
    """Name who a change is about, and give their place on the map if they have one."""
    people = shown["person_id"].astype(str)
    called = people.map(session.names)
    name = called if session.names_hidden else called.fillna(shown["name"])
    here = people.where(people.isin(session.people.index))
    return {
        "name": name.fillna("Somebody who left"),
        "address": [session.address(p) if isinstance(p, str) else None for p in here],
    }


def _height(rows: int) -> int:
    return min(56 + 42 * max(rows, 1), 340)
