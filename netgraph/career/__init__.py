"""Career: the network as that which one learns from, and which opens doors."""

from netgraph.career.job_hunt import plan_job_hunt
from netgraph.career.mentors import find_mentees, find_mentors
from netgraph.career.peers import career_peers, next_steps
from netgraph.career.skills import compare_skills
from netgraph.career.sponsors import find_sponsors
from netgraph.career.visibility import describe_visibility, visibility
from netgraph.career.vouchers import find_vouchers

__all__ = [
    "career_peers",
    "compare_skills",
    "describe_visibility",
    "find_mentees",
    "find_mentors",
    "find_sponsors",
    "find_vouchers",
    "next_steps",
    "plan_job_hunt",
    "visibility",
]
