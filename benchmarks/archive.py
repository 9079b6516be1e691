"""A LinkedIn archive of 30,000 contacts: seconds and memory, stage by stage.

    python benchmarks/archive.py [CONTACTS [MESSAGES]]

The archive is synthetic and made in memory. The same run times
`pandas.read_csv` on the same two files, as a yardstick for the machine.
"""

from __future__ import annotations

import io
import random
import resource
import sys
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pandas as pd
from rich.console import Console
from rich.table import Table

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable

TITLES = (
    "Software Engineer", "Senior Data Scientist", "Head of Marketing", "Geschäftsführer",
    "Responsable des ressources humaines", "Enfermera", "Account Executive", "Product Manager",
    "Professor of Physics", "Rechtsanwältin", "Student at Somewhere", "Consultor sênior",
)  # fmt: skip


def make_archive(contacts: int, messages: int) -> dict[str, bytes]:
    """Invent the two large files of an archive."""
    rng = random.Random(0)
    slugs = [f"person-{i:06d}" for i in range(contacts)]
    firms = [f"Firm {k}" for k in range(contacts // 6)]
    weights = [1 / (k + 3) for k in range(len(firms))]
    employer = rng.choices(firms, weights, k=contacts)
    lines = ["First Name,Last Name,URL,Email Address,Company,Position,Connected On"]
    lines += [
        f"Given{i % 900},Family{i % 7001},https://www.linkedin.com/in/{slugs[i]},,{employer[i]},"
        f"{TITLES[i % len(TITLES)]},{1 + i % 28:02d} Mar {2016 + i % 10}"
        for i in range(contacts)
    ]
    header = (
        "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        "DATE,SUBJECT,CONTENT,FOLDER"
    )
    me = "https://www.linkedin.com/in/me"
    talk = [header]
    for i in range(messages):
        thread = i // 8
        members = [(thread * 7 + k) % contacts for k in range(1 if thread % 10 else 5)]
        other = members[i % len(members)]
        rest = [m for m in members if m != other]
        names = ",".join(f"Given{m % 900} Family{m % 7001}" for m in rest)
        urls = ",".join(f"https://www.linkedin.com/in/{slugs[m]}" for m in rest)
        sender, own = (f"Given{other % 900} Family{other % 7001}", "Me Myself")
        address = f"https://www.linkedin.com/in/{slugs[other]}"
        if i % 2:
            row = [own, me, f'"{sender}{"," if rest else ""}{names}"',
                   f'"{address}{"," if rest else ""}{urls}"']  # fmt: skip
        else:
            row = [sender, address, f'"{own}{"," if rest else ""}{names}"',
                   f'"{me}{"," if rest else ""}{urls}"']  # fmt: skip
        when = f"20{16 + i % 10}-05-{1 + i % 28:02d} 10:00:00 UTC"
        talk.append(f"t{thread},,{','.join(row)},{when},,hello there again,INBOX")
    return {
        "Connections.csv": "\n".join(lines).encode(),
        "messages.csv": "\n".join(talk).encode(),
        "Profile.csv": b"First Name,Last Name,Headline\nMe,Myself,Data Engineer\n",
    }


def zipped(members: dict[str, bytes]) -> bytes:
    """Pack members as LinkedIn does."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def main(contacts: int = 30_000, messages: int = 100_000) -> None:
    """Run every stage once and print the table."""
    members = make_archive(contacts, messages)
    archive = zipped(members)
    table = Table("Stage", title=f"{contacts:,} contacts, {messages:,} messages")
    for column in ("Wall s", "CPU s", "Peak memory so far, MB"):
        table.add_column(column, justify="right")

    def stage(name: str, work: Callable[[], Any]) -> Any:
        wall, cpu = time.perf_counter(), time.process_time()
        done = work()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        table.add_row(name, f"{wall:.2f}", f"{cpu:.2f}", f"{peak:,.0f}")
        return done

    stage(
        "yardstick: pandas.read_csv",
        lambda: [pd.read_csv(io.BytesIO(members[n])) for n in ("Connections.csv", "messages.csv")],
    )
    read = stage("read", lambda: ng.read(("archive.zip", archive)))
    resolved = stage("resolve", lambda: ng.resolve(read))
    known = stage("classify", lambda: ng.classify(resolved))
    graph = stage("build_graph", lambda: ng.build_graph(known, ego=False))
    clusters = stage("find_clusters", lambda: ng.find_clusters(graph))
    stage("describe_clusters", lambda: ng.describe_clusters(graph, clusters))
    stage("find_brokers", lambda: ng.find_brokers(graph, clusters))
    stage("find_gaps", lambda: ng.find_gaps(known))
    stage("layout_areas", lambda: ng.layout_areas(graph, clusters))
    Console().print(table)
    print(repr(known))
    print(f"{graph.number_of_nodes():,} people, {graph.number_of_edges():,} ties among them")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
