"""How sure the chances of a way are: where they come from, and how good they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import components, reach, words

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session


def how_sure(session: Session) -> html.Details:
    """Tell where the chances come from, and how good they were."""
    curve = reach.curve(session)
    parts: list[Component | str] = [
        html.P(f"Where they come from: {curve.basis}."),
        html.P(
            "A request is passed on the likelier, the closer the two of a tie are: how often and "
            "how lately they were in touch; an introduction that is made may still lead to "
            "nothing. All of these chances along a way are multiplied, as if they did not depend "
            "on each other; an inferred tie counts with the probability that it exists."
        ),
    ]
    if len(curve.table):
        parts += [
            components.chart(
                ng.plot_calibration(curve.table),
                "Each dot is a group of your past introductions: the higher, the more of them led "
                "to something; on the dotted line as many did as were foretold.",
                name="paths-calibration",
                described="Chart of past introductions, foretold against what came",
            ),
            record(curve.table),
        ]
    return components.folded("How sure are these chances?", *parts)


def record(table: pd.DataFrame) -> html.Div:
    """Show the numbers of the chart."""
    head = ("Chance foretold", "Introductions", "Led to something", "Share, 90 % interval")
    body = [
        html.Tr(
            [
                html.Td(words.percent(row.predicted)),
                html.Td(f"{row.asked:,}"),
                html.Td(f"{row.succeeded:,}"),
                html.Td(
                    f"{words.percent(row.succeeded / row.asked)}, {words.span(row.low, row.high)}"
                ),
            ]
        )
        for row in table.itertuples()
    ]
    return html.Div(
        html.Table(
            [html.Thead(html.Tr([html.Th(text, scope="col") for text in head])), html.Tbody(body)],
            className="record",
        ),
        className="record-frame",
    )
