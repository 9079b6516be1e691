"""The factory of the dashboard, and which page stands at which address."""

from __future__ import annotations

import importlib
import pkgutil
from typing import TYPE_CHECKING

from dash import Dash, Input, Output

from netgraph_dashboard import map_data, pages, privacy, shell, spreadsheet
from netgraph_dashboard.session import Session

if TYPE_CHECKING:
    from types import ModuleType

    from dash.development.base_component import Component

    import netgraph as ng


def create_app(shown: ng.Contacts | ng.Workspace | None = None, *, example: bool = False) -> Dash:
    """Build the dashboard for a workspace or for contacts.

    Parameters
    ----------
    shown
        A workspace: what a person adds and decides is kept in it. Or contacts as
        `netgraph.load` gives them, or None to begin with the page Data: what is
        added is then in memory only.
    example
        Whether they are an invented person's, which the pages then say.

    Returns
    -------
    dash.Dash
        Not running yet: see `netgraph_dashboard.server.serve`. ``app.server`` is
        its Flask application.
    """
    session = Session(shown, example=example)
    app = Dash(
        __name__,
        title="netgraph",
        update_title=None,
        suppress_callback_exceptions=True,  # a page's parts exist while it is shown
        serve_locally=True,
        assets_ignore=r"\.min\.js$",  # the map asks for these when it is opened
    )
    app.server.extensions["netgraph"] = session
    privacy.guard(app.server)
    map_data.serve(app.server, session)
    spreadsheet.serve(app.server, session)
    found = find_pages()
    app.layout = lambda: shell.layout(found, session)
    shell.register(app, session)
    register_pages(app, session, found)
    return app


def find_pages() -> list[ModuleType]:
    """Import the modules in ``pages``, in the order of the navigation."""
    names = [module.name for module in pkgutil.iter_modules(pages.__path__)]
    found = [importlib.import_module(f"{pages.__name__}.{name}") for name in names]
    return sorted(found, key=lambda page: page.ORDER)


def register_pages(app: Dash, session: Session, found: list[ModuleType]) -> None:
    """Show the page that the address names, and tie each page's parts together."""
    by_path = {page.PATH: page for page in found}
    for page in found:
        page.register(app, session)

    counted = [page for page in found if hasattr(page, "waiting")]
    for page in counted:
        count_waiting(app, session, page)

    @app.callback(Output("page", "children"), Input("address", "pathname"), Input("redraw", "data"))
    def show(path: str | None, _redraw: int) -> Component:
        session.kept.look()
        page = by_path.get((path or "/").rstrip("/") or "/")
        return page.layout(session) if page else shell.not_found(path)


def count_waiting(app: Dash, session: Session, page: ModuleType) -> None:
    """Show in the navigation how much waits on a page."""

    @app.callback(Output(f"{page.PATH[1:]}-count", "children"), Input("redraw", "data"))
    def count(_redraw: int) -> str:
        return shell.count_text(page.waiting(session))
