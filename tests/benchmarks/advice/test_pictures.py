from xml.etree import ElementTree as ET

import pandas as pd
import pytest
from advice.pictures import Mark, draw_marks, draw_reliability
from advice.scores import reliability

SVG = "{http://www.w3.org/2000/svg}"


def test_a_share_stands_where_it_belongs():
    marks = [Mark("half & half", 0.5, 0.25, 0.75, True), Mark("none", 0.0, 0.0, 0.5, False)]
    tree = ET.fromstring(draw_marks("title", [("panel", marks)]))  # noqa: S314  our own text
    (square,) = [r for r in tree.iter(f"{SVG}rect") if r.get("width") == "10"]
    (dot,) = tree.iter(f"{SVG}circle")
    middle, left = float(square.get("x")) + 5, float(dot.get("cx"))
    lines = [line for line in tree.iter(f"{SVG}line") if line.get("stroke-width") == "2"]
    low, high = float(lines[0].get("x1")), float(lines[0].get("x2"))
    assert middle == pytest.approx((low + high) / 2)
    assert left == float(lines[1].get("x1"))
    assert high - low == pytest.approx(middle - left)  # half of the width either way
    assert "half & half" in [text.text for text in tree.iter(f"{SVG}text")]


def test_what_came_as_stated_stands_on_the_diagonal():
    table = reliability([0.5] * 40, [True, False] * 20)
    tree = ET.fromstring(draw_reliability("title", [("panel", {"all": table})]))  # noqa: S314
    first = next(iter(tree.iter(f"{SVG}circle")))
    side, left, top = 260, 50, 64
    assert float(first.get("cx")) == left + side / 2
    assert float(first.get("cy")) == top + side / 2
    assert isinstance(table, pd.DataFrame)
