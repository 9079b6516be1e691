"""What is kept between runs: every file that was imported, and all that the user said.

The file holds the parts that the files were read into, not what follows from
them. The contacts are worked out anew from the parts (`join`), the decisions
(`resolve`) and the overrides (`classify`), so that a better netgraph gives
better contacts of the same workspace.
"""

from __future__ import annotations

from netgraph.workspace._adding import Imported
from netgraph.workspace._workspace import Workspace

__all__ = ["Imported", "Workspace"]
