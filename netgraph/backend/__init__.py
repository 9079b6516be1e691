"""netgraph as a backend of networkx: `nx.constraint(graph, backend="netgraph")`.

networkx finds it through the entry points ``networkx.backend_info`` (this file,
read whenever networkx is imported, so it imports nothing) and
``networkx.backends`` (`netgraph.backend.dispatch`, read on first use).
"""

from __future__ import annotations

from typing import Any

_LOOPS = (
    "Ties of a person with themselves are left out, where networkx counts them as contacts; a tie "
    "of weight zero is no contact; negative weights, those that are no number and nodes that are "
    "not in the graph are refused. Weights of parallel ties are summed, as networkx does where it "
    "is asked for all nodes; each weighs 1 where no weight is named."
)
_CLUSTERING = "Undirected graphs without weights and parallel ties; networkx does the others."

FUNCTIONS = {
    "constraint": _LOOPS,
    "local_constraint": _LOOPS,
    "effective_size": (
        f"{_LOOPS} In weighted and directed graphs networkx, asked for all nodes at once, divides "
        "by the strongest tie of the wrong person (up to 3.6.1); here it is that of the contact."
    ),
    "clustering": _CLUSTERING,
    "average_clustering": _CLUSTERING,
    "triangles": "Undirected graphs without parallel ties.",
    "harmonic_centrality": "Without `distance` and `sources`.",
    "betweenness_centrality": "Exact, without weights and endpoints.",
    "adamic_adar_index": (
        "Undirected graphs without self-loops, which networkx counts into the degree."
    ),
}
"""What networkx may hand over, and how it differs from networkx's own."""


def get_info() -> dict[str, Any]:
    """Tell networkx what this backend is and does.

    Returns
    -------
    dict
        As networkx asks for: name, summary, and a text per function, which
        networkx adds to the function's documentation.

    Examples
    --------
    >>> get_info()["backend_name"]
    'netgraph'
    """
    return {
        "backend_name": "netgraph",
        "project": "netgraph",
        "package": "professional-netgraph",
        "short_summary": "Compiled loops for structural holes, reach and betweenness.",
        "functions": {name: {"additional_docs": text} for name, text in FUNCTIONS.items()},
    }
