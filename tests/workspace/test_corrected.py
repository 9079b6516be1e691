"""Introductions that a newer list tells anew."""

import pytest

from netgraph.workspace._corrected import later
from netgraph.workspace._current import Follow

HEADER = "introducer,introduced,introduced_to,date,outcome"
ADA = "Bob Sample,Ada Example,me,2024-03-05,no_response"
ADA_MET = "Bob Sample,Ada Example,me,2024-03-06,met"
CAT = "Bob Sample,me,Cat Trial,2024-04,hired"
DAN = "me,Dan Probe,Bob Sample,2024-05,met"
EVE = "me,Eve Fiction,Bob Sample,2024-06,met"
FAY = "me,Fay Invented,Bob Sample,2024-07,met"


def rows(workspace):
    told = workspace.contacts.introductions.fillna("")
    return sorted(zip(told["introduced"], told["date"], told["outcome"], strict=True))


def add(workspace, *lines):
    workspace.add(("introductions.csv", "\n".join((HEADER, *lines)).encode()))


@pytest.fixture
def listed(memory):
    add(memory, ADA, CAT)
    return memory


def test_another_outcome_and_date_take_the_place_of_the_older(listed):
    add(listed, ADA_MET, CAT)
    assert rows(listed) == [
        ("ego", "2024-04", "hired"),
        ("name/ada example", "2024-03-06", "met"),
    ]


def test_so_they_do_in_the_order_of_the_two_who_met(listed):
    add(listed, "Bob Sample,me,Ada Example,2024-03-06,met", CAT)
    assert [row[1:] for row in rows(listed)] == [("2024-03-06", "met"), ("2024-04", "hired")]


def test_another_introducer_is_another_introduction(listed):
    add(listed, CAT, DAN, "Dan Probe,Ada Example,me,2024-03-06,met")
    # half of the older list stands in the newer: it is that list, and Bob's row was taken out
    assert {row[1] for row in rows(listed)} == {"2024-03-06", "2024-04", "2024-05"}


def test_what_was_taken_out_of_the_list_is_gone_and_comes_back_with_undo(listed):
    add(listed, CAT, DAN)
    assert [row[0] for row in rows(listed)] == ["ego", "name/dan probe"]
    listed.undo()
    assert [row[0] for row in rows(listed)] == ["ego", "name/ada example"]


def test_another_list_of_the_same_people_is_united_with_it(memory):
    add(memory, ADA, DAN, EVE)
    # most of its people are known, but of the three introductions one only is told again
    add(memory, ADA_MET, "Dan Probe,me,Eve Fiction,2025-01,met")
    assert {row[1] for row in rows(memory)} == {"2024-03-06", "2024-05", "2024-06", "2025-01"}


def test_the_newest_of_three_lists_speaks_and_so_does_the_one_between(memory):
    add(memory, ADA, DAN, EVE)
    add(memory, ADA_MET, "Dan Probe,me,Eve Fiction,2025-01,met", FAY)
    add(
        memory, FAY, "Eve Fiction,me,Ada Example,2025-02,met", "Bob Sample,me,Dan Probe,2025-03,met"
    )
    # Ada's older row is corrected by the list between, which itself stays beside the newest
    assert [row[1] for row in rows(memory) if row[0] == "name/ada example"] == ["2024-03-06"]


def test_an_older_list_that_is_imported_later_corrects_nothing(memory):
    for day, line in (("2024-06-02", ADA_MET), ("2024-06-01", ADA)):
        content = f"{HEADER}\n{line}\n{CAT}\n".encode()
        memory.add((f"introductions_{day}.csv", content))
    assert ("name/ada example", "2024-03-06", "met") in rows(memory)
    assert len(rows(memory)) == 2


def test_every_later_file_of_a_chain_is_found():
    follows = [
        Follow((3,), (5,), "", "", "introductions"),
        Follow((1, 2), (3,), "", "", "introductions"),
    ]
    assert later(follows) == {3: (5,), 1: (3, 5), 2: (3, 5)}
