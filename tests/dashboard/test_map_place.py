"""A new layout, turned to lie on the former one."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.map_place import lay_on, places, same
from netgraph_dashboard.session import Session

POINTS = np.array([[0.0, 0.0], [4.0, 0.0], [4.0, 1.0], [1.0, 3.0]])
QUARTER = np.array([[0.0, 1.0], [-1.0, 0.0]])
MIRROR = np.array([[1.0, 0.0], [0.0, -1.0]])


def layout_of(points, ids="abcd"):
    people = pd.DataFrame(points, columns=["x", "y"], index=pd.Index(list(ids)))
    return ng.Layout(people, pd.DataFrame({"x": [points[0][0]], "y": [points[0][1]]}))


@pytest.mark.parametrize("turn", [QUARTER, MIRROR, QUARTER @ MIRROR])
def test_a_map_that_is_turned_mirrored_and_moved_lies_on_the_former_again(turn):
    former = layout_of(POINTS)
    placed = lay_on(layout_of(POINTS @ turn + [7, -2]), places(former))
    np.testing.assert_allclose(placed.people[["x", "y"]], POINTS, atol=1e-9)
    np.testing.assert_allclose(placed.areas[["x", "y"]], POINTS[:1], atol=1e-9)


def test_who_is_new_moves_with_the_others():
    former = places(layout_of(POINTS[:3], "abc"))
    placed = lay_on(layout_of(POINTS @ QUARTER), former)
    np.testing.assert_allclose(placed.people.loc["d", ["x", "y"]].astype(float), POINTS[3])


def test_distances_within_the_map_stay():
    placed = lay_on(layout_of(POINTS * [1, 2]), places(layout_of(POINTS)))
    moved = placed.people[["x", "y"]].to_numpy()
    before = POINTS * [1, 2]
    assert np.linalg.norm(moved[1] - moved[3]) == pytest.approx(
        np.linalg.norm(before[1] - before[3])
    )


def test_with_too_few_in_common_the_map_stays_as_it_is():
    layout = layout_of(POINTS)
    assert lay_on(layout, places(layout_of(POINTS[:2], "ab"))) is layout


def test_what_has_not_moved_is_the_same():
    layout = layout_of(POINTS)
    assert same(layout, places(layout))
    assert not same(layout_of(POINTS + 0.1), places(layout))
    assert not same(layout_of(POINTS[:3], "abc"), places(layout))


def test_the_map_has_its_place_in_the_next_run(two_circles):
    first = Session(two_circles)
    first.kept.positions = places(layout_of(POINTS @ QUARTER, ["ada", "aki", "bea", "bob"]))
    shown = places(first.layout)
    second = Session(two_circles)
    second.kept.positions = shown
    pd.testing.assert_frame_equal(places(second.layout), shown)
    unplaced = places(Session(two_circles).layout)
    assert not np.allclose(unplaced[["x", "y"]], shown[["x", "y"]])
