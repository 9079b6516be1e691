"""Which exports are of one source, and which of them tells the present state."""

from itertools import permutations

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.workspace._current import put_in_order, without_state
from netgraph.workspace._sources import Source


def source(number, *, action=None, format_="google.contacts", as_of=None, digest=""):
    action = number if action is None else action
    at = f"2026-01-{number:02d}T00:00:00+00:00"
    return Source(number, action, 0, "", f"{number}.csv", format_, digest, "", as_of, None, at)


def people(text):
    return set(text.split())


def test_half_of_the_smaller_makes_two_exports_one_source():
    files = [source(1), source(2)]
    # 2 of the 4 people of the smaller are in the larger: 2/4 = .5
    order = put_in_order(files, {1: people("a b c d"), 2: people("a b x y z")})
    assert order.newer == {1: (2,)}
    # 2 of 5
    order = put_in_order(files, {1: people("a b c d e"), 2: people("a b v w x y")})
    assert order.newer == {}


def test_the_day_of_the_export_decides_before_the_order_of_import():
    files = [source(1, as_of="2025-05-05"), source(2, as_of="2024-04-04")]
    order = put_in_order(files, {1: people("a b"), 2: people("a b")})
    assert order.newer == {2: (1,)}
    assert [f.id for f in order.sources] == [1, 2]


def test_an_export_without_a_day_is_of_the_day_of_its_import():
    files = [source(1), source(2, as_of="2025-12-31")]  # imported on 2026-01-01
    assert put_in_order(files, {1: people("a"), 2: people("a")}).newer == {2: (1,)}


def test_exports_of_different_formats_are_different_sources():
    files = [source(1), source(2, format_="outlook.contacts")]
    assert put_in_order(files, {1: people("a b"), 2: people("a b")}).newer == {}


def test_all_formats_of_two_archives_count_together():
    # connections share 1 of 4, messages 3 of 4, together 4 of 8: one source
    files = [
        source(1, action=1, format_="linkedin.connections"),
        source(2, action=1, format_="linkedin.messages"),
        source(3, action=2, format_="linkedin.connections"),
        source(4, action=2, format_="linkedin.messages"),
    ]
    spoken = {
        1: people("a b c d"),
        2: people("p q r s"),
        3: people("a x y z"),
        4: people("p q r t"),
    }
    assert put_in_order(files, spoken).newer == {1: (3,), 2: (4,)}


def test_a_format_that_the_newer_archive_lacks_stays():
    files = [
        source(1, action=1, format_="linkedin.connections"),
        source(2, action=1, format_="linkedin.messages"),
        source(3, action=2, format_="linkedin.connections"),
    ]
    spoken = {1: people("a b"), 2: people("p"), 3: people("a b")}
    assert put_in_order(files, spoken).newer == {1: (3,)}


def test_you_make_no_two_exports_one_source_unless_they_speak_of_you_alone():
    files = [source(1), source(2)]
    assert put_in_order(files, {1: people("ego a"), 2: people("ego b")}).newer == {}
    assert put_in_order(files, {1: people("ego"), 2: people("ego")}).newer == {1: (2,)}


def test_three_exports_follow_each_other_by_their_days_in_whatever_order_they_came():
    days = ["2021-01-01", "2022-01-01", "2023-01-01"]
    spoken = {1: people("a b"), 2: people("a b"), 3: people("a b")}
    for shuffled in permutations(days):
        files = [source(n, as_of=day) for n, day in enumerate(shuffled, start=1)]
        order = put_in_order(files, spoken)
        assert [f.as_of for f in order.sources] == days[::-1]
        assert sorted((f.since, f.until) for f in order.follows) == [
            tuple(days[:2]),
            tuple(days[1:]),
        ]
        newest = shuffled.index("2023-01-01") + 1
        assert order.newer == {f.id: (newest,) for f in files if f.id != newest}


def test_the_same_bytes_read_by_other_rules_are_one_source():
    files = [source(1, digest="d"), source(2, digest="d")]
    spoken = {1: people("name/m\u00fcller"), 2: people("name/m\u043cller")}
    assert put_in_order(files, spoken).newer == {1: (2,)}
    empty = {1: set(), 2: set()}
    assert put_in_order(files, empty).newer == {}


def test_sources_stand_in_the_order_of_their_first_import():
    files = [source(1), source(2, format_="mail"), source(3)]
    order = put_in_order(files, {1: people("a"), 2: people("a"), 3: people("a")})
    assert [f.id for f in order.sources] == [3, 1, 2]


def test_somebody_in_very_many_exports_ties_them_not_together():
    files = [source(n, format_="mail") for n in range(1, 41)]
    spoken = {n: {"me", f"p{n}"} for n in range(1, 41)}  # each other person is in one alone
    assert put_in_order(files, spoken).newer == {}


def test_of_an_older_part_stays_what_happened():
    people_ = pd.DataFrame({"name": ["Ann", "Bo", "Cy"]}, index=["ann", "bo", "cy"])
    part = Contacts(
        people=people_,
        identifiers=pd.DataFrame(
            {"person_id": ["ann", "bo"], "kind": "email", "value": ["a", "b"]}
        ),
        ties=pd.DataFrame({"source": ["ann"], "target": ["bo"], "kind": ["related"]}),
        affiliations=pd.DataFrame({"person_id": ["ann"], "organisation": ["Acme"]}),
        skills=pd.DataFrame({"person_id": "ann", "kind": ["endorsement", "skill"]}),
        introductions=pd.DataFrame(
            {"introducer": ["cy"], "introduced": ["ann"], "introduced_to": ["ann"]}
        ),
    )
    left = without_state(part)
    assert left.people.index.tolist() == ["ann", "cy"]
    assert left.identifiers["person_id"].tolist() == ["ann"]
    assert left.introductions["introducer"].tolist() == ["cy"]
    assert left.ties.empty
    assert left.affiliations.empty
    assert left.skills["kind"].tolist() == ["endorsement"]
    assert without_state(Contacts(people=people_)) is None
