"""How well you know the people of a field: who is absent, and who is there but far away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.ties import observed_ties_of_ego, rate_ties

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

NEAR = 0.5
"""From this access on a field counts as present; below it, as dormant."""

_COLUMNS = ["strength", "probability", "since", "last_at"]


def own_ties(contacts: Contacts) -> pd.DataFrame:
    """List the people whom the ego knows themselves, with how well and since when.

    Returns
    -------
    pandas.DataFrame
        Index person_id: ``strength`` (0 to below 1), ``probability``, ``since``,
        ``last_at``. Where no ego is known: everybody, and all of it unknown.
    """
    people = contacts.people.index
    if contacts.ego is None:
        empty = pd.DataFrame(index=people, columns=_COLUMNS, dtype=float)
        return empty.astype({"since": "datetime64[s]", "last_at": "datetime64[s]"})
    own = people.get_loc(contacts.ego)
    rated, _ = rate_ties(contacts, observed_ties_of_ego(contacts))
    other = np.where(rated["source"] == own, rated["target"], rated["source"])
    rated = rated.set_index(people[other.astype(np.int64)])
    return rated.loc[people[people.isin(rated.index)], _COLUMNS]


def access_by_domain(domains: pd.Series, strength: pd.Series, codes: list[str]) -> pd.Series:
    r"""Tell how likely one of the people in each field would answer you.

    .. math:: A_k = 1 - \prod_{i \in k} (1 - s_i)

    with :math:`s_i` the strength of your tie. 0 where nobody is known there, NaN
    where somebody is but no strength is known.
    """
    known = domains.dropna()
    miss = np.log1p(-strength.reindex(known.index).clip(upper=1 - 1e-9))
    total = miss.groupby(known).agg(lambda logs: logs.sum(skipna=False))
    return pd.Series(-np.expm1(total.reindex(codes).fillna(0.0)), index=codes).where(
        ~(total.reindex(codes).isna() & pd.Series(codes, index=codes).isin(known))
    )


def presence(count: pd.Series, access: pd.Series) -> pd.Series:
    """Put the access into a word: absent, dormant, present; or unknown."""
    words = np.select(
        [count == 0, access.isna(), access < NEAR], ["absent", "unknown", "dormant"], "present"
    )
    return pd.Series(words, index=count.index)
