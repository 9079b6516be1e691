"""Chance that falls alike on every machine, and reading of the word lists."""

from __future__ import annotations

import csv
import math
import random
from datetime import UTC, date, datetime
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

SEED = 20261101
WORDS = Path(__file__).parent / "words"


class Chance:
    """A seeded source of choices that stays the same from one Python to the next.

    Python promises the same sequence from one version to the next for
    ``random()`` alone, not for ``choice`` or ``sample``; so all choices are
    made from ``random()`` here. Each part of the example has a source of its own
    (`purpose`): a change in one file then leaves the others as they were.
    """

    def __init__(self, purpose: str) -> None:
        self._random = random.Random(f"{SEED} {purpose}").random

    def happens(self, probability: float) -> bool:
        """Tell whether something of this probability happens."""
        return self._random() < probability

    def between(self, least: int, greatest: int) -> int:
        """Draw a whole number; both ends can come."""
        return least + math.floor(self._random() * (greatest - least + 1))

    def pick(self, things: Sequence[T]) -> T:
        """Draw one of `things`."""
        return things[self.between(0, len(things) - 1)]

    def pick_weighted(self, weights: Mapping[T, float]) -> T:
        """Draw a key with a probability in proportion to its weight."""
        point = self._random() * sum(weights.values())
        for thing, limit in zip(weights, accumulate(weights.values()), strict=True):
            if point < limit:
                return thing
        return thing

    def shuffled(self, things: Sequence[T]) -> list[T]:
        """Put `things` into a random order."""
        left = list(things)
        for last in range(len(left) - 1, 0, -1):
            other = self.between(0, last)
            left[last], left[other] = left[other], left[last]
        return left

    def some(self, things: Sequence[T], count: int) -> list[T]:
        """Draw `count` different ones of `things`, or all if there are fewer."""
        return self.shuffled(things)[:count]

    def letters(self, alphabet: str, length: int) -> str:
        """Draw a word of `length` letters."""
        return "".join(self.pick(alphabet) for _ in range(length))

    def day(self, first: date, last: date) -> date:
        """Draw a day; if `last` lies before `first`, it is `first`."""
        days = max((last - first).days, 0)
        return date.fromordinal(first.toordinal() + self.between(0, days))

    def moment(self, day: date, first_hour: int = 7, last_hour: int = 20) -> datetime:
        """Draw a time of that day, to the second, in UTC."""
        hour, minute = self.between(first_hour, last_hour), self.between(0, 59)
        return datetime(day.year, day.month, day.day, hour, minute, self.between(0, 59), tzinfo=UTC)


def read_words(name: str) -> list[dict[str, str]]:
    """Read a word list; a cell that holds several words is left as it is."""
    with (WORDS / f"{name}.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
