"""The next contacts: whom to turn to in the minutes that you have, and what that would change."""

from netgraph.plan._acts import MINUTES
from netgraph.plan.planning import plan_contacts
from netgraph.plan.week import WEEK_KINDS, WeekSources, plan_week
from netgraph.plan.week_files import write_week

__all__ = ["MINUTES", "WEEK_KINDS", "WeekSources", "plan_contacts", "plan_week", "write_week"]
