"""How common a name is."""

import pytest

from netgraph.identity.commonness import Commonness, measure_commonness, share_of_people
from netgraph.identity.records import read_records
from tests.identity.books import GOOGLE, LINKEDIN, contacts, strangers


def measured(people):
    return measure_commonness(read_records(contacts(people)))


def test_a_share_lies_between_what_is_counted_and_what_is_usual():
    # (21 - 1 + 50 * 0.01) / (1000 - 1 + 50) = 20.5 / 1049
    assert Commonness(1000, 0.0, {"g:ann": 21}).share("g:ann") == pytest.approx(20.5 / 1049)
    assert Commonness(0, 0.0, {}).share("f:lee") == pytest.approx(0.003)
    assert Commonness(0, 0.0, {}).share("") == 1.0


def test_the_number_of_namesakes_to_expect():
    # 2000 people, one in 100 given and one in 1000 family: 0.02 by chance, and 0.01 who have one
    assert Commonness(2000, 0.01, {}).expected(0.01, 0.001) == pytest.approx(0.03)
    assert Commonness(10, 0.0, {}).expected(0.01, 0.001) == pytest.approx(0.003)  # at least 300


def test_people_of_two_sources_are_not_counted_twice():
    people = {
        f"{source}/{n}": {"name": f"Ann Lee{n}", "sources": source}
        for source in (LINKEDIN, GOOGLE)
        for n in range(3)
    }
    found = measured(people)
    assert found.counts["g:ann"] == 3
    assert found.size == 3


def test_records_of_no_known_source_may_be_one_person():
    assert measured({"a": "Ann Lee", "b": "Ann Lee"}).counts["f:lee"] == 1
    assert measured({"a": "Ann Lee", "b": "Ann Lee", "c": "Ann Lee"}).counts["f:lee"] == 2


def test_namesakes_are_counted_where_one_row_is_one_person():
    row = {"name": "Ann Lee", "sources": LINKEDIN}
    people = strangers(100) | {"in/1": row, "in/2": row, "mail/x": {**row, "sources": GOOGLE}}
    # 2 of 102 rows, and 5 of 60 believed beforehand
    assert measured(people).namesakes == pytest.approx((2 + 5) / (102 + 60))


def test_what_few_have_is_rare():
    people = {
        str(n): {"name": f"A B{n}", "company": "Acme" if n else "Rare", "sources": LINKEDIN}
        for n in range(60)
    }
    records = read_records(contacts(people))
    shares = share_of_people(records.features["companies"], records)
    assert shares["Acme"] == pytest.approx(60 / 100)  # (59 + 1) / (60 + 40)
    assert shares["Rare"] == pytest.approx(2 / 100)
