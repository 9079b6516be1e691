"""Give and take: what went to each person, what came back, and what you could give now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import care_tables, components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "give-and-take", "Give and take", 60
LEAD = "Do you give as much as you take, and to whom could you give something now?"
GIVING, LEDGER, CHART = "care-giving-grid", "care-ledger-grid", "care-ledger-chart"
LONG = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.4", "padding": "9px 17px"},
}
GIVING_COLUMNS = (
    person_column(),
    column("could_give", "You could", width=200),
    column("evidence", "Because", width=330, **LONG),
    column("balance_says", "So far", width=150, tooltipField="says"),
)
LEDGER_COLUMNS = (
    person_column(),
    column("balance_says", "Who gave more", width=130, tooltipField="says"),
    number_column("given", "You gave, in letters", width=80, form=",.0f"),
    number_column("received", "They gave, in letters", width=80, form=",.0f"),
    number_column("balance", "Balance", width=78, form="+.2f"),
    column("you_owe", "Never returned by you", width=170),
    column("they_owe", "Never returned by them", width=170),
)
GAVE_MORE = {
    "you": "you gave more",
    "they": "they gave more",
    "even": "about even",
    "depends": "depends on the worth",
    "little": "too little to tell",
    "nothing": "nothing passed",
    "unknown": "not known",
}
ORDER_OF_GIVING = ("reply", "recommendation", "favour", "endorsement", "introduction")


def layout(session: Session) -> list[Part]:
    """Answer, draw the largest differences, and list what could be given."""
    found = care_tables.ledger(session)
    needs = found.attrs["needs"]
    if (found["gave_more"] == "unknown").all():
        return [
            components.missing(
                "What you gave and took is not known from these files",
                "They tell with whom you are connected, and nothing that passed between you.",
                "LinkedIn's larger archive has messages, recommendations and endorsements; what "
                "no file tells you can note on a person's card.",
            )
        ]
    shown = session.by_address(found.assign(name=session.names.reindex(found.index)))
    shown = shown.assign(balance_says=shown["gave_more"].map(GAVE_MORE))
    says = found.attrs["says"].partition(". ")[0].removesuffix(".")
    return [
        html.P(f"{says}.", className="headline"),
        giving(shown),
        components.section(
            "Where the difference is largest",
            components.chart(
                ng.plot_give_and_take(shown).update_xaxes(nticks=7),
                "To the left what they gave you, to the right what you gave them, weighed in "
                "letters. Those who gave you most more than you gave back stand at the top.",
                name=CHART,
                described="A bar per person: what they gave to the left, what you gave to the "
                "right, by kind of gift.",
            ),
        ),
        components.section(
            "The whole ledger",
            components.grid(LEDGER, rows_of_ledger(shown), LEDGER_COLUMNS, height=520),
            says=totals(found),
        ),
        components.folded("How it is computed", *computed(found)),
        components.not_known(needs),
    ]


def giving(shown: pd.DataFrame) -> html.Section:
    """List what could be given, the most certain first."""
    some = shown[shown["giving"].notna()]
    rank = some["giving"].map({kind: place for place, kind in enumerate(ORDER_OF_GIVING)})
    order = some.assign(rank=rank, owed=some["given"] - some["received"])
    order = order.sort_values(["rank", "owed"], kind="stable")
    if order.empty:
        return components.section(
            "What you could give now",
            html.P("Nothing in your files asks for it at present."),
        )
    return components.section(
        "What you could give now",
        components.grid(GIVING, order[fields(GIVING_COLUMNS)], GIVING_COLUMNS, height=430),
        says=f"{words.count(len(order), 'person', 'people')}: open questions first, then what "
        "was never returned. That two people would gain by an introduction is a guess.",
    )


def rows_of_ledger(shown: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows; the largest difference first, whoever gave more."""
    some = shown[shown["balance"].notna()]
    net = (some["given"] - some["received"]).abs()
    order = net.sort_values(ascending=False, kind="stable").index
    return some.loc[order, fields(LEDGER_COLUMNS)]


def fields(columns: tuple[dict[str, object], ...]) -> list[str]:
    """Name what a table of such columns needs, with what it tells when pointed at."""
    return [*dict.fromkeys([*(str(each["field"]) for each in columns), "says"])]


def totals(found: pd.DataFrame) -> str:
    """Say of each kind how many were given and received."""
    told = [
        f"{row['gift']} {row['given']:,} given, {row['received']:,} received"
        for row in found.attrs["totals"]
        if row["given"] is not None and row["received"] is not None
    ]
    return f"All together: {'; '.join(told)}."


def computed(found: pd.DataFrame) -> list[Part]:
    """Say how gifts are weighed."""
    worth = ", ".join(f"{row['gift']} {row['worth']:g}" for row in found.attrs["totals"])
    return [
        html.P(
            "Each gift counts what it costs in time and standing, in letters (an assumption): "
            f"{worth}. The balance is what you gave less what they gave, divided by both: -1 all "
            "from them, +1 all from you. One side gave more if it gave at least twice as much. "
            "Where that turns round if all gifts count alike, it depends on what a gift is worth."
        ),
        html.P(
            "Meetings and calls are given by both. A letter to more than three people counts for "
            "nobody. Files see a part: a favour that nobody noted is in none."
        ),
    ]


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
