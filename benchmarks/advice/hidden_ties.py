"""Hide ties of a network that is fully known, and ask for the way across them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from advice.methods import BASELINES, METHODS, Question
from advice.scores import SHOWN, first_right, mean_interval, score_places

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from advice.networks import Network

HIDDEN = 0.2
LEAST_CANDIDATES = 5
"""With fewer people to choose from, chance alone would look good."""

_TRIES = 60


@dataclass(frozen=True)
class Answered:
    """What each method said to each question, as places of the first right name.

    Attributes
    ----------
    places
        A row a question, a column a method; infinity where no right name was given.
    said
        How many names each method gave.
    """

    places: pd.DataFrame
    said: pd.DataFrame

    def scores(self) -> pd.DataFrame:
        """Give a row per method: hits, ranks, intervals, and how often it said anything."""
        rows = {name: score_places(self.places[name]) for name in self.places}
        table = pd.DataFrame.from_dict(rows, orient="index").rename_axis("method")
        table["answered"] = (self.said > 0).mean()
        return table

    def lead(self, name: str) -> tuple[str, float, float, float]:
        """Give the best baseline by mean reciprocal rank, and how far `name` is ahead of it."""
        shown = 1 / self.places.where(self.places <= SHOWN, np.inf)
        best = str(shown[[b for b in BASELINES if b in shown]].mean().idxmax())
        return best, *mean_interval(shown[name] - shown[best])


def ask(questions: list[Question], seed: int = 0) -> Answered:
    """Put every question to every method."""
    places: list[dict[str, float]] = []
    said: list[dict[str, int]] = []
    for number, question in enumerate(questions):
        answers = {
            name: method(question, np.random.default_rng([seed, number]))
            for name, method in METHODS.items()
        }
        places.append({name: first_right(a, question.right) for name, a in answers.items()})
        said.append({name: len(answer) for name, answer in answers.items()})
    return Answered(pd.DataFrame(places, columns=list(METHODS)), pd.DataFrame(said))


def two_steps_seen(whole: Network, *, repeats: int, seed: int) -> tuple[int, int]:
    """Count the hidden ties, and those whose two people still share a seen acquaintance.

    Where they do, a route of two steps stands on seen ties and is right by
    construction, whoever proposes it; nothing can be learnt from those.
    """
    hidden_ties = shared = 0
    for repeat in range(repeats):
        seen, hidden = whole.hide(HIDDEN, np.random.default_rng([seed, repeat]))
        hidden_ties += len(hidden.ties)
        shared += sum(bool(seen.knows[a] & seen.knows[b]) for a, b in hidden.ties.tolist())
    return hidden_ties, shared


def introducer_questions(
    whole: Network, *, repeats: int, cases: int, seed: int
) -> Iterator[Question]:
    """Ask which of my contacts knows a person, where no tie that is seen tells it.

    A hidden tie b - t is drawn, and an asker who knows b but not t, and who has
    no contact with a seen tie to t. Right is each contact of the asker who
    truly knows t. An asker is taken once in a repeat.
    """

    def one(seen: Network, hidden: Network, rng: np.random.Generator) -> Question | None:
        broker, target = rng.permutation(hidden.ties[rng.integers(len(hidden.ties))]).tolist()
        asker = _one_of(seen.knows[broker], rng)
        if asker is None or asker == target or target in whole.knows[asker]:
            return None
        mine = seen.knows[asker]
        if mine & seen.knows[target] or not seen.knows[target]:
            return None
        return Question(
            seen,
            seen,
            asker,
            tuple(sorted(mine)),
            target,
            int(whole.group[target]),
            frozenset(mine & whole.knows[target]),
        )

    for repeat in range(repeats):
        rng = np.random.default_rng([seed, repeat])
        seen, hidden = whole.hide(HIDDEN, rng)
        yield from _draw(lambda s=seen, h=hidden, r=rng: one(s, h, r), cases)


def newcomer_questions(
    whole: Network, *, repeats: int, cases: int, seed: int
) -> Iterator[Question]:
    """Ask for a way into a group in which all of the asker's own ties are hidden.

    One tie in five is hidden, and all ties of the asker to the group besides.
    Right is each member whom the asker truly knows: the one a way should lead to.
    """

    def one(seen: Network, rng: np.random.Generator) -> Question | None:
        asker = int(rng.integers(len(whole)))
        groups = {int(whole.group[p]) for p in whole.knows[asker]} - {int(whole.group[asker])}
        group = _one_of(groups, rng)
        if group is None:
            return None
        members = whole.group == group
        left = _without(seen, asker, members)
        there = frozenset(p for p in whole.knows[asker] if members[p])
        candidates = tuple(p for p in np.flatnonzero(members).tolist() if left.knows[p])
        if len(candidates) < max(LEAST_CANDIDATES, 2 * len(there)) or not left.knows[asker]:
            return None
        return Question(left, seen, asker, candidates, None, group, there)

    for repeat in range(repeats):
        rng = np.random.default_rng([seed, repeat])
        seen, _ = whole.hide(HIDDEN, rng)
        yield from _draw(lambda s=seen, r=rng: one(s, r), cases)


def _without(seen: Network, asker: int, members: np.ndarray) -> Network:
    """Take away the asker's ties to the members."""
    one, other = seen.ties.T
    own = ((one == asker) & members[other]) | ((other == asker) & members[one])
    return seen.keep(~own)


def _draw(one: Callable[[], Question | None], cases: int) -> Iterator[Question]:
    """Draw questions until there are enough, each of another asker."""
    asked: set[int] = set()
    for _ in range(_TRIES * cases):
        if len(asked) == cases:
            return
        question = one()
        if question is None or question.asker in asked:
            continue
        if question.target is not None and len(question.candidates) < LEAST_CANDIDATES:
            continue
        asked.add(question.asker)
        yield question


def _one_of(people: set[int], rng: np.random.Generator) -> int | None:
    return int(rng.choice(sorted(people))) if people else None
