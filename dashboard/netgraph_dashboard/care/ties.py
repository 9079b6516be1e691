"""Ties: which of yours live, which cool, and which deep ones have gone silent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import care_tables, components
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "ties", "Your ties", 40
LEAD = "Which of your ties live, which cool, and which deep ones have gone silent."
GRID, CHOSEN = "care-ties-grid", "care-ties-state"
STATES = {
    "active": "silent no longer than usual between you",
    "cooling": "silent for longer than usual",
    "dormant": "deep once, and silent for three years or more",
    "lost": "never deep, and silent for three years or more",
    "one-sided": "only one of you ever wrote",
    "unknown": "connected, but no exchange is in your files",
}
"""State -> what it means; its colour is that of the figures (`netgraph.TIE_STATES`)."""
COLUMNS = (
    person_column(),
    column("state", "State", width=104, tooltipField="why"),
    number_column("depth", "Depth", width=80, form=".1f"),
    number_column("reciprocity", "Both ways", width=90, form=".0%"),
    number_column("frequency", "Exchanges a year", width=96, form=".1f"),
    number_column("usual_gap", "Usual gap, days", width=92),
    column("first", "First", width=88, tooltipField=None),
    column("last", "Last", width=104, tooltipField=None),
    number_column("silence", "Days of silence", width=92),
)


def layout(session: Session) -> list[Part]:
    """Count the states, and list who is in each, part by part."""
    found = care_tables.health(session)
    counts = found["state"].value_counts()
    if not counts.drop("unknown", errors="ignore").sum():
        return [
            components.missing(
                "How your ties are is not known from these files",
                "They hold no dated message, mail or meeting with a contact; “connected on” is "
                "no exchange.",
                "LinkedIn's larger archive has messages.csv; a mailbox or a calendar helps, too.",
            )
        ]
    return [
        html.P(sentence(counts, found), className="headline"),
        html.Div([state(word, int(counts.get(word, 0))) for word in STATES], className="badges"),
        components.section(
            "Each tie, part by part",
            components.grid(GRID, rows(session, found), COLUMNS, height=620),
            says="Depth is how close a tie was at its best, from what passed both ways; it does "
            "not fall with time.",
        ),
        components.folded("What the states mean", html.Dl(meanings())),
    ]


def sentence(counts: pd.Series, found: pd.DataFrame) -> str:
    """Sum the states up."""
    active, dormant, unknown = (int(counts.get(s, 0)) for s in ("active", "dormant", "unknown"))
    silent = "one has" if dormant == 1 else "ones have"
    rest = f" Of {unknown:,} more nothing is known but that you are connected." if unknown else ""
    return (
        f"Of {len(found) - unknown:,} ties with a known exchange {active:,} are active; "
        f"{dormant:,} deep {silent} gone silent.{rest}"
    )


def state(word: str, number: int) -> html.Span:
    """Name a state with how many ties are in it."""
    colour = ng.TIE_STATES[word][0] if word in ng.TIE_STATES else "transparent"
    dot = html.Span(className="state-dot", style={"background": colour})
    return html.Span([dot, f"{number:,} {word}"], className="badge badge-plain")


def meanings() -> list[Part]:
    """Say what each state means."""
    return [part for word, says in STATES.items() for part in (html.Dt(word), html.Dd(says))]


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows; those with an exchange first, the deepest before others."""
    table = found.sort_values("depth", ascending=False, na_position="last")
    table = table.assign(
        name=session.names.reindex(table.index),
        first=table["first_at"].dt.strftime("%Y-%m"),
        last=table["last_at"].dt.strftime("%Y-%m-%d"),
    )
    return session.by_address(table[[*(each["field"] for each in COLUMNS), "why"]])


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
