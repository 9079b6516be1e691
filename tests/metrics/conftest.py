"""Networks small enough to check on paper."""

import networkx as nx
import pytest

BORGATTI = {
    ("A", "B"): 2,
    ("A", "F"): 3,
    ("A", "G"): 5,
    ("A", "E"): 2,
    ("E", "G"): 8,
    ("F", "G"): 3,
    ("B", "G"): 4,
    ("B", "D"): 1,
    ("D", "G"): 3,
    ("G", "C"): 10,
}


@pytest.fixture
def kite():
    """Krackhardt's kite, whose people have fields of work; one of them is not known."""
    graph = nx.krackhardt_kite_graph()
    domains = ["law", "law", "art", "law", "art", "tech", "tech", "law", None, "art"]
    nx.set_node_attributes(graph, dict(enumerate(domains)), "domain")
    nx.set_edge_attributes(graph, {tie: 1 + sum(tie) % 4 for tie in graph.edges}, "weight")
    return graph


@pytest.fixture
def lawyers():
    """You know two lawyers, an artist and one whose work is not known; the lawyers are friends."""
    graph = nx.star_graph(["you", "ann", "bo", "cy", "dee"])
    graph.add_edge("ann", "bo")
    domains = {"you": "law", "ann": "law", "bo": "law", "cy": "art", "dee": float("nan")}
    nx.set_node_attributes(graph, domains, "domain")
    return graph


@pytest.fixture
def paw():
    """You know Ann, Bo and Cy; of these, Ann and Bo know each other."""
    return nx.Graph([("you", "ann"), ("you", "bo"), ("you", "cy"), ("ann", "bo")])


@pytest.fixture
def own_star():
    """Your own network as a LinkedIn export tells it: no tie among contacts."""
    graph = nx.star_graph(["you", "ann", "bo", "cy"])
    graph.graph.update(personal=True, ego="you")
    domains = {"you": "law", "ann": "law", "bo": "law", "cy": "art"}
    nx.set_node_attributes(graph, domains, "domain")
    return graph


@pytest.fixture
def borgatti():
    """The network of Borgatti (1997, figure 1), with weights."""
    graph = nx.Graph()
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in BORGATTI.items())
    return graph


@pytest.fixture
def directed():
    """Three people: 0 and 1 name each other, 0 names 2, and 2 names 1."""
    graph = nx.DiGraph()
    graph.add_weighted_edges_from([(0, 1, 2), (0, 2, 2), (1, 0, 1), (2, 1, 1)])
    return graph


@pytest.fixture
def triangle():
    """You and Ann are twice as close as the other two pairs are."""
    graph = nx.Graph()
    graph.add_weighted_edges_from([("you", "ann", 2), ("you", "bo", 1), ("ann", "bo", 1)])
    return graph
