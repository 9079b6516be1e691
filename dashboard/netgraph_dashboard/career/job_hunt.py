"""Job hunt: whom to learn from about companies and roles, and whom to ask last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import company_list, components, import_panel, reach, spreadsheet, words
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "job-hunt", "Job hunt", 10
LEAD = "Companies and roles in, one table out: learn first, ask later."
COMPANIES, ROLES, DROP, GO, FOUND, SAVE, FILE, ASKED = (
    "hunt-companies", "hunt-roles", "hunt-drop", "hunt-go", "hunt-found", "hunt-save", "hunt-file",
    "hunt-asked",
)  # fmt: skip
MOST_ROWS, MOST_SIGNS = 1500, 200_000
STEPS = {
    "learn": "Learn from",
    "widen": "Be introduced",
    "ask": "Ask last",
    "nobody known": "Nobody known",
}
WRAPPED = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.35", "padding": "10px 16px"},
}
COLUMNS = (
    column("target", "Target", width=124, initialWidth=124, pinned="left", **WRAPPED),
    column("said", "Step", width=108, tooltipField=None),
    column("name", "Person", width=160, cellRenderer="PersonLink"),
    column("work", "Does", width=150, **WRAPPED),
    column("level", "Level", width=120, **WRAPPED),
    column("state", "Your tie", width=104),
    number_column("probability", "Chance", width=82, form=".0%"),
    column("what_to_do", "What to do", width=180, **WRAPPED),
    column("why", "Why", width=170, **WRAPPED),
)
SAVED = [
    "target", "kind", "step", "order", "name", "title", "company", "level", "state", "probability",
    "way", "what_to_do", "why",
]  # fmt: skip


def layout(session: Session) -> list[Part]:
    """Ask for companies and roles."""
    del session
    return [
        html.Div(
            [
                field(COMPANIES, "Companies, one a line"),
                field(ROLES, "Roles, one a line", "Data Protection Officer"),
                company_list.drop_list(DROP),
            ],
            className="hunt",
        ),
        html.Div(html.Button("Lay out the hunt", id=GO, className="button button-main")),
        components.busy(html.Div(id=FOUND, className="stack-close")),
        dcc.Download(id=FILE),
    ]


def field(name: str, label: str, example: str = "") -> html.Div:
    """Offer some lines to write in."""
    return html.Div(
        [
            html.Label(label, htmlFor=name),
            dcc.Textarea(
                id=name,
                className="draft",
                rows=5,
                placeholder=example,
                persistence=True,
                persistence_type="memory",
            ),
        ],
        className="stack-close",
    )


def plan(session: Session, companies: list[str], roles: list[str]) -> pd.DataFrame:
    """Lay the hunt out; see `netgraph.plan_job_hunt`.

    Raises
    ------
    netgraph.NetgraphError
        If nothing is named, or too much.
    """
    if sum(map(len, companies + roles)) > MOST_SIGNS:
        raise ng.NetgraphError(
            f"the lists are longer than {MOST_SIGNS:,} signs", remedy="Look them up in parts"
        )
    return session.once(
        f"job hunt {session.names_hidden} {companies!r} {roles!r}",
        lambda: ng.plan_job_hunt(
            session.shown,
            companies or None,
            roles=roles,
            graph=session.shown_graph,
            calibration=reach.curve(session),
        ),
    )


def lines(text: str | None) -> list[str]:
    """Read what stands in each line."""
    return [line.strip() for line in (text or "").splitlines() if line.strip()]


def answer(session: Session, found: pd.DataFrame, asked: dict[str, list[str]]) -> list[Part]:
    """Show the table: what to do, in its order."""
    shown = told(session, found)
    cut = f" The first {MOST_ROWS:,} rows are shown; the file has all."
    return [
        html.P(
            found.attrs["says"] + (cut if len(shown) > MOST_ROWS else ""),
            className="headline",
            role="status",
        ),
        html.P(
            "First the people who know the place or the work, for an hour of what they know; then "
            "those who could introduce you; those who decide, and recruiters, last, when you know "
            "what you want. No draft asks for a job.",
            className="says",
        ),
        components.grid("hunt-grid", rows(session, shown).head(MOST_ROWS), COLUMNS, height=560),
        html.P(
            "“Chance” is how likely it is that asking works. Where that comes from: "
            f"{found.attrs['basis']}.",
            className="caption",
        ),
        html.Div(html.Button("Save as CSV", id=SAVE, className="button button-small")),
        dcc.Store(id=ASKED, data=asked),
    ]


def told(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Put steps, levels and jobs into words."""
    hidden = session.names_hidden
    work = [
        "" if hidden else words.at_work(title, company)
        for title, company in zip(found["title"], found["company"], strict=True)
    ]
    return found.assign(
        said=found["step"].map(STEPS),
        level=found["seniority"].map(dict(ng.SENIORITY)),
        work=work,
        way=found["names"].map(" > ".join, na_action="ignore"),
    )


def rows(session: Session, shown: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows; people by what may leave the server."""
    there = [session.address(p) if isinstance(p, str) else None for p in shown["person_id"]]
    return shown.assign(address=there)[[*(c["field"] for c in COLUMNS), "address"]]


def register(app: Dash, session: Session) -> None:
    """Lay the hunt out for what was written or dropped, and save it."""

    @app.callback(
        Output(FOUND, "children"),
        Output(COMPANIES, "value"),
        Input(GO, "n_clicks"),
        Input(DROP, "contents"),
        State(COMPANIES, "value"),
        State(ROLES, "value"),
        prevent_initial_call=True,
    )
    def find(
        clicks: int | None, contents: str | None, companies: str | None, roles: str | None
    ) -> tuple[Any, Any]:
        try:
            names = lines(companies)
            if ctx.triggered_id == DROP and contents:
                names = dropped(session, import_panel.decode(contents))
            elif not clicks:
                return no_update, no_update
            asked = {"companies": names, "roles": lines(roles)}
            found = plan(session, **asked)
        except ng.NetgraphError as error:
            return html.P(str(error), className="said said-error", role="alert"), no_update
        return answer(session, found, asked), "\n".join(names)

    @app.callback(
        Output(FILE, "data"),
        Input(SAVE, "n_clicks"),
        State(ASKED, "data"),
        prevent_initial_call=True,
    )
    def save(clicks: int | None, asked: dict[str, list[str]] | None) -> Any:  # noqa: ANN401 - a file, or none
        if not clicks or not asked:
            return no_update
        table = told(session, plan(session, **asked))
        table = table.assign(probability=table["probability"].astype(float).round(3))
        return {"content": spreadsheet.as_csv(table[SAVED]), "filename": "job_hunt.csv"}


def dropped(session: Session, content: bytes) -> list[str]:
    """Read the companies of a file."""
    found = ng.find_referrals(session.contacts, content, graph=session.graph, most=1)
    return [str(name) for name in found["company"].drop_duplicates()]
