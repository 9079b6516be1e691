"""Care: the network as something that one tends."""

from netgraph.care.conversation_balance import conversation_balance
from netgraph.care.follow_ups import find_follow_ups
from netgraph.care.tie_health import tie_health

__all__ = [
    "conversation_balance",
    "find_follow_ups",
    "tie_health",
]
