"""What your network consists of: how many of each relation in each field, at each level."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.care.exchanges import find_exchanges
from netgraph.care.relations import find_relations
from netgraph.care.tie_health import measure_health
from netgraph.domains import DOMAINS, SENIORITY
from netgraph.errors import UnknownNameError, nearest
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

STATES = ("active", "cooling", "dormant", "lost", "one-sided")
CATEGORIES = {"domain": tuple(DOMAINS), "seniority": tuple(SENIORITY), "state": STATES}
"""By what it can be told -> the categories, in order."""

FORMER, NOBODY_SAYS, UNKNOWN = "former", "none", "unknown"
"""Rows for former colleagues and for those of whom no relation is known; the last column."""


def describe_relations(
    contacts: Contacts,
    *,
    by: str = "domain",
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Count your contacts by relation and by field of work, level or state of the tie.

    Parameters
    ----------
    contacts
        After `classify`.
    by
        ``domain``, ``seniority`` or ``state`` (as `tie_health` has it).
    relations
        As `find_relations` gives them; by default they are found.
    now
        The day to look back from, as `find_relations` takes it.

    Returns
    -------
    pandas.DataFrame
        Index ``relation``: the codes of `netgraph.RELATIONS` that hold of somebody,
        ``former`` for former colleagues, and ``none`` for contacts of whom no relation
        is known. A column per category that anybody is in, in its order, and
        ``unknown``. Cells count people; who has two relations counts in two rows.
        ``attrs["by"]``.

    Raises
    ------
    UnknownNameError
        If `by` is none of the three.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "company": "Acme", "seniority": "M",
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> describe_relations(Contacts(people=people, ties=ties), by="seniority").loc["colleague", "M"]
    np.int64(1)
    """
    if by not in CATEGORIES:
        raise UnknownNameError(f"relations by {by!r} are not known", remedy=nearest(by, CATEGORIES))
    if relations is None:
        relations = find_relations(contacts, now=now)
    health = measure_health(contacts, *find_exchanges(contacts, now))
    state = health["state"].where(health["state"].isin(STATES))
    value = state if by == "state" else contacts.people[by]
    rows = pd.concat([told_apart(relations), _rest(health, relations)], ignore_index=True)
    of = value.reindex(rows["person_id"]).to_numpy(dtype=object)
    category = pd.Series(of, index=rows.index, dtype="str").fillna(UNKNOWN)
    counts = pd.crosstab(rows["relation"], category)
    order = [
        code for row in RELATIONS for code in ((row, FORMER) if row == "colleague" else (row,))
    ]
    counts = counts.reindex(
        index=[row for row in (*order, NOBODY_SAYS) if row in counts.index],
        columns=[*(each for each in CATEGORIES[by] if each in counts), UNKNOWN],
        fill_value=0,
    )
    counts = counts.rename_axis(index="relation", columns=by).astype("int64")
    counts.attrs["by"] = by
    return counts


def told_apart(relations: pd.DataFrame) -> pd.DataFrame:
    """Give former colleagues a code of their own: ``person_id relation``, a row each."""
    over = (relations["relation"] == "colleague") & (~relations["present"].astype("boolean"))
    code = relations["relation"].mask(over.fillna(False).astype(bool), FORMER)
    return relations[["person_id"]].assign(relation=code.astype("str"))


def _rest(health: pd.DataFrame, relations: pd.DataFrame) -> pd.DataFrame:
    nobody_says = health.index[~health.index.isin(relations["person_id"])]
    return pd.DataFrame({"person_id": nobody_says, "relation": NOBODY_SAYS}).astype("str")
