"""Ties that a list or a graph file states outright: one for each pair, however often it stands."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import empty_table
from netgraph.importers._dates import DAYS, counted, read_time
from netgraph.importers._names import clean

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

COLUMNS = {
    "source": "source|source name|source label|person 1|person A|node 1|name 1|quelle|origen"
    "|origine|origem|источник|zdroj",
    "source_id": "source_id|source email|source url",
    "target": "target|target name|target label|person 2|person B|node 2|name 2|ziel|destino"
    "|cible|destinazione|цель|cíl",
    "target_id": "target_id|target email|target url",
    "weight": "weight|strength|value|gewicht|poids|peso|вес|váha",
    "kind": "kind|relation|relationship|type|label|art|beziehung|tipo|relación|relazione|тип|druh",
    "since": "since|date|start|started|first contact|seit|depuis|desde|dal|с|od",
    "last_at": "last_at|last|last contact|end|until",
    "count": "count|times",
    "evidence": "evidence",
    "probability": "probability",
}
"""Role -> its headers, of lists and of the attributes of ties in graph files."""
SELF = "a tie of a person with themselves"
NO_WEIGHT = "its weight is not above 0: no tie"
_NO_KINDS = frozenset({"directed", "undirected", "mutual"})
"""What Gephi writes in the column Type."""
_READ = ("weight", "count", "since", "last_at")
"""The roles whose cells are read as numbers or dates."""


class Edge(NamedTuple):
    """One tie as a file states it.

    ``weight`` is NaN where it is not told; ``unread`` counts the cells of it
    that hold a text which is no number, or no date.
    """

    source: str
    target: str
    weight: float
    times: int
    relation: str
    since: datetime | None
    last_at: datetime | None
    evidence: str
    probability: float
    unread: int


def read_edge(source: str, target: str, told: Mapping[str, str]) -> Edge | str:
    """Read one tie; the reason where it is none.

    Parameters
    ----------
    source, target
        The ids of the two.
    told
        Role (see `COLUMNS`) -> text.

    Examples
    --------
    >>> read_edge("ann", "bo", {"weight": "0,5"}).weight, read_edge("ann", "ann", {})
    (0.5, 'a tie of a person with themselves')
    """
    if source == target:
        return SELF
    weight, times = _number(told.get("weight", "")), _number(told.get("count", ""))
    if weight <= 0:
        return NO_WEIGHT
    since, last_at = _day(told.get("since", "")), _day(told.get("last_at", ""))
    unread = sum(
        value is None or (isinstance(value, float) and math.isnan(value))
        for role, value in zip(_READ, (weight, times, since, last_at), strict=True)
        if told.get(role)
    )
    relation = clean(told.get("kind", ""))
    inferred = told.get("evidence", "").strip().casefold() == "inferred"
    probability = _number(told.get("probability", "")) if inferred else 1.0
    return Edge(
        source,
        target,
        weight,
        max(int(times), 1) if times < 2**31 else 1,
        "" if relation.casefold() in _NO_KINDS else relation,
        since,
        last_at,
        "inferred" if inferred else "observed",
        probability if 0 <= probability <= 1 else 1.0,
        unread,
    )


def fold_edges(edges: Sequence[Edge], *, directed: bool) -> tuple[pd.DataFrame, list[str]]:
    """Make the table ``ties``, a row a pair and evidence, and say what was folded.

    Parameters
    ----------
    edges
        The ties, in the order of the file.
    directed
        Whether the file tells from whom to whom; else a pair is one in either
        order.

    Returns
    -------
    tuple of pandas.DataFrame and list of str
        Ties of kind ``edge``: the weights of a pair are summed, ``count`` is how
        often it stands there, ``since`` is the first date, ``relation`` the first
        word for it. And the warnings.
    """
    if not edges:
        return empty_table("ties"), []
    rows = pd.DataFrame(edges)
    if not directed:
        turned = rows["source"] > rows["target"]
        rows.loc[turned, ["source", "target"]] = rows.loc[turned, ["target", "source"]].to_numpy()
    rows["relation"] = rows["relation"].where(rows["relation"] != "")
    keys = ["source", "target", "evidence"]
    repeated = int(rows.duplicated(keys).sum())
    dates = {date: pd.to_datetime(rows[date]) for date in ("since", "last_at")}
    pairs = rows.assign(**dates).groupby(keys, as_index=False, sort=False)
    ties = pairs.agg(
        since=("since", "min"),
        last_at=("last_at", "max"),
        count=("times", "sum"),
        weight=("weight", "sum"),
        weighed=("weight", "count"),
        probability=("probability", "max"),
        relation=("relation", "first"),
    )
    ties["weight"] = ties["weight"].where(ties.pop("weighed") > 0)
    ties["count"] = ties["count"].astype("Int64").where(ties["count"] > 1)
    unread = int(rows["unread"].sum())
    warnings = [
        f"{counted(repeated, 'tie')} of a pair that stands further up: counted together"
        if repeated
        else "",
        f"{counted(unread, 'cell')} with a weight or a date could not be read" if unread else "",
    ]
    return ties.assign(kind="edge"), warnings


@lru_cache(maxsize=1 << 12)
def _day(text: str) -> datetime | None:
    return read_time(text, DAYS) if text else None


@lru_cache(maxsize=1 << 12)
def _number(text: str) -> float:
    """Read a number, with a point or a comma; NaN where it is none."""
    if not text:
        return math.nan
    try:
        number = float(text.strip().replace(",", "."))
    except ValueError:
        return math.nan
    return number if math.isfinite(number) else math.nan
