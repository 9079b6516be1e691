"""What leans towards a domain where nothing names one: a former role, or the company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.domains.career import former_domains
from netgraph.domains.companies import hint_of_company

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


def hints(contacts: Contacts) -> pd.DataFrame:
    """Find hints for people without a domain.

    Parameters
    ----------
    contacts
        With the column `domain` as `classify` fills it.

    Returns
    -------
    pandas.DataFrame
        A row per person: `domain_hint`, a code, and `domain_hint_from`, such
        as ``"history: nurse"`` or ``"company: bank"``; NA for people who have
        a domain, and where nothing hints at one. What somebody did themselves
        comes before where they work.
    """
    people = contacts.people
    empty = pd.Series(index=people.index, dtype="str")
    table = pd.DataFrame({"domain_hint": empty, "domain_hint_from": empty})
    open_ = people.index[people["domain"].isna()]
    if not len(open_):
        return table
    names = people.loc[open_, "company"].dropna()
    found = names.map({name: hint_of_company(name) for name in names.unique()}).dropna()
    table.loc[found.index, "domain_hint"] = [hint.domain for hint in found]
    table.loc[found.index, "domain_hint_from"] = [f"company: {hint.phrase}" for hint in found]
    former = former_domains(contacts.affiliations, open_)
    table.loc[former.index, "domain_hint"] = former["domain"]
    table.loc[former.index, "domain_hint_from"] = "history: " + former["role"]
    return table
