"""`python -m netgraph.cli` is the command `netgraph`."""

from __future__ import annotations

import sys

from netgraph.cli import main

if __name__ == "__main__":
    sys.exit(main())
