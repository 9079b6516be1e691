"""Former and present posts, and their fields."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

from netgraph.contacts import Contacts
from netgraph.domains import career_domains, classify


@pytest.fixture
def people():
    return pd.DataFrame(
        {
            "title": ["Chef", "Member", None],
            "company": ["Elm Grill", "Fir Club", "Ash Bank"],
        },
        index=["ann", "bo", "cy"],
    )


@pytest.fixture
def posts():
    rows = [
        ("ann", "Elm Grill", "employer", "Chef", "2022", None),
        ("ann", "Oak Law", "employer", "Paralegal", "2015-01", "2018-06"),
        ("ann", "Ash Press", "employer", "Journalist", "2018-07", "2021"),
        ("ann", "Elm University", "school", "Law", "2010", "2014"),
        ("bo", "Oak Clinic", "employer", "Nurse", None, "2019"),
    ]
    columns = ["person_id", "organisation", "kind", "role", "start", "end"]
    return pd.DataFrame(rows, columns=columns)


def table(contacts, *columns, **options):
    return career_domains(contacts, **options)[list(columns)].to_numpy().tolist()


def test_present_first_then_the_latest(people, posts):
    contacts = classify(Contacts(people, affiliations=posts))
    assert table(contacts, "person_id", "domain", "current") == [
        ["ann", "HOSP", True],
        ["ann", "MEDA", False],
        ["ann", "LEGL", False],
        ["bo", pytest.approx(float("nan"), nan_ok=True), True],
        ["bo", "HLTH", False],
        ["cy", pytest.approx(float("nan"), nan_ok=True), True],
    ]


def test_what_title_and_affiliation_both_say_stands_once(people, posts):
    found = career_domains(classify(Contacts(people, affiliations=posts)))
    chef = found[found["role"] == "Chef"]
    assert chef[["organisation", "start", "source"]].to_numpy().tolist() == [
        ["Elm Grill", "2022", "affiliation"]
    ]


def test_your_own_word_on_a_title_holds_for_the_present_post(people):
    contacts = classify(Contacts(people), overrides={"member": {"domain": "COMM"}})
    found = career_domains(contacts).set_index("person_id")
    assert found["domain"]["bo"] == "COMM"


def test_an_older_export_tells_former_posts(people):
    older = people.assign(title=["Chef", "Baker", None], company=["Elm Grill", "Fir Club", "X"])
    step = SimpleNamespace(before=Contacts(older), until=pd.Timestamp("2025-03-01"))
    found = career_domains(classify(Contacts(people)), history=[step])
    former = found[found["source"] == "earlier export"]
    assert former[["person_id", "domain", "role", "end"]].fillna("").to_numpy().tolist() == [
        ["bo", "TRAD", "Baker", "2025-03-01"],
        ["cy", "", "", "2025-03-01"],
    ]
    assert not former["current"].any()


@pytest.mark.parametrize("role", [None, np.nan])
def test_posts_none_of_which_has_a_role_are_read(people, role):
    posts = pd.DataFrame(
        {"person_id": ["bo", "bo"], "organisation": ["Elm  Club", "elm club"], "kind": "employer"}
    )
    bare = people.assign(title=None, company=None)
    for told in (posts, posts.assign(role=role)):
        found = career_domains(classify(Contacts(bare, affiliations=told)))
        assert found["organisation"].tolist() == ["Elm  Club"]  # both spellings are one post
        assert found["role"].isna().all()
    unread = Contacts(bare, affiliations=posts)  # made without the checks at the door
    object.__setattr__(unread, "affiliations", unread.affiliations.astype({"role": "float64"}))
    assert len(career_domains(classify(unread))) == 1


def test_nobody_has_no_career():
    found = career_domains(Contacts())
    assert found.empty
    assert list(found.columns) == [
        "person_id", "domain", "seniority", "role", "organisation", "start", "end", "current",
        "source",
    ]  # fmt: skip


def test_a_former_post_hints_before_the_company(people, posts):
    labelled = classify(Contacts(people.assign(company="Ash Bank"), affiliations=posts)).people
    assert labelled["domain_hint"].fillna("").tolist() == ["", "HLTH", "FINA"]
    assert labelled["domain_hint_from"].fillna("").tolist() == [
        "", "history: Nurse", "company: bank",
    ]  # fmt: skip
    assert labelled["domain"].fillna("").tolist() == ["HOSP", "", ""]
