"""Dormant ties: deep once, long silent, and what each would open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import html

import netgraph as ng
from netgraph_dashboard import acts, care_tables, components, journal, words
from netgraph_dashboard.acts import Act

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "dormant", "Dormant ties", 30
LEAD = "Ties that were deep once and fell silent: the ones most worth reviving come first."
AREA, ADVICE = "dormant-area", "dormant"
MOST = 10
RULES = (
    "A tie is dormant when nothing passed between you for three years and it was deep before. The "
    "score is its depth at its best, times what it opens that no other tie of yours does: a field "
    "that you lack, a community, a company. A tie that opens nothing new counts half. How the "
    "parts are weighed is supposed, not measured."
)


def layout(session: Session) -> list[Part]:
    """Show the dormant ties as cards; below, where all ties stand."""
    return [
        html.Div(area(session), id=AREA, className="stack"),
        drawn(session),
        components.folded("How they are ranked", html.P(RULES)),
    ]


def find(session: Session) -> pd.DataFrame:
    """Rank the dormant ties; see `netgraph.find_dormant`."""
    return session.once(
        f"dormant ties {session.names_hidden}",
        lambda: ng.find_dormant(
            session.shown,
            graph=session.shown_graph,
            gaps=session.gaps(),
            clusters=session.clusters,
            settled=session.kept.tables.settled,
            most=MOST,
        ),
    )


def area(session: Session) -> list[Part]:
    """Show the ties that are most worth reviving, with what each opens."""
    found = find(session)
    if found.empty:
        needs = found.attrs["needs"]
        advice = f"What would tell: {needs}." if needs else "They come back in their time."
        return [
            components.missing("No dormant ties", str(found.attrs["says"]), advice),
            *undo(session),
        ]
    left = found.attrs["dormant"] - len(found)
    return [
        html.P(found.attrs["says"], className="headline", **{"aria-live": "polite"}),
        acts.cards(session, [act_of(row) for row in found.itertuples()], where=NAME),
        html.P(
            f"{words.count(left, 'more', 'more')} come later, or are set aside.", className="says"
        )
        if left > 0
        else None,
        *undo(session),
    ]


def undo(session: Session) -> list[Part]:
    """Offer to take back what was settled last, where it is kept."""
    if not session.kept.can_be_written:
        return [html.P(acts.LEFT_ALONE, className="says")]
    return [html.Div(journal.undo_button(session, NAME, "settle", "promise"), className="undo-row")]


def act_of(row: Any) -> Act:  # noqa: ANN401 - a row of the dormant ties
    """Lay a dormant tie out as an act; its parts stand in the reason."""
    parts = f"score {row.score:.2f}: depth {row.depth_part:.2f}, novelty {row.novelty_part:.2f}"
    return Act(
        person=str(row.person_id),
        what=ADVICE,
        kind="Dormant tie",
        tone="plan-dormant",
        todo=str(row.what_to_do),
        why=f"{row.why} ({parts})",
        minutes=float(row.minutes),
        intent=str(row.intent),
        due=f"silent for {words.count(int(row.silence // 365), 'year')}",
    )


def drawn(session: Session) -> html.Figure | None:
    """Draw all ties by silence and depth, where any exchange is known."""
    health = care_tables.health(session)
    if not (health["events"] > 0).any():
        return None
    by_address = session.by_address(health)
    by_address.attrs = health.attrs
    return components.chart(
        ng.plot_tie_health(by_address),
        "Each point is a tie: to the right the long silent, above the ones that were deep. Those "
        "beyond both dotted lines are dormant.",
        name="tie-health",
        described="Scatter of ties by silence and depth, coloured by state",
    )


def register(app: Dash, session: Session) -> None:
    """Keep what a button says, and let undo take it back."""
    journal.register(app, session, NAME)
    acts.register(app, session, where=NAME, area=AREA, show=lambda: area(session))
