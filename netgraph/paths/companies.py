"""Who works at a company, and who did: strictly, for a false match is worse than a miss."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz import fuzz, process

from netgraph.identity import company_key, same_company
from netgraph.identity._company_words import GERMAN_LETTERS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.contacts import Contacts

_ALIKE, _NEAR = 93.0, 75.0  # beyond the first, `same_company` allows a slip of the pen
_SUGGESTED, _LEAST_LETTERS = 3, 4


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
        self._written_out: dict[str, set[str]] = defaultdict(set)
        self._digits: dict[str, list[str]] = defaultdict(list)
        for name in set(names):
            if key := company_key(name):
                self._spelt[key].add(name)
                self._written_out[company_key(_write_out(name)) or key].add(name)
        for key in self._spelt:
            self._digits[_digits(key)].append(key)

    def spellings(self, name: str) -> set[str]:
        """Give all spellings that are surely the company of this name."""
        key = company_key(name)
        if key is None:
            return set()
        likely = self._written_out.get(company_key(_write_out(name)) or key, set()).copy()
        for other, _, _ in process.extract(
            key,
            self._digits.get(_digits(key), []),
            scorer=fuzz.ratio,
            score_cutoff=_ALIKE,
            limit=None,
        ):
            likely |= self._spelt[other]
        return self._spelt.get(key, set()) | {
            spelt for spelt in likely if same_company(name, spelt)
        }

    def near(self, name: str) -> list[str]:
        """Suggest companies whose names are alike, though they are others."""
        key = company_key(name)
        if key is None:
            return []
        alike = process.extract(
            key, list(self._spelt), scorer=fuzz.ratio, score_cutoff=_NEAR, limit=_SUGGESTED
        )
        parts = [other for other in self._spelt if key in other]
        parts += [part for part in _parts(key) if part in self._spelt]
        near = dict.fromkeys([other for other, _, _ in alike] + sorted(parts, key=len))
        own = self.spellings(name)
        suggested = [min(self._spelt[other]) for other in near if not self._spelt[other] & own]
        return suggested[:_SUGGESTED]


def _write_out(name: str) -> str:
    return name.casefold().translate(GERMAN_LETTERS)


def _digits(key: str) -> str:
    return "".join(filter(str.isdigit, key))


def _parts(key: str) -> list[str]:
    starts = range(len(key) - _LEAST_LETTERS + 1)
    return [key[a:b] for a in starts for b in range(a + _LEAST_LETTERS, len(key))]


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
