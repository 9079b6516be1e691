"""GEXF: graphs of Gephi, sigma.js, networkx."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._graph_file import Link, fill_defaults, tell_graph
from netgraph.importers._graph_xml import GraphHandler, begins_with, read_xml
from netgraph.importers._register import importer

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

    from netgraph.contacts import Contacts
    from netgraph.importers._text import Document

FORMAT = "gexf"
_OF_EDGES = ("weight", "label", "kind", "start", "end")


@importer(FORMAT, looks=lambda text: begins_with(text, "gexf"), trust=6)
def read_gexf(document: Document) -> Contacts:
    """People and ties of a GEXF file, with their attributes.

    Parameters
    ----------
    document
        Of a dynamic graph the whole time is read: whoever is in it at any time.
    """
    handler = _Handler()
    graph = read_xml(document, handler)
    fill_defaults(graph, handler.defaults)
    return tell_graph(document, FORMAT, graph)


class _Handler(GraphHandler):
    """``attributes`` name the attributes of a class; ``attvalue`` refers to them."""

    def __init__(self) -> None:
        super().__init__()
        self.names: dict[tuple[str, str], str] = {}
        self.defaults: dict[str, dict[str, str]] = {"node": {}, "edge": {}}
        self.kind = "node"
        self.title = ""

    def begin(self, element: str, told: AttributesImpl) -> None:
        if element == "graph":
            self.default_directed |= told.get("defaultedgetype", "undirected") == "directed"
        elif element == "attributes":
            self.kind = told.get("class", "node")
        elif element == "attribute":
            key = told.get("id", "")
            self.title = self.names[self.kind, key] = told.get("title", key)
        elif element == "node":
            self.tell("label", told.get("label", "").strip())
        elif element == "edge":
            if "type" in told:
                self.directed.append(told["type"] == "directed")
            for label in _OF_EDGES:
                self.tell(label, told.get(label, "").strip())
        elif element == "attvalue" and self.open:
            kind = "edge" if isinstance(self.open[-1], Link) else "node"
            key = told.get("for", told.get("id", ""))
            self.tell(self.names.get((kind, key), key), told.get("value", "").strip())

    def end(self, element: str, text: str) -> None:
        if element == "default" and text:
            self.defaults.setdefault(self.kind, {})[self.title] = text
