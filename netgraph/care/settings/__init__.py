"""Your network against the three settings in which networks serve: work, career, job hunt."""

from netgraph.care.settings.describing import describe_settings
from netgraph.care.settings.membership import find_settings
from netgraph.care.settings.parts import SETTINGS

__all__ = ["SETTINGS", "describe_settings", "find_settings"]
