"""Who is within two steps of you, how likely a request gets there, and through whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.graph import arcs_of

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.introductions import Calibration

COLUMNS = ["hops", "chance", "strength", "via", "observed"]


def reach_of(graph: nx.Graph, curve: Calibration) -> pd.DataFrame:
    r"""Find everybody within two steps of you.

    .. math:: c_1 = g(s), \qquad c_2 = \max_b \; g(s_b) \cdot p \, g(s) \, h(s)

    with :math:`g` that a request is passed on over a tie of strength :math:`s`,
    :math:`h` that an introduction over it leads to something, and :math:`p` that the
    tie exists (`Calibration`).

    Parameters
    ----------
    graph
        As `build_graph` gives it, with the ego.
    curve
        How likely ties carry.

    Returns
    -------
    pandas.DataFrame
        Index person_id, you left out: ``hops`` (1 over an observed tie of yours, else
        2), ``chance`` (0 to 1), ``strength`` (of your own tie on the way), ``via``
        (person_id of who stands between, NA where nobody does), ``observed`` (whether no
        tie on the way is inferred). Without you in the graph it is empty.
    """
    people = pd.Index(list(graph), dtype="str", name="person_id")
    ego = graph.graph.get("ego")
    if ego not in graph:
        empty = pd.DataFrame(columns=COLUMNS, index=people[:0])
        return empty.astype({"chance": float, "strength": float, "via": "str", "observed": bool})
    arcs = arcs_of(graph)
    own = people.get_loc(ego)
    first = np.flatnonzero((arcs.source == own) & arcs.observed)
    chance, strength = np.zeros(len(people)), np.zeros(len(people))
    strength[arcs.target[first]] = arcs.strength[first]
    chance[arcs.target[first]] = curve.passes_on(arcs.strength[first], arcs.probability[first])
    direct = np.zeros(len(people), dtype=bool)
    direct[arcs.target[first]] = True
    onward = np.flatnonzero(direct[arcs.source] & ~direct[arcs.target] & (arcs.target != own))
    carried = curve.chance(arcs.strength[onward], arcs.probability[onward])
    ways = pd.DataFrame(
        {
            "person": arcs.target[onward],
            "via": arcs.source[onward],
            "chance": chance[arcs.source[onward]] * carried,
            "observed": arcs.observed[onward],
        }
    )
    ways = ways.sort_values("chance", ascending=False, kind="stable").drop_duplicates("person")
    near = np.flatnonzero(direct)
    steps = pd.DataFrame(
        {
            "hops": 1,
            "chance": chance[near],
            "strength": strength[near],
            "via": None,
            "observed": True,
        },
        index=people[near],
    )
    further = pd.DataFrame(
        {
            "hops": 2,
            "chance": ways["chance"].to_numpy(),
            "strength": strength[ways["via"]],
            "via": people[ways["via"]],
            "observed": ways["observed"].to_numpy(),
        },
        index=people[ways["person"]],
    )
    found = pd.concat([steps, further]) if len(further) else steps
    return found.astype({"via": "str"}).rename_axis("person_id")


def grades(reach: pd.DataFrame, reciprocity: pd.Series) -> pd.Series:
    """Grade how sure the way to each person is; see `netgraph.career._standing.GRADES`.

    Parameters
    ----------
    reach
        As `reach_of` gives it.
    reciprocity
        Of your own ties, as `tie_health` gives it: above 0 where words went both ways.
    """
    turned_to = reach["via"].fillna(pd.Series(reach.index, index=reach.index))
    both_ways = reciprocity.reindex(turned_to).fillna(0.0).to_numpy() > 0
    sure = np.select([~reach["observed"].to_numpy(), both_ways], ["C", "A"], "B")
    return pd.Series(sure, index=reach.index, dtype="str")
