"""Habits: what the files show against the well-known mistakes, named kindly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

import netgraph as ng
from netgraph_dashboard import acts, care_tables, components, words

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "habits", "Habits", 90
LEAD = "Ways in which networks wither, and what your files show of each."
BADGES = {
    "shows": ("shows", "gap"),
    "unclear": ("near the line", "thin"),
    "does not show": ("does not show", "sure"),
    "not known": ("not known", "plain"),
}


def layout(session: Session) -> list[Part]:
    """Show what shows, with one step each; the rest is folded."""
    found = session.once(f"habits {session.names_hidden}", lambda: habits(session))
    shows = found[found["verdict"].isin(["shows", "unclear"])]
    other = found[found["verdict"] == "does not show"]
    dark = found[found["verdict"] == "not known"]
    return [
        html.P(found.attrs["says"], className="headline"),
        html.Div([card(row) for row in shows.itertuples()], className="habits"),
        section("What does not show", [card(row) for row in other.itertuples()]),
        section("What your files cannot tell", [untold(row) for row in dark.itertuples()]),
        components.folded(
            "How this is judged",
            html.P(
                "Each habit is a share with a 95 % interval, held against a limit. It shows where "
                "the whole interval lies above the limit. The limits are judgements, and a habit "
                "is what the files show, not what you are: calls that nobody noted are not in them."
            ),
        ),
    ]


def habits(session: Session) -> pd.DataFrame:
    """Hold the tables of the other views against the well-known mistakes."""
    given = ng.HabitSources(
        channels=care_tables.channels(session),
        met=care_tables.never_met(session),
        balance=care_tables.conversations(session),
        health=care_tables.health(session),
        ledger=care_tables.ledger(session),
    )
    return ng.find_habits(session.shown, given=given)


def section(title: str, cards: list[html.Article]) -> Part:
    """Put cards under a heading, if there are any."""
    return components.section(title, html.Div(cards, className="habits")) if cards else None


def card(row: Any) -> html.Article:  # noqa: ANN401 - a row of find_habits
    """Show a habit with its evidence, and one next step where it shows."""
    return html.Article(
        [
            html.Div(
                [html.H3(row.name), components.badge(*BADGES[row.verdict])], className="plan-head"
            ),
            html.P(f"{acts.sentence(row.evidence)}.", className="plan-todo"),
            html.P(
                f"{words.percent(row.value)} (95 % sure: {words.span(row.low, row.high)}); it "
                f"would be a habit above {words.percent(row.limit)}.".replace(" %", "\u00a0%"),
                className="how",
            ),
            html.P(["Next step: ", html.Strong(f"{row.next_step}.")])
            if isinstance(row.next_step, str)
            else None,
        ],
        className="plan-card",
    )


def untold(row: Any) -> html.Article:  # noqa: ANN401 - a row of find_habits
    """Show a habit of which the files tell nothing, and which would."""
    return html.Article(
        [
            html.Div(
                [html.H3(row.name), components.badge(*BADGES[row.verdict])], className="plan-head"
            ),
            html.P(f"{acts.sentence(row.evidence)}: {row.needs}.", className="how"),
        ],
        className="plan-card",
    )


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
