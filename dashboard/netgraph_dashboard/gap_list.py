"""The list of gaps: each field with its verdict, how sure that is, and who leads there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import components, words

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

ITEM, OPEN = "gaps-item", "gaps-open"
ASKED = ("gap", "uncertain", "thin")
NEEDED, FEW = 150, 6
REACH = "how surely somebody there would help you, from how close your ties are"
"""What reach is: the same words as on the page Plan."""

VERDICTS = {
    "gap": "surely less than half of what you compare with, whatever the unknown titles hide",
    "uncertain": "less than half, unless people without a known field work there",
    "thin": "may be more or less than half",
    "covered": "surely more than half of what you compare with",
    "no verdict": "too few contacts of known field, or not among the fields that matter",
}
PRESENCE = {
    "absent": "absent: you know nobody there",
    "dormant": "present but dormant: nobody there is close enough to count on",
    "present": "present: somebody there would likely answer you",
    "unknown": "how close you are is not known",
}

READ_WELL = 0.95


def reading(gaps: pd.DataFrame, code: object) -> str:
    """Say how sure it is that those read as working in a field do; nothing where it is plain."""
    trust = gaps["trust"].get(code)
    if trust is None or pd.isna(trust) or trust >= READ_WELL:
        return ""
    return (
        f"The field is read off the title: {words.percent(trust)} of those read so do work there, "
        "as far as our own tests tell."
    )


def listed_codes(gaps: pd.DataFrame) -> list[str]:
    """Choose the fields of the list: those that may lack people, else the most urgent ones."""
    found = gaps.index[gaps["verdict"].isin(ASKED)].tolist()
    if found or not gaps.attrs["missing"]:
        return found
    lacking = gaps[(gaps["baseline"] > 0) & (gaps["shortfall"] > 0)]
    return lacking.index[:10].tolist()


def first_code(gaps: pd.DataFrame) -> str:
    """Choose the field that is open before anybody has clicked."""
    return str((listed_codes(gaps) or gaps.index.tolist())[0])


def build(session: Session, gaps: pd.DataFrame, chosen: str) -> html.Div:
    """List the gaps; each is opened by a click."""
    codes = listed_codes(gaps)
    if not codes:
        return html.Div(
            html.P("No field lacks people. Name fields that matter to your goal to compare anew.")
        )
    rows = [item(session, code, gaps.loc[code], gaps, chosen=code == chosen) for code in codes]
    return html.Div(html.Ul(rows, className="gap-list"))


def item(
    session: Session, code: str, row: pd.Series, gaps: pd.DataFrame, *, chosen: bool
) -> html.Li:
    """Show one field: its name opens the way there."""
    return html.Li(
        [
            html.Div(
                [
                    html.Button(row["name"], id={"type": OPEN, "code": code}, className="gap-name"),
                    components.badge(row["verdict"], row["verdict"].replace(" ", "-")),
                ],
                className="gap-head",
            ),
            html.P(known_there(row, gaps), className="gap-says"),
            html.P(leader(session, row), className="gap-says"),
        ],
        id={"type": ITEM, "code": code},
        className=item_class(chosen=chosen),
        title=f"{row['why'][:1].upper()}{row['why'][1:]}.",
    )


def item_class(*, chosen: bool) -> str:
    """Mark the field that is open."""
    return "gap-item gap-item-open" if chosen else "gap-item"


def known_there(row: pd.Series, gaps: pd.DataFrame) -> str:
    """Say how many are known, how many would be a fair share, and how many are missing."""
    share = row["baseline"] * gaps.attrs["classified"]
    said = f"You know {row['count']:,}"
    if pd.notna(row["ratio"]):
        low, high = (
            words.percent(row[end]).replace(" %", "\u00a0%") for end in ("ratio_low", "ratio_high")
        )
        fair = f"{share:,.{0 if share >= FEW else 1}f}"
        said += f"; the mix you compare with would have {fair} among your contacts"
        sure = f": {low} to {high} of it, 90 % sure"
        said += sure if row["verdict"] != "no verdict" else ", too few to judge"
    if row["verdict"] == "thin":
        said += f". {row['why'][:1].upper()}{row['why'][1:]}"
    missing = f" {row['shortfall']:,} more would make half." if row["shortfall"] else ""
    return f"{said}.{missing} {PRESENCE[row['presence']].partition(':')[0].capitalize()}."


def leader(session: Session, row: pd.Series) -> list[Any]:
    """Say who is nearest to the field."""
    if row["grade"] == "D":
        return ["No path known."]
    if not isinstance(row["broker"], str):
        return []
    link = components.person_link(session, row["broker"])
    there = session.people["domain"].get(row["broker"]) == row.name
    return ["Ask first: ", link, ", whom you know there." if there else ", who is nearest."]


def headline(gaps: pd.DataFrame) -> str:
    """Say which fields are missing."""
    if gaps.attrs["missing"]:
        return "There are too few contacts of known field to tell what is missing."
    lacking = gaps.loc[gaps["verdict"] == "gap", "name"].tolist()
    if not lacking:
        return "No field is surely missing."
    return f"You know too few people in {words.listed(lacking, most=5)}."


def summary(gaps: pd.DataFrame) -> str:
    """Say what was compared with what, and how much is known."""
    known = gaps.attrs
    total = known["classified"] + known["unknown"]
    said = (
        f"Compared with {known['baseline']}, a yardstick that you choose, not a norm. "
        f"The field of {known['classified']:,} of your {total:,} contacts is known"
    )
    if known["outside"]:
        said += f"; {known['outside']:,} of them work in fields outside it, and count in each share"
    if known["missing"]:
        return f"{said}, too few for a verdict: {NEEDED} are needed, {known['missing']:,} more."
    chosen = int((gaps["baseline"] > 0).sum())
    if chosen < FEW:
        said += f". With {words.count(chosen, 'field')} chosen the yardstick is high: the mix has "
        said += "nobody outside them"
    return f"{said}."


def what_would_tell(gaps: pd.DataFrame) -> html.Div | None:
    """Say which export would bring a verdict, where there is none."""
    known = gaps.attrs
    if not known["missing"]:
        return None
    enough = known["unknown"] >= known["missing"]
    why = (
        f"{words.count(known['unknown'], 'contact')} of yours have no title that tells a field; "
        "with their titles there would be enough."
        if enough
        else "With so few, an empty field may be chance; what is below is counted, not judged."
    )
    missing = words.count(known["missing"], "contact")
    return components.missing(
        f"No verdict yet: {missing} more with a known field are needed",
        why,
        "LinkedIn's Connections.csv has a job title for nearly everybody, address books seldom; "
        "you can also set the field on a person's card.",
    )


def rows(gaps: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table of all fields shows of each."""
    numbers = zip(gaps["ratio"], gaps["ratio_low"], gaps["ratio_high"], strict=True)
    ratio = [
        f"{brief(r)} ({brief(low)}–{brief(high)})" if pd.notna(r) else ""
        for r, low, high in numbers
    ]
    shown = ["name", "verdict", "count", "share", "shortfall", "presence"]
    return gaps[shown].assign(ratio_in_words=ratio, meaning=gaps["why"])


def brief(ratio: float) -> str:
    """Write a ratio with as many digits as it has to tell."""
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}"


def code_of(name: str) -> str | None:
    """Give the code of a field that is named in full."""
    return next((code for code, full in ng.DOMAINS.items() if full == name), None)
