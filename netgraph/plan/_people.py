"""The people whom you can turn to: your contacts, how near and in what health their ties are."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.care import tie_health
from netgraph.naming import Names

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    import networkx as nx
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts
    from netgraph.introductions import Calibration

    Floats = NDArray[np.float64]

STRONG = 0.5
"""A living tie of at least this strength is strong: half as close as can be."""

ADVISED = ("plan", "gap", "dormant", "strong")
"""Under what a workspace keeps what became of a plan's advice."""

_KNOWN = 0.1


class People(NamedTuple):
    """Your contacts, in columns.

    Attributes
    ----------
    ids, names
        person_ids, and how they are called.
    strength, probability
        Of your tie to each.
    state, depth
        Health of the tie, as `tie_health` gives it.
    health
        The same in words.
    chance
        How likely they do what you ask for: as on a path, by the strength of the tie,
        which fades with silence.
    """

    ids: pd.Index
    names: NDArray[np.object_]
    strength: Floats
    probability: Floats
    state: NDArray[np.str_]
    depth: Floats
    health: list[str]
    chance: Floats


def find_people(contacts: Contacts, graph: nx.Graph, calibration: Calibration) -> People:
    """Read your contacts off the graph, with the health of their ties."""
    own = graph[graph.graph["ego"]]
    ids = pd.Index(list(own), dtype="object", name="person_id")
    strength = np.array([tie.get("strength", _KNOWN) for tie in own.values()], dtype=np.float64)
    probability = np.array([tie.get("probability", 1.0) for tie in own.values()], dtype=np.float64)
    health = tie_health(contacts, now=graph.graph.get("as_of")).reindex(ids)
    state = health["state"].fillna("unknown").to_numpy(dtype=str)
    depth = health["depth"].fillna(0.0).to_numpy(dtype=np.float64)
    names = contacts.people["name"].reindex(ids).astype(object)
    return People(
        ids,
        names.where(names.notna(), pd.Series(ids, ids)).to_numpy(dtype=object),
        strength,
        probability,
        state,
        depth,
        health["why"].fillna("").tolist(),
        calibration.passes_on(strength, probability),
    )


def people_meant(contacts: Contacts, given: Iterable[Hashable], option: str) -> set[str]:
    """Find the ids of people who are named by id or name.

    Raises
    ------
    UnknownNameError
        If nobody is called so, or several people are.
    """
    listed = [given] if isinstance(given, str) else list(given)
    names = Names(contacts.people, contacts.identifiers)
    return {str(names.one(text, "whole", given=option)) for text in listed}


def turned_to(contacts: Contacts, settled: pd.DataFrame | None) -> list[str]:
    """List the people, of those who are here, to whom you turned as a plan advised."""
    if settled is None or settled.empty:
        return []
    last = settled.drop_duplicates(["person_id", "what"], keep="last")
    done = last[last["what"].isin(ADVISED) & (last["state"] == "done")]
    return [p for p in dict.fromkeys(done["person_id"]) if p in contacts.people.index]
