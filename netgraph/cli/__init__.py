"""The `netgraph` command: parses arguments, calls the public face, prints.

Each command is a file with a function that adds it to the parser and a
function that runs it. `--help` loads neither pandas nor anything else that
takes its time: `netgraph` is lazy, and rich is imported where it prints.
"""

from __future__ import annotations

from netgraph.cli._main import main

__all__ = ["main"]
