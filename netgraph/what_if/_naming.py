"""Who and what is meant by a text."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from typing import TYPE_CHECKING

from netgraph.domains import DOMAINS
from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import pandas as pd

    from netgraph.what_if._network import Network

_SHOWN = 5


def person_meant(network: Network, text: Hashable) -> int:
    """Find the position of the one person who is meant by an id, a name or a part of a name.

    Raises
    ------
    UnknownNameError
        If it is nobody, or several people.
    """
    if text in network.people:
        return network.people.index(text)
    asked = _folded(str(text)).split()
    names = [_folded(name) for name in network.names]
    found = [row for row, name in enumerate(names) if name.split() == asked]
    if not found and asked:
        found = [row for row, name in enumerate(names) if all(word in name for word in asked)]
    if len(found) == 1:
        return found[0]
    if not found:
        near = nearest(str(text), dict.fromkeys(network.names))
        raise UnknownNameError(
            f"nobody in this network is called {text!r}",
            remedy=f"Perhaps you mean {near!r}" if near else "Give a name or a person_id",
        )
    some = ", ".join(f"{network.names[row]} ({network.people[row]})" for row in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise UnknownNameError(
        f"{text!r} fits {len(found)} people: {some}{more}", remedy="Give the person_id of one"
    )


def domain_meant(text: str) -> int:
    """Find the position of a domain in `DOMAINS` by its code, its name or a part of it."""
    codes, asked = list(DOMAINS), str(text).casefold().strip()
    exact = [code for code, name in DOMAINS.items() if asked in {code.casefold(), name.casefold()}]
    found = exact or [code for code, name in DOMAINS.items() if asked and asked in name.casefold()]
    if len(found) == 1:
        return codes.index(found[0])
    likest = nearest(str(text), [*DOMAINS, *DOMAINS.values()])
    near = found or ([likest] if likest else [])
    hint = f"Did you mean {' or '.join(map(str, near))}? " if near else ""
    raise UnknownNameError(
        f"{'several domains fit' if found else 'no domain is called'} {text!r}",
        remedy=f"{hint}There are {', '.join(DOMAINS)}",
    )


def cluster_meant(clusters: pd.DataFrame | None, given: str | int) -> int:
    """Find the number of a cluster by its number or its label."""
    if clusters is None:
        raise UnknownNameError(
            f"the cluster {given!r} is not known here", remedy="Pass clusters=find_clusters(graph)"
        )
    there = clusters.dropna(subset=["cluster"]).drop_duplicates("cluster")
    numbers = there["cluster"].astype(int)
    if not isinstance(given, str):
        if given in set(numbers):
            return int(given)
    else:
        found = numbers[there["label"].str.casefold() == given.casefold()]
        if len(found):
            return int(found.iloc[0])
    near = nearest(str(given), there["label"].tolist())
    hint = f"Perhaps you mean {near!r}" if near else "Look at the column label of find_clusters"
    raise UnknownNameError(f"no cluster is called {given!r}", remedy=hint)


def nearest(text: str, names: Iterable[str]) -> str | None:
    """Give the name that is most like a text, whatever the case, if one is like it."""
    by_fold = {_folded(name): name for name in names}
    near = get_close_matches(_folded(text), by_fold, n=1, cutoff=0.5)
    return by_fold[near[0]] if near else None


def _folded(text: str) -> str:
    """Write a text without accents and capitals."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).casefold()
