"""Whom to learn from, and whom one could teach."""

from dataclasses import replace

import pandas as pd
import pytest

import netgraph as ng


def test_only_who_stands_above_you_in_your_field_or_near_it_is_a_mentor(firm):
    found = ng.find_mentors(firm)
    # Gus is an executive of another field, Jon a lawyer, Fay and Ivy stand below
    assert set(found.index) == {"dan", "eve", "hal"}
    assert found.loc["dan", ["where", "apt", "fit", "grade"]].tolist() == [
        "department", 0.9, 1.0, "A",
    ]  # fmt: skip
    assert found.loc["eve", ["where", "apt", "grade"]].tolist() == ["outside", 1.0, "B"]
    assert found.loc["hal", ["where", "fit", "hops", "via_name"]].tolist() == [
        "organisation", 0.6, 2, "Eve",
    ]  # fmt: skip


def test_the_score_is_the_product_of_its_parts(firm):
    found = ng.find_mentors(firm)
    dan, eve = found.loc["dan"], found.loc["eve"]
    # three words each way on the same days: reciprocity 1, so (1 + 1) / 2 = 1
    assert dan["reciprocity"] == 1.0
    assert dan["score"] == pytest.approx(1.0 * 0.9 * dan["chance"])
    # nothing is known of words with Eve: NaN, which counts as one way, 1 / 2
    assert pd.isna(eve["reciprocity"])
    assert eve["score"] == pytest.approx(1.0 * 1.0 * eve["chance"] / 2)
    graph = ng.build_graph(firm)
    curve = ng.Calibration()
    first = graph.edges["ego", "eve"]["strength"]
    onward = graph.edges["eve", "hal"]["strength"]
    assert eve["chance"] == pytest.approx(float(curve.passes_on(first)))
    assert found.loc["hal", "chance"] == pytest.approx(
        float(curve.passes_on(first) * curve.chance(onward))
    )


def test_another_field_is_asked_for_by_name(firm):
    assert ng.find_mentors(firm, domain="Legal").index.tolist() == ["jon"]
    with pytest.raises(ng.UnknownNameError):
        ng.find_mentors(firm, domain="xyzzy")


def test_mentees_stand_below(firm):
    found = ng.find_mentees(firm)
    assert found.index.tolist() == ["ivy"]
    assert "professional: 1 level below you" in found.loc["ivy", "why"]


def test_the_first_step_follows_the_tie(firm):
    steps = ng.find_mentors(firm, now="2026-01-01")["first_step"]
    assert steps["dan"].startswith("Ask for twenty minutes")
    assert steps["eve"].startswith("Nothing went both ways yet")
    assert steps["hal"] == "Ask Eve to introduce you."
    later = ng.find_mentors(firm, now="2029-06-01")
    assert later.loc["dan", "first_step"].startswith("Take up the thread first")


def test_who_is_a_mentor_already_is_marked(firm):
    relations = pd.DataFrame({"person_id": ["dan", "eve"], "relation": ["mentor", "friend"]})
    found = ng.find_mentors(firm, relations=relations)
    assert found["already"].to_dict() == {"dan": True, "eve": False, "hal": False}
    assert "already" in found.loc["dan", "first_step"]
    assert ng.find_mentors(firm)["already"].isna().all()


def test_hidden_people_are_left_out(firm):
    tags = firm.people.assign(tags=None).astype({"tags": "str"})
    tags.loc["dan", "tags"] = "hidden from suggestions"
    assert "dan" not in ng.find_mentors(replace(firm, people=tags)).index


def test_without_your_own_level_it_says_what_would_tell_it(bare):
    for found in (ng.find_mentors(bare), ng.find_mentees(bare)):
        assert found.empty
        assert "Positions.csv" in found.attrs["says"]
    assert ng.find_mentors(ng.Contacts()).attrs["says"].startswith("Not known")


def test_the_planted_mentors_of_the_example_are_the_first(mira):
    contacts, graph, truth, ids = mira
    planted = [ids[person] for person in truth["mentors"]]
    found = ng.find_mentors(contacts, graph=graph)
    near_field = [person for person in planted if found.loc[person, "fit"] < 1]
    assert set(found.index[:3]) == set(planted) - set(near_field)
    assert found.index[found["where"] == "department"][0] == planted[0]
    assert found.index[found["where"] == "organisation"][0] == near_field[0]
    assert (found.loc[planted, "grade"] == "A").all()
    assert found["score"].between(0, 1).all()
    assert found["score"].is_monotonic_decreasing
