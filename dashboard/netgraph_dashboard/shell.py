"""What surrounds every page: navigation, the search for a person, theme, hidden names."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

from netgraph_dashboard import components, theme, words

if TYPE_CHECKING:
    from types import ModuleType

    from netgraph_dashboard.session import Session

LEAST_LETTERS = 2


def layout(pages: list[ModuleType], session: Session) -> dmc.MantineProvider:
    """Frame the pages."""
    return dmc.MantineProvider(
        id="provider",
        theme=theme.MANTINE,
        defaultColorScheme="auto",
        children=[
            dcc.Location(id="address", refresh=False),
            dcc.Store(id="redraw", data=0),
            dcc.Store(id="notice"),
            html.A("Skip to the page", href="#page", className="skip"),
            html.Header(
                [
                    dcc.Link(
                        [html.Span(className="logo", **{"aria-hidden": "true"}), "netgraph"],
                        href="/",
                        className="brand",
                    ),
                    navigation(pages),
                    find_person(),
                    switches(session),
                ],
                className="shell-head",
            ),
            html.Div(example_notice(session), id="example-notice"),
            dcc.Loading(
                html.Main(id="page", tabIndex="-1"),
                custom_spinner=html.Div(
                    [
                        dmc.Loader(size="sm"),
                        "Working it out; a large network takes a minute once ...",
                    ],
                    className="working",
                    role="status",
                ),
                delay_show=500,
                overlay_style={"visibility": "visible", "opacity": 0.35},
                target_components={"page": "children"},
            ),
            html.Div(id="toast", className="toast", role="status"),
        ],
    )


def navigation(pages: list[ModuleType]) -> html.Nav:
    """List the pages in their groups; ``shell.js`` marks the one that is shown.

    A page with a function ``waiting`` shows how much waits there.
    """
    groups = [
        html.Div(
            [html.Span(group, className="nav-group-name"), *map(nav_link, members)],
            className="nav-group",
        )
        for group, members in groupby(pages, key=lambda page: page.GROUP)
    ]
    return html.Nav(groups, id="navigation", **{"aria-label": "Pages"})


def nav_link(page: ModuleType) -> dcc.Link:
    """Name a page, with how much waits there."""
    title = html.Span(page.TITLE, className="nav-title")
    waits = hasattr(page, "waiting")
    count = html.Span(id=f"{page.PATH[1:]}-count", className="nav-count") if waits else None
    return dcc.Link([title, count], href=page.PATH, className="nav-link")


def count_text(waiting: int) -> str:
    """Write how many wait, for the navigation; nothing where none do."""
    return f"{waiting:,}" if waiting else ""


def find_person() -> dmc.Select:
    """Offer a search for a person, reached with the key "/" too."""
    return dmc.Select(
        id="find-person",
        placeholder="Find a person",
        searchable=True,
        clearable=False,
        data=[],
        filter={"function": "keepAll"},  # what fits was decided on the server
        nothingFoundMessage="Nobody of that name, title or company",
        rightSection=html.Kbd("/", className="key"),
        rightSectionPointerEvents="none",
        comboboxProps={"width": 320, "position": "bottom-start", "shadow": "md"},
        maxDropdownHeight=360,
        debounce=False,
        size="sm",
        className="find-person",
        **{"aria-label": "Find a person"},
    )


def switches(session: Session) -> html.Div:
    """Offer to hide names, and the theme."""
    schemes = (("light", "Light"), ("dark", "Dark"), ("auto", "Like the system"))
    return html.Div(
        [
            dmc.Switch(
                id="hide-names",
                label="Hide names",
                checked=session.names_hidden,
                size="sm",
                className="hide-names",
                **{"aria-label": "Hide names"},
            ),
            dmc.SegmentedControl(
                id="scheme",
                value="auto",
                persistence=True,
                size="xs",
                data=[
                    {
                        "value": value,
                        "label": html.Span(
                            html.Span(label, className="visually-hidden"),
                            className=f"icon icon-{value}",
                            title=label,
                        ),
                    }
                    for value, label in schemes
                ],
                **{"aria-label": "Theme"},
            ),
        ],
        className="switches",
    )


def example_notice(session: Session) -> html.Div | None:
    """Say that the network is an invented one, where it is."""
    if not session.is_example:
        return None
    return html.Div(
        [
            "This is the network of an invented person. ",
            dcc.Link("Add your own files", href="/data"),
            " to see yours; they stay on this machine.",
        ],
        className="notice",
        role="note",
    )


def not_found(path: str | None) -> html.Div:
    """Say that there is no such page."""
    return components.page("No such page", f"Nothing stands at {path}. Choose a page above.")


def options(session: Session, text: str | None) -> list[dict[str, str]]:
    """List who fits `text`, as the search shows them."""
    if not text or len(text.strip()) < LEAST_LETTERS:
        return []
    found = session.find_people(text)
    rows = zip(found.index, found["name"], found["title"], found["company"], strict=True)
    return [
        {
            "value": session.address(person),
            "label": " · ".join(p for p in (name, words.at_work(*work)) if p),
        }
        for person, name, *work in rows
    ]


def register(app: Dash, session: Session) -> None:
    """Tie the shell's parts together."""

    @app.callback(
        Output("find-person", "data"),
        Input("find-person", "searchValue"),
        prevent_initial_call=True,
    )
    def offer(text: str | None) -> list[dict[str, str]]:
        return options(session, text)

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("address", "search", allow_duplicate=True),
        Input("hide-names", "checked"),
        State("address", "search"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def hide(checked: object, search: str | None, drawn: int | None) -> tuple[int, Any]:
        meant = components.meant_in(session, search)
        session.hide_names(hidden=bool(checked))
        if not meant:
            return (drawn or 0) + 1, no_update
        return (drawn or 0) + 1, components.search_of(session, meant)

    @app.callback(
        Output("example-notice", "children"), Input("redraw", "data"), prevent_initial_call=True
    )
    def notice(_redraw: int) -> html.Div | None:
        return example_notice(session)

    def in_browser(name: str, *wires: Output | Input | State, at_start: bool = True) -> None:
        function = ClientsideFunction("netgraph_shell", name)
        app.clientside_callback(function, *wires, prevent_initial_call=not at_start)

    in_browser("tell", Input("notice", "data"), at_start=False)
    in_browser(
        "jump",
        Output("find-person", "value"),
        Input("find-person", "value"),
        at_start=False,
    )
    in_browser("follow_address", Input("address", "pathname"), Input("address", "search"))
    in_browser("use_scheme", Output("provider", "forceColorScheme"), Input("scheme", "value"))
