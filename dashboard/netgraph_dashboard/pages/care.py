"""Care: the network as something one tends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph_dashboard import care, views

if TYPE_CHECKING:
    from dash import Dash, html

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Care", "/care", 59, "Act"
LEAD = "Ties live by what passes between people: who waits for you, who fell silent, who gave what."
VIEWS = views.find_views(care)


def layout(session: Session) -> html.Div:
    """Show the view that the address names."""
    return views.page(TITLE, LEAD, PATH, VIEWS, session)


def register(app: Dash, session: Session) -> None:
    """Tie the views to the address."""
    views.register(app, session, PATH, VIEWS)
