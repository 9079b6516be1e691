"""How the network grew, who came and went, and how fresh it is, as parts of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import career_ways, components, words
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

FIELDS, RELATIONS, TOGETHER = "domain", "relation", "all"
CHOICES = {FIELDS: "By field", RELATIONS: "By relation", TOGETHER: "All together"}
GROWN, TIMED, FRESH_GRID = "change-growth", "change-time", "change-fresh"
FRESH_COLUMNS = (
    column("name", "Group", width=210, tooltipField=None),
    number_column("people", "People", width=80),
    column("within_3", "In touch in 3 months", width=150, tooltipField="tip_3"),
    column("within_12", "in a year", width=150, tooltipField="tip_12"),
    column("within_36", "in 3 years", width=150, tooltipField="tip_36"),
    number_column("unknown", "No exchange in the files", width=110),
)


def options(session: Session, by: str) -> dict[str, Any]:
    """Give what `netgraph.describe_growth` and its like are to count by."""
    if by == TOGETHER:
        return {}
    if by == RELATIONS:
        return {"by": by, "relations": career_ways.relations(session)}
    return {"by": by}


def grown(session: Session, by: str) -> pd.DataFrame:
    """Count people and ties by year; see `netgraph.describe_growth`."""
    return session.once(
        f"growth {by}", lambda: ng.describe_growth(session.contacts, **options(session, by))
    )


def growth(session: Session, by: str) -> list[Part]:
    """Show the network year by year, and how each group grew."""
    table = grown(session, by)
    if table.empty:
        return [
            components.missing(
                "How your network grew is not known from these files",
                "No contact has a day in them.",
                "LinkedIn's Connections.csv says since when you are connected.",
            )
        ]
    parts: list[Part] = []
    if by != TOGETHER:
        ties = session.once(
            f"tie growth {by}",
            lambda: ng.describe_tie_growth(session.contacts, **options(session, by)),
        )
        parts.append(
            components.chart(
                ng.plot_over_time(table, ties),
                "A disc for each, as large as the people you knew there by the end of the year; in "
                "brackets who came in it. Lines are ties that were seen between your contacts.",
                name=TIMED,
                described="The network by groups, with a slider for the year",
            )
        )
    says = "Each as it is today: who changed field or job counts under the present one."
    if table.attrs["overlap"]:
        says += " Who is several things to you counts in each."
    parts.append(
        components.chart(
            ng.plot_growth(table),
            says,
            name=GROWN,
            described="Number of contacts by the end of each year",
        )
    )
    return parts


def churn(session: Session) -> Part:
    """Tell who comes and goes a year, from export to export."""
    table = session.churn()
    if table.empty:
        return components.missing(
            "Who came, left and changed job is not known from these files",
            "There is one export of each source only, and each tells one day.",
            "An earlier or a later export of the same kind, such as LinkedIn's Connections.csv, "
            "tells what changed between the two.",
        )
    rows = [_churn_row(row) for row in table.sort_values("until", ascending=False).itertuples()]
    heads = ("Between", "Contacts", "Joined", "Left", "Changed job")
    return components.section(
        "Who comes and who goes",
        html.Div(
            html.Table(
                [html.Thead(html.Tr([html.Th(head) for head in heads])), html.Tbody(rows)],
                className="change-table",
            ),
            className="change-wide",
        ),
        says="Rates are a year; in brackets the 95 % interval, were contacts to come and go "
        "independently. Who joined and left between two exports is in neither.",
    )


def _churn_row(row: Any) -> html.Tr:  # noqa: ANN401 - a row of churn
    def rate(count: int, name: str, of: str) -> str:
        value, low, high = (getattr(row, f"{name}_{end}") for end in ("rate", "low", "high"))
        if pd.isna(value):
            return f"{count:,}"
        return f"{count:,}: {_fine(value)} {of} ({_fine(low)} to {_fine(high)})"

    return html.Tr(
        [
            html.Td(f"{row.since:%B %Y} and {row.until:%B %Y}"),
            html.Td(f"{row.before:,} → {row.after:,}"),
            html.Td(rate(row.joined, "joined", "more a year")),
            html.Td(rate(row.left, "left", "of contacts a year")),
            html.Td(rate(row.moved, "moved", "a year")),
        ]
    )


def _fine(share: float) -> str:
    """Say a small share with a decimal: ``1.0 %``."""
    return f"{share:.1%}".replace("%", " %")


def fresh(session: Session, by: str) -> pd.DataFrame:
    """Tell how fresh ties are; see `netgraph.freshness`."""
    return session.once(
        f"freshness {by}", lambda: ng.freshness(session.contacts, **options(session, by))
    )


def freshness(session: Session, by: str) -> Part:
    """Tell which share of contacts there was an exchange with lately."""
    table = fresh(session, by)
    if table.empty or table["share"].isna().all():
        return components.missing(
            "How fresh your ties are is not known from these files",
            "They hold no dated message, mail, call or meeting with a contact; “connected on” is "
            "no exchange.",
            "LinkedIn's larger archive has messages.csv; a mailbox or a calendar helps, too.",
        )
    return components.section(
        "How fresh it is",
        html.P(str(table.attrs["says"])),
        components.grid(FRESH_GRID, fresh_rows(table), FRESH_COLUMNS),
        says="The share with whom you had a real exchange; hold the pointer over it for how sure "
        "it is. It is at least so much: what passed outside these files is not counted.",
    )


def fresh_rows(table: pd.DataFrame) -> pd.DataFrame:
    """Put the months side by side: a row per group."""
    shares = [
        f"{words.percent(share)} ({fresh:,})"
        for share, fresh in zip(table["share"], table["fresh"], strict=True)
    ]
    tips = [
        f"{fresh:,} of {people:,}; likely {words.span(low, high)}"
        for fresh, people, low, high in zip(
            table["fresh"], table["people"], table["low"], table["high"], strict=True
        )
    ]
    told = table.assign(within=shares, tip=tips)
    wide = told.pivot_table(
        index="group", columns="months", values=["within", "tip"], aggfunc="first", sort=False
    )
    wide.columns = pd.Index([f"{kind}_{months}" for kind, months in wide.columns])
    once = told.drop_duplicates("group").set_index("group")
    named = once["name"].replace({"all": "All together", "not known": "Not known"})
    return wide.reindex(once.index).assign(
        name=named, people=once["people"], unknown=once["unknown"]
    )
