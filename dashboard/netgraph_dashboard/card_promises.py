"""What you promised a person, on their card: what is open, what is kept, and one more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
import pandas as pd
from dash import html

from netgraph_dashboard import components, journal

if TYPE_CHECKING:
    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

TEXT, DUE, PROMISE, KEEP = "card-promised", "card-due", "card-promise", "card-keep"
LONGEST = 300


def promises(session: Session, person: str) -> list[Part]:
    """List what is open, and offer to write one down."""
    return [
        html.H3("What you promised"),
        _listed(session, person),
        components.folded("Note a promise", _form()),
    ]


def open_to(session: Session, person: str) -> pd.DataFrame:
    """Give the promises to somebody that are not kept yet."""
    told = session.kept.tables.promises
    return told if told.empty else told[(told["person_id"] == person) & told["kept_at"].isna()]


def _listed(session: Session, person: str) -> Part:
    told = open_to(session, person)
    if told.empty:
        return html.P("Nothing that is open.", className="how")
    return html.Ul(
        [
            html.Li(
                [
                    html.Span(_in_words(session, row)),
                    html.Button(
                        "Kept",
                        id={"type": KEEP, "promise": row.id},
                        className="button button-small",
                        **{"aria-label": f"Kept: {_in_words(session, row)}"},
                    ),
                ]
            )
            for row in told.itertuples()
        ],
        className="card-promises",
    )


def _in_words(session: Session, row: Any) -> str:  # noqa: ANN401 - a row of promises
    parts = [row.text] if row.text else []
    if isinstance(row.other, str):
        parts.append(f"to introduce {session.names.get(row.other, row.other)}")
    due = f", due {journal.day(row.due)}" if pd.notna(row.due) else ""
    return f"{'; '.join(parts)}{due}"


def _form() -> html.Div:
    return html.Div(
        [
            dmc.TextInput(
                id=TEXT, label="What", inputProps={"maxLength": LONGEST}, size="xs", value=""
            ),
            dmc.TextInput(
                id=DUE, label="Due (optional)", inputProps={"type": "date"}, size="xs", value=""
            ),
            html.Div(
                html.Button("Note it", id=PROMISE, className="button button-small"),
                className="button-row",
            ),
        ],
        className="card-form",
    )


def promise(session: Session, person: str, text: str, due: str) -> str:
    """Write a promise down; gives what to say of it."""
    if not text.strip():
        return "Say first what you promised."
    session.kept.promise(person, text[:LONGEST], due=due or None)
    return "Noted. It stays among the follow-ups until it is kept."


def keep(session: Session, number: int) -> str:
    """Write down that a promise is kept; gives what to say of it."""
    session.kept.keep_promise(number)
    return "Kept: well done."
