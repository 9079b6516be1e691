"""From evidence to a probability: the name, all else, and who else it might be."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.identity.agreement import Agreement, compare_names
from netgraph.identity.blocking import by_name
from netgraph.identity.evidence import FOR_OR_AGAINST, shared, weigh
from netgraph.identity.records import typed

if TYPE_CHECKING:
    import numpy.typing as npt

    from netgraph.identity.commonness import Commonness
    from netgraph.identity.records import Records

OVERLAP = 0.6
"""How likely somebody in one source is in the next, before anything is known of them."""
MOST_BY_NAME, LEAST_BY_NAME = 3.0, -4.0
NAMELESS, SPELLED = -1.0, -0.4
TWO_NAMES, TWO_GIVEN_NAMES = -12.0, -8.0
_LARGEST = 12.0
_DTYPES = {
    "given": "object", "family": "object", "given_key": "object", "family_key": "object",
    "weight": "float64", "apart": "bool",
}  # fmt: skip


def compare_all(
    records: Records, pairs: pd.DataFrame, known: dict[tuple[int, int], Agreement]
) -> pd.DataFrame:
    """Compare all names of each pair of people.

    Parameters
    ----------
    records
        Folded: a record a person.
    pairs
        The pairs of people, ``a < b``.
    known
        Numbers of two names -> what `compare_names` said of them. It is filled
        here, for the next round.

    Returns
    -------
    pandas.DataFrame
        A row for each two names of a pair: ``a``, ``b``, ``low`` and ``high``
        (numbers of the names), ``sides`` (how many of the two only an address
        spells), the fields of `Agreement`, and ``apart`` of the pair: of some
        two texts in which people wrote their names, all names tell them apart.
    """
    rows = by_name(records, pairs)
    unique = rows[["low", "high"]].drop_duplicates()
    for low, high in unique.itertuples(index=False):
        if (low, high) not in known:
            known[low, high] = compare_names(records.names[low], records.names[high])
    found = typed((known[two] for two in unique.itertuples(index=False, name=None)), **_DTYPES)
    rows = rows.merge(pd.concat([unique, found.set_index(unique.index)], axis=1))
    rows["sides"] = rows["spelled_a"].astype(int) + rows["spelled_b"].astype(int)
    written = rows[(rows["sides"] == 0) & rows["apart"]]
    apart = pd.MultiIndex.from_frame(written[["a", "b"]].drop_duplicates())
    doubtful = rows[pd.MultiIndex.from_frame(rows[["a", "b"]]).isin(apart) & (rows["sides"] == 0)]
    texts = doubtful.groupby(["a", "b", "text_a", "text_b"])["apart"].all()
    two = texts[texts].reset_index()[["a", "b"]].drop_duplicates()
    rows["apart"] = pd.MultiIndex.from_frame(rows[["a", "b"]]).isin(pd.MultiIndex.from_frame(two))
    columns = ["a", "b", "low", "high", "sides", *Agreement._fields]
    rows = rows[columns].drop_duplicates(["a", "b", "low", "high", "sides"])
    return rows.sort_values(["a", "b", "low", "high"], ignore_index=True)


def judge(
    records: Records,
    agreements: pd.DataFrame,
    pairs: pd.DataFrame,
    commonness: Commonness,
    between: set[tuple[int, int]],
) -> pd.DataFrame:
    """Say of each pair of people how likely they are one.

    Parameters
    ----------
    records
        Folded: a record a person.
    agreements
        As `compare_all` gives them, ``a`` and ``b`` being people.
    pairs
        The pairs of people, ``a < b``.
    commonness
        How common each name is.
    between
        Pairs of people of whom the files tell something between them.

    Returns
    -------
    pandas.DataFrame
        What `weigh` gives, and ``by_name`` (log-odds of the names, the chance
        of meeting the person included), ``low``, ``high`` (the names that agree
        best), ``apart``, ``rivals`` (log-odds <= 0 for others who fit too), ``logit`` (the sum).

    Notes
    -----
    For the names, ln(0.6 / n), n being the number of others whom one may expect
    to be called so (`Commonness.expected`), at most 3: 95 % at best for a name.
    Then the sum of all evidence. Last, a record fits only one row of a LinkedIn
    file: its odds are divided by 1 + the odds of all other such rows.
    """
    named = _of_names(agreements, commonness)
    table = pairs.merge(named, on=["a", "b"], how="left")
    table["apart"] = table["apart"].eq(True)
    table["by_name"] = table["by_name"].fillna(NAMELESS)
    table = weigh(records, _worth_weighing(table, records), between)
    columns = [piece.column for piece in FOR_OR_AGAINST]
    table["logit"] = table["by_name"] + table[columns].sum(axis=1)
    table["rivals"] = _rivals(table, records)
    table["logit"] += table["rivals"]
    return table


def probability(logit: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """Give the probability that goes with log-odds, in [0, 1].

    Examples
    --------
    >>> float(probability(0.0))
    0.5
    """
    odds_against: npt.NDArray[np.float64] = np.exp(-np.asarray(logit, dtype=float))
    return 1 / (1 + odds_against)


def _of_names(agreements: pd.DataFrame, commonness: Commonness) -> pd.DataFrame:
    """Weigh the names of each two people: those of them that agree best."""
    rows = agreements.copy()
    keys = pd.unique(pd.concat([rows["given_key"], rows["family_key"]]))
    shares = {key: commonness.share(key) for key in keys}
    shares[""] = 1.0
    given = rows["given_key"].map(shares).to_numpy(float)
    family = rows["family_key"].map(shares).to_numpy(float)
    expected = commonness.expected(1.0, 1.0) - commonness.namesakes
    others = expected * given * family + commonness.namesakes
    weight = math.log(OVERLAP) - np.log(others) + rows["weight"].to_numpy(float)
    weight = np.minimum(weight, MOST_BY_NAME) + SPELLED * rows["sides"].to_numpy(float)
    other_given = (rows["given"] == "different").to_numpy()
    other_family = (rows["family"] == "different").to_numpy()
    weight = np.where(other_given, TWO_GIVEN_NAMES, weight)
    rows["by_name"] = np.where(other_given & other_family, TWO_NAMES, weight)
    apart = rows.groupby(["a", "b"])["apart"].any()
    best = rows.sort_values(["by_name", "low", "high"], ascending=[False, True, True])
    best = best.drop_duplicates(["a", "b"]).drop(columns="apart")
    return best.merge(apart.reset_index(), on=["a", "b"])


def _worth_weighing(table: pd.DataFrame, records: Records) -> pd.DataFrame:
    """Leave out those who share no address, and whose names are two or say too little."""
    likely = ~table["apart"] & (table["by_name"] > LEAST_BY_NAME)
    rest = table[~likely]
    near = [shared(rest, records.features[f])["pair"] for f in ("emails", "phones", "profiles")]
    return table[likely | table.index.isin(pd.concat(near))]


def _rivals(table: pd.DataFrame, records: Records) -> npt.NDArray[np.float64]:
    """Divide the odds of a record among the rows of a LinkedIn file that it fits."""
    odds = np.exp(np.clip(table["logit"].to_numpy(float), -_LARGEST, _LARGEST))
    record, row = (np.concatenate([table[x], table[y]]) for x, y in (("a", "b"), ("b", "a")))
    fits = (records.linkedin[row] & 1).astype(bool)
    fitting = np.where(fits, np.concatenate([odds, odds]), 0.0)
    total = pd.Series(fitting).groupby(record).transform("sum").to_numpy()
    lowered = np.where(fits, np.log1p(np.maximum(total - fitting, 0.0)), 0.0)
    return -(lowered[: len(table)] + lowered[len(table) :])
