"""The page of files."""

import base64

import pandas as pd

from netgraph_dashboard.pages import data

from .conftest import texts


def test_what_a_browser_hands_over_is_unpacked():
    packed = "data:text/csv;base64," + base64.b64encode("Zoë,1".encode()).decode()
    assert data.decode(packed) == "Zoë,1".encode()


def test_a_file_that_cannot_be_read_is_said_in_plain_words(session):
    assert not data.add_files(session, [("holiday.jpg", b"\xff\xd8\xff\xe0")])
    said = texts(data.said(session))
    assert "Nothing was added" in said
    assert "holiday.jpg" in said


def test_a_member_of_an_archive_stands_beside_its_archive():
    rows = pd.DataFrame({"file": ["my.zip/in/Connections.csv", "introductions.csv"]})
    parted = data.by_archive(rows)
    assert parted["file"].tolist() == ["in/Connections.csv", "introductions.csv"]
    assert parted["archive"].tolist()[0] == "my.zip"
    assert parted["archive"].isna().tolist() == [False, True]


def test_what_was_added_is_said(session):
    text = b"introducer,introduced,introduced_to,date\nUma Roth,Vic Sand,Wes Tan,2024-05\n"
    assert data.add_files(session, [("introductions.csv", text)])
    assert "Added" in texts(data.said(session))
