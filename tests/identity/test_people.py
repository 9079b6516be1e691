"""Who is who: what is merged, and what must not be."""

import pandas as pd
import pytest

import netgraph as ng
from tests.identity.books import CARDS, GOOGLE, LINKEDIN, contacts, strangers


def test_the_same_address_is_the_same_person_with_a_reason():
    resolved = ng.resolve(
        contacts(
            {"in/ann": "Ann Lee", "mail/a@x.org": "Ann M. Lee"},
            [("in/ann", "email", "a@x.org"), ("mail/a@x.org", "email", "a@x.org")],
        )
    )
    assert resolved.people.index.tolist() == ["in/ann"]
    match = resolved.matches.iloc[0]
    assert match[["person_id", "merged_id", "name"]].tolist() == [
        "in/ann",
        "mail/a@x.org",
        "Ann M. Lee",
    ]
    assert match["reason"].startswith("same email: a@x.org (+8.0); same name: ")
    assert 0.99 < match["probability"] < 1


def test_a_shared_address_does_not_merge_people_of_different_names():
    two = contacts(
        {"a": "Ann Lee", "b": "Bo Sun"},
        [("a", "email", "info@x.org"), ("b", "email", "info@x.org")],
    )
    assert len(ng.resolve(two).people) == 2


def test_two_profiles_are_two_people_whatever_else_they_share():
    two = contacts(
        {"in/a": "Ann Lee", "in/b": "Ann Lee"},
        [
            ("in/a", "linkedin", "https://www.linkedin.com/in/a"),
            ("in/b", "linkedin", "https://www.linkedin.com/in/b"),
            ("in/a", "phone", "+442079460000"),
            ("in/b", "phone", "+442079460000"),
        ],
    )
    assert len(ng.resolve(two).people) == 2


def test_a_mention_is_the_one_person_of_that_name():
    resolved = ng.resolve(
        contacts({"in/chloe": "Chloé Müller", "name/chloe muller": "Chloe Muller"})
    )
    assert resolved.people.index.tolist() == ["in/chloe"]


def test_a_mention_of_a_name_that_two_people_carry_is_left_alone():
    resolved = ng.resolve(
        contacts({"in/a": "Ann Lee", "in/b": "Ann Lee", "name/ann lee": "Ann Lee"})
    )
    assert len(resolved.people) == 3
    assert resolved.matches.empty


def test_two_records_are_never_merged_on_a_name_alone():
    assert len(ng.resolve(contacts({"in/a": "Ann Lee", "mail/x": "Ann Lee"})).people) == 2


def test_chains_of_evidence_make_one_person():
    resolved = ng.resolve(
        contacts(
            {"in/ann": "Ann Lee", "mail/a": "Ann Lee", "mail/b": "A Lee"},
            [
                ("in/ann", "email", "a@x.org"),
                ("mail/a", "email", "a@x.org"),
                ("mail/a", "phone", "+1555"),
                ("mail/b", "phone", "+1555"),
            ],
        )
    )
    assert resolved.people.index.tolist() == ["in/ann"]
    assert len(resolved.matches) == 2
    assert resolved.matches["reason"].notna().all()


def test_the_ego_stays_the_ego():
    people = pd.DataFrame(
        {"name": ["Ann Lee", "Ann Lee"], "is_ego": [False, True]}, index=["in/ann", "ego"]
    )
    ids = pd.DataFrame(
        [("in/ann", "email", "a@x.org"), ("ego", "email", "a@x.org")],
        columns=["person_id", "kind", "value"],
    )
    assert ng.resolve(ng.Contacts(people=people, identifiers=ids)).ego == "ego"


def linkedin(name, **more):
    return {"name": name, "sources": LINKEDIN, **more}


def book(name, **more):
    return {"name": name, "sources": GOOGLE, **more}


def resolved_ids(*args, **options):
    return sorted(ng.resolve(contacts(*args, **options)).people.index)


@pytest.mark.parametrize(
    "name",
    [
        "Robert Smith", "Bob Smith", "R. Smith", "Smith, Robert", "Robert Smiht", "Robert J. Smith",
        "Robert Smith-Jones", "Dr. Robert Smith, PhD",
    ],
)  # fmt: skip
def test_a_name_and_an_employer_make_one_person(name):
    two = {
        "in/r": linkedin("Robert Smith", company="Acme, Inc."),
        "mail/r": book(name, company="ACME"),
    }
    assert resolved_ids(strangers(200) | two) == sorted([*strangers(200), "in/r"])


@pytest.mark.parametrize("company", [None, "Globex"])
def test_a_name_alone_is_asked_about_however_rare_it_is(company):
    two = {"in/x": linkedin("Xanthe Quarmby", company="Acme"),
           "tel/x": book("Xanthe Quarmby", company=company)}  # fmt: skip
    told = [("tel/x", "phone", "+491701234567")]
    resolved = ng.resolve(contacts(strangers(500) | two, told))
    assert "tel/x" in resolved.people.index
    asked = resolved.review.iloc[0]
    assert asked[["person_id", "other_id"]].tolist() == ["in/x", "tel/x"]
    assert 0.35 <= asked["probability"] < 0.97


def test_two_rows_of_one_linkedin_file_are_two_people_also_through_a_third_record():
    people = {"in/1": linkedin("Ann Lee"), "in/2": linkedin("Ann Lee"), "mail/a": book("Ann Lee")}
    told = [
        ("in/1", "email", "a@x.example"),
        ("mail/a", "email", "a@x.example"),
    ]
    assert resolved_ids(people, told) == ["in/1", "in/2"]
    told += [(person, "phone", "+491701234567") for person in ("mail/a", "in/2")]
    assert {"in/1", "in/2"} <= set(resolved_ids(people, told))


def test_an_old_linkedin_file_without_addresses_may_tell_of_the_same_people():
    people = {"in/a": linkedin("Ann Lee", company="Acme"),
              "name/ann lee": linkedin("Ann Lee", company="Acme")}  # fmt: skip
    assert resolved_ids(people, files=[LINKEDIN]) == ["in/a", "name/ann lee"]
    assert resolved_ids(people, files=[LINKEDIN, LINKEDIN]) == ["in/a"]


def test_a_family_shares_its_phone_and_its_address_and_is_not_one():
    people = {"in/a": linkedin("Ann Lee"), "in/b": linkedin("Bo Lee"), "tel/a": book("A. Lee")}
    told = [(p, "phone", "+491701234567") for p in people]
    told += [(p, "email", "lee@x.example") for p in ("in/a", "in/b")]
    assert resolved_ids(people, told) == ["in/a", "in/b"]


def test_an_initial_does_not_join_two_given_names():
    people = {"mail/1": "Ann Lee", "mail/2": "Ada Lee", "tel/3": "A. Lee"}
    told = [
        ("mail/1", "email", "a@x.example"), ("tel/3", "email", "a@x.example"),
        ("mail/2", "phone", "+491701234567"), ("tel/3", "phone", "+491701234567"),
    ]  # fmt: skip
    assert len(resolved_ids(people, told)) == 2


def test_an_assistants_address_does_not_join_two_people():
    people = {"in/boss": linkedin("Ann Boss"), "mail/help": book("Carl Helper")}
    told = [(person, "email", "carl.helper@acme.example") for person in people]
    resolved = ng.resolve(contacts(people, told))
    assert len(resolved.people) == 2
    assert resolved.review.empty


def test_father_and_son_are_two():
    people = {"in/a": linkedin("Ken Fox Sr.", company="Acme"),
              "mail/b": book("Ken Fox Jr.", company="Acme")}  # fmt: skip
    assert len(resolved_ids(people)) == 2


def test_somebody_who_married_is_found_by_the_address():
    people = {"in/a": linkedin("Xanthe Quarmby"), "mail/b": book("Xanthe Kopaler")}
    told = [(person, "email", "xanthe7@gmail.com") for person in people]
    assert resolved_ids(strangers(300) | people, told) == sorted([*strangers(300), "in/a"])


def test_whom_you_introduced_to_each_other_are_not_merged_by_name_and_employer():
    people = {
        "in/a": linkedin("Ann Lee", company="Acme"),
        "mail/b": book("Ann Lee", company="Acme"),
    }
    assert len(resolved_ids(people)) == 1
    assert len(resolved_ids(people, ties=[("in/a", "mail/b", "introduction")])) == 2


def test_evidence_of_two_records_adds_up_for_a_third():
    people = {
        "in/a": linkedin("Ann Lee", company="Acme"),
        "mail/a": book("A. Lee"),
        "tel/a": {"name": "Ann Lee", "company": "ACME", "sources": CARDS},
    }
    told = [(p, "phone", "+491701234567") for p in ("mail/a", "tel/a")]
    assert resolved_ids(people, told) == ["in/a"]


def test_your_namesake_is_not_you():
    people = {"ego": {"name": "Ann Lee", "company": "Acme", "is_ego": True},
              "in/a": linkedin("Ann Lee", company="Acme")}  # fmt: skip
    resolved = ng.resolve(contacts(people))
    assert len(resolved.people) == 2
    assert resolved.review.empty


def test_each_record_that_went_into_another_is_told_once_with_what_it_said():
    people = {
        "in/a": linkedin("Ann Lee", company="Acme"),
        "mail/a": book("Anne Lee", company="ACME Inc.", title="Nurse", location="Berlin"),
        "name/ann lee": "Ann Lee",
    }
    matches = ng.resolve(contacts(people)).matches.set_index("merged_id")
    assert sorted(matches.index) == ["mail/a", "name/ann lee"]
    assert matches["person_id"].tolist() == ["in/a", "in/a"]
    told = matches.loc["mail/a", ["name", "company", "title", "location", "sources"]]
    assert told.tolist() == ["Anne Lee", "ACME Inc.", "Nurse", "Berlin", GOOGLE]


def test_the_queue_asks_about_people_that_are_left_the_surest_first_and_no_pair_twice():
    people = {
        "in/1": linkedin("Ann Lee"), "in/2": linkedin("Xanthe Quarmby"),
        "tel/1": book("Ann Lee"), "tel/2": book("X. Quarmby"), "tel/3": book("Xanthe Quarmby"),
    }  # fmt: skip
    told = [(p, "phone", f"+4917012345{p[-1]}7") for p in ("tel/1", "tel/2", "tel/3")]
    resolved = ng.resolve(contacts(strangers(300) | people, told))
    review = resolved.review
    assert set(review["person_id"]) | set(review["other_id"]) <= set(resolved.people.index)
    assert review["probability"].is_monotonic_decreasing
    pairs = [frozenset(pair) for pair in review[["person_id", "other_id"]].itertuples(index=False)]
    assert len(set(pairs)) == len(pairs) >= 3
    assert review["probability"].between(0.35, 1).all()


def test_nobody_to_merge():
    assert ng.resolve(ng.Contacts()).people.empty
    assert ng.resolve(contacts({"in/a": "Ann Lee"})).people.index.tolist() == ["in/a"]
    assert len(ng.resolve(contacts({"a": "!!", "b": "🚀", "c": None})).people) == 3


def test_people_of_the_other_tables_follow():
    people = {"in/a": "Ann Lee", "mail/a": "Ann Lee", "in/b": "Bo Sun"}
    told = [(p, "email", "a@x.example") for p in ("in/a", "mail/a")]
    resolved = ng.resolve(contacts(people, told, ties=[("mail/a", "in/b", "related")]))
    assert resolved.ties[["source", "target"]].to_numpy().tolist() == [["in/a", "in/b"]]


def test_what_the_record_says_whose_id_stays_comes_first():
    people = {
        "mail/a": book("A. Lee", company="ACME", title="Nurse"),
        "in/a": linkedin("Ann Lee", company="Acme Inc."),
    }
    person = ng.resolve(contacts(people)).people.loc["in/a"]
    assert person[["name", "company", "title"]].tolist() == ["Ann Lee", "Acme Inc.", "Nurse"]
