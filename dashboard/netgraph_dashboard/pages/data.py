"""Data: what was read, what changed, what was refused and why, and where more can be added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update

from netgraph_dashboard import changed, components, import_panel, journal, spreadsheet
from netgraph_dashboard.components import column, number_column

if TYPE_CHECKING:
    import pandas as pd
    from dash.development.base_component import Component

    import netgraph as ng
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Data", "/data", 80, "Data"
WHERE = "data"
REJECTED, FILTER = "data-rejected", "data-rejected-filter"
DELETE, ASK, SURE, SPARE = "data-delete", "data-ask", "data-sure", "data-spare"
FILE_COLUMNS = (
    column("file", "File", width=190, pinned="left"),
    column("archive", "In the archive", width=140),
    column("format", "Format", width=130),
    column("state", "State", width=124),
    column("exported", "Exported", width=112, tooltipField=None),
    column("imported", "Imported", width=152, tooltipField=None),
    number_column("rows", "Rows", width=74),
    number_column("kept", "Kept", width=74),
    number_column("rejected", "Rejected", width=94),
    column("warnings", "Warnings", width=200),
)
REJECTED_COLUMNS = (
    column("file", "File", width=200),
    column("archive", "In the archive", width=180),
    number_column("row", "Row", width=70),
    column("reason", "Why it was not used", width=360),
)
FILE_HEIGHT = 420


def layout(session: Session) -> html.Div:
    """Show the files and offer to add more."""
    contacts = session.contacts
    return components.page(
        TITLE,
        lead(session),
        components.section("Add files", import_panel.build(session), undo_row(session)),
        *whats_new(session),
        components.section("Files", files_read(session), says=balance(contacts)),
        refused(contacts),
        deletion(session),
    )


def lead(session: Session) -> str:
    """Say truthfully whether anything stays on disk."""
    path = session.kept.path
    read = "Files are read on this machine and nothing is sent"
    if path is None:
        return (
            f"{read}; all of it is in memory, and nothing is stored: it is gone when netgraph ends."
        )
    return f"{read}; what was read, and what you decide, is kept in {path}, for your eyes alone."


def undo_row(session: Session) -> html.Div:
    """Offer to undo, and fold the journal below."""
    return html.Div(
        [journal.undo_button(session, WHERE), journal.folded_list(session)], className="undo-row"
    )


def whats_new(session: Session) -> list[html.Section | None]:
    """Show what the files that were added last changed; before that, what is known of it.

    Who went quiet stands apart: that is no change of an export.
    """
    importing = session.importing
    if importing is not None and importing.imported is not None:
        changes = importing.imported.changes
    elif session.kept.tables.sources.empty:
        return []
    else:
        changes = session.changes()
    return [changed.build(session, changes), changed.build_quiet(session, changes)]


def files_read(session: Session) -> Component:
    """List the files."""
    if session.contacts.files.empty and session.kept.tables.sources.empty:
        return html.P("No file was read yet.")
    rows = file_rows(session)
    return components.grid("data-files", rows, FILE_COLUMNS, height=grid_height(len(rows)))


def file_rows(session: Session) -> pd.DataFrame:
    """Choose what the table shows of each file, those with most rows first.

    In a workspace every file that was imported is there, replaced ones too.
    """
    files = session.contacts.files
    imported = session.kept.tables.sources
    if imported.empty:
        shown = files.assign(state="in use", exported=None, imported=None)
    else:
        replaced = ~imported["current"].astype(bool)
        said = files.drop_duplicates("file").set_index("file")["warnings"]
        shown = imported.assign(
            state=replaced.map({True: "a newer is used", False: "in use"}),
            exported=imported["as_of"].map(journal.day),
            imported=imported["imported_at"].map(journal.minute),
            warnings=imported["file"].map(said),
        )
    shown = by_archive(shown.sort_values("rows", ascending=False, kind="stable"))
    return shown[[c["field"] for c in FILE_COLUMNS]]


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


def refused(contacts: ng.Contacts) -> html.Section:
    """List the rows that were not used, to search and to take along."""
    title = "Rows that were not used"
    if contacts.rejected.empty:
        return components.section(title, html.P("Every row was used."))
    return components.section(
        title,
        html.Div(
            [
                html.Div(
                    dmc.TextInput(
                        id=FILTER,
                        placeholder="Search by file or reason",
                        size="sm",
                        debounce=150,
                        **{"aria-label": "Search the rows that were not used"},
                    ),
                    className="filter-field",
                ),
                html.A("Save as CSV", href=spreadsheet.ROUTE, download="rejected.csv"),
            ],
            className="filter-row-plain",
        ),
        components.grid(REJECTED, by_archive(contacts.rejected), REJECTED_COLUMNS),
        says="Rows count from 1, the header included, so that you can look them up.",
    )


def deletion(session: Session) -> html.Section | None:
    """Offer to delete everything, where anything is kept."""
    path = session.kept.path
    if path is None:
        return None
    return components.section(
        "Delete everything",
        html.P(f"Deletes {path} with all that is in it; your own export files stay."),
        html.Div(html.Button("Delete everything ...", id=DELETE, className="button button-danger")),
        dmc.Modal(
            [
                html.P(
                    "People, decisions, notes, tags and the journal will be gone. "
                    "This cannot be undone."
                ),
                html.Div(
                    [
                        html.Button("Keep everything", id=SPARE, className="button"),
                        html.Button("Delete everything", id=SURE, className="button button-danger"),
                    ],
                    className="button-row",
                ),
            ],
            id=ASK,
            title="Delete everything?",
            opened=False,
        ),
    )


def register(app: Dash, session: Session) -> None:
    """Read files that are dropped, undo, search the refused rows, delete everything."""
    import_panel.register(app, session)
    journal.register(app, session, WHERE)
    app.clientside_callback(
        "(text, options) => ({...options, quickFilterText: text || ''})",
        Output(REJECTED, "dashGridOptions"),
        Input(FILTER, "value"),
        State(REJECTED, "dashGridOptions"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        "(ask) => dash_clientside.callback_context.triggered_id === '" + DELETE + "'",
        Output(ASK, "opened"),
        Input(DELETE, "n_clicks"),
        Input(SPARE, "n_clicks"),
        Input(SURE, "n_clicks"),
        prevent_initial_call=True,
    )

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(SURE, "n_clicks"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def delete(clicks: int | None, drawn: int | None) -> tuple[Any, Any]:
        if not clicks:
            return no_update, no_update
        session.delete_all()
        return (drawn or 0) + 1, "Everything is deleted."
