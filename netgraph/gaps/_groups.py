"""The groups that contacts can be split into: level, place, community, decade."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.clusters import find_clusters
from netgraph.domains import SENIORITY
from netgraph.errors import UnknownNameError
from netgraph.graph import build_graph

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.contacts import Contacts

BY = ("seniority", "location", "community", "decade")

_PLACES, _COMMUNITIES = 12, 12
_REST, _ALONE = "elsewhere", "in no cluster"


class Groups(NamedTuple):
    """Who is in which group."""

    of: pd.Series
    """Index person_id; NA where it is not known."""

    order: list[str]
    """The groups in the order to show them."""

    closed: bool
    """Whether a person of unknown group could be in any of them."""


def group_contacts(
    contacts: Contacts,
    ties: pd.DataFrame,
    by: str,
    *,
    graph: nx.Graph | None,
    clusters: pd.DataFrame | None,
) -> Groups:
    """Split the contacts (the index of `ties`) into groups.

    Raises
    ------
    UnknownNameError
        If there is no such way to split them.
    """
    if by == "seniority":
        return _levels(contacts.people["seniority"].reindex(ties.index))
    if by == "location":
        return _places(contacts.people["location"].reindex(ties.index))
    if by == "decade":
        return _decades(ties["since"])
    if by == "community":
        if clusters is None:
            clusters = find_clusters(build_graph(contacts) if graph is None else graph)
        return _communities(clusters, ties.index)
    raise UnknownNameError(f"gaps by {by!r} are not known", remedy=f"Take one of {', '.join(BY)}")


def _levels(level: pd.Series) -> Groups:
    return Groups(level.map(dict(SENIORITY)).astype(object), list(SENIORITY.values()), closed=True)


def _places(location: pd.Series) -> Groups:
    """Keep the places that most contacts name; a place is compared without regard to case."""
    place = location.str.strip()
    folded = place.str.casefold()
    shown = place.groupby(folded).agg(lambda names: names.value_counts().index[0])
    return _commonest(folded.map(shown), _PLACES, closed=True)


def _communities(clusters: pd.DataFrame, people: pd.Index) -> Groups:
    """Take clusters as they are; who is in none is in none, and that is known."""
    label = clusters["label"].reindex(people)
    found = _commonest(label, _COMMUNITIES, closed=False)
    alone = found.of.isna()
    order = [*found.order, *([_ALONE] if alone.any() else [])]
    return Groups(found.of.mask(alone, _ALONE), order, closed=False)


def _decades(since: pd.Series) -> Groups:
    year = since.dt.year
    decade = (year // 10 * 10).map(lambda start: f"{start:.0f}s", na_action="ignore")
    decade = decade.astype(object)
    return Groups(decade, sorted(decade.dropna().unique()), closed=True)


def _commonest(group: pd.Series, most: int, *, closed: bool) -> Groups:
    group = group.astype(object)
    counts = group.value_counts()
    order = [str(name) for name in counts.index[:most]]
    rest = group.notna() & ~group.isin(order)
    if rest.any():
        order.append(_REST)
    return Groups(group.where(~rest, _REST), order, closed)
