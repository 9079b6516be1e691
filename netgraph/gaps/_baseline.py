"""What a network is compared with: the fields that matter, and your own among them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS
from netgraph.domains.naming import find_domain
from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

Baseline: TypeAlias = Mapping[str, float] | Iterable[str] | str | None

_OTHERS = ("ADMN", "TRAD", "HOSP", "AGRI")

PROFESSIONAL = tuple(code for code in DOMAINS if code not in _OTHERS)
"""The fields in which most work is a profession or is management.

That is: the groups 1 to 3 (managers, professionals, associate professionals) of the
International Standard Classification of Occupations hold the core of the field. Left
out are administration and office support, skilled trades and production, hospitality,
retail and personal services, and agriculture. They can be named in a baseline like
any other."""


def read_baseline(given: Baseline) -> tuple[pd.Series, str]:
    """Give the share of each domain in the baseline, and the baseline in words.

    Raises
    ------
    UnknownNameError
        If it names no domain, or gives none a positive weight.

    Examples
    --------
    >>> shares, words = read_baseline("LEGL,HLTH")
    >>> float(shares["LEGL"]), words
    (0.5, 'equal shares of Law and compliance, Health care')
    """
    codes = list(DOMAINS)
    if given is None:
        even = pd.Series(1 / len(PROFESSIONAL), index=list(PROFESSIONAL))
        words = f"equal shares of the {len(PROFESSIONAL)} professional fields"
        return even.reindex(codes, fill_value=0.0), words
    weighted = isinstance(given, Mapping | pd.Series)
    weights = _weights(given)
    usable = np.isfinite(weights) & (weights >= 0)
    if weights.empty or not usable.all() or not weights.sum() > 0:
        raise UnknownNameError(
            "the baseline gives no domain a positive weight, or gives one that is none",
            remedy=f"Name some of {', '.join(codes)}",
        )
    weights = weights[weights > 0]
    named = ", ".join(DOMAINS[code] for code in weights.index)
    words = f"your weights for {named}" if weighted else f"equal shares of {named}"
    return (weights / weights.sum()).reindex(codes, fill_value=0.0), words


def _weights(given: Mapping[str, float] | Iterable[str] | str) -> pd.Series:
    if isinstance(given, str):
        given = [part for part in given.replace(";", ",").split(",") if part.strip()]
    if isinstance(given, Mapping | pd.Series):
        wanted = {str(name): float(weight) for name, weight in given.items()}
    else:
        wanted = dict.fromkeys(given, 1.0)
    weights: dict[str, float] = {}
    for name, weight in wanted.items():
        code = find_domain(name)
        weights[code] = weights.get(code, 0.0) + weight
    return pd.Series(weights, dtype=float)


def home_domain(contacts: Contacts) -> str | None:
    """Tell the ego's domain by their own title, else the one of most contacts."""
    return find_home(contacts, contacts.people["domain"].dropna(), None)[0]


def find_home(
    contacts: Contacts, domains: pd.Series, given: str | None
) -> tuple[str | None, str | None]:
    """Tell the home domain, and whose word it is: yours, or that of most contacts."""
    if given is not None:
        return find_domain(given), "you"
    own = contacts.people["domain"].get(contacts.ego) if contacts.ego else None
    if isinstance(own, str):
        return own, "you"
    return (str(domains.value_counts().index[0]), "contacts") if len(domains) else (None, None)
