"""The next contacts: whom to turn to in the minutes that you have, and what that would change."""

from netgraph.plan._acts import MINUTES
from netgraph.plan.planning import plan_contacts

__all__ = ["MINUTES", "plan_contacts"]
