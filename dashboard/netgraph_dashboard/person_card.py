"""The card of a person: who they are, why they matter, and who they know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

from netgraph_dashboard import card_diary, card_edits, components, reach, words
from netgraph_dashboard.theme import cluster_colour

if TYPE_CHECKING:
    from dash import Dash

    from netgraph_dashboard.session import Session

REASONS = "card-reasons"
MOST_TIES = 12
TOP_RANK = 10
FEW_IN_FIELD = 3
FIRM, LOOSE = 0.9, 0.6


def build(session: Session, person: str | None) -> html.Div:
    """Show the card, or how to get one.

    Parameters
    ----------
    person
        person_id; None where nobody is in focus.
    """
    if person is None:
        return html.Div(
            html.P("Click on a person, or press / to find one: their card appears here."),
            className="card card-empty",
        )
    people = session.people
    if person not in people.index:
        return html.Div(html.P("Nobody in these files has this address."), className="card")
    known = people.loc[person]
    return html.Div(
        [
            html.H2(known["name"]),
            html.P(words.at_work(known["title"], known["company"]), className="work"),
            _facts(known),
            html.H3("Why this person matters"),
            html.Ul(reason_items(session, person), id=REASONS),
            html.P(components.what_if_link(session, person), className="how"),
            *card_diary.diary(session, person),
            *card_edits.note_and_tags(session, person),
            html.H3(_tie_sentence(known)),
            _ties(session, person),
            html.A(
                "Ways to this person",
                href=reach.link("person", session.address(person)),
                className="card-ways",
            ),
            *card_edits.correct_and_forget(session, person),
            html.A("Show everybody", href=components.PERSON_PATH, className="card-close"),
        ],
        className="card",
    )


def _facts(known: pd.Series) -> html.Div:
    label = known["label"] if pd.notna(known["label"]) else "In no cluster"
    dot = html.Span(className="swatch", style={"background": cluster_colour(known["cluster"])})
    parts: list[Any] = [html.Span([dot, label], className="swatch-label")]
    parts += [html.Span(known[c]) for c in ("field", "level") if pd.notna(known[c])]
    return html.Div(parts, className="facts")


def register(app: Dash, session: Session) -> None:
    """Do what the card's buttons say."""
    card_edits.register(app, session)
    card_diary.register(app, session, (REASONS, lambda person: reason_items(session, person)))


def reason_items(session: Session, person: str) -> list[html.Li]:
    """List why somebody matters."""
    return [html.Li(reason) for reason in reasons(session, person)]


def reasons(session: Session, person: str) -> list[str]:
    """Say why somebody matters to this network, most weighty first.

    Returns
    -------
    list of str
        At least one sentence: that there is no special reason is one, too.
    """
    people = session.people
    known = people.loc[person]
    found = [*_as_broker(known), *_as_member(session, known), *_in_field(people, known)]
    found += _as_contact(known)
    return found or ["Nothing sets this person apart in what is known so far."]


def _as_broker(known: pd.Series) -> list[str]:
    if pd.isna(known["rank"]):
        return []
    place = words.rank_range(known["rank_low"], known["rank_high"])
    reach = words.count(known["clusters_reached"], "cluster")
    if known["rank"] <= TOP_RANK:
        return [f"One of your strongest bridges: rank {known['rank']:.0f} ({place}), in {reach}."]
    if known["clusters_reached"] > 1:
        return [f"Connects {reach}."]
    return []


def _as_member(session: Session, known: pd.Series) -> list[str]:
    if pd.isna(known["cluster"]):
        return []
    row = session.described.loc[known["cluster"]]
    found = []
    bridges = row["bridges"] if isinstance(row["bridges"], str) else ""
    if known["name"] in bridges.split("; "):
        found.append(f"One of the few who tie {row['label']} to your other clusters.")
    if known["core"] < LOOSE:
        found.append(
            f"Stands at the edge of {row['label']}: "
            f"{words.percent(known['core'])} of the runs put them there."
        )
    elif known["core"] >= FIRM and not found:
        found.append(f"Belongs firmly to {row['label']}, a cluster of {row['size']:,}.")
    return found


def _in_field(people: pd.DataFrame, known: pd.Series) -> list[str]:
    if pd.isna(known["domain"]):
        return []
    there = int((people["domain"] == known["domain"]).sum())
    if there == 1:
        return [f"The only one you know in {known['field']}."]
    if there <= FEW_IN_FIELD:
        return [f"One of only {there} people you know in {known['field']}."]
    return []


def _as_contact(known: pd.Series) -> list[str]:
    found = []
    if pd.notna(known["last_at"]):
        found.append(f"You last exchanged words in {known['last_at']:%B %Y}.")
    if pd.notna(known["since"]):
        found.append(f"Connected since {known['since']:%B %Y}.")
    return found


def _tie_sentence(known: pd.Series) -> str:
    degree, observed, inferred = (int(known[c]) for c in ("degree", "observed", "inferred"))
    if not degree:
        return "No tie to your other contacts is known"
    seen = f"{words.count(observed, 'observed tie')} to your other contacts"
    if not inferred:
        return seen
    return f"{seen}, and {words.count(inferred, 'possible one')} from a shared employer or school"


def _ties(session: Session, person: str) -> html.Ul | html.P:
    graph = session.graph
    ego = graph.graph.get("ego")
    neighbours = graph.adj[person] if person in graph else {}
    ties = [(other, tie) for other, tie in neighbours.items() if other != ego]
    if not ties:
        return html.P(session.evidence["advice"])
    ties.sort(key=lambda tie: (tie[1]["evidence"] != "observed", -tie[1]["weight"], str(tie[0])))
    items = [html.Li(_tie(session, other, tie)) for other, tie in ties[:MOST_TIES]]
    if len(ties) > MOST_TIES:
        items.append(html.Li(f"and {len(ties) - MOST_TIES:,} more", className="more"))
    return html.Ul(items, className="ties")


def _tie(session: Session, other: str, tie: dict[str, Any]) -> list[Any]:
    how = tie["evidence"]
    known_from = str(tie["kinds"]).replace("; ", ", ")
    sure = "" if how == "observed" else f", probability {words.percent(tie['probability'])}"
    return [
        components.person_link(session, other),
        components.badge(how, how),
        html.Span(f"{known_from}{sure}", className="how"),
    ]
