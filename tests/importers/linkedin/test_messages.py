"""messages.csv: participants, groups, and what is never kept."""

from __future__ import annotations

from time import perf_counter

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.importers import read
from netgraph.importers.linkedin._recipients import split_recipients
from netgraph.importers.linkedin._words import count_questions, count_words

HEADER = (
    "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
    "DATE,SUBJECT,CONTENT,FOLDER"
)
URL = "https://www.linkedin.com/in/"
ME = f"Olivia Owner,{URL}olivia"
ADA = f"Ada Example,{URL}ada"
BOB = f"Bob Sample,{URL}bob"


def message(sender, recipients, **facts):
    """Write a row; `recipients` are pairs of name and address, as in `ADA`."""
    told = {"thread": "t1", "title": "", "day": 1, "text": "Hello you"} | facts
    names, urls = zip(*(person.rsplit(",", 1) for person in recipients), strict=True)
    return (
        f'{told["thread"]},{told["title"]},{sender},"{",".join(names)}","{",".join(urls)}",'
        f'2024-03-{told["day"]:02} 09:04:01 UTC,,"{told["text"]}",INBOX'
    )


def messages(*rows, header=HEADER, more=(), **options):
    return read(
        ("messages.csv", "\n".join((header, *rows)).encode()),
        *more,
        **{"ego": "Olivia Owner", **options},
    )


def sent(contacts):
    return contacts.interactions[["source", "target"]].to_numpy().tolist()


def test_one_row_a_recipient():
    contacts = messages(message(ME, [ADA, BOB]), message(ADA, [ME, BOB], day=2))
    assert sent(contacts) == [
        [EGO, "in/ada"],
        [EGO, "in/bob"],
        ["in/ada", EGO],
        ["in/ada", "in/bob"],
    ]
    assert set(contacts.interactions["channel"]) == {"linkedin"}
    assert set(contacts.interactions["thread"]) == {"t1"}
    assert contacts.interactions["at"].iloc[2] == pd.Timestamp("2024-03-02 09:04:01")


def test_the_text_is_counted_and_forgotten():
    contacts = messages(message(ADA, [ME], text="<p>My secret&nbsp;plan,<br>dear Olivia</p>"))
    assert contacts.interactions["words"].tolist() == [5]
    for table in ("people", "interactions", "ties", "rejected", "files", "identifiers"):
        assert "secret" not in getattr(contacts, table).to_csv()


@pytest.mark.parametrize(
    ("text", "count"),
    [("", 0), ("one", 1), ("two  words\nthree", 3), ("a<br>b", 2), ("1 &lt; 2", 3), ("a < b", 3)],
)
def test_words(text, count):
    assert count_words(text) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("How are you? And the children?", 2),
        ("Really??? Are you sure?!? ? Yes!", 2),  # a run is one question, blanks within it too
        ("No question. None;", 0),
        ("<p>Free&nbsp;on Monday&#63;</p>", 1),
        ("Read https://example.org/find?page=2&q=a?b and www.example.org/?q=1", 0),
        ("Have you read https://example.org/a?", 1),
        ("See example.org/find?page=2. Good?", 1),
        ("He is 40 (?) or 41 [ ?? ]", 0),
        ("Dear G?nther, M?ller", 0),  # letters that were lost on the way
        ("你好吗?我很好。你呢？", 2),
        ("هل أنت بخير؟ نعم", 1),
        ("Τι κάνεις; Καλά. Κι εσύ\u037e", 2),
        ("One; two; three", 0),
        ("Ինչպե՞ս ես", 1),
        ("¿Vienes mañana? ¡Sí!", 1),
        ("What\u203d No\u2047", 2),
    ],
)
def test_questions(text, count):
    assert count_questions(text) == count


@pytest.mark.parametrize("text", ["", "  ", "<br>", "&nbsp;"])
def test_where_no_text_is_seen_nobody_knows_what_was_asked(text):
    assert count_questions(text) is None


def test_questions_are_counted_where_words_are():
    contacts = messages(
        message(ME, [ADA, BOB], text="Free? Or not?"),
        message(ADA, [ME], day=2, text="Yes"),
        message(BOB, [ME], day=3, text=""),
    )
    assert contacts.interactions["questions"].dtype == "Int64"
    assert contacts.interactions["questions"].fillna(-1).tolist() == [2, 2, 0, -1]


def test_long_texts_without_blanks_are_counted_at_once():
    began = perf_counter()
    for text in ("a." * 50_000 + "?", "?" * 100_000, "http://" * 15_000, "(" * 100_000 + "?"):
        count_questions(text)
    assert perf_counter() - began < 2


def test_names_with_commas_are_segmented_by_the_number_of_addresses():
    urls = f"{URL}ada,{URL}bob"
    assert split_recipients("Ada Example, PhD, MBA,Bob Sample", urls) == [
        ("Ada Example", "ada"),
        ("Bob Sample", "bob"),
    ]
    assert split_recipients("Ada Example, PhD", f"{URL}ada") == [("Ada Example", "ada")]
    assert split_recipients("Ada Example,PhD", f"{URL}ada") == [("Ada Example", "ada")]


def test_recipients_whose_names_cannot_be_told_apart_keep_their_addresses():
    # three names by the commas, two addresses: which is whose is not known
    assert split_recipients("Ada,PhD,Bob", f"{URL}ada,{URL}bob") == [("", "ada"), ("", "bob")]


def test_recipients_without_addresses():
    assert split_recipients("Ada Example,Bob Sample", "") == [
        ("Ada Example", None),
        ("Bob Sample", None),
    ]
    assert split_recipients("", "") == []


def test_a_deleted_recipient_has_no_address_or_an_empty_one():
    gone = "LinkedIn Member"
    assert split_recipients(f"Ada Example,{gone},Bob Sample", f"{URL}ada,{URL}bob") == [
        ("Ada Example", "ada"),
        ("Bob Sample", "bob"),
    ]
    assert split_recipients(f"Ada Example,{gone}", f"{URL}ada,") == [
        ("Ada Example", "ada"),
        (gone, None),
    ]


def test_deleted_members_are_nobody():
    contacts = messages(
        message("LinkedIn Member,", [ME]),
        message(ME, ["LinkedIn Member,"], day=2),
        message(ME, ["LinkedIn Member,", ADA], day=3),
    )
    assert sent(contacts) == [[EGO, "in/ada"]]
    assert contacts.files["anonymous"].tolist() == [2]
    assert contacts.rejected["row"].tolist() == [2, 3]
    assert not contacts.people["name"].str.contains("LinkedIn").any()


def test_drafts_were_never_sent_and_show_who_you_are():
    header = HEADER + ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT"
    contacts = messages(
        message(ADA, [ME]) + ",,No,No",
        message(ME, [ADA], day=2) + ",,Yes,No",
        message(ME, [ADA], day=3) + ",,No,Yes",
        header=header,
        ego=None,
    )
    assert contacts.people.loc[EGO, "name"] == "Olivia Owner"
    assert sent(contacts) == [["in/ada", EGO]]
    assert contacts.rejected["reason"].tolist() == ["a draft was never sent"] * 2


@pytest.mark.parametrize(("folder", "kept"), [("SPAM", 1), ("ARCHIVE", 2), ("", 2)])
def test_what_lies_among_the_spam_is_no_contact(folder, kept):
    contacts = messages(message(ADA, [ME]), message(BOB, [ME], day=2).replace("INBOX", folder))
    assert len(contacts.interactions) == kept
    assert contacts.rejected["reason"].tolist() == ["it lies among the spam"] * (2 - kept)


@pytest.mark.parametrize(
    "more",
    [
        "",
        ",IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
        ",ATTACHMENTS,IS MESSAGE DRAFT",
        ",ATTACHMENTS,IS MESSAGE DRAFT,IS CONVERSATION DRAFT",
    ],
    ids=["10 columns", "12 of 2024", "12 of 2026", "13"],
)
def test_generations_of_the_header(more):
    contacts = messages(message(ADA, [ME]) + "," * more.count(","), header=HEADER + more)
    assert sent(contacts) == [["in/ada", EGO]]


def test_identical_rows_are_duplicates():
    contacts = messages(message(ADA, [ME]), message(ADA, [ME]), message(ADA, [ME], text="Hi"))
    assert contacts.files[["rows", "kept", "duplicates"]].iloc[0].tolist() == [3, 2, 1]


def test_rows_without_sender_recipient_or_person():
    contacts = messages(
        f"t,,,,Olivia Owner,{URL}olivia,2024-03-01 09:04:01 UTC,,x,",
        f"t,,{ADA},,,2024-03-01 09:04:01 UTC,,x,",
        f"t,,Acme,https://www.linkedin.com/company/acme,Olivia Owner,{URL}olivia,"
        "2024-03-01 09:04:01 UTC,,x,",
    )
    assert contacts.rejected["reason"].tolist() == [
        "it names no sender",
        "it names no recipient",
        "a company page wrote it, not a person",
    ]
    assert len(contacts.people) == 1


def test_a_date_that_cannot_be_read_keeps_the_message():
    contacts = messages(message(ADA, [ME]).replace("2024-03-01", "1 of March"))
    assert contacts.interactions["at"].isna().tolist() == [True]
    assert "1 date " in contacts.files["warnings"].iloc[0]


def test_the_name_in_nearly_every_message_is_yours():
    rows = [
        message(ME, [ADA]),
        message(BOB, [ME], thread="t2"),
        message(ME, [BOB], thread="t2", day=3),
    ]
    contacts = messages(*rows, ego=None)
    assert contacts.people.loc[EGO, "name"] == "Olivia Owner"
    assert sorted(contacts.people.index) == [EGO, "in/ada", "in/bob"]


def test_of_two_who_are_in_every_message_the_connection_is_not_you():
    connections = f"First Name,Last Name,URL,Connected On\nAda,Example,{URL}ada,05 Mar 2024"
    contacts = messages(
        message(ME, [ADA]), ego=None, more=[("Connections.csv", connections.encode())]
    )
    assert contacts.people.loc[EGO, "name"] == "Olivia Owner"


def test_if_nothing_tells_who_you_are_no_tie_is_made_up_and_the_user_is_asked():
    contacts = messages(message(ME, [ADA]), ego=None)
    assert contacts.people.loc[EGO, "name"] == "You"
    assert sorted(contacts.people.index) == [EGO, "in/ada", "in/olivia"]
    assert len(contacts.ties) == 0
    assert "give your own name" in contacts.files["warnings"].iloc[0]


def test_a_wrong_name_does_not_tie_you_to_everybody():
    rows = [
        message(ME, [ADA, BOB]),
        message(ADA, [ME, BOB], day=2),
        message("Cy Test,", [ME], thread="t2", day=3),
    ]
    contacts = messages(*rows, ego="Olivia Misspelt")
    # Ada and Bob are in two of three messages, Olivia in all: she is the user
    assert sorted(contacts.people.index) == [EGO, "in/ada", "in/bob", "name/cy test"]
    assert contacts.ties[["source", "target"]].to_numpy().tolist() == [["in/ada", "in/bob"]]


def test_an_address_of_yours_tells_your_name_and_all_that_carries_it():
    contacts = messages(message(ME, [ADA]), ego=URL + "olivia")
    assert contacts.people.loc[EGO, "name"] == "Olivia Owner"
    assert sent(contacts) == [[EGO, "in/ada"]]


def test_a_homonym_of_yours_stays_a_person():
    twin = f"Olivia Owner,{URL}olivia-2"
    contacts = messages(
        message(ME, [ADA]),
        message(ADA, [ME], day=2),
        message(twin, [ME], thread="t2"),
        message(ME, [twin], thread="t2", day=4),
    )
    assert sorted(contacts.people.index) == [EGO, "in/ada", "in/olivia-2"]
    assert ["in/olivia-2", EGO] in sent(contacts)


OLD = "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER"
CONNECTIONS = (
    f"First Name,Last Name,URL,Connected On\nAda,Example,{URL}ada,05 Mar 2024\n"
    f"Eve,Stub,{URL}eve-1,05 Mar 2024\nEve,Stub,{URL}eve-2,05 Mar 2024\n"
)


def by_name(to, thread="t1", day=1):
    return f"{thread},,{ME},{to},2024-03-{day:02} 09:04:01 UTC,,Hi,INBOX"


def test_a_name_alone_is_the_one_connection_of_that_name():
    contacts = messages(
        by_name("ADA Example"),
        by_name("Eve Stub", "t2"),
        by_name("Dan Test", "t3"),
        header=OLD,
        more=[("Connections.csv", CONNECTIONS.encode())],
    )
    # two connections are called Eve Stub: which one is meant is not known
    assert [target for _, target in sent(contacts)] == ["in/ada", "name/eve stub", "name/dan test"]


def test_a_name_alone_is_looked_up_in_its_conversation_first():
    contacts = messages(
        f"t1,,Ada Example,{URL}ada-2,Olivia Owner,2024-03-01 09:04:01 UTC,,Hi,INBOX",
        by_name("Ada Example", "t1", 2),
        by_name("Ada Example", "t2", 3),
        header=OLD,
        more=[("Connections.csv", CONNECTIONS.encode())],
    )
    assert [target for source, target in sent(contacts) if source == EGO] == ["in/ada-2", "in/ada"]


def test_a_connection_with_your_name_is_not_you_though_your_own_address_is_never_told():
    twin = f"First Name,Last Name,URL,Connected On\nOlivia,Owner,{URL}olivia-2,05 Mar 2024"
    contacts = messages(
        f"t1,,Olivia Owner,{URL}olivia-2,Olivia Owner,2024-03-01 09:04:01 UTC,,Hi,INBOX",
        f"t2,,{ADA},Olivia Owner,2024-03-02 09:04:01 UTC,,Hi,INBOX",
        f"t2,,{ADA},Olivia Owner,2024-03-03 09:04:01 UTC,,Hi,INBOX",
        header=OLD,
        more=[("Connections.csv", twin.encode())],
    )
    assert sent(contacts) == [["in/olivia-2", EGO], ["in/ada", EGO], ["in/ada", EGO]]


def test_names_are_looked_up_in_their_own_archive_first(tmp_path):
    for folder, slug in (("a", "ada-1"), ("b", "ada-2")):
        (tmp_path / folder).mkdir()
        rows = f"First Name,Last Name,URL,Connected On\nAda,Example,{URL}{slug},05 Mar 2024"
        (tmp_path / folder / "Connections.csv").write_text(rows, encoding="utf-8")
        (tmp_path / folder / "messages.csv").write_text(
            f"{OLD}\n{by_name('Ada Example', folder)}", encoding="utf-8"
        )
    contacts = read(tmp_path / "a", tmp_path / "b", ego="Olivia Owner")
    assert [target for _, target in sent(contacts)] == ["in/ada-1", "in/ada-2"]


def test_the_2018_file_tells_by_direction_who_you_are():
    contacts = messages(
        'Ada Example,Olivia Owner,"3/5/18, 9:04 AM",RE: x,Hi,INCOMING,INBOX',
        header="From,To,Date,Subject,Content,Direction,Folder",
        ego=None,
    )
    assert contacts.people.loc[EGO, "name"] == "Olivia Owner"
    assert contacts.interactions["thread"].isna().all()


def test_titles_of_group_conversations_become_groups():
    contacts = messages(
        message(ME, [ADA, BOB], title="Hiking; Sunday"),
        message(ME, [ADA], thread="t2", title="An offer"),
    )
    groups = contacts.people["groups"]
    assert groups["in/ada"] == groups["in/bob"] == "Hiking, Sunday"
    assert pd.isna(groups[EGO])


def test_two_exports_of_one_conversation_are_counted_once(tmp_path):
    first, second = message(ME, [ADA, BOB]), message(ADA, [ME, BOB], day=2)
    for folder, rows in (("old", [first]), ("new", [second, first])):
        (tmp_path / folder).mkdir()
        path = tmp_path / folder / "messages.csv"
        path.write_text("\n".join([HEADER, *rows]), encoding="utf-8")
    contacts = read(tmp_path / "old", tmp_path / "new", ego="Olivia Owner")
    assert len(contacts.interactions) == 4
    assert contacts.ties["count"].tolist() == [2]
    assert contacts.files["kept"].tolist() == [1, 2]  # each file was read without a fault
