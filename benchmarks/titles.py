"""How well titles are classified, and how fast.

    python benchmarks/titles.py GOLD.tsv [GOLD.tsv ...]

A gold file has a row per title and no header: language, title, domain, and
optionally the level, between tabs. Alternatives stand behind a slash
(``MKTG/SALE``); UNK means that the title says nothing.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from netgraph.domains import Title, classify_title

REPEATS = 5


class Gold(NamedTuple):
    """One title and the answers that count as right."""

    language: str
    title: str
    domains: tuple[str, ...]
    levels: tuple[str, ...]


def read_gold(path: Path) -> list[Gold]:
    """Read a gold file."""
    rows = []
    for line in path.read_text(encoding="utf-8").splitlines():
        language, title, domains, *levels = line.split("\t")
        allowed = tuple(levels[0].split("/")) if levels and levels[0] else ()
        rows.append(Gold(language, title, tuple(domains.split("/")), allowed))
    return rows


def macro_f1(gold: list[str], said: list[str]) -> float:
    """Mean F1 over the labels of the gold file."""
    scores = []
    for label in set(gold):
        right = sum(g == s == label for g, s in zip(gold, said, strict=True))
        wrong = sum((g == label) != (s == label) for g, s in zip(gold, said, strict=True))
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / len(scores)


def report(path: Path, *, errors: bool) -> None:
    """Print the figures of one gold file."""
    rows = read_gold(path)
    said = [classify_title(row.title) for row in rows]
    print(f"{path.name}: {len(rows):,} titles")
    right = [s.domain in row.domains for s, row in zip(said, rows, strict=True)]
    expected = [_expected(row.domains, s.domain) for s, row in zip(said, rows, strict=True)]
    answered = [r for r, s in zip(right, said, strict=True) if s.domain != "UNK"]
    print(f"  accuracy             {sum(right) / len(right):.3f}")
    print(f"  macro-F1             {macro_f1(expected, [s.domain for s in said]):.3f}")
    print(f"  precision, answered  {sum(answered) / max(1, len(answered)):.3f}")
    print(f"  answered             {len(answered) / len(rows):.3f}")
    levels = [s.seniority in row.levels for s, row in zip(said, rows, strict=True) if row.levels]
    if levels:
        print(f"  level                {sum(levels) / len(levels):.3f}")
    by_language: dict[str, list[bool]] = defaultdict(list)
    for row, hit in zip(rows, right, strict=True):
        by_language[row.language].append(hit)
    for language, hits in sorted(by_language.items()):
        print(f"  {language}: {sum(hits) / len(hits):.3f} of {len(hits):,}")
    print_confusions(expected, [s.domain for s in said])
    print(f"  titles a second      {speed(rows):,.0f} (each for the first time)\n")
    if errors:
        print_errors(rows, said)


def _expected(allowed: tuple[str, ...], answer: str) -> str:
    return answer if answer in allowed else allowed[0]


def print_confusions(expected: list[str], said: list[str]) -> None:
    """Print the confusion matrix: a row for each true domain, a column for each answer."""
    counts = Counter(zip(expected, said, strict=True))
    labels = sorted({label for pair in counts for label in pair})
    print("  true \\ said " + " ".join(f"{label:>4}" for label in labels))
    for true in labels:
        cells = (counts[true, answer] for answer in labels)
        print(f"  {true:>11} " + " ".join(f"{cell or '.':>4}" for cell in cells))


def print_errors(rows: list[Gold], said: list[Title]) -> None:
    """Print each title whose domain or level is wrong."""
    for row, found in zip(rows, said, strict=True):
        level_wrong = bool(row.levels) and found.seniority not in row.levels
        if found.domain not in row.domains or level_wrong:
            wanted = f"{'/'.join(row.domains)} {'/'.join(row.levels)}"
            print(f"  {row.language}  {row.title}  wanted {wanted}, said {found}")


def speed(rows: list[Gold]) -> float:
    """Titles a second, with nothing remembered from title to title."""
    from netgraph.domains import titles  # noqa: PLC0415 - its caches are emptied here

    best = float("inf")
    for _ in range(REPEATS):
        titles._classify.cache_clear()  # noqa: SLF001 - a benchmark may look inside
        titles._read.cache_clear()  # noqa: SLF001
        start = time.perf_counter()
        for row in rows:
            classify_title(row.title)
        best = min(best, time.perf_counter() - start)
    return len(rows) / best


def main() -> None:
    """Read the command line and print a report for each file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="+", type=Path, help="gold files")
    parser.add_argument("--errors", action="store_true", help="list each wrong title")
    arguments = parser.parse_args()
    for path in arguments.gold:
        report(path, errors=arguments.errors)


if __name__ == "__main__":
    main()
