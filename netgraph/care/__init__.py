"""Care: the network as something that one tends."""

from netgraph.care.channel_mix import channel_mix
from netgraph.care.composition import describe_relations
from netgraph.care.conversation_balance import conversation_balance
from netgraph.care.dormant import find_dormant
from netgraph.care.follow_ups import find_follow_ups
from netgraph.care.habits import HabitSources, find_habits
from netgraph.care.never_met import never_met
from netgraph.care.reciprocity import reciprocity
from netgraph.care.relations import find_relations, main_relation
from netgraph.care.settings import describe_settings, find_settings
from netgraph.care.tie_health import tie_health

__all__ = [
    "HabitSources",
    "channel_mix",
    "conversation_balance",
    "describe_relations",
    "describe_settings",
    "find_dormant",
    "find_follow_ups",
    "find_habits",
    "find_relations",
    "find_settings",
    "main_relation",
    "never_met",
    "reciprocity",
    "tie_health",
]
