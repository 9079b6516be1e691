"""Simpson's unbiased index."""

from itertools import combinations

import networkx as nx
import numpy as np
import pytest

from netgraph.metrics import blau_index, simpson_index


def test_one_pair_of_three_is_alike(lawyers):
    # law, law, art: 1 - 2 x 1 / (3 x 2) = 2/3
    assert simpson_index(lawyers)["you"] == pytest.approx(2 / 3)


def test_a_single_contact_is_no_pair(lawyers):
    assert np.isnan(simpson_index(lawyers)["cy"])


def test_it_is_the_mean_of_all_samples_of_two():
    contacts = ["law"] * 3 + ["art"] * 2 + ["tech"]
    graph = nx.star_graph(len(contacts))
    nx.set_node_attributes(graph, dict(enumerate(contacts, start=1)), "domain")
    differ = [one != two for one, two in combinations(contacts, 2)]
    assert simpson_index(graph)[0] == pytest.approx(np.mean(differ))
    assert blau_index(graph)[0] < simpson_index(graph)[0]
