"""Visibility: who can reach you, who of them is senior, and who vouches for you."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import career_ways, components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "visibility", "Visibility", 40
LEAD = "How far you are seen: who can reach you within two steps, and who vouches for you."
CHART, NUMBERS, VOUCHERS, SENIOR = (
    "visibility-chart", "visibility-numbers", "visibility-vouchers", "visibility-senior",
)  # fmt: skip
NUMBER_COLUMNS = (
    column("what", "What", width=150),
    number_column("people", "People", width=80),
    number_column("of", "Of", width=70),
    number_column("share", "Share", width=76, form=".0%"),
    column("says", "That is", width=200, **career_ways.WRAPPED),
)
LEVELS = {code: name.split(" ")[0] for code, name in ng.SENIORITY.items()}
VOUCHER_COLUMNS = (
    column("what", "For what", width=170, initialWidth=170, pinned="left"),
    number_column("people", "People", width=80),
    number_column("senior", "Above you", width=84),
    column("who", "Who, the highest level first", width=220, **career_ways.WRAPPED),
    *(number_column(code, name, width=76 + 3 * len(name)) for code, name in LEVELS.items()),
    number_column("unknown", "Level not known", width=80),
    column("last", "Last", width=96, tooltipField=None),
)
SENIOR_COLUMNS = (
    person_column(width=180),
    column("work", "Does", width=180, **career_ways.WRAPPED),
    column("level", "Level", width=130, **career_ways.WRAPPED),
    number_column("hops", "Steps", width=70),
    column("via_name", "Over", width=110),
    column("grade", "Sure", width=64, tooltipField=None),
    column("house", "Where you work", width=90, tooltipField=None),
    number_column("recommended", "Recommended you", width=120),
    column("endorsed_for", "Endorsed you for", width=160, **career_ways.WRAPPED),
)
SURE = {
    "A": "they addressed you themselves",
    "B": "a tie of both sides is known, and no word of theirs",
    "C": "a tie on the way is inferred, or stands in your own address book alone",
}


def layout(session: Session) -> list[Part]:
    """Count who sees you, and list who vouches and who is senior."""
    seen = session.once(
        f"visibility {session.names_hidden}",
        lambda: ng.visibility(session.shown, graph=session.shown_graph),
    )
    vouchers = session.once(
        f"vouchers {session.names_hidden}", lambda: ng.find_vouchers(session.shown)
    )
    numbers = ng.describe_visibility(seen)
    return [
        html.P(seen.attrs["says"], className="headline"),
        components.columns(
            components.chart(
                ng.plot_visibility(seen),
                "People within two steps of you, by level and by how sure it is.",
                name=CHART,
                described="How many people of each level can reach you within two steps.",
            ),
            components.grid(NUMBERS, numbers[[c["field"] for c in NUMBER_COLUMNS]], NUMBER_COLUMNS),
        ),
        vouching(vouchers),
        senior(session, seen),
        components.folded("What A, B and C mean", *(f"{g}: {s}. " for g, s in SURE.items())),
    ]


def vouching(vouchers: pd.DataFrame) -> html.Section:
    """Say who vouches for you, for what, at which level."""
    title, says = "Who vouches for you", vouchers.attrs["says"]
    if vouchers.empty:
        return components.section(title, says=says)
    table = vouchers.assign(
        what=vouchers["what"].fillna("Recommendations"),
        who=vouchers["names"].map(list).map(words.listed),
        last=vouchers["last_at"].dt.strftime("%Y-%m-%d"),
    )
    shown = table[[each["field"] for each in VOUCHER_COLUMNS]]
    return components.section(
        title, components.grid(VOUCHERS, shown, VOUCHER_COLUMNS, height=420), says=says
    )


def senior(session: Session, seen: pd.DataFrame) -> html.Section | None:
    """List those above your level, or all directors and executives where yours is not known."""
    above = seen["senior"].fillna(value=False).astype(bool)
    if seen["senior"].isna().all():
        above = seen["seniority"].isin(["D", "X"])
    found = seen[above]
    if found.empty:
        return None
    work = [words.at_work(*pair) for pair in zip(found["title"], found["company"], strict=True)]
    table = found.assign(
        work=work,
        level=found["seniority"].map(dict(ng.SENIORITY)),
        house=found["where"].isin(["department", "organisation"]).map({True: "yes", False: ""}),
    )
    shown = session.by_address(table[[each["field"] for each in SENIOR_COLUMNS]])
    return components.section(
        "Senior people within two steps",
        components.grid(SENIOR, shown, SENIOR_COLUMNS, height=420),
        says="Those above your own level; where that is not known, directors and executives.",
    )


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
