"""Tables for a spreadsheet: cells that it would take for a formula are marked as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response

if TYPE_CHECKING:
    import pandas as pd
    from flask import Flask

    from netgraph_dashboard.session import Session

ROUTE = "/rejected.csv"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def serve(server: Flask, session: Session) -> None:
    """Answer `ROUTE` with the rows that were not used."""

    @server.get(ROUTE)
    def rejected() -> Response:
        response = Response(as_csv(session.contacts.rejected), mimetype="text/csv")
        response.headers["Content-Disposition"] = 'attachment; filename="rejected.csv"'
        response.headers["Cache-Control"] = "no-store"
        return response


def as_csv(table: pd.DataFrame) -> str:
    """Write a table as CSV that can be opened in a spreadsheet without harm.

    A cell of text that begins with ``= + - @``, a tab or a line's end gets an
    apostrophe before it: a file that one was sent could else make the
    spreadsheet run what stands in a name. It begins with a byte order mark, by
    which spreadsheets know UTF-8.
    """
    return "\ufeff" + table.map(as_text).to_csv(index=False, lineterminator="\r\n")


def as_text(cell: object) -> object:
    """Mark a cell as text where a spreadsheet would take it for a formula."""
    if isinstance(cell, str) and cell.startswith(FORMULA_STARTS):
        return f"'{cell}"
    return cell
