"""What a change of the network comes to: a sentence, a table, and the people behind it."""

from __future__ import annotations

from math import floor, log10
from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import components, person_card, words

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session
    from netgraph_dashboard.supposing import Supposed

MOST_NAMED = 40
MEASURES = {
    "contacts": ("People you know yourself.", 1),
    "reach": ("Your contacts, and whom they know.", 1),
    "living_reach": ("The same, but a tie that has cooled counts for less than a close one.", 1),
    "domains": ("In so many of the 25 fields you know somebody.", 1),
    "diversity": ("As varied as if so many fields were equally common among your contacts.", 1),
    "living_diversity": ("The same, with close ties counting for more.", 1),
    "clusters": ("In so many groups of people you know somebody.", 1),
    "living_clusters": ("In so many of them a tie of yours is likely alive.", 1),
    "groups": ("Into so many parts your contacts fall if you are left out.", 0),
    "cut_off": ("To them no chain of ties leads from you.", -1),
    "constraint": (
        "How much your contacts all know each other; the lower, the more varied is what you hear.",
        -1,
    ),
    "effective_size": (
        "Your contacts, less the overlap of those who know each other (effective size).",
        1,
    ),
}
"""What a measure means, and whether more of it is good (1), bad (-1), neither."""

_WHOLE, _SHARE = 0.5, 0.002
"""A change counts from half a unit, or from this share of the value before."""

_FIGURES = 3


def changed(row: pd.Series) -> bool:
    """Tell whether a measure changes by more than would show in its figures."""
    size = abs(row["change"])
    return bool(size >= _WHOLE or (size > 0 and size >= _SHARE * abs(row["before"])))


def headline(session: Session, supposed: Supposed, table: pd.DataFrame) -> str:
    """Say in a sentence what is supposed and what changes."""
    return f"{condition(session, supposed)}: {outcome(table)}."


def condition(session: Session, supposed: Supposed) -> str:
    """Say what is supposed: “Without Ann, back in touch with Bo”."""
    lose, again = (
        words.listed([session.names[person] for person in people])
        for people in (supposed.lose, supposed.again)
    )
    told = [f"without {lose}"] if lose else []
    told += [f"back in touch with {again}"] if again else []
    if supposed.new:
        field = f" in {ng.DOMAINS[supposed.field]}" if supposed.field else ""
        company = f" at {supposed.company}" if supposed.company else ""
        through = f", met through {session.names[supposed.via]}" if supposed.via else ""
        told.append(f"with a new contact{field}{company}{through}")
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def outcome(table: pd.DataFrame) -> str:
    """Say what changes, in whole people, fields and clusters."""
    told = []
    for measure, one, many in (
        ("contacts", "contact", "contacts"),
        ("reach", "person within two steps", "people within two steps"),
        ("domains", "field of work", "fields of work"),
        ("clusters", "cluster", "clusters"),
    ):
        difference = table.loc[measure, "change"]
        if pd.notna(difference) and round(abs(difference)) >= 1:
            number = words.count(round(abs(difference)), one, many)
            told.append(f"{number} {'fewer' if difference < 0 else 'more'}")
    if cut := len(table.attrs["cut_off"]):
        told.append(f"{words.count(cut, 'person', 'people')} cut off from you")
    moved = len(table.attrs["brokers_appear"])
    if moved:
        told.append(f"{words.count(moved, 'person', 'people')} newly among the ten who bridge most")
    if told:
        return words.listed(told, most=len(told))
    closer = table.loc["living_reach"]
    if changed(closer):
        more = "more" if closer["change"] > 0 else "fewer"
        return (
            f"as many people as before, but {number_in_words(abs(closer['change']))} {more} of "
            "them within two steps once closeness counts"
        )
    return "next to nothing changes"


def number_in_words(value: float, figures: int = _FIGURES) -> str:
    """Write a value with as many digits as its size calls for, never with an exponent."""
    if pd.isna(value):
        return ""
    if value == 0 or abs(value - round(value)) < _SHARE <= abs(value):
        return f"{value:,.0f}"
    places = figures - 1 - floor(log10(abs(value)))
    return f"{value:,.{min(max(places, 1), 8)}f}"


def difference_in_words(row: pd.Series) -> str:
    """Write a change with its sign, and as a share of what was before."""
    if not changed(row):
        return "no change" if abs(row["change"]) < _SHARE * _SHARE else "next to none"
    sign = "+" if row["change"] > 0 else "−"
    share = abs(row["change"] / row["before"]) if row["before"] else float("nan")
    part = "" if pd.isna(share) else f" ({sign}{share:.1%})".replace("%", " %")
    return f"{sign}{number_in_words(abs(row['change']), 2)}{part}"


def interval(row: pd.Series) -> str:
    """Say between what the change lies in nine of ten draws of the uncertain ties."""
    if not changed(row):
        return ""
    low, high = (number_in_words(row[side], 2).replace("-", "−") for side in ("low", "high"))
    return "sure" if low == high else f"{low} to {high}"


def measures(table: pd.DataFrame) -> html.Div:
    """Show every measure before and after; those that are withheld with the reason."""
    heads = ("Measure", "Before", "After", "Change", "90 % interval")
    return html.Div(
        html.Table(
            [
                html.Thead(html.Tr([html.Th(head, scope="col") for head in heads])),
                html.Tbody([_row(str(name), row) for name, row in table.iterrows()]),
            ],
            className="what-if-table",
        ),
        className="heat-frame",
    )


def _row(name: str, row: pd.Series) -> html.Tr:
    means, good = MEASURES.get(name, (str(row["meaning"]), 0))
    called = f"{row['called'][:1].upper()}{row['called'][1:]}"
    head = html.Th([called, html.Span(means, className="what-if-means")], scope="row")
    if isinstance(row["reason"], str):
        text = f"Withheld: {row['reason']}."
        return html.Tr([head, html.Td(text, colSpan=4, className="what-if-withheld")])
    moves = changed(row)
    better = good * row["change"]
    kind = "" if not moves or not better else "what-if-better" if better > 0 else "what-if-worse"
    return html.Tr(
        [
            head,
            html.Td(number_in_words(row["before"])),
            html.Td(number_in_words(row["after"])),
            html.Td(difference_in_words(row), className=kind),
            html.Td(interval(row)),
        ],
        className="" if moves else "what-if-same",
    )


def people_behind(session: Session, table: pd.DataFrame) -> list[Part]:
    """Name the people whom the change concerns: who bridges instead, and who is cut off."""
    withheld = table["reason"].get("constraint")
    if isinstance(withheld, str):
        text = f"Who bridges instead, and who is cut off, is not told: {withheld}."
        return [components.section("Who bridges instead", html.P(text))]
    appear, vanish = table.attrs["brokers_appear"], table.attrs["brokers_vanish"]
    cut = table.attrs["cut_off"]
    bridges: list[Part] = [
        _movers(session, "Newly among the ten who bridge most", appear),
        _movers(session, "No longer among them", vanish),
    ]
    if not appear and not vanish:
        bridges = [html.P("The ten who bridge most stay the same people.")]
    links = [html.Li(components.person_link(session, person)) for person in cut[:MOST_NAMED]]
    if len(cut) > MOST_NAMED:
        links.append(html.Li(f"and {len(cut) - MOST_NAMED:,} more"))
    nobody = html.P("Nobody: to everybody who is left another chain of ties leads.")
    return [
        components.section("Who bridges instead", *bridges),
        components.section(
            "Who is cut off",
            html.Ul(links, className="what-if-people") if cut else nobody,
            says="No chain of known or likely ties would lead to them from you." if cut else None,
        ),
    ]


def _movers(session: Session, title: str, rows: list[dict[str, Any]]) -> html.Div | None:
    if not rows:
        return None
    items = []
    for row in rows:
        person = str(row["person_id"])
        known = person in session.names.index
        who = components.person_link(session, person) if known else row["name"]
        ranks = [f"rank {row[s]:.0f}" if row[s] else "no rank" for s in ("before", "after")]
        held = words.percent(row["held_before"]), words.percent(row["held_after"])
        text = f"{ranks[0]} → {ranks[1]}; among the ten in {held[0]} → {held[1]} of the draws"
        items.append(html.Li([who, html.Span(text, className="how")]))
    return html.Div([html.H3(title), html.Ul(items, className="what-if-people")])


def who_they_are(session: Session, people: tuple[str, ...]) -> html.Details | None:
    """Tell of each person that is named what is known of them; folded."""
    if not people:
        return None
    return components.folded(
        "Who they are, and what hangs on them",
        html.Dl(
            [
                part
                for person in people[:MOST_NAMED]
                if person in session.people.index
                for part in (
                    html.Dt(components.person_link(session, person)),
                    html.Dd(" ".join(person_card.reasons(session, person))),
                )
            ]
        ),
    )


def drawn(table: pd.DataFrame) -> html.Figure:
    """Draw by how much each measure rises or falls."""
    figure = ng.plot_what_if(table).update_xaxes(title_text="change, in % of before", nticks=6)
    return components.chart(
        figure,
        "To the right a measure rises, to the left it falls, as a share of what it was; the grey "
        "line on a bar is where nine of ten draws of the uncertain ties lie.",
        name="what-if-chart",
        described="Bar chart of what changes",
    )
