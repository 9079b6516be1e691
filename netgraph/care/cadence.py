"""How long you may be silent with whom: an assumption for each relation, to be argued with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

CADENCE: Mapping[str, int | None] = {
    "mentor": 60,  # learns of what came of the advice while it is fresh
    "mentee": 60,  # the same, from the other side
    "client": 60,  # before somebody else calls
    "partner": 60,
    "colleague": 90,  # of today: you meet at work, which no file tells
    "friend": 90,
    "former colleague": 180,
    "community": 180,  # there is an event or two a year
    "recruiter": 180,
    "alumni": 365,
    "family": None,  # no program should tell you when to call your mother
}
"""Days after which a word is due, by relation: nobody has measured these, they are a habit."""

OTHERWISE = 180
"""The same where the relation is not known."""

LEAST_DEPTH = 6.0
"""A tie less deep than this never had a habit that could be missed."""

ALIVE = ("active", "cooling")
_YEAR, _LONGEST_GAP = 365, 365


def cadences(relations: pd.DataFrame | None, people: pd.Index) -> pd.DataFrame:
    """Give the relation that asks for the most frequent word, and its days.

    Parameters
    ----------
    relations
        As `find_relations` gives them.
    people
        Whose.

    Returns
    -------
    pandas.DataFrame
        Index `people`: ``relation`` (NA where none is known), ``days`` (infinite
        where no word ever is due).
    """
    found = pd.DataFrame({"relation": None, "days": float(OTHERWISE)}, index=people, dtype=object)
    found = found.astype({"relation": "str", "days": "float64"})
    if relations is None or relations.empty:
        return found
    past = ~relations["present"].astype("boolean").fillna(value=True)
    former = (relations["relation"] == "colleague") & past.to_numpy(dtype=bool)
    kind = relations["relation"].mask(former, "former colleague")
    known = relations.assign(relation=kind)[kind.isin(list(CADENCE)).to_numpy()]
    days = known["relation"].map({k: np.inf if d is None else float(d) for k, d in CADENCE.items()})
    order = days.argsort(kind="stable")
    first = known.assign(days=days).iloc[order].drop_duplicates("person_id").set_index("person_id")
    private = set(known.loc[known["relation"] == "family", "person_id"])
    first.loc[first.index.isin(private), "days"] = np.inf
    told = first.index.intersection(people)
    found.loc[told, ["relation", "days"]] = first.loc[told, ["relation", "days"]]
    return found


def due_dates(health: pd.DataFrame, relations: pd.DataFrame | None) -> pd.DataFrame:
    r"""Tell when a word is due to each tie that lives and was deep enough to be missed.

    A tie of depth :math:`D` that is silent for :math:`s` years counts where
    :math:`D \ge 6 \max(1, s)`; the word is due at the last one plus the longer of the
    cadence and the usual gap of these two (a year at most).

    Parameters
    ----------
    health
        As `tie_health` gives it.
    relations
        As `find_relations` gives them.

    Returns
    -------
    pandas.DataFrame
        Index person_id: ``relation``, ``days``, ``last_at``, ``due_at``, ``depth``.
    """
    silent = (health["silence"] / _YEAR).clip(lower=1.0)
    counts = health["state"].isin(ALIVE) & (health["depth"] >= LEAST_DEPTH * silent)
    ties = health[counts]
    told = cadences(relations, ties.index).assign(last_at=ties["last_at"], depth=ties["depth"])
    usual = ties["usual_gap"].clip(upper=_LONGEST_GAP).fillna(0.0)
    told["days"] = np.maximum(told["days"], usual)
    told = told[np.isfinite(told["days"])]
    period = pd.to_timedelta(told["days"], unit="D")
    return told.assign(due_at=(told["last_at"] + period).astype("datetime64[s]"))
