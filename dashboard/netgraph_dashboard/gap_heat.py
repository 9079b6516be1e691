"""Gaps within groups of contacts: fields by level, place, community or decade, as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import pandas as pd
from dash import dcc, html

import netgraph as ng
from netgraph_dashboard import components, gap_list, words

if TYPE_CHECKING:
    from netgraph_dashboard.gap_choice import Choice
    from netgraph_dashboard.session import Session

BY, HEAT, DOMAIN = "gaps-by", "gaps-heat", "gaps-domain"
GROUPS = {
    "seniority": "Level",
    "location": "Place",
    "community": "Community",
    "decade": "Decade you met",
}
NOT_KNOWN = "not known"
NOWHERE = {
    "seniority": ("No level is known", "LinkedIn's Connections.csv has titles that tell one."),
    "location": (
        "No place is known",
        "Address books, and most other exports than LinkedIn's, tell where people live.",
    ),
    "community": ("No community is known", "Messages, mail and calendars show who knows whom."),
    "decade": ("It is not known when you met", "LinkedIn's Connections.csv has the dates."),
}
MEANINGS = {
    "gap": "gap",
    "uncertain": "uncertain",
    "thin": "thin",
    "covered": "covered",
    "no-verdict": "no verdict: too few people in that group",
    "no-such-level": "no such level: titles of that field have other levels",
    "no-data": "no data, which is not absence: the field or the group is not known",
}


def cells_of(session: Session, by: str, choice: Choice) -> pd.DataFrame:
    """Compare within groups."""
    return session.once(
        f"gap cells {by} {choice}, named",
        lambda: ng.find_gaps(
            session.contacts,
            home=choice.home,
            baseline=choice.baseline,
            by=by,
            graph=session.graph,
            clusters=session.clusters,
        ),
    )


def section(session: Session, choice: Choice) -> html.Section:
    """Offer the ways to split the contacts, and show the first."""
    return components.section(
        "Where in your network the gaps are",
        dmc.SegmentedControl(
            id=BY,
            value="seniority",
            data=[{"value": by, "label": name} for by, name in GROUPS.items()],
            className="gap-by",
            **{"aria-label": "Split your contacts by"},
        ),
        dcc.Loading(
            html.Div(build(session, "seniority", choice), id=HEAT, className="stack-close"),
            delay_show=400,
            overlay_style={"visibility": "visible", "opacity": 0.35},
        ),
    )


def build(session: Session, by: str, choice: Choice) -> list[Any]:
    """Show each field in each group: how many are known, and the verdict."""
    cells = cells_of(session, by, choice)
    groups = cells.index.get_level_values("group").unique().tolist()
    if not [group for group in groups if group != NOT_KNOWN]:
        why, advice = NOWHERE[by]
        return [components.missing(why, "So your contacts cannot be split this way.", advice)]
    return [
        table(cells, groups),
        legend(cells),
        html.P(sentence(cells, groups), className="caption"),
    ]


def table(cells: pd.DataFrame, groups: list[str]) -> html.Div:
    """Lay the cells out as a real table, coloured by verdict."""
    rows = cells.reset_index()
    totals = rows.drop_duplicates("group").set_index("group")[["known", "unknown"]]
    head = [
        html.Th(
            [group, html.Br(), html.Span(f"{totals.loc[group, 'known']:,}", className="how")],
            scope="col",
            title=f"{totals.loc[group, 'known']:,} of known field",
        )
        for group in groups
    ]
    order = rows.groupby("domain")["count"].sum().sort_values(kind="stable").index
    by_domain = {code: part.set_index("group") for code, part in rows.groupby("domain")}
    body = [
        html.Tr(
            [
                html.Th(field_button(code), scope="row"),
                *(cell(group, by_domain[code].loc[group]) for group in groups),
            ]
        )
        for code in order
    ]
    return html.Div(
        html.Table(
            [html.Thead(html.Tr([html.Th("Field", scope="col"), *head])), html.Tbody(body)],
            className="heat heat-gaps",
        ),
        className="heat-frame",
        tabIndex="0",
        role="region",
        **{"aria-label": "Fields by group; it can be scrolled"},
    )


def field_button(code: str) -> html.Button:
    """Name a field; a click opens the way there."""
    return html.Button(ng.DOMAINS[code], id={"type": DOMAIN, "code": code}, className="link-button")


def cell(group: str, row: pd.Series) -> html.Td:
    """Show how many are known of a field in a group; what nobody knows has a question mark."""
    verdict = row["verdict"]
    number = f"{row['count']:,}"
    if verdict == "no data":
        shown = number if row["known"] else "?"
        said = "whose group is not known" if row["known"] else "no data: nobody's field is known"
    else:
        shown = number
        expected = (
            f", {row['expected']:.1f} by what you compare with" if pd.notna(row["expected"]) else ""
        )
        said = f"{number} of {row['known']:,}{expected}; {verdict}"
    spoken = (
        []
        if verdict in ("no verdict", "no data", "no such level")
        else [html.Span(f" {verdict}", className="visually-hidden")]
    )
    return html.Td(
        [shown, *spoken],
        className=f"heat-{verdict.replace(' ', '-')}",
        title=f"{ng.DOMAINS[row['domain']]}, {group}: {said}",
    )


def legend(cells: pd.DataFrame) -> html.Div:
    """Say what the colours mean, those that occur."""
    there = set(cells["verdict"].str.replace(" ", "-"))
    return html.Div(
        [
            html.Span([html.Span(className=f"heat-key heat-{kind}"), said])
            for kind, said in MEANINGS.items()
            if kind in there
        ],
        className="heat-legend",
    )


def sentence(cells: pd.DataFrame, groups: list[str]) -> str:
    """Say in how many groups a verdict can be, and where the gaps are."""
    rows = cells.reset_index()
    known = rows.drop_duplicates("group").set_index("group")[["known", "unknown"]]
    known = known.drop(index=NOT_KNOWN, errors="ignore")
    judged = int((known["known"] >= gap_list.NEEDED).sum())
    gaps = rows[rows["verdict"] == "gap"]
    said = (
        f"Each number is how many you know. {judged} of {words.count(len(known), 'group')} "
        f"{'has' if judged == 1 else 'have'} the {gap_list.NEEDED} contacts of known field that a "
        "verdict needs"
    )
    if len(gaps):
        named = [f"{n} ({g})" for n, g in zip(gaps["name"], gaps["group"], strict=True)]
        said += f"; gaps there: {words.listed(named)}. Of 20 called so, one may be none."
    else:
        said += "; no gap there is sure."
    if NOT_KNOWN in groups:
        lost = rows[rows["group"] == NOT_KNOWN].iloc[0]
        people = words.count(lost["known"] + lost["unknown"], "contact")
        said += f" {people} may be in any group, for theirs is not known."
    return said
