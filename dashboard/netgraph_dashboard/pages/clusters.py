"""Clusters: groups of people who know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import pandas as pd
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, theme, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import plotly.graph_objects as go

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Clusters", "/clusters", 30, "See"
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
    person_column(),
    column("title", "Title", width=160),
    column("company", "Company", width=140),
    number_column("observed", "Ties", width=76),
    number_column("inferred", "Possible", width=96),
    number_column("core", "Runs that agree", width=96, form=".0%"),
)
MOST_BARS, MOST_HEIGHT, LONGEST_NAME = 25, 350, 80
NAME, RENAME, UNNAME, CHOSEN = (
    "clusters-name", "clusters-rename", "clusters-unname", "clusters-chosen",
)  # fmt: skip
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
            components.grid(
                GRID,
                rows(session),
                COLUMNS,
                height=min(components.natural_height(len(described)), MOST_HEIGHT),
                options=components.ONE_ROW,
            ),
            says=SAYS,
        ),
        components.columns(
            html.Div(members(session, int(described.index[0])), id=MEMBERS),
            components.section("Size", chart(described)),
            weights="3fr 2fr",
        ),
    )


def rows(session: Session) -> pd.DataFrame:
    """Choose what the table shows of each cluster."""
    described = session.described
    feature = described["feature"].replace({"groups": "label", "domain": "field"})
    named_by = (feature.str.capitalize() + ", " + described["support"]).where(
        feature.notna(), "Nothing shared"
    )
    named_by = named_by.mask(described.index.isin(list(session.own_names)), "You")
    colour = [theme.cluster_colour(cluster) for cluster in described.index]
    shown = described.assign(named_by=named_by, colour=colour)
    return shown[[*(c["field"] for c in COLUMNS), "colour"]]


def chart(described: pd.DataFrame) -> html.Figure:
    """Draw the sizes of the largest clusters."""
    largest = described.iloc[0]
    rest = len(described) - min(len(described), MOST_BARS)
    share = words.percent(largest["size"] / described["size"].sum())
    says = f"{largest['label']} is the largest cluster, with {share} of all people in clusters."
    if rest:
        says += f" The {rest} smallest are in the table only."
    return components.chart(
        figure(described), says, name=CHART, described="Bar chart of cluster sizes"
    )


def figure(described: pd.DataFrame) -> go.Figure:
    """Draw a bar for each of the largest clusters, in the colour that it has on the map."""
    bars = ng.plot_clusters(described.head(MOST_BARS)).update_traces(textangle=0)
    for trace in bars.data:
        trace.marker.color = [theme.cluster_colour(row[-1]) for row in trace.customdata]
    return components.restyle(bars)


def members(session: Session, cluster: int) -> html.Section:
    """List who is in a cluster, and to which others it is tied."""
    row = session.described.loc[cluster]
    people = session.people
    inside = people[people["cluster"] == cluster]
    shown = session.by_address(inside[[c["field"] for c in MEMBER_COLUMNS]])
    return components.section(
        str(row["label"]),
        naming(session, cluster),
        components.grid(MEMBER_GRID, shown, MEMBER_COLUMNS, height=420),
        says=outward(session, cluster),
    )


def naming(session: Session, cluster: int) -> html.Div:
    """Offer to give a cluster a name of one's own."""
    own = session.own_names.get(cluster)
    return html.Div(
        [
            dmc.TextInput(
                id=NAME,
                debounce=True,  # what is written counts when Enter is pressed
                value=own or "",
                placeholder="A name of your own",
                size="xs",
                inputProps={"maxLength": LONGEST_NAME},
                **{"aria-label": "A name of your own for this cluster"},
            ),
            html.Button("Rename", id=RENAME, className="button button-small"),
            html.Button(
                "Use the found name",
                id=UNNAME,
                className="button button-small",
                style={} if own else {"display": "none"},
            ),
            dcc.Store(id=CHOSEN, data=cluster),
        ],
        className="tag-row",
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

    components.bring_into_view(app, MEMBERS, GRID, "selectedRows")

    @app.callback(
        Output(GRID, "rowData"),
        Output(CHART, "figure"),
        Output(MEMBERS, "children", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(RENAME, "n_clicks"),
        Input(UNNAME, "n_clicks"),
        Input(NAME, "n_submit"),
        State(NAME, "value"),
        State(CHOSEN, "data"),
        prevent_initial_call=True,
    )
    def rename(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what Dash hands over
        *pressed, name, cluster = given
        if not any(pressed):
            return (no_update,) * 4
        wanted = "" if ctx.triggered_id == UNNAME else (name or "").strip()[:LONGEST_NAME]
        try:
            session.name_cluster(int(cluster), wanted)
        except ng.NetgraphError as error:
            return no_update, no_update, no_update, str(error)
        said = f"Named {wanted}." if wanted else "It has the found name again."
        return (
            components.records(rows(session)),
            figure(session.described),
            members(session, int(cluster)),
            said,
        )
