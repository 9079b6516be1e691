"""Adjacency: a network as arrays, the form that the kernels read."""

from netgraph.adjacency._adjacency import (
    Adjacency,
    check_graph,
    has_direction,
    to_undirected,
)
from netgraph.adjacency._rows import person_index

__all__ = ["Adjacency", "check_graph", "has_direction", "person_index", "to_undirected"]
