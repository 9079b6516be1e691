"""The process of the command `netgraph`, which is `python -m netgraph.cli` too."""

from __future__ import annotations

import os
import sys
import threading

from netgraph.cli import main


def run() -> None:
    """Run the command and end the process.

    An answer that a thread is still working out for a dashboard that has ended
    is not waited for: it would be shown to nobody, and it writes nothing.
    """
    status = main()
    if threading.active_count() > 1:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
    sys.exit(status)


if __name__ == "__main__":
    run()
