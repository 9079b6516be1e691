"""Which records are compared."""

import pytest

from netgraph.identity.blocking import candidates
from netgraph.identity.records import read_records
from tests.identity.books import LINKEDIN, contacts


def pairs(*args, **options):
    return candidates(read_records(contacts(*args, **options))).to_numpy().tolist()


@pytest.mark.parametrize(
    "other",
    [
        "Robert Smith", "Smith, Robert", "R. Smith", "Bob Smith", "Robert Smiht", "Robert Smyth",
        "Роберт Смит", "Robert Smith-Jones", "Robert J. Smith",
    ],
)  # fmt: skip
def test_names_that_may_agree_are_compared(other):
    assert pairs({"a": "Robert Smith", "b": other, "c": "Xi Yu"}) == [[0, 1]]


def test_addresses_and_numbers_are_compared():
    shared = [("a", "email", "x@y.example"), ("b", "email", "x@y.example")]
    assert pairs({"a": "Ann Lee", "b": "Bo Sun"}, shared) == [[0, 1]]
    shared = [("a", "phone", "+491701234567"), ("b", "phone", "01701234567")]
    assert pairs({"a": "Ann Lee", "b": "Bo Sun"}, shared) == [[0, 1]]


def test_an_address_is_compared_with_the_names_that_it_may_bear():
    bears = [("b", "email", "jmavaberg7@x.example")]
    assert pairs({"a": "José Mavaberg", "b": "Pepe Mavabe"}, bears) == [[0, 1]]
    assert pairs({"a": "José Mavaberg", "b": None}, bears) == [[0, 1]]


def test_two_rows_of_one_linkedin_file_are_never_compared():
    row = {"name": "Ann Lee", "sources": LINKEDIN}
    assert pairs({"in/a": row, "in/b": row}) == []


def test_a_crowd_that_shares_a_name_is_compared_only_where_it_shares_more():
    crowd = {f"a{n}": f"Ann{chr(97 + n % 26)}{chr(97 + n // 26)} Lee" for n in range(400)}
    crowd |= {"x": "Anxyz Lee", "y": "Anxyz Lee"}
    found = pairs(crowd)
    assert [400, 401] in found
    assert len(found) < 10_000  # of 80,601
