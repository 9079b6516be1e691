"""Findings as Markdown: each figure with its interval, and the pictures of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from advice.pictures import Mark
from advice.scores import grouped_share, mean_interval, reliability, share_interval

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from advice.hidden_ties import Answered

GRADES = {
    "A": "A, observed",
    "B": "B, inferred",
    "C": "C, a guess",
    "D": "D, no path known",
}


def share(value: float, low: float = np.nan, high: float = np.nan) -> str:
    """Write a share with its interval: ``.48 (.38 to .58)``."""
    if np.isnan(value):
        return ""
    if np.isnan(low):
        return _short(value)
    return f"{_short(value)} ({_short(low)} to {_short(high)})"


def _short(value: float) -> str:
    return f"{value:.2f}".replace("0.", ".", 1) if -1 < value < 1 else f"{value:.2f}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def is_ours(method: str) -> bool:
    """Tell netgraph's methods from the plain rules."""
    return method.startswith("netgraph")


def answers_table(answered: Answered) -> str:
    """Write hits and ranks a method, and how far netgraph is ahead of the best plain rule."""
    scores = answered.scores()
    rows = []
    for method, row in scores.iterrows():
        name = f"**{method}**" if is_ours(str(method)) else str(method)
        cells = [share(row[k], row[f"{k}_low"], row[f"{k}_high"]) for k in ("hit1", "hit3", "mrr")]
        rows.append([name, *cells, share(row["answered"])])
    text = table(["who answers", "first is right", "one of three is", "MRR", "answered"], rows)
    for method in filter(is_ours, scores.index):
        best, lead, low, high = answered.lead(method)
        text += f"\n{method} less the best plain rule ({best}), MRR: {share(lead, low, high)}.\n"
    return text


def answers_marks(answered: Answered, score: str = "hit3") -> list[Mark]:
    """Give the marks of a picture: how often one of three names is right."""
    return [
        Mark(str(m), row[score], row[f"{score}_low"], row[f"{score}_high"], is_ours(str(m)))
        for m, row in answered.scores().iterrows()
    ]


def verdicts_table(verdicts: pd.Series, truth: pd.Series) -> str:
    """Count verdicts by what is true."""
    order = ["gap", "uncertain", "thin", "covered", "no verdict"]
    counted = pd.crosstab(truth, verdicts).reindex(columns=order, fill_value=0)
    rows = [[str(kind), *(str(n) for n in row)] for kind, row in zip(
        counted.index, counted.to_numpy(), strict=True)]  # fmt: skip
    return table(["truly", *order], rows)


def verdict_scores(verdicts: pd.Series, is_gap: pd.Series, planted: pd.Series) -> str:
    """Write the precision of the verdict gap, and its recall of the planted ones."""
    said = verdicts == "gap"
    right, named = int((said & is_gap).sum()), int(said.sum())
    found, there = int((said & planted).sum()), int(planted.sum())
    softly = int((verdicts.isin(["gap", "uncertain"]) & planted).sum())
    return (
        f"Precision of the verdict gap {share(*share_interval(right, named))} of {named}; recall "
        f"of the planted ones {share(*share_interval(found, there))} of {there}, or "
        f"{share(*share_interval(softly, there))} with the verdict uncertain counted too."
    )


def grades_table(named: pd.DataFrame, group: str, *, by: str | None = None) -> str:
    """Write, for each grade, how many of those named truly lead there, and what was stated."""
    keys = ["grade"] if by is None else [by, "grade"]
    rows = []
    for key, part in named.groupby(keys, sort=True):
        grade = GRADES.get(str(key[-1]), str(key[-1]))
        leads = share(*grouped_share(part["leads"], part[group]))
        cells = [str(len(part)), leads]
        rows.append([*map(str, key[:-1]), grade, *cells, share(part["knows"].mean())])
    head = ["grade", "named", "truly lead there", "mean `knows` stated"]
    return table(head if by is None else [by, *head], rows)


def means_table(rows: pd.DataFrame, value: str, keys: Sequence[str], group: str) -> str:
    """Write means with intervals, cases of one group drawn together."""
    lines = []
    for key, part in rows.groupby(list(keys), sort=False):
        known = part.dropna(subset=[value])
        mean, low, high = mean_interval(known[value], groups=known[group])
        names = [f"**{k}**" if is_ours(str(k)) else str(k) for k in key]
        lines.append([*names, share(mean, low, high), str(part[group].nunique())])
    return table([*keys, "share", f"{group}s"], lines)


def chances_table(
    said: pd.DataFrame, keys: Sequence[str], columns: tuple[str, str], group: str
) -> str:
    """Write how stated chances compare with what came: means, and the Brier score."""
    rows = []
    stated, came = columns
    for key, part in said.groupby(list(keys), sort=False):
        told = reliability(part[stated], part[came])
        share_came = share(*grouped_share(part[came], part[group]))
        rows.append(
            [
                *map(str, key),
                str(len(part)),
                share(part[stated].mean()),
                share_came,
                f"{told.attrs['brier']:.3f}",
                f"{told.attrs['brier_base']:.3f}",
            ]
        )
    head = ["cases", "mean stated", "came true", "Brier", "Brier of the overall share"]
    return table([*keys, *head], rows)
