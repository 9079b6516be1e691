"""A draft on a page: to be changed, copied, and checked fact by fact."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import dcc, html

import netgraph as ng
from netgraph_dashboard import components, words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph_dashboard.session import Session

ENDS = {
    "ties": ("source", "target"),
    "interactions": ("source", "target"),
    "introductions": ("introducer", "introduced", "introduced_to"),
    "affiliations": ("person_id",),
}
DATES = ("at", "date", "since", "start", "end")
KIND = {"people": "contact", "introductions": "introduction", "affiliations": "stay"}


def panel(  # noqa: PLR0913 - two name the message, the rest go by keyword
    session: Session,
    person: str,
    intent: str,
    *,
    name: str,
    target: str | None = None,
    domain: str | None = None,
    changes: pd.DataFrame | None = None,
) -> html.Div:
    """Show what could be written to somebody.

    Parameters
    ----------
    person, intent, target, domain, changes
        As `netgraph.draft` takes them.
    name
        The id of the field with the text; ids must differ on a page.
    """
    contacts = session.shown
    draft = ng.draft(contacts, person, intent, target=target, domain=domain, changes=changes)
    return html.Div(
        [
            html.Div(
                [
                    html.Strong(
                        [
                            f"{ng.draft_intents()[intent]}: to ",
                            components.person_link(session, person),
                        ]
                    ),
                    dcc.Clipboard(
                        target_id=name, title="Copy the draft", className="button button-small"
                    ),
                ],
                className="draft-head",
            ),
            dcc.Textarea(
                id=name,
                value=draft.text,
                className="draft",
                rows=len(draft.text) // 75 + 5,
                title="Draft",
            ),
            html.P(_blanks(draft), className="caption"),
            components.folded(
                "Where each fact is from",
                html.Ul([html.Li(cite(contacts, fact)) for fact in draft.facts.itertuples()]),
            ),
        ],
        className="draft-panel",
    )


def about(way: Mapping[Any, Any]) -> dict[str, str]:
    """Choose what to write to the first of a way, or to one who leads to a field.

    Parameters
    ----------
    way
        A row of `find_paths` or of `find_gap_brokers`.
    """
    domain = way.get("domain")
    asked = {"domain": domain} if isinstance(domain, str) else {}
    if way["direct"]:
        return {"intent": "advice", **asked}
    if isinstance(way["target"], str):
        return {"intent": "introduction", "target": way["target"]}
    return {"intent": "introduction", **asked}


def _blanks(draft: ng.Draft) -> str:
    copied = "Nothing is sent from here: copy it, and make it yours."
    if not draft.blanks:
        return copied
    return f"What stands in brackets only you can fill in. {copied}"


def cite(contacts: ng.Contacts, fact: Any) -> str:  # noqa: ANN401 - a row of draft.facts
    """Say which row a fact stands in: “March 2024: introduction by Ann, Bo, you (2024-03)”."""
    table = getattr(contacts, fact.table, None)
    if table is None or fact.row not in table.index:
        return f"{fact.words}: {fact.table}"
    row = table.loc[fact.row]
    kind = KIND.get(fact.table) or str(row.get("kind", fact.table))
    names = [_name(contacts, row[end]) for end in ENDS.get(fact.table, ()) if _told(row[end])]
    who = _name(contacts, str(fact.row)) if fact.table == "people" else words.listed(names)
    day = next((str(row[d])[:10] for d in DATES if d in row and _told(row[d])), None)
    place = row.get("organisation")
    parts = [f"{kind} of {who}", place if _told(place) else None, day]
    return f"{fact.words}: " + ", ".join(part for part in parts if part)


def _told(value: object) -> bool:
    return value is not None and bool(pd.notna(value))


def _name(contacts: ng.Contacts, person: str) -> str:
    return "you" if person == contacts.ego else str(contacts.people["name"].get(person, person))
