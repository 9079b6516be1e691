"""Brokers: people who connect others that would otherwise not meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import Dash, Input, Output, html, no_update

import netgraph as ng
from netgraph_dashboard import components, theme, words
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd
    import plotly.graph_objects as go

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Brokers", "/brokers", 40, "See"
CHART, GRID, NOTE = "brokers-chart", "brokers-grid", "brokers-note"
LEAD = "People who lie between others: lose one, and the ways between your groups grow long."
MOST, NAMED = 200, 8
COLUMNS = (
    number_column("rank", "Rank", width=76),
    column("where", "Rank lies in", width=112, tooltipField=None),
    column("name", "Name", width=190, cellRenderer="PersonLink"),
    column("label", "Cluster", width=190, cellRenderer="Swatch"),
    number_column("degree", "Ties", width=76),
    number_column("clusters_reached", "Clusters reached", width=108),
    number_column("betweenness", "Bridging", width=108, form=".3f"),
    number_column("constraint", "Constraint", width=118, form=".2f"),
    number_column("evidence", "Ties observed", width=112, form=".0%"),
)
SAYS = (
    "Each dot is a person: the higher, the more shortest paths between your other contacts run "
    "through them; high on the left are people whose few ties nobody else has. An inferred tie "
    "counts as its probability."
)


def layout(session: Session) -> html.Div:
    """List the brokers and draw bridging against ties."""
    brokers = session.by_address(session.brokers)
    if brokers.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing_ties("No brokers can be told yet", session.evidence),
        )
    return components.page(
        TITLE,
        LEAD,
        html.P(session.evidence["verdict"], className="evidence-line"),
        components.section(
            "Ties against bridging",
            components.chart(
                figure(brokers.head(MOST)), SAYS, name=CHART, described="Scatter chart of brokers"
            ),
            html.P(note(session, None), id=NOTE, className="chart-note"),
        ),
        components.section(
            "Ranking",
            components.grid(
                GRID, rows(brokers.head(MOST)), COLUMNS, height=520, options=components.ONE_ROW
            ),
            says=ranking_sentence(brokers),
        ),
    )


def rows(brokers: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each broker."""
    where = [
        words.rank_range(low, high)
        for low, high in zip(brokers["rank_low"], brokers["rank_high"], strict=True)
    ]
    colour = [theme.cluster_colour(c) for c in brokers["cluster"]]
    shown = [c["field"] for c in COLUMNS if c["field"] != "where"]
    return brokers[shown].assign(where=where, colour=colour)


def ranking_sentence(brokers: pd.DataFrame) -> str:
    """Say what the ranks are worth."""
    firm = int((brokers["rank_low"] == brokers["rank_high"]).head(10).sum())
    of = min(10, len(brokers))
    shown = f"The first {MOST} of {len(brokers):,}. " if len(brokers) > MOST else ""
    return (
        f"{shown}“Rank lies in” is where a rank falls in nine of ten networks in which the "
        f"uncertain ties are drawn anew; {firm} of the first {of} keep their rank in all of them. "
        "Low constraint means that a person's contacts do not know each other."
    )


def figure(brokers: pd.DataFrame, chosen: str | None = None) -> go.Figure:
    """Draw the brokers; the chosen one gets a ring."""
    drawn = ng.plot_brokers(brokers, count=NAMED)
    drawn.update_traces(cliponaxis=False).update_layout(margin_r=90)  # room for names at the edge
    if chosen in brokers.index:
        row = brokers.loc[chosen]
        drawn.add_scatter(
            x=[float(row["degree"])],
            y=[row["betweenness"]],
            mode="markers+text",
            text=[row["name"]],
            textposition="bottom center",
            marker={
                "size": 20,
                "symbol": "circle-open",
                "color": theme.PALETTE[0],
                "line": {"width": 3},
            },
            cliponaxis=False,
            hoverinfo="skip",
            showlegend=False,
        )
    return components.restyle(drawn)


def note(session: Session, person: str | None) -> list[Any]:
    """Say of the chosen person what would be lost with them."""
    if person is None or person not in session.brokers.index:
        return ["Choose a row or a dot to see one person in both."]
    row = session.brokers.loc[person]
    clusters = words.count(row["clusters_reached"], "cluster")
    place = words.rank_range(row["rank_low"], row["rank_high"])
    observed = words.percent(row["evidence"])
    text = (
        f" has {words.count(row['degree'], 'tie')} in {clusters}; rank {row['rank']}, in nine of "
        f"ten draws {place}; {observed} of these ties were observed."
    )
    what_if = components.what_if_link(session, person)
    return [components.person_link(session, person), text, " ", what_if]


def register(app: Dash, session: Session) -> None:
    """Tie the table and the chart together: what is chosen in one shows in the other."""

    @app.callback(
        Output(CHART, "figure"),
        Output(NOTE, "children"),
        Input(GRID, "selectedRows"),
        prevent_initial_call=True,
    )
    def show(chosen: list[dict[str, str]] | None) -> tuple[Any, Any]:
        address = chosen[0]["row_id"] if chosen else None
        brokers = session.by_address(session.brokers.head(MOST))
        return figure(brokers, address), note(session, session.person_at(address))

    @app.callback(
        Output(GRID, "selectedRows"),
        Output(GRID, "scrollTo"),
        Input(CHART, "clickData"),
        prevent_initial_call=True,
    )
    def choose(clicked: dict[str, Any] | None) -> tuple[Any, Any]:
        data = clicked["points"][0].get("customdata") if clicked else None
        if not data:
            return no_update, no_update
        person = str(data[-1])
        return {"ids": [person]}, {"rowId": person, "rowPosition": "middle"}
