"""How common a name, an employer or a place is among the people of these files."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.identity.agreement import name_keys
from netgraph.identity.records import CONNECTIONS, typed

if TYPE_CHECKING:
    import numpy.typing as npt

    from netgraph.identity.records import Records

_BELIEF = 50
_TYPICAL = {"g": 0.01, "gi": 0.07, "gn": 0.01, "f": 0.003, "fi": 0.06}
_FEWEST = 300
_NAMESAKES, _AMONG = 5, 60


@dataclass(frozen=True)
class Commonness:
    """Shares of people, as far as these files tell; what they cannot tell is guessed.

    Attributes
    ----------
    size
        Number of people in the largest source.
    namesakes
        Share of people of whose full name there is another.
    counts
        Part of a name, in the form of `name_keys` -> number of people who bear it
        in the source that has most.
    """

    size: int
    namesakes: float
    counts: dict[str, int]

    def share(self, key: str) -> float:
        """Give the share of others who bear a part of a name.

        With n people, c of whom bear it, (c - 1 + 50 m) / (n - 1 + 50): in a
        small file mostly m, what is usual.

        Examples
        --------
        >>> of_few, of_many = Commonness(1, 0.1, {"g:ann": 1}), Commonness(5000, 0.1, {"g:ann": 51})
        >>> round(of_few.share("g:ann"), 3), round(of_many.share("g:ann"), 3)
        (0.01, 0.01)
        """
        if not key:
            return 1.0
        usual = _TYPICAL[key.partition(":")[0]]
        others = max(self.counts.get(key, 0) - 1, 0)
        return (others + _BELIEF * usual) / (max(self.size - 1, 0) + _BELIEF)

    def expected(self, given: float, family: float) -> float:
        """Give the number of others whom one may expect to be called alike.

        With N people, and shares p of the given and q of the family name, N p q,
        as far as names are given at random; and the share of people who have a
        namesake, as names run in circles.
        """
        return max(self.size, _FEWEST) * given * family + self.namesakes


def measure_commonness(records: Records) -> Commonness:
    """Count the names of people who are laid together already.

    Of each source by itself, as one person seldom stands in one source twice;
    the source in which there are most counts.
    """
    named = records.named
    written = named[~named["spelled"]] if (~named["spelled"]).any() else named
    rows = _with_source(written, records)
    sizes = rows.drop_duplicates(["record", "source"])["source"].value_counts()
    keys = typed(
        ((n, key) for n in written["name"].unique() for key in name_keys(records.names[n])),
        name="int64",
        key="object",
    )
    told = rows.merge(keys, on="name").drop_duplicates(["record", "source", "key"])
    counts = told.groupby(["key", "source"]).size().groupby(level="key").max()
    size = int(sizes.max()) if len(sizes) else 0
    by_key = {str(key): int(count) for key, count in counts.items()}
    return Commonness(size, _share_of_namesakes(rows, records, sizes), by_key)


def _with_source(rows: pd.DataFrame, records: Records) -> pd.DataFrame:
    """Add the sources of each row; where none is told, the kind of id stands for it.

    Records of one name (or other value) and of no known source may be one
    person as well as two; they are taken to come from two sources in turn.
    """
    sources = records.features["sources"].rename(columns={"value": "source"})
    rows = rows.merge(sources, on="record", how="left")
    kinds = [records.ids[record].rpartition("/")[0][:4] for record in rows["record"]]
    unknown = rows["source"].isna()
    turn = (rows[unknown].groupby("name").cumcount() % 2).reindex(rows.index, fill_value=0)
    guessed = [kind or f"?{number}" for kind, number in zip(kinds, turn, strict=True)]
    rows["source"] = rows["source"].where(~unknown, pd.Series(guessed, index=rows.index))
    return rows


def _share_of_namesakes(rows: pd.DataFrame, records: Records, sizes: pd.Series) -> float:
    names = records.names
    if sizes.empty:
        return _NAMESAKES / _AMONG
    source = CONNECTIONS if CONNECTIONS in sizes else str(sizes.idxmax())
    there = rows[rows["source"] == source].drop_duplicates("record")
    full = there["name"].map(lambda number: names[number].key if names[number].is_full else None)
    shared = int(full.dropna().duplicated(keep=False).sum())
    return (shared + _NAMESAKES) / (int(sizes[source]) + _AMONG)


def rarity(
    shares: npt.NDArray[np.float64], *, agreeing: float, least: float, most: float
) -> npt.NDArray[np.float64]:
    """Give the log-odds that go with sharing something: ln(agreeing / share), within bounds."""
    return np.clip(math.log(agreeing) - np.log(shares), least, most)


def share_of_people(values: pd.DataFrame, records: Records, *, among: int = 40) -> pd.Series:
    """Give the share of people who have a value, by the source in which most have it.

    Parameters
    ----------
    values
        Columns ``record`` and ``value``.
    among
        So many imagined others, of whom one has it.
    """
    sizes = records.features["sources"]["value"].value_counts()
    size = int(sizes.max()) if len(sizes) else len(records)
    rows = _with_source(values.rename(columns={"value": "name"}), records)
    rows = rows.rename(columns={"name": "value"})
    rows = rows.drop_duplicates(["record", "source", "value"])
    counts = rows.groupby(["value", "source"]).size().groupby(level="value").max()
    return (counts + 1) / (size + among)
