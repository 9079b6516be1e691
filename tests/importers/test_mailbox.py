"""Mailboxes as a stream: the same messages, however the bytes come in pieces."""

from __future__ import annotations

import io
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from importers.archives import PROFILE, zip_of
from netgraph.importers import _content, _mailbox, read
from netgraph.importers._mailbox import LONGEST_HEAD, split_messages

SEPARATOR = "From - Wed Mar 06 09:00:00 2024"
LINES = st.sampled_from(
    [
        SEPARATOR,
        "From 12@xxx at 10:30",
        "From the heart, Ada",
        ">From you 10:30",
        "From: a@x.org",
        "To: b@x.org",
        " c@x.org",
        "no header",
        "",
        "",
        " ",
        "Content: " + "x" * 1500,
    ]
)
BOXES = st.tuples(st.lists(LINES, max_size=60), st.sampled_from(["\n", "\r\n"]), st.booleans())


def bytes_of(box):
    lines, end, is_closed = box
    return (end.join(lines) + (end if is_closed else "")).encode()


def one_by_one(data):
    """Find line by line where messages begin behind a From line, as one would by hand."""
    rows, parted, separator = [], True, 0
    for row, line in enumerate(data.decode().splitlines(), 1):
        if separator and re.match(r"[!-9;-~]+:", line):
            rows.append(separator)
        sure = re.match(r"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d ", line)
        is_separator = re.match(r"From \S.*\d\d:\d\d", line) and (parted or sure)
        separator = row if is_separator else 0
        parted = not line.strip()
    return rows


@settings(max_examples=150, deadline=None)
@given(BOXES)
def test_the_messages_are_those_that_one_finds_by_hand(box):
    data = bytes_of(box)
    found = [head.row for head in split_messages(io.BytesIO(data).read)]
    assert one_by_one(data) in (found, found[1:])  # the first needs no From line


@settings(max_examples=60, deadline=None)
@given(BOXES, st.integers(1, 5_000))
def test_it_does_not_matter_in_what_pieces_the_bytes_come(box, size):
    data = bytes_of(box)
    stream = io.BytesIO(data)
    assert list(split_messages(lambda _: stream.read(size))) == list(
        split_messages(io.BytesIO(data).read)
    )


def box_of(*letters):
    return "\n".join(f"{SEPARATOR}\n{letter}\n" for letter in letters).encode()


def rows(data):
    return [head.row for head in split_messages(io.BytesIO(data).read)]


def test_lines_may_end_in_any_way():
    data = box_of("From: a@x.org\n\nHello", "From: b@x.org\n\nHello")
    assert rows(data) == [1, 6]
    assert rows(data.replace(b"\n", b"\r\n")) == rows(data.replace(b"\n", b"\r")) == [1, 6]
    assert rows(b"\xef\xbb\xbf" + data) == [1, 6]


def test_a_message_that_lost_its_end_costs_no_other():
    cut = box_of("From: a@x.org\n\nHello")[:-3]  # no blank line before the next message
    assert rows(cut + b"\n" + box_of("From: b@x.org\n\nHello")) == [1, 5]
    in_its_headers = f"{SEPARATOR}\nFrom: a@x.org\nTo: b@\n".encode()
    assert rows(in_its_headers + box_of("From: b@x.org\n\nHello")) == [1, 4]


def test_quoted_separators_begin_no_message():
    body = f"\n\n>{SEPARATOR}\nTo: a\n\n>>{SEPARATOR}\nTo: b\n"
    assert rows(box_of("From: a@x.org" + body)) == [1]


def test_a_body_without_a_single_line_feed_is_passed_over(monkeypatch):
    monkeypatch.setattr(_mailbox, "_BLOCK", 5_000)
    data = box_of("From: a@x.org\n\n" + "x" * 100_000, "From: b@x.org\n\nHello")
    assert [head.lines for head in split_messages(io.BytesIO(data).read)] == [
        b"From: a@x.org",
        b"From: b@x.org",
    ]


@pytest.mark.parametrize("bomb", ["To: " + "x" * 3_000_000, "To: a\n" + " x\n" * 1_000_000])
def test_headers_without_end_cost_that_message_only(bomb):
    data = box_of(f"From: a@x.org\n{bomb}\n\nHi", "From: b@x.org\nTo: c@x.org\n\nHi")
    heads = list(split_messages(io.BytesIO(data).read))
    assert [len(head.lines) > LONGEST_HEAD for head in heads] == [True, False]
    contacts = read(("a.mbox", data))
    assert contacts.rejected["reason"].tolist() == ["its headers are longer than 1,048,576 bytes"]
    assert len(contacts.interactions) == 1


def test_a_mailbox_larger_than_what_is_read_as_a_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_MEMBER", 100)
    monkeypatch.setattr(_content, "LARGEST_TOTAL", 100)
    data = box_of(*(f"From: a{i}@x.org\nTo: you@x.org\n\nHello" for i in range(50)))
    path = tmp_path / "all.mbox"
    path.write_bytes(data)
    takeout = ("takeout.zip", zip_of({"Takeout/Mail/All mail.mbox": data, "Profile.csv": PROFILE}))
    for source in (path, takeout):
        contacts = read(source)
        assert contacts.files["kept"].iloc[0] == 50
        assert contacts.files["format"].iloc[0] == "mail"


def test_a_bomb_in_a_mailbox_does_not_go_off(monkeypatch):
    monkeypatch.setattr(_content, "RATIO_FROM", 100_000)
    data = box_of("From: a@x.org\nTo: b@x.org\n\n" + "x" * 1_000_000)
    contacts = read(("x.zip", zip_of({"a.mbox": data, "Profile.csv": PROFILE})))
    warnings = contacts.files.set_index("file")["warnings"]
    assert "unpacks to far too much" in warnings["x.zip/a.mbox"]


def test_a_mailbox_that_is_damaged_in_its_archive_is_read_up_to_there():
    letters = [f"From: a{i}@x.org\nTo: you@x.org\n\n{'x' * 1_000}" for i in range(1_000)]
    archive = bytearray(zip_of({"a.mbox": box_of(*letters)}, stored=True))
    archive[60_000:60_010] = b"-" * 10  # the check sum, which stands at the end, is wrong now
    contacts = read(("x.zip", bytes(archive)))
    # a message has 1,000 + 65 bytes or so; at most 65,536 of the last bytes are lost
    assert 930 < contacts.files["kept"].iloc[0] < 1_000
    assert "it is damaged behind line" in contacts.files["warnings"].iloc[0]
