"""Networks drawn at random in which it is known who waits, and who has fallen silent."""

import numpy as np
import pandas as pd

import netgraph as ng

NOW = pd.Timestamp("2026-06-30 18:00")
WAITING = {"unanswered": 6, "met": 5, "connected": 5}
DORMANT = 7


class Network:
    """Collects people and what passed between them and the ego."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.events, self.ties, self.people = [], [], ["ego"]
        self.truth = {"dormant": set(), **{what: set() for what in WAITING}}

    def add(self, days_known):
        """Add somebody whom the ego has known for so many days."""
        person = f"p{len(self.people)}"
        self.people.append(person)
        self.ties.append((person, NOW - pd.Timedelta(days=int(days_known))))
        return person

    def days(self, first, last):
        """Draw a number of days ago, from `first` (longer ago) to `last`."""
        return float(self.rng.uniform(last, first))

    def event(  # noqa: PLR0913 - a row of the table
        self, person, ago, *, own, kind="message", questions=0, words=12, thread=None
    ):
        """Let something pass between the ego and one person, so many days ago."""
        ends = ("ego", person) if own else (person, "ego")
        at = (NOW - pd.Timedelta(days=ago)).floor("s")
        row = (*ends, at, kind, words, questions, thread or f"thread of {person}")
        self.events.append(row)

    def talk(self, person, first, last, count, *, ends_with_ego=True):
        """Let two write in turns; the last word, by whom it is, closes the talk."""
        when = sorted((self.days(first, last) for _ in range(count - 1)), reverse=True)
        for place, ago in enumerate([*when, last]):
            own = ends_with_ego == ((count - 1 - place) % 2 == 0)
            closes = place == count - 1
            asked = int(not closes and self.rng.random() < 0.4)
            self.event(person, ago, own=own, questions=asked, words=4 if closes else 14)

    def contacts(self):
        """Give everything as contacts."""
        columns = ["source", "target", "at", "kind", "words", "questions", "thread"]
        events = pd.DataFrame(self.events, columns=columns).sample(frac=1, random_state=1)
        events = events.astype({"words": "Int64", "questions": "Int64", "at": "datetime64[s]"})
        ties = pd.DataFrame(self.ties, columns=["target", "since"]).assign(
            source="ego", kind="contact"
        )
        people = pd.DataFrame(
            {"name": self.people, "sources": "linkedin.connections"}, index=self.people
        )
        people["is_ego"] = people.index == "ego"
        return ng.Contacts(
            people=people,
            ties=ties,
            interactions=events.assign(channel="linkedin").reset_index(drop=True),
        )


def network(seed):
    """Draw a network with people who wait, and with many who might be taken for them."""
    drawn = Network(seed)
    _plant(drawn)
    for _ in range(40):  # in touch now and then, and in no hurry
        drawn.talk(drawn.add(2500), 900, drawn.days(170, 1), int(drawn.rng.integers(2, 9)))
    for _ in range(25):  # thanked for something: theirs is the last word
        last = drawn.days(170, 1)
        drawn.talk(drawn.add(2500), 600, last, int(drawn.rng.integers(2, 9)), ends_with_ego=False)
    for _ in range(60):  # connected long ago, and nothing ever since
        drawn.add(drawn.days(3000, 200))
    for _ in range(30):  # wrote a little, long ago
        drawn.talk(drawn.add(3500), 3000, drawn.days(2500, 1200), int(drawn.rng.integers(2, 7)))
    for _ in range(8):  # connected lately, and greeted
        known = drawn.days(80, 5)
        drawn.event(drawn.add(known), known - 1, own=bool(drawn.rng.random() < 0.5))
    for _ in range(8):  # write again and again, and are never answered
        person = drawn.add(900)
        for _ in range(int(drawn.rng.integers(3, 9))):
            drawn.event(person, drawn.days(800, 2), own=False, questions=1)
    _gather(drawn)
    drawn.event(drawn.add(900), 0, own=True)  # on the last day
    return drawn.contacts(), drawn.truth


def _plant(drawn):
    for _ in range(WAITING["unanswered"]):
        person, asked = drawn.add(2000), drawn.days(120, 6)
        drawn.talk(person, 900, asked + drawn.days(200, 5), int(drawn.rng.integers(2, 9)))
        drawn.event(person, asked, own=False, questions=int(drawn.rng.integers(1, 3)))
        drawn.truth["unanswered"].add(person)
    for _ in range(WAITING["met"]):
        person, met = drawn.add(2000), drawn.days(80, 4)
        drawn.talk(person, 900, met + drawn.days(300, 5), int(drawn.rng.integers(2, 9)))
        drawn.event(person, met, own=True, kind="meeting", thread=f"coffee with {person}")
        drawn.truth["met"].add(person)
    for _ in range(WAITING["connected"]):
        drawn.truth["connected"].add(drawn.add(drawn.days(80, 9)))
    for _ in range(DORMANT):
        person = drawn.add(5000)
        drawn.talk(person, 3800, drawn.days(2200, 1200), int(drawn.rng.integers(40, 60)))
        drawn.truth["dormant"].add(person)


def _gather(drawn):
    """Meet a team each week, all of a firm once, and write to a group."""
    team = [drawn.add(1500) for _ in range(4)]
    for week in range(40):
        for person in team:
            drawn.event(person, 3 + 7 * week, own=True, kind="meeting", thread=f"week {week}")
    for person in [drawn.add(1500) for _ in range(15)]:
        drawn.event(person, 20, own=True, kind="meeting", thread="all hands")
    group = [drawn.add(1500) for _ in range(6)]
    for person in group:
        drawn.talk(person, 800, 100, 4)
    for other in ["ego", *group[1:]]:  # one of them asks all of the group
        at = (NOW - pd.Timedelta(days=9)).floor("s")
        drawn.events.append((group[0], other, at, "message", 9, 1, "the group"))
