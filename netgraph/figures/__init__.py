"""Result tables become Plotly figures; no figure knows a graph."""

from netgraph.figures._style import TIE_STATES
from netgraph.figures.brokers import plot_brokers
from netgraph.figures.calibration import plot_calibration
from netgraph.figures.career_paths import plot_career_paths
from netgraph.figures.channels import plot_channels
from netgraph.figures.clusters import plot_clusters
from netgraph.figures.conversation import plot_conversation
from netgraph.figures.diversity import plot_diversity
from netgraph.figures.gap_heat import plot_gap_heat
from netgraph.figures.gaps import plot_gaps
from netgraph.figures.give_and_take import plot_give_and_take
from netgraph.figures.growth import plot_growth
from netgraph.figures.network import plot_network
from netgraph.figures.over_time import plot_over_time
from netgraph.figures.paths import plot_paths
from netgraph.figures.plan import plot_plan
from netgraph.figures.relations import plot_relations
from netgraph.figures.tie_health import plot_tie_health
from netgraph.figures.visibility import plot_visibility
from netgraph.figures.what_if import plot_what_if

__all__ = [
    "TIE_STATES",
    "plot_brokers",
    "plot_calibration",
    "plot_career_paths",
    "plot_channels",
    "plot_clusters",
    "plot_conversation",
    "plot_diversity",
    "plot_gap_heat",
    "plot_gaps",
    "plot_give_and_take",
    "plot_growth",
    "plot_network",
    "plot_over_time",
    "plot_paths",
    "plot_plan",
    "plot_relations",
    "plot_tie_health",
    "plot_visibility",
    "plot_what_if",
]
