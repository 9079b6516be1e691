"""Data: what was read, what was refused and why, and where more can be added."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, words
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER = "Data", "/data", 70
UPLOAD, SAID, PROGRESS = "data-upload", "data-said", "data-progress"
FILE_COLUMNS = (
    column("file", "File", width=200, pinned="left"),
    column("archive", "In the archive", width=150),
    column("format", "Format", width=150),
    number_column("rows", "Rows", width=86),
    number_column("kept", "Kept", width=86),
    number_column("rejected", "Rejected", width=108),
    number_column("duplicates", "Duplicates", width=120),
    column("warnings", "Warnings", width=220),
)
REJECTED_COLUMNS = (
    column("file", "File", width=200),
    column("archive", "In the archive", width=180),
    number_column("row", "Row", width=70),
    column("reason", "Why it was not used", width=360),
)
FILE_HEIGHT = 420
LEAD = "Files are read into memory on this machine; nothing is sent, and nothing is stored."
WHERE_FROM = {
    "LinkedIn": "Settings & Privacy → Data privacy → Get a copy of your data → the larger archive. "
    "The ZIP that you get is read as it is: contacts, messages, invitations, career.",
    "Introductions": "A CSV with a row per introduction: introducer, introduced, introduced_to, "
    "date. It shows best who knows whom.",
}


def layout(session: Session) -> html.Div:
    """Show the files and offer to add more."""
    contacts = session.contacts
    return components.page(
        TITLE,
        LEAD,
        components.section("Add files", drop_zone(), html.Div(said(session), id=SAID), sources()),
        components.section(
            "Files",
            components.grid(
                "data-files",
                file_rows(contacts),
                FILE_COLUMNS,
                height=grid_height(len(contacts.files)),
            )
            if len(contacts.files)
            else html.P("No file was read yet."),
            says=balance(contacts),
        ),
        components.section(
            "Rows that were not used",
            components.grid("data-rejected", by_archive(contacts.rejected), REJECTED_COLUMNS)
            if len(contacts.rejected)
            else html.P("Every row was used."),
            says="Rows count from 1, the header included, so that you can look them up."
            if len(contacts.rejected)
            else None,
        ),
    )


def drop_zone() -> html.Div:
    """Offer to drop files."""
    return html.Div(
        [
            dcc.Upload(
                html.Div(
                    [
                        html.Span(className="icon icon-add", **{"aria-hidden": "true"}),
                        html.Span(["Drop exports here, or ", html.U("choose files")]),
                        html.Span("ZIP, CSV, VCF, mail and calendar files", className="says"),
                    ],
                    className="drop-text",
                ),
                id=UPLOAD,
                multiple=True,
                className="drop",
                className_active="drop drop-active",
            ),
            html.Div(
                [dmc.Loader(size="sm"), "Reading the files, and who is who ..."],
                id=PROGRESS,
                className="progress",
                style={"display": "none"},
                role="status",
            ),
        ]
    )


def sources() -> html.Details:
    """Tell where exports come from."""
    return components.folded(
        "Where do I get these files?",
        html.Dl(
            [part for name, how in WHERE_FROM.items() for part in (html.Dt(name), html.Dd(how))]
        ),
    )


def file_rows(contacts: ng.Contacts) -> pd.DataFrame:
    """Choose what the table shows of each file, those with most rows first."""
    files = contacts.files.sort_values("rows", ascending=False, kind="stable")
    return by_archive(files)[[c["field"] for c in FILE_COLUMNS]]


def by_archive(rows: pd.DataFrame) -> pd.DataFrame:
    """Part ``archive.zip/member.csv`` into the archive and its member."""
    parted = rows["file"].str.rpartition(".zip/")
    archive = (parted[0] + ".zip").where(parted[0] != "")
    return rows.assign(file=parted[2], archive=archive)


def grid_height(rows: int) -> int:
    """Let short tables be short."""
    return min(56 + 42 * max(rows, 1), FILE_HEIGHT)


def balance(contacts: ng.Contacts) -> str | None:
    """Say that no row was lost silently."""
    files = contacts.files
    if files.empty:
        return None
    read, kept, rejected = (int(files[c].fillna(0).sum()) for c in ("rows", "kept", "rejected"))
    return f"{read:,} rows read = {kept:,} kept + {rejected:,} rejected."


def add_files(session: Session, files: list[tuple[str, bytes]]) -> bool:
    """Read files into the session; what came of it is kept in ``session.report``.

    Returns
    -------
    bool
        Whether anything was added.
    """
    names = words.listed([name for name, _ in files])
    replacing = " They take the place of the example." if session.is_example else ""
    try:
        added = session.add(files)
    except ng.NetgraphError as error:
        session.report = ("error", str(error))
        return False
    people = len(added.people) - int(added.people["is_ego"].sum())
    rejected = words.count(len(added.rejected), "row")
    text = f"{words.count(people, 'person', 'people')}, {words.count(len(added.ties), 'tie')}"
    session.report = ("added", f"{names}: {text}; {rejected} rejected.{replacing}")
    return True


def said(session: Session) -> html.Div | None:
    """Say what came of the files that were added last."""
    if session.report is None:
        return None
    kind, text = session.report
    if kind == "error":
        head = html.B("Nothing was added. ")
        return html.Div([head, text], className="said said-error", role="alert")
    return html.Div([html.B("Added. "), text], className="said", role="status")


def decode(contents: str) -> bytes:
    """Unpack what a browser hands over: ``data:...;base64,...``."""
    return base64.b64decode(contents.partition(",")[2])


def register(app: Dash, session: Session) -> None:
    """Read files that are dropped."""

    @app.callback(
        Output(SAID, "children"),
        Output("redraw", "data", allow_duplicate=True),
        Input(UPLOAD, "contents"),
        State(UPLOAD, "filename"),
        State("redraw", "data"),
        running=[(Output(PROGRESS, "style"), {"display": "flex"}, {"display": "none"})],
        prevent_initial_call=True,
    )
    def add(
        contents: list[str] | None, names: list[str], drawn: int | None
    ) -> tuple[object, object]:
        if not contents:
            return no_update, no_update
        files = [(name, decode(text)) for name, text in zip(names, contents, strict=True)]
        added = add_files(session, files)
        return said(session), (drawn or 0) + 1 if added else no_update
