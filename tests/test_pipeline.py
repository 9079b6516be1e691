"""From files to people who are told apart and classified, in one call."""

import json
from pathlib import Path

import netgraph as ng
from netgraph.contacts import split_labels

MERGE = Path(__file__).parent / "importers" / "fixtures" / "merge_01_three_sources"
SHEET = b"Vorname;Kennt ihn von;Firma\nAda;Bob Sample;Acme\n"


def test_one_person_in_three_address_books():
    case = json.loads((MERGE / "expected.json").read_text(encoding="utf-8"))
    contacts = ng.load(*(MERGE / file["path"] for file in case["files"]))
    people = contacts.people.drop("ego")
    assert len(people) == case["counts"]["people"]
    assert contacts.files["kept"].sum() == case["counts"]["input_records"]
    told = contacts.identifiers.groupby(["person_id", "kind"])["value"].agg(list)
    found = [
        {
            "full_name": row["name"],
            "emails": told.get((person, "email"), []),
            "phones": told.get((person, "phone"), []),
            "linkedin_url": told[person, "linkedin"][0],
            "sources": len(split_labels(row["sources"])),
        }
        for person, row in people.iterrows()
    ]
    # the other name of Bob (`aliases`) is not kept; `matches` tells which record was his
    told = [{"phones": [], **p} for p in case["people"]]
    assert found == [{k: v for k, v in p.items() if k != "aliases"} for p in told]


def test_columns_are_the_user_s_to_name():
    contacts = ng.load(
        ("leute.csv", SHEET), columns={"given": "Vorname", "introducer": "Kennt ihn von"}
    )
    assert contacts.introductions["introducer"].tolist() == ["name/bob sample"]
    assert contacts.people.loc["name/ada", "company"] == "Acme"
