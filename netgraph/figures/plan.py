"""A plan, drawn: what each act opens of all that you lack."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.graph_objects as go

from netgraph.figures._style import ACCENT, PALETTE, empty, frame

if TYPE_CHECKING:
    import pandas as pd

KINDS = {
    "gap": ("ask for a way to what you lack", ACCENT, ""),
    "dormant": ("take up with an old tie", PALETTE[0], "/"),
    "strong": ("a note to a strong tie", PALETTE[2], "."),
}
"""In words, with a colour and, as a second cue, a pattern, for each kind of act."""

_WIDTH = 60
_ROOM = 1.25  # for the words behind the longest bar


def plot_plan(plan: pd.DataFrame) -> go.Figure:
    """Draw what each act of a plan opens, from the first to the last.

    Parameters
    ----------
    plan
        As `plan_contacts` gives it.

    Returns
    -------
    plotly.graph_objects.Figure
        A bar an act: its share of all that you lack, with the minutes that it
        takes and how often it stays in the plan when what is only inferred is
        drawn anew. Without an act the figure says why.
    """
    if plan.empty:
        return empty(_broken(str(plan.attrs.get("says", "There is no act in this plan."))))
    figure = go.Figure()
    places = {person: place for place, person in enumerate(plan["person_id"])}
    for kind, (words, colour, pattern) in KINDS.items():
        rows = plan[plan["kind"] == kind]
        if rows.empty:
            continue
        figure.add_bar(
            x=rows["gain"],
            y=[places[person] for person in rows["person_id"]],
            orientation="h",
            name=words,
            marker={"color": colour, "pattern": {"shape": pattern}},
            text=[f"kept in {kept:.0%}" for kept in rows["kept"]],
            textposition="outside",
            cliponaxis=False,
            customdata=[
                [person, _broken(todo), _broken(why), _broken(changes)]
                for person, todo, why, changes in rows[
                    ["person_id", "what_to_do", "why", "changes"]
                ].itertuples(index=False)
            ],
            hovertemplate="<b>%{customdata[1]}</b><br>%{customdata[2]}<br>%{customdata[3]}"
            "<extra></extra>",
        )
    frame(figure, height=120 + 40 * len(plan), x="share of all that you lack")
    figure.update_xaxes(tickformat=".0%", range=[0, _ROOM * float(plan["gain"].max())])
    labels = [f"{name}, {minutes:g} min" for name, minutes in plan[["name", "minutes"]].to_numpy()]
    return figure.update_yaxes(
        tickvals=list(places.values()), ticktext=labels, autorange="reversed", showgrid=False
    )


def _broken(text: str) -> str:
    """Break a text into lines."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if len(longer) > _WIDTH and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = longer
    return "<br>".join(lines)
