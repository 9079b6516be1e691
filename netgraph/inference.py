"""Ties that are not in any file but likely: a shared employer or school at the same time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from netgraph.identity import company_key

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


Rows = NDArray[np.int64]


class Prior(NamedTuple):
    """What is supposed of a kind of organisation, before any evidence.

    The probability that two of your contacts there know each other is
    ``closeness`` in a small group, and falls once a group has more people than
    one gets to know there: ``closeness * min(1, acquaintances / (size - 1))``.
    """

    closeness: float
    acquaintances: int


PRIORS = {"employer": Prior(0.5, 12), "school": Prior(0.3, 12)}
"""Assumptions, not measurements; they are shown as such wherever they are used."""

LEAST_PROBABILITY = 0.05
"""Below this, a shared organisation says nothing about two people, and no tie is made."""

_NOW = "9999"


def inferred_ties(contacts: Contacts) -> pd.DataFrame:
    """Find pairs of contacts who probably know each other from an organisation.

    Two people are paired who were at one organisation at the same time. A stay
    without dates is taken as the present one, as address books and LinkedIn
    show it.

    Parameters
    ----------
    contacts
        With ``affiliations``; the ego's own stays make no tie.

    Returns
    -------
    pandas.DataFrame
        Columns as in ``contacts.ties``, ``evidence`` = ``inferred``, with the
        ``probability`` of each, ``organisation``, and ``together``: from when to
        when both were there, where that is known. Large organisations give no
        rows: there a shared employer is no evidence of acquaintance.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> stays = pd.DataFrame({"person_id": ["ann", "bo"], "organisation": ["Acme Inc", "ACME"],
    ...                       "kind": "employer"})
    >>> people = pd.DataFrame({"name": ["Ann", "Bo"]}, index=["ann", "bo"])
    >>> inferred_ties(Contacts(people=people, affiliations=stays)).probability.tolist()
    [0.5]
    """
    stays = contacts.affiliations
    stays = stays[stays["kind"].isin(list(PRIORS)) & (stays["person_id"] != contacts.ego)]
    stays = stays.assign(key=stays["organisation"].map(company_key)).dropna(subset=["key"])
    undated = stays["start"].isna() & stays["end"].isna()
    stays["from"] = stays["start"].fillna("0000").where(~undated, _NOW)
    stays["to"] = stays["end"].fillna(_NOW) + "-99"  # a year or month lasts to its end
    shared = stays[stays.duplicated(["kind", "key"], keep=False)]
    shared = shared.sort_values(["kind", "key"], kind="stable").reset_index(drop=True)
    one, two, probability = _pairs(shared)
    person = shared["person_id"].to_numpy(dtype=object)
    ties = pd.DataFrame(
        {
            "source": np.minimum(person[one], person[two]),
            "target": np.maximum(person[one], person[two]),
            "kind": shared["kind"].to_numpy()[one],
            "evidence": "inferred",
            "probability": probability,
            "organisation": shared["organisation"].to_numpy()[one],
            "together": _together(shared, one, two),
        }
    )
    ties = ties.sort_values("probability", ascending=False, kind="stable")
    return ties.drop_duplicates(["source", "target", "kind"]).sort_index(ignore_index=True)


def _pairs(shared: pd.DataFrame) -> tuple[Rows, Rows, NDArray[np.float64]]:
    """Pair the rows of each organisation whose stays overlap; rows are sorted by it."""
    person = pd.factorize(shared["person_id"])[0]
    start, end = (shared[column].to_numpy(dtype=object) for column in ("from", "to"))
    found: list[tuple[Rows, Rows, NDArray[np.float64]]] = []
    kind = shared["kind"].tolist()
    begins = np.flatnonzero(~shared.duplicated(["kind", "key"]).to_numpy())
    for begin, finish in pairwise([*begins.tolist(), len(shared)]):
        rows = np.arange(begin, finish)
        prior = PRIORS[kind[begin]]
        probability = _acquaintance(prior, len(np.unique(person[rows])))
        if probability < LEAST_PROBABILITY:
            continue
        left, right = np.triu_indices(len(rows), k=1)
        one, two = rows[left], rows[right]
        together = (start[one] <= end[two]) & (start[two] <= end[one])
        together &= person[one] != person[two]
        one, two = one[together], two[together]
        found.append((one, two, np.full(len(one), probability)))
    if not found:
        return np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0)
    ones, twos, probabilities = zip(*found, strict=True)
    return np.concatenate(ones), np.concatenate(twos), np.concatenate(probabilities)


def _together(shared: pd.DataFrame, one: Rows, two: Rows) -> list[str | None]:
    """Write from when to when both were there; None where no file tells either."""
    begin, end = (shared[column].fillna("").to_numpy(dtype=object) for column in ("start", "end"))
    dated = (begin[one] != "") & (begin[two] != "")
    since = np.where(dated, np.maximum(begin[one], begin[two]), "").tolist()
    ends = zip(end[one].tolist(), end[two].tolist(), strict=True)
    until = [min(filter(None, both), default="")[:4] or "today" for both in ends]
    return [f"{a[:4]} to {b}" if a else None for a, b in zip(since, until, strict=True)]


def _acquaintance(prior: Prior, size: int) -> float:
    return prior.closeness * min(1.0, prior.acquaintances / (size - 1)) if size > 1 else 0.0
