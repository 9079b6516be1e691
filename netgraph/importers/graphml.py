"""GraphML: graphs of networkx, yEd, igraph, Cytoscape."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._graph_file import fill_defaults, tell_graph
from netgraph.importers._graph_xml import GraphHandler, begins_with, read_xml
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

    from netgraph.contacts import Contacts
    from netgraph.importers._text import Document

FORMAT = "graphml"


@importer(FORMAT, looks=lambda text: begins_with(text, "graphml"), trust=6)
def read_graphml(document: Document) -> Contacts:
    """People and ties of a GraphML file, with their attributes.

    Parameters
    ----------
    document
        Ports and hyperedges are not read.
    """
    handler = _Handler()
    graph = read_xml(document, handler)
    fill_defaults(graph, handler.defaults)
    return tell_graph(document, FORMAT, graph)


class _Handler(GraphHandler):
    """Keys name the attributes; ``data`` refers to them."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[str, str] = {}
        self.defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self.key = ("", "")

    def begin(self, element: str, told: AttributesImpl) -> None:
        if element == "graph":
            self.default_directed |= told.get("edgedefault", "undirected") == "directed"
        elif element == "key":
            key = told.get("id", "")
            self.names[key] = told.get("attr.name", key)
            self.key = (told.get("for", "all"), self.names[key])
        elif element == "edge" and "directed" in told:
            self.directed.append(told["directed"].strip().casefold() == "true")
        elif element == "data":
            self.key = ("data", self.names.get(told.get("key", ""), told.get("key", "")))

    def end(self, element: str, text: str) -> None:
        if element == "data" and text:
            self.tell(self.key[1], text)
        elif element == "NodeLabel":  # yEd keeps the name within its drawing
            self.tell("label", text)
        elif element == "default" and text:
            for kind in self.defaults:
                if self.key[0] in {kind, "all"}:
                    self.defaults[kind][self.key[1]] = text
