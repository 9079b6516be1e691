"""The tables of Care and Career at 30,000 contacts and 200,000 messages: seconds a table.

    python benchmarks/care.py [CONTACTS [MESSAGES]]

The archive is that of `archive.py` with a career of one's own beside it. Each table is
made three times from contacts that were read before; the least time counts, and of it the
seconds of the processor, since other work on the machine only adds. Each must stay under two.
"""

from __future__ import annotations

import sys
import time
from functools import partial
from typing import TYPE_CHECKING

from archive import make_archive, zipped
from rich.console import Console
from rich.table import Table

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

LIMIT = 2.0
CAREER = {
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    "Firm 1,Data Engineer,,,Jan 2020,\nFirm 2,Analyst,,,Jan 2012,Dec 2019\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    "Norrvassa University,2008,2012,,BSc,\n",
}

FROM_CONTACTS: tuple[Callable[[ng.Contacts], pd.DataFrame], ...] = (
    *(ng.tie_health, ng.find_follow_ups, ng.reciprocity, ng.conversation_balance),
    *(ng.channel_mix, ng.never_met, ng.find_relations, ng.describe_relations),
    *(ng.describe_settings, ng.find_habits, ng.freshness, ng.find_vouchers),
)
FROM_GRAPH: tuple[Callable[..., pd.DataFrame], ...] = (
    *(ng.find_dormant, ng.find_mentors, ng.career_peers, ng.visibility, ng.find_sponsors),
)
"""The tables of Care and Career; a new one is a word here. The second ones look at the network,
which is built once, as on the dashboard."""


def make_contacts(contacts: int, messages: int) -> ng.Contacts:
    """Read an invented archive."""
    members = make_archive(contacts, messages)
    members |= {name: text.encode() for name, text in CAREER.items()}
    return ng.load(("archive.zip", zipped(members)))


def main(contacts: int = 30_000, messages: int = 200_000) -> None:
    """Make each table and print its time."""
    known = ng.classify(make_contacts(contacts, messages))
    graph = ng.build_graph(known)
    title = f"{contacts:,} contacts, {messages:,} messages"
    table = Table("Table", title=title)
    for column in ("Wall s", "CPU s", "Rows"):
        table.add_column(column, justify="right")
    slow = []
    tables: list[partial[pd.DataFrame]] = [
        *(partial(make, known) for make in FROM_CONTACTS),
        *(partial(make, known, graph=graph) for make in FROM_GRAPH),
    ]
    for make in tables:
        walls, cpus, rows = [], [], 0
        for _ in range(3):
            wall, cpu = time.perf_counter(), time.process_time()
            rows = len(make())
            walls.append(time.perf_counter() - wall)
            cpus.append(time.process_time() - cpu)
        name = make.func.__name__
        table.add_row(name, f"{min(walls):.2f}", f"{min(cpus):.2f}", f"{rows:,}")
        if min(cpus) > LIMIT:
            slow.append(name)
    Console().print(table)
    if slow:
        print(f"over {LIMIT:g} s: {', '.join(slow)}")


if __name__ == "__main__":
    main(*(int(argument) for argument in sys.argv[1:]))
