"""The way to somebody: over whom, how likely it works, and what is known of each step.

Who is meant is decided in `targets` (companies in `companies`), the ways are found in
`search`, and told in `wording`; `finding` puts the answer together.
"""

from __future__ import annotations

from netgraph.paths.finding import find_paths

__all__ = ["find_paths"]
