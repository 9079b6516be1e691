"""Names for groups of people: what they share that others do not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from scipy.stats import hypergeom

from netgraph.contacts import split_labels
from netgraph.domains import DOMAINS
from netgraph.identity import company_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    import networkx as nx
    from numpy.typing import NDArray

LEAST_SUPPORT = 3
LEAST_SHARE = 0.2
FALSE_DISCOVERY = 0.01
ALMOST_ALL = 0.8
_SHORTEST_WORD = 4


def describe_members(graph: nx.Graph, groups: pd.Series) -> pd.DataFrame:
    """Label each group by the trait that is most over-represented in it.

    A trait is a company, a label of one's own or the title of a group
    conversation, a word of those, a field of work, or a place. It can name a
    group if at least three people and a fifth of the group carry it, and if so
    many would hardly do so by chance: the hypergeometric tail, corrected over
    all traits and groups (Benjamini & Hochberg), is below 1 %. Of those the
    least likely one names it. In a network too small for that, a trait of four
    fifths of the group that nobody else carries will do.

    Parameters
    ----------
    graph
        Its nodes carry ``groups``, ``company``, ``domain`` and ``location``.
    groups
        Index person_id; NA for people in no group.

    Returns
    -------
    pandas.DataFrame
        Index ``cluster``; ``label``, ``support``, ``feature``. Without a trait
        the label is ``"Cluster 3"`` and support and feature are NA.

    References
    ----------
    .. [1] Benjamini, Y. & Hochberg, Y. (1995). Controlling the false discovery
       rate. *Journal of the Royal Statistical Society B* 57, 289-300.
    """
    member = groups.dropna().astype(int)
    sizes = member.value_counts().sort_index()
    names = pd.DataFrame(
        {"label": [f"Cluster {cluster + 1}" for cluster in sizes.index]},
        index=pd.Index(sizes.index, name="cluster"),
    ).assign(support=pd.Series(dtype="str"), feature=pd.Series(dtype="str"))
    candidates = _over_represented(_traits(graph, groups.index), member, sizes, len(groups))
    taken: set[str] = set()
    for cluster, found in candidates.groupby("cluster", sort=True):
        free = found[~found["shown"].isin(taken)]
        best = (free if len(free) else found).iloc[0]
        label = str(best["shown"])
        if label in taken:
            label = f"{label} ({sum(t.startswith(label) for t in taken) + 1})"
        taken.add(label)
        support = f"{best['inside']} of {sizes[cluster]}"
        names.loc[cluster, ["label", "support", "feature"]] = [label, support, best["feature"]]
    return names.astype({"label": "str"})


def _traits(graph: nx.Graph, people: Iterable[str]) -> pd.DataFrame:
    """Person, feature, value and how to show it; a row per trait of a person."""
    rows = [
        (person, feature, key, shown)
        for person in people
        for feature, key, shown in _of_person(graph.nodes[person])
    ]
    return pd.DataFrame(rows, columns=["person_id", "feature", "value", "shown"])


def _of_person(person: dict[str, str]) -> Iterable[tuple[str, str, str]]:
    for label in split_labels(person.get("groups")):
        yield "groups", label.casefold(), label
        for word in re.findall(r"[^\W\d_]+", label):
            if len(word) >= _SHORTEST_WORD and word.casefold() != label.casefold():
                yield "groups", word.casefold(), word[0].upper() + word[1:]
    company = person.get("company")
    if (key := company_key(company)) is not None:
        yield "company", key, str(company)
    if domain := person.get("domain"):
        yield "domain", domain, DOMAINS.get(domain, domain)
    if location := person.get("location"):
        yield "location", location.casefold(), location


def _over_represented(
    traits: pd.DataFrame, member: pd.Series, sizes: pd.Series, everyone: int
) -> pd.DataFrame:
    """Keep the traits that pass, best first within each cluster."""
    columns = ["cluster", "feature", "value", "inside", "shown", "tail"]
    traits = traits.drop_duplicates(["person_id", "feature", "value"])
    inside = traits.assign(cluster=traits["person_id"].map(member)).dropna(subset=["cluster"])
    if inside.empty:
        return pd.DataFrame(columns=columns)
    trait = ["feature", "value"]
    table = inside.groupby(["cluster", *trait], sort=True).size().rename("inside").reset_index()
    table["cluster"] = table["cluster"].astype(int)
    everywhere = traits.groupby(trait).size().rename("everywhere").reset_index()
    table = table.merge(everywhere, on=trait)
    shown = traits.groupby(trait)["shown"].agg(lambda spellings: spellings.value_counts().index[0])
    table = table.merge(shown.reset_index(), on=trait)
    size = table["cluster"].map(sizes).to_numpy()
    table["tail"] = hypergeom.logsf(table["inside"] - 1, everyone, table["everywhere"], size)
    exclusive = (table["inside"] == table["everywhere"]) & (table["inside"] >= ALMOST_ALL * size)
    exclusive &= table["inside"] < everyone
    passed = (
        (_benjamini_hochberg(table["tail"].to_numpy()) | exclusive)
        & (table["inside"] >= LEAST_SUPPORT)
        & (table["inside"] >= LEAST_SHARE * size)
    )
    table["length"] = -table["shown"].str.len()  # of equals, the title rather than a word of it
    table["tail"] = table["tail"].round(9)
    return table[passed].sort_values(["cluster", "tail", "length"], kind="stable")[columns]


def _benjamini_hochberg(log_tail: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Tell which tests pass at the false discovery rate."""
    order = np.argsort(log_tail)
    limit = np.log(FALSE_DISCOVERY * np.arange(1, len(log_tail) + 1) / len(log_tail))
    below = np.flatnonzero(log_tail[order] <= limit)
    passed = np.zeros(len(log_tail), dtype=bool)
    if len(below):
        passed[order[: below[-1] + 1]] = True
    return passed
