"""Review: pairs of records that may be one person; you decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, journal, pair, shell, who_is_who, words
from netgraph_dashboard.components import column
from netgraph_dashboard.session import name_people

if TYPE_CHECKING:
    from dash.development.base_component import Component

    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Review", "/review", 75, "Data"
WHERE = "review"
AREA, PAIR, MERGED = "review-area", "review-pair", "review-merged"
MERGE, APART, LATER = "review-merge", "review-apart", "review-later"
BUTTONS = (
    (MERGE, "Merge", "m", "They are one person"),
    (APART, "Keep apart", "k", "They are two people"),
    (LATER, "Later", "l s", "Ask after all others"),
)
LEAD = "Records that may be one person. What you decide "
KEPT = "is kept with your data and holds for later imports; it can be undone."
IN_MEMORY = "is kept in memory until netgraph ends; it can be undone."
HIGH = 0.9
"""From this probability on, and without a doubt, merging is proposed."""
WEIGHTS = "The number behind each is its weight: above 0 it speaks for one person, below 0 for two."
LEFT_ALONE = "These contacts were given as they are; decisions are kept in a workspace only."
MERGED_COLUMNS = (
    column("name", "Person", width=170, cellRenderer="PersonLink", pinned="left"),
    column("merged", "Was also", width=220),
    column("sure", "How sure", width=104, tooltipField=None),
    column("reason", "Why", width=340),
    column("apart", "", width=130, cellRenderer="KeepApart", tooltipField=None, sortable=False),
)


def layout(session: Session) -> html.Div:
    """Show the first pair that waits, and what was joined without asking."""
    if session.kept.latest.people.empty:
        return components.page(
            TITLE,
            lead(session),
            components.missing(
                "Nobody to review yet",
                session.evidence["verdict"],
                "Add exports: where the same person stands in several, you are asked here.",
            ),
        )
    return components.page(
        TITLE,
        lead(session),
        html.Div(area(session), id=AREA),
        components.section(
            "Joined without asking",
            *merged(session),
            says="Records whose evidence is strong enough; each can be kept apart.",
        ),
    )


def lead(session: Session) -> str:
    """Say what the page is for, and truthfully how long a decision is kept."""
    return LEAD + (IN_MEMORY if session.kept.path is None else KEPT)


def waiting(session: Session) -> int:
    """Count the pairs that wait; the navigation shows it."""
    return len(who_is_who.to_review(session))


def area(session: Session) -> html.Section:
    """Show one pair with its reasons, and the buttons that decide on it."""
    queue = who_is_who.to_review(session)
    key = "u" if session.kept.can_be_written else None
    undo = html.Div(
        [journal.undo_button(session, WHERE, "decision", key=key), journal.folded_list(session)],
        className="undo-row",
    )
    if queue.empty:
        return components.section(
            "No pair is waiting",
            html.P("Where records of later imports may be one person, you are asked here."),
            undo,
        )
    first = queue.iloc[0]
    one, other = str(first["person_id"]), str(first["other_id"])
    return components.section(
        "Is this one person?",
        html.Div(
            [
                html.Div(
                    [
                        html.Span(f"{words.count(len(queue), 'pair')} waiting", className="says"),
                        likely(first["probability"]),
                    ],
                    className="pair-says",
                    **{"aria-live": "polite"},
                ),
                deciding(session, propose_merge=is_clear(first)),
            ],
            className="pair-head",
        ),
        html.Div(pair.build(session, one, other), className="pair-frame"),
        html.Div(
            [
                grounds("What speaks for it", first["reasons"], session),
                grounds("What speaks against it", first["doubts"], session),
            ],
            className="grounds-row",
        ),
        html.P(WEIGHTS, className="says"),
        undo,
        dcc.Store(id=PAIR, data=[session.address(one), session.address(other)]),
    )


def deciding(session: Session, *, propose_merge: bool) -> Component:
    """Offer to decide; always at the same place, however long the records are."""
    if not session.kept.can_be_written:
        return html.P(LEFT_ALONE, className="says")
    buttons = [button(*named, main=propose_merge and named[0] == MERGE) for named in BUTTONS]
    return html.Div(buttons, className="button-row")


def is_clear(row: pd.Series) -> bool:
    """Tell whether two records are one person very likely, and nothing speaks against it."""
    doubts = reasons(row["doubts"], hidden=False)
    return bool(pd.notna(row["probability"]) and row["probability"] >= HIGH and not any(doubts))


def likely(probability: float) -> html.Span | None:
    """Say how likely it is that two records are one person."""
    if pd.isna(probability):
        return None
    return components.badge(f"{words.likelihood(probability)} likely one person", "fair")


def grounds(title: str, texts: object, session: Session) -> html.Div:
    """List reasons or doubts."""
    listed = reasons(texts, hidden=session.names_hidden)
    return html.Div(
        [html.H3(title), html.Ul([html.Li(text) for text in listed or ["Nothing that is known"]])],
        className="grounds",
    )


def reasons(texts: object, *, hidden: bool) -> list[str]:
    """Take reasons apart; without the names and addresses in them where names are hidden."""
    listed = texts.split("; ") if isinstance(texts, str) else []
    return [pair.without_values(text) if hidden else text for text in listed]


def button(name: str, text: str, keys: str, says: str, *, main: bool) -> html.Button:
    """Offer a decision; a key does the same, or one of several with a blank between."""
    return html.Button(
        [text, *(html.Kbd(key, className="key") for key in keys.split())],
        id=name,
        title=f"{says} (key {keys.replace(' ', ' or ')})",
        className="button button-main" if main else "button",
        **{"aria-keyshortcuts": keys, "data-key": keys},
    )


def merged(session: Session) -> list[Any]:
    """List what was joined without asking, the least sure first."""
    rows = who_is_who.merged(session)
    if rows.empty:
        return [html.P("Nothing was.")]
    hidden = session.names_hidden
    names = name_people(session.kept.latest.people, hidden=hidden)
    shown = pd.DataFrame(
        {
            "name": rows["person_id"].map(names).to_numpy(),
            "address": [session.address(person) for person in rows["person_id"]],
            "merged": [record_name(row, hidden=hidden) for _, row in rows.iterrows()],
            "sure": [words.likelihood(p) for p in rows["probability"]],
            "reason": ["; ".join(reasons(text, hidden=hidden)) for text in rows["reason"]],
            "apart": "Keep apart" if session.kept.can_be_written else None,
        }
    )
    return [components.grid(MERGED, shown, MERGED_COLUMNS)]


def record_name(match: pd.Series, *, hidden: bool) -> str:
    """Say what a record was that is a part of a person now."""
    work = words.at_work(match.get("title"), match.get("company"))
    kind, _, rest = str(match["merged_id"]).partition("/")
    name = match.get("name") if isinstance(match.get("name"), str) else rest.partition("#")[0]
    called = ["another record"] if hidden else [str(name)]
    if kind == "mail" and not hidden:
        called.append(rest)
    return ", ".join([*called, work] if work else called)


def decide(session: Session, pressed: str, one: str, other: str) -> None:
    """Do what a button says, if the pair is still the one that waits."""
    queue = who_is_who.to_review(session)
    if queue.empty or {one, other} != {queue.iloc[0]["person_id"], queue.iloc[0]["other_id"]}:
        return  # pressed twice: the second was not meant for the next pair
    if pressed == LATER:
        who_is_who.put_off(session, one, other)
    else:
        session.kept.decide(one, other, "merge" if pressed == MERGE else "apart")


def register(app: Dash, session: Session) -> None:
    """Decide on the pair that is shown, and show the next one at once."""
    journal.register(app, session, WHERE)

    @app.callback(
        Output(AREA, "children"),
        Output("review-count", "children", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        *(Input(name, "n_clicks") for name, *_ in BUTTONS),
        State(PAIR, "data"),
        prevent_initial_call=True,
    )
    def press(*given: Any) -> tuple[Any, ...]:  # noqa: ANN401 - as many clicks as buttons
        *clicks, shown = given
        if not any(clicks) or not shown:
            return no_update, no_update, no_update
        one, other = (session.person_at(address) for address in shown)
        if one is None or other is None:
            return no_update, no_update, no_update
        try:
            decide(session, str(ctx.triggered_id), one, other)
        except ng.NetgraphError as error:
            return no_update, no_update, str(error)
        return area(session), shell.count_text(waiting(session)), no_update

    @app.callback(
        Output("redraw", "data", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        Input(MERGED, "cellRendererData"),
        State("redraw", "data"),
        prevent_initial_call=True,
    )
    def part(pressed: dict[str, Any] | None, drawn: int | None) -> tuple[Any, Any]:
        rows = who_is_who.merged(session)
        row = int(pressed["rowId"]) if pressed else len(rows)
        if row >= len(rows):
            return no_update, no_update
        match = rows.iloc[row]
        try:
            session.kept.decide(match["person_id"], match["merged_id"], "apart")
        except ng.NetgraphError as error:
            return no_update, str(error)
        return (drawn or 0) + 1, "They are two people from now on."
