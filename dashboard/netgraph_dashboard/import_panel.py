"""Adding files: where to drop them, how far each is, and what came of it."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html, no_update

from netgraph_dashboard import components, words
from netgraph_dashboard.importing import (
    ADDED,
    KNOWN,
    READ,
    READING,
    REFUSED,
    SAME,
    WAITING,
)

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from netgraph_dashboard.importing import FileProgress, Importing
    from netgraph_dashboard.session import Session

UPLOAD, PROGRESS, TICK = "data-upload", "data-progress", "data-tick"
OFTEN = 400  # milliseconds between two looks at how far the files are
MOST_LISTED = 60
STATES = {
    WAITING: ("waiting", "plain"),
    READING: ("reading", "fair"),
    READ: ("read", "plain"),
    "new": ("added", "sure"),
    "newer": ("added, newer", "sure"),
    "older": ("added, older", "sure"),
    "same": ("same as before", "plain"),
    KNOWN: ("known already", "plain"),
    REFUSED: ("refused", "gap"),
    "not used": ("not used", "plain"),
}
"""What each state is called, and the tone of its badge."""

WHERE_FROM = {
    "LinkedIn": "Settings & Privacy → Data privacy → Get a copy of your data → the larger archive. "
    "The ZIP that you get is read as it is: contacts, messages, invitations, career.",
    "Address books": "Google Contacts, Outlook, Thunderbird and phones export CSV or VCF files.",
    "Mail and calendar": "MBOX, EML and ICS files show who writes to whom and who meets whom; "
    "texts are not read.",
    "Introductions": "A CSV with a row per introduction: introducer, introduced, introduced_to, "
    "date. It shows best who knows whom.",
}


def build(session: Session) -> html.Div:
    """Offer to drop files, and show how far those are that were dropped."""
    running = session.importing is not None and session.importing.running
    return html.Div(
        [
            dcc.Upload(
                html.Div(
                    [
                        html.Span(className="icon icon-add", **{"aria-hidden": "true"}),
                        html.Span(["Drop exports here, or ", html.U("choose files")]),
                        html.Span(
                            "ZIP, CSV, XLSX, VCF, mail and calendar files; several at once",
                            className="says",
                        ),
                    ],
                    className="drop-text",
                ),
                id=UPLOAD,
                multiple=True,
                disabled=running,
                className="drop",
                className_active="drop drop-active",
                className_disabled="drop drop-disabled",
            ),
            dcc.Interval(id=TICK, interval=OFTEN, disabled=not running),
            html.Div(progress(session.importing), id=PROGRESS),
            sources(),
        ],
        className="stack-close",
    )


def sources() -> html.Details:
    """Tell where exports come from."""
    return components.folded(
        "Where do I get these files?",
        html.Dl(
            [part for name, how in WHERE_FROM.items() for part in (html.Dt(name), html.Dd(how))]
        ),
    )


def progress(importing: Importing | None) -> html.Div | None:
    """List the files that were dropped last: how far each is, or what came of it."""
    if importing is None:
        return None
    files = sorted(importing.files, key=lambda file: file.state != REFUSED)
    listed = [row(file) for file in files[:MOST_LISTED]]
    if len(files) > MOST_LISTED:
        listed.append(html.Li(f"and {len(files) - MOST_LISTED} more", className="file-row"))
    return html.Div(
        [
            headline(importing),
            dmc.Progress(
                value=100 * importing.done / max(importing.total, 1),
                size="sm",
                **{"aria-label": "Files read"},
            )
            if importing.running
            else None,
            html.Ul(listed, className="file-list", **{"aria-label": "Files dropped last"}),
        ],
        className="stack-close",
    )


def headline(importing: Importing) -> html.Div:
    """Say how far the import is, or what came of it."""
    if importing.running:
        step = (
            f"Reading file {importing.done + 1} of {max(importing.total, importing.done + 1)} ..."
        )
        if all(file.state == WAITING for file in importing.files):
            step = "Opening the files ..."
        return html.Div([dmc.Loader(size="sm"), step], className="progress", role="status")
    if importing.imported is None:
        return html.Div(
            [html.B("Nothing was added. "), importing.error],
            className="said said-error",
            role="alert",
        )
    replaced = " They take the place of the example." if importing.replacing else ""
    states = {file.state for file in importing.files}
    done = "Added. " if states & set(ADDED) else ""
    return html.Div(
        [html.B(done), importing.imported.sentence, replaced], className="said", role="status"
    )


def row(file: FileProgress) -> html.Li:
    """Show one file: its name, how far it is, its rows."""
    word, tone = STATES[file.state]
    rows = []
    if file.kept is not None and file.state in {*ADDED, SAME, KNOWN}:
        rows.append(f"{words.count(file.kept, 'row')} kept")
    if file.rejected:
        rows.append(f"{file.rejected:,} rejected")
    return html.Li(
        [
            html.Span(named(file.name), className="file-name", title=file.name),
            components.badge(word, tone),
            html.Span(", ".join(rows), className="file-rows"),
            html.Span(file.said, className="file-said") if file.said else None,
        ],
        className="file-row",
    )


def named(name: str) -> list[Component | str]:
    """Show a member's name before that of its archive."""
    archive, inside, member = name.rpartition(".zip/")
    if not inside:
        return [name]
    return [member, html.Span(f"in {archive}.zip", className="file-archive")]


def decode(contents: str) -> bytes:
    """Unpack what a browser hands over: ``data:...;base64,...``."""
    return base64.b64decode(contents.partition(",")[2])


def register(app: Dash, session: Session) -> None:
    """Begin an import when files are dropped, and look how far it is until its end."""

    @app.callback(
        Output(PROGRESS, "children"),
        Output(TICK, "disabled"),
        Output(UPLOAD, "disabled"),
        Input(UPLOAD, "contents"),
        State(UPLOAD, "filename"),
        prevent_initial_call=True,
    )
    def drop(contents: list[str] | None, names: list[str]) -> tuple[Any, Any, Any]:
        if not contents:
            return no_update, no_update, no_update
        files = [(name, decode(text)) for name, text in zip(names, contents, strict=True)]
        return progress(session.begin(files)), False, True

    @app.callback(
        Output(PROGRESS, "children", allow_duplicate=True),
        Output(TICK, "disabled", allow_duplicate=True),
        Output(UPLOAD, "disabled", allow_duplicate=True),
        Output("redraw", "data", allow_duplicate=True),
        Input(TICK, "n_intervals"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def look(_ticks: int | None, drawn: int | None) -> tuple[Any, ...]:
        importing = session.importing
        running = importing is not None and importing.running
        again = no_update if running else (drawn or 0) + 1
        return progress(importing), not running, running, again
