"""Tables as bytes and back."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pandas.testing import assert_frame_equal

from netgraph.workspace._packing import pack, unpack

TEXTS = st.lists(st.none() | st.text(st.characters()), max_size=6)


@given(TEXTS)
def test_texts_in_all_letters_and_missing_ones_come_back(texts):
    table = pd.DataFrame({"x": pd.Series(texts, dtype="str")})
    assert_frame_equal(unpack(pack(table)), table)


def test_numbers_truths_and_times_come_back_and_so_do_missing_ones():
    table = pd.DataFrame(
        {
            "count": pd.array([1, None, -3], dtype="Int64"),
            "weight": [0.1, np.nan, np.inf],
            "whole": [1, 2, 3],
            "is_ego": [True, False, False],
            "at": pd.to_datetime(["2024-03-05 10:00:00", None, "1969-01-01 00:00:00"]).astype(
                "datetime64[s]"
            ),
        },
        index=pd.Index(["a", "b", "c"], dtype="str", name="person_id"),
    )
    assert_frame_equal(unpack(pack(table)), table)


def test_many_different_texts_are_numbered_apart():
    # 40,000 texts do not fit into two bytes with a sign
    table = pd.DataFrame({"x": pd.Series([f"t{n}" for n in range(40_000)], dtype="str")})
    assert_frame_equal(unpack(pack(table)), table)


@pytest.mark.parametrize("cell", [{"a": 1}, b"x", 1j, object()])
def test_a_column_of_anything_else_is_refused(cell):
    assert pack(pd.DataFrame({"x": pd.Series([cell], dtype="object")})) is None


@pytest.mark.parametrize("content", [b"", b"\x00" * 40, b"\xff" * 40])
def test_other_bytes_are_no_table(content):
    with pytest.raises((ValueError, KeyError, IndexError)):
        unpack(content)
