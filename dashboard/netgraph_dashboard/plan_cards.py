"""The plan as cards: whom to turn to, why, with what words, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import components, draft_panel, gap_list, words

if TYPE_CHECKING:
    from collections.abc import Collection

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

DONE, HIDE = "plan-done", "plan-hide"
KINDS = {"gap": "Way to a gap", "dormant": "Dormant tie", "strong": "Strong tie"}
KNOWN = {
    "observed": ("observed", "observed"),
    "inferred": ("inferred", "inferred"),
    "both": ("partly inferred", "inferred"),
}
FIRM, FAIR = 0.9, 0.6
MOST_BEHIND = 8


def cards(session: Session, plan: pd.DataFrame) -> html.Ol:
    """Show each act of a plan, in its order."""
    rows = list(plan.itertuples())
    return html.Ol(
        [
            html.Li(card(session, row, place), className="plan-item")
            for place, row in enumerate(rows, start=1)
        ],
        className="plan-list",
    )


def card(session: Session, row: Any, place: int) -> html.Article:  # noqa: ANN401 - a row of a plan
    """Show one act."""
    person = str(row.person_id)
    known = session.contacts.people.loc[person]
    work = "" if session.names_hidden else words.at_work(known.get("title"), known.get("company"))
    return html.Article(
        [
            html.Div(
                [
                    html.Span(f"{place}", className="plan-place", **{"aria-hidden": "true"}),
                    html.H3(components.person_link(session, person)),
                    components.badge(kind(row), f"plan-{row.kind}"),
                    components.badge(*KNOWN[row.evidence]),
                    html.Span(f"{row.minutes:g} minutes", className="plan-minutes"),
                ],
                className="plan-head",
            ),
            html.P(work, className="how") if work else None,
            html.P(f"{row.what_to_do}.", className="plan-todo"),
            html.Dl(facts(row, reading(session, row)), className="plan-facts"),
            html.Div(
                [
                    components.folded("Who stands behind this", behind(session, row)),
                    components.folded(
                        "A draft to start from", draft(session, row, place), opened=place == 1
                    ),
                ],
                className="plan-folds",
            ),
            buttons(session, person),
        ],
        className="plan-card",
        **{"aria-label": f"{place}: {row.name}"},
    )


def reading(session: Session, row: Any) -> str:  # noqa: ANN401 - a row of a plan
    """Say how sure it is that somebody works in the field that the act is for."""
    there = row.kind == "gap" and str(row.person_id) in [str(other) for other in row.people[:1]]
    return gap_list.reading(session.gaps(), row.field) if there else ""


def facts(row: Any, reading: str) -> list[Part]:  # noqa: ANN401 - a row of a plan
    """Say why, what it would change, how likely, and how firm."""
    changes = [
        html.Div(sentence(part).replace("->", "→")) for part in str(row.changes).split("; ") if part
    ]
    told: list[tuple[str, Part | list[Any]]] = [
        ("Why", f"{sentence(row.why)}. {reading}".strip()),
        ("What it changes", changes or "Too little to show as a figure."),
        ("Chance", f"{words.likelihood(row.leads)} {row.leads_is}"),
        ("How firm", [components.badge(*firmness(row.kept)), " ", kept_in_words(row.kept)]),
    ]
    return [part for term, text in told for part in (html.Dt(term), html.Dd(text))]


def kind(row: Any) -> str:  # noqa: ANN401 - a row of a plan
    """Call the kind of an act; only where a field is known to lack people it leads to a gap."""
    if row.kind == "gap" and not isinstance(row.field, str):
        return "Way into a group"
    return KINDS[row.kind]


def sentence(text: str) -> str:
    """Begin with a capital, and leave the full stop to the page."""
    text = str(text).rstrip(".")
    return text[:1].upper() + text[1:]


def firmness(kept: float) -> tuple[str, str]:
    """Say in a word how firmly somebody stays in the plan, with a badge's kind."""
    if kept >= FIRM:
        return "firm", "sure"
    return ("fairly firm", "fair") if kept >= FAIR else ("may change", "weak")


def kept_in_words(kept: float) -> str:
    """Say in how many of the draws somebody stays in the plan."""
    return f"in {words.percent(kept)} of the plans made when what is only likely varies"


def behind(session: Session, row: Any) -> html.Ul:  # noqa: ANN401 - a row of a plan
    """List the people who stand behind an act, and how they are known to be tied."""
    person, others = str(row.person_id), [str(other) for other in row.people]
    shown = [html.Li(_tie(session, person, other)) for other in others[:MOST_BEHIND]]
    if len(others) > MOST_BEHIND:
        shown.append(html.Li(f"and {len(others) - MOST_BEHIND:,} more"))
    return html.Ul(shown, className="plan-behind")


def _tie(session: Session, person: str, other: str) -> list[Part]:
    graph = session.graph
    near = graph.graph["ego"] if other == person else person
    whose = "your tie" if other == person else "tie between the two"
    link = components.person_link(session, other)
    if not graph.has_edge(near, other):
        return [link, html.Span("no tie of the two is in your files", className="how")]
    tie = graph.edges[near, other]
    how = str(tie["evidence"])
    known = str(tie["kinds"]).replace("; ", ", ")
    sure = "" if how == "observed" else f", probability {words.percent(tie['probability'])}"
    last = tie.get("last_at")
    when = f", last in {last:%B %Y}" if isinstance(last, pd.Timestamp) and pd.notna(last) else ""
    badge = components.badge(how, how)
    return [link, badge, html.Span(f"{whose}: {known}{when}{sure}", className="how")]


def draft(session: Session, row: Any, place: int) -> html.Div:  # noqa: ANN401 - a row of a plan
    """Write to a person of the plan: what it is about follows from the kind of act."""
    intent, asked = about(row, session.graph[session.graph.graph["ego"]])
    name = f"plan-draft-{place}"
    person = str(row.person_id)
    return session.once(  # those who stay need no new draft when somebody is set aside
        f"{name} {person} {intent} {asked} {session.names_hidden}",
        lambda: draft_panel.panel(session, person, intent, name=name, **asked),
    )


def about(row: Any, known: Collection[str]) -> tuple[str, dict[str, str]]:  # noqa: ANN401 - a row of a plan
    """Choose the intent of a draft; nobody whom you know is asked for."""
    if row.kind == "dormant":
        return "reconnect", {}
    if row.kind == "strong":
        return "offer_help", {}
    person, others = str(row.person_id), [str(other) for other in row.people]
    field = {"domain": str(row.field)} if isinstance(row.field, str) else {}
    if person in others[:1]:  # the person works there
        return "advice", field
    stranger = next((other for other in others if other not in known), None)
    if stranger is not None:
        return "introduction", {"target": stranger}
    return "introduction", field


def buttons(session: Session, person: str) -> html.Div | None:
    """Offer to set a person aside."""
    if not session.kept.can_be_written:
        return None
    address, name = session.address(person), session.names[person]
    offered = (
        (DONE, "Done", f"You turned to {name}: the plan goes on with others"),
        (HIDE, "Not them", f"Suggest {name} no more"),
    )
    return html.Div(
        [
            html.Button(
                text,
                id={"type": kind, "person": address},
                className="button button-small",
                title=says,
                **{"aria-label": f"{text}: {name}"},
            )
            for kind, text, says in offered
        ],
        className="button-row",
    )


def chances_from(plan: pd.DataFrame) -> html.Details:
    """Say how good the choice is, and where its numbers are from; folded."""
    least = plan.attrs["at_least"]
    good = (
        ""
        if pd.isna(least)
        else f"This plan opens at least {words.percent(least)} of what the "
        "best of all possible plans could open in the same minutes: that bound was worked out "
        "for your network. "
    )
    return components.folded(
        "How good this choice is, and where the chances are from",
        html.P(
            f"{good}People are added one after the other, each time the one who opens most for a "
            "minute, beginning with one of each kind of act where the time allows it (the mix). "
            f"What is proved of that for every network: {plan.attrs['guarantee']}."
        ),
        html.P(f"Chances of an introduction: {plan.attrs['basis']}."),
        html.P(
            "“What your network lacks” is made of the fields of work that the page Gaps finds "
            "missing, the clusters in which no tie of yours is surely alive, and close ties that "
            "fell silent. Reach, from 0 to 100, is how surely somebody there would help you, from "
            "how close your ties are. The chance of a way to a gap is that on the page Gaps."
        ),
    )


def drawn(plan: pd.DataFrame) -> html.Figure:
    """Draw what each act opens."""
    return components.chart(
        ng.plot_plan(plan),
        "A longer bar opens more of what your network lacks; “kept in” says how often the person "
        "stays in the plan when what is only likely varies.",
        name="plan-chart",
        described="Bar chart of what each person in the plan opens",
    )
