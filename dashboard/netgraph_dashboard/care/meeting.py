"""Meeting: face to face, by call or in writing, and whom you never met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import care_tables, components
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "meeting", "How you meet", 80
LEAD = "Do you meet people, or only write to them? And whom have you never met?"
NEVER, GRID, CHART = "care-never-met-grid", "care-channels-grid", "care-channels-chart"
LONG = {
    "wrapText": True,
    "autoHeight": True,
    "cellStyle": {"lineHeight": "1.4", "padding": "9px 17px"},
}
NEVER_COLUMNS = (
    person_column(),
    number_column("written_days", "Days with a letter", width=84),
    column("last", "Last", width=96, tooltipField=None),
    number_column("calls", "Days with a call", width=84),
    column("reason", "Why they are listed", width=330, **LONG),
)
COLUMNS = (
    person_column(),
    column("met_says", "Met", width=96, tooltipField="says"),
    column("last", "Last met", width=116, tooltipField=None),
    number_column("in_person", "Face to face, noted", width=84),
    number_column("in_person_possible", "Face to face, possibly", width=94),
    number_column("call", "Calls", width=64),
    number_column("mail", "Mail", width=64),
    number_column("linkedin", "LinkedIn", width=98),
    number_column("face_share", "Share face to face", width=80, form=".0%"),
)
MET = {"stated": "yes", "possible": "possibly", "not seen": "not in your files",
       "unknown": "not known"}  # fmt: skip


def layout(session: Session) -> list[Part]:
    """Answer, draw the ways by relation, and list whom you never met."""
    found = care_tables.channels(session)
    told = found.attrs["over_all"]
    if not told["people"]:
        return [
            components.missing(
                "How you meet is not known from these files",
                "They hold no meeting, no call and no letter between you and anybody.",
                "A calendar (.ics), a mailbox or LinkedIn's larger archive would tell; whom you "
                "met you can note on a person's card.",
            )
        ]
    return [
        html.P(found.attrs["says"], className="headline"),
        components.chart(
            ng.plot_channels(found).update_xaxes(nticks=6),
            "What happened in one way on one day counts once. A person with two relations counts "
            "in both.",
            name=CHART,
            described="The share of each way of contact, over all and by relation.",
        ),
        never(session),
        components.section(
            "With each person",
            components.grid(GRID, rows(session, found), COLUMNS, height=520),
            says="Numbers are days. An empty cell is not known from these files, which is not 0.",
        ),
        components.folded(
            "How it is computed",
            html.P(
                "A calendar tells where a meeting was planned, never whether it took place: an "
                "event that names a place and no address for a call is “possibly face to face”; "
                "other events are calls. What you note on a person's card, and an introduction "
                "in person, count as face to face. Letters to more than three people count for "
                "nobody. A share is one of what your files tell: coffees without an invitation "
                "are in none."
            ),
        ),
        components.not_known(found.attrs["needs"]),
    ]


def never(session: Session) -> html.Section:
    """List whom you never met, as far as the files tell."""
    found = care_tables.never_met(session)
    table = found.assign(
        name=session.names.reindex(found.index),
        last=found["last_at"].dt.strftime("%Y-%m"),
    )[[each["field"] for each in NEVER_COLUMNS]]
    return components.section(
        "Never met, though you write much",
        components.grid(NEVER, session.by_address(table), NEVER_COLUMNS, height=400)
        if len(table)
        else html.P("Nobody is listed."),
        says=found.attrs["says"],
    )


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows: who was met last stands first, then who is written to most."""
    written = found[["mail", "linkedin", "other"]].fillna(0).sum(axis=1)
    spoken = found[["in_person", "in_person_possible", "call"]].fillna(0).sum(axis=1)
    some = found.assign(written=written)[written + spoken > 0]
    some = some.sort_values(["last_met", "written"], ascending=False, na_position="last")
    table = some.assign(
        name=session.names.reindex(some.index),
        met_says=some["met"].map(MET),
        last=some["last_met"].dt.strftime("%Y-%m-%d"),
    )
    return session.by_address(table[[*(each["field"] for each in COLUMNS), "says"]])


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
