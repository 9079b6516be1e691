"""A list of companies on a page: whom you know at each, or who knows somebody there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, import_panel, reach, spreadsheet, words
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session

LIST, DROP, GO, FOUND = "companies-list", "companies-drop", "companies-go", "companies-found"
GRID, LOOKED, SAVE, FILE = (
    "companies-grid", "companies-looked", "companies-save", "companies-file",
)  # fmt: skip
MOST_ROWS, MOST_SIGNS = 1500, 200_000
DIRECT = 2
WRAPPED = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.35", "padding": "10px 16px"},
}
COLUMNS = (
    column("company", "Company", width=140, pinned="left"),
    column("status", "What is known", width=130, cellRenderer="Verdict", tooltipField=None),
    number_column("order", "Ask as", width=64),
    column("name", "Person there", width=140, cellRenderer="PersonLink"),
    column("ask", "Whom to ask", width=130),
    number_column("probability", "Chance", width=82, form=".0%"),
    column("why", "Why", width=164, **WRAPPED),
)
SAVED = ["company", "status", "order", "name", "title", "level", "probability", "way", "why"]


def build() -> html.Section:
    """Offer to paste a list or to drop a file."""
    return components.section(
        "A list of companies",
        html.Div(
            [
                html.Div(
                    [
                        html.Label("Companies, one a line", htmlFor=LIST),
                        dcc.Textarea(
                            id=LIST,
                            className="draft companies-list",
                            rows=6,
                            persistence=True,
                            persistence_type="memory",
                        ),
                    ],
                    className="stack-close",
                ),
                drop_list(DROP),
            ],
            className="companies",
        ),
        html.Div(html.Button("Look them up", id=GO, className="button")),
        components.busy(html.Div(id=FOUND, className="stack-close")),
        dcc.Download(id=FILE),
        says="For each: who works there or has worked there, who is one step away, in which order "
        "to ask, and where nobody is known. Companies are compared strictly: Epic is not Epic "
        "Games.",
    )


def drop_list(name: str) -> dcc.Upload:
    """Offer to drop a file of companies; `name` is the id of the place."""
    return dcc.Upload(
        html.Div(
            [
                html.Span(className="icon icon-add", **{"aria-hidden": "true"}),
                html.Span(["Drop a CSV file here, or ", html.U("choose one")]),
                html.Span("with a company in each row", className="says"),
            ],
            className="drop-text",
        ),
        id=name,
        className="drop",
        className_active="drop drop-active",
    )


def look_up(session: Session, companies: list[str] | bytes) -> pd.DataFrame:
    """Look companies up, as `netgraph.find_referrals` does.

    Parameters
    ----------
    companies
        Their names, or what stands in a CSV file.

    Raises
    ------
    netgraph.NetgraphError
        If nothing is named, or too much.
    """
    asked = companies if isinstance(companies, bytes) else "\n".join(companies)
    if len(asked) > MOST_SIGNS:
        raise ng.NetgraphError(
            f"the list is longer than {MOST_SIGNS:,} signs", remedy="Look it up in parts"
        )
    return session.once(
        f"referrals {session.names_hidden} {asked!r}",
        lambda: ng.find_referrals(
            session.shown, companies, graph=session.shown_graph, calibration=reach.curve(session)
        ),
    )


def pasted(session: Session, text: str) -> pd.DataFrame:
    """Look a list up that was pasted: a table with a header, or a company a line."""
    try:
        return look_up(session, text.encode())
    except ng.ImportFormatError:
        return look_up(session, [line.strip() for line in text.splitlines()])


def listed(found: pd.DataFrame) -> list[str]:
    """Give the companies that were looked up."""
    return [str(name) for name in found["company"].drop_duplicates()]


def answer(session: Session, found: pd.DataFrame) -> list[Component]:
    """Show what is known of each company."""
    shown = rows(session, found)
    cut = []
    if len(shown) > MOST_ROWS:
        cut.append(f"The first {MOST_ROWS:,} rows are shown; the file has all.")
    if skipped := found.attrs["skipped"]:
        cut.append(
            f"{words.count(skipped, 'row')} left out: empty, or a spelling of a company above."
        )
    return [
        html.P([found.attrs["says"], " ", " ".join(cut)], className="evidence-line", role="status"),
        components.grid(GRID, shown.head(MOST_ROWS), COLUMNS),
        html.P(
            "“Ask as” is the order in which to ask; “Chance” how likely it is that asking "
            f"succeeds. Where that comes from: {found.attrs['basis']}.",
            className="caption",
        ),
        html.Div(html.Button("Save as CSV", id=SAVE, className="button button-small")),
        dcc.Store(id=LOOKED, data=listed(found)),
    ]


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows of each person to ask."""
    return found.assign(
        address=[session.address(p) if isinstance(p, str) else None for p in found["person_id"]],
        ask=[whom(names) for names in found["names"]],
    )[[*(c["field"] for c in COLUMNS), "address"]]


def whom(names: object) -> str | None:
    """Say whom to ask: themselves, or who knows them."""
    if not isinstance(names, tuple):
        return None
    return "themselves" if len(names) == DIRECT else f"{names[1]}, who knows them"


def as_file(found: pd.DataFrame) -> str:
    """Write the table for a spreadsheet; without ids, which tell names."""
    told = found.assign(
        level=found["seniority"].map(dict(ng.SENIORITY)),
        way=found["names"].map(" > ".join, na_action="ignore"),
        probability=found["probability"].astype(float).round(3),
    )
    return spreadsheet.as_csv(told[SAVED])


def register(app: Dash, session: Session) -> None:
    """Look the companies of a list or a file up, and save the answer."""

    @app.callback(
        Output(FOUND, "children"),
        Output(LIST, "value"),
        Input(GO, "n_clicks"),
        Input(DROP, "contents"),
        State(LIST, "value"),
        prevent_initial_call=True,
    )
    def find(clicks: int | None, contents: str | None, text: str | None) -> tuple[Any, Any]:
        try:
            if ctx.triggered_id == DROP and contents:
                found = look_up(session, import_panel.decode(contents))
                return answer(session, found), "\n".join(listed(found))
            if not clicks:
                return no_update, no_update
            return answer(session, pasted(session, text or "")), no_update
        except ng.NetgraphError as error:
            return html.P(str(error), className="said said-error", role="alert"), no_update

    @app.callback(
        Output(FILE, "data"),
        Input(SAVE, "n_clicks"),
        State(LOOKED, "data"),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, looked: list[str] | None) -> Any:  # noqa: ANN401 - a file, or none
        if not clicks or not looked:
            return no_update
        return {"content": as_file(look_up(session, looked)), "filename": "companies.csv"}
