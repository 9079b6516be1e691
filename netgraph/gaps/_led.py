"""The ranking of those who lead to fields, with what one person more there would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.errors import GraphError
from netgraph.graph import build_graph
from netgraph.leads import rank_leads

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.introductions import Calibration


class Where(NamedTuple):
    """What to look in, each None for the default."""

    graph: nx.Graph | None = None
    clusters: pd.DataFrame | None = None
    calibration: Calibration | None = None


def search(
    contacts: Contacts, gaps: pd.DataFrame, codes: list[str], where: Where, *, most: int
) -> pd.DataFrame:
    """Find who leads to some fields; see `find_gap_brokers`, whose columns these are."""
    graph = build_graph(contacts) if where.graph is None else where.graph
    if contacts.ego is not None and contacts.ego not in graph:
        raise GraphError("you are not in the graph", remedy="Take build_graph(contacts)")
    table = rank_leads(
        graph,
        {str(code): float(trust) for code, trust in gaps.loc[codes, "trust"].items()},
        start=contacts.ego,
        contacts=contacts,
        clusters=where.clusters,
        calibration=where.calibration,
        most=most,
    )
    place = table.columns.tolist().index("meets")
    gain = table.pop("meets") * table["domain"].map(gaps["one_more"]).astype(float)
    table.insert(place, "gain", gain)
    return table
