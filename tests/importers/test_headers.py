"""The headers of one message: what is folded, wrongly encoded, damaged."""

from __future__ import annotations

from email.utils import getaddresses

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.importers import read
from netgraph.importers._headers import Headers, _plain_addresses

WORD = st.text(st.sampled_from("adaMüller.'-_ \t\"(),;:<>@[]\\=?é名1"), max_size=8)
CELL = st.lists(
    st.one_of(
        WORD,
        st.builds("{} <{}@{}>".format, WORD, WORD, WORD),
        st.builds("{}@x.org".format, WORD),
        st.builds("Ada {} <ada@x.org>".format, WORD),
    ),
    min_size=1,
    max_size=3,
).map(",".join)


@settings(max_examples=500, deadline=None)
@given(CELL)
def test_the_short_way_reads_addresses_as_the_standard_library_does(cell):
    cell = " ".join(cell.split())
    found = _plain_addresses(cell)
    assert found in ([], getaddresses([cell]))


def test_the_short_way_is_taken():
    assert _plain_addresses("Ada Example <ada@x.org>, bob@x.org") == [
        ("Ada Example", "ada@x.org"),
        ("", "bob@x.org"),
    ]


def test_headers_in_two_encodings_in_one_mailbox():
    to = b"To: You <you@x.org>\nDate: Tue, 5 Mar 2024 10:00:00 +0000\n\n\xff\xfe body"
    letters = [b"From: M\xc3\xbcller <a@x.org>\n" + to, b"From: Gr\xfcn <b@x.org>\n" + to]
    data = b"\n".join(b"From - Wed Mar 06 09:00:00 2024\n" + one + b"\n" for one in letters)
    contacts = read(("a.mbox", data), ego="you@x.org")
    assert contacts.people["name"].tolist() == ["You", "Müller", "Grün"]
    assert contacts.files["warnings"].tolist() == [
        "1 message with headers that are not UTF-8, read as cp1252"
    ]
    data = data.replace("Grün".encode("cp1252"), "Жук".encode("cp1251"))
    contacts = read(("a.mbox", data), ego="you@x.org", encoding="cp1251")
    assert contacts.people["name"].tolist() == ["You", "Müller", "Жук"]


@pytest.mark.parametrize("damage", [b"no header at all", b"\xff\xfe\x00", b" folded", b"X Y: z"])
def test_a_line_that_is_no_header_costs_no_other(damage):
    headers = Headers(b"From: a@x.org\n" + damage + b"\nTo: b@x.org\n c@x.org\nto: d@x.org")
    assert headers.first("from").startswith("a@x.org")
    assert headers.all("to") == ["b@x.org c@x.org", "d@x.org"]


def test_names_of_headers_in_any_case_and_signs_that_nobody_sees():
    headers = Headers(b"FROM:a@x.org\r\nMessage-Id: <1\0@x.org>\r\n more\r\n")
    assert headers.first_word("message-id") == "<1@x.org>"
    assert [party.id for party in headers.parties("from")] == ["mail/a@x.org"]
