"""Tables for a spreadsheet: cells that it would take for a formula are marked as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response

import netgraph as ng

if TYPE_CHECKING:
    import pandas as pd
    from flask import Flask

    from netgraph_dashboard.session import Session

ROUTE = "/rejected.csv"


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

    Cells that a spreadsheet would run as a formula are marked as text; a byte
    order mark tells it that this is UTF-8.
    """
    return "\ufeff" + ng.escape_formulas(table).to_csv(index=False, lineterminator="\r\n")
