"""How long you may be silent with whom: an assumption for each relation, to be argued with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care.relations import main_relation

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
    """Give the relation that counts for each, and after how many days a word is due.

    Parameters
    ----------
    relations
        As `find_relations` gives them.
    people
        Whose.

    Returns
    -------
    pandas.DataFrame
        Index `people`: ``relation`` (a key of `CADENCE`, NA where none is known),
        ``days`` (infinite where no word ever is due).
    """
    found = pd.DataFrame({"relation": None, "days": float(OTHERWISE)}, index=people, dtype=object)
    found = found.astype({"relation": "str", "days": "float64"})
    if relations is None or relations.empty:
        return found
    main = main_relation(relations)
    main = main[main.index.isin(people)]
    past = relations["present"].astype("boolean").eq(other=False).fillna(value=False)
    former = relations.loc[past & (relations["relation"] == "colleague"), "person_id"]
    main = main.mask((main == "colleague") & main.index.isin(former), "former colleague")
    days = {code: np.inf if each is None else float(each) for code, each in CADENCE.items()}
    found.loc[main.index, "relation"] = main
    found.loc[main.index, "days"] = main.map(days).fillna(float(OTHERWISE))
    private = relations.loc[relations["relation"] == "family", "person_id"]
    found.loc[found.index.isin(private), "days"] = np.inf
    return found


def may_be_due(health: pd.DataFrame) -> pd.Series:
    r"""Tell which ties live, and were deep enough for a silence to be noticed.

    A tie of depth :math:`D` that is silent for :math:`s` years counts where
    :math:`D \ge 6 \max(1, s)`.
    """
    silent = (health["silence"] / _YEAR).clip(lower=1.0)
    return health["state"].isin(ALIVE) & (health["depth"] >= LEAST_DEPTH * silent)


def due_dates(ties: pd.DataFrame, relations: pd.DataFrame | None) -> pd.DataFrame:
    """Tell when a word is due: the cadence or the usual gap after the last one.

    Parameters
    ----------
    ties
        Those of `tie_health` that `may_be_due`.
    relations
        As `find_relations` gives them.

    Returns
    -------
    pandas.DataFrame
        Index person_id: ``relation``, ``days``, ``last_at``, ``due_at``.
    """
    told = cadences(relations, ties.index).assign(last_at=ties["last_at"])
    usual = ties["usual_gap"].clip(upper=_LONGEST_GAP).fillna(0.0)
    told["days"] = np.maximum(told["days"], usual)
    told = told[np.isfinite(told["days"])]
    period = pd.to_timedelta(told["days"], unit="D")
    dated: pd.DataFrame = told.assign(due_at=(told["last_at"] + period).astype("datetime64[s]"))
    return dated
