"""Who leads to a gap."""

import networkx as nx
import numpy as np
import pandas as pd
import pytest

import netgraph as ng

from .conftest import network


def leads(contacts, code="LEGL", **options):
    return ng.find_gap_brokers(contacts, domains=[code], **options).set_index("person_id")


def test_observed_ties_are_a_company_and_career_are_b(circle):
    found = leads(circle)
    assert found["grade"].to_dict() == {"ann": "A", "bo": "B", "cy": "B"}
    assert found["evidence"].to_dict() == {"ann": "observed", "bo": "inferred", "cy": "inferred"}


def test_each_reason_is_said_with_those_who_stand_behind_it(circle):
    found = leads(circle)
    assert found.loc["ann", "why"] == "knows Judge: introduction"
    assert found.loc["ann", "people"] == ("judge",)
    assert "Acme" in found.loc["bo", "why"]
    assert found.loc["cy", "why"] == "has worked there: Lawyer at High Court until 2015"


def test_the_chance_is_that_they_pass_it_on_and_know_somebody(circle):
    found = leads(circle)
    strength = ng.build_graph(circle).edges["you", "ann"]["strength"]
    passes_on = float(ng.Calibration().passes_on(strength))
    assert found.loc["ann", "passes_on"] == pytest.approx(passes_on)
    assert found.loc["ann", "chance"] == pytest.approx(passes_on * found.loc["ann", "succeeds"])
    # the judge agrees, over the tie of the two; then 1 / (1 + exp(-0.85)) lead to something
    theirs = float(
        ng.Calibration().passes_on(ng.build_graph(circle).edges["ann", "judge"]["strength"])
    )
    assert found.loc["ann", "succeeds"] == pytest.approx(0.700567 * theirs)
    assert found.loc["bo", "knows"] == pytest.approx(0.5)  # two people in one office
    assert found.loc["cy", "knows"] == pytest.approx(0.6)


def test_the_best_come_first_and_only_so_many(circle):
    chances = leads(circle)["chance"]
    assert chances.is_monotonic_decreasing
    assert leads(circle, most=1).index.tolist() == ["ann"]


def test_the_gain_is_the_chance_times_one_more_person(circle):
    # Of five known fields none is legal: SOFT 3 (ann, cy, eve), HLTH 1; with a judge 3, 1, 1
    def effective(*counts):
        shares = np.array(counts) / sum(counts)
        return np.exp(-(shares * np.log(shares)).sum())

    found = leads(circle)
    more = effective(3, 1, 1) - effective(3, 1)
    assert found.loc["ann", "gain"] == pytest.approx(found.loc["ann", "chance"] * more)
    assert found.loc["ann", "new_people"] == 1  # you are not in touch with the judge


def test_no_path_is_said_in_those_words(circle):
    found = ng.find_gap_brokers(circle, domains=["AGRI"])
    assert found["grade"].tolist() == ["D"]
    assert found["why"].iloc[0].startswith("no path known")
    assert found["person_id"].isna().all()
    assert found["chance"].isna().all()
    assert "no path known" in found.attrs["says"]


def test_whom_you_know_there_comes_first_and_is_nobody_to_be_introduced_to():
    ties = [("you", "ann", "contact"), ("ann", "lee", "contact")]
    people = {
        "you": ("x", "SOFT", None),
        "ann": ("x", "SOFT", None),
        "lee": ("Judge", "LEGL", None),
    }
    stranger = leads(network(people, ties))
    friend = leads(network(people, [*ties, ("you", "lee", "contact")]))
    assert stranger.loc["ann", "knows"] == 1
    assert stranger.loc["ann", ["target", "direct"]].tolist() == ["lee", False]
    assert stranger.loc["ann", "what_to_do"] == "Ask Ann for an introduction to Lee"
    assert friend.index.tolist() == ["lee", "ann"]
    assert friend["direct"].tolist() == [True, False]
    assert friend.loc["lee", "why"] == "works there: Judge"
    assert friend.loc["lee", "what_to_do"] == (
        "Ask Lee for advice on Law and compliance, and whom else to talk to there"
    )
    assert friend.loc["lee", "chance"] == friend.loc["lee", "passes_on"]  # titles are trusted here
    assert friend["target"].isna().all()
    assert friend.loc["ann", "what_to_do"] == (
        "Ask Ann whom they know in Law and compliance beside Lee"
    )
    # of the one whom ann knows and four of the usual mix (half of two work there), 3 of 5 do;
    # one in five is not seen: for one who is, a quarter of one who is not
    assert friend.loc["ann", "knows"] == pytest.approx(1 - (1 - 3 / 5) ** (1 / 4))
    assert friend.loc["ann", "grade"] == "B"


def test_the_tie_to_each_is_told_in_words(circle):
    said = leads(circle)["tie"]
    assert set(said) == {"no exchange is in your files"}


def test_a_row_in_words_multiplies_to_its_chance(circle):
    row = leads(circle).loc["ann"]
    told = ng.lead_in_words(row)
    assert told.startswith(f"{row['chance']:.0%}".replace("%", " %") + " that asking them leads")
    assert row["passes_on"] * row["knows"] * row["succeeds"] == pytest.approx(row["chance"])


def test_of_each_kind_so_many_are_given():
    people = {"you": ("x", "SOFT", None)} | {f"j{i}": ("Judge", "LEGL", None) for i in range(4)}
    people |= {f"p{i}": ("x", "SOFT", None) for i in range(4)}
    ties = [("you", person, "contact") for person in people if person != "you"]
    ties += [(f"p{i}", f"j{i}", "introduction") for i in range(4)]
    found = leads(network(people, ties), most=2)
    assert found["direct"].tolist() == [True, True, False, False]


def test_a_community_is_looked_at_only_where_nothing_else_leads():
    # six people in one clique but for the tie of ann and the judge; only cy knows her
    people = {"you": ("x", "SOFT", None), "judge": ("Judge", "LEGL", None)}
    group = ["ann", "bo", "cy"]
    people |= dict.fromkeys(group, ("x", "SOFT", None))
    ties = [("you", "ann", "contact"), ("you", "bo", "contact")]
    ties += [("ann", "bo", "thread"), ("ann", "cy", "thread"), ("bo", "cy", "thread")]
    ties += [("cy", "judge", "thread")]
    contacts = network(people, ties)
    clusters = pd.DataFrame(
        {"cluster": pd.array([0, 0, 0, 0], dtype="Int64"), "label": "The choir"},
        index=["ann", "bo", "cy", "judge"],
    )
    found = leads(contacts, clusters=clusters)
    # both know cy, who knows her: two ties that were seen, and a community of which 4 of 6
    # pairs are tied
    assert found["grade"].to_dict() == {"ann": "B", "bo": "B"}
    assert found.loc["ann", "knows"] == pytest.approx(1)
    assert found.loc["ann", "what_to_do"] == (
        "Ask Ann, who is to ask Cy, for an introduction to Judge"
    )
    assert found.loc["ann", "why"].startswith("knows Cy, who knows Judge there; ")
    assert "The choir" in found.loc["ann", "why"]
    assert "knows 2 people (2 is usual there)" in found.loc["ann", "why"]
    apart = network(
        people, [tie for tie in ties if "cy" not in tie[:2]] + [("cy", "judge", "edge")]
    )
    guessed = leads(apart, clusters=clusters)
    assert guessed["grade"].to_dict() == {"ann": "C", "bo": "C"}
    assert guessed.loc["ann", "knows"] == pytest.approx(2 / 6)  # 2 of 6 pairs are tied
    nearer = network(people, [*ties, ("you", "cy", "contact")])
    assert leads(nearer, clusters=clusters)["grade"].to_dict() == {"cy": "A"}


def test_a_misread_title_counts_less(circle):
    gaps = ng.find_gaps(circle)
    gaps.loc["LEGL", "trust"] = 0.5
    assert ng.find_gap_brokers(circle, gaps, domains=["LEGL"])["knows"].max() == pytest.approx(0.6)


def test_the_hint_of_a_company_is_weak(circle):
    people = circle.people.assign(domain_hint=None)
    people.loc["eve", ["domain", "domain_hint", "company"]] = [None, "LEGL", "Lee Law"]
    hinted = ng.Contacts(people=people, ties=circle.ties)
    row = leads(hinted).loc["eve"]
    assert (row["grade"], row["knows"]) == ("B", 0.4)
    assert "Lee Law" in row["why"]


def test_without_a_gap_nobody_is_looked_for_and_that_is_said(circle):
    found = ng.find_gap_brokers(circle)  # far too few contacts for a verdict
    assert found.empty
    assert "146 more are missing" in found.attrs["says"]


def test_without_an_ego_the_chance_is_that_they_know_somebody(circle):
    people = circle.people.drop("you")
    ties = circle.ties[circle.ties["source"] != "you"]
    found = leads(ng.Contacts(people=people, ties=ties)).loc["ann"]
    assert np.isnan(found["passes_on"])
    assert found["chance"] == found["knows"]


def test_a_graph_without_you_is_refused(circle):
    with pytest.raises(ng.GraphError, match="you are not in the graph"):
        ng.find_gap_brokers(circle, graph=ng.build_graph(circle, ego=False))
    with pytest.raises(ng.UnknownNameError, match="Did you mean Law and compliance"):
        ng.find_gap_brokers(circle, domains=["LEGAL"])


def test_nobody_leads_to_no_crash():
    assert ng.find_gap_brokers(ng.Contacts()).empty
    assert ng.find_gap_brokers(ng.Contacts(), domains=["LEGL"])["grade"].tolist() == ["D"]


def test_gaps_carry_the_best_broker_where_a_graph_is_given():
    people = {"you": ("x", "SOFT", None), "judge": ("Judge", "LEGL", None)}
    people |= {f"p{i}": ("x", "SOFT", None) for i in range(160)}
    ties = [("you", person, "contact") for person in people if person.startswith("p")]
    contacts = network(people, [*ties, ("p7", "judge", "introduction")])
    gaps = ng.find_gaps(contacts, graph=ng.build_graph(contacts))
    assert gaps.loc["LEGL", ["verdict", "broker", "grade"]].tolist() == ["gap", "p7", "A"]
    assert gaps.loc["LEGL", "gain"] > 0
    assert gaps.loc["HLTH", "grade"] == "D"
    assert gaps.loc["SOFT", ["broker", "grade"]].isna().all()  # covered: not looked for
    assert ng.find_gaps(contacts)["broker"].isna().all()


def test_communities_of_a_star_lead_nowhere():
    star = nx.star_graph(["you", "ann", "bo"])
    contacts = network(
        {"you": ("x", "SOFT", None), "ann": ("x", "SOFT", None), "bo": ("x", "SOFT", None)},
        [(one, two, "contact") for one, two in star.edges],
    )
    assert leads(contacts)["grade"].tolist() == ["D"]


def test_who_knows_more_people_is_likelier_to_know_somebody_there():
    # ann knows five people and bo one; the judge is somewhere else
    people = {"you": ("x", "SOFT", None), "judge": ("Judge", "LEGL", None)}
    people |= dict.fromkeys(["ann", "bo", *"abcdef"], ("x", "SOFT", None))
    ties = [("you", "ann", "contact"), ("you", "bo", "contact"), ("f", "judge", "thread")]
    ties += [("ann", other, "thread") for other in "abcde"] + [("bo", "a", "thread")]
    clusters = pd.DataFrame({"cluster": pd.array([], dtype="Int64"), "label": []}, index=[])
    found = leads(network(people, ties), clusters=clusters)
    assert found.index.tolist() == ["ann", "bo"]
    assert set(found["grade"]) == {"C"}
    # one of nine others is a judge, and a quarter of as many acquaintances is not seen
    assert found.loc["ann", "knows"] == pytest.approx(1 - (8 / 9) ** (5 / 4))
    assert "a guess" in found.loc["ann", "why"]
    assert "knows 5 people" in found.loc["ann", "why"].replace("they know", "knows")


def test_who_is_hidden_from_suggestions_leads_nowhere(circle):
    hidden = ng.Contacts(
        people=circle.people.assign(tags=pd.Series({"ann": "hidden from suggestions"})),
        ties=circle.ties,
        affiliations=circle.affiliations,
    )
    assert "ann" in leads(circle).index
    assert "ann" not in leads(hidden).index
    graph = ng.build_graph(hidden)
    assert "ann" in [way[1] for way in ng.find_paths(graph, domain="LEGL")["route"]]
    ways = ng.find_paths(graph, domain="LEGL", contacts=hidden, k=9)
    assert "ann" not in [person for way in ways["route"] for person in way]
    assert ng.find_paths(graph, person="judge", contacts=hidden)["route"].str[1].tolist() == ["bo"]
    assert ng.find_paths(graph, person="ann", contacts=hidden)["target"].iloc[0] == "ann"
