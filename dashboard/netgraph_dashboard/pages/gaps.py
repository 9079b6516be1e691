"""Gaps: which field is missing, how sure that is, who leads there, and what to ask them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import ALL, MATCH, Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, diversity_panel, gap_heat, gap_list, gap_way
from netgraph_dashboard.components import column, number_column
from netgraph_dashboard.gap_choice import (
    BASELINE,
    CHOICE,
    HOME,
    WEIGHT,
    WEIGHTS,
    Choice,
    chooser,
    gaps_of,
    weight_switches,
)

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Gaps", "/gaps", 50, "See"
CHART, GRID, ANSWER, WAY, OPENED = (
    "gaps-chart", "gaps-grid", "gaps-answer", "gaps-way", "gaps-opened",
)  # fmt: skip
LEAD = "Fields of work in which you know too few people, and who could lead you there."
SAYS = (
    "Each row is a field: the mark is how many you know divided by how many there would be in what "
    "you compare with, the line is the 90 % interval. Left of the dotted line you know less than "
    "half."
)
WRAPPED = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.35", "padding": "10px 16px"},
}
COLUMNS = (
    column("name", "Field", width=170, **WRAPPED),
    column("verdict", "Verdict", width=118, cellRenderer="Verdict", tooltipField="meaning"),
    number_column("count", "You know", width=74),
    number_column("share", "Share", width=86, form=".1%"),
    column("ratio_in_words", "Ratio, 90 % interval", width=148, tooltipField=None),
    number_column("shortfall", "Missing to half", width=90),
)
TICKS = (0.05, 0.2, 0.5, 1, 2, 5)


def layout(session: Session) -> html.Div:
    """Show the gaps, the way to the first, and the whole picture below."""
    if not session.gaps().attrs["classified"]:
        return components.page(
            TITLE,
            LEAD,
            components.missing(
                "No gap can be told yet",
                "No contact has a field of work that can be read from a job title.",
                "An export with titles, such as LinkedIn's Connections.csv, has them.",
            ),
        )
    choice = Choice()
    gaps = gaps_of(session, choice)
    return components.page(
        TITLE,
        LEAD,
        chooser(gaps),
        dcc.Loading(
            html.Div(answer(session, gaps), id=ANSWER, className="stack"),
            delay_show=500,
            overlay_style={"visibility": "visible", "opacity": 0.35},
            target_components={ANSWER: "children"},
        ),
        gap_heat.section(session, choice),
        diversity_panel.section(session),
        dcc.Store(id=OPENED),
    )


def answer(session: Session, gaps: pd.DataFrame) -> list[Any]:
    """Compare with what was chosen: the list with the way there, the chart and all fields."""
    first = gap_list.first_code(gaps)
    return [
        html.Div(
            [
                html.P(gap_list.headline(gaps), className="headline"),
                html.P(gap_list.summary(gaps), className="evidence-line"),
            ],
            className="stack-close",
        ),
        gap_list.what_would_tell(gaps),
        components.columns(
            components.section("Where you lack people", gap_list.build(session, gaps, first)),
            dcc.Loading(
                html.Div(gap_way.build(session, first, gaps), id=WAY, className="gap-way"),
                delay_show=400,
                overlay_style={"visibility": "visible", "opacity": 0.35},
                target_components={WAY: "children"},
            ),
            weights="5fr 8fr",
        ),
        components.columns(
            components.section(
                "Against what you compare with",
                components.chart(
                    figure(gaps), SAYS, name=CHART, described="Chart of fields against the baseline"
                ),
            ),
            components.section(
                "All fields",
                components.grid(
                    GRID, gap_list.rows(gaps), COLUMNS, height=700, options=components.ONE_ROW
                ),
                says="Click on a row to see the way there.",
            ),
            weights="9fr 11fr",
        ),
    ]


def figure(gaps: pd.DataFrame) -> Any:  # noqa: ANN401 - a figure
    """Draw the fields against the baseline."""
    return ng.plot_gaps(gaps).update_xaxes(
        tickangle=0,
        tickvals=TICKS,
        ticktext=[f"{t:g}" for t in TICKS],
        title_text="ratio to what you compare with",
    )


def register(app: Dash, session: Session) -> None:
    """Compare anew, open the way to a field, and draft what to ask."""
    register_choice(app, session)
    components.bring_into_view(app, WAY, OPENED, "data")

    @app.callback(
        Output(WAY, "children"),
        Output(OPENED, "data"),
        Output({"type": gap_list.ITEM, "code": ALL}, "className"),
        Input({"type": gap_list.OPEN, "code": ALL}, "n_clicks"),
        Input({"type": gap_heat.DOMAIN, "code": ALL}, "n_clicks"),
        Input(GRID, "selectedRows"),
        Input(CHART, "clickData"),
        State(CHOICE, "data"),
        prevent_initial_call=True,
    )
    def show(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - what Dash hands over
        items = [part["id"]["code"] for part in ctx.outputs_list[2]]
        code = clicked(ctx.triggered_id, ctx.triggered[0]["value"])
        if code is None or code not in ng.DOMAINS:
            return no_update, no_update, [no_update] * len(items)
        gaps = gaps_of(session, Choice.read(given[-1]))
        marks = [gap_list.item_class(chosen=item == code) for item in items]
        return gap_way.build(session, code, gaps), code, marks

    @app.callback(
        Output({"type": gap_way.DRAFT, "code": MATCH, "person": MATCH, "place": MATCH}, "children"),
        Input({"type": gap_way.ASK, "code": MATCH, "person": MATCH, "place": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
    def ask(clicks: int | None) -> Any:  # noqa: ANN401 - a part
        if not clicks:
            return no_update
        named = ctx.triggered_id
        return gap_way.ask(session, named["person"], named["code"], named["place"])


def register_choice(app: Dash, session: Session) -> None:
    """Take over what gaps are measured by."""

    @app.callback(
        Output(CHOICE, "data"),
        Output(WEIGHTS, "children"),
        Input(BASELINE, "value"),
        Input(HOME, "value"),
        Input({"type": WEIGHT, "code": ALL}, "value"),
        State({"type": WEIGHT, "code": ALL}, "id"),
        State(CHOICE, "data"),
        prevent_initial_call=True,
    )
    def choose(*given: Any) -> tuple[Any, Any]:  # noqa: ANN401 - what Dash hands over
        codes, home, values, ids, before = given
        weighed = {each["code"]: int(v) for each, v in zip(ids, values, strict=True)}
        weights = {code: weighed.get(code, 1) for code in codes or []}
        own = None if home == session.gaps().attrs["home"] else home
        choice = Choice.read({"weights": weights, "home": own})
        switches = (
            weight_switches(codes or [], weights) if ctx.triggered_id == BASELINE else no_update
        )
        same = choice == Choice.read(before)
        return no_update if same else choice.kept(), switches

    @app.callback(Output(ANSWER, "children"), Input(CHOICE, "data"), prevent_initial_call=True)
    def compare(chosen: dict[str, Any] | None) -> list[Any]:
        return answer(session, gaps_of(session, Choice.read(chosen)))

    @app.callback(
        Output(gap_heat.HEAT, "children"),
        Input(gap_heat.BY, "value"),
        Input(CHOICE, "data"),
        prevent_initial_call=True,
    )
    def split(by: str, chosen: dict[str, Any] | None) -> list[Any]:
        known = by if by in gap_heat.GROUPS else "seniority"
        return gap_heat.build(session, known, Choice.read(chosen))


def clicked(where: Any, value: Any) -> str | None:  # noqa: ANN401 - what Dash hands over
    """Tell which field was clicked on, in the list, the table, or the chart."""
    if not value:
        return None
    if isinstance(where, dict):
        return str(where["code"])
    if where == GRID:
        return str(value[0]["row_id"])
    return gap_list.code_of(str(value["points"][0].get("y")))
