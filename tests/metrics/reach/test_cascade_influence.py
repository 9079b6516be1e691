"""Independent cascades."""

from itertools import product

import networkx as nx
import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import cascade_influence


def every_cascade(graph, probability):
    """Mean over all networks of live ties."""
    ties = list(graph.edges)
    influence = dict.fromkeys(graph, 0.0)
    for live in product([False, True], repeat=len(ties)):
        chance = np.prod([probability if on else 1 - probability for on in live])
        left = nx.create_empty_copy(graph)
        left.add_edges_from(tie for tie, on in zip(ties, live, strict=True) if on)
        for part in nx.connected_components(left):
            for person in part:
                influence[person] += chance * len(part)
    return influence


def test_it_is_within_its_error_of_the_mean_over_all_networks(paw):
    told = cascade_influence(paw, probability=0.3, draws=4000, seed=2)
    for person, exact in every_cascade(paw, 0.3).items():
        assert abs(told.loc[person, "influence"] - exact) < 4 * told.loc[person, "standard_error"]
        assert told.loc[person, "standard_error"] < 0.02


def test_certain_and_impossible_ties():
    graph = nx.Graph()
    graph.add_edge("ann", "bo", chance=1.0)
    graph.add_edge("bo", "cy", chance=0.0)
    told = cascade_influence(graph, probability="chance", draws=5)
    assert told["influence"].tolist() == [2, 2, 1]
    assert (told["standard_error"] == 0).all()


def test_the_seed_repeats_it(kite):
    one, two = (cascade_influence(kite, draws=20, seed=4) for _ in range(2))
    assert one.equals(two)
    assert not one.equals(cascade_influence(kite, draws=20, seed=5))


def test_unfit_arguments_are_refused(kite, own_star):
    for wrong in (1.5, -0.1, float("nan")):
        with pytest.raises(ng.GraphError, match="probability"):
            cascade_influence(kite, probability=wrong)
    with pytest.raises(ng.GraphError, match="draws is 1"):
        cascade_influence(kite, draws=1)
    with pytest.raises(ng.GraphError, match="to_undirected"):
        cascade_influence(nx.DiGraph(kite))
    told = cascade_influence(own_star, draws=2)
    assert told.isna().all().all()
    assert "no tie among contacts" in told.attrs["withheld"]
    assert cascade_influence(nx.Graph(), draws=2).empty
