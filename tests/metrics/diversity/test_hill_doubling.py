"""The law that sets Hill numbers apart: two circles without a common category add up."""

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netgraph.metrics import hill_number


@settings(max_examples=30, deadline=None)  # the machine may be busy
@given(
    st.lists(st.sampled_from("abcd"), min_size=1, max_size=10),
    st.sampled_from([0.0, 0.3, 1.0, 2.0, 5.0, float("inf")]),
)
def test_two_circles_of_other_categories_are_twice_as_diverse(contacts, q):
    once = dict(enumerate(contacts, start=1))
    other = {len(contacts) + n: f"other {c}" for n, c in once.items()}
    one, two = nx.star_graph(len(contacts)), nx.star_graph(2 * len(contacts))
    nx.set_node_attributes(one, once, "domain")
    nx.set_node_attributes(two, {**once, **other}, "domain")
    assert hill_number(two, q=q)[0] == pytest.approx(2 * hill_number(one, q=q)[0])
