"""The likeliest ways to somebody, told with their evidence; and that there is none."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng


def tied(*ties, ego="ego", **people):
    """Make a graph: ties are two names, a strength and perhaps a probability if inferred."""
    graph = nx.Graph(ego=ego, personal=True)
    for one, two, strength, *probability in ties:
        how = "inferred" if probability else "observed"
        likely = probability[0] if probability else 1.0
        kinds = "employer" if probability else "contact"
        graph.add_edge(
            one, two, strength=strength, probability=likely, evidence=how, kinds=kinds, count=0
        )
    for person in graph:
        known = people.get(person, {})
        graph.nodes[person].update({"name": person.title(), "is_ego": person == ego} | known)
    return graph


CURVE = ng.Calibration()
STRONG, WEAK = 0.7, 0.1
G = {strength: float(CURVE.passes_on(strength)) for strength in (STRONG, WEAK)}
H = 0.700567  # 1 / (1 + exp(-0.85)): an introduction leads to something


@pytest.fixture
def diamond():
    """You reach Zoe over Ann (strong, weak), over Bo (weak, strong) or over Cy (both weak)."""
    return tied(
        ("ego", "ann", STRONG), ("ann", "zoe", WEAK),
        ("ego", "bo", WEAK), ("bo", "zoe", STRONG),
        ("ego", "cy", WEAK), ("cy", "zoe", WEAK),
    )  # fmt: skip


def test_a_way_is_as_likely_as_all_its_ties_together(diamond):
    paths = ng.find_paths(diamond, person="zoe")
    assert paths["route"].tolist() == [
        ("ego", "ann", "zoe"), ("ego", "bo", "zoe"), ("ego", "cy", "zoe"),
    ]  # fmt: skip
    assert paths["probability"].tolist() == pytest.approx(
        [H * G[STRONG] * G[WEAK], H * G[STRONG] * G[WEAK], H * G[WEAK] ** 2], rel=1e-5
    )
    assert paths["hops"].tolist() == [2, 2, 2]
    assert paths["weakest_tie"].tolist()[:2] == [("ann", "zoe"), ("ego", "bo")]
    assert paths["weakest_chance"].tolist() == pytest.approx([G[WEAK]] * 3)
    assert paths["chances"].iloc[0] == pytest.approx((G[STRONG], G[WEAK]))
    assert (paths["low"] < paths["probability"]).all()
    assert (paths["probability"] < paths["high"]).all()
    assert paths.attrs["status"] == "found"
    assert paths.attrs["basis"] == CURVE.basis


def test_an_alternative_does_not_share_the_weakest_tie_if_it_can():
    # over Ann, Dee's ways share the weak tie ego-ann; the one over Bo is less likely, and comes
    graph = tied(
        ("ego", "ann", WEAK), ("ann", "dee", 0.9), ("ann", "eve", 0.85), ("eve", "dee", 0.85),
        ("ego", "bo", WEAK), ("bo", "dee", 0.05),
    )  # fmt: skip
    paths = ng.find_paths(graph, person="dee", k=2)
    assert [route[1] for route in paths["route"]] == ["ann", "bo"]
    assert not paths["shares_weakest"].any()
    further = ng.find_paths(graph, person="dee", k=3)
    shared = further[further["shares_weakest"]]
    assert shared["route"].tolist() == [("ego", "ann", "eve", "dee")]


@pytest.mark.parametrize("seed", range(5))
def test_the_first_ways_are_those_of_an_exhaustive_search(seed):
    rng = np.random.default_rng(seed)
    plain = nx.gnm_random_graph(9, 16, seed=seed)
    graph = tied(
        *((f"p{a}", f"p{b}", float(rng.random())) for a, b in plain.edges), ego="p0"
    )  # fmt: skip
    if "p0" not in graph or "p8" not in graph:
        pytest.skip("an end has no tie")
    curve = ng.Calibration(success=(-0.5, 2.0))
    every = nx.all_simple_paths(graph, "p0", "p8", cutoff=4)
    chance = {
        tuple(route): float(
            np.prod(
                [curve.passes_on(graph.edges[tie]["strength"]) for tie in nx.utils.pairwise(route)]
            )
            # everybody between the ends introduces once, over the tie onward
            * np.prod(
                [
                    curve.succeeds(graph.edges[tie]["strength"])
                    for tie in nx.utils.pairwise(route[1:])
                ]
            )
        )
        for route in every
    }
    paths = ng.find_paths(graph, person="p8", k=50, calibration=curve)
    found = dict(zip(paths["route"], paths["probability"], strict=True))
    best = max(chance, key=chance.get)
    assert best in found
    assert found == pytest.approx({route: chance[route] for route in found})
    further = paths[paths["hops"] > 1]
    begun = further["route"].str[1].duplicated()
    assert further.loc[~begun, "through"].is_monotonic_decreasing
    assert begun.is_monotonic_increasing  # who has been named already comes last
    assert (paths["through"] >= paths["probability"] - 1e-12).all()
    assert not paths["route"].duplicated().any()
    assert sorted(chance.values())[-3:] == pytest.approx(sorted(found.values())[-3:])


def test_an_inferred_tie_is_marked_and_may_not_exist():
    graph = tied(("ego", "ann", STRONG), ("ann", "zoe", 0.2, 0.5))
    graph.edges["ann", "zoe"].update(organisation="Acme", together="2019 to 2021")
    paths = ng.find_paths(graph, person="zoe")
    assert paths["inferred"].tolist() == [1]
    assert paths["probability"].iloc[0] == pytest.approx(G[STRONG] * 0.5 * CURVE.chance(0.2))
    assert paths["succeeds"].iloc[0] == pytest.approx((H,))
    assert paths["low"].iloc[0] == 0
    assert paths["evidence"].iloc[0] == (
        "connected",
        "inferred (50 %): both at Acme, 2019 to 2021",
    )
    assert paths.attrs["says"].endswith(
        "Ask first whether Ann and Zoe know each other: that is inferred."
    )


def test_the_next_step_names_whom_to_ask(diamond):
    says = ng.find_paths(diamond, person="zoe").attrs["says"]
    assert says.startswith("Ask Ann for an introduction to Zoe (")
    assert "The weakest tie is that of Ann and Zoe" in says
    other = ng.find_paths(diamond, person="ann", source="cy").attrs["says"]
    assert other.startswith("Cy: Ask you for an introduction to Ann")


def test_you_know_them(diamond):
    paths = ng.find_paths(diamond, person="ann")
    assert paths.attrs["status"] == "you know them"
    assert paths.attrs["says"].startswith("You know Ann. Write to Ann (")
    assert paths.attrs["known"] == ["ann"]
    assert paths["route"].iloc[0] == ("ego", "ann")


def test_no_path_is_told_apart_from_not_looked_at():
    graph = tied(("ego", "ann", STRONG), ("yan", "zoe", STRONG))
    nowhere = ng.find_paths(graph, person="zoe")
    assert nowhere.empty
    assert nowhere.attrs["status"] == "no path known"
    assert nowhere.attrs["says"] == "No path is known to Zoe."
    chain = tied(*[(f"p{n}", f"p{n + 1}", STRONG) for n in range(6)], ego="p0")
    assert ng.find_paths(chain, person="p4").attrs["status"] == "found"
    far = ng.find_paths(chain, person="p5")
    assert far.attrs["status"] == "not looked at"
    assert "more than 4 ties" in far.attrs["says"]
    graph.graph["inferred"] = False
    observed = ng.find_paths(graph, person="zoe")
    assert observed.attrs["status"] == "not looked at"
    assert "inferred ties are not in this graph" in observed.attrs["says"]


def test_a_graph_without_you_was_not_looked_at(office):
    paths = ng.find_paths(ng.build_graph(office, ego=False), person="Ann Lee")
    assert paths.attrs["status"] == "not looked at"
    assert "ego=True" in paths.attrs["says"]
    assert paths.attrs["matched"] == ["ann"]
    told = ng.find_paths(ng.build_graph(office, ego=False), person="Eva", source="Ann Lee")
    assert told["route"].iloc[0] == ("ann", "cy", "eva")


def test_people_at_a_company_and_those_who_were(office):
    graph = ng.build_graph(office)
    now = ng.find_paths(graph, company="acme", k=9)
    assert now.attrs["matched"] == ["ann", "bo", "cy"]
    assert now.attrs["says"].startswith("You know 3 people who work at acme.")
    assert "Former employers were not looked at" in now.attrs["says"]
    stay = pd.DataFrame(
        {"person_id": ["eva"], "organisation": ["Acme, Inc."], "kind": ["employer"], "end": "2019"}
    )
    once = ng.merge([office, ng.Contacts(people=office.people.loc[["eva"]], affiliations=stay)])
    both = ng.find_paths(graph, company="Acme", contacts=once, k=9)
    assert both.attrs["former"] == ["eva"]
    assert "You know 4 people who work at Acme (1 formerly)." in both.attrs["says"]
    people = office.people.assign(company=None)
    former = ng.merge(
        [ng.Contacts(people=people), ng.Contacts(people=people.loc[["eva"]], affiliations=stay)]
    )
    gone = ng.build_graph(office)
    for person in gone:
        gone.nodes[person]["company"] = None
    only = ng.find_paths(gone, company="Acme", contacts=former)
    assert only.attrs["says"].startswith("You know 1 person who has worked at Acme. Write to")
    assert "not looked at" not in both.attrs["says"]
    why = both.drop_duplicates("target").set_index("target")["why"]
    assert why["eva"] == "worked at Acme, Inc. until 2019"
    assert why["cy"] == "works at Acme as Lawyer"


def test_that_only_direct_contacts_are_known_at_a_company_is_said():
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo"], "company": [None, "Acme", "Acme"],
         "is_ego": [True, False, False]}, index=["ego", "ann", "bo"],
    )  # fmt: skip
    ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    contacts = ng.Contacts(people=people, ties=ties)
    both = ng.find_paths(ng.build_graph(contacts), company="Acme", contacts=contacts)
    assert "Nobody beyond these direct contacts is known there" in both.attrs["says"]
    ties = pd.DataFrame({"source": ["ego", "ann"], "target": ["ann", "bo"], "kind": "contact"})
    contacts = ng.Contacts(people=people, ties=ties)
    one = ng.find_paths(ng.build_graph(contacts), company="Acme", contacts=contacts)
    assert "Nobody beyond" not in one.attrs["says"]


def test_a_company_of_a_similar_name_is_another(office):
    people = office.people.assign(company=office.people["company"].replace("Beta", "Epic Games"))
    games = ng.Contacts(people=people, ties=office.ties)
    epic = ng.find_paths(ng.build_graph(games), company="Epic", contacts=games)
    assert epic.empty
    assert epic.attrs["status"] == "no path known"
    assert epic.attrs["says"] == (
        "Nobody else in this network is known to work at Epic. "
        "Did you mean Epic Games? As names tell, that is another company."
    )


@pytest.mark.parametrize("domain", ["LEGL", "legl", "Law and compliance", "law", "Legal"])
def test_a_field_of_work_by_code_name_or_trade(office, domain):
    paths = ng.find_paths(ng.build_graph(office), domain=domain)
    assert paths.attrs["matched"] == ["cy"]
    assert paths["why"].iloc[0] == "Lawyer at Acme"
    assert "1 person who works in Law and compliance" in paths.attrs["says"]


def test_a_field_that_nobody_works_in(office):
    paths = ng.find_paths(ng.build_graph(office), domain="AGRI")
    assert paths.attrs["says"] == (
        "Nobody else in this network is known to work in Agriculture, forestry and fishing."
    )


def test_a_title_by_the_beginnings_of_its_words(office):
    assert ng.find_paths(ng.build_graph(office), title="engin").attrs["matched"] == ["ann", "bo"]
    assert ng.find_paths(ng.build_graph(office), title="gineer").attrs["matched"] == []


def test_who_is_asked_for_fits_all_that_is_said(office):
    both = ng.find_paths(ng.build_graph(office), title="Lawyer", company="Acme")
    assert both.attrs["matched"] == ["cy"]
    assert ng.find_paths(ng.build_graph(office), title="Nurse", company="Acme").empty


def test_a_person_by_name_id_or_address(office):
    address = pd.DataFrame({"person_id": ["ann"], "kind": ["email"], "value": ["ann@acme.example"]})
    known = ng.merge([office, ng.Contacts(people=office.people, identifiers=address)])
    graph = ng.build_graph(known)
    for text in ("ann", "ANN LEE", "ánn", "lee", "Ann@Acme.example"):
        found = ng.find_paths(graph, person=text, contacts=known)
        assert found.attrs["matched"] == ["ann"], text


def test_a_person_who_is_nobody_gets_the_nearest_names(office):
    with pytest.raises(ng.UnknownNameError, match=r"Perhaps you mean 'Ann Lee' \[ann\]") as told:
        ng.find_paths(ng.build_graph(office), person="Anne Lea")
    assert told.value.near[0] == "ann"
    assert not told.value.meant


def test_a_name_that_fifty_people_bear_is_told_with_the_nearest_first():
    ties = [("ego", f"p{n}", WEAK) for n in range(50)] + [("ego", "last", STRONG)]
    graph = tied(*ties)
    for person in graph:
        graph.nodes[person]["name"] = f"Kim {person}"  # you, too
    graph.nodes["last"]["title"] = "Judge"
    with pytest.raises(ng.UnknownNameError) as told:
        ng.find_paths(graph, person="Kim p")
    assert str(told.value).startswith("50 people are meant by 'Kim p': Kim p0, no title [p0]; ")
    with pytest.raises(
        ng.UnknownNameError, match=r"51 people are meant.*: Kim last, Judge"
    ) as told:
        ng.find_paths(graph, person="Kim")
    assert "and 46 more" in str(told.value)
    assert len(told.value.meant) == 51
    assert told.value.meant[0] == "last"
    assert "the company beside the name" in str(told.value)


def test_one_who_stands_in_the_files_without_a_tie(office):
    stranger = ng.Contacts(people=pd.DataFrame({"name": ["Zoe Far"]}, index=["zoe"]))
    wider = ng.merge([office, stranger])
    paths = ng.find_paths(ng.build_graph(wider), person="Zoe", contacts=wider)
    assert paths.attrs["status"] == "no path known"
    assert paths.attrs["says"] == "Zoe Far stands in your files, but no tie to anybody is known."


def test_the_id_of_one_without_a_tie_is_nobody_elses_name(office):
    stranger = ng.Contacts(people=pd.DataFrame({"name": ["Zoe Far"]}, index=["lee"]))
    wider = ng.merge([office, stranger])
    paths = ng.find_paths(ng.build_graph(wider), person="lee", contacts=wider)
    assert paths.attrs["matched"] == ["lee"]  # and not Ann Lee
    assert paths.attrs["status"] == "no path known"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({}, "nobody is asked for"),
        ({"person": " "}, "the person is empty"),
        ({"company": ""}, "the company is empty"),
        ({"title": ""}, "the title is empty"),
        ({"domain": ""}, "the domain is empty"),
        ({"domain": "Wizardry"}, "'Wizardry' names no domain"),
        ({"person": "ann", "k": 0}, "k is 0"),
        ({"person": "ann", "source": "acme"}, "nobody is known by 'acme'"),
        ({"title": "☃"}, None),
        ({"title": "x" * 10_000}, None),
        ({"company": "Freelance"}, None),
    ],
)
def test_what_cannot_be_asked_for(office, asked, message):
    graph = ng.build_graph(office)
    if message is None:
        assert ng.find_paths(graph, **asked).attrs["status"] == "no path known"
        return
    with pytest.raises(ng.NetgraphError, match=message):
        ng.find_paths(graph, **asked)


def test_what_is_asked_changes_neither_graph_nor_contacts(office):
    graph = ng.build_graph(office)
    before = nx.node_link_data(graph, edges="links")
    ng.find_paths(graph, company="Acme", contacts=office)
    assert nx.node_link_data(graph, edges="links") == before
