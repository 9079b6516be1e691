"""The well-known mistakes, each as a share with a limit, and one step against it."""

from __future__ import annotations

from typing import NamedTuple

SHOWS, NOT, UNCLEAR, UNKNOWN = "shows", "does not show", "unclear", "not known"

LEAST = 10
"""Of fewer people, favours or letters a habit is no habit."""


class Habit(NamedTuple):
    """A habit, and from which share on it is one.

    Attributes
    ----------
    name
        What it is called.
    share
        What the value is the share of.
    limit
        Above it the habit shows.
    next_step
        One thing to do about it; {who} stands for the first people.
    """

    name: str
    share: str
    limit: float
    next_step: str


HABITS = {
    "only_online": Habit(
        "Only online",
        "of the people with whom you had contact, those whom you never met",
        0.8,
        "Ask one of them for a coffee or a video call: {who}",
    ),
    "talks_more": Habit(
        "Talks more than listens",
        "of the words in conversations of two, yours",
        0.55,
        "Ask a question and leave it at that, next time with {who}",
    ),
    "old_ties": Habit(
        "Old ties neglected",
        "of the ties that were deep once, those silent for three years or more",
        0.25,
        "Write to one of them, and ask for nothing: {who}",
    ),
    "asks_without_giving": Habit(
        "Asks without giving",
        "of introductions, recommendations, endorsements and favours, those that came to you",
        0.6,
        "Give one of them something back: {who}",
    ),
    "own_field": Habit(
        "Everything in one's own field",
        "of the contacts whose field is known, those in yours",
        0.5,
        "See on the page Gaps which field is nearest, and ask one person there for advice",
    ),
    "no_follow_up": Habit(
        "No follow-up",
        "of the people whom you connected with or met in the last year, those without a word since",
        0.5,
        "Write a line to the last of them: {who}",
    ),
}
"""The habits, by code. The limits are judgements: no study sets them."""
