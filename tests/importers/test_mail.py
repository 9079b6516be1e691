"""Mail: headers as they are written, what is no mail between people, and who you are."""

from __future__ import annotations

import pandas as pd
import pytest

from netgraph.contacts import EGO
from netgraph.importers import read
from netgraph.importers._account import DUPLICATE

SEPARATOR = "From - Wed Mar 06 09:00:00 2024\n"
YOU, ANN, BOB, CY = (f"{name}@x.org" for name in ("you", "ann", "bob", "cy"))
UNKNOWN_EGO = "which of these people you are"


def letter(sender=ANN, to=YOU, *more, number="", date="Tue, 5 Mar 2024 10:00:00 +0000"):
    name = [f"Message-ID: <{number}@x.org>"] if number else []
    return "\n".join([f"From: {sender}", f"To: {to}", f"Date: {date}", *name, *more, "", "Hi", ""])


def mailbox(*letters, ego=YOU, file="all.mbox"):
    text = "\n".join(SEPARATOR + one for one in letters)
    return read((file, text if isinstance(text, bytes) else text.encode()), ego=ego)


def sent(contacts):
    told = contacts.interactions
    ends = told[["source", "target"]].to_numpy().tolist()
    return [tuple(end.removeprefix("mail/").removesuffix("@x.org") for end in e) for e in ends]


def reasons(contacts):
    return contacts.rejected["reason"].tolist()


def test_a_single_message_is_read_too():
    contacts = read(("a.eml", letter(to=f"{YOU}, {BOB}").encode()), ego=YOU)
    assert sent(contacts) == [("ann", EGO), ("ann", "bob")]
    assert contacts.files["format"].tolist() == ["mail"]


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("=?UTF-8?Q?Ada_M=C3=BCller?= <Ada@X.org>", "Ada Müller"),
        ('"=?UTF-8?B?TcO8bGxlciwgQWRh?=" <ada@x.org>', "Ada Müller"),  # Müller, Ada
        ("ada@x.org (Ada Müller)", "Ada Müller"),
        ('"Müller, Ada" <ada@x.org>', "Ada Müller"),
        ("\"'Ada Müller'\" <ada@x.org>", "Ada Müller"),
        ("Team: Ada Müller <ada@x.org>;", "Ada Müller"),
        ("Ada\n Müller\n\t<ada@x.org>", "Ada Müller"),
        ("ada@x.org <ada@x.org>", None),
        ("=?nonsense?Q?Ada?= <ada@x.org>", "=?nonsense?Q?Ada?="),
    ],
)
def test_names_and_addresses_as_they_are_written(cell, name):
    people = mailbox(letter(to=cell, sender=YOU)).people
    assert people.index.tolist() == [EGO, "mail/ada@x.org"]
    assert people["name"].fillna("").iloc[1] == (name or "")


@pytest.mark.parametrize(
    ("header", "reason"),
    [
        ("List-Id: <dev.x.org>", "a mailing list sent it (List-Id)"),
        ("List-Unsubscribe: <mailto:u@x.org>", "a newsletter (List-Unsubscribe)"),
        ("Precedence: Bulk", "bulk mail (Precedence: bulk)"),
        ("Auto-Submitted: auto-replied", "a program sent it (Auto-Submitted)"),
        ("X-Gmail-Labels: =?UTF-8?Q?Spam,Ge=C3=B6ffnet?=", "it lies among the spam"),
        ("X-Gmail-Labels: Drafts", "a draft was never sent"),
        ("X-Gmail-Labels: =?UTF-8?Q?Entw=C3=BCrfe?=", "a draft was never sent"),
    ],
)
def test_what_no_person_wrote_to_a_person_is_refused(header, reason):
    contacts = mailbox(letter(), letter(BOB, YOU, header))
    assert reasons(contacts) == [reason]
    assert "mail/bob@x.org" not in contacts.people.index


@pytest.mark.parametrize("address", ["no-reply@x.org", "noreply@x.org", "news.donotreply@x.org"])
def test_no_reply(address):
    assert reasons(mailbox(letter(), letter(address))) == [
        "an address that takes no answer sent it (no-reply)"
    ]


def test_precedence_that_is_not_bulk_is_kept():
    assert sent(mailbox(letter(ANN, YOU, "Auto-Submitted: no", "Precedence: first-class")))


@pytest.mark.parametrize(
    ("message", "reason"),
    [
        (letter(sender=""), "it names no sender"),
        (letter(to="undisclosed-recipients:;"), "it names no recipient"),
        (letter(YOU, YOU), "nobody but its sender takes part"),
    ],
)
def test_nobody_to_tell_of(message, reason):
    assert reasons(mailbox(letter(), message)) == [reason]


def test_a_blind_copy_came_to_the_mailbox():
    message = letter(ANN, "undisclosed-recipients:;", f"Delivered-To: {YOU}")
    assert sent(mailbox(message)) == [("ann", EGO)]


def test_at_most_15_recipients():
    fifteen = ", ".join(f"p{i}@x.org" for i in range(15))
    contacts = mailbox(letter(YOU, fifteen), letter(YOU, f"{fifteen}, {ANN}"))
    assert len(contacts.interactions) == 15
    assert reasons(contacts) == ["it went to 16 people: more than 15"]


def test_a_message_id_counts_once():
    contacts = mailbox(letter(number="1"), letter(number="2"), letter(number="1"))
    assert len(contacts.interactions) == 2
    assert reasons(contacts) == [DUPLICATE]
    assert contacts.files["duplicates"].tolist() == [1]


def test_a_message_in_two_files_counts_once():
    text = (SEPARATOR + letter(number="1")).encode()
    contacts = read(("a.mbox", text), ("b.mbox", text), ego=YOU)
    assert len(contacts.interactions) == 1


def test_a_bad_date_keeps_the_row():
    contacts = mailbox(letter(date="not a date"), letter(date="Tue, 5 Mar 2024 10:00:00 -0500"))
    assert contacts.interactions["at"].isna().tolist() == [True, False]
    assert contacts.interactions["at"][1] == pd.Timestamp("2024-03-05 15:00")  # 10 + 5 hours
    assert "1 date could not be read" in contacts.files["warnings"].iloc[0]


def test_the_thread_is_the_message_that_it_began_with():
    contacts = mailbox(
        letter(number="1"),
        letter(YOU, ANN, "In-Reply-To: <1@x.org>", number="2"),
        letter(ANN, YOU, "References: <1@x.org>\n <2@x.org>", "In-Reply-To: <2@x.org>", number="3"),
    )
    assert contacts.interactions["thread"].tolist() == ["<1@x.org>"] * 3


def test_a_sentence_that_begins_with_from_parts_no_messages():
    body = "\nFrom here on, 10:30 at the latest,\nyou do it.\n\nFrom: the heart\n\n>From you\n"
    body += "Notes\nFrom Ann, at 10:30\nTo: do\n"  # no blank line above: no message begins
    contacts = mailbox(letter() + body, letter(BOB))
    assert sent(contacts) == [("ann", EGO), ("bob", EGO)]
    assert contacts.files["rows"].tolist() == [2]


def test_bodies_and_subjects_are_not_kept():
    contacts = mailbox(letter(ANN, YOU, "Subject: sesame") + "swordfish\n")
    tables = [contacts.people, contacts.interactions, contacts.ties, contacts.files]
    assert not any("sesame" in t.to_string() or "swordfish" in t.to_string() for t in tables)


def test_bodies_in_several_encodings_are_no_fault():
    text = (SEPARATOR + letter()).encode() + "Zoë ".encode("latin-1") + b"\x81\x8d\n"
    contacts = read(("all.mbox", text.replace(b"\n", b"\r\n")), ego=YOU)
    assert sent(contacts) == [("ann", EGO)]


def test_the_line_of_a_refused_message_is_told():
    contacts = mailbox(letter(), letter("no-reply@x.org"))
    assert contacts.rejected["row"].tolist() == [8]  # 1 From_, 3 headers, blank, Hi, blank: 7 lines


def test_recipients_of_a_small_mail_are_tied():
    contacts = mailbox(letter(YOU, f"{ANN}, {BOB}", number="1"), letter(BOB, f"{ANN}, {YOU}, {CY}"))
    ties = contacts.ties[["source", "target", "kind", "count"]].to_numpy().tolist()
    ann, bob, cy = (f"mail/{address}" for address in (ANN, BOB, CY))
    # ann and bob share both, the other pairs of the three the second
    assert ties == [[ann, bob, "mail", 2], [ann, cy, "mail", 1], [bob, cy, "mail", 1]]
    assert contacts.ties["evidence"].eq("observed").all()


@pytest.mark.parametrize(("others", "pairs"), [(1, 0), (2, 1), (8, 28), (9, 0)])
def test_only_mails_of_two_to_eight_others_tie(others, pairs):
    to = ", ".join(f"p{i}@x.org" for i in range(others))
    assert len(mailbox(letter(YOU, to)).ties) == pairs  # 8 * 7 / 2 = 28


def test_the_address_in_most_messages_is_yours():
    contacts = mailbox(letter(), letter(YOU, BOB), letter(CY), ego=None)
    assert sent(contacts) == [("ann", EGO), (EGO, "bob"), ("cy", EGO)]
    (asked,) = contacts.files["warnings"]  # nothing but the mailbox says that it is yours
    assert asked.startswith("you@x.org stands in most of it and is taken for yours; if it is not")
    assert "--ego ADDRESS" in asked


def test_nothing_is_asked_where_a_name_or_you_told_the_address():
    letters = [letter("Ann Able <ann@x.org>", "Cy Cole <cy@x.org>")] * 2
    for ego in ("cy@x.org", "Cy Cole"):
        assert mailbox(*letters, ego=ego).files["warnings"].isna().all()


def test_a_second_address_that_bears_your_name_is_asked_about():
    letters = [letter(to="Yo U <you@x.org>"), letter(BOB), letter("Yo U <private@x.org>", CY)]
    contacts = mailbox(*letters)
    assert "mail/private@x.org" in contacts.people.index
    (asked,) = contacts.files["warnings"]
    assert asked.startswith("private@x.org bears your name and counts as another person")


def test_what_you_say_counts_more():
    contacts = mailbox(letter(), letter(YOU, BOB), letter(CY), letter(YOU, ANN), ego=ANN)
    assert contacts.people.loc[EGO].notna()["sources"]
    assert (EGO, "you") in sent(contacts)


def test_your_name_leads_to_your_address():
    contacts = mailbox(letter("Ann Able <ann@x.org>", "Cy Cole <cy@x.org>"), ego="Cy Cole")
    assert sent(contacts) == [("ann", EGO)]


def test_two_who_are_in_all_messages_leave_it_open():
    contacts = mailbox(letter(ANN, f"{YOU}, {BOB}"), ego=None)
    assert UNKNOWN_EGO in contacts.files["warnings"].iloc[0]
    assert contacts.ties.empty


def test_messages_in_files_of_their_own_are_counted_together():
    files = [(f"{n}.eml", letter(who).encode()) for n, who in enumerate((ANN, BOB, CY))]
    assert sent(read(*files)) == [("ann", EGO), ("bob", EGO), ("cy", EGO)]
