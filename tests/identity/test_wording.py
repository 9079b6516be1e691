"""Evidence in words."""

import math
import re

import pytest

import netgraph as ng
from tests.identity.books import GOOGLE, LINKEDIN, contacts


def review(people, identifiers=()):
    return ng.resolve(contacts(people, identifiers)).review.iloc[0]


def test_reasons_and_doubts_tell_what_agrees_and_what_does_not():
    row = review(
        {
            "in/a": {"name": "Ann Lee", "company": "Acme", "sources": LINKEDIN},
            "mail/a": {"name": "Ann Lee", "company": "Globex; Inc.", "sources": GOOGLE},
        },
        [("mail/a", "email", "ann.lee@gmail.com")],
    )
    reasons, doubts = row["reasons"].split("; "), row["doubts"].split("; ")
    assert [re.sub(r" \([+-].*", "", text) for text in reasons] == [
        "the address bears the name: ann.lee@gmail.com",
        "same name: Ann Lee",
    ]
    assert doubts == ["different companies: Acme / Globex, Inc. (-1.2)"]


@pytest.mark.parametrize(
    ("name", "way"),
    [
        ("Anne Lee", "names agree (a short form): Ann Lee / Anne Lee"),
        ("A. Lee", "names agree (an initial): Ann Lee / A. Lee"),
        ("Lee", "one name only: Ann Lee / Lee"),
        ("Ann Kim", "different names: Ann Lee / Ann Kim"),
        (None, "a name is missing"),
    ],
)
def test_the_way_in_which_names_agree_is_told(name, way):
    told = [(person, "phone", "+491701234567") for person in ("in/a", "mail/b")]
    resolved = ng.resolve(contacts({"in/a": "Ann Lee", "mail/b": name}, told))
    asked = resolved.review[["reasons", "doubts"]].fillna("").to_numpy().ravel()
    assert way in "; ".join([*resolved.matches["reason"], *asked])


def test_the_numbers_add_up_to_the_probability():
    row = review(
        {
            "in/a": {"name": "Ann Lee", "title": "Nurse", "sources": LINKEDIN},
            "mail/a": {"name": "Ann Lee", "title": "Electrician", "sources": GOOGLE},
        },
        [("mail/a", "email", "ann.lee@gmail.com")],
    )
    numbers = re.findall(r"\(([+-][\d.]+)\)", row["reasons"] + row["doubts"])
    odds = row["probability"] / (1 - row["probability"])
    assert len(numbers) == 3
    assert sum(map(float, numbers)) == pytest.approx(math.log(odds), abs=0.15)


def test_others_who_fit_are_a_doubt():
    row = {"name": "Ann Lee", "company": "Acme", "sources": LINKEDIN}
    told = review({"in/1": row, "in/2": row, "mail/a": {**row, "sources": GOOGLE}})
    assert "others of this name fit too" in told["doubts"]
