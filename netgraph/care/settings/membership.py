"""Who serves you in which setting, and in which part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care.settings._known import read_known
from netgraph.care.settings.parts import SETTINGS, WHOLE
from netgraph.care.tie_health import DEEP

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.care.settings._known import Known
    from netgraph.contacts import Contacts


def find_settings(
    contacts: Contacts,
    *,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Tell who serves you in which setting: at work, in your career, in a job hunt.

    Parameters
    ----------
    contacts, relations, now
        As `describe_settings` takes them.

    Returns
    -------
    pandas.DataFrame
        ``person_id``, ``name``, ``setting``, ``part``: a row per person and part of a
        setting, ``all`` being the whole of it. Who fits several stands in each.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "company": ["Acme", "ACME Inc."],
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> find_settings(Contacts(people=people, ties=ties))["setting"].tolist()
    ['workplace']
    """
    return members_of(read_known(contacts, relations, now))


def members_of(known: Known) -> pd.DataFrame:
    """List who is in which part; see `find_settings`."""
    names = known.people[["name"]]
    found = [
        names[is_in].assign(setting=setting, part=part)
        for (setting, part), is_in in parts_of(known).items()
    ]
    table = pd.concat(found).rename_axis("person_id").reset_index()
    return table[["person_id", "name", "setting", "part"]]


def parts_of(known: Known) -> dict[tuple[str, str], NDArray[np.bool_]]:
    """Tell for each part of each setting who of ``known.people`` is in it."""
    parts = {key: is_in.to_numpy(dtype=bool) for key, is_in in _parts(known).items()}
    every: dict[tuple[str, str], NDArray[np.bool_]] = {}
    for setting, named in SETTINGS.items():
        within = {(setting, part): parts[setting, part] for part in named if part != WHOLE}
        whole = parts.get((setting, WHOLE))
        every[setting, WHOLE] = np.any(list(within.values()), axis=0) if whole is None else whole
        every.update(within)
    return every


def _parts(known: Known) -> dict[tuple[str, str], pd.Series]:
    """Tell for each part who is in it; of what is not known nobody is."""
    people = known.people
    inside = _holds(known, "colleague", present=True)
    former = _holds(known, "colleague") & ~inside
    in_field = people["domain"] == known.domain
    elsewhere = people["domain"].notna() & ~in_field & (known.domain is not None)
    above, same, below = (
        people["level"] > known.level,
        people["level"] == known.level,
        people["level"] < known.level,
    )
    met = people["state"] != "unknown"
    return {
        ("workplace", WHOLE): inside,
        ("workplace", "own_field"): inside & in_field,
        ("workplace", "other_fields"): inside & elsewhere,
        ("workplace", "above"): inside & above,
        ("workplace", "same_level"): inside & same,
        ("workplace", "below"): inside & below,
        ("career", "peers"): in_field & same,
        ("career", "seniors"): in_field & above,
        ("career", "mentors"): _holds(known, "mentor"),
        ("career", "alumni"): _holds(known, "alumni"),
        ("career", "community"): _holds(known, "community"),
        ("job_hunt", "recruiters"): _holds(known, "recruiter") & ~inside,
        ("job_hunt", "other_companies"): people["outside"] & ~inside,
        ("job_hunt", "former_colleagues"): former,
        ("job_hunt", "weak_ties"): ~inside & met & (people["depth"] < DEEP),
    }


def _holds(known: Known, relation: str, *, present: bool = False) -> pd.Series:
    """Tell of whom a relation holds; with `present`, of whom it is known to hold today."""
    relations = known.relations
    rows = relations["relation"] == relation
    if present:
        rows &= relations["present"].astype("boolean").fillna(False).astype(bool)
    else:
        rows &= relations["relation"].notna()
    people = known.people.index
    return pd.Series(people.isin(relations.loc[rows, "person_id"]), index=people)
