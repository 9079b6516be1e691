"""The command itself: which commands there are, and how mistakes are told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from netgraph.cli import (
    balance,
    changes,
    demo,
    domains,
    due,
    export,
    forget,
    gaps,
    habits,
    hide,
    importing,
    jobs,
    log,
    mentors,
    metrics,
    notes,
    path,
    peers,
    people,
    plan,
    promise,
    referrals,
    relate,
    review,
    sponsors,
    summary,
    undo,
    visibility,
    week,
    whatif,
)
from netgraph.cli._parser import USER_ERROR, Parser
from netgraph.errors import NetgraphError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

OK = 0
_COMMANDS = (
    demo, importing, people, review, notes, log, promise, relate, hide, changes, summary, domains,
    gaps, path, referrals, plan, week, due, balance, habits, jobs, mentors, peers,
    visibility, sponsors, whatif, metrics, export, undo, forget,
)  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; give its exit status.

    A mistake of the user ends with one paragraph and status 2, never with a
    traceback; ``--debug`` shows the traceback all the same.
    """
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return OK
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone
        return OK
    except NetgraphError as error:
        if options.debug:
            raise
        print(f"netgraph: {error}", file=sys.stderr)
        return USER_ERROR
    return status


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="netgraph",
        description="See your professional network from your own exports. "
        "Nothing leaves this machine.",
        epilog="Begin with: netgraph demo",
    )
    parser.add_argument("--debug", action="store_true", help="show the traceback of an error")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add_to(commands)
    return parser
