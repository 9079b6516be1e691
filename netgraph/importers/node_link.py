"""Node-link JSON: graphs of networkx, D3, graphology, Cytoscape."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from netgraph.errors import ImportFormatError
from netgraph.importers._graph_file import GraphFile, Link, Node, tell_graph
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.importers._text import Document

FORMAT = "node_link"
_NOT_ATTRIBUTES = frozenset({"id", "key", "source", "target", "attributes", "data"})


def _looks(text: str) -> bool:
    opening = text[:100].lstrip()[:1] == "{"
    return opening and '"nodes"' in text and ('"links"' in text or '"edges"' in text)


@importer(FORMAT, looks=_looks, trust=6)
def read_node_link(document: Document) -> Contacts:
    """People and ties of a JSON file with the lists nodes and links (or edges).

    Parameters
    ----------
    document
        Where the people have no id, the ties refer to them by their place in
        the list, from 0. Attributes that are lists or objects of their own are
        not read; lists of words are joined by ``;``.
    """
    graph = _parse(document)
    inner = graph.get("elements")
    whole = inner if isinstance(inner, dict) else graph
    nodes, links = whole.get("nodes"), whole.get("links", whole.get("edges"))
    if not isinstance(nodes, list) or not isinstance(links, list):
        raise ImportFormatError(
            "it holds no list of nodes with a list of links",
            file=document.file,
            remedy="Write it as networkx.node_link_data gives it",
        )
    placed = not any(_id(node) for node in nodes)
    read: list[Node] = []
    refused: dict[int, str] = {}
    for row, node in enumerate(nodes, start=1):
        name = str(row - 1) if placed else _id(node)
        if isinstance(node, dict):
            read.append(Node(row, name, _attributes(node)))
        else:
            refused[row] = "it is no object with attributes"
    ties = []
    for row, link in enumerate(links, start=len(nodes) + 1):
        if isinstance(link, dict):
            told = {**_inner(link), **link}
            source, target = (_text(told.get(end)) for end in ("source", "target"))
            ties.append(Link(row, source, target, _attributes(link)))
        else:
            refused[row] = "it is no object with a source and a target"
    directed = graph.get("directed", _kind(graph) == "directed") is True
    return tell_graph(document, FORMAT, GraphFile(read, ties, directed, refused))


def _parse(document: Document) -> dict[str, Any]:
    try:
        graph = json.loads(document.text)
    except json.JSONDecodeError as error:
        raise ImportFormatError(
            f"it is damaged ({error.msg})",
            file=document.file,
            row=error.lineno,
            remedy="Save the graph again",
        ) from None
    except (RecursionError, ValueError):
        raise ImportFormatError(
            "its lists are nested too deeply, or a number has too many digits",
            file=document.file,
            remedy="Write it as networkx.node_link_data gives it",
        ) from None
    return graph if isinstance(graph, dict) else {}


def _kind(graph: dict[str, Any]) -> str:
    options = graph.get("options")
    return str(options.get("type", "")) if isinstance(options, dict) else ""


def _inner(element: dict[str, Any]) -> dict[str, Any]:
    """Give what Cytoscape keeps in ``data`` and graphology in ``attributes``."""
    found = (element.get(name) for name in ("data", "attributes"))
    return next((inner for inner in found if isinstance(inner, dict)), {})


def _id(node: object) -> str:
    if not isinstance(node, dict):
        return ""
    told = {**_inner(node), **node}
    return _text(told.get("id", told.get("key")))


def _attributes(element: dict[str, Any]) -> dict[str, str]:
    told = {**_inner(element), **element}
    texts = {str(name): _text(value) for name, value in told.items() if name not in _NOT_ATTRIBUTES}
    return {name: text for name, text in texts.items() if text}


def _text(value: object) -> str:
    """Write a value as a cell of a table would hold it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return str(value).strip()
    if isinstance(value, list) and all(isinstance(word, str) for word in value):
        return "; ".join(value)
    return ""
