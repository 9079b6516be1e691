"""What if: the network without some people, with new ones, or with old ties taken up again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, shell, supposing, what_if_table
from netgraph_dashboard.supposing import Supposed

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "What if", "/what-if", 56, "Act"
LOSE, AGAIN, FIELD, COMPANY, VIA, AREA, CLEAR = (
    "what-if-lose", "what-if-again", "what-if-field", "what-if-company", "what-if-via",
    "what-if-area", "what-if-clear",
)  # fmt: skip
VALUES = (LOSE, AGAIN, FIELD, COMPANY, VIA)
LEAD = (
    "Suppose that you lose people, take up with old ones again, or meet somebody new: what would "
    "change? Your data stay as they are."
)
OFFERED, LONGEST = 8, 200


def layout(session: Session) -> html.Div:
    """Ask what is supposed; the answer follows."""
    if session.contacts.people.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing(
                "Nobody to suppose anything of yet",
                session.evidence["verdict"],
                "Add exports, and here you see what each person changes.",
            ),
        )
    return components.page(
        TITLE,
        LEAD,
        html.Div(
            [
                people_field(LOSE, "You lose", "People who leave, move on or fall out with you"),
                people_field(AGAIN, "You take up again with", "Ties that fell silent come first"),
                newcomer(),
            ],
            className="what-if-fields",
        ),
        dcc.Loading(
            html.Div(id=AREA, className="stack"),
            custom_spinner=html.Div(
                [dmc.Loader(size="sm"), "Measuring before and after ..."],
                className="working",
                role="status",
            ),
            delay_show=400,
            overlay_style={"visibility": "visible", "opacity": 0.35},
        ),
    )


def people_field(name: str, label: str, description: str) -> dmc.MultiSelect:
    """Offer to name people; who fits is found on the server."""
    return dmc.MultiSelect(
        id=name,
        label=label,
        description=description,
        placeholder="Name, title or company",
        data=[],
        value=[],
        searchable=True,
        clearable=True,
        hidePickedOptions=True,
        filter={"function": "keepAll"},
        maxValues=supposing.MOST,
        nothingFoundMessage="Nobody of that name, title or company",
        clearButtonProps={"aria-label": f"Clear: {label}"},
    )


def newcomer() -> html.Fieldset:
    """Offer to describe somebody whom you do not know yet."""
    return html.Fieldset(
        [
            html.Legend("You meet somebody new"),
            html.P("What you know of them; a tie of middling closeness is supposed"),
            dmc.Select(
                id=FIELD,
                placeholder="who works in any field",
                data=[{"value": code, "label": name} for code, name in ng.DOMAINS.items()],
                searchable=True,
                clearable=True,
                clearButtonProps={"aria-label": "Clear the field of work"},
                **{"aria-label": "Field of work of the new contact"},
            ),
            dmc.TextInput(
                id=COMPANY,
                placeholder="at any company",
                debounce=True,
                inputProps={"maxLength": LONGEST},
                **{"aria-label": "Company of the new contact"},
            ),
            dmc.Select(
                id=VIA,
                placeholder="introduced by nobody in particular",
                data=[],
                searchable=True,
                clearable=True,
                filter={"function": "keepAll"},
                nothingFoundMessage="Nobody of that name, title or company",
                clearButtonProps={"aria-label": "Clear who introduces"},
                **{"aria-label": "Who introduces the new contact"},
            ),
        ],
        className="what-if-new",
    )


def area(session: Session, supposed: Supposed) -> list[Part]:
    """Show what would change, or what could be supposed."""
    if not supposed:
        return [ideas(session)]
    try:
        table = supposing.answer(session, supposed)
    except ng.NetgraphError as error:
        return [html.P(str(error), className="said said-error", role="alert")]
    return [
        html.Div(
            [
                html.P(
                    what_if_table.headline(session, supposed, table),
                    className="headline",
                    **{"aria-live": "polite"},
                ),
                html.Button("Start anew", id=CLEAR, className="button button-small"),
            ],
            className="what-if-head",
        ),
        what_if_table.who_they_are(session, supposed.lose + supposed.again),
        components.columns(
            components.section(
                "Before and after",
                what_if_table.measures(table),
                says="Means over draws of the ties that are only likely; the interval says how "
                "much the change depends on them, “sure” that it does not.",
            ),
            html.Div(
                [
                    components.section("What rises and falls", what_if_table.drawn(table)),
                    *what_if_table.people_behind(session, table),
                ],
                className="stack",
            ),
            weights="7fr 5fr",
        ),
    ]


def ideas(session: Session) -> html.Section:
    """Propose what to suppose, from this very network."""
    names, found = session.names, []
    if bridging := supposing.bridging(session)[:1]:
        text = f"You lose {names[bridging[0]]}, who bridges more than anybody else"
        found.append((text, Supposed(lose=tuple(bridging))))
    if dormant := supposing.dormant(session)[:1]:
        text = f"You take up again with {names[dormant[0]]}, to whom you were close once"
        found.append((text, Supposed(again=tuple(dormant))))
    gaps = session.gaps()
    if len(gaps):
        lacking = gaps[gaps["verdict"] == "gap"]
        code = str((lacking if len(lacking) else gaps.sort_values("count")).index[0])
        text = f"You meet somebody who works in {ng.DOMAINS[code]}"
        found.append((text, Supposed(field=code)))
    links = [
        html.Li(dcc.Link(text, href=PATH + supposing.address(session, supposed)))
        for text, supposed in found
    ]
    return components.section(
        "For instance", html.Ul(links, className="what-if-ideas"), says="Name people above, or try:"
    )


def offer(session: Session, text: str | None, chosen: list[str], first: list[str]) -> list[Any]:
    """List who can be chosen: who is chosen already, then who fits, or else the first ones."""
    found = shell.options(session, text)
    if not text:
        found = [option(session, session.address(person)) for person in first[:OFFERED]]
    kept = [option(session, address) for address in chosen]
    return [*kept, *(each for each in found if each["value"] not in chosen)]


def option(session: Session, address: str) -> dict[str, str]:
    """Give a person as a choice."""
    person = session.person_at(address)
    return {"value": address, "label": str(session.names.get(person, "nobody known"))}


def values(session: Session, supposed: Supposed) -> tuple[Any, ...]:
    """Give what the fields hold, from what is supposed."""
    lose, again = ([session.address(p) for p in who] for who in (supposed.lose, supposed.again))
    via = session.address(supposed.via) if supposed.via else None
    return lose, again, supposed.field or None, supposed.company, via


def from_fields(session: Session, given: tuple[Any, ...]) -> Supposed:
    """Read what is supposed from the fields: the other way round."""
    lose, again, field, company, via = given
    people = (supposing.people_at(session, each) for each in (lose, again, [via] if via else []))
    lost, old, known = people
    return Supposed(lost, old, field or "", (company or "").strip(), next(iter(known), ""))


def register(app: Dash, session: Session) -> None:
    """Tie the fields, the address and the answer together."""
    states = [State(name, "value") for name in VALUES]

    @app.callback(
        *(Output(name, "value") for name in VALUES),
        Input("address", "search"),
        *states,
    )
    def fill(search: str | None, *given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what Dash hands over
        asked = supposing.read(session, search)
        if asked == from_fields(session, given) and asked:
            return (no_update,) * len(VALUES)
        return values(session, asked)

    @app.callback(Output(AREA, "children"), *(Input(name, "value") for name in VALUES))
    def show(*given: Any) -> list[Part]:  # noqa: ANN401 - what Dash hands over
        return area(session, from_fields(session, given))

    app.clientside_callback(
        ClientsideFunction("netgraph_what_if", "to_address"),
        *(Input(name, "value") for name in VALUES),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("netgraph_what_if", "clear"),
        Input(CLEAR, "n_clicks"),
        prevent_initial_call=True,
    )
    firsts = (
        (LOSE, supposing.bridging),
        (AGAIN, supposing.dormant),
        (VIA, supposing.bridging),
    )
    for name, first in firsts:
        register_offer(app, session, name, first)


def register_offer(app: Dash, session: Session, name: str, first: Any) -> None:  # noqa: ANN401 - a function
    """Let a field offer who fits what is written in it."""

    @app.callback(Output(name, "data"), Input(name, "searchValue"), Input(name, "value"))
    def find(text: str | None, chosen: list[str] | str | None) -> list[Any]:
        named = [chosen] if isinstance(chosen, str) else chosen or []
        written = None if text in {option(session, each)["label"] for each in named} else text
        return offer(session, written, named, first(session))
