"""How many planted gaps `find_gaps` finds, and how many that it names are none.

    python benchmarks/gaps.py [--networks 60] [--seed 20000]

Each network has a mix of fields of its own: one home field with a fifth of the people, four
professional fields planted as gaps (nobody at all, or up to a quarter of the baseline's share),
and the others at three quarters of that share or more; in the harder networks from 0.55 on, so
that many stand close to the line of one half. Contacts are drawn from the mix and their labels are
then spoilt: a part is taken for another field (any, or always the same one), and the field of every
sixteenth stays unknown. The correction knows the errors from 500 other titles that were spoilt in
the same way. A gap that is named is right if the true share is below half of the baseline's. Recall
is told for all planted gaps, for those with nobody at all, and for those with a few. The threshold
of `find_gaps` was chosen on networks 0 to 59, 5000 to 5039 and 9000 to 9039; the default are
others. In brackets: the 95 % interval.
"""

from __future__ import annotations

import argparse
import time
from typing import NamedTuple

import numpy as np
import pandas as pd

import netgraph as ng
from netgraph.gaps import PROFESSIONAL

CODES = list(ng.DOMAINS)
LABELS = [*CODES, "UNK"]
PLANTED, HOME, UNREAD, TITLES, HALF = 4, 0.2, 1 / 16, 500, 0.5
PRECISION, RECALL = 0.95, 0.80


class Setting(NamedTuple):
    """One kind of network."""

    people: int
    noise: float
    kind: str
    """``any``: an error leads to any other field; ``same``: always to the same one."""

    corrected: bool
    least: float = 0.75
    """Least share of the fields that are no gap, as a part of the baseline's."""


SETTINGS = (
    Setting(300, 0.15, "any", corrected=True),
    Setting(300, 0.15, "same", corrected=True),
    Setting(300, 0.15, "any", corrected=True, least=0.55),
    Setting(300, 0.15, "any", corrected=False),
    Setting(300, 0.05, "any", corrected=True),
    Setting(300, 0.0, "any", corrected=True),
    Setting(300, 0.30, "any", corrected=True),
    Setting(1000, 0.15, "any", corrected=True),
    Setting(1000, 0.15, "same", corrected=True),
    Setting(1000, 0.15, "any", corrected=False),
)


def true_mix(least: float, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Draw the share of each field, and which are planted as gaps."""
    share = 1 / len(PROFESSIONAL)
    order = rng.permutation([CODES.index(code) for code in PROFESSIONAL])
    planted, home = order[:PLANTED], order[PLANTED]
    rest = np.setdiff1d(np.arange(len(CODES)), order[: PLANTED + 1])
    mix = np.zeros(len(CODES))
    absent = rng.random(PLANTED) < HALF
    mix[planted] = share * np.where(absent, 0.0, rng.uniform(0, 0.25, PLANTED))
    mix[home] = HOME
    least *= share
    spare = 1 - mix.sum() - least * len(rest)
    mix[rest] = least + spare * rng.dirichlet(np.full(len(rest), 2.0))
    return mix, planted


def spoiling(setting: Setting, rng: np.random.Generator) -> np.ndarray:
    """Chance of each answer, given the true field; the last answer is none."""
    fields = len(CODES)
    wrong = np.zeros((fields, fields))
    if setting.kind == "any":
        wrong[:] = setting.noise / (fields - 1)
    else:
        wrong[np.arange(fields), (np.arange(fields) + 1 + rng.integers(fields - 1)) % fields] = (
            setting.noise
        )
    np.fill_diagonal(wrong, 1 - setting.noise)
    return np.column_stack([wrong * (1 - UNREAD), np.full(fields, UNREAD)])


def spoil(true: np.ndarray, matrix: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Draw the answer for each true field."""
    return np.array([rng.choice(len(LABELS), p=matrix[field]) for field in true])


def known_errors(matrix: np.ndarray, rng: np.random.Generator) -> pd.DataFrame:
    """Count the answers to other titles."""
    true = np.arange(TITLES) % len(CODES)
    counts = np.zeros((len(LABELS), len(LABELS)), dtype=int)
    np.add.at(counts, (true, spoil(true, matrix, rng)), 1)
    counts[-1, -1] = TITLES // len(CODES)
    return pd.DataFrame(counts, index=LABELS, columns=LABELS)


def as_contacts(answers: np.ndarray, *, read: bool) -> ng.Contacts:
    """Make contacts of the answers: read off a title, or given by a file and taken as right."""
    domain = [LABELS[a] if a < len(CODES) else None for a in answers]
    people = pd.DataFrame({"name": "x", "title": "t", "domain": domain})
    people["domain_source"] = "title" if read else "file"
    return ng.Contacts(people=people.set_index(people.index.astype(str)))


class Found(NamedTuple):
    """What came of one kind of network, a value a gap that was named or planted."""

    right: list[bool]
    absent: list[bool]
    """Of the planted gaps with nobody at all: whether they were found."""

    few: list[bool]
    """The same of those with some people."""

    seconds: float


def run(setting: Setting, networks: int, first: int) -> Found:
    """Look for gaps in many networks of one kind."""
    right, absent, few = [], [], []
    started = time.perf_counter()
    for seed in range(first, first + networks):
        rng = np.random.default_rng([seed, setting.people, int(100 * setting.noise)])
        mix, planted = true_mix(setting.least, rng)
        matrix = spoiling(setting, rng)
        true = rng.choice(len(CODES), size=setting.people, p=mix)
        contacts = as_contacts(spoil(true, matrix, rng), read=setting.corrected)
        gaps = ng.find_gaps(contacts, errors=known_errors(matrix, rng))
        named = [CODES.index(code) for code in gaps.index[gaps["verdict"] == "gap"]]
        for field in planted.tolist():
            (few if mix[field] else absent).append(field in named)
        right += [bool(mix[field] < HALF / len(PROFESSIONAL)) for field in named]
    return Found(right, absent, few, (time.perf_counter() - started) / networks)


def with_interval(outcomes: list[bool]) -> str:
    """Write a share with Wilson's 95 % interval."""
    hits, total = sum(outcomes), len(outcomes)
    if not total:
        return "none"
    z, share = 1.96, hits / total
    middle = (share + z**2 / (2 * total)) / (1 + z**2 / total)
    half = z / (1 + z**2 / total) * np.sqrt(share * (1 - share) / total + (z / (2 * total)) ** 2)
    return f"{share:.3f} ({middle - half:.3f} to {middle + half:.3f})"


def main() -> None:
    """Print precision and recall of every setting beside the targets."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--networks", type=int, default=60, help="networks a setting")
    parser.add_argument("--seed", type=int, default=20000, help="of the first network")
    options = parser.parse_args()
    print(f"Targets at 300 people and 15 % noise: precision {PRECISION:.2f}, recall {RECALL:.2f}.")
    heads = ["people", "labels wrong", "led to", "others from", "counts", "precision", "recall"]
    heads += ["of the absent", "of the few", "s each"]
    print(f"| {' | '.join(heads)} |")
    print("|---" * len(heads) + "|")
    for setting in SETTINGS:
        found = run(setting, options.networks, options.seed)
        counts = "corrected" if setting.corrected else "as they are"
        print(
            f"| {setting.people:,} | {setting.noise:.0%} | {setting.kind} other | "
            f"{setting.least:.2f} | {counts} | {with_interval(found.right)} | "
            f"{with_interval(found.absent + found.few)} | {with_interval(found.absent)} | "
            f"{with_interval(found.few)} | {found.seconds:.2f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
