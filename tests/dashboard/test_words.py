"""Numbers and names in words."""

import pytest

from netgraph_dashboard import words


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 people"), (1, "1 person"), (1204, "1,204 people")]
)
def test_count(number, said):
    assert words.count(number, "person", "people") == said


@pytest.mark.parametrize(
    ("share", "said"),
    [(0.714, "71 %"), (0.004, "under 1 %"), (0.0, "0 %"), (float("nan"), "unknown"), (1, "100 %")],
)
def test_percent_has_no_false_zero(share, said):
    assert words.percent(share) == said


@pytest.mark.parametrize(
    ("names", "said"),
    [
        ([], ""),
        (["Ann"], "Ann"),
        (["Ann", "Bo"], "Ann and Bo"),
        (["Ann", "Bo", "Cy"], "Ann, Bo and Cy"),
        (["Ann", "Bo", "Cy", "Dee", "Eva"], "Ann, Bo, Cy, Dee and 1 more"),
    ],
)
def test_listed(names, said):
    assert words.listed(names) == said


def test_at_work_says_what_is_known():
    assert words.at_work("Editor", "Acme") == "Editor at Acme"
    assert words.at_work(float("nan"), "Acme") == "Acme"
    assert words.at_work(None, None) == ""


def test_a_firm_rank_is_one_number():
    assert words.rank_range(3, 3) == "3"
    assert words.rank_range(2, 5) == "2 to 5"
    assert words.rank_range(float("nan"), float("nan")) == ""
