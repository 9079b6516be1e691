"""Paths: over whom somebody can be reached, how likely that works, and what to write."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import MATCH, Dash, Input, Output, State, ctx, html, no_update

from netgraph_dashboard import company_list, components, reach, ways

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Paths", reach.PATH, 54, "Act"
KIND, TEXT, GO, ANSWER = "paths-kind", "paths-text", "paths-go", "paths-answer"
LEAD = "Over whom you can reach somebody, how likely that works, and what to write."
MOST_FIELDS = 4


def layout(session: Session) -> html.Div:
    """Ask whom one wants to reach; the answer is that to the address."""
    if session.contacts.ego is None or session.people.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing(
                "No way can be told yet",
                "Ways begin with you, and your files do not tell yet whom you know.",
                "A LinkedIn export with its Profile.csv, or your address book, has both.",
            ),
        )
    return components.page(
        TITLE,
        LEAD,
        form(),
        components.busy(html.Div(id=ANSWER, className="stack")),
        company_list.build(),
    )


def form() -> html.Div:
    """Offer one field, and what is meant by it."""
    return html.Div(
        [
            dmc.SegmentedControl(
                id=KIND,
                data=[{"value": kind, "label": text} for kind, text in reach.KINDS.items()],
                value="person",
                size="sm",
                className="reach-kind",
                **{"aria-label": "What you look for"},
            ),
            html.Div(
                [
                    dmc.Autocomplete(
                        id=TEXT,
                        label="Whom do you want to reach?",
                        placeholder=reach.EXAMPLES["person"],
                        data=[],
                        filter={"function": "keepAll"},  # what fits was decided on the server
                        limit=25,
                        maxDropdownHeight=320,
                        debounce=False,
                        className="reach-text",
                    ),
                    html.Button("Find the way", id=GO, className="button button-main"),
                ],
                className="reach-row",
            ),
        ],
        className="reach",
        role="search",
    )


def answer(session: Session, address: str | None) -> list[Any]:
    """Answer what the address asks; without a question, offer some."""
    question = reach.asked(address)
    return ways.answer(session, *question) if question else [begin(session)]


def begin(session: Session) -> html.Div:
    """Say how to begin, with fields that lack people as a first try."""
    gaps = session.gaps()
    few = gaps.index[gaps["verdict"].isin(["gap", "uncertain", "thin"])][:MOST_FIELDS]
    links: list[Component | str] = []
    for code in few:
        links += [", " if links else "", field_link(str(code), str(gaps.loc[code, "name"]))]
    return html.Div(
        [
            html.P(
                "You get the people in between, how likely each passes your request on, what is "
                "known of every tie, and a draft of what to write."
            ),
            html.P(["Fields in which you know few people: ", *links, "."]) if links else None,
        ],
        className="reach-begin",
    )


def field_link(code: str, name: str) -> html.A:
    """Lead to the ways to a field of work."""
    return html.A(name, href=reach.link("domain", code))


def register(app: Dash, session: Session) -> None:
    """Suggest while one writes, ask by the address, answer, and draft."""
    company_list.register(app, session)

    @app.callback(
        Output(TEXT, "data"),
        Output(TEXT, "placeholder"),
        Input(TEXT, "value"),
        Input(KIND, "value"),
    )
    def suggest(text: str | None, kind: str) -> tuple[list[str], str]:
        return reach.offers(session, kind, text), reach.EXAMPLES[kind]

    @app.callback(
        Output("address", "search", allow_duplicate=True),
        Input(GO, "n_clicks"),
        State(KIND, "value"),
        State(TEXT, "value"),
        prevent_initial_call=True,
    )
    def ask(clicks: int | None, kind: str, text: str | None) -> Any:  # noqa: ANN401 - or as it was
        if not clicks or not (text or "").strip():
            return no_update
        return reach.submitted(session, kind, str(text))

    @app.callback(
        Output(ANSWER, "children"),
        Output(KIND, "value"),
        Output(TEXT, "value"),
        Input("address", "search"),
        State("address", "pathname"),
    )
    def show(address: str | None, path: str | None) -> tuple[Any, Any, Any]:
        if (path or "").rstrip("/") != PATH:  # on the way to another page
            return no_update, no_update, no_update
        question = reach.asked(address)
        kind, text = reach.written(session, *question) if question else (no_update, no_update)
        return answer(session, address), kind, text

    @app.callback(
        Output({"type": ways.DRAFTED, "row": MATCH}, "children"),
        Input({"type": ways.DRAFT, "row": MATCH}, "n_clicks"),
        State("address", "search"),
        prevent_initial_call=True,
    )
    def write(clicks: int | None, address: str | None) -> Any:  # noqa: ANN401 - a part, or as it was
        question = reach.asked(address)
        if not clicks or question is None:
            return no_update
        return ways.draft(session, *question, ctx.triggered_id["row"])
