"""Clusters: groups of people who know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from dash import Dash, Input, Output, State, html

import netgraph as ng
from netgraph_dashboard import components, theme, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER = "Clusters", "/clusters", 30
CHART, GRID, MEMBERS, MEMBER_GRID = (
    "clusters-chart", "clusters-grid", "clusters-members", "clusters-member-grid",
)  # fmt: skip
LEAD = "Groups of people who know each other better than they know the rest."
COLUMNS = (
    column("label", "Cluster", width=200, cellRenderer="Swatch", pinned="left"),
    column("named_by", "Named by", width=180),
    number_column("size", "People", width=96),
    number_column("density", "Density", width=104, form=".0%"),
    number_column("stability", "Stability", width=108, form=".0%"),
    number_column("observed", "Ties observed", width=112, form=".0%"),
    number_column("outward_ties", "Ties outward", width=108),
    column("bridges", "Who connects it", width=320),
)
MEMBER_COLUMNS = (
    person_column(width=160),
    column("title", "Title", width=180),
    column("company", "Company", width=150),
    number_column("degree", "Ties", width=70),
    number_column("core", "Runs that agree", width=104, form=".0%"),
)
MOST_BARS = 25
SAYS = (
    "Click on a row to see who is in it. “Company, 7 of 9” tells that seven of the cluster's nine "
    "people share the company it is named after; density is the share of possible ties within, an "
    "inferred one counting as its probability; stability tells how far ten runs agree on who "
    "belongs."
)


def layout(session: Session) -> html.Div:
    """List the clusters and draw their sizes."""
    described = session.described
    if described.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing_ties("No clusters can be told yet", session.evidence),
        )
    return components.page(
        TITLE,
        LEAD,
        components.section(
            "All clusters",
            components.grid(GRID, rows(described), COLUMNS, options=components.ONE_ROW),
            says=SAYS,
        ),
        components.columns(
            components.section("Size", chart(described)),
            html.Div(members(session, int(described.index[0])), id=MEMBERS),
            weights="2fr 3fr",
        ),
    )


def rows(described: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each cluster."""
    feature = described["feature"].replace({"groups": "label", "domain": "field"})
    named_by = (feature.str.capitalize() + ", " + described["support"]).where(
        feature.notna(), "Nothing shared"
    )
    colour = [theme.cluster_colour(cluster) for cluster in described.index]
    shown = described.assign(named_by=named_by, colour=colour)
    return shown[[*(c["field"] for c in COLUMNS), "colour"]]


def chart(described: pd.DataFrame) -> html.Figure:
    """Draw the sizes of the largest clusters."""
    shown = described.head(MOST_BARS)
    largest = shown.iloc[0]
    rest = len(described) - len(shown)
    share = words.percent(largest["size"] / described["size"].sum())
    says = f"{largest['label']} is the largest cluster, with {share} of all people in clusters."
    if rest:
        says += f" The {rest} smallest are in the table only."
    return components.chart(
        ng.plot_clusters(shown), says, name=CHART, described="Bar chart of cluster sizes"
    )


def members(session: Session, cluster: int) -> html.Section:
    """List who is in a cluster, and to which others it is tied."""
    row = session.described.loc[cluster]
    people = session.people
    inside = people[people["cluster"] == cluster]
    return components.section(
        str(row["label"]),
        components.grid(
            MEMBER_GRID, inside[[c["field"] for c in MEMBER_COLUMNS]], MEMBER_COLUMNS, height=420
        ),
        says=outward(session, cluster),
    )


def outward(session: Session, cluster: int) -> str:
    """Say to which clusters one is tied, and through whom."""
    row = session.described.loc[cluster]
    if not row["outward_ties"]:
        return "No tie from here to another cluster is known."
    home = session.clusters["cluster"].to_dict()
    label = session.described["label"]
    others = pd.Series(
        [
            label[home[two if home[one] == cluster else one]]
            for one, two in session.graph.edges
            if cluster in (home.get(one), home.get(two))
            and home.get(one, cluster) != home.get(two, cluster)
            and pd.notna(home[one])
            and pd.notna(home[two])
        ]
    )
    tied = [f"{name} ({ties})" for name, ties in others.value_counts().items()]
    through = words.listed(str(row["bridges"]).split("; "))
    return f"Tied to {words.listed(tied)}; most of all through {through}."


def register(app: Dash, session: Session) -> None:
    """Show the people of the cluster that is chosen."""

    @app.callback(
        Output(MEMBERS, "children"),
        Input(GRID, "selectedRows"),
        State(GRID, "id"),
        prevent_initial_call=True,
    )
    def choose(chosen: list[dict[str, str]] | None, _grid: str) -> html.Section:
        cluster = int(chosen[0]["row_id"]) if chosen else int(session.described.index[0])
        return members(session, cluster)
