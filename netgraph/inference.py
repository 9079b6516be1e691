"""Ties that are not in any file but likely: a shared employer or school at the same time."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.identity import company_key

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


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
        ``probability`` of each, and ``organisation``. Large organisations give
        no rows: there a shared employer is no evidence of acquaintance.

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
    found = [
        pairs
        for (kind, _), group in stays.groupby(["kind", "key"], sort=True)
        if len(group) > 1 and not (pairs := _pairs(group, str(kind))).empty
    ]
    columns = ["source", "target", "kind", "evidence", "probability", "organisation"]
    if not found:
        return pd.DataFrame(columns=columns)
    ties = pd.concat(found, ignore_index=True)
    ties = ties.sort_values("probability", ascending=False, kind="stable")
    return ties.drop_duplicates(["source", "target", "kind"])[columns].sort_index(ignore_index=True)


def _pairs(group: pd.DataFrame, kind: str) -> pd.DataFrame:
    size = group["person_id"].nunique()
    if size < 2:
        return pd.DataFrame()
    prior = PRIORS[kind]
    probability = prior.closeness * min(1.0, prior.acquaintances / (size - 1))
    if probability < LEAST_PROBABILITY:
        return pd.DataFrame()
    left, right = np.triu_indices(len(group), k=1)
    person, start, end = (group[c].to_numpy(dtype=object) for c in ("person_id", "from", "to"))
    together = (
        (start[left] <= end[right]) & (start[right] <= end[left]) & (person[left] != person[right])
    )
    left, right = left[together], right[together]
    return pd.DataFrame(
        {
            "source": np.minimum(person[left], person[right]),
            "target": np.maximum(person[left], person[right]),
            "kind": kind,
            "evidence": "inferred",
            "probability": probability,
            "organisation": group["organisation"].iloc[0],
        }
    )
