"""Google Contacts: both generations of the header, labels, relations."""

from importers.address_books import book, format_of, related, values
from netgraph.contacts import EGO

GOOGLE_NEW = (
    "First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value"
)


def test_google_columns_grow_with_the_data():
    header = GOOGLE_NEW + ",E-mail 2 - Label,E-mail 2 - Value,E-mail 10 - Value,Phone 2 - Value"
    contacts = book(
        header,
        "Ada,,Example,,,,,,a1@example.com,,a2@example.com,a10@example.com,+44 20 7946 0000",
    )
    assert format_of(contacts) == "google.contacts"
    # by number, not by the alphabet: 10 stands behind 2
    assert values(contacts, "email") == ["a1@example.com", "a2@example.com", "a10@example.com"]
    assert values(contacts, "phone") == ["+442079460000"]


def test_google_system_labels_are_no_groups():
    contacts = book(
        GOOGLE_NEW, "Ada,,Example,,,,My Contacts ::: Chess; go ::: * starred,,ada@example.com"
    )
    assert contacts.people["groups"].dropna().tolist() == ["Chess, go"]


def test_google_rows_of_nothing_but_an_address_and_several_values_in_one_cell():
    contacts = book(
        GOOGLE_NEW + ",Notes",
        ",,,,,,,,ada@example.com,",
        'Bob,,Sample,,,,,,b1@example.com ::: b2@example.com,"met in\nPorto, twice"',
    )
    assert contacts.people["name"].isna().tolist() == [False, True, False]  # you, Ada, Bob
    assert values(contacts, "email") == ["ada@example.com", "b1@example.com", "b2@example.com"]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [2, 2]


def test_google_relations_are_ties_and_referrals_are_introductions():
    contacts = book(
        GOOGLE_NEW + ",Relation 1 - Label,Relation 1 - Value,Relation 2 - Label,Relation 2 - Value",
        "Ada,,Example,,,,,,ada@example.com,Spouse,Bob Sample ::: Cy Third,Referred By,Dee Fourth",
        "Bob,,Sample,,,,,,bob@example.com,,,,",
    )
    assert related(contacts) == {("Ada Example", "Bob Sample"), ("Ada Example", "Cy Third")}
    assert contacts.ties["relation"].dropna().tolist() == ["spouse", "spouse"]
    # the name is that of another contact, who is meant
    assert {"mail/ada@example.com", "mail/bob@example.com"} <= set(contacts.people.index)
    assert contacts.people["name"].eq("Bob Sample").sum() == 1
    told = contacts.introductions.iloc[0]
    assert [told["introducer"], told["introduced"], told["introduced_to"]] == [
        "name/dee fourth",
        "mail/ada@example.com",
        EGO,
    ]
    # whom an entry names is not a contact of yours for that
    contact_ties = contacts.ties[contacts.ties["kind"] == "contact"]
    assert set(contact_ties["target"]) == {"mail/ada@example.com", "mail/bob@example.com"}


def test_google_several_employers():
    contacts = book(
        "Name,Given Name,Family Name,Group Membership,E-mail 1 - Value,Organization 1 - Name,"
        "Organization 1 - Title,Organization 2 - Name,Organization 2 - Title",
        "Ada Example,Ada,Example,,ada@example.com,Acme ::: Umbrella,Chief Engineer,Initech,Advisor",
    )
    stays = contacts.affiliations[["organisation", "role"]].fillna("").to_numpy().tolist()
    assert stays == [["Acme", "Chief Engineer"], ["Umbrella", ""], ["Initech", "Advisor"]]
    assert contacts.people.loc["mail/ada@example.com", ["company", "title"]].tolist() == [
        "Acme",
        "Chief Engineer",
    ]


def test_a_name_that_is_only_filed_is_a_name():
    contacts = book(GOOGLE_NEW, ",,,The Plumber,,,,,plumber@example.com")
    assert contacts.people.loc["mail/plumber@example.com", "name"] == "The Plumber"
