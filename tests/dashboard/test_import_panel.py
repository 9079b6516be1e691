"""Where files are dropped, and how far they are."""

import base64

import pytest

from netgraph_dashboard import import_panel
from netgraph_dashboard.importing import FileProgress, Importing
from netgraph_dashboard.session import Session

from .conftest import texts
from .exports import CONNECTIONS, NO_EXPORT


@pytest.fixture
def empty():
    return Session(None)


def test_what_a_browser_hands_over_is_unpacked():
    packed = "data:text/csv;base64," + base64.b64encode("Zoë,1".encode()).decode()
    assert import_panel.decode(packed) == "Zoë,1".encode()


def test_nothing_is_listed_before_anything_was_dropped():
    assert import_panel.progress(None) is None


def test_while_files_are_read_the_list_says_how_far_each_is():
    importing = Importing(["a.csv", "b.csv"])
    importing.begin("a.csv", 0, 2)
    said = texts(import_panel.progress(importing))
    assert "Reading file 1 of 2" in said
    assert said.index("a.csv") < said.index("reading") < said.index("b.csv") < said.index("waiting")


def test_in_the_end_it_says_what_was_added(empty):
    said = texts(import_panel.progress(empty.add([CONNECTIONS])))
    assert "Added." in said
    assert "4 rows kept" in said


def test_the_same_file_once_more_adds_nothing(empty):
    empty.add([CONNECTIONS])
    said = texts(import_panel.progress(empty.add([CONNECTIONS])))
    assert "Nothing new" in said
    assert "known already" in said
    assert "Added." not in said


def test_a_file_that_cannot_be_read_is_said_in_plain_words(empty):
    said = texts(import_panel.progress(empty.add([NO_EXPORT])))
    assert "Nothing was added" in said
    assert "holiday.jpg" in said
    assert "refused" in said


def test_that_the_example_goes_is_said(two_circles):
    session = Session(two_circles, example=True)
    assert "place of the example" in texts(import_panel.progress(session.add([CONNECTIONS])))


def test_a_long_list_is_cut_and_says_so():
    importing = Importing([f"{n}.csv" for n in range(import_panel.MOST_LISTED + 7)])
    assert "and 7 more" in texts(import_panel.progress(importing))


def test_refused_files_stand_before_the_others():
    importing = Importing(["a.csv", "b.csv"])
    importing._files["b.csv"] = FileProgress("b.csv", "refused")
    said = texts(import_panel.progress(importing))
    assert said.index("b.csv") < said.index("a.csv")


def test_a_member_stands_before_its_archive():
    assert texts(import_panel.named("my.zip/in/Connections.csv")) == "in/Connections.csv in my.zip"
    assert texts(import_panel.named("google.csv")) == "google.csv"
