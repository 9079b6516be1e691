"""How well two people know each other, by what is known to have passed between them."""

import math

import pandas as pd
import pytest

import netgraph as ng
from netgraph.ties import CLOSENESS, UNNAMED, strength_before

PEOPLE = pd.DataFrame(
    {"name": ["You", "Ann", "Bo", "Cy"], "is_ego": [True, False, False, False]},
    index=["ego", "ann", "bo", "cy"],
)
TODAY = "2026-01-01"


def letters(*rows, kind="message", channel="mail"):
    table = pd.DataFrame(rows, columns=["source", "target", "at"])
    return table.assign(at=pd.to_datetime(table["at"]), kind=kind, channel=channel)


def ties(*rows):
    columns = ["source", "target", "kind", "since", "last_at", "count", "weight"]
    table = pd.DataFrame(
        [(*row, *[None] * (len(columns) - len(row))) for row in rows], columns=columns
    )
    return table.assign(**{day: pd.to_datetime(table[day]) for day in ("since", "last_at")})


def graph_of(**tables):
    return ng.build_graph(ng.Contacts(people=PEOPLE, **tables), now=TODAY)


def test_a_letter_each_way_today_is_half_of_half():
    sent = letters(("ego", "ann", TODAY), ("ann", "ego", TODAY))
    # either side: log2(1 + 1) * 1 * 1 = 1, so 2 / (2 + 4)
    assert graph_of(interactions=sent).edges["ego", "ann"]["strength"] == pytest.approx(1 / 3)


def test_one_who_knows_somebody_for_long_is_forgotten_more_slowly():
    sent = letters(("ego", "ann", "2023-01-01"), ("ann", "ego", "2023-01-01"))
    short = graph_of(interactions=sent).edges["ego", "ann"]["strength"]
    old = ties(("ego", "ann", "contact", "2006-01-01"))
    assert graph_of(interactions=sent, ties=old).edges["ego", "ann"]["strength"] > short


def test_what_is_only_counted_is_worth_half_and_fades():
    new = graph_of(ties=ties(("ann", "bo", "thread", TODAY, TODAY, 12)))
    # 12 events, 6 a side, half of it: 3; 2 * log2(1 + 3) = 4; 4 / (4 + 4)
    assert new.edges["ann", "bo"]["strength"] == pytest.approx(0.5)
    year = graph_of(ties=ties(("ann", "bo", "thread", "2025-01-01", "2025-01-01", 12)))
    # a year old: the half-life is 365 * sqrt(1 + 365 / 365.25) days
    volume = 3 * 2 ** (-1 / math.sqrt(1 + 365 / 365.25))
    sides = 2 * math.log2(1 + volume)
    assert year.edges["ann", "bo"]["strength"] == pytest.approx(sides / (sides + 4))


def test_ties_without_an_event_have_the_strength_of_their_kind():
    graph = graph_of(
        ties=ties(
            ("ego", "ann", "contact", "2020-01-01"), ("ego", "bo", "related"), ("ann", "bo", "odd")
        )
    )
    assert graph.edges["ego", "ann"]["strength"] == CLOSENESS["contact"]
    assert graph.edges["ego", "bo"]["strength"] == CLOSENESS["related"]
    assert graph.edges["ann", "bo"]["strength"] == UNNAMED


def test_a_stated_weight_counts_against_the_middle_of_those_stated():
    rows = [("ann", "bo", 1), ("ann", "cy", 2), ("bo", "cy", 6)]
    stated = ties(*[(one, two, "edge", None, None, None, weight) for one, two, weight in rows])
    graph = graph_of(ties=stated)
    assert graph.edges["ann", "cy"]["strength"] == pytest.approx(2 / (2 + 2))
    assert graph.edges["bo", "cy"]["strength"] == pytest.approx(6 / (6 + 2))
    twice = graph_of(ties=stated.assign(weight=stated["weight"] * 2))
    assert twice.edges["bo", "cy"]["strength"] == graph.edges["bo", "cy"]["strength"]


def test_days_stand_only_where_they_are_known():
    sent = letters(("ego", "ann", "2024-05-01"), ("ann", "ego", "2025-05-01"))
    known = ties(("ego", "ann", "contact", "2020-01-01"), ("ego", "bo", "contact"))
    graph = graph_of(interactions=sent, ties=known)
    assert graph.edges["ego", "ann"]["since"] == pd.Timestamp("2020-01-01")
    assert graph.edges["ego", "ann"]["last_at"] == pd.Timestamp("2025-05-01")
    assert not {"since", "last_at"} & set(graph.edges["ego", "bo"])


def test_the_day_looked_back_from_is_the_last_of_which_the_exports_tell():
    sent = letters(("ego", "ann", "2024-05-01"), ("ann", "ego", "2025-05-01"))
    spam = letters(("bo", "ego", "2038-01-01"))
    asked = letters(("ego", "ann", "2027-01-01"), kind="meeting", channel="call")
    contacts = ng.Contacts(people=PEOPLE, interactions=pd.concat([sent, spam, asked]))
    assert ng.build_graph(contacts).graph["as_of"] == pd.Timestamp("2025-05-01")
    assert ng.build_graph(contacts, now=TODAY).graph["as_of"] == pd.Timestamp(TODAY)
    met = letters(("ego", "ann", "2025-06-01"), kind="meeting", channel="in_person")  # as you noted
    noted = ng.Contacts(people=PEOPLE, interactions=pd.concat([sent, met]))
    assert ng.build_graph(noted).graph["as_of"] == pd.Timestamp("2025-05-01")
    tie = ng.build_graph(noted).edges["ego", "ann"]
    assert tie["last_at"] == pd.Timestamp("2025-06-01")
    files = ng.Contacts(people=PEOPLE, interactions=sent)
    assert tie["strength"] > ng.build_graph(files).edges["ego", "ann"]["strength"]
    ahead = ng.Contacts(
        people=PEOPLE, interactions=asked, ties=ties(("ego", "ann", "meeting", None, "2027-01-01"))
    )
    assert ng.build_graph(ahead).graph["as_of"] == pd.Timestamp("2027-01-01")
    assert ng.build_graph(ng.Contacts(people=PEOPLE)).graph["as_of"] is None


@pytest.mark.parametrize("day", ["yesterday", "2026-01-01T00:00Z", ""])
def test_a_day_that_is_none_is_a_mistake(day):
    with pytest.raises(ng.ContactsError, match="no date"):
        ng.build_graph(ng.Contacts(people=PEOPLE), now=day)


def test_what_lies_after_the_day_does_not_count():
    sent = letters(("ego", "ann", TODAY), ("ann", "ego", TODAY), ("ann", "ego", "2026-02-01"))
    tie = graph_of(interactions=sent).edges["ego", "ann"]
    assert tie["strength"] == pytest.approx(1 / 3)
    assert tie["last_at"] == pd.Timestamp(TODAY)


def test_a_shared_employer_is_named_with_its_years():
    stays = pd.DataFrame(
        [("ann", "2015-03", "2021-06"), ("bo", "2018", "2022"), ("cy", "2020", None)],
        columns=["person_id", "start", "end"],
    ).assign(organisation="Acme", kind="employer")
    graph = graph_of(affiliations=stays)
    assert graph.edges["ann", "bo"]["organisation"] == "Acme"
    assert graph.edges["ann", "bo"]["together"] == "2018 to 2021"
    assert graph.edges["bo", "cy"]["together"] == "2020 to 2022"
    assert graph.edges["ann", "bo"]["strength"] == CLOSENESS["employer"]


def before(day, **tables):
    """How well you knew Ann before a day."""
    asked = pd.DataFrame({"source": ["ann"], "target": ["ego"], "at": pd.to_datetime([day])})
    return strength_before(ng.Contacts(people=PEOPLE, **tables), asked).iloc[0]


def test_before_a_day_only_what_happened_before_counts():
    sent = letters(
        ("ego", "ann", "2024-12-31"), ("ann", "ego", "2024-12-31"), ("ann", "ego", "2026-01-01")
    )
    early = sent[sent["at"] < "2025-01-01"]
    then = ng.build_graph(ng.Contacts(people=PEOPLE, interactions=early), now="2025-01-01")
    strength = then.edges["ego", "ann"]["strength"]
    assert before("2025-01-01", interactions=sent) == pytest.approx(strength)
    assert before("2024-01-01", interactions=sent) == CLOSENESS["introduction"]
    assert before("2025-02-01", interactions=sent) < strength


def test_before_a_day_ties_of_a_later_day_are_not_known():
    told = ties(("ego", "ann", "related", "2020-01-01"), ("ego", "ann", "thread", TODAY, TODAY, 99))
    assert before("2021-01-01", ties=told) == CLOSENESS["related"]
    assert before("2019-01-01", ties=told) == CLOSENESS["introduction"]
    assert before("2026-01-02", ties=told) > 0.7


def test_before_a_day_a_tie_of_unknown_day_is_known():
    assert before("2021-01-01", ties=ties(("ego", "ann", "related"))) == CLOSENESS["related"]
