"""What is known of records, laid out."""

import numpy as np

from netgraph.identity.records import read_records, with_keys
from tests.identity.books import GOOGLE, LINKEDIN, contacts


def values(records, feature):
    return records.features[feature].to_numpy().tolist()


def test_each_feature_is_a_table_of_record_and_value():
    records = read_records(
        contacts(
            {
                "in/ann": {"name": "Ann Lee", "company": "Acme Inc.", "groups": "Friends; Run",
                           "location": "Berlin, Germany", "sources": LINKEDIN},
                "mail/b": {"name": "Bo Sun", "sources": f"{GOOGLE}; mail"},
            },
            [("mail/b", "email", "bo@acme.example"), ("mail/b", "phone", "+49170123456789")],
        )
    )  # fmt: skip
    assert values(records, "emails") == [[1, "bo@acme.example"]]
    assert values(records, "labels") == [[1, "acme"]]
    assert values(records, "phones") == [[1, "123456789"]]
    assert values(records, "places") == [[0, "berlin"]]
    assert values(records, "groups") == [[0, "Friends"], [0, "Run"]]
    assert values(records, "books") == [[1, GOOGLE]]
    assert with_keys(records.features["companies"]).to_numpy().tolist() == [
        [0, "Acme Inc.", "acme"]
    ]
    assert records.linkedin.tolist() == [1, 0]
    assert records.bare.tolist() == [False, False]


def test_an_office_address_names_no_employer_of_a_person():
    records = read_records(contacts({"a": "Ann Lee"}, [("a", "email", "info@acme.example")]))
    assert values(records, "labels") == []


def test_an_address_spells_a_name_where_none_or_only_an_initial_is_written():
    records = read_records(
        contacts(
            {"a": None, "b": "B. Rübsam", "c": "Carla Muster", "d": "Anna Boss"},
            [
                ("a", "email", "ada.example@x.example"),
                ("b", "email", "bart.rubsam@x.example"),
                ("c", "email", "carla.muster@x.example"),
                ("d", "email", "carl.helper@x.example"),
            ],
        )
    )
    spelled = records.named[records.named["spelled"]]
    assert [records.names[n].key for n in spelled["name"]] == ["ada example", "bart rubsam"]
    assert spelled["record"].tolist() == [0, 1]


def test_records_that_are_one_are_laid_together():
    records = read_records(
        contacts(
            {"in/a": {"name": "Ann Lee", "sources": LINKEDIN}, "name/b": "Ann Lee", "c": "Cy Fox"},
            [("in/a", "email", "a@x.example"), ("c", "email", "a@x.example")],
        )
    )
    assert records.bare.tolist() == [False, True, False]
    folded = records.fold(np.array([0, 0, 0]))
    assert values(folded, "emails") == [[0, "a@x.example"]]
    assert set(folded.named["record"]) == {0}
    assert folded.linkedin[0] == 1
    assert not folded.bare[0]


def test_of_several_files_of_one_format_nobody_knows_who_stands_where():
    people = {
        "in/a": {"name": "Ann Lee", "sources": LINKEDIN},
        "name/a": {"name": "Ann Lee", "sources": LINKEDIN},
        "mail/a": {"name": "Ann Lee", "sources": GOOGLE},
    }
    one = read_records(contacts(people, files=[LINKEDIN, GOOGLE]))
    assert one.linkedin.tolist() == [1, 1, 0]
    assert values(one, "books") == [[2, GOOGLE]]
    several = read_records(contacts(people, files=[LINKEDIN, LINKEDIN, GOOGLE, GOOGLE]))
    assert several.linkedin.tolist() == [1, 2, 0]
    assert values(several, "books") == []
