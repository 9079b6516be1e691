"""The user's own word on fields and levels."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.workspace._overrides import BY_YOU, classify_with, find_code

TOLD = ["kind", "subject", "domain", "seniority"]


def office(*rules, current=None):
    """Three people, labelled with some rules."""
    people = pd.DataFrame(
        {"name": ["Ann", "Bo", "Cy"], "title": ["Nurse", "nurse ", None]}, index=["ann", "bo", "cy"]
    )
    rules = pd.DataFrame(rules, columns=TOLD, dtype="str")
    return classify_with(ng.Contacts(people=people), rules, current or {}).people


@pytest.mark.parametrize(
    ("name", "kind", "code"),
    [
        ("hlth", "domain", "HLTH"),
        ("  Health   care", "domain", "HLTH"),
        ("UNK", "domain", "UNK"),
        ("Entry", "seniority", "E"),
    ],
)
def test_a_code_is_found_by_itself_or_by_its_english_name(name, kind, code):
    assert find_code(name, kind) == code


def test_a_code_that_is_none_is_answered_with_the_nearest():
    with pytest.raises(ng.UnknownNameError, match=r"Did you mean Health care \(HLTH\)"):
        find_code("helth care", "domain")


def test_a_title_means_all_who_bear_it_whatever_its_case():
    people = office(("title", "NURSE", "LEGL", "X"))
    assert people["domain"].tolist()[:2] == ["LEGL", "LEGL"]
    assert people["seniority"].tolist()[:2] == ["X", "X"]
    assert pd.isna(people["domain"]["cy"])


def test_a_person_comes_before_a_title_and_is_found_under_the_id_of_today():
    people = office(
        ("person", "old", "SOFT", None), ("title", "nurse", "LEGL", None), current={"old": "bo"}
    )
    assert people["domain"].tolist()[:2] == ["LEGL", "SOFT"]
    assert people["domain_phrase"]["bo"] == BY_YOU
    assert people["domain_margin"]["bo"] == 1.0


def test_none_can_be_said_too():
    people = office(("person", "ann", "UNK", "UNK"))
    assert people.loc["ann", ["domain", "seniority"]].isna().all()
    assert people["domain"]["bo"] == "HLTH"


def test_somebody_who_is_not_here_changes_nothing():
    assert office(("person", "gone", "LEGL", "X")).equals(office())
