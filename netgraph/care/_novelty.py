"""What somebody opens that you hardly reach otherwise: a field, a community, a company."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.domains import DOMAINS
from netgraph.identity import company_key

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

    from netgraph.contacts import Contacts

WEIGHTS = {"field": 1.0, "community": 0.75, "company": 0.25}
"""What each counts: a field that you lack most, a firm where you know nobody else least."""

LACKING = ("gap", "uncertain", "thin")
"""Verdicts of `find_gaps` that make a field one that you lack."""

KNOWS = 0.5
"""What it counts that they know somebody of a field, beside working there."""

HARDLY = 0.5
"""From here on it is said: it is as likely as not that no other tie of yours answers there."""


class Reach(NamedTuple):
    """How likely a tie of yours answers in each group, with and without one person."""

    group: pd.Series
    missed: pd.Series
    total: pd.Series

    def without(self, person: Hashable, group: Hashable) -> float:
        """Tell how likely nobody but `person` would answer in `group`."""
        total = float(self.total.get(group, 0.0))
        own = self.group.get(person) == group
        return float(np.exp(min(total - (self.missed.get(person, 0.0) if own else 0.0), 0.0)))


def novelty(
    contacts: Contacts,
    people: pd.Index,
    graph: nx.Graph,
    gaps: pd.DataFrame,
    clusters: pd.DataFrame,
) -> pd.DataFrame:
    r"""Tell what each of some people opens.

    .. math:: N = 1 - \prod_k (1 - w_k u_k), \qquad u_k = \prod_{j \ne i} (1 - s_j)

    where :math:`u_k` is how likely none of your other ties :math:`j` in the same field,
    community or company would answer (:math:`s_j` the strength of the tie), 0 where
    the field is not lacking or nothing is known; half of it where they only know
    somebody of the field. The weights stand in `WEIGHTS`.

    Returns
    -------
    pandas.DataFrame
        Index `people`: ``field``, ``community``, ``company`` (:math:`u_k`, 0 to 1),
        ``novelty``, and ``opens`` in words.
    """
    own = graph[graph.graph["ego"]]
    chance = pd.Series(
        {p: tie.get("strength", 0.1) * tie.get("probability", 1.0) for p, tie in own.items()},
        dtype="float64",
    )
    missed = pd.Series(np.log1p(-chance.clip(upper=1 - 1e-9)), index=chance.index)
    table = contacts.people.loc[contacts.people.index.isin(own)]
    keys = {name: company_key(name) for name in table["company"].dropna().unique()}
    reach = {
        "field": _reach(table["domain"], missed),
        "community": _reach(clusters["cluster"].dropna().astype("int64"), missed),
        "company": _reach(table["company"].map(keys), missed),
    }
    lacking = set(gaps.index[gaps["verdict"].isin(LACKING)]) & set(DOMAINS)
    labels = clusters.drop_duplicates("cluster").set_index("cluster")["label"].to_dict()
    rows = []
    for person in people:
        field, told = _field(person, graph, reach["field"], lacking)
        row: dict[str, object] = {"field": field}
        opens = [told] if told and field >= HARDLY * KNOWS else []
        for kind, group_words in (("community", labels), ("company", None)):
            group = reach[kind].group.get(person)
            alone = 0.0 if group is None or pd.isna(group) else reach[kind].without(person, group)
            row[kind] = alone
            if alone >= HARDLY:
                name = group_words.get(group) if group_words else table.loc[person, "company"]
                opens.append(_words(kind, str(name), alone))
        kept = [1.0 - WEIGHTS[kind] * float(row[kind]) for kind in WEIGHTS]  # type: ignore[arg-type]
        rows.append(row | {"novelty": 1.0 - float(np.prod(kept)), "opens": "; ".join(opens)})
    columns = [*WEIGHTS, "novelty", "opens"]
    found = pd.DataFrame(rows, index=people, columns=columns)
    return found.astype(dict.fromkeys([*WEIGHTS, "novelty"], "float64"))


def _reach(group: pd.Series, missed: pd.Series) -> Reach:
    group = group.dropna()
    inside = missed.reindex(group.index).fillna(0.0)
    return Reach(group, missed, inside.groupby(group).sum())


def _field(
    person: Hashable, graph: nx.Graph, reach: Reach, lacking: set[str]
) -> tuple[float, str | None]:
    """Find the field that they open most: their own, or that of somebody whom they know."""
    best: tuple[float, str | None] = (0.0, None)
    own = reach.group.get(person)
    if own in lacking:
        alone = reach.without(person, own)
        best = (alone, f"{DOMAINS[own]}, which your network lacks")
    ego = graph.graph["ego"]
    for other, tie in graph[person].items() if person in graph else ():
        field = graph.nodes[other].get("domain")
        if other == ego or field not in lacking or tie.get("evidence") == "inferred":
            continue
        alone = KNOWS * reach.without(person, field)
        if alone > best[0]:
            name = graph.nodes[other].get("name") or other
            best = (alone, f"{DOMAINS[field]}, which your network lacks: they know {name}")
    return best


def _words(kind: str, name: str, alone: float) -> str:
    nobody = "where you know nobody else" if alone >= 1.0 else "where you hardly reach anybody else"
    return f"{name} ({kind}), {nobody}"
