"""Map: named areas, the people in them, and the ties between."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import networkx as nx
import plotly.graph_objects as go
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html

import netgraph as ng
from netgraph_dashboard import components, person_card

if TYPE_CHECKING:
    import numpy as np
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Map", "/map", 20, "See"
MAP, STATUS, CARD, FALLBACK = "map", "map-status", "map-card", "map-fallback"
COLOUR, SIZE, INFERRED = "map-colour", "map-size", "map-inferred"
BUTTONS = (
    ("map-in", "+", "Zoom in"),
    ("map-out", "−", "Zoom out"),
    ("map-reset", "Reset", "Show everybody again"),
    ("map-save", "Save PNG", "Save what is shown, with its legend, as a picture"),
)
MOST_SHOWN, MOST_NAMED = 3000, 12
HELP = (
    "Map of your network. Press Enter to go to the person with most ties, the arrow keys to walk "
    "along ties, Escape to leave, plus and minus to zoom. Everybody is listed on the page People."
)


def layout(session: Session) -> html.Div:
    """Show the map; the browser fills it from the route of `map_data`."""
    if not session.evidence["people"]:
        return components.page(
            TITLE,
            "Who you know, and who of them knows whom.",
            components.missing(
                "There is nobody on the map yet",
                session.evidence["verdict"],
                session.evidence["advice"],
            ),
        )
    return html.Div(
        [
            html.H1(TITLE, className="visually-hidden"),
            html.Div(
                [stage(), html.P(caption(session), className="map-says")], className="map-left"
            ),
            html.Aside(
                [
                    html.Div(id=CARD, className="map-card"),
                    look(session),
                    html.Div(id="map-legend", role="group", **{"aria-label": "Legend"}),
                ],
                className="map-side",
            ),
            dcc.Store(id=STATUS),
        ],
        className="map-page",
    )


def stage() -> html.Div:
    """Lay out the map's div, its buttons and what stands in where it cannot be drawn."""
    buttons = [
        html.Button(text, id=name, title=says, className="map-button", **{"aria-label": says})
        for name, text, says in BUTTONS
    ]
    return html.Div(
        [
            html.Div(
                id=MAP, className="map", tabIndex="0", role="application", **{"aria-label": HELP}
            ),
            html.Div(buttons, className="map-buttons"),
            html.Div(id="map-live", className="visually-hidden", **{"aria-live": "polite"}),
            html.Div(id=FALLBACK),
        ],
        className="map-stage",
    )


def caption(session: Session) -> str:
    """Say in a sentence what the map shows."""
    alone = session.evidence["people"] - session.evidence["people_with_ties"]
    shown = (
        "A dot is a person; a full circle is a cluster of people who know each other, a dashed one "
        "holds people without a cluster, by field of work; a band between circles stands for the "
        "ties between them."
    )
    return shown if not alone else f"{shown} {alone:,} people have no known tie to another contact."


def look(session: Session) -> html.Div:
    """Offer what colour and size stand for."""
    has_clusters = bool(len(session.described))
    return html.Div(
        [
            chooser(
                COLOUR,
                "Colour",
                {"cluster": "Cluster", "domain": "Field"},
                "cluster" if has_clusters else "domain",
            ),
            chooser(SIZE, "Size", {"degree": "Ties", "betweenness": "Bridging"}, "degree"),
            dmc.Switch(
                id=INFERRED,
                label="Possible ties",
                description="In no file: possible, from a shared employer or school",
                checked=True,
                size="sm",
                disabled=not session.evidence["inferred_ties"],
            ),
            None
            if has_clusters
            else html.P(
                [session.evidence["verdict"], " ", session.evidence["advice"]], className="says"
            ),
        ],
        className="map-look",
    )


def chooser(name: str, label: str, choices: dict[str, str], value: str) -> html.Div:
    """Offer a few choices side by side."""
    data = [{"value": key, "label": text} for key, text in choices.items()]
    return html.Div(
        [
            html.Span(label, className="chooser-label"),
            dmc.SegmentedControl(
                id=name, data=data, value=value, size="xs", fullWidth=True, **{"aria-label": label}
            ),
        ],
        className="chooser",
    )


def card_at(session: Session, search: str | None) -> html.Div:
    """Show the card of the person whom the address names."""
    address = components.address_in(search)
    return person_card.build(session, session.person_at(address) or address)


def flat_map(session: Session) -> list[Component]:
    """Draw the map without WebGL: a Plotly figure, of those with most ties if there are many."""
    shown = session.people.index[:MOST_SHOWN].intersection(session.layout.people.index)
    layout = ng.Layout(session.layout.people.loc[shown], session.layout.areas)
    ties = nx.to_pandas_edgelist(session.graph.subgraph(shown))
    large = layout.areas["size"].nlargest(MOST_NAMED).index  # names of all would overlap
    figure = ng.plot_network(layout, ties=ties, names=session.names, size=session.people["degree"])
    return [
        html.P(
            "This browser cannot draw with WebGL, so here is a simpler map without focus and "
            "legend. Everybody is listed on the page People.",
            className="notice",
        ),
        components.chart(
            _without_webgl(figure, named=layout.areas.index.isin(large)),
            "A dot is a person, a circle an area; dotted lines are possible ties.",
            name="map-figure",
            described="Simple map of your network",
        ),
    ]


def _without_webgl(figure: go.Figure, *, named: np.ndarray) -> go.Figure:
    drawn = figure.to_dict()
    for trace in drawn["data"]:
        trace["type"] = trace["type"].removesuffix("gl")
        if trace.get("mode") == "text":
            trace["text"] = [
                text if keep else "" for text, keep in zip(trace["text"], named, strict=True)
            ]
    return go.Figure(drawn)


def register(app: Dash, session: Session) -> None:
    """Tie the map's controls to the drawing in ``assets/map.js``.

    Which person is in focus stands in the address; ``shell.js`` follows it.
    """

    def in_browser(name: str, *wires: Output | Input | State, at_start: bool = True) -> None:
        function = ClientsideFunction("netgraph_map", name)
        app.clientside_callback(function, *wires, prevent_initial_call=not at_start)

    looks = ((COLOUR, "value"), (SIZE, "value"), (INFERRED, "checked"))
    states = (State(*look) for look in looks)
    in_browser("mount", Output(STATUS, "data"), Input(MAP, "id"), *states)
    in_browser("set_look", *(Input(*look) for look in looks), at_start=False)
    in_browser("press", *(Input(name, "n_clicks") for name, *_ in BUTTONS), at_start=False)

    @app.callback(Output(CARD, "children"), Input("address", "search"))
    def show_card(search: str | None) -> html.Div:
        return card_at(session, search)

    person_card.register(app, session)

    @app.callback(Output(FALLBACK, "children"), Input(STATUS, "data"), prevent_initial_call=True)
    def fall_back(status: dict[str, Any] | None) -> list[Component] | None:
        return flat_map(session) if status and not status["webgl"] else None
