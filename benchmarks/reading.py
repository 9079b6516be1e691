"""Reading: rows a CPU second by format, beside the plain library; memory for what is large.

    python benchmarks/reading.py [ROWS [MBOX_MEGABYTES]]

All files are invented and lie in a temporary folder. A table is compared with
`pandas.read_csv`, any other format with the library that people would use; both
read the same file in the same run. Those libraries only take a file apart;
netgraph also tells who is who in it. The two large files are read in processes
of their own, whose greatest memory is told.
"""

from __future__ import annotations

import gc
import io
import mailbox
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

import icalendar
import pandas as pd
from archive import make_archive, zipped
from rich.console import Console
from rich.table import Table

import netgraph as ng

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Yardstick = tuple[str, "Callable[[Path], object]"] | None
READ_CSV: Yardstick = ("pandas.read_csv", pd.read_csv)
TURNS = 3
GOOGLE = (
    "First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,"
    "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
)
OUTLOOK = (
    "First Name,Middle Name,Last Name,Company,Department,Job Title,Mobile Phone,"
    "E-mail Address,E-mail 2 Address,Categories"
)
LINE = "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod te.\n"


def sheet(header: str, row: str, rows: int) -> bytes:
    """Write a CSV; `row` holds {i} where the row's number stands."""
    return "\n".join([header, *(row.replace("{i}", str(i)) for i in range(rows))]).encode()


def workbook(csv: bytes) -> bytes:
    """Write a table as an Excel workbook."""
    stream = io.BytesIO()
    pd.read_csv(io.BytesIO(csv)).to_excel(stream, index=False)
    return stream.getvalue()


def joined(begin: str, record: str, end: str, rows: int) -> bytes:
    """Write a file of records; `record` holds {i} where its number stands."""
    return (begin + "".join(record.replace("{i}", str(i)) for i in range(rows)) + end).encode()


def letters(count: int, lines: int = 25) -> Iterable[bytes]:
    """Invent the messages of a mailbox, with headers as long as Gmail's."""
    rng = random.Random(0)
    relays = "".join(
        f"Received: by mail{k}.example.com with SMTP id x{k};\n        Tue, 5 Mar 2024 10:00:0{k} "
        f"+0000\nARC-Seal: i={k}; a=rsa-sha256; s=arc; b={'A' * 300}\n"
        for k in range(3)
    )
    for i in range(count):
        a, b = rng.randrange(3_000), rng.randrange(3_000)
        yield (
            f"From {i}@xxx Tue Mar 05 10:00:00 +0000 2024\nX-Gmail-Labels: Inbox\n{relays}"
            f"Message-ID: <{i}@example.com>\nDate: Tue, 5 Mar {2010 + i % 15} 10:00:00 +0000\n"
            f"From: Given{a} Family{a} <p{a}@example.com>\n"
            f"To: Me Myself <me@example.com>, Given{b} Family{b} <p{b}@example.com>\n"
            "Subject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n\n"
        ).encode() + (LINE * rng.randrange(2 * lines) + "\n").encode()


def files(rows: int) -> dict[str, tuple[bytes, Yardstick]]:
    """Make a file of each format, and name what reads it otherwise."""
    large = make_archive(rows, rows)
    given = "Given{i},,Family{i},Acme {i},"
    google = sheet(GOOGLE, given + "Boss,* myContacts,* ,p{i}@example.com,Mobile,+4420794{i}", rows)
    table = {
        "Connections.csv": large["Connections.csv"],
        "messages.csv": large["messages.csv"],
        "google.csv": google,
        "outlook.csv": sheet(OUTLOOK, given + "R&D,Boss,+4420794{i},p{i}@example.com,,VIP", rows),
        "introductions.csv": sheet(
            "introducer,introduced,introduced_to,date,channel,outcome,context",
            "Given1 Family1,Given{i} Family{i},,2024-03,email,met,a fair",
            rows,
        ),
        "edges.csv": sheet("source,target,weight", "Given{i} F{i},Ada Example,2", rows),
    }
    card = "BEGIN:VCARD\nVERSION:3.0\nN:Family{i};Given{i};;;\nFN:Given{i} Family{i}\nORG:Acme\n"
    entry = "dn: cn=Given{i},mail=p{i}@example.com\ncn: Given{i} Family{i}\n"
    event = (
        "BEGIN:VEVENT\r\nUID:{i}\r\nDTSTART:20240305T090000Z\r\nORGANIZER:mailto:me@example.com\r\n"
    )
    calendar = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x\r\n"
    return {
        **{name: (data, READ_CSV) for name, data in table.items()},
        "google.xlsx": (
            workbook(google),
            ("pandas.read_excel", partial(pd.read_excel, engine="openpyxl")),
        ),
        "book.vcf": (
            joined("", card + "EMAIL:p{i}@example.com\nTEL:+4420794{i}\nEND:VCARD\n", "", rows),
            ("vobject", read_with_vobject) if find_spec("vobject") else None,
        ),
        "book.ldif": (
            joined("version: 1\n\n", entry + "mail: p{i}@example.com\n\n", "", rows),
            None,
        ),
        "all.mbox": (b"".join(letters(rows)), ("mailbox.mbox", read_with_mailbox)),
        "me.ics": (
            joined(
                calendar,
                event + "ATTENDEE;CN=P{i}:mailto:p{i}@example.com\r\nEND:VEVENT\r\n",
                "END:VCALENDAR\r\n",
                rows,
            ),
            ("icalendar", lambda path: icalendar.Calendar.from_ical(path.read_bytes())),
        ),
    }


def read_with_vobject(path: Path) -> object:
    """Read all cards with vobject, which netgraph does without: install it to compare."""
    import vobject  # noqa: PLC0415 - only to compare with

    return [card.fn.value for card in vobject.readComponents(path.read_text(encoding="utf-8"))]


def read_with_mailbox(path: Path) -> object:
    """Read the headers that netgraph reads with the standard library."""
    box = mailbox.mbox(str(path), create=False)
    return [[letter[name] for name in ("From", "To", "Cc", "Date", "Message-ID")] for letter in box]


def seconds(work: Callable[[], Any]) -> float:
    """Time some work in CPU seconds, for the cores are shared: the median of a few turns."""
    took = []
    for _ in range(TURNS):
        gc.collect()
        begin = time.process_time()
        work()
        took.append(time.process_time() - begin)
    return statistics.median(took)


def peak_of(path: Path) -> str:
    """Read a file in a process of its own: seconds, and megabytes at most."""
    command = [sys.executable, __file__, "--child", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603 - our own file


def child(path: str) -> None:
    """Read one file, and tell what it took."""
    begin = time.process_time()
    contacts = ng.read(path)
    took = time.process_time() - begin
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    kept = int(contacts.files["kept"].sum())
    print(f"{kept:,} rows in {took:.1f} CPU s, {peak:,.0f} MB at most")


def main(rows: int = 20_000, megabytes: int = 1_000) -> None:
    """Measure every format and print the tables."""
    report = Table("Format", title=f"{rows:,} rows of each format")
    for column in ("netgraph, rows/s", "the other, rows/s", "the other", "times slower"):
        report.add_column(column, justify="right")
    with tempfile.TemporaryDirectory() as folder:
        for name, (data, yardstick) in files(rows).items():
            path = Path(folder) / name
            path.write_bytes(data)
            ours = seconds(partial(ng.read, path))
            cells = ["", "", ""]
            if yardstick:
                theirs = seconds(partial(yardstick[1], path))
                cells = [f"{rows / theirs:,.0f}", yardstick[0], f"{ours / theirs:.1f}"]
            report.add_row(name, f"{rows / ours:,.0f}", *cells)
        Console(width=100).print(report)
        large = Path(folder) / "archive.zip"
        large.write_bytes(zipped(make_archive(30_000, 200_000)))
        print("a LinkedIn ZIP of 200,000 messages:", peak_of(large))
        box, size = Path(folder) / "large.mbox", 0
        with box.open("wb") as stream:
            for letter in letters(sys.maxsize):
                size += stream.write(letter)
                if size > megabytes * 10**6:
                    break
        print(f"an mbox of {megabytes:,} MB:", peak_of(box))


if __name__ == "__main__":
    if "--child" in sys.argv:
        child(sys.argv[-1])
    else:
        main(*map(int, sys.argv[1:3]))
