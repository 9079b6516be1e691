"""From `netgraph demo` to a painted dashboard: seconds, in headless Chromium.

    python benchmarks/first_paint.py [RUNS]

Each run is a new process and a new browser; the parts are: the process up to
its address (reading, resolving and classifying the example archive), the
first page painted, and the map painted.
"""

from __future__ import annotations

import re
import shutil
import signal
import statistics
import subprocess
import sys
import time

from playwright.sync_api import sync_playwright
from rich.console import Console
from rich.table import Table

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def run_once() -> list[float]:
    """Start the demo, look at two pages, end it; seconds from the start to each point."""
    start = time.perf_counter()
    command = [sys.executable, "-m", "netgraph.cli", "demo", "--no-browser"]
    demo = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own
    points = []
    try:
        for line in demo.stdout or ():
            if found := re.search(r"http://127\.0\.0\.1:\d+/", line):
                break
        address = found.group()
        points.append(time.perf_counter() - start)
        with sync_playwright() as driver:
            browser = driver.chromium.launch(
                executable_path=shutil.which("chromium"), args=list(QUIET)
            )
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            opened = time.perf_counter()
            page.goto(address)
            page.wait_for_selector(".headline")
            points.append(time.perf_counter() - opened)
            opened = time.perf_counter()
            page.goto(address + "map")
            page.wait_for_function("window.netgraph?.map?.current()")
            points.append(time.perf_counter() - opened)
            browser.close()
    finally:
        demo.send_signal(signal.SIGINT)
        demo.wait(timeout=30)
    return points


def main(runs: int = 5) -> None:
    """Print the median and range of each part."""
    rows = [run_once() for _ in range(runs)]
    table = Table("Part", title=f"`netgraph demo`, {runs} runs")
    for column in ("Median s", "Least", "Most"):
        table.add_column(column, justify="right")
    parts = ("command to address", "address to first page", "map page painted")
    for name, seconds in zip(parts, zip(*rows, strict=True), strict=True):
        table.add_row(name, *(f"{f(seconds):.2f}" for f in (statistics.median, min, max)))
    Console().print(table)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
