"""Who they are to me: each contact's relations, the evidence, and your own word on it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, html, no_update

import netgraph as ng
from netgraph_dashboard import card_diary, career_ways, components, settings_table
from netgraph_dashboard.components import column, person_column

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "relations", "Who they are to me", 50
LEAD = "Colleagues, community, alumni, friends, clients, mentors, recruiters: by what evidence."
GRID, FILTER, COUNTS, BY, CHART, PANEL = (
    "care-relations-grid", "care-relations-filter", "care-relations-counts", "care-relations-by",
    "care-relations-chart", "care-relations-panel",
)  # fmt: skip
RELATION, HOLDS, SAY = "care-relations-relation", "care-relations-holds", "care-relations-say"
IS, IS_NOT, LEAVE = "is", "is not", "leave"
EVERY = "every"
COLLEAGUES = {
    "colleague": ng.RELATIONS["colleague"],
    "former": "Former colleague",
    "unsure": "Colleague, now or once",
}
"""Whether a colleague still is one; where no file tells the present company, nobody knows."""
WAYS = {"domain": "Field", "seniority": "Level", "state": "State of the tie"}
GRADES = {
    "stated": "your own word",
    "observed": "a file tells",
    "inferred": "concluded",
}
WRAPPED = settings_table.WRAPPED
COLUMNS = (
    person_column(),
    column("what", "To me", width=140, tooltipField=None),
    column("how", "How it is known", width=120, tooltipField=None),
    column("evidence", "Evidence", width=380, tooltipField=None, **WRAPPED),
)
_QUOTED = re.compile(
    r"""\b(is in|tagged them|says|about|as) ('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
)
"""A label or the title of a conversation within evidence, as `repr` writes it."""


def layout(session: Session) -> list[Part]:
    """Count the relations, list who is what and why, and hold it against three settings."""
    found = career_ways.relations(session)
    return [
        html.Div(counted(session), id=COUNTS, className="stack-close"),
        components.section(
            "Each of them, with the evidence",
            choose_relation(found),
            components.grid(
                GRID,
                rows(session, EVERY),
                COLUMNS,
                height=460,
                options={"rowSelection": components.ONE_ROW["rowSelection"]},
            ),
            html.Div(panel(session, None), id=PANEL),
            says="One row a person and relation; several may hold. "
            + ("Choose a row to correct it." if session.kept.can_be_written else ""),
        ),
        settings_table.section(session, found),
        components.section(
            "What your network consists of",
            dmc.SegmentedControl(
                id=BY,
                data=[{"value": by, "label": label} for by, label in WAYS.items()],
                value="state",
            ),
            components.busy(html.Div(chart(session, "state"), id=CHART)),
        ),
        not_told(found),
    ]


def counted(session: Session) -> list[Part]:
    """Sum up how many are told, and how many of each."""
    found = career_ways.relations(session)
    told = found.attrs["people"] - found.attrs["unknown"]
    badges = [
        components.badge(f"{words}: {number:,}")
        for code, words in names(found).items()
        if (number := int(chosen(found, code)["person_id"].nunique()))
    ]
    return [
        html.P(
            f"Of {found.attrs['people']:,} people with a tie to you or an exchange with you your "
            f"files tell of {told:,} what they are to you; of {found.attrs['unknown']:,} they do "
            "not.",
            className="headline",
            role="status",
        ),
        html.Div(badges, className="badges"),
    ]


def names(found: pd.DataFrame) -> dict[str, str]:
    """Name the relations that hold of somebody; colleagues by whether they still are."""
    known = {**ng.RELATIONS, **COLLEAGUES}
    return {code: words for code, words in known.items() if len(chosen(found, code))}


def colleagues(found: pd.DataFrame) -> pd.Series:
    """Tell in words whether each is still at work where you are, as if all were colleagues."""
    still = found["present"].astype("boolean")
    words = still.map({True: COLLEAGUES["colleague"], False: COLLEAGUES["former"]})
    return words.fillna(COLLEAGUES["unsure"])


def chosen(found: pd.DataFrame, relation: str) -> pd.DataFrame:
    """Give the rows of one relation, or of every."""
    if relation in COLLEAGUES:
        colleague = found["relation"] == "colleague"
        return found[colleague & (colleagues(found) == COLLEAGUES[relation])]
    return found[found["relation"] == relation] if relation in ng.RELATIONS else found


def choose_relation(found: pd.DataFrame) -> dmc.Select:
    """Offer to look at one relation alone."""
    each = [{"value": code, "label": words} for code, words in names(found).items()]
    return dmc.Select(
        id=FILTER,
        data=[{"value": EVERY, "label": "Every relation"}, *each],
        value=EVERY,
        allowDeselect=False,
        w=260,
        size="sm",
        label="Show",
    )


def rows(session: Session, relation: str) -> pd.DataFrame:
    """Choose what the table shows of one relation; the surest first within each."""
    found = chosen(career_ways.relations(session), relation)
    what = found["relation"].map(dict(ng.RELATIONS))
    evidence = found["evidence"]
    if session.names_hidden:  # labels and titles of conversations hold names
        evidence = evidence.str.replace(_QUOTED, r"\1 a label", regex=True)
    table = found.assign(
        what=what.mask(found["relation"] == "colleague", colleagues(found)),
        how=found["grade"].map(GRADES),
        evidence=evidence,
        name=session.names.reindex(found["person_id"]).array,
        said=found["relation"],
    )
    at = [session.address(person) for person in found["person_id"]]
    keys = [f"{address} {code}" for address, code in zip(at, found["relation"], strict=True)]
    table = table.assign(address=at).set_axis(keys, axis=0)
    return table[[*(each["field"] for each in COLUMNS), "said", "address"]]


def panel(session: Session, row: dict[str, Any] | None) -> list[Part]:
    """Offer to say what the chosen person is to you, or is not."""
    person = session.person_at(row["address"]) if row else None
    if person is None or not session.kept.can_be_written:
        return []
    options = [{"value": code, "label": words} for code, words in ng.RELATIONS.items()]
    return [
        html.Div(
            [
                html.Span([components.person_link(session, person), " is to me"]),
                dmc.SegmentedControl(
                    id=HOLDS,
                    data=[
                        {"value": IS, "label": "this"},
                        {"value": IS_NOT, "label": "not this"},
                        {"value": LEAVE, "label": "as the files tell"},
                    ],
                    value=IS_NOT,
                    size="xs",
                ),
                dmc.Select(
                    id=RELATION,
                    data=options,
                    value=(row or {}).get("said"),
                    size="xs",
                    w=220,
                    **{"aria-label": "What they are to you"},
                ),
                html.Button("Keep my word", id=SAY, className="button button-small"),
            ],
            className="button-row",
        ),
    ]


def keep(
    session: Session, row: dict[str, Any] | None, relation: str | None, holds: str | None
) -> str | None:
    """Keep what you say of whom you chose; gives what to say of it, None for nobody.

    Raises
    ------
    netgraph.NetgraphError
        If it cannot be kept.
    """
    person = session.person_at(row["address"]) if row else None
    if person is None:
        return None
    word = {IS: True, IS_NOT: False}.get(holds or IS)
    return card_diary.relate(session, person, relation, holds=word)


def shown_anew(session: Session, relation: str, by: str) -> tuple[Any, ...]:
    """Show all that a word of yours changes: table, counts, composition, and the settings."""
    found = career_ways.relations(session)
    return (
        components.records(rows(session, relation)),
        counted(session),
        chart(session, by),
        components.records(settings_table.rows(settings_table.find(session, found))),
    )


def chart(session: Session, by: str) -> html.Figure:
    """Draw what the network consists of."""
    composition = session.once(
        f"composition {by}",
        lambda: ng.describe_relations(
            session.contacts, by=by, relations=career_ways.relations(session)
        ),
    )
    return components.chart(
        ng.plot_relations(composition),
        "Who is two things to you counts in two rows; “Not told” are contacts of whom your files "
        "tell nothing of the kind.",
        name="care-relations-figure",
        described=f"How many people of each relation, by {WAYS[by].lower()}",
    )


def not_told(found: pd.DataFrame) -> html.Details:
    """Say of which relations the files tell nothing, and which export would."""
    missing = found.attrs["missing"]
    told = [
        part
        for code, why in missing.items()
        for part in (html.Dt(ng.RELATIONS[code]), html.Dd(f"{why[:1].upper()}{why[1:]}."))
    ]
    return components.folded(
        "What these files do not tell",
        html.Dl(told) if told else html.P("There is evidence for every relation."),
        opened=len(missing) > len(ng.RELATIONS) // 2,
    )


def register(app: Dash, session: Session) -> None:
    """Show one relation, another composition, and keep what you say."""

    @app.callback(Output(GRID, "rowData"), Input(FILTER, "value"), prevent_initial_call=True)
    def show(relation: str | None) -> list[dict[str, Any]]:
        return components.records(rows(session, relation or EVERY))

    @app.callback(Output(CHART, "children"), Input(BY, "value"), prevent_initial_call=True)
    def compose(by: str | None) -> html.Figure:
        return chart(session, by if by in WAYS else "state")

    @app.callback(Output(PANEL, "children"), Input(GRID, "selectedRows"), prevent_initial_call=True)
    def offer(selected: list[dict[str, Any]] | None) -> list[Part]:
        return panel(session, selected[0] if selected else None)

    @app.callback(
        Output(GRID, "rowData", allow_duplicate=True),
        Output(COUNTS, "children"),
        Output(CHART, "children", allow_duplicate=True),
        Output(settings_table.GRID, "rowData"),
        Output("notice", "data", allow_duplicate=True),
        Input(SAY, "n_clicks"),
        State(RELATION, "value"),
        State(HOLDS, "value"),
        State(GRID, "selectedRows"),
        State(FILTER, "value"),
        State(BY, "value"),
        prevent_initial_call=True,
    )
    def say(  # noqa: PLR0913, PLR0917 - what was said, and how the page is read
        clicks: int | None,
        relation: str | None,
        holds: str | None,
        selected: list[dict[str, Any]] | None,
        shown: str | None,
        by: str | None,
    ) -> tuple[Any, ...]:
        row = selected[0] if clicks and selected else None
        try:
            said = keep(session, row, relation, holds)
        except ng.NetgraphError as error:
            return *[no_update] * 4, str(error)
        if said is None:
            return (no_update,) * 5
        return *shown_anew(session, shown or EVERY, by if by in WAYS else "state"), said
