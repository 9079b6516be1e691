"""A plain list of ties: ``source,target`` and what else is known of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.contacts import Contacts
from netgraph.importers._account import account, no_faults
from netgraph.importers._edges import COLUMNS, Edge, fold_edges, read_edge
from netgraph.importers._mentions import Mention, read_mention, tell_mentions
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.importers._table import Table

FORMAT = "edges"
_NUMBERS = "its people are numbers: give a GraphML or GEXF file, which holds their names too"


@importer(
    FORMAT,
    columns=COLUMNS,
    needs=("source target",),
    files=("edges", "edgelist", "ties"),
    trust=6,
    last_resort=True,
    named=("source target",),
)
def read_edge_list(table: Table) -> Contacts:
    """Ties between two people each, as you or another program listed them.

    Parameters
    ----------
    table
        ``source`` and ``target``: names, e-mail addresses or LinkedIn addresses;
        ``me`` is you. Besides, ``weight`` (above 0; larger is closer), ``kind``,
        ``since``, ``last_at``, and ``source_id`` and ``target_id`` (addresses).

    Returns
    -------
    Contacts
        Ties of kind ``edge`` from source to target; the graph counts them in
        both directions. No introduction follows from them, and no tie to you
        that the list does not state.
    """
    roles = [role for role in COLUMNS if table.has(role)]
    columns = [table.text(role) for role in roles]
    edges: list[Edge] = []
    mentions: list[Mention] = []
    faults = no_faults(table)
    reasons = {}
    for row, *cells in zip(table.cells.index, *columns, strict=True):
        told = dict(zip(roles, cells, strict=True))
        one = read_mention(told["source"], told.get("source_id", ""))
        other = read_mention(told["target"], told.get("target_id", ""))
        if one is None or other is None:
            reasons[row] = f"it names no {'target' if one else 'source'}"
            continue
        edge = read_edge(one.id, other.id, told)
        if isinstance(edge, str):
            reasons[row] = edge
        else:
            edges.append(edge)
            mentions += [one, other]
    for row, reason in reasons.items():
        faults[row] = reason
    ties, warnings = fold_edges(edges, directed=True)
    if mentions and all(mention.name.isdecimal() for mention in mentions):
        warnings.append(_NUMBERS)
    if table.extras:
        warnings.append(f"columns not used: {', '.join(table.extras[:10])}")
    return Contacts(
        **tell_mentions(mentions, FORMAT), ties=ties, **account(table, faults, warnings)
    )
