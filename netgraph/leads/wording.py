"""Who leads to a field, in words: the same wherever it is said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.domains import DOMAINS

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    from netgraph.leads.evidence import Lead, Network

LEADS = "that asking them leads to something there"
"""What the chance by which people are ranked is of."""

_STATES = {
    "active": "alive",
    "cooling": "cooling",
    "dormant": "dormant",
    "lost": "faded, and never close",
    "one-sided": "one-sided",
    "unknown": "no exchange is in your files",
}
_TOO = 2


def percent(chance: float) -> str:
    """Write a chance as a person would say it.

    Examples
    --------
    >>> percent(0.123), percent(0.004), percent(0.0), percent(0.999)
    ('12 %', 'under 1 %', '0 %', 'over 99 %')
    """
    if 0.0 < chance < 0.01:  # noqa: PLR2004 - one per cent
        return "under 1 %"
    return "over 99 %" if chance > 0.99 else f"{chance:.0%}".replace("%", " %")  # noqa: PLR2004


def lead_in_words(lead: Mapping[Hashable, Any] | pd.Series) -> str:
    """Tell of a row of `find_gap_brokers` how likely asking leads to something, and why.

    Parameters
    ----------
    lead
        With ``direct``, ``chance``, ``passes_on``, ``knows`` and ``succeeds``.

    Examples
    --------
    >>> lead_in_words({"direct": True, "chance": 0.3, "passes_on": 0.4, "knows": 0.75,
    ...                "succeeds": 1.0})
    '30 % that asking them leads to something there = 40 % that they take it up × 75 % that
     they do work there, for titles are misread at times'
    """
    told = f"{percent(lead['chance'])} {LEADS}"
    if pd.isna(lead["passes_on"]):
        return (
            f"{percent(lead['knows'])} that they know somebody there; how likely they take it up "
            "is not known, for nobody here is marked as you"
        )
    parts = [f"{percent(lead['passes_on'])} that they take it up"]
    if lead["direct"]:
        if lead["knows"] < 1:
            parts.append(
                f"{percent(lead['knows'])} that they do work there, for titles are misread at times"
            )
    else:
        parts.append(f"{percent(lead['knows'])} that they know somebody there whom you do not")
        parts.append(
            f"{percent(lead['succeeds'])} that whoever that is agrees, and it leads to something"
        )
    return f"{told} = {' × '.join(parts)}"


def what_to_do(network: Network, code: str, person: str, leads: list[Lead], *, direct: bool) -> str:
    """Say what to ask somebody for; never an introduction to a contact of yours."""
    name, field = network.names[person], DOMAINS[code]
    named = next((lead for lead in leads if lead.target is not None), None)
    if direct:
        asked = f"Ask {name} for advice on {field}, and whom else to talk to there"
        return asked if named is None else f"{asked}: they know {network.names[named.target]}"
    if named is None:
        known = [p for p in leads[0].people if network.knows(p) and p != person]
        beside = f" beside {_listed([network.names[p] for p in known])}" if known else ""
        return f"Ask {name} whom they know in {field}{beside}"
    target = network.names[named.target]
    if len(named.over) == _TOO:
        between = network.names[named.people[0]]
        return f"Ask {name}, who is to ask {between}, for an introduction to {target}"
    if named.grade != "A":
        return f"Ask {name} whether they know {target}, and for an introduction"
    return f"Ask {name} for an introduction to {target}"


def tie_in_words(health: Mapping[Hashable, Any] | None) -> str:
    """Say how your tie to somebody is, with what that is read from.

    Examples
    --------
    >>> tie_in_words({"state": "lost", "why": "2 dated exchanges, the last 4 years ago"})
    'faded, and never close: 2 dated exchanges, the last 4 years ago'
    """
    if health is None or health["state"] not in _STATES or health["state"] == "unknown":
        return _STATES["unknown"]
    return f"{_STATES[health['state']]}: {health['why']}"


def _listed(names: list[str]) -> str:
    if len(names) <= _TOO:
        return " and ".join(names)
    return f"{names[0]}, {names[1]} and {len(names) - _TOO} more"


def ended(day: object) -> str:
    """Tell when a post ended; that of a day is from the export that first told another.

    Examples
    --------
    >>> ended("2019"), ended("2026-11-02"), ended(None)
    (' until 2019', ' until 2026-11 or before', '')
    """
    if not isinstance(day, str):
        return ""
    return f" until {day[:7]}" + " or before" * (len(day) > len("2026-11"))
