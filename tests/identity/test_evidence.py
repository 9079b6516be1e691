"""What speaks for and against, and how much."""

import math

import pandas as pd
import pytest

from netgraph.identity.evidence import FOR_OR_AGAINST, weigh
from netgraph.identity.records import read_records
from tests.identity.books import CARDS, GOOGLE, LINKEDIN, contacts


def weights(one, other, identifiers=(), *, between=(), more=None, **options):
    people = {"a": {"name": "Ann Lee", **one}, "b": {"name": "Ann Lee", **other}, **(more or {})}
    records = read_records(contacts(people, identifiers, **options))
    pairs = pd.DataFrame({"a": [0], "b": [1]})
    row = weigh(records, pairs, set(between)).iloc[0]
    return {p.column: row[p.column] for p in FOR_OR_AGAINST if row[p.column]}, row


def test_nothing_in_common_weighs_nothing():
    assert weights({}, {})[0] == {}


def test_an_address_weighs_less_the_more_people_use_it():
    told = [(person, "email", "a@x.example") for person in "abcd"]
    assert weights({}, {}, told[:2])[0] == {"email": 8.0}
    assert weights({}, {}, told, more={"c": "Cy Fox", "d": "Di Fox"})[0] == {"email": 5.0}


def test_the_address_of_an_office_weighs_little():
    told = [(person, "email", "info@x.example") for person in "ab"]
    assert weights({}, {}, told)[0] == {"email": 2.0}


def test_a_phone_number_may_be_a_familys_or_a_switchboard():
    told = [(p, "phone", "+491701234567") for p in ("a", "b", *(str(n) for n in range(8)))]
    more = {str(n): "Cy Fox" for n in range(8)}
    assert weights({}, {}, told[:2])[0] == {"phone": 6.0}
    assert weights({}, {}, told, more=more)[0] == {"phone": 1.5}


def test_an_employer_weighs_the_more_the_rarer_it_is():
    crowd = {
        str(n): {"name": f"Cy F{n}", "company": "Acme", "sources": LINKEDIN} for n in range(60)
    }
    rare = {
        str(n): {"name": f"Cy F{n}", "company": f"F{n}", "sources": LINKEDIN} for n in range(60)
    }
    one, other = {"company": "Acme", "sources": LINKEDIN}, {"company": "ACME", "sources": GOOGLE}
    common, _ = weights(one, other, more=crowd)
    seldom, _ = weights(one, other, more=rare)
    assert common["company"] == pytest.approx(0.8)  # ln(0.7 / 0.61) is less than the least
    assert seldom["company"] == pytest.approx(math.log(0.7 * 101 / 2))  # (1 + 1) / (61 + 40)


def test_the_domain_of_an_address_names_the_employer():
    found, row = weights(
        {"company": "Acme Robotics Inc."}, {}, [("b", "email", "x@acmerobotics.de")]
    )
    assert found["company"] > 2
    assert row["company_at"] == "Acme Robotics Inc."
    found, _ = weights({"company": "Acme"}, {}, [("b", "email", "x@gmail.com")])
    assert found == {}


def test_one_address_is_not_told_twice_as_employer():
    told = [(person, "email", "a@acme.example") for person in "ab"]
    assert weights({}, {}, told)[0] == {"email": 8.0}


def test_a_company_with_a_slip_is_one_company():
    found, _ = weights({"company": "Northwind Traders"}, {"company": "Nortwind Traders Ltd"})
    assert found["company"] > 0


def test_other_employers_speak_against_only_where_both_are_known():
    found, row = weights({"company": "Acme"}, {"company": "Globex"})
    assert found == {"other_company": -1.2}
    assert row["other_company_at"] == "Acme / Globex"
    assert weights({"company": "Acme"}, {}, [("b", "email", "b@example.org")])[0] == {}


def test_an_address_that_bears_the_name_of_the_other():
    assert weights({}, {}, [("b", "email", "ann.lee@gmail.com")])[0] == {"local": 1.4}
    assert weights({}, {}, [("b", "email", "alee7@gmail.com")])[0] == {"local": 1.2}
    assert weights({}, {}, [("b", "email", "rosi7@gmail.com")])[0] == {}
    # an assistant's address bears neither
    assert weights({"name": "Bo Sun"}, {}, [("b", "email", "ann.lee@gmail.com")])[0] == {}


def test_titles_places_and_groups():
    found, _ = weights(
        {"title": "Nurse", "location": "Berlin, Germany", "groups": "Friends; Choir"},
        {"title": "nurse", "location": "Berlin", "groups": "Choir"},
    )
    assert set(found) == {"title", "place", "group"}
    assert all(weight > 0 for weight in found.values())


def test_other_titles_speak_against_unless_the_employer_is_one():
    assert weights({"title": "Nurse"}, {"title": "Electrician"})[0] == {"other_title": -1.5}
    assert weights({"title": "Nurse"}, {"title": "Head nurse"})[0] == {}
    found, _ = weights(
        {"title": "Nurse", "company": "Acme"}, {"title": "Electrician", "company": "Acme"}
    )
    assert set(found) == {"company"}


def test_two_entries_of_one_address_book():
    row = {"sources": CARDS}
    assert weights(row, row)[0] == {"book": -1.5}
    assert weights(row, row, files=[CARDS, CARDS])[0] == {}  # nobody knows in which of the two
    assert weights({"sources": "mail"}, {"sources": "mail"})[0] == {}


def test_whom_the_files_tell_apart():
    assert weights({}, {}, between=[(0, 1)])[0] == {"tie": -2.0}
    url = "https://www.linkedin.com/in/"
    two = [("a", "linkedin", url + "a"), ("b", "linkedin", url + "b")]
    assert weights({}, {}, two)[0] == {"two_profiles": -7.0}
    one = [("a", "linkedin", url + "a"), ("b", "linkedin", url + "a")]
    assert weights({}, {}, one)[0] == {"profile": 9.0}
