"""vCards: each quirk of phones and address books, and cards that are damaged."""

from __future__ import annotations

import time

import pytest

from netgraph.contacts import EGO
from netgraph.importers import read
from netgraph.importers._book import EMPTY_GROUP, NOBODY
from netgraph.importers._vcard_lines import STRAY, UNCLOSED, _unfold, read_card
from netgraph.importers.vcard import ORGANISATION


def card(*lines, version="3.0"):
    return "\r\n".join(["BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", ""])


def cards(*texts):
    return read(("contacts.vcf", "".join(texts).encode()))


def person(*lines, version="3.0"):
    """Read one card: the person's row."""
    contacts = cards(card(*lines, version=version))
    return contacts.people.loc[contacts.ties["target"].iloc[0]]


def values(contacts, kind):
    told = contacts.identifiers
    return list(told["value"][told["kind"] == kind])


def related(contacts):
    ties = contacts.ties[contacts.ties["kind"] == "related"]
    return [tuple(tie) for tie in ties[["source", "relation", "target"]].to_numpy().tolist()]


def rejected(contacts):
    return dict(zip(contacts.rejected["row"], contacts.rejected["reason"], strict=True))


def people(contacts):
    return list(contacts.people["name"].drop(EGO))


def test_a_card_is_a_person_a_tie_and_a_stay():
    contacts = cards(card("N:Example;Ada;;;", "FN:Ada Example", "ORG:Acme;R&D", "TITLE:Engineer"))
    assert contacts.ties[["source", "target", "kind"]].to_numpy().tolist() == [
        [EGO, "name/ada example", "contact"]
    ]
    stay = contacts.affiliations[["person_id", "organisation", "kind", "role"]]
    assert stay.to_numpy().tolist() == [["name/ada example", "Acme", "employer", "Engineer"]]


@pytest.mark.parametrize("version", ["2.1", "3.0", "4.0"])
def test_a_comma_that_was_not_escaped_cuts_nothing(version):
    row = person("FN:Ada Example", "TITLE:VP, Sales", "ORG:Acme, Inc.", version=version)
    assert (row["title"], row["company"]) == ("VP, Sales", "Acme, Inc.")


def test_backslashes_are_taken_out():
    row = person("FN:Ada Example", r"ORG:Acme\; Sons\, Inc.;R&D", r"CATEGORIES:a\,b,c\;d")
    assert row["company"] == "Acme; Sons, Inc."
    assert row["groups"] == "a,b; c,d"  # the semicolon parts our groups


@pytest.mark.parametrize("coding", ["QUOTED-PRINTABLE", "quoted-printable", "Quoted-Printable"])
def test_quoted_printable_with_soft_breaks(coding):
    name = [f"FN;CHARSET=UTF-8;ENCODING={coding}:=41=64=61=20=", "=4D=C3=BC=", "ller=", ""]
    assert person(*name, "TITLE:Engineer", version="2.1")[["name", "title"]].tolist() == [
        "Ada Müller",
        "Engineer",
    ]


def test_quoted_printable_in_an_old_encoding():
    row = person("FN;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller", version="2.1")
    assert row["name"] == "Müller"


@pytest.mark.parametrize(
    "line",
    ["FN;CHARSET=nonsense;ENCODING=QUOTED-PRINTABLE:=41", "FN;ENCODING=QUOTED-PRINTABLE:=FF"],
)
def test_a_card_that_cannot_be_decoded_costs_that_card_only(line):
    contacts = cards(card("FN:Ada Example"), card(line), card("FN:Bob Sample"))
    assert people(contacts) == ["Ada Example", "Bob Sample"]
    assert rejected(contacts) == {5: "a line of the card is damaged"}


def test_pictures_are_passed_over_whole_or_not():
    indented = ["PHOTO;ENCODING=b;TYPE=JPEG:abc", " def", " =="]
    flush = ["PHOTO;ENCODING=BASE64;JPEG:", "/9j/4AAQSkZJ", "RgABAQAAAQ==", ""]
    contacts = cards(card(*indented, "FN:Ada Example"), card(*flush, "FN:Bob Sample"))
    assert people(contacts) == ["Ada Example", "Bob Sample"]
    assert contacts.files["warnings"].isna().all()


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\r\r\n"])
def test_line_ends_of_all_systems(end):
    text = card("FN:Ada Example", "EMAIL:ada@exam", " ple.com").replace("\r\n", end)
    assert values(cards(text), "email") == ["ada@example.com"]


def test_a_mark_before_each_card():
    contacts = cards("\ufeff" + card("FN:Ada Example"), "\ufeff" + card("FN:Bob Sample"))
    assert people(contacts) == ["Ada Example", "Bob Sample"]


def test_a_card_that_never_ends_costs_that_card_only():
    contacts = cards(
        "BEGIN:VCARD\nVERSION:3.0\nFN:Trunc\n",  # 1 to 3
        card("FN:Ada Example"),  # 4 to 7
        "junk\nmore junk\n\n",  # 8 to 10
        "END:VCARD\n",  # 11
        card("FN:Bob Sample"),  # 12 to 15
        "BEGIN:VCARD\nFN:Cut",
    )
    assert people(contacts) == ["Ada Example", "Bob Sample"]
    assert rejected(contacts) == {1: UNCLOSED, 8: STRAY, 16: UNCLOSED}
    assert contacts.files[["rows", "kept", "rejected"]].iloc[0].tolist() == [5, 2, 3]


def test_a_file_of_one_unclosed_card_is_accounted_for():
    contacts = cards("BEGIN:VCARD\nFN:Cut")
    assert rejected(contacts) == {1: UNCLOSED}
    assert people(contacts) == []


def test_the_card_of_an_assistant_stands_within_a_card():
    inner = ["AGENT:", "BEGIN:VCARD", "VERSION:2.1", "FN:Not Ada", "END:VCARD"]
    contacts = cards(card(*inner, "FN:Ada Example", version="2.1"), card("FN:Bob Sample"))
    assert people(contacts) == ["Ada Example", "Bob Sample"]


def test_a_line_that_is_none_is_passed_over_at_once():
    begin = time.perf_counter()
    contacts = cards(
        card("note;a" + ",b" * 60, "TEL;X-CUSTOM(" + "a," * 60 + "):5550101", "FN:Ada")
    )
    assert time.perf_counter() - begin < 5
    assert people(contacts) == ["Ada"]
    assert values(contacts, "phone") == ["5550101"]
    assert contacts.files["warnings"].tolist() == ["1 line within cards cannot be read"]


@pytest.mark.parametrize("line", ["X-ABShowAs:COMPANY", "KIND:org", "KIND:location"])
def test_an_organisation_is_no_person(line):
    contacts = cards(card("FN:Acme", "ORG:Acme", line), card("FN:Ada Example"))
    assert people(contacts) == ["Ada Example"]
    assert rejected(contacts) == {1: ORGANISATION}


@pytest.mark.parametrize(("kind", "member"), [
    ("KIND", "MEMBER"), ("X-ADDRESSBOOKSERVER-KIND", "X-ADDRESSBOOKSERVER-MEMBER"),
])  # fmt: skip
def test_a_group_is_a_label_of_its_members(kind, member):
    contacts = cards(
        card("FN:Ada Example", "UID:ABC-1", "CATEGORIES:myContacts,VIP"),
        card("FN:Bob Sample", "UID:urn:uuid:abc-2"),
        card(f"{kind}:group", "FN:Sailors", f"{member}:urn:uuid:abc-1", f"{member}:urn:uuid:ABC-2"),
        card(f"{kind}:group", "FN:Strangers", f"{member}:urn:uuid:abc-3"),
    )
    assert people(contacts) == ["Ada Example", "Bob Sample"]
    assert contacts.people["groups"].drop(EGO).tolist() == ["VIP; Sailors", "Sailors"]
    assert rejected(contacts) == {19: EMPTY_GROUP}  # 6 + 5 + 7 lines stand before it
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [4, 3]


def test_relations_of_vcard_4():
    contacts = cards(
        card(
            "FN:Ada Example",
            "UID:urn:uuid:1",
            "RELATED;TYPE=spouse:urn:uuid:2",
            'RELATED;TYPE="friend";VALUE=text:Cy Third',
            "RELATED;TYPE=co-worker:mailto:Dee@example.com",
            "RELATED;TYPE=agent:urn:uuid:9",  # stands nowhere
            "RELATED:https://example.com/somebody",
            "RELATED;TYPE=me:urn:uuid:1",
            version="4.0",
        ),
        card("FN:Bob Sample", "UID:urn:uuid:2", "EMAIL:bob@example.com", version="4.0"),
    )
    ada = "name/ada example"
    assert related(contacts) == [
        (ada, "spouse", "mail/bob@example.com"),
        (ada, "friend", "name/cy third"),
        (ada, "co_worker", "mail/dee@example.com"),
    ]
    contact = contacts.ties[contacts.ties["kind"] == "contact"]
    assert list(contact["target"]) == [ada, "mail/bob@example.com"]


def test_nobody_is_related_to_themselves():
    contacts = cards(card("FN:Ada", "UID:1", "RELATED;TYPE=me:urn:uuid:1"))
    assert contacts.ties["kind"].tolist() == ["contact"]


def test_relations_of_apple_android_and_evolution():
    android = "X-ANDROID-CUSTOM:vnd.android.cursor.item"
    contacts = cards(
        card(
            "FN:Ada Example",
            "item1.X-ABRELATEDNAMES;type=pref:Bob Sample",
            "item1.X-ABLabel:_$!<Manager>!$_",
            "item2.X-ABRELATEDNAMES:Cy Third",
            "item2.X-ABLabel:introduced by",
            f"{android}/relation;Dee Fourth;11;;;;",
            f"{android}/relation;Eve Fifth;0;old boss;;;",
            f"{android}/nickname;Addie;1;;;;",
            "X-EVOLUTION-SPOUSE:Fay Sixth",
        ),
    )
    assert [(relation, name) for _, relation, name in related(contacts)] == [
        ("manager", "name/bob sample"),
        ("old_boss", "name/eve fifth"),
        ("spouse", "name/fay sixth"),
    ]
    told = contacts.introductions[["introducer", "introduced", "introduced_to"]]
    assert told.to_numpy().tolist() == [
        ["name/cy third", "name/ada example", EGO],
        ["name/dee fourth", "name/ada example", EGO],
    ]
    assert contacts.files["kept"].tolist() == [1]  # the row was kept for Ada


@pytest.mark.parametrize(
    "line",
    [
        "URL:https://www.linkedin.com/in/Ada-Example/",
        r"URL:https\://www.linkedin.com/in/ada-example",
        "X-SOCIALPROFILE;type=linkedin;x-user=ada-example:x-apple:ada-example",
        "X-SOCIALPROFILE;type=linkedin:http://www.linkedin.com/in/ada-example",
    ],
)
def test_linkedin_profiles(line):
    contacts = cards(card("FN:Ada Example", "URL:https://example.com", line))
    assert values(contacts, "linkedin") == ["https://www.linkedin.com/in/ada-example"]
    assert people(contacts) == ["Ada Example"]


def test_phones_as_addresses_and_no_fax():
    contacts = cards(
        card(
            "FN:Ada Example",
            'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555-555-5555;ext=5555',
            "TEL;TYPE=WORK,FAX:+44 20 7946 0001",
            "TEL;FAX:+44 20 7946 0002",
            version="4.0",
        )
    )
    assert values(contacts, "phone") == ["+15555555555"]


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (["N:Example;Ada;M;Dr.;PhD", "FN:Dr. Ada M Example PhD"], "Ada M Example"),
        (["N:山田;太郎;;;", "FN:山田太郎"], "山田太郎"),
        (["N:Example;Ada;;;", "FN:Example, Ada"], "Ada Example"),
        (["N:Example;Ada;M;;"], "Ada M Example"),
        (["N:Example;Ada;;;", "FN:ada@example.com"], "Ada Example"),
        (["N:Example;Ada;;;", "FN:555-0101"], "Ada Example"),
        (["N:Drake;Ada;;Dr;", "FN:Dr Ada Drake"], "Ada Drake"),
    ],
)
def test_names(lines, name):
    assert person(*lines)["name"] == name


def test_place():
    assert person("FN:Ada", "ADR;TYPE=WORK:;;1 Long Rd;Porto;;4000;Portugal")["location"] == (
        "Porto, Portugal"
    )


def test_who_has_no_name_and_no_address_is_nobody():
    contacts = cards(card("NOTE:who was it?"), card("N:;;;;", "FN:"), card("FN:Ada Example"))
    assert rejected(contacts) == {1: NOBODY, 5: NOBODY}


def test_the_same_card_again_is_a_duplicate():
    ada = card("FN:Ada Example", "EMAIL:ada@example.com")
    contacts = cards(ada, ada)
    assert contacts.files[["kept", "duplicates"]].iloc[0].tolist() == [1, 1]


def test_two_cards_of_one_address_and_name_are_one_person_with_all_groups():
    contacts = cards(
        card("FN:Ada Example", "EMAIL:ada@example.com", "CATEGORIES:a"),
        card("FN:Ada Example", "EMAIL:ada@example.com", "TEL:+442079460000", "CATEGORIES:b"),
    )
    assert people(contacts) == ["Ada Example"]
    assert contacts.people["groups"].drop(EGO).tolist() == ["a; b"]
    assert len(contacts.ties) == 1


def test_homonyms_without_an_address_are_two_people():
    contacts = cards(card("FN:Ada Example", "TEL:5550101"), card("FN:Ada Example", "TEL:5550102"))
    assert len(people(contacts)) == 2


def test_of_a_picture_only_the_beginning_is_held():
    row = "A" * 75
    folded = ["PHOTO;ENCODING=b;TYPE=JPEG:", *[" " + row] * 10_000, "FN:Ada Example"]
    whole = ["PHOTO:" + row * 10_000, "FN:Ada Example"]
    assert max(map(len, [*_unfold(folded), *_unfold(whole)])) == 1_000
    assert people(cards(card(*folded), card(*whole))) == ["Ada Example"]


def test_a_line_without_end_is_passed_over():
    contacts = cards(card("FN:Ada Example", "TITLE:" + "x" * 2**20, "ORG:Acme"))
    assert contacts.people[["title", "company"]].fillna("").iloc[1].tolist() == ["", "Acme"]
    assert contacts.files["warnings"].tolist() == ["1 line within cards cannot be read"]


def test_quoted_printable_without_end_is_no_bomb():
    soft = ["NOTE;ENCODING=QUOTED-PRINTABLE:=41=", *["=41="] * 100_000]
    named = ["FN;ENCODING=QUOTED-PRINTABLE:=41=", *["=41="] * 1_000_000, "=42"]
    contacts = cards(card("FN:Ada Example", *soft, "", "ORG:Acme"), card("TEL:5550101", *named))
    assert contacts.people["company"].tolist()[1] == "Acme"
    assert contacts.files["warnings"].tolist() == ["1 line within cards cannot be read"]


def test_a_line_that_cannot_be_decoded_costs_that_line_only():
    bad = "TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=FF=FE"
    row = person("FN:Ada Example", bad, "ORG:Acme", version="2.1")
    assert row[["name", "company"]].tolist() == ["Ada Example", "Acme"]


def test_parameters_as_programs_write_them():
    lines, bad = read_card(
        ['item2.tel;TYPE="cell,voice";type=pref;HOME:1', "EMAIL;charset=:a@x.org", "x-a.b:c"]
    )
    assert [(line.name, line.group, sorted(line.types)) for line in lines] == [
        ("TEL", "item2", ["cell", "home", "pref", "voice"]),
        ("EMAIL", "", []),
    ]
    assert bad == 0
