"""What is kept between runs: every file that was imported, and all that the user said.

What counts are the parts that the files were read into. The contacts follow
from the parts (`join`), the decisions (`resolve`) and the overrides
(`classify`), so that a better netgraph gives better contacts of the same
workspace. What was worked out last is kept beside them (`_shelf`), and used
only while all of that, netgraph's own code included, is the same.
"""

from __future__ import annotations

from netgraph.workspace._adding import Imported
from netgraph.workspace._workspace import Workspace

__all__ = ["Imported", "Workspace"]
