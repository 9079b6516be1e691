"""Who vouches for you, for what, and at which level they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.career._standing import LEVEL, counted, find_self
from netgraph.career._vouching import vouching_acts

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


def find_vouchers(contacts: Contacts) -> pd.DataFrame:
    """Tell who vouches for you, for what, and at which level they stand.

    Parameters
    ----------
    contacts
        After `classify`, with ``skills`` and ``interactions``.

    Returns
    -------
    pandas.DataFrame
        A row a skill for which you were endorsed, the most endorsed first, and above them
        one of the recommendations: ``what`` (NA of recommendations, whose text is not
        kept), ``kind`` (``recommendation`` or ``endorsement``), ``people``; ``E`` to ``X``,
        how many of them stand at each level, and ``unknown``; ``senior``, above your level
        (NA where that is not known); ``names``, ``person_ids`` (tuples, the highest level
        first), ``last_at``. Empty where nobody is known to vouch; ``attrs["says"]`` tells.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "seniority": ["P", "D"],
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> skills = pd.DataFrame({"person_id": ["ego"], "skill": ["SQL"], "kind": "endorsement",
    ...                        "source_id": ["ann"]})
    >>> found = find_vouchers(Contacts(people=people, skills=skills))
    >>> found[["what", "people", "D"]].values.tolist()
    [['SQL', 1, 1]]
    """
    me = find_self(contacts)
    rows = vouching_acts(contacts, me.ego)
    rows["name"] = rows["person_id"].map(contacts.people["name"]).fillna("somebody without a name")
    rows["level"] = rows["person_id"].map(contacts.people["seniority"])
    rows["rank"] = rows["level"].map(LEVEL).astype("float64")
    rows = rows.sort_values(["rank", "name"], ascending=[False, True], kind="stable")
    last = rows.groupby(["kind", "key"], sort=False)["at"].max()
    rows = rows.drop_duplicates(["kind", "key", "person_id"])
    groups = rows.groupby(["kind", "key"], sort=False)
    table = groups.agg(
        what=("what", "first"), people=("person_id", "size"), names=("name", tuple),
        person_ids=("person_id", tuple),
    )  # fmt: skip
    standing = pd.crosstab([rows["kind"], rows["key"]], rows["level"].fillna("unknown"))
    standing = standing.reindex(columns=[*LEVEL, "unknown"], fill_value=0)
    table = table.join(standing.reindex(table.index))
    above = [code for code, place in LEVEL.items() if me.level is not None and place > me.level]
    table["senior"] = table[above].sum(axis=1).astype("Int64")
    if me.level is None:
        table["senior"] = pd.Series(pd.NA, index=table.index, dtype="Int64")
    table["last_at"] = last.reindex(table.index)
    table = table.reset_index().sort_values(
        ["kind", "people", "what"], ascending=[False, False, True], ignore_index=True
    )
    columns = [
        "what",
        "kind",
        "people",
        *LEVEL,
        "unknown",
        "senior",
        "names",
        "person_ids",
        "last_at",
    ]
    table = table[columns]
    table.attrs["says"] = _says(rows)
    return table


def _says(rows: pd.DataFrame) -> str:
    if rows.empty:
        return (
            "Not known from these files: who vouches for you. Recommendations_Received.csv and "
            "Endorsement_Received_Info.csv of the larger LinkedIn archive tell it."
        )
    one = rows.loc[rows["kind"] == "recommendation", "person_id"].nunique()
    two = rows.loc[rows["kind"] == "endorsement", "person_id"].nunique()
    return (
        f"{counted(one, 'person', 'people')} wrote a recommendation of you, and {two:,} endorsed "
        "skills of yours."
    )
