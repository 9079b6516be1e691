"""Peers: whose path resembles yours, where it led them, and what they can that you cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dash import html

import netgraph as ng
from netgraph_dashboard import career_ways, components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    import pandas as pd
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "peers", "Peers", 30
LEAD = "Who once stood where you stand now, what they did next, and which skills they have."
PATHS, NEXT, GRID, SKILLS = "peers-paths", "peers-next", "peers-grid", "peers-skills"
NEXT_COLUMNS = (
    column("step", "What they did next", width=260),
    number_column("people", "People", width=80),
    number_column("of", "Of", width=60),
    column("who", "Who", width=260, tooltipField="who"),
)
COLUMNS = (
    person_column(width=180),
    number_column("similarity", "Alike", width=76, form=".2f"),
    column("path", "Path", width=200, tooltipField="why"),
    column("at", "Where you stand now they were", width=230, **career_ways.WRAPPED),
    column("next", "Then", width=220, **career_ways.WRAPPED),
    number_column("strength", "Your tie", width=84, form=".2f"),
)
SKILL_COLUMNS = (
    column("skill", "Skill or certificate", width=170),
    column("verdict", "Yours?", width=230),
    number_column("endorsed_by", "Endorsed you", width=92),
    number_column("senior_endorsers", "Of them above you", width=98),
    number_column("peers", "Peers", width=72),
    number_column("of_peers", "Of", width=56),
    number_column("field", "In the field", width=80),
    number_column("of_field", "Of", width=56),
)
ALIKE = (
    "A path is the steps that are known of somebody, a field and a level each. Yours is laid "
    "beside theirs up to where they stood at your level in your field, or one near to it; 1 is "
    "the same path, step by step. D P means Data and analytics, professional, and so on: the "
    "letters are those of netgraph.DOMAINS and netgraph.SENIORITY."
)


def layout(session: Session) -> list[Part]:
    """Show paths, next steps and skills."""
    found = peers(session)
    skills = session.once(
        f"skills {session.names_hidden}", lambda: ng.compare_skills(session.shown, peers=found)
    )
    return [*paths(session, found), *compared(skills)]


def peers(session: Session) -> pd.DataFrame:
    """Find them; see `netgraph.career_peers`."""
    return session.once(
        f"peers {session.names_hidden}",
        lambda: ng.career_peers(
            session.shown, history=session.kept.history(), graph=session.shown_graph
        ),
    )


def paths(session: Session, found: pd.DataFrame) -> list[Part]:
    """Draw the paths, count the next steps, list the people."""
    says = found.attrs["says"]
    if found.empty:
        advice = "Add the larger LinkedIn archive, and earlier exports where you have them."
        return [career_ways.not_known(says, advice)]
    told: list[Part] = [
        html.P(says, className="headline"),
        html.P(found.attrs["limits"], className="says"),
    ]
    known = found[found["steps"] > 1]
    if len(known):
        figure = ng.plot_career_paths(found)
        after = ng.next_steps(found)
        after = after.assign(who=after["names"].map(list).map(words.listed))
        told += [
            components.chart(
                figure,
                "Each line is a path, from left to right; up is a higher level.",
                name=PATHS,
                described="Your path among those of people who once stood where you stand now.",
            ),
            components.section(
                "What they did next",
                components.grid(NEXT, after[[c["field"] for c in NEXT_COLUMNS]], NEXT_COLUMNS),
                says=after.attrs["says"],
            ),
        ]
    told += [
        components.section(
            "Who stands or stood where you stand",
            components.grid(GRID, rows(session, found), COLUMNS, height=420),
            says=f"Your own path, as far as it is known: {in_words(found.attrs['path'])}.",
        ),
        components.folded("How alike two paths are", ALIKE),
    ]
    return told


def in_words(path: str) -> str:
    """Write the steps of a path out: fields and levels by their names."""
    names = {**ng.DOMAINS, **ng.SENIORITY}
    steps = [[names.get(code, code) for code in step.split()] for step in path.split(" > ")]
    return " > ".join(", ".join(step) for step in steps)


def rows(session: Session, found: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows."""
    return session.by_address(found[[*(each["field"] for each in COLUMNS), "why"]])


def compared(skills: pd.DataFrame) -> list[Part]:
    """Lay your skills beside theirs."""
    if skills.empty:
        return [html.P(skills.attrs["says"], className="says")]
    shown = skills[[each["field"] for each in SKILL_COLUMNS]]
    return [
        components.section(
            "Skills and certificates",
            components.grid(SKILLS, shown, SKILL_COLUMNS, height=420),
            says=skills.attrs["says"],
        )
    ]


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
