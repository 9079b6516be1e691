"""Who works at a company, and who did: strictly, for a false match is worse than a miss."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz import fuzz, process

from netgraph.identity import company_key, same_company

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.contacts import Contacts

_ALIKE, _NEAR = 80.0, 75.0
_SUGGESTED = 3


class Companies:
    """Company names as they are written, to be asked for by another spelling.

    Parameters
    ----------
    names
        Names, each as often as it is used.

    Examples
    --------
    >>> firms = Companies(["Acme Inc.", "ACME", "Epic Games"])
    >>> sorted(firms.spellings("Acme")), firms.spellings("Epic"), firms.near("Epic")
    (['ACME', 'Acme Inc.'], set(), ['Epic Games'])
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._spelt: dict[str, set[str]] = defaultdict(set)
        for name in set(names):
            if key := company_key(name):
                self._spelt[key].add(name)

    def spellings(self, name: str) -> set[str]:
        """Give all spellings that are surely the company of this name."""
        key = company_key(name)
        if key is None:
            return set()
        alike = process.extract(
            key, self._spelt.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE, limit=None
        )
        found = set(self._spelt.get(key, ()))
        for other, _, _ in alike:
            found |= {spelt for spelt in self._spelt[other] if same_company(name, spelt)}
        return found

    def near(self, name: str) -> list[str]:
        """Suggest companies whose names are alike, though they are others."""
        key = company_key(name)
        if key is None:
            return []
        alike = process.extract(
            key, self._spelt.keys(), scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=_SUGGESTED
        )
        return [min(self._spelt[other]) for other, _, _ in alike]


def jobs_of(people: pd.DataFrame, contacts: Contacts | None = None) -> pd.DataFrame:
    """List who works where, and who did.

    Parameters
    ----------
    people
        Whom to look at: ``company`` and ``title``, indexed by person_id.
    contacts
        Where former employers stand; without them only present ones are listed.

    Returns
    -------
    pandas.DataFrame
        ``person_id``, ``company`` (as written), ``title``, ``present`` (whether
        they are there now) and ``until`` (text, where known). A stay that ended, or
        at another company than the one that the person names, is a former one.
    """
    columns = ["person_id", "company", "title", "present", "until"]
    now = people["company"].dropna()
    jobs = pd.DataFrame({"person_id": now.index, "company": now.array, "present": True})
    jobs = jobs.assign(title=people["title"].reindex(now.index).array, until=None)
    if contacts is None:
        return jobs[columns]
    stays = contacts.affiliations
    stays = stays[(stays["kind"] == "employer") & stays["person_id"].isin(people.index)]
    named = stays["person_id"].map(people["company"])
    keys, present = stays["organisation"].map(company_key), named.map(company_key)
    stays = stays.assign(present=(named.isna() | (keys == present)) & stays["end"].isna())
    listed = (keys == present) & stays["present"]
    stays = stays[keys.notna() & ~listed]
    former = pd.DataFrame(
        {
            "person_id": stays["person_id"],
            "company": stays["organisation"],
            "title": stays["role"],
            "present": stays["present"],
            "until": stays["end"],
        }
    )
    return pd.concat([jobs[columns], former], ignore_index=True) if len(former) else jobs[columns]
