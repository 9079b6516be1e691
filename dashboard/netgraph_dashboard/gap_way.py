"""The way to a field: who leads there, on what evidence, and what to ask them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import components, draft_panel, gap_list, words
from netgraph_dashboard.components import column, person_column
from netgraph_dashboard.gap_choice import calibration

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

ASK, DRAFT = "gaps-ask", "gaps-draft"
SHOWN, BEHIND = 2, 8
DOUBTED = 0.7
KNOWN = ("you know them", "sure")
GRADES = {
    "A": ("observed", "observed"),
    "B": ("inferred", "inferred"),
    "C": ("inferred, a guess", "inferred"),
}
THERE_COLUMNS = (
    person_column(),
    column("title", "Title", width=190),
    column("company", "Company", width=150),
    column("level", "Level", width=120),
    column("label", "Cluster", width=130),
)
MOST_THERE = 500
SUPPOSED = (
    "That they know somebody there whom you do not: a tie that was seen counts in full, an "
    "inferred one as its probability; who once worked there 60 %, a company whose name leans there "
    "40 %; of those whom somebody knows one in five is taken to be in no file. These are supposed, "
    "not measured. All of it times the share of the titles read as this field that are."
)


def brokers(session: Session, code: str) -> pd.DataFrame:
    """Find who leads to a field, best first."""
    return session.once(
        f"gap brokers {code} {session.names_hidden}, named",
        lambda: ng.find_gap_brokers(
            session.shown,
            session.gaps(),
            graph=session.shown_graph,
            clusters=session.clusters,
            calibration=calibration(session),
            domains=[code],
        ),
    )


def build(session: Session, code: str, gaps: pd.DataFrame) -> html.Section:
    """Show the way to a field."""
    row = gaps.loc[code]
    found = brokers(session, code)
    leads = found[found["grade"] != "D"]
    return components.section(
        f"The way to {row['name']}",
        html.P(present(row), className="gap-present"),
        *(lead_cards(session, leads, row) if len(leads) else [no_path(found.iloc[0], code, gaps)]),
        components.folded("How the chance is come by", *how_chance(session)),
        there(session, code),
    )


def present(row: pd.Series) -> list[Any]:
    """Say in words what is there already."""
    said = gap_list.PRESENCE[row["presence"]].capitalize()
    if row["presence"] in ("dormant", "present"):
        said += f" (reach {100 * row['access']:.0f} of 100: {gap_list.REACH})"
    if row["count"] and row["trust"] < DOUBTED:
        said += (
            f". Titles are misread at times: of those counted there, {words.percent(row['trust'])} "
            "do work there, as far as our own tests tell"
        )
    verdict = row["verdict"]
    return [
        components.badge(verdict, verdict.replace(" ", "-")),
        f" {gap_list.VERDICTS[verdict].capitalize()}. {said}.",
    ]


def lead_cards(session: Session, leads: pd.DataFrame, row: pd.Series) -> list[Any]:
    """Show whom you know there, then who leads to others; the first few, the others folded."""
    cards = [
        card(session, lead, place, row["one_more"])
        for place, lead in enumerate(leads.itertuples(index=False))
    ]
    known = int(leads["direct"].sum())
    parts: list[Any] = []
    for title, part in (
        ("Whom to ask first: you know them there", cards[:known]),
        ("Who may lead to others there" if known else "Whom to ask", cards[known:]),
    ):
        if part:
            parts += [html.H3(title), html.Div(part[:SHOWN], className="gap-leads")]
        if rest := part[SHOWN:]:
            more = words.count(len(rest), "more person", "more people")
            parts.append(components.folded(more, html.Div(rest, className="gap-leads")))
    return parts


def card(session: Session, lead: Any, place: int, one_more: float) -> html.Article:  # noqa: ANN401 - a row
    """Show one person who leads there."""
    person = str(lead.person_id)
    grade, kind = KNOWN if lead.direct else GRADES[lead.grade]
    known = session.people.loc[person]
    name = {"code": str(lead.domain), "person": session.address(person), "place": place}
    return html.Article(
        [
            html.Div(
                [
                    html.Strong(components.person_link(session, person)),
                    components.badge(grade, kind),
                    html.Span(words.at_work(known["title"], known["company"]), className="how"),
                ],
                className="gap-lead-head",
            ),
            html.P(f"{lead.what_to_do}.", className="plan-todo"),
            chance(lead),
            html.P(why(session, lead)),
            html.P(gain(lead, one_more), className="caption") if not lead.direct else None,
            html.Div(
                [
                    html.Button(
                        "Draft the ask",
                        id={"type": ASK, **name},
                        className="button button-small" + ("" if place else " button-main"),
                    ),
                    components.folded(
                        "The people and ties behind it",
                        html.Ul(
                            [html.Li(behind(session, person, p)) for p in lead.people[:BEHIND]]
                            + more_behind(lead.people)
                        ),
                    ),
                ],
                className="gap-lead-more",
            ),
            html.Div(
                ask(session, name["person"], name["code"], place) if place == 0 else None,
                id={"type": DRAFT, **name},
            ),
        ],
        className="gap-lead",
    )


def chance(lead: Any) -> html.Div:  # noqa: ANN401 - a row
    """Show the chance by which people are ordered as a bar, and what it is made of."""
    share, _, made = ng.lead_in_words(lead._asdict()).partition(" = ")
    return html.Div(
        [
            html.Span(
                className="gap-meter",
                style={"--part": f"{lead.chance:.0%}"},
                **{"aria-hidden": "true"},
            ),
            html.Strong(share),
            html.Span(f"= {made}", className="how") if made else None,
        ],
        className="gap-lead-chance",
    )


def why(session: Session, lead: Any) -> list[Any]:  # noqa: ANN401 - a row
    """Say why somebody leads there; the people who stand behind it are links."""
    tie = f" Your tie: {lead.tie}." if isinstance(lead.tie, str) else ""
    parts: list[Any] = [f"{lead.why[:1].upper()}{lead.why[1:]}.{tie}"]
    for other in lead.people:
        name = session.names.get(other)
        for place, part in enumerate(parts):
            if isinstance(part, str) and name and name in part:
                before, _, after = part.partition(name)
                parts[place : place + 1] = [before, components.person_link(session, other), after]
                break
    return parts


def gain(lead: Any, one_more: float) -> str:  # noqa: ANN401 - a row
    """Say what an introduction would change."""
    new = ""
    if lead.new_people >= 0.5:  # noqa: PLR2004 - one, rounded
        people = words.count(round(lead.new_people), "person", "people")
        new = f" They know {people} there whom you do not."
    if not one_more > 0:
        return f"One introduction would not make your mix of fields more diverse.{new}"
    return (
        f"One introduction would add {one_more:.2f} to the number of fields that your network "
        f"amounts to, see below; with the chance counted, {lead.gain:.2f}.{new}"
    )


def behind(session: Session, person: str, other: str) -> list[Any]:
    """Name somebody who stands behind a lead, with the tie that does."""
    link = components.person_link(session, other)
    if other == person:
        work = words.at_work(*session.people.loc[person, ["title", "company"]])
        return [link, " themselves: ", work or "no title is known"]
    tie = session.graph[person].get(other) if person in session.graph else None
    if tie is None:
        return [link, ", in the same community ", components.badge("inferred", "inferred")]
    how = str(tie["evidence"])
    told = str(tie["kinds"]).replace(";", ",")
    if how != "observed":
        told += f", probability {words.percent(tie['probability'])}"
    if pd.notna(tie.get("last_at")):
        told += f", last in {tie['last_at']:%B %Y}"
    return [link, " ", components.badge(how, how), " ", html.Span(told, className="how")]


def more_behind(people: tuple[str, ...]) -> list[html.Li]:
    """Say how many are not listed."""
    return [html.Li(f"and {len(people) - BEHIND:,} more")] if len(people) > BEHIND else []


def no_path(row: pd.Series, code: str, gaps: pd.DataFrame) -> html.Div:
    """Say that no path is known, and what could be done."""
    because = str(row["why"]).removeprefix("no path known: ")
    return html.Div(
        [
            html.H3([components.badge("no path known", "weak")]),
            html.P(f"{because[:1].upper()}{because[1:]}. Not known is not the same as none."),
            html.P(nearest_field(code, gaps)),
            html.P(
                [
                    "What shows who knows whom may show a way, such as messages or mail: ",
                    html.A("add files", href="/data"),
                    ".",
                ]
            ),
        ],
        className="missing",
        role="note",
    )


def nearest_field(code: str, gaps: pd.DataFrame) -> str:
    """Name the field most like one, in which somebody is known."""
    known = gaps.index[(gaps["count"] > 0) & (gaps.index != code)]
    if known.empty:
        return "In no other field do you know anybody either."
    near = str(ng.domain_similarity().loc[code, known].idxmax())
    there = words.count(gaps["count"][near], "person", "people")
    return f"Next step: ask in the field most like it, {ng.DOMAINS[near]}, where you know {there}."


def how_chance(session: Session) -> list[html.P]:
    """Say what the chance rests on."""
    return [
        html.P(
            f"That they take it up, and that it leads to something: {calibration(session).basis}."
        ),
        html.P(SUPPOSED),
        html.P(
            "Multiplied they are the chance that asking leads to something there. Whom you know "
            "there comes first, then the others by it; the pages Paths and Plan give the same."
        ),
    ]


def there(session: Session, code: str) -> html.Div:
    """List whom one knows in a field."""
    people = session.people
    found = people[people["domain"] == code]
    name = ng.DOMAINS[code]
    if found.empty:
        unknown = words.count(int(people["domain"].isna().sum()), "contact")
        return html.Div(
            [
                html.H3(f"Whom you know in {name}"),
                html.P(f"Nobody whose title says so; the field of {unknown} is not known."),
            ],
            className="stack-close",
        )
    shown = session.by_address(found[[c["field"] for c in THERE_COLUMNS]].head(MOST_THERE))
    cut = f", the first {MOST_THERE} with most ties are listed" if len(found) > MOST_THERE else ""
    return html.Div(
        [
            html.H3(f"Whom you know in {name}"),
            html.P(
                f"{words.count(len(found), 'person', 'people')}{cut}; a name leads to the map.",
                className="says",
            ),
            components.grid("gaps-there-grid", shown, THERE_COLUMNS),
        ],
        className="stack-close",
    )


def ask(session: Session, address: str, code: str, place: int) -> Any:  # noqa: ANN401 - a part
    """Draft what to write to somebody who leads there."""
    person = session.person_at(address)
    if person is None or person not in session.contacts.people.index or code not in ng.DOMAINS:
        return html.P("This person is no longer here; open the field again.", role="status")
    try:
        named = brokers(session, code).set_index("person_id", drop=False)
        asked = (
            draft_panel.about(named.loc[person].to_dict())
            if person in named.index
            else {"intent": "introduction", "domain": code}
        )
        return draft_panel.panel(session, person, name=f"gaps-draft-{code}-{place}", **asked)
    except ng.NetgraphError as error:
        return html.P(str(error), role="status")
