"""Conversation: who says how much, who begins, who asks, and who answers how soon."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from dash import html

import netgraph as ng
from netgraph_dashboard import care_tables, components, words
from netgraph_dashboard.components import column, number_column, person_column

if TYPE_CHECKING:
    from dash import Dash

    from netgraph_dashboard.components import Part
    from netgraph_dashboard.session import Session

NAME, TITLE, ORDER = "conversation", "Conversation", 70
LEAD = "Are you a listener? Your share of words, of beginnings and of questions, and who waits."
GRID, CHART = "care-conversation-grid", "care-conversation-chart"
COLUMNS = (
    person_column(),
    column("verdict", "Who writes more", width=130, tooltipField="says"),
    number_column("letters", "Letters", width=80),
    number_column("word_share", "You write", width=80, form=".0%"),
    column("sure", "95 % sure", width=112, tooltipField=None),
    number_column("opening_share", "You begin", width=80, form=".0%"),
    number_column("question_share", "You ask", width=76, form=".0%"),
    number_column("my_reply_hours", "You answer, hours", width=88, form=",.0f"),
    number_column("their_reply_hours", "They answer, hours", width=88, form=",.0f"),
    number_column("unanswered_by_me", "Never answered by you", width=96),
    number_column("unanswered_by_them", "Never answered by them", width=96),
)
TALKS_MORE = {
    "you": "you",
    "they": "they",
    "even": "about even",
    "unclear": "too little to tell",
    "unknown": "not known",
}


def layout(session: Session) -> list[Part]:
    """Answer, draw the shares, and list everybody with whom there are letters."""
    found = care_tables.conversations(session)
    some = found[found["letters_out"].notna()]
    if some.empty:
        return [
            components.missing(
                "Whether you listen is not known from these files",
                "They hold no letter between you and one other person.",
                "LinkedIn's larger archive has messages.csv, and a mailbox has mail. Only counts "
                "would be kept, never the text.",
            )
        ]
    shown = session.by_address(some.assign(name=session.names.reindex(some.index)))
    shown.attrs = found.attrs
    silence = found.attrs["silence"]
    return [
        html.P(found.attrs["says"], className="headline"),
        html.P(answers(found.attrs["over_all"], silence), className="says"),
        components.chart(
            ng.plot_conversation(shown).update_xaxes(nticks=6),
            "Right of the line in the middle you have more of it. The lines show how sure that "
            "is; those with most letters are drawn.",
            name=CHART,
            described="Your share of words, openings and questions, over all and by person, "
            "with 95 % intervals.",
        ),
        components.section(
            "Each conversation of two",
            components.grid(GRID, rows(shown), COLUMNS, height=560),
            says="Shares are yours of both. Never answered are letters of all years that began a "
            f"talk, or asked, and got no answer in {silence} days; who waits for you now stands "
            f"under Follow-ups. {found.attrs['kept']}",
        ),
        in_groups(found.attrs["groups"]),
        components.folded("How it is computed", *computed(found)),
        components.not_known(found.attrs["needs"]),
    ]


def answers(told: dict[str, Any], silence: int) -> str:
    """Say how soon either side answers, and what got no answer."""
    parts = []
    for verb, whose, who in (("You answer", "my", "me"), ("They answer", "their", "them")):
        hours = told[f"{whose}_reply_hours"]
        if hours is None:
            continue
        low, high = told[f"{whose}_reply_low"], told[f"{whose}_reply_high"]
        sure = f" (95 % sure: {low:,.0f} to {high:,.0f})" if low is not None else ""
        lost, open_ = told[f"unanswered_by_{who}"], told[f"waiting_for_{who}"]
        young = f", and {open_:,} younger ones have none yet" if open_ else ""
        parts.append(
            f"{verb} after {hours:,.0f} hours, half of the time sooner{sure}; over all years "
            f"{lost:,} that began a talk or asked got no answer in {silence} days{young}."
        )
    return " ".join(parts)


def rows(shown: pd.DataFrame) -> pd.DataFrame:
    """Choose what the table shows; those with most letters first."""
    low, high = shown["word_low"], shown["word_high"]
    sure = [
        "" if pd.isna(one) else f"{100 * one:.0f} to {100 * other:.0f} %"
        for one, other in zip(low, high, strict=True)
    ]
    table = shown.assign(sure=sure, verdict=shown["talks_more"].map(TALKS_MORE))
    table["letters"] = table["letters_out"] + table["letters_in"]
    order = table["letters"].sort_values(ascending=False, kind="stable").index
    return table.loc[order, [*(each["field"] for each in COLUMNS), "says"]]


def in_groups(groups: list[dict[str, Any]]) -> Part:
    """Tell how much of the conversations of several is yours."""
    if not groups:
        return None
    letters = sum(group["letters"] for group in groups)
    own = sum(group["letters_out"] for group in groups)
    equal = sum(group["letters"] * group["equal_share"] for group in groups)
    silent = sum(group["letters_out"] == 0 for group in groups)
    return components.section(
        "Conversations of several",
        html.P(
            f"In {words.count(len(groups), 'conversation')} of three or more you wrote {own:,} of "
            f"{letters:,} letters; if all wrote as much, it would be {equal:,.0f}. In {silent:,} "
            "of them you wrote nothing. They are no part of the shares and times above."
        ),
    )


def computed(found: pd.DataFrame) -> list[Part]:
    """Say what is counted."""
    return [
        html.P(
            "Only letters from one to one other count. A letter begins a talk if there was no "
            f"word, meeting or call for {found.attrs['silence']} days. A share is yours of both; "
            "the interval counts whole talks (of a person) or people (of all together), for what "
            "is said in one talk hangs together."
        ),
        html.P(
            "An answer is timed from the first letter of a turn. Letters without an answer are "
            "not in these times: they are counted apart, if they began a talk or asked. A "
            "question is a sentence with a question mark, in any script."
        ),
        html.P(found.attrs["kept"]),
    ]


def register(app: Dash, session: Session) -> None:
    """Nothing here is pressed."""
