"""Career: the network as that which one learns from, and which opens doors."""

from netgraph.career.job_hunt import plan_job_hunt

__all__ = ["plan_job_hunt"]
