"""The ways to somebody on a page: the answer in a sentence, a picture, and a card for each way."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dash import html

import netgraph as ng
from netgraph_dashboard import components, draft_panel, gap_list, past_asks, reach, words

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd
    import plotly.graph_objects as go
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session

DRAFT, DRAFTED, CHART = "paths-draft", "paths-drafted", "paths-chart"
KNOWN, FOUND, NO_PATH, NOT_LOOKED = "you know them", "found", "no path known", "not looked at"
BADGES = {
    KNOWN: ("you know them", "sure"),
    FOUND: ("a way is known", "fair"),
    NO_PATH: ("no path known", "weak"),
    NOT_LOOKED: ("not looked at", "plain"),
}
MOST_KNOWN, MOST_CHOICES = 12, 50
SAYS = (
    "Each row is a way. On the left stands the chance by which they are ordered (whom you know "
    "yourself comes first), with the range in which it lies nine times of ten, or with the chance "
    "of the drawn way alone where others lead there, too. The number under a tie is the chance "
    "that a request is passed on over it. A dotted tie is inferred; the orange one is the weakest "
    "of a way."
)


def answer(session: Session, kind: str, what: str) -> list[Component]:
    """Answer who leads to somebody; what to do next where nobody does."""
    _, shown = reach.written(session, kind, what)
    if kind == "person" and session.person_at(what) not in session.contacts.people.index:
        return [gone()]
    try:
        found = reach.find(session, kind, what)
    except ng.UnknownNameError as error:
        return [no_field(shown) if kind == "domain" else unclear(session, error, shown)]
    except ng.NetgraphError as error:
        return [html.P(str(error), className="said said-error", role="alert")]
    return [
        components.section(
            f"Ways to {shown or 'this person'}",
            verdict(found),
            known(session, found) if kind in {"company", "domain", "title"} else None,
            sure_of_field(session, found, shown) if kind == "domain" else None,
            next_step(session, found),
        ),
        *(() if found.empty else (picture(session, found), cards(session, found))),
        past_asks.how_sure(session),
    ]


def gone() -> html.Section:
    """Say that whoever is asked for is in no file."""
    return components.section(
        "Nobody here has this address",
        html.P("They may have been forgotten, or the link is from another network. Ask by name."),
    )


def unclear(session: Session, error: ng.UnknownNameError, text: str) -> html.Section:
    """List who may be meant, or the nearest names; each leads to the ways to them."""
    people = [p for p in error.meant or error.near if p != session.contacts.ego]
    if not people:
        return components.section(
            f"Nobody is called “{text}”",
            html.P("No name in your files is like it. Ask for a part of it, or their company."),
        )
    title = (
        f"{words.count(len(people), 'person', 'people')} may be meant by “{text}”"
        if error.meant
        else f"Nobody is called “{text}”"
    )
    says = "Choose whom you mean." if error.meant else "The nearest names are these."
    more = len(people) - MOST_CHOICES
    return components.section(
        title,
        html.Ul([html.Li(choice(session, p)) for p in people[:MOST_CHOICES]], className="choices"),
        html.P(f"and {more:,} more: add a part of their name") if more > 0 else None,
        says=says,
    )


def no_field(text: str) -> html.Section:
    """List the fields of work, each with the ways there."""
    links = [html.A(name, href=reach.link("domain", code)) for code, name in ng.DOMAINS.items()]
    return components.section(
        f"“{text}” is no field of work",
        html.Ul([html.Li(link) for link in links], className="choices"),
        says="Choose one of these, or look for it as a job title.",
    )


def choice(session: Session, person: str) -> list[Component | str]:
    """Offer somebody who may be meant."""
    href = reach.link("person", session.address(person))
    return [html.A(name(session, person), href=href), *work(session, person)]


def name(session: Session, person: str) -> str:
    """Name somebody; you are called so."""
    return "You" if person == session.contacts.ego else str(session.names.get(person, person))


def work(session: Session, person: str) -> list[Component]:
    """Say what somebody does, where it is known."""
    people = session.people
    if person not in people.index:
        return []
    row = people.loc[person]
    told = words.at_work(row["title"], row["company"])
    return [html.Span(told, className="how")] if told else []


def verdict(found: pd.DataFrame) -> html.P:
    """Give the answer in a sentence."""
    badge = components.badge(*BADGES[found.attrs["status"]])
    return html.P([badge, " ", found.attrs["says"]], className="way-verdict", role="status")


def known(session: Session, found: pd.DataFrame) -> html.Div | None:
    """List those whom you know already."""
    people = found.attrs["known"]
    if not people:
        return None
    former = set(found.attrs["former"])
    listed = [
        html.Li(
            [
                components.person_link(session, person),
                *work(session, person),
                components.badge("formerly there") if person in former else None,
            ]
        )
        for person in people[:MOST_KNOWN]
    ]
    more = len(people) - MOST_KNOWN
    return html.Div(
        [
            html.H3("You know them already"),
            html.Ul(listed, className="choices"),
            html.P(f"and {more:,} more, on the page People.", className="caption")
            if more > 0
            else None,
        ],
        className="stack-close",
    )


def sure_of_field(session: Session, found: pd.DataFrame, field: str) -> html.P | None:
    """Say how sure it is that those whom you know in a field work there."""
    code = next((code for code, title in ng.DOMAINS.items() if title == field), None)
    says = gap_list.reading(session.gaps(), code) if found.attrs["known"] else ""
    return html.P(says, className="says") if says else None


def next_step(session: Session, found: pd.DataFrame) -> html.P | None:
    """Say what to do where no way is shown."""
    status, matched = found.attrs["status"], found.attrs["matched"]
    if not found.empty:
        return None
    if not matched:
        return html.P(
            [
                "Nobody in your files fits. Ask for something wider, or see ",
                html.A("which fields you hardly know", href="/gaps"),
                "; ",
                html.A("more files", href="/data"),
                " may tell of more people.",
            ]
        )
    if status == NOT_LOOKED:
        return html.P(
            [
                "There may be a longer way, but hardly an introduction goes so far. ",
                *nearer(session, matched),
            ]
        )
    return html.P(
        [
            "All that your files tell was looked at. What they do not tell, somebody may know. ",
            session.evidence["advice"],
            " ",
            html.A("Add files", href="/data"),
            ".",
        ]
    )


def nearer(session: Session, matched: list[str]) -> list[Component | str]:
    """Point to others at the same company, who may be nearer."""
    firms = session.people["company"].reindex(matched).dropna()
    if firms.empty:
        return ["Ask for somebody nearer to them."]
    firm = str(firms.iloc[0])
    return ["See ", html.A(f"who leads to {firm}", href=reach.link("company", firm)), "."]


def picture(session: Session, found: pd.DataFrame) -> html.Section:
    """Draw the ways."""
    return components.section(
        "The ways at a glance",
        components.chart(
            drawn(session, found), SAYS, name=CHART, described="Chart of the ways, a row each"
        ),
    )


def drawn(session: Session, found: pd.DataFrame) -> go.Figure:
    """Draw the ways without ids that would tell a hidden name."""
    figure = ng.plot_paths(found)
    for trace in figure.data:
        if trace.customdata is not None:
            trace.customdata = [
                [session.address(str(person)) if person else ""] for (person,) in trace.customdata
            ]
    return figure


def cards(session: Session, found: pd.DataFrame) -> html.Section:
    """Show each way with what is known of its ties."""
    return components.section(
        "Each way, tie by tie",
        html.Div(
            [card(session, place, row) for place, row in enumerate(found.to_dict("records"))],
            className="ways",
        ),
        says="What is known of each tie stands beside it; a name leads to the map.",
    )


def card(session: Session, place: int, row: dict[Any, Any]) -> html.Article:
    """Show one way."""
    route, first = row["route"], row["names"][1]
    direct = len(row["names"]) == 2  # noqa: PLR2004 - you and they
    return html.Article(
        [
            html.H3(f"{place + 1}. {row['what_to_do']}"),
            html.P(likely(row), className="way-likely"),
            html.P(f"Your tie: {row['tie']}.", className="how")
            if isinstance(row["tie"], str)
            else None,
            html.Div(marks(row), className="badges-row"),
            html.Ol(list(chain(session, row)), className="way-chain"),
            html.Div(
                [
                    html.Button(
                        f"Draft a message to {first}" if direct else f"Draft the ask to {first}",
                        id={"type": DRAFT, "row": place},
                        className="button button-small",
                    ),
                    html.A(
                        "Show on the map",
                        href=components.PERSON_PATH
                        + components.search_for(session.address(route[-1])),
                        className="way-map",
                    ),
                ],
                className="button-row",
            ),
            html.Div(id={"type": DRAFTED, "row": place}),
        ],
        className="way",
        **{"aria-label": f"Way {place + 1}"},
    )


def likely(row: dict[Any, Any]) -> list[Component | str]:
    """Say the chance by which ways are ordered, what it is of, and how sure it is."""
    chance, alone = words.percent(row["chance"]), words.percent(row["probability"])
    big = html.Span(chance, className="way-chance")
    span = f"likely {words.span(row['low'], row['high'])}"
    if isinstance(row["made_of"], str):
        _, _, parts = row["made_of"].partition(" = ")
        return [big, f" {row['chance_is']}; {span}. ", html.Span(parts, className="how")]
    if alone != chance:
        return [big, f" {row['chance_is']}; by this way alone {alone}, {span}"]
    return [big, f" {row['chance_is']}; {span}"]


def marks(row: dict[Any, Any]) -> list[Component]:
    """Set off what makes a way doubtful."""
    found = []
    if row["inferred"]:
        found.append(components.badge(words.count(row["inferred"], "inferred tie"), "inferred"))
    if row["shares_weakest"]:
        found.append(components.badge("over the weakest tie of a way above", "weak"))
    return found


def chain(session: Session, row: dict[Any, Any]) -> Iterable[html.Li]:
    """List the people of a way, and between them the ties."""
    route = row["route"]
    leads = [None, *row["succeeds"]]
    ends = route if len(route) == len(row["names"]) else (*route, None)  # nobody by name
    steps = zip(
        pairwise(ends), row["chances"], leads, row["evidence"], row["known_by"], strict=True
    )
    yield html.Li(stop(session, route[0]), className="way-stop")
    for tie, chance, led, evidence, how in steps:
        carried = " that they take it up" if led is None else " passed on"
        weakest = tuple(filter(None, tie)) == tuple(row["weakest_tie"]) and row["hops"] > 1
        yield html.Li(
            [
                html.Span([html.B(words.percent(chance)), carried], className="tie-chance"),
                None
                if led is None
                else html.Span(
                    [html.B(words.percent(led)), " leads to something then"],
                    className="tie-chance",
                ),
                components.badge("inferred", "inferred") if how == "inferred" else None,
                components.badge("weakest tie", "gap") if weakest else None,
                html.Span(str(evidence), className="tie-evidence"),
            ],
            className=f"way-tie way-tie-{how}" + (" way-tie-weakest" if weakest else ""),
        )
        yield html.Li(
            [row["names"][-1]] if tie[1] is None else stop(session, tie[1]), className="way-stop"
        )


def stop(session: Session, person: str) -> list[Component | str]:
    """Name somebody on a way."""
    if person == session.contacts.ego:
        return ["You"]
    return [components.person_link(session, person), *work(session, person)]


def draft(session: Session, kind: str, what: str, place: int) -> Component | None:
    """Draft what to write to the first on a way; None where the way is gone."""
    try:
        found = reach.find(session, kind, what)
        if place >= len(found):
            return None
        row = found.iloc[place]
        name = f"paths-text-{place}"
        return draft_panel.panel(session, row["route"][1], name=name, **draft_panel.about(row))
    except ng.NetgraphError as error:
        return html.P(str(error), className="said said-error", role="alert")
