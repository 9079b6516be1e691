"""Print how right netgraph's suggestions are: routes, brokers, gaps and chances."""

from __future__ import annotations

import argparse
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING

if __package__ in (None, ""):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from advice import sections
from advice.pictures import draw_marks, draw_reliability

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from advice.sections import Section


PLANTED = ("planted brokers", "who leads")
"""How the names of panels begin that stand in the second picture."""


def plan(graphs: list[Path], size: sections.Size) -> list[tuple[Callable[..., object], ...]]:
    """List the parts, each a function and its arguments."""
    parts: list[tuple[Callable[..., object], ...]] = [
        (sections.hidden_ties, path, size) for path in graphs or [None]
    ]
    parts += [(sections.departments, path, size) for path in graphs if path.suffix == ".json"]
    parts.append((sections.example, size))
    one = type(size)(size.repeats, size.cases, size.teams, size.runs, 1)
    parts += [(sections.worlds, one, number) for number in range(size.worlds)]
    return parts


def run(graphs: list[Path], size: sections.Size, *, workers: int = 2) -> list[Section]:
    """Work all parts out, as many at a time as there are workers."""
    parts = plan(graphs, size)
    if workers == 1:
        found = [part(*arguments) for part, *arguments in parts]
    else:
        with ProcessPoolExecutor(workers) as pool:
            waiting: list[Future[object]] = [pool.submit(*part) for part in parts]
            found = [future.result() for future in waiting]
    told = [f for f in found if isinstance(f, sections.Section)]
    every = sections.invented.Findings()
    for one in found:
        if isinstance(one, sections.invented.Findings):
            for name, rows in vars(one).items():
                getattr(every, name).extend(rows)
    return [*told, sections.tell_worlds(every)]


def draw(told: list[Section], folder: Path) -> None:
    """Write the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = [(name, marks) for part in told for name, marks in part.marks.items()]
    ways = [(name, marks) for name, marks in drawn if not name.startswith(PLANTED)]
    planted = [(name, marks) for name, marks in drawn if name.startswith(PLANTED)]
    pictures = {
        "advice_ways.svg": draw_marks("One of the three names shown is right", ways),
        "advice_planted.svg": draw_marks("What was planted is found", planted),
        "advice_chances.svg": draw_reliability(
            "Chances: stated, and how often it came true", list(told[-1].curves.items())
        ),
    }
    for name, picture in pictures.items():
        (folder / name).write_text(picture, encoding="utf-8")


def main() -> None:
    """Read the command line, work all parts out, print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--graph",
        type=Path,
        action="append",
        default=[],
        help="a network whose ties are known: JSON with departments, or a CSV of links; repeatable",
    )
    parser.add_argument("--quick", action="store_true", help="ask less: about a minute")
    parser.add_argument("--figures", type=Path, help="a folder to draw pictures into")
    arguments = parser.parse_args()
    begin = time.perf_counter()
    told = run(arguments.graph, sections.QUICK if arguments.quick else sections.FULL)
    for part in told:
        print(part.text)
    if arguments.figures:
        draw(told, arguments.figures)
    print(f"{time.perf_counter() - begin:.0f} seconds on two cores.")


if __name__ == "__main__":
    main()
