"""What is not yet reached: fields of work, communities, and deep ties that sleep."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS

if TYPE_CHECKING:
    from netgraph.plan._people import People

LACKING = ("gap", "uncertain", "thin")
"""Verdicts of `find_gaps` that make a field a target."""

REACHED = 0.95
"""Fields and communities count as reached where it is so probable that a tie of yours answers."""

SHARES = {"field": 0.5, "community": 0.25, "tie": 0.25}
"""What all targets of a kind count together; a kind without any leaves its part to the others."""

_COLUMNS = ["kind", "code", "name", "weight", "access"]


@dataclass(frozen=True)
class Targets:
    """Fields and communities to reach.

    Attributes
    ----------
    table
        ``kind`` (``field``, ``community`` or ``tie``), ``code`` (of the domain, the
        number of the cluster, or the person_id), ``name``, ``weight`` (they sum to
        1), ``access``.
    by_domain, by_cluster, by_person
        Row of the table by code.
    """

    table: pd.DataFrame
    by_domain: dict[str, int]
    by_cluster: dict[int, int]
    by_person: dict[str, int]


def find_targets(gaps: pd.DataFrame, clusters: pd.DataFrame, people: People) -> Targets:
    """Weigh the fields that lack people, the communities without a living tie, the deep ties."""
    found = [_fields(gaps), _communities(clusters, people), _sleeping(people)]
    found = [each for each in found if each["weight"].sum() > 0]
    whole = sum(SHARES[each["kind"].iloc[0]] for each in found)
    parts = [
        each.assign(
            weight=SHARES[each["kind"].iloc[0]] / whole * each["weight"] / each["weight"].sum()
        )
        for each in found
    ]
    table = pd.concat(parts or [pd.DataFrame(columns=_COLUMNS)], ignore_index=True)
    place: dict[str, dict[Any, int]] = {kind: {} for kind in SHARES}
    for row, (kind, code) in enumerate(zip(table["kind"], table["code"], strict=True)):
        place[kind][code] = row
    return Targets(table, place["field"], place["community"], place["tie"])


def _fields(gaps: pd.DataFrame) -> pd.DataFrame:
    """By the priority of the gap, less what your ties there can already do."""
    wanted = gaps[gaps["verdict"].isin(LACKING) & (gaps["priority_bits"] > 0)]
    access = wanted["access"] if "access" in wanted else pd.Series(0.0, index=wanted.index)
    access = access.fillna(0.0)
    found = pd.DataFrame(
        {
            "kind": "field",
            "code": wanted.index.astype(object),
            "name": wanted.index.map(DOMAINS).astype(object),
            "weight": wanted["priority_bits"].to_numpy() * (1 - access.to_numpy()),
            "access": access.to_numpy(),
        }
    )
    return found[found["access"] < REACHED]


def _communities(clusters: pd.DataFrame, people: People) -> pd.DataFrame:
    """By their size, less what your ties there can already do."""
    member = clusters["cluster"].dropna().astype("int64")
    sizes = member.value_counts().sort_index()
    strength = pd.Series(people.strength * people.probability, index=people.ids)
    own = strength.reindex(member.index).fillna(0.0).clip(upper=1 - 1e-9)
    missed: pd.Series = pd.Series(np.log1p(-own.to_numpy()), index=own.index)
    access = pd.Series(-np.expm1(missed.groupby(member).sum()), index=sizes.index)
    names = clusters.dropna(subset=["cluster"]).drop_duplicates("cluster").set_index("cluster")
    found = pd.DataFrame(
        {
            "kind": "community",
            "code": sizes.index.astype(object),
            "name": names["label"].reindex(sizes.index).astype(object).to_numpy(),
            "weight": sizes.to_numpy() * (1 - access.to_numpy()),
            "access": access.to_numpy(),
        }
    )
    return found[found["access"] < REACHED]


def _sleeping(people: People) -> pd.DataFrame:
    """By their depth: ties that were deep once and are dormant."""
    asleep = people.state == "dormant"
    return pd.DataFrame(
        {
            "kind": "tie",
            "code": people.ids[asleep].astype(object),
            "name": [f"your tie to {name}" for name in people.names[asleep]],
            "weight": people.depth[asleep] * (1 - people.strength[asleep]),
            "access": people.strength[asleep],
        }
    )
