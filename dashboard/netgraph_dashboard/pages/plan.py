"""Plan: whom to turn to next, in the minutes that you have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import dash_mantine_components as dmc
from dash import ALL, Dash, Input, Output, State, ctx, dcc, html, no_update

import netgraph as ng
from netgraph_dashboard import components, gap_list, journal, plan_cards, set_aside, words

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

TITLE, PATH, ORDER, GROUP = "Plan", "/plan", 58, "Act"
MINUTES, AREA, BACK, WHERE = "plan-minutes", "plan-area", "plan-back", "plan"
LEAD = "Whom to turn to next, so that the minutes you have open most of what your network lacks."
LEAST, MOST, STEP, AT_FIRST = 10, 480, 5, 120
MARKS = {30: "30", 60: "1 h", 120: "2 h", 240: "4 h", 480: "8 h"}
MOST_ASIDE, MOST_LACKING = 50, 4
ON_CARE = "The plan of a week, with who waits for a word of yours, stands on "
LEFT_ALONE = "These contacts were given as they are; who is done is kept in a workspace only."


def layout(session: Session) -> html.Div:
    """Ask for the minutes; the plan follows."""
    if session.contacts.people.empty:
        return components.page(
            TITLE,
            LEAD,
            components.missing(
                "Nobody to plan with yet",
                session.evidence["verdict"],
                "Add exports, and the plan names whom to turn to first.",
            ),
        )
    return components.page(
        TITLE,
        [f"{LEAD} {ON_CARE}", dcc.Link("Care, This week", href="/care?view=week"), "."],
        chooser(),
        dcc.Loading(
            html.Div(id=AREA, className="stack plan-area"),
            custom_spinner=html.Div(
                [dmc.Loader(size="sm"), "Making the plan ..."], className="working", role="status"
            ),
            delay_show=400,
            overlay_style={"visibility": "visible", "opacity": 0.35},
        ),
    )


def chooser() -> html.Div:
    """Ask how many minutes there are."""
    return html.Div(
        [
            html.Span("Minutes that you have", className="chooser-label"),
            dmc.Slider(
                id=MINUTES,
                min=LEAST,
                max=MOST,
                step=STEP,
                value=AT_FIRST,
                marks=[{"value": value, "label": label} for value, label in MARKS.items()],
                labelAlwaysOn=True,
                persistence=True,
                persistence_type="session",
                updatemode="mouseup",
                thumbLabel="Minutes that you have",
            ),
        ],
        className="plan-minutes-chooser",
    )


def find_plan(session: Session, minutes: float) -> pd.DataFrame:
    """Make the plan; people who were set aside are left out."""
    aside = set_aside.read(session)
    calibration = session.once(
        "calibration",
        lambda: ng.calibrate_introductions(session.contacts, session.graph),
        of="ties",
    )
    key = f"plan {minutes:g} {session.names_hidden} {sorted(aside.done)} {sorted(aside.hidden)}"
    return session.once(
        f"{key}, named",
        lambda: ng.plan_contacts(
            session.shown,
            session.shown_graph,
            minutes=minutes,
            gaps=session.gaps(),
            clusters=session.clusters,
            calibration=calibration,
            done=list(aside.done),
            hide=aside.hidden,
        ),
    )


def area(session: Session, minutes: float) -> list[Part]:
    """Show the plan for so many minutes, and who is set aside."""
    try:
        plan = find_plan(session, minutes)
    except ng.NetgraphError as error:
        return [
            components.missing(
                "No plan can be made", str(error), "A file that says who you are helps, too."
            )
        ]
    return [*(filled(session, plan) if len(plan) else [nothing(plan)]), *left_out(session)]


def filled(session: Session, plan: pd.DataFrame) -> list[Part]:
    """Show a plan in a sentence, as cards and as a picture."""
    people = words.count(len(plan), "person", "people")
    gained, used = words.percent(plan.attrs["gained"]), plan.attrs["used"]
    fields = any(target["kind"] == "field" for target in plan.attrs["targets"])
    not_known = plan.attrs["not_known"]
    whole = f": together they are likely to open {gained} of what your network lacks"
    return [
        html.Div(
            [
                html.P(
                    f"{people}, {used:g} minutes{whole if fields or not not_known else ''}.",
                    className="headline",
                    **{"aria-live": "polite"},
                ),
                html.P(lacking(plan), className="says"),
            ],
            className="stack-close",
        ),
        components.missing(
            "What this plan cannot know",
            not_known,
            "The ways that are shown are what is known all the same.",
        )
        if not_known
        else None,
        components.columns(
            components.section("Whom to turn to", plan_cards.cards(session, plan)),
            components.section(
                "What each opens", plan_cards.drawn(plan), plan_cards.chances_from(plan)
            ),
            weights="6fr 5fr",
        ),
    ]


def lacking(plan: pd.DataFrame) -> str:
    """Say what is lacking most, before the plan and after it."""
    told = [
        f"{each['name']} (reach {100 * each['before']:.0f} → {100 * each['after']:.0f})"
        for each in plan.attrs["targets"][:MOST_LACKING]
    ]
    return (
        f"What is known to lack most: {words.listed(told)}. Reach, from 0 to 100, is "
        f"{gap_list.REACH}; before and after the plan."
    )


def nothing(plan: pd.DataFrame) -> html.Div:
    """Say why there is nobody in a plan, and what would help."""
    return components.missing(
        "Nobody is in this plan",
        str(plan.attrs["says"]),
        "More time, or files that tell who knows whom (mail, calendars, introductions), help.",
    )


def left_out(session: Session) -> list[Part]:
    """List who is set aside, with a way back."""
    if not session.kept.can_be_written:
        return [html.P(LEFT_ALONE, className="says")]
    aside = set_aside.read(session)
    told = [(person, f"done in {at:%B %Y}") for person, at in aside.done.items()]
    told += [(person, "not to be suggested") for person in aside.hidden]
    undo = html.Div(journal.undo_button(session, WHERE, "settle", "hide"), className="undo-row")
    if not told:
        says = "Nobody yet. “Done” and “Not them” leave people out of the plans to come."
        return [components.section("Set aside", undo, says=says)]
    items = [html.Li(_aside(session, person, text)) for person, text in told[:MOST_ASIDE]]
    if len(told) > MOST_ASIDE:
        items.append(html.Li(f"and {len(told) - MOST_ASIDE:,} more", className="how"))
    return [
        components.section(
            "Set aside",
            html.Ul(items, className="plan-aside"),
            undo,
            says="Left out of the plan; it is kept with your data.",
        )
    ]


def _aside(session: Session, person: str, text: str) -> list[Part]:
    return [
        components.person_link(session, person),
        html.Span(text, className="how"),
        html.Button(
            "Put back",
            id={"type": BACK, "person": session.address(person)},
            className="button button-small",
            **{"aria-label": f"Put back: {session.names[person]}"},
        ),
    ]


def press(session: Session, kind: str, address: str) -> str:
    """Do what a button says; gives what to say of it."""
    person = session.person_at(address)
    if person is None or person not in session.contacts.people.index:
        return "This person is not in your network any more."
    if kind == plan_cards.DONE:
        return set_aside.finish(session, person)
    if kind == plan_cards.HIDE:
        return set_aside.hide(session, person)
    return set_aside.put_back(session, person)


def register(app: Dash, session: Session) -> None:
    """Make the plan anew where the minutes change, or somebody is set aside."""
    journal.register(app, session, WHERE)

    @app.callback(Output(AREA, "children"), Input(MINUTES, "value"))
    def show(minutes: float | None) -> list[Part]:
        return area(session, float(minutes or AT_FIRST))

    @app.callback(
        Output(AREA, "children", allow_duplicate=True),
        Output("notice", "data", allow_duplicate=True),
        *(
            Input({"type": kind, "person": ALL}, "n_clicks")
            for kind in (plan_cards.DONE, plan_cards.HIDE, BACK)
        ),
        State(MINUTES, "value"),
        prevent_initial_call=True,
    )
    def put_aside(*given: Any) -> tuple[Any, Any]:  # noqa: ANN401 - as many clicks as buttons
        *clicks, minutes = given
        pressed = ctx.triggered_id
        if not isinstance(pressed, dict) or not any(any(each) for each in clicks):
            return no_update, no_update
        try:
            said = press(session, pressed["type"], pressed["person"])
        except ng.NetgraphError as error:
            return no_update, str(error)
        return area(session, float(minutes or AT_FIRST)), said
