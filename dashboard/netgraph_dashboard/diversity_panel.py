"""How diverse the whole network is, in plain words, and whose loss would cost most."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import components, words

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

MOST = 10
SURE = 0.05
COMPUTED = {
    "hill_1": "The effective number of fields (Hill number of order 1): the number of equally "
    "common fields that would be as diverse as your mix. The band is the 95 % interval.",
    "ei_you": "Ties to other fields less ties to your own, divided by all (E-I index), told here "
    "as the share of ties to other fields. The dotted line is what equal shares of all fields "
    "would give; the band is the 95 % interval.",
    "ei_contacts": "The same of the observed ties among your contacts. The dotted line is what "
    "chance gives: the fields are dealt out anew among the same people many times.",
    "positions": "A position generator: each field at each of six levels is a position, and it "
    "counts as reached if you know one person there.",
}


def section(session: Session) -> html.Section:
    """Show the measures of the whole network."""
    table = session.once(
        "diversity", lambda: ng.describe_diversity(session.contacts, graph=session.graph)
    )
    home = session.gaps().attrs["home"]
    return components.section(
        "How diverse is it all?",
        html.Div(
            [fields(table), own_field(table, home), among(table), positions(session, table)],
            className="gap-measures",
        ),
        contributors(session),
    )


def measure(value: str, says: str, computed: str, *more: Any) -> html.Div:  # noqa: ANN401 - parts
    """Frame one measure: the number, a sentence, a picture, and how it is computed."""
    return html.Div(
        [
            html.Div(value, className="gap-measure-value"),
            html.P(says),
            *more,
            components.folded("How it is computed", html.P(computed)),
        ],
        className="gap-measure",
    )


def undefined(row: pd.Series, what: str, name: str) -> html.Div:
    """Say why a measure has no value."""
    why = str(row["says"]).removeprefix("not defined: ")
    return measure("–", f"{what} cannot be told: {why}.", COMPUTED[name])


def fields(table: pd.DataFrame) -> html.Div:
    """Tell the effective number of fields."""
    row = table.loc["hill_1"]
    if pd.isna(row["value"]):
        return undefined(row, "How many fields your network amounts to", "hill_1")
    says = (
        f"Your {words.count(row['contacts'], 'contact')} are as diverse as {row['value']:.1f} "
        f"equally common fields would be, of {len(ng.DOMAINS)} (95 % sure: {row['low']:.1f} to "
        f"{row['high']:.1f}); {table.loc['hill_0', 'value']:.0f} occur."
    )
    most = len(ng.DOMAINS)
    return measure(
        f"{row['value']:.1f} fields", says, COMPUTED["hill_1"],
        scale(row["value"] / most, row["low"] / most, row["high"] / most, ends=("0", str(most))),
    )  # fmt: skip


def own_field(table: pd.DataFrame, home: str | None) -> html.Div:
    """Tell how many work outside one's own field."""
    row = table.loc["ei_you"]
    if pd.isna(row["value"]) or home is None:
        return undefined(row, "How far you look beyond your own field", "ei_you")
    value, low, high, expected = (share(row[c]) for c in ("value", "low", "high", "expected"))
    way = "fewer" if value < expected else "more"
    verdict = f"{way} than" if row["p"] < SURE else "about as many as"
    says = (
        f"{words.percent(value)} of them work outside {ng.DOMAINS[home]}, {verdict} the "
        f"{words.percent(expected)} that equal shares of all fields would give."
    )
    return measure(
        f"{words.percent(value)} outside",
        says,
        COMPUTED["ei_you"],
        scale(value, low, high, expected),
    )


def among(table: pd.DataFrame) -> html.Div:
    """Tell whether one's contacts keep to their fields."""
    row = table.loc["ei_contacts"]
    if pd.isna(row["value"]):
        return undefined(row, "Whether your contacts keep to their own field", "ei_contacts")
    value, expected = share(row["value"]), share(row["expected"])
    keep = "more" if value < expected else "less"
    verdict = (
        f"Your contacts keep to their own field {keep} than chance would have it"
        if row["p"] < SURE
        else "Whether your contacts keep to their own field cannot be told from chance"
    )
    says = (
        f"{verdict}: of {words.count(row['contacts'], 'observed tie')} among them, "
        f"{words.percent(value)} lead to another field; by chance it would be "
        f"{words.percent(expected)}."
    )
    return measure(
        f"{words.percent(value)} across", says, COMPUTED["ei_contacts"],
        scale(value, expected=expected),
    )  # fmt: skip


def positions(session: Session, table: pd.DataFrame) -> html.Div:
    """Tell how many levels are reached in how many fields."""
    row = table.loc["positions"]
    if pd.isna(row["value"]):
        return undefined(row, "Which levels you reach", "positions")
    most = len(ng.DOMAINS) * len(ng.SENIORITY)
    says = (
        f"Of {most} positions, a field at a level, you reach {row['value']:.0f}: you know somebody "
        "there. A title that tells no level may hide some."
    )
    reached = session.once("positions", lambda: ng.describe_positions(session.contacts))
    lines = [html.Li(f"{r.name_}: {r.said}") for r in position_lines(reached).itertuples()]
    return measure(
        f"{row['value']:.0f} positions", says, COMPUTED["positions"],
        scale(row["value"] / most, ends=("0", str(most))),
        components.folded("Which levels are missing in which field", html.Ul(lines)),
    )  # fmt: skip


def position_lines(reached: pd.DataFrame) -> pd.DataFrame:
    """Say of each field which levels are missing, the best covered first."""
    ordered = reached.sort_values("levels", ascending=False, kind="stable")
    said = [
        "every level" if not missing else "no level yet" if not levels else f"missing {missing}"
        for levels, missing in zip(ordered["levels"], ordered["missing"].str.lower(), strict=True)
    ]
    return pd.DataFrame({"name_": ordered["name"], "said": said})


def share(index: float) -> float:
    """Turn an E-I index (-1 to 1) into the share of ties to other fields (0 to 1)."""
    return (index + 1) / 2


def scale(
    value: float,
    low: float | None = None,
    high: float | None = None,
    expected: float | None = None,
    *,
    ends: tuple[str, str] = ("0 %", "100 %"),
) -> html.Div:
    """Draw a value between two ends, with its interval as a band and what to expect as a line."""
    at = {"--at": f"{100 * value:.1f}%"}
    if low is not None and high is not None:
        at |= {"--low": f"{100 * low:.1f}%", "--wide": f"{100 * (high - low):.1f}%"}
    if expected is not None:
        at["--expected"] = f"{100 * expected:.1f}%"
    marks = ["gap-scale-band"] * ("--low" in at) + ["gap-scale-expected"] * (expected is not None)
    return html.Div(
        [
            html.Div(
                [
                    *(html.Span(className=mark) for mark in marks),
                    html.Span(className="gap-scale-at"),
                ],
                className="gap-scale-line",
                style=at,
            ),
            html.Div([html.Span(end) for end in ends], className="gap-scale-ends"),
        ],
        className="gap-scale",
        **{"aria-hidden": "true"},
    )


def contributors(session: Session) -> html.Details:
    """Say whose loss would cost most fields, and whose field would add most."""
    table = session.once(
        "contributions", lambda: ng.contributions(session.contacts, graph=session.graph)
    )
    costly = table[table["domains"] > 0].head(MOST)
    lines = [html.Li(loss(session, str(p), row)) for p, row in costly.iterrows()]
    none = html.P("No single loss would make your network less diverse.")
    return components.folded(
        "Whose loss would cost most, and what one more person would add",
        html.P(
            f"The first {len(costly)} of {words.count(len(table), 'contact')}, by how much less "
            "diverse the mix of fields would be without them."
        ),
        html.Ol(lines, className="gap-losses") if lines else none,
        html.P(table.attrs["says"]),
    )


def loss(session: Session, person: str, row: pd.Series) -> list[Any]:
    """Say what would go with somebody."""
    field = ng.DOMAINS[row["domain"]]
    said = f"the only one you know in {field}" if row["only"] else field
    if row["level_only"] and not row["only"]:
        said += ", and nobody else there at that level"
    reach = (
        f"; {row['reach']:.0f} people whom you reach through them alone"
        if row["reach"] >= 1
        else ""
    )
    return [
        components.person_link(session, person),
        f": {row['domains']:.2f} fields less; {said}{reach}",
    ]
