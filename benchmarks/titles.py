"""How well titles are classified, and how fast.

    python benchmarks/titles.py [GOLD.tsv ...] [--errors] [--store]

A gold file has a row per title and no header: language, title, domain, and
optionally the level, between tabs. Alternatives stand behind a slash
(``MKTG/SALE``); UNK means that the title says nothing. Without a file it is
``tests/domains/held_out.tsv``: titles that were written down before the rules
were asked, and that no rule was made for.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import NamedTuple

from netgraph.domains import Title, classify_title

ROOT = Path(__file__).parents[1]
HELD_OUT = ROOT / "tests" / "domains" / "held_out.tsv"
CONFUSIONS = ROOT / "netgraph" / "domains" / "rules" / "confusions.tsv"
REPEATS, ENOUGH = 5, 10_000
"""A list is read so often, and short ones until so many titles were read; the best time counts."""
FEWEST = 10
"""Languages with fewer titles have a figure but no target."""
TARGETS = {
    "accuracy": 0.93,
    "macro-F1": 0.93,
    "precision, answered": 0.95,
    "level": 0.94,
    "language": 0.85,
    "titles a second": 20_000,
}
"""The least that is wanted for titles as people write them."""
OCCUPATIONS = {"accuracy": 0.60}
"""The least for names of occupations such as O*NET lists; the file's name begins with `onet`."""


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


def expected(rows: list[Gold], said: list[Title]) -> list[str]:
    """Tell the true domain of each title: what was said, where that is allowed."""
    pairs = zip(rows, said, strict=True)
    return [s.domain if s.domain in row.domains else row.domains[0] for row, s in pairs]


def macro_f1(gold: list[str], said: list[str]) -> float:
    """Mean F1 over the labels of the gold file."""
    scores = []
    for label in set(gold):
        right = sum(g == s == label for g, s in zip(gold, said, strict=True))
        wrong = sum((g == label) != (s == label) for g, s in zip(gold, said, strict=True))
        scores.append(2 * right / (2 * right + wrong))
    return sum(scores) / len(scores)


def report(path: Path, *, errors: bool) -> None:
    """Print the figures of one gold file beside their targets."""
    rows = read_gold(path)
    said = [classify_title(row.title) for row in rows]
    targets = OCCUPATIONS if path.name.startswith("onet") else TARGETS
    print(f"{path.name}: {len(rows):,} titles{' ' * 12}target")
    for name, value in figures(rows, said).items():
        print_figure(name, value, targets.get(name))
    by_language: dict[str, list[bool]] = defaultdict(list)
    for row, found in zip(rows, said, strict=True):
        by_language[row.language].append(found.domain in row.domains)
    for language, hits in sorted(by_language.items()):
        target = targets.get("language") if len(hits) >= FEWEST else None
        print_figure(f"{language}, {len(hits):,} titles", sum(hits) / len(hits), target)
    print_figure("titles a second", speed(rows), targets.get("titles a second"))
    print_confusions(Counter(zip(expected(rows, said), (s.domain for s in said), strict=True)))
    if errors:
        print_errors(rows, said)


def figures(rows: list[Gold], said: list[Title]) -> dict[str, float]:
    """Accuracy and its kin, each a share."""
    right = [s.domain in row.domains for s, row in zip(said, rows, strict=True)]
    answered = [r for r, s in zip(right, said, strict=True) if s.domain != "UNK"]
    levels = [s.seniority in row.levels for s, row in zip(said, rows, strict=True) if row.levels]
    shares = {
        "accuracy": sum(right) / len(right),
        "macro-F1": macro_f1(expected(rows, said), [s.domain for s in said]),
        "precision, answered": sum(answered) / max(1, len(answered)),
        "answered": len(answered) / len(rows),
    }
    return shares | ({"level": sum(levels) / len(levels)} if levels else {})


def print_figure(name: str, value: float, target: float | None) -> None:
    """Print one figure, its target, and whether it is met."""
    shown = f"{value:.3f}" if value <= 1 else f"{value:,.0f}"
    wanted = "" if target is None else f"{target:,}" if target > 1 else f"{target:.2f}"
    verdict = "" if target is None else "met" if value >= target else "MISSED"
    print(f"  {name:<22}{shown:>8}{wanted:>9}  {verdict}".rstrip())


def print_confusions(counts: Counter[tuple[str, str]]) -> None:
    """Print the confusion matrix: a row for each true domain, a column for each answer."""
    labels = sorted({label for pair in counts for label in pair}, key=lambda d: (d == "UNK", d))
    print("  true \\ said  " + " ".join(f"{label:>4}" for label in labels) + "  right")
    for true in labels:
        row = [counts[true, answer] for answer in labels]
        cells = " ".join(f"{cell or '.':>4}" for cell in row)
        share = f"{counts[true, true] / sum(row):6.0%}" if sum(row) else ""
        print(f"  {true:>11}  {cells} {share}".rstrip())
    print()


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
    for _ in range(max(REPEATS, ENOUGH // len(rows))):
        titles._classify.cache_clear()  # noqa: SLF001 - a benchmark may look inside
        titles._read.cache_clear()  # noqa: SLF001
        start = time.process_time()
        for row in rows:
            classify_title(row.title)
        best = min(best, time.process_time() - start)
    return len(rows) / best


def store() -> None:
    """Write down which domain the held-out titles got; `classifier_errors` reads it."""
    rows = read_gold(HELD_OUT)
    said = [classify_title(row.title) for row in rows]
    counts = Counter(zip(expected(rows, said), (s.domain for s in said), strict=True))
    remark = (
        f"# What the rules said of the {len(rows)} titles in tests/domains/held_out.tsv.\n"
        "# Columns: true domain, answer, number of titles; pairs that are not here have none.\n"
        "# Written by: python benchmarks/titles.py --store\n\n"
    )
    lines = (f"{true}\t{answer}\t{counts[true, answer]}\n" for true, answer in sorted(counts))
    CONFUSIONS.write_text(remark + "".join(lines), encoding="utf-8")


def main() -> None:
    """Read the command line and print a report for each file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("gold", nargs="*", type=Path, help="gold files")
    parser.add_argument("--errors", action="store_true", help="list each wrong title")
    parser.add_argument("--store", action="store_true", help="store the errors for the library")
    arguments = parser.parse_args()
    for path in arguments.gold or [HELD_OUT]:
        report(path, errors=arguments.errors)
    if arguments.store:
        store()


if __name__ == "__main__":
    main()
