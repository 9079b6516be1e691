"""Your skills and certificates beside those of your peers and of your field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.career._standing import LEVEL, NEAR, counted, find_self, fits
from netgraph.career.peers import career_peers

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

_COLUMNS = [
    "skill", "kind", "yours", "said", "endorsed_by", "senior_endorsers", "last_endorsed",
    "peers", "of_peers", "field", "of_field", "verdict",
]  # fmt: skip
_ONLY_HERE = (
    "LinkedIn's export tells the skills of others only where you endorsed them, and their "
    "certificates only where these stand behind the name."
)


def compare_skills(contacts: Contacts, *, peers: pd.DataFrame | None = None) -> pd.DataFrame:
    """Lay your skills and certificates beside those known of peers and of people in your field.

    Parameters
    ----------
    contacts
        After `classify`, with ``skills``.
    peers
        As `career_peers` gives it; else made here.

    Returns
    -------
    pandas.DataFrame
        A row a skill or certificate, spelt as it is most often, case and blanks aside:
        ``skill``; ``kind`` (``skill`` or ``certification``); ``yours`` (said, endorsed or
        attested); ``said`` (on your own profile); ``endorsed_by`` (how many people
        endorsed you), ``senior_endorsers`` (of them above your level; NA where your level
        is not known), ``last_endorsed``; ``peers`` who have it, ``of_peers`` of whom any
        skill is known; ``field`` and ``of_field``, the same of people in your field or one
        near to it, NA where yours is not known; ``verdict`` in words. What others have and
        you do not comes first, by how many peers have it, then how many of the field.
        ``attrs``: ``says``.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "domain": "DATA",
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> skills = pd.DataFrame({"person_id": ["ego", "ann"], "skill": ["SQL", "Spark"],
    ...                        "kind": ["skill", "endorsement"], "source_id": [None, "ego"]})
    >>> compare_skills(Contacts(people=people, skills=skills))[["skill", "verdict"]].values.tolist()
    [['Spark', 'theirs, not yours'], ['SQL', 'yours, endorsed by nobody']]
    """
    told = contacts.skills.dropna(subset=["person_id", "skill"])
    if told.empty:
        table = pd.DataFrame(columns=_COLUMNS)
        table.attrs["says"] = (
            "Not known from these files: no skill of anybody. Skills.csv, Certifications.csv and "
            "the endorsements in the larger LinkedIn archive tell them."
        )
        return table
    me = find_self(contacts)
    key = told["skill"].str.casefold().str.split().str.join(" ")
    told = told.assign(key=key, mine=told["person_id"] == me.ego)
    near = fits(contacts.people["domain"], me.domain) >= NEAR if me.domain else None
    others = told[~told["mine"]]
    ids = career_peers(contacts).index if peers is None else peers.index
    groups = {"peers": others[others["person_id"].isin(ids)]}
    if near is not None:
        groups["field"] = others[others["person_id"].isin(near.index[near])]
    table = _mine(told, contacts, me.level)
    for name in ("peers", "field"):
        table[name], table[f"of_{name}"] = _having(groups.get(name), table.index)
    cells = (table[column] for column in ("yours", "said", "kind", "endorsed_by"))
    table["verdict"] = [_verdict(*row) for row in zip(*cells, strict=True)]
    order = table.assign(
        theirs=table["peers"].where(~table["yours"], 0),
        others=table["field"].where(~table["yours"], 0).fillna(0),
    ).sort_values(
        ["yours", "theirs", "others", "endorsed_by", "skill"],
        ascending=[True, False, False, False, True],
    )
    table = order[_COLUMNS].reset_index(drop=True)
    table.attrs["says"] = _says(table, others)
    return table


def _mine(told: pd.DataFrame, contacts: Contacts, level: int | None) -> pd.DataFrame:
    """Tell of each skill what is known of yours."""
    spelt = told.groupby("key")["skill"].agg(lambda names: names.mode().iloc[0])
    table = pd.DataFrame({"skill": spelt})
    attested = told.loc[told["kind"] == "certification", "key"]
    table["kind"] = np.where(table.index.isin(attested), "certification", "skill")
    own = told[told["mine"]]
    table["yours"] = table.index.isin(own["key"])
    table["said"] = table.index.isin(own.loc[own["kind"] != "endorsement", "key"])
    confirmed = own[own["kind"] == "endorsement"].drop_duplicates(["key", "source_id"])
    ranks = confirmed["source_id"].map(contacts.people["seniority"]).map(LEVEL)
    above = confirmed.assign(above=ranks > (np.nan if level is None else level))
    sums = above.groupby("key").agg(
        endorsed_by=("source_id", "size"), senior_endorsers=("above", "sum"),
        last_endorsed=("at", "max"),
    )  # fmt: skip
    table = table.join(sums)
    for column in ("endorsed_by", "senior_endorsers"):
        table[column] = table[column].fillna(0).astype("Int64")
    if level is None:
        table["senior_endorsers"] = pd.array([pd.NA] * len(table), dtype="Int64")
    return table


def _having(rows: pd.DataFrame | None, keys: pd.Index) -> tuple[pd.Series, pd.Series]:
    """Count who of a group has each skill, and of whom any is known; NA without a group."""
    if rows is None:
        none = pd.Series(pd.NA, index=keys, dtype="Int64")
        return none, none
    count = rows.groupby("key")["person_id"].nunique().reindex(keys).fillna(0).astype("Int64")
    return count, pd.Series(rows["person_id"].nunique(), index=keys, dtype="Int64")


def _verdict(yours: bool, said: bool, kind: str, endorsed: int) -> str:  # noqa: FBT001 - cells
    if not yours:
        return "theirs, not yours"
    if kind == "certification" and not endorsed:
        return "yours, attested"
    if not endorsed:
        return "yours, endorsed by nobody"
    by = f"endorsed by {counted(int(endorsed), 'person', 'people')}"
    return f"yours, {by}" if said else f"{by}, not on your profile"


def _says(table: pd.DataFrame, others: pd.DataFrame) -> str:
    lacking = int((~table["yours"]).sum())
    confirmed = int((table["endorsed_by"] > 0).sum())
    known = others["person_id"].nunique()
    return (
        f"{counted(int(table['yours'].sum()), 'skill or certificate', 'skills and certificates')} "
        f"of yours, {confirmed:,} of them endorsed; {lacking:,} known of others and not of you. "
        f"Of {counted(known, 'other person', 'other people')} any skill is known. {_ONLY_HERE}"
    )
