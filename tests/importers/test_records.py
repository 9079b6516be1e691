"""The records of a CSV text: a damaged one costs itself alone."""

from __future__ import annotations

import time

import pytest

from netgraph.importers._records import MISPLACED, UNCLOSED, Records


def read(text, width=3, delimiter=","):
    records = Records(text, delimiter, width=width)
    return [record.cells for record in records.read()], records.refused


def test_records_are_numbered_by_row_and_by_line():
    records = Records('a,b\n"c\nd",e\nf,g\n', ",", width=2)
    assert [(r.row, r.line, r.cells) for r in records.read()] == [
        (1, 0, ["a", "b"]),
        (2, 1, ["c\nd", "e"]),
        (3, 3, ["f", "g"]),
    ]


def test_reading_begins_at_any_line():
    records = Records("x\ny\na,b\n", ",", line=2, row=2)
    assert list(records.read()) == [(3, 2, ["a", "b"])]


@pytest.mark.parametrize(
    ("damaged", "reason"),
    [
        ('a,"b,c', MISPLACED),  # closed by the mark that opens the next record's cell
        ('"a,b,c', MISPLACED),
        ('a,"b"",c', MISPLACED),
        ('a,"b" x,"c', MISPLACED),
    ],
)
def test_a_lost_mark_before_a_record_in_quotes(damaged, reason):
    cells, refused = read(f'{damaged}\nd,"e",f\ng,"h",i\n')
    assert cells == [["d", "e", "f"], ["g", "h", "i"]]
    assert refused == {1: reason}


def test_a_lost_mark_with_none_behind_it():
    assert read('a,"b,c\nd,e,f\n') == ([["d", "e", "f"]], {1: UNCLOSED})


def test_two_lost_marks_cost_two_records():
    cells, refused = read('a,"b,c\nd,"e,f\ng,"h",i\n')
    assert cells == [["g", "h", "i"]]
    assert refused == {1: MISPLACED, 2: MISPLACED}


def test_what_is_left_of_a_cell_of_several_lines_is_no_record():
    # the mark behind "three" is lost; "two" and "three" are not read as records
    cells, refused = read('a,"one\ntwo\nthree,c\nd,"e",f\n')
    assert cells == [["d", "e", "f"]]
    assert refused == {1: MISPLACED}


def test_a_short_record_behind_a_damaged_one_is_kept_where_others_are_short():
    cells, refused = read('x,y\na,"b,c\nd,"e"\nf,g,h\n')
    assert cells == [["x", "y"], ["d", "e"], ["f", "g", "h"]]
    assert list(refused) == [2]


def test_marks_that_are_not_doubled_are_text():
    # as ever, what Python's csv makes of it; the number of cells is right
    cells, refused = read('a,"say "hi", you",c\nd,"b" x,f\n', width=4)
    assert cells == [["a", 'say hi"', ' you"', "c"]]
    assert list(refused) == [2]
    assert read('d,"b" x,f\n') == ([["d", "b x", "f"]], {})


def test_a_whole_record_within_quotes_of_several_lines_is_one():
    text = '"a","b\nd,e,f\n","c"\n'  # sound: what it holds may look like a record
    assert read(text) == ([["a", "b\nd,e,f\n", "c"]], {})


def test_above_the_header_each_line_of_a_damaged_note_is_a_row():
    records = Records('"Notes\nGiven,Family\n"Ada",Example\n', ",")
    assert [record.cells for record in records.read()] == [["Given", "Family"], ["Ada", "Example"]]
    assert records.refused == {1: MISPLACED}


def test_a_file_in_which_every_record_is_damaged_is_read_in_time():
    # each line opens a cell that the next one closes and opens again, to the end
    begin = time.perf_counter()
    cells, refused = read('x","y\n' * 20_000 + 'a,"b",c\n', width=3)
    assert time.perf_counter() - begin < 10
    assert len(cells) + len(refused) == 20_001
    assert cells[-1] == ["a", "b", "c"]
