"""Who comes and who goes: rates from one export of a source to the next."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from netgraph.changes import History, Step, compare, listed
from netgraph.over_time._intervals import count_interval, share_interval

_COLUMNS = [
    "source", "since", "until", "years", "before", "after", "joined", "left", "moved",
    "joined_rate", "joined_low", "joined_high", "left_rate", "left_low", "left_high",
    "moved_rate", "moved_low", "moved_high", "says",
]  # fmt: skip
_COUNTS = ("before", "after", "joined", "left", "moved")
_YEAR = 365.25
ONE_EXPORT = (
    "not known from these files: there is one export of each source only. Import an earlier or a "
    "later export of the same kind (LinkedIn's Connections.csv, say) to see who came and went"
)


def churn(exports: History | Sequence[Step]) -> pd.DataFrame:
    r"""Tell how fast contacts come, go, and change jobs, from each export to the next.

    With :math:`n` contacts in the older export, of whom :math:`l` are in the newer no
    more, :math:`t` years between the two, and :math:`j` contacts in the newer only:

    .. math:: \lambda_{left} = 1 - (1 - l/n)^{1/t}, \qquad \lambda_{joined} = \frac{j}{n\,t}

    Parameters
    ----------
    exports
        A `Workspace`, or its ``history``: exports that followed each other.

    Returns
    -------
    pandas.DataFrame
        A row per pair of exports, oldest first: ``source`` (format), ``since`` and
        ``until`` (the days of the exports), ``years``; ``before`` and ``after``
        (contacts in each), ``joined``, ``left``, ``moved`` (in both, with another
        employer or title); ``joined_rate``, a year and contact, from 0;
        ``left_rate`` and ``moved_rate``, the chance of a contact to leave, or to
        change employer or title, within a year, 0 to 1 (``moved`` of those whose
        work both exports tell); each with the 95 % interval ``_low``, ``_high``;
        ``says`` in a sentence. NaN where there was nobody, or no time between.
        Empty where no export followed another: ``attrs["says"]`` tells what would.

    Notes
    -----
    The intervals are Jeffreys', were contacts to leave independently of each other
    at an even pace; counts that come are taken as Poisson's. Who joined and left
    again between the two is in neither, so the rates are lower bounds. Who changed
    twice counts once.

    Examples
    --------
    >>> from netgraph.workspace import Workspace
    >>> header = "First Name,Last Name,URL,Company,Position,Connected On\n"
    >>> row = "{0},Example,https://www.linkedin.com/in/{0},Acme,Engineer,05 Mar 2024\n"
    >>> with Workspace(":memory:") as workspace:
    ...     for day, names in (("01-01-2024", "abcd"), ("12-31-2025", "bcdef")):
    ...         content = header + "".join(row.format(name) for name in names)
    ...         _ = workspace.add((f"Connections {day}.csv", content.encode()))
    ...     churn(workspace)[["before", "joined", "left", "left_rate"]].round(3).to_dict("records")
    [{'before': 4, 'joined': 2, 'left': 1, 'left_rate': 0.134}]
    """
    steps = exports if isinstance(exports, Sequence) else exports.history
    counted = pd.DataFrame([_count(step) for step in steps])
    table = counted.reindex(columns=_COLUMNS) if counted.empty else _with_rates(counted)
    times = dict.fromkeys(("since", "until"), "datetime64[s]")
    table = table.astype({**times, **dict.fromkeys(_COUNTS, "int64")})
    table = table.sort_values(["until", "source"], kind="stable", ignore_index=True)[_COLUMNS]
    table.attrs["says"] = table["says"].iloc[-1] if len(table) else ONE_EXPORT
    return table


def _count(step: Step) -> dict[str, object]:
    """Count who stands in which of two exports, and of whom both tell their work."""
    before, after = listed(step.before), listed(step.after)
    told = compare(step)
    moved = told["change"].isin(["employer", "title"])
    works = [
        people.index[people[["company", "title"]].notna().any(axis=1)] for people in (before, after)
    ]
    return {
        "source": step.source,
        "since": step.since,
        "until": step.until,
        "years": (step.until - step.since).days / _YEAR,
        "before": len(before),
        "after": len(after),
        "joined": int((told["change"] == "joined").sum()),
        "left": int((told["change"] == "left").sum()),
        "moved": int(told.loc[moved, "person_id"].nunique()),
        "work": len(works[0].intersection(works[1])),
    }


def _with_rates(counted: pd.DataFrame) -> pd.DataFrame:
    """Add the rates a year, with their intervals, and a sentence."""
    years = counted["years"].where(counted["years"] > 0).to_numpy(dtype=np.float64)
    table = counted.copy()
    for name, whole in (("left", "before"), ("moved", "work")):
        of_all = counted[whole].to_numpy(dtype=np.float64)
        share = np.divide(
            counted[name], of_all, out=np.full(len(counted), np.nan), where=of_all > 0
        )
        low, high = share_interval(counted[name], of_all)
        for end, value in (("rate", share), ("low", low), ("high", high)):
            a_year = 1.0 - (1.0 - value) ** (1.0 / years)
            table[f"{name}_{end}"] = np.where(np.isnan(years), np.nan, a_year)
    exposed = counted["before"].where(counted["before"] > 0).to_numpy(dtype=np.float64) * years
    low, high = count_interval(counted["joined"])
    for end, value in (("rate", counted["joined"].to_numpy()), ("low", low), ("high", high)):
        table[f"joined_{end}"] = value / exposed
    return table.assign(says=[_sentence(row) for row in table.to_dict("records")])


def _sentence(row: dict[Any, Any]) -> str:
    counts = (
        f"From {row['since']:%B %Y} to {row['until']:%B %Y} {row['joined']:,} joined, "
        f"{row['left']:,} of {row['before']:,} left and {row['moved']:,} changed job"
    )
    if pd.isna(row["left_rate"]):
        return f"{counts}; there is no time between the two exports, so no rate is told."
    rates = [
        f"{row[f'{name}_rate']:.1%} ({row[f'{name}_low']:.1%} to {row[f'{name}_high']:.1%})"
        for name in ("left", "moved")
    ]
    return f"{counts}: {rates[0]} of contacts leave a year, and {rates[1]} change job."
