"""What was done, and how to take the last of it back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from dash import Dash, Input, Output, State, html, no_update

import netgraph as ng
from netgraph_dashboard import components, words

if TYPE_CHECKING:
    from dash._no_update import NoUpdate

    from netgraph_dashboard.session import Session

MOST_LISTED = 50
KINDS = {
    "import": "an import",
    "decision": "a decision on who is who",
    "note": "a note",
    "tag": "a tag",
    "log": "a contact that you noted",
    "promise": "a promise",
    "relation": "a relation",
    "settle": "what became of advice",
    "hide": "whom not to suggest",
    "override": "a field or level of your own",
    "cluster": "a name of a cluster",
    "forget": "somebody was forgotten",
}
"""What is said of an action where names are hidden: its own text may hold some."""


def last_action(session: Session, *kinds: str) -> str | None:
    """Say what undo would take back; None where there is nothing, or none of these kinds."""
    actions = session.kept.tables.actions
    if actions.empty:
        return None
    standing = actions[~actions["undone"] & (actions["kind"] != "forget")]
    if standing.empty or (kinds and standing.iloc[0]["kind"] not in kinds):
        return None
    return told(session, standing.iloc[0])


def told(session: Session, action: pd.Series) -> str:
    """Say what an action was; without names where they are hidden."""
    kind = str(action["kind"])
    return KINDS.get(kind, "an action") if session.names_hidden else str(action["text"])


def undo_button(session: Session, where: str, *kinds: str, key: str | None = None) -> html.Button:
    """Offer to undo, with the name of what would be undone on the button.

    Parameters
    ----------
    where
        The page, for the button's id.
    *kinds
        The only kinds of actions that may be undone there; none for all.
    key
        A key that does the same.
    """
    last = last_action(session, *kinds)
    text = f"Undo: {last}" if last else "Nothing to undo"
    return html.Button(
        [text, html.Kbd(key, className="key")] if key else text,
        id=f"undo-{where}",
        className="button",
        disabled=last is None,
        title=f"Take this back: {last}" if last else None,
        **({"aria-keyshortcuts": key, "data-key": key} if key else {}),
    )


def folded_list(session: Session) -> html.Details | None:
    """List what was done, the latest first; folded."""
    actions = session.kept.tables.actions
    if actions.empty:
        return None
    latest = actions.head(MOST_LISTED)
    items = [
        html.Li(
            [
                html.Time(minute(row["at"]), className="how"),
                html.Span(
                    told(session, row),
                    className="undone" if row["undone"] else "",
                ),
                components.badge("undone") if row["undone"] else None,
            ]
        )
        for _, row in latest.iterrows()
    ]
    left = len(actions) - len(latest)
    if left:
        items.append(html.Li(f"and {left:,} before", className="how"))
    return components.folded(
        f"Journal: {words.count(len(actions), 'action')}", html.Ol(items, className="journal")
    )


def minute(moment: object) -> str:
    """Write a moment, told in UTC, as the minute that it was here."""
    if pd.isna(moment):
        return ""
    here = pd.Timestamp(moment).tz_localize("UTC").to_pydatetime().astimezone()
    return f"{here:%Y-%m-%d %H:%M}"


def day(moment: object) -> str:
    """Write the day of a moment."""
    return "" if pd.isna(moment) else f"{pd.Timestamp(moment):%Y-%m-%d}"


def register(app: Dash, session: Session, where: str) -> None:
    """Undo when the button named after `where` is pressed, and show the page anew."""

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(f"undo-{where}", "n_clicks"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def undo(clicks: int | None, drawn: int | None) -> tuple[int | NoUpdate, str | NoUpdate]:
        if not clicks:
            return no_update, no_update
        last = last_action(session)
        try:
            session.undo()
        except ng.NetgraphError as error:
            return no_update, str(error)
        return (drawn or 0) + 1, f"Undone: {last}." if last else "There was nothing to undo."
