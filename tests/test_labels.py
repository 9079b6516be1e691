"""What names a group of people."""

import networkx as nx
import pandas as pd

from netgraph.labels import describe_members


def network(traits):
    graph = nx.Graph()
    graph.add_nodes_from(traits.items())
    return graph


def groups(*sizes):
    ids = [f"p{i}" for i in range(sum(sizes))]
    numbers = [k for k, size in enumerate(sizes) for _ in range(size)]
    return pd.Series(numbers, index=ids, dtype="Int64")


def test_an_over_represented_company_names_the_group_with_its_support():
    member = groups(9, 30)
    traits = {
        p: {"company": "Acme GmbH" if i < 7 else f"Firm {i}"} for i, p in enumerate(member.index)
    }
    named = describe_members(network(traits), member)
    assert named.loc[0, ["label", "support", "feature"]].tolist() == [
        "Acme GmbH",
        "7 of 9",
        "company",
    ]


def test_what_everybody_shares_names_nobody():
    member = groups(9, 30)
    traits = {p: {"domain": "SOFT"} for p in member.index}
    named = describe_members(network(traits), member)
    assert named["label"].tolist() == ["Cluster 1", "Cluster 2"]
    assert named[["support", "feature"]].isna().all(axis=None)


def test_two_of_nine_are_no_name():
    member = groups(9, 60)
    traits = {p: {"company": "Acme" if i < 2 else f"Firm {i}"} for i, p in enumerate(member.index)}
    assert describe_members(network(traits), member)["label"].tolist() == ["Cluster 1", "Cluster 2"]


def test_people_in_no_group_count_as_the_rest():
    member = groups(6, 40).where(lambda g: g == 0)
    traits = {p: {"groups": "Chess club" if i < 6 else "Choir"} for i, p in enumerate(member.index)}
    named = describe_members(network(traits), member)
    assert named.loc[0, ["label", "support"]].tolist() == ["Chess club", "6 of 6"]
    assert len(named) == 1


def test_in_a_tiny_network_an_exclusive_trait_names_the_group():
    member = groups(3, 2).where(lambda g: g == 0)
    traits = {p: {"company": "Acme" if i < 3 else f"F{i}"} for i, p in enumerate(member.index)}
    named = describe_members(network(traits), member)
    assert named.loc[0, ["label", "support"]].tolist() == ["Acme", "3 of 3"]


def test_two_groups_do_not_get_one_name():
    member = groups(8, 8, 60)
    traits = {p: {"company": "Acme" if i < 16 else f"Firm {i}"} for i, p in enumerate(member.index)}
    named = describe_members(network(traits), member)
    assert named["label"].tolist() == ["Acme", "Acme (2)", "Cluster 3"]


def test_a_word_that_many_titles_share_names_a_group_that_no_title_does():
    member = groups(12, 60)
    titles = ["Guild statutes", "Reading in the Guild", "Guild dinner", "Metadata"]
    traits = {
        p: {"groups": titles[i % 4]} if i < 12 else {"groups": f"Thread {i}"}
        for i, p in enumerate(member.index)
    }
    named = describe_members(network(traits), member)
    assert named.loc[0, ["label", "support"]].tolist() == ["Guild", "9 of 12"]


def test_a_company_that_nobody_else_works_for_beats_a_common_field():
    member = groups(10, 60)
    traits = {
        p: {"company": "Acme", "domain": "SOFT"}
        if i < 10
        else {"company": f"F{i}", "domain": "SOFT" if i < 20 else "LEGL"}
        for i, p in enumerate(member.index)
    }
    assert describe_members(network(traits), member).loc[0, "label"] == "Acme"
