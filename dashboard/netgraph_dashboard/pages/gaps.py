"""Gaps: fields of work in which you know too few people, measured by a mix that you choose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import pandas as pd
from dash import ALL, Dash, Input, Output, ctx, html, no_update

import netgraph as ng
from netgraph_dashboard import components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    from dash._no_update import NoUpdate

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER = "Gaps", "/gaps", 50
CHART, GRID, BASELINE, ANSWER, THERE, DOMAIN = (
    "gaps-chart", "gaps-grid", "gaps-baseline", "gaps-answer", "gaps-there", "gaps-domain",
)  # fmt: skip
LEAD = "Fields of work in which you know few people, measured by a mix that you choose."
SAYS = (
    "Each row is a field: the mark is its share of your contacts divided by its share in the "
    "baseline, the line is the 90 % interval; left of the dotted line you know less than half as "
    "many as the baseline has."
)
VERDICTS = {
    "gap": "surely less than half of the baseline's share, whatever the unknown titles hide",
    "uncertain": "a gap, unless people without a known field work there",
    "thin": "may be more or less than half",
    "covered": "surely more than half of it",
    "no verdict": "too few contacts of known field, or not in the baseline",
}
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
STRONGEST = 60  # per cent of the colour in a cell; text stays readable on it
TICKS = (0.05, 0.2, 0.5, 1, 2, 5)
THERE_COLUMNS = (
    person_column(width=150),
    column("title", "Title", width=190),
    column("company", "Company", width=150),
    column("level", "Level", width=120),
    column("label", "Cluster", width=130),
)


def layout(session: Session) -> html.Div:
    """Show the comparison and the table of fields by level."""
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
    return components.page(
        TITLE,
        LEAD,
        baseline_chooser(),
        html.Div(answer(session, None), id=ANSWER, className="stack"),
        components.section(
            "Fields by level",
            heat_table(session.people),
            html.P(heat_sentence(session.people), className="caption"),
        ),
        html.Div(there(session, first_domain(session)), id=THERE),
    )


def baseline_chooser() -> html.Div:
    """Offer to name the fields that matter."""
    return html.Div(
        dmc.MultiSelect(
            id=BASELINE,
            label="Compare with",
            description="Nothing chosen: equal shares of the professional fields. Choose the "
            "fields that matter to your goal to compare with equal shares of those.",
            placeholder="Equal shares of the professional fields",
            data=[{"value": code, "label": name} for code, name in ng.DOMAINS.items()],
            searchable=True,
            clearable=True,
            hidePickedOptions=True,
            selectFirstOptionOnChange=True,
        ),
        className="baseline",
    )


def first_domain(session: Session) -> str:
    """Choose the field whose people are listed before anybody has clicked."""
    return str(session.gaps().index[0])


def answer(session: Session, baseline: list[str] | None) -> list[Any]:
    """Compare with the chosen baseline: in a sentence, a chart and a table."""
    gaps = session.gaps(baseline)
    figure = ng.plot_gaps(gaps).update_xaxes(
        tickangle=0,
        tickvals=TICKS,
        ticktext=[f"{t:g}" for t in TICKS],
        title_text="ratio to the baseline",
    )
    return [
        html.P(summary(gaps), className="evidence-line"),
        components.columns(
            components.section(
                "Against the baseline",
                components.chart(
                    figure, SAYS, name=CHART, described="Chart of fields against the baseline"
                ),
            ),
            components.section(
                "Verdicts",
                components.grid(GRID, rows(gaps), COLUMNS, height=700, options=components.ONE_ROW),
                says="Click on a row to see whom you know there.",
            ),
            weights="9fr 11fr",
        ),
    ]


def summary(gaps: pd.DataFrame) -> str:
    """Say what was compared with what, and what came of it."""
    known = gaps.attrs
    total = known["classified"] + known["unknown"]
    text = (
        f"Compared with {known['baseline']}; {known['classified']:,} of {total:,} contacts have a "
        "known field"
    )
    if (gaps["verdict"] == "no verdict").all():
        return f"{text}, too few for a verdict: 150 are needed."
    lacking = gaps.loc[gaps["verdict"] == "gap", "name"].tolist()
    return (
        f"{text}. {words.count(len(lacking), 'gap')}: {words.listed(lacking)}."
        if lacking
        else f"{text}. No clear gap."
    )


def rows(gaps: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each field."""
    numbers = zip(gaps["ratio"], gaps["ratio_low"], gaps["ratio_high"], strict=True)
    ratio = [
        "" if pd.isna(r) else f"{brief(r)} ({brief(low)}–{brief(high)})" for r, low, high in numbers
    ]
    shown = ["name", "verdict", "count", "share", "shortfall"]
    return gaps[shown].assign(ratio_in_words=ratio, meaning=gaps["verdict"].map(VERDICTS))


def brief(ratio: float) -> str:
    """Write a ratio with as many digits as it has to tell."""
    return f"{ratio:.2f}" if ratio < 1 else f"{ratio:.1f}"


def heat_table(people: pd.DataFrame) -> html.Div:
    """Show how many people are known in each field at each level: a real table, coloured."""
    counts = heat_counts(people)
    most = max(int(counts[list(ng.SENIORITY.values())].to_numpy().max()), 1)
    head = html.Tr(
        [html.Th("Field", scope="col"), *(html.Th(c, scope="col") for c in counts.columns)]
    )
    body = [
        html.Tr([html.Th(field_button(code), scope="row"), *(cell(n, most) for n in row)])
        for code, row in zip(counts.index, counts.to_numpy(), strict=True)
    ]
    return html.Div(
        html.Table([html.Thead(head), html.Tbody(body)], className="heat"), className="heat-frame"
    )


def heat_counts(people: pd.DataFrame) -> pd.DataFrame:
    """Count people by field (largest first) and level, with a column for no known level."""
    levels = people["seniority"].fillna("?")
    counts = pd.crosstab(people["domain"], levels)
    counts = counts.reindex(index=list(ng.DOMAINS), columns=[*ng.SENIORITY, "?"], fill_value=0)
    counts = counts.loc[counts.sum(axis=1).sort_values(ascending=False, kind="stable").index]
    return counts.rename(columns={**ng.SENIORITY, "?": "Level unknown"}).assign(
        All=counts.sum(axis=1)
    )


def cell(number: int, most: int) -> html.Td:
    """Show a count; the colour's strength follows its square root."""
    strength = round(STRONGEST * (min(number, most) / most) ** 0.5)
    return html.Td(
        f"{number:,}" if number else "–",
        style={"--strength": f"{strength}%"},
        className="" if number else "none",
    )


def field_button(code: str) -> html.Button:
    """Name a field; a click lists who works there."""
    return html.Button(ng.DOMAINS[code], id={"type": DOMAIN, "code": code}, className="link-button")


def heat_sentence(people: pd.DataFrame) -> str:
    """Say what the table of fields by level shows."""
    known = people.dropna(subset=["domain"])
    if known.empty:
        return "Nobody's field is known."
    both = known.groupby(["field", "level"]).size().sort_values(ascending=False)
    empty = len(ng.DOMAINS) - known["domain"].nunique()
    most = (
        f"Most common are people in {both.index[0][0]} at the level {both.index[0][1].lower()}"
        if len(both)
        else "No level is known"
    )
    nobody = f"in {words.count(empty, 'field')} you know nobody" if empty else "no field is empty"
    unknown = int(people["domain"].isna().sum())
    if not unknown:
        return f"{most}; {nobody}."
    return (
        f"{most}; {nobody}. {words.count(unknown, 'person', 'people')} without a known field are "
        "not counted here: that is missing data, not absence."
    )


def there(session: Session, code: str) -> html.Section:
    """List whom one knows in a field."""
    people = session.people
    found = people[people["domain"] == code]
    name = ng.DOMAINS[code]
    if found.empty:
        unknown = words.count(int(people["domain"].isna().sum()), "contact")
        nobody = f"Nobody whose title says so; the field of {unknown} is not known."
        return components.section(f"Whom you know in {name}", html.P(nobody))
    shown = session.by_address(found[[c["field"] for c in THERE_COLUMNS]])
    return components.section(
        f"Whom you know in {name}",
        components.grid("gaps-there-grid", shown, THERE_COLUMNS),
        says=f"{words.count(len(found), 'person', 'people')}; a name leads to the map.",
    )


def register(app: Dash, session: Session) -> None:
    """Compare anew, and list the people of a field that is clicked on."""

    @app.callback(Output(ANSWER, "children"), Input(BASELINE, "value"), prevent_initial_call=True)
    def compare(chosen: list[str] | None) -> list[Any]:
        return answer(session, chosen)

    components.bring_into_view(app, THERE, GRID, "selectedRows")

    @app.callback(
        Output(THERE, "children"),
        Input(GRID, "selectedRows"),
        Input(CHART, "clickData"),
        Input({"type": DOMAIN, "code": ALL}, "n_clicks"),
        prevent_initial_call=True,
    )
    def show(
        chosen: list[dict[str, Any]] | None, clicked: dict[str, Any] | None, names: list[int | None]
    ) -> html.Section | NoUpdate:
        code = None
        if isinstance(ctx.triggered_id, dict) and any(names):
            code = ctx.triggered_id["code"]
        elif ctx.triggered_id == GRID and chosen:
            code = chosen[0]["row_id"]
        elif ctx.triggered_id == CHART and clicked:
            by_name = {name: code for code, name in ng.DOMAINS.items()}
            code = by_name.get(str(clicked["points"][0].get("y")))
        return there(session, code) if code else no_update
