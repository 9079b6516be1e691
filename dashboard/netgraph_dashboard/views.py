"""Pages of several views: a tab each, and only the one that is looked at is worked out."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dash import Dash, Input, Output, html

from netgraph_dashboard import components

if TYPE_CHECKING:
    from types import ModuleType

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

KEY = "view"
"""What the address calls the view: ``/care?view=dormant``."""


def find_views(package: ModuleType) -> list[ModuleType]:
    """Import the views of a page, the modules of its package, in the order of the tabs."""
    names = [module.name for module in pkgutil.iter_modules(package.__path__)]
    found = [importlib.import_module(f"{package.__name__}.{name}") for name in names]
    return sorted((view for view in found if hasattr(view, "ORDER")), key=lambda view: view.ORDER)


def link(path: str, view: str) -> str:
    """Give the address of a view."""
    return f"{path}?{KEY}={view}"


def page(title: str, lead: str, path: str, views: list[ModuleType], session: Session) -> html.Div:
    """Frame a page: its tabs, and below them the view that the address names."""
    if session.contacts.ego is None or session.people.empty:
        return components.page(
            title,
            lead,
            components.missing(
                "Nothing can be told yet",
                "This page is about your own ties, and your files do not tell yet whom you know.",
                "A LinkedIn export, an address book or a mailbox has them.",
            ),
        )
    return components.page(
        title,
        lead,
        html.Nav(
            tabs(path, views, views[0]),
            id=_id(path, "tabs"),
            className="view-tabs",
            **{"aria-label": f"{title}: views"},
        ),
        components.busy(html.Div(id=_id(path, "shown"), className="stack")),
    )


def tabs(path: str, views: list[ModuleType], chosen: ModuleType | None) -> list[html.A]:
    """Offer the views; the one that is looked at is marked."""
    return [
        html.A(
            view.TITLE,
            href=link(path, view.NAME),
            className="view-tab view-tab-chosen" if view is chosen else "view-tab",
            **({"aria-current": "page"} if view is chosen else {}),
        )
        for view in views
    ]


def show(view: ModuleType, session: Session) -> list[Part]:
    """Work a view out, with its question above it."""
    return [
        html.P([view.LEAD, components.as_of(session)], className="lead"),
        *view.layout(session),
    ]


def register(app: Dash, session: Session, path: str, views: list[ModuleType]) -> None:
    """Show the view that the address names, and tie each view's parts together."""
    for view in views:
        view.register(app, session)

    @app.callback(
        Output(_id(path, "tabs"), "children"),
        Output(_id(path, "shown"), "children"),
        Input("address", "search"),
    )
    def follow(search: str | None) -> tuple[list[html.A], list[Part]]:
        name = asked(search)
        chosen = _meant(views, name)
        if chosen is None:
            return tabs(path, views, None), [no_such_view(path, views, str(name))]
        return tabs(path, views, chosen), show(chosen, session)


def asked(search: str | None) -> str | None:
    """Read which view an address names."""
    return next(iter(parse_qs((search or "").removeprefix("?")).get(KEY, [])), None)


def no_such_view(path: str, views: list[ModuleType], name: str) -> html.Div:
    """Say that an address names no view, and lead to those that there are."""
    links: list[Part] = []
    for view in views:
        links += [", " if links else "There are: ", html.A(view.TITLE, href=link(path, view.NAME))]
    return html.Div(
        [html.H2(f"There is no view \u201c{name}\u201d here"), html.P([*links, "."])],
        className="missing",
        role="status",
    )


def _meant(views: list[ModuleType], name: str | None) -> ModuleType | None:
    if name is None:
        return views[0]
    return next((view for view in views if name == view.NAME), None)


def _id(path: str, part: str) -> str:
    return f"{path[1:]}-{part}"
