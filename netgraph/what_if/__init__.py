"""What would change if you lost people, met new ones, or took up with old ones again."""

from netgraph.what_if.answer import what_if

__all__ = ["what_if"]
