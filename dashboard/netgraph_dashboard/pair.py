"""Two records beside each other, with what they share and where they differ."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard.search import fold
from netgraph_dashboard.session import name_people

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

IDENTIFIERS = {
    "email": "E-mail", "phone": "Phone", "linkedin": "Profile", "url": "Other address",
}  # fmt: skip
PRIVATE = frozenset({"Name", *IDENTIFIERS.values()})
SAME, DIFFERS, NOT_JUDGED = "same", "differs", ""
MARKS = {SAME: ("●", "same"), DIFFERS: ("○", "differs")}
HIDDEN_CELL = "hidden"


def build(session: Session, one: str, other: str) -> html.Table:
    """Show two records side by side: what is equal is marked, and what differs."""
    compared = compare(session.kept.latest, one, other)
    if session.names_hidden:
        called = name_people(session.kept.latest.people, hidden=True)
        compared = hide(compared, (called[one], called[other]))
    head = html.Tr(
        [
            html.Th("", scope="col"),
            html.Th("One record", scope="col"),
            html.Th("The other", scope="col"),
            html.Th(html.Span("Alike?", className="visually-hidden"), scope="col"),
        ]
    )
    body = [
        html.Tr(
            [
                html.Th(field, scope="row"),
                html.Td(cell(row["one"])),
                html.Td(cell(row["other"])),
                html.Td(mark(str(row["verdict"]))),
            ],
            className=f"pair-{row['verdict']}" if row["verdict"] else "",
        )
        for field, row in compared.iterrows()
    ]
    return html.Table([html.Thead(head), html.Tbody(body)], className="pair")


def cell(lines: list[str]) -> list[html.Div] | html.Span:
    """Show one value a line; a dash where nothing is known."""
    if not lines:
        return html.Span("–", className="none", title="not known")
    return [html.Div(line) for line in lines]


def mark(verdict: str) -> html.Span | None:
    """Say in sign and word whether two values are the same."""
    if not verdict:
        return None
    sign, word = MARKS[verdict]
    return html.Span(
        [html.Span(f"{sign} ", **{"aria-hidden": "true"}), word], className=f"mark mark-{verdict}"
    )


def compare(contacts: ng.Contacts, one: str, other: str) -> pd.DataFrame:
    """Set what is known of two people side by side.

    Returns
    -------
    pandas.DataFrame
        Index: what it is about. ``one``, ``other``: lists of values;
        ``verdict``: ``same`` (one value at least is in both), ``differs`` (both
        are known and none is in both), or empty where one of them is not known
        or where it does not matter.
    """
    sides = [known(contacts, person) for person in (one, other)]
    fields = [field for field in sides[0] if sides[0][field] or sides[1][field]]
    rows = [(sides[0][field], sides[1][field]) for field in fields]
    table = pd.DataFrame(
        {"one": [row[0] for row in rows], "other": [row[1] for row in rows]},
        index=pd.Index(fields, name="field", dtype="str"),
    )
    table["verdict"] = [judge(field, *row) for field, row in zip(fields, rows, strict=True)]
    return table


def known(contacts: ng.Contacts, person: str) -> dict[str, list[str]]:
    """List what is known of a person, field by field."""
    found = contacts.people.loc[person]
    own = contacts.identifiers[contacts.identifiers["person_id"] == person]
    since, last = connected(contacts, person)
    return {
        "Name": _lines(found["name"]),
        "Title": _lines(found["title"]),
        "Company": _lines(found["company"]),
        **{
            called: own.loc[own["kind"] == kind, "value"].tolist()
            for kind, called in IDENTIFIERS.items()
        },
        "Location": _lines(found["location"]),
        "Connected": _lines(since),
        "Last exchange": _lines(last),
        "From": _lines(found["sources"]),
    }


def connected(contacts: ng.Contacts, person: str) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Tell since when you know a person, and when words were last exchanged; NaT if unknown."""
    ties, said = contacts.ties, contacts.interactions
    own = ties[(ties["source"] == person) | (ties["target"] == person)]
    words = said[(said["source"] == person) | (said["target"] == person)]
    return own["since"].min(), max(
        (when for when in (own["last_at"].max(), words["at"].max()) if pd.notna(when)),
        default=pd.NaT,
    )


def _lines(value: object) -> list[str]:
    if value is None or pd.isna(value):
        return []
    if isinstance(value, pd.Timestamp):
        return [f"{value:%B %Y}"]
    return [part.strip() for part in str(value).split(";") if part.strip()]


def judge(field: str, one: list[str], other: list[str]) -> str:
    """Say whether two lists of values agree."""
    if not one or not other or field in {"From", "Connected", "Last exchange"}:
        return NOT_JUDGED
    if field == "Company":
        return SAME if any(ng.same_company(a, b) for a in one for b in other) else DIFFERS
    return SAME if {fold(a) for a in one} & {fold(b) for b in other} else DIFFERS


def hide(compared: pd.DataFrame, names: tuple[str, str]) -> pd.DataFrame:
    """Leave out what names a person; the marks stay."""
    shown = compared.copy()
    for side, name in zip(("one", "other"), names, strict=True):
        shown[side] = [
            [name]
            if field == "Name"
            else [HIDDEN_CELL] * bool(lines)
            if field in PRIVATE
            else lines
            for field, lines in compared[side].items()
        ]
    return shown


def without_values(reason: str) -> str:
    """Take out of a reason what it was seen in: ``same name: Ann (+3.0)``, ``same name (+3.0)``."""
    return re.sub(r"^([^:]*):.*?(\s\([+-][\d.]+\))?$", r"\1\2", reason)
