"""People of contacts get their labels."""

from __future__ import annotations

import pandas as pd
import pytest

from netgraph.contacts import Contacts
from netgraph.domains import classify, find_unmapped_titles
from netgraph.domains.labelling import BY_YOU


@pytest.fixture
def office():
    people = pd.DataFrame(
        {
            "title": ["Head of Sales", "Registered Nurse", "Director", None, "Registered Nurse"],
            "is_ego": [True, False, False, False, False],
        },
        index=["you", "ann", "bo", "cy", "di"],
    )
    ties = pd.DataFrame({"source": "you", "target": ["ann", "bo"], "kind": "contact"})
    return Contacts(people=people, ties=ties)


def test_domain_level_phrase_and_margin(office):
    people = classify(office).people
    assert people.loc["ann", "domain"] == "HLTH"
    assert people.loc["ann", "seniority"] == "P"
    assert people.loc["ann", "domain_phrase"] == "nurse"
    assert people.loc["ann", "domain_margin"] == 1.0
    assert people["domain_margin"].dtype == "float64"


def test_the_ego_is_classified_too(office):
    assert classify(office).people.loc["you", "domain"] == "SALE"


def test_unknown_is_na(office):
    people = classify(office).people
    assert people.loc["bo", ["domain", "domain_phrase", "domain_margin"]].isna().all()
    assert people.loc["bo", "seniority"] == "D"
    assert people.loc["cy", ["domain", "seniority", "domain_phrase", "domain_margin"]].isna().all()


def test_nothing_else_changes(office):
    before = office.people.copy()
    after = classify(office)
    pd.testing.assert_frame_equal(office.people, before)
    assert list(after.people.index) == list(before.index)
    pd.testing.assert_series_equal(after.people["title"], before["title"])
    assert after.ties is not None
    pd.testing.assert_frame_equal(after.ties, office.ties)


def test_twice_is_once(office):
    once = classify(office)
    pd.testing.assert_frame_equal(classify(once).people, once.people)


def test_overrides_come_first_and_can_change_later(office):
    first = classify(office, overrides={"director": "EXEC"})
    assert first.people.loc["bo", "domain"] == "EXEC"
    assert first.people.loc["bo", "domain_phrase"] == "director"
    again = classify(first, overrides={"director": "MEDA"})
    assert again.people.loc["bo", "domain"] == "MEDA"
    assert classify(again).people["domain"].isna()["bo"]


def test_a_headline_is_read_where_the_title_names_no_domain():
    people = pd.DataFrame(
        {
            "title": [None, "Director", "Nurse"],
            "headline": ["Junior Welder | Father", "Trainee lawyer", "Author"],
        },
        index=["ann", "bo", "cy"],
    )
    labelled = classify(Contacts(people=people)).people
    assert labelled["domain"].tolist() == ["TRAD", "LEGL", "HLTH"]
    assert labelled["seniority"].tolist() == ["E", "D", "P"]  # the title's level comes first


def test_a_code_that_the_files_gave_stays():
    people = pd.DataFrame(
        {"title": ["Nurse", "Nurse"], "domain": ["SCIE", "Care"], "seniority": ["D", None]},
        index=["ann", "bo"],
    )
    labelled = classify(Contacts(people=people)).people
    assert labelled["domain"].tolist() == ["SCIE", "HLTH"]
    assert labelled["seniority"].tolist() == ["D", "P"]
    assert labelled["domain_phrase"].isna()["ann"]
    pd.testing.assert_frame_equal(classify(classify(Contacts(people=people))).people, labelled)


def test_nobody():
    people = classify(Contacts()).people
    assert people.empty
    assert {"domain_phrase", "domain_margin"} <= set(people.columns)


def test_unmapped_titles_by_number_of_people():
    titles = ["Director", "Nurse", "Ninja", "Ninja", None]
    people = pd.DataFrame({"title": titles}, index=list("abcde"))
    unmapped = find_unmapped_titles(classify(Contacts(people=people)))
    assert unmapped.to_dict("list") == {"title": ["Ninja", "Director"], "people": [2, 1]}


def test_each_domain_says_where_it_is_from():
    people = pd.DataFrame(
        {
            "title": ["Nurse", "Director", "Ninja", "Nurse", "Director"],
            "headline": [None, "Welder", None, None, None],
            "domain": [None, None, None, "SCIE", None],
        },
        index=list("abcde"),
    )
    labelled = classify(Contacts(people=people), overrides={"ninja": "SOFT"})
    sources = labelled.people["domain_source"].fillna("").tolist()
    assert sources == ["title", "headline", "you", "file", ""]
    again = classify(labelled, overrides={"ninja": "SOFT"}).people
    assert again["domain_source"].fillna("").tolist() == sources


def test_a_level_of_your_own_leaves_the_domain_to_the_rules():
    people = pd.DataFrame({"title": ["Nurse"]}, index=["ann"])
    labelled = classify(Contacts(people=people), overrides={"nurse": {"seniority": "D"}}).people
    assert labelled.loc["ann", ["domain", "seniority", "domain_source"]].tolist() == [
        "HLTH", "D", "title",
    ]  # fmt: skip


def test_your_word_on_a_person_stays_when_they_are_classified_again():
    people = classify(Contacts(people=pd.DataFrame({"title": ["Nurse"]}, index=["ann"]))).people
    said = {"domain": "LEGL", "seniority": "X", "domain_phrase": BY_YOU, "domain_source": "you"}
    again = classify(Contacts(people=people.assign(**said))).people
    assert again.loc["ann", list(said)].to_dict() == said
    assert again.loc["ann", "domain_margin"] == 1.0
