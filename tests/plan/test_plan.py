"""Whom to turn to next, on networks where the answer can be seen."""

import json
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng
from netgraph.plan import MINUTES

EXAMPLE = Path(__file__).parents[2] / "data" / "example"


def talk(person, first, count, every="30D"):
    days = pd.date_range(first, periods=count, freq=every)
    there, back = ["ego", person], [person, "ego"]
    return pd.DataFrame(
        {
            "source": (there * count)[: 2 * count],
            "target": (back * count)[: 2 * count],
            "at": days.repeat(2) + pd.to_timedelta([0, 1] * count, unit="h"),
            "kind": "message",
            "channel": "mail",
        }
    )


@pytest.fixture
def contacts():
    """Ann (strong) knows a lawyer; old Olaf sleeps; Bo, Cy and Di are a community of their own."""
    names = {
        "ego": "You", "ann": "Ann Lee", "law": "Lara Wise", "olaf": "Olaf Öst",
        "bo": "Bo Sun", "cy": "Cy Roy", "di": "Di Fay", "deb": "Deb Orr",
    }  # fmt: skip
    people = pd.DataFrame({"name": names.values(), "domain": "SOFT"}, index=list(names))
    people["is_ego"] = people.index == "ego"
    people.loc["law", "domain"] = "LEGL"
    known = ["ann", "olaf", "bo", "cy", "di", "deb"]
    ties = pd.DataFrame(
        [("ego", person, "contact") for person in known]
        + [("ann", "law", "introduction")]
        + [("bo", "cy", "thread"), ("cy", "di", "thread"), ("bo", "di", "thread")]
        + [("deb", "di", "introduction")],
        columns=["source", "target", "kind"],
    )
    events = [
        talk("ann", "2024-01-01", 24),
        talk("deb", "2024-01-01", 24),
        talk("olaf", "2014-01-01", 36),
    ]
    return ng.Contacts(people=people, ties=ties, interactions=pd.concat(events, ignore_index=True))


@pytest.fixture
def gaps(contacts):
    """Law is a gap, and nothing else: so few contacts would have no verdict."""
    found = ng.find_gaps(contacts, home="SOFT")
    found["verdict"] = found["verdict"].mask(found.index == "LEGL", "gap")
    return found.assign(priority_bits=0.3)


@pytest.fixture
def clusters():
    return pd.DataFrame(
        {"cluster": pd.array([0, 0, 0], dtype="Int64"), "label": "Chess", "core": 1.0},
        index=["bo", "cy", "di"],
    )


@pytest.fixture
def plan(contacts, gaps, clusters):
    def made(**options):
        options = {"gaps": gaps, "clusters": clusters} | options
        return ng.plan_contacts(contacts, **options)

    return made


def test_the_way_to_each_lack_is_found(plan):
    found = plan(minutes=60)
    kinds = found.set_index("person_id")["kind"]
    assert kinds["ann"] == "gap"  # knows the lawyer
    assert kinds["olaf"] == "dormant"
    assert kinds["deb"] == "strong"  # knows one of the community in which no tie lives
    assert found["minutes"].sum() == 55 == found.attrs["used"]
    assert set(found.attrs["says"].split()) >= {"55", "60", "Ann", "Lee"}


def test_each_row_says_why_and_what_to_do(plan):
    found = plan(minutes=60).set_index("person_id")
    assert found.loc["ann", "why"] == "knows Lara Wise: introduction"
    assert found.loc["ann", "people"] == ("law",)
    assert found.loc["ann", "what_to_do"] == ("Ask Ann Lee for an introduction to Lara Wise")
    assert found.loc["olaf", "why"].startswith("was close to you once. Your tie: 72 dated")
    assert "knows Di Fay of Chess" in found.loc["deb", "why"]
    assert (found["evidence"] == "observed").all()
    assert found.loc["ann", "changes"].startswith("reach of Law and compliance 0 -> ")


def test_the_gains_add_up_to_what_is_gained(plan):
    found = plan(minutes=200)
    assert found["gain"].sum() == pytest.approx(found.attrs["gained"])
    assert 0 < found.attrs["gained"] <= 1
    targets = pd.DataFrame(found.attrs["targets"])
    assert targets["weight"].sum() == pytest.approx(1)
    assert set(targets["kind"]) == {"field", "community", "tie"}
    opened = (targets["after"] - targets["before"]) / (1 - targets["before"])
    assert (opened * targets["weight"]).sum() == pytest.approx(found.attrs["gained"])


def test_a_gain_by_hand(plan, contacts, clusters):
    # one target, one person who may lead there: the chance that ann passes the request on, that
    # the lawyer does, and that it leads to something
    found = plan(minutes=25, clusters=clusters.iloc[:0], hide=["olaf"])
    graph, curve = ng.build_graph(contacts), ng.Calibration()
    chance = curve.passes_on(graph.edges["ego", "ann"]["strength"])
    chance *= curve.chance(graph.edges["ann", "law"]["strength"])
    share = 0.5 / (0.5 + 0.25)  # the fields beside the dormant ties; there are no communities
    assert found["person_id"].tolist() == ["ann"]
    assert found["gain"].item() == pytest.approx(share * float(chance))
    assert found["leads"].item() == pytest.approx(float(chance))


def test_the_minutes_are_never_exceeded(plan):
    for minutes in (5, 10, 25, 34, 46, 120):
        assert plan(minutes=minutes)["minutes"].sum() <= minutes


def test_more_minutes_gain_no_less(plan):
    gained = [plan(minutes=m, mix=False).attrs["gained"] for m in (10, 25, 60, 120)]
    assert gained == sorted(gained)


def test_without_the_mix_the_best_is_taken_whatever_its_kind(plan, gaps, clusters):
    alone = plan(minutes=25, mix=False, gaps=gaps, clusters=clusters.iloc[:0])
    assert alone["kind"].tolist() == ["dormant"]  # ann gains half of a smaller chance
    assert "of the best" in alone.attrs["guarantee"]


def test_at_least_tells_how_near_the_best_the_plan_is(plan):
    found = plan(minutes=300, mix=False)
    assert found.attrs["at_least"] == pytest.approx(1)  # everybody fits, so nothing is better
    assert 0 < plan(minutes=25).attrs["at_least"] <= 1


def test_who_is_hidden_is_not_suggested(plan):
    assert "ann" in plan(minutes=200)["person_id"].tolist()
    assert "ann" not in plan(minutes=200, hide=["Ann Lee"])["person_id"].tolist()


def test_what_is_done_is_not_suggested_and_counts(plan):
    before, after = plan(minutes=200), plan(minutes=200, done=["ann"])
    assert "ann" not in after["person_id"].tolist()
    law = {row["code"]: row for row in after.attrs["targets"]}["LEGL"]
    assert law["before"] == pytest.approx(
        {row["code"]: row for row in before.attrs["targets"]}["LEGL"]["after"]
    )
    assert after.attrs["gained"] < before.attrs["gained"]


def test_costs_can_be_set(plan):
    found = plan(minutes=60, costs={"gap": 5})
    assert found.set_index("person_id").loc["ann", "minutes"] == 5
    assert plan(minutes=60, costs=dict.fromkeys(MINUTES, 15), mix=False).attrs["guarantee"] == (
        "at least 63% of the best (1 - 1/e, all acts costing the same)"
    )


def test_a_plan_on_observed_ties_is_kept_in_every_draw(plan):
    assert (plan(minutes=200)["kept"] == 1).all()


def test_an_uncertain_way_makes_an_uncertain_plan(contacts, gaps, clusters):
    # ann and deb may both know the lawyer, as likely as each other, and one of them can be asked
    graph = ng.build_graph(contacts)
    for person in ("ann", "deb"):
        graph.add_edge(person, "law", evidence="inferred", probability=0.4, kinds="employer")
    options = {"minutes": 25, "gaps": gaps, "clusters": clusters.iloc[:0], "hide": ["olaf"]}
    found = ng.plan_contacts(contacts, graph, **options)
    assert 0 < found["kept"].item() < 1
    assert found["evidence"].item() == "inferred"
    pd.testing.assert_frame_equal(found, ng.plan_contacts(contacts, graph, **options))
    graph.edges["ann", "law"].update(evidence="observed", probability=1.0)
    sure = ng.plan_contacts(contacts, graph, **options)
    assert (sure["person_id"].item(), sure["kept"].item()) == ("ann", 1)


def test_where_nothing_lacks_that_is_said(plan, gaps, clusters):
    found = plan(gaps=gaps.assign(verdict="covered"), clusters=clusters.iloc[:0], hide=["olaf"])
    assert found.empty
    assert "lead to what you lack: your tie to Olaf" in found.attrs["says"]


def test_too_few_minutes_are_said(plan):
    found = plan(minutes=5)
    assert found.empty
    assert found.attrs["says"] == (
        "5 minutes are too few: the shortest act that leads anywhere takes 10."
    )


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"minutes": 0}, "minutes is 0"),
        ({"minutes": float("nan")}, "minutes is nan"),
        ({"costs": {"call": 5}}, "no act is of the kind 'call'"),
        ({"costs": {"gap": -1}}, "gap is -1"),
        ({"hide": ["Anne Lee"]}, "Perhaps you mean 'Ann Lee'"),
        ({"done": ["nobody at all"]}, "nobody is known by 'nobody at all', given in done"),
    ],
)
def test_mistakes_are_told_with_a_remedy(plan, options, said):
    with pytest.raises(ng.NetgraphError) as told:
        plan(**options)
    assert said in str(told.value)


def test_a_graph_without_you_is_refused(contacts):
    with pytest.raises(ng.GraphError, match="you are not in the graph"):
        ng.plan_contacts(contacts, ng.build_graph(contacts, ego=False))


def test_a_bare_list_of_connections_has_a_sensible_answer(star):
    found = ng.plan_contacts(star)
    assert found.empty
    says = found.attrs["says"]
    assert "tells of nothing lacking" in says
    assert "Which fields you lack is not known: 0 of 3 contacts have a known field" in says
    assert "no message, mail or meeting is in your files" in says


def test_nobody_is_told_to_give_the_file_that_is_there(star):
    assert "LinkedIn's Connections.csv has them" in ng.plan_contacts(star).attrs["says"]
    people = star.people.assign(sources="linkedin.connections").astype({"sources": "str"})
    says = ng.plan_contacts(replace(star, people=people)).attrs["says"]
    assert "Connections.csv" not in says
    assert "an address book has them, too" in says


def test_what_is_not_known_is_not_claimed_to_be_opened(contacts, clusters):
    found = ng.plan_contacts(contacts, clusters=clusters)  # six contacts: no verdict on any field
    assert len(found)
    assert "%" not in found.attrs["says"]
    assert "6 of 6 contacts have a known field of work, and 150 are needed" in found.attrs["says"]
    assert found["field"].isna().all()


def test_the_graph_is_left_as_it_was(contacts, gaps, clusters):
    graph = ng.build_graph(contacts)
    before = nx.to_dict_of_dicts(graph)
    ng.plan_contacts(contacts, graph, gaps=gaps, clusters=clusters)
    assert nx.to_dict_of_dicts(graph) == before


def test_in_the_example_the_planted_brokers_lead_to_the_planted_gaps(example):
    contacts = example
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))
    profiles = contacts.identifiers.query("kind == 'linkedin'")
    person = pd.Series(profiles["person_id"].to_numpy(), profiles["value"].map(unquote))
    brokers = set(person[[each["person"] for each in truth["brokers"]]])
    found = ng.plan_contacts(contacts, minutes=240)
    assert set(found["kind"]) == {"gap", "dormant", "strong"}
    asked = found[found["field"].notna()]
    known = set(person[[p for people in truth["gaps"].values() for p in people]])
    assert len((brokers | known) & set(asked["person_id"])) >= 3
    assert set(found.loc[found["kind"] == "dormant", "person_id"]) <= set(person[truth["dormant"]])
    # nobody is asked for an introduction to somebody whom Mira knows already
    own = set(ng.build_graph(contacts)[contacts.ego])
    names = contacts.people["name"]
    assert not [w for w in asked["what_to_do"] for p in own if f"introduction to {names[p]}" in w]
    # the same question has the same answer as on the list of who leads to a gap
    leads = ng.find_gap_brokers(contacts, most=25).set_index(["person_id", "domain"])["chance"]
    for row in asked.itertuples():
        assert row.leads == pytest.approx(leads[row.person_id, row.field])


def test_what_is_opened_already_is_not_gained_again(plan):
    before, after = plan(minutes=25, done=["olaf"]), plan(minutes=25, hide=["olaf"])
    again = plan(minutes=200, done=["ann"], hide=["olaf"])
    assert before["person_id"].tolist() == after["person_id"].tolist()
    access = {row["code"]: row["before"] for row in after.attrs["targets"]}
    # a target's weight counts what access leaves open; of that, what ann opens is gone
    gained = sum(
        row["weight"] * (row["after"] - row["before"]) / (1 - access[row["code"]])
        for row in again.attrs["targets"]
    )
    assert again.attrs["gained"] == pytest.approx(gained)


@pytest.mark.parametrize("person", ["olaf", "ann"])  # dormant, and not
def test_the_plan_states_the_chance_that_a_path_states(plan, contacts, person):
    chance = plan(minutes=500, mix=False).set_index("person_id").loc[person, "chance"]
    way = ng.find_paths(ng.build_graph(contacts), person=person).iloc[0]
    assert chance == pytest.approx(way["chance"])


def test_a_field_in_which_somebody_surely_answers_is_no_target(plan, gaps):
    reached = gaps.assign(access=gaps["access"].mask(gaps.index == "LEGL", 0.99))
    assert "LEGL" not in {row["code"] for row in plan(gaps=reached).attrs["targets"]}


def test_whom_a_workspace_keeps_as_done_counts_as_turned_to(plan):
    settled = pd.DataFrame({"person_id": ["ann", "nobody here"], "what": "plan", "state": "done"})
    pd.testing.assert_frame_equal(plan(settled=settled), plan(done=["ann"]))
    again = pd.concat([settled, settled.assign(state="open")])
    pd.testing.assert_frame_equal(plan(settled=again), plan())
    assert not plan().equals(plan(done=["ann"]))


def test_who_is_in_a_community_by_inferred_ties_alone_may_belong_to_it(plan, contacts):
    graph = ng.build_graph(contacts)
    found = plan(graph=graph, minutes=500).set_index("person_id")
    assert found.loc["bo", ["evidence", "why"]].tolist() == ["observed", "belongs to Chess"]
    for one, other in (("bo", "cy"), ("cy", "di"), ("bo", "di")):
        graph.edges[one, other].update(evidence="inferred", probability=0.3, kinds="employer")
    found = plan(graph=graph, minutes=500).set_index("person_id")
    assert set(found.loc[found.index.isin(["bo", "cy"]), "evidence"]) == {"inferred"}
