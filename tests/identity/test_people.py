"""Who is who: what is merged, and what must not be."""

import pandas as pd

import netgraph as ng
from netgraph.identity.names import name_key


def contacts(people, identifiers=()):
    table = pd.DataFrame({"name": list(people.values())}, index=list(people))
    known = pd.DataFrame(list(identifiers), columns=["person_id", "kind", "value"])
    return ng.Contacts(people=table, identifiers=known)


def test_the_same_address_is_the_same_person_with_a_reason():
    resolved = ng.resolve(
        contacts(
            {"in/ann": "Ann Lee", "mail/a@x.org": "Ann M. Lee"},
            [("in/ann", "email", "a@x.org"), ("mail/a@x.org", "email", "a@x.org")],
        )
    )
    assert resolved.people.index.tolist() == ["in/ann"]
    assert resolved.matches.to_numpy().tolist() == [
        ["in/ann", "mail/a@x.org", "same email: a@x.org"]
    ]


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


def test_names_in_any_script_keep_a_key():
    assert name_key("Анна Примерова") == "анна примерова"
    assert name_key("小明 例") == "小明 例"
    assert name_key("!!") == "!!"
