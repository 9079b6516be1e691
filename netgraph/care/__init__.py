"""Care: the network as something that one tends."""

from netgraph.care.tie_health import tie_health

__all__ = ["tie_health"]
