"""Career: whom to learn from, who is on a path like yours, how far you are seen, whom to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph_dashboard import career, views

if TYPE_CHECKING:
    from dash import Dash, html

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Career", "/career", 60, "Act"
LEAD = "Whom to learn from, who is on a path like yours, how far you are seen, and whom to ask."
VIEWS = views.find_views(career)


def layout(session: Session) -> html.Div:
    """Show the view that the address names."""
    return views.page(TITLE, LEAD, PATH, VIEWS, session)


def register(app: Dash, session: Session) -> None:
    """Tie the views to the address."""
    views.register(app, session, PATH, VIEWS)
