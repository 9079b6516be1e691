"""Groups of records, and what keeps them apart."""

from netgraph.identity.components import Components, new_ids
from netgraph.identity.records import read_records
from tests.identity.books import LINKEDIN, contacts


def components(people, identifiers=(), **options):
    return Components(read_records(contacts(people, identifiers, **options)))


def test_a_ban_holds_through_a_chain():
    groups = components({"a": "A B", "b": "A B", "c": "A B", "d": "A B"})
    groups.keep_apart(0, 3)
    groups.join(0, 1)
    groups.join(2, 3)
    assert groups.are_apart(1, 2)
    assert groups.are_apart(2, 1)
    assert not groups.are_apart(0, 1)


def test_two_rows_of_a_linkedin_file_clash_through_a_chain():
    row = {"name": "A B", "sources": LINKEDIN}
    groups = components({"in/a": row, "x": "A B", "in/b": row})
    assert not groups.clash(0, 1)
    groups.join(0, 1)
    assert groups.clash(1, 2)


def test_a_group_keeps_what_the_record_brought_whose_id_went():
    row = {"name": "A B", "sources": LINKEDIN}
    told = [("name/a", "linkedin", "https://www.linkedin.com/in/1"),
            ("z", "linkedin", "https://www.linkedin.com/in/2")]  # fmt: skip
    groups = components({"mail/x": "A B", "name/a": row, "name/b": row, "z": "A B"}, told)
    assert not groups.clash(0, 3)
    groups.join(0, 1)
    assert groups.clash(0, 2)  # a row of a LinkedIn file
    assert groups.clash(0, 3)  # a profile


def test_two_profiles_clash_and_one_profile_does_not():
    url = "https://www.linkedin.com/in/"
    told = [
        ("a", "linkedin", url + "1"),
        ("b", "linkedin", url + "2"),
        ("c", "linkedin", url + "1"),
    ]
    groups = components({"a": "A B", "b": "A B", "c": "A B", "d": "A B"}, told)
    assert groups.clash(0, 1)
    assert not groups.clash(0, 2)
    assert not groups.clash(0, 3)
    groups.join(1, 3)
    assert groups.clash(0, 3)


def test_the_id_that_says_most_stays_and_yours_before_all():
    groups = components(
        {"name/a": "A B", "mail/a": "A B", "in/b": "A B", "in/a": "A B",
         "ego": {"name": "A B", "is_ego": True}}
    )  # fmt: skip
    assert groups.join(0, 1) == (1, 0)
    assert groups.join(1, 2) == (2, 1)
    assert groups.join(2, 3) == (3, 2)
    assert groups.join(0, 3) is None
    assert groups.join(3, 4) == (4, 3)
    assert groups.roots.tolist() == [4, 4, 4, 4, 4]
    assert new_ids(["a", "b", "c", "d", "e"], groups.roots) == dict.fromkeys("abcd", "e")


def test_what_you_decided_is_told_by_group():
    groups = components({"a": "A B", "b": "A B", "c": "A B"})
    groups.keep_apart(1, 2, decided=True)
    groups.keep_apart(0, 2)
    groups.join(0, 1)
    assert groups.decided() == {(0, 2)}


def test_one_group_cannot_be_kept_apart_from_itself():
    groups = components({"a": "A B", "b": "A B"})
    groups.join(0, 1)
    groups.keep_apart(0, 1, decided=True)
    assert groups.decided() == set()
    assert not groups.are_apart(0, 1)
