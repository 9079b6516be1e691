"""Gaps: fields of work in which you know too few people, how sure that is, and who leads there.

A baseline says what you compare with (`_baseline`), the titles' errors are taken
out of the counts (`_correction`), `finding` gives the verdicts, `_cells` the same by
level, place, community or decade, and `brokers` names who is nearest.
"""

from netgraph.gaps._access import own_ties as access_to
from netgraph.gaps._baseline import PROFESSIONAL, home_domain
from netgraph.gaps._gain import change_by_one
from netgraph.gaps._similarity import domain_similarity
from netgraph.gaps.brokers import find_gap_brokers
from netgraph.gaps.finding import LEAST_CLASSIFIED, find_gaps

__all__ = [
    "LEAST_CLASSIFIED",
    "PROFESSIONAL",
    "access_to",
    "change_by_one",
    "domain_similarity",
    "find_gap_brokers",
    "find_gaps",
    "home_domain",
]
