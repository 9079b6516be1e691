"""The map in the place that one knows it in."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.map_place import lay_on, places, same, settle
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


def two_areas(people, centres=((0, 0), (10, 0)), radius=(2.0, 2.0)):
    """Lay people out: name -> area, x, y."""
    table = pd.DataFrame.from_dict(people, orient="index", columns=["area", "x", "y"])
    areas = pd.DataFrame(centres, columns=["x", "y"]).assign(radius=radius).astype(float)
    areas["size"] = table["area"].value_counts().reindex(areas.index)
    return ng.Layout(table, areas.rename_axis("area"))


NOW = {"a": (0, 1, 0), "b": (0, -1, 0), "c": (0, 0, 1), "d": (1, 9, 0), "e": (1, 11, 0)}
THEN = pd.DataFrame(
    [("a", 0, 51), ("b", 0, 49), ("c", 0, 50), ("d", 29, 50), ("e", 31, 50)],
    columns=["person_id", "x", "y"],
)


def at(layout, person):
    return layout.people.loc[person, ["x", "y"]].tolist()


def test_people_stay_where_they_stood_and_who_is_new_comes_among_them():
    placed = settle(two_areas({**NOW, "new": (0, 0, 0)}), THEN)
    assert at(placed, "d") == [29, 50]
    assert at(placed, "new") == [0, 50]  # in the middle of her area
    assert placed.areas.loc[1, ["x", "y"]].tolist() == [30, 50]


def test_who_has_changed_the_area_comes_to_the_others():
    placed = settle(two_areas({**NOW, "c": (1, 10, 0)}), THEN)
    assert at(placed, "a") == [0, 51]
    assert abs(at(placed, "c")[0] - 29) < 2.1  # beside d and e, from 0


def test_a_new_area_is_set_apart_from_the_others():
    now = {**NOW, "f": (2, 20, 0), "g": (2, 21, 0)}
    areas = settle(two_areas(now, ((0, 0), (10, 0), (20, 0)), (2.0,) * 3), THEN).areas
    spots = areas[["x", "y"]].to_numpy(dtype=float)
    assert min(np.linalg.norm(spots[i] - spots[j]) for i, j in ((0, 1), (0, 2), (1, 2))) >= 4


def test_an_area_that_has_grown_pushes_the_other_away():
    grown = two_areas({**NOW, "new": (1, 10, 0)}, radius=(2.0, 29.5))
    areas = settle(grown, THEN).areas
    assert areas["x"].diff().iloc[1] >= 31.5


def test_what_was_settled_stays_in_the_next_run():
    now = two_areas({**NOW, "new": (0, 0, 0)})
    settled = settle(now, THEN)
    again = settle(now, places(settled))
    pd.testing.assert_frame_equal(again.people, settled.people)


def test_the_map_has_its_place_in_the_next_run(two_circles):
    first = Session(two_circles)
    first.kept.positions = places(layout_of(POINTS @ QUARTER, ["ada", "aki", "bea", "bob"]))
    shown = places(first.layout)
    second = Session(two_circles)
    second.kept.positions = shown
    pd.testing.assert_frame_equal(places(second.layout), shown)
    unplaced = places(Session(two_circles).layout)
    assert not np.allclose(unplaced[["x", "y"]], shown[["x", "y"]])
