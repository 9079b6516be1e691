"""XML as a stream of elements, of which none can do harm."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax import SAXException
from xml.sax.handler import ContentHandler

from defusedxml import DefusedXmlException
from defusedxml.sax import parseString

from netgraph.errors import ImportFormatError
from netgraph.importers._graph_file import GraphFile, Link, Node
from netgraph.importers._table import LONGEST_CELL

if TYPE_CHECKING:
    from xml.sax.xmlreader import AttributesImpl

    from netgraph.importers._text import Document

_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
_BEGIN = re.compile(
    r"\s*(?:<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>|\s)*", re.DOTALL
)
_HEAD = 2**16
_DEEPEST = 200


def begins_with(text: str, element: str) -> bool:
    """Tell whether an XML text's outermost element is `element`, whatever its prefix."""
    head = text[:_HEAD]
    if "<" not in head[:100]:
        return False
    start = _BEGIN.match(head)
    return bool(re.match(rf"<(?:[\w-]+:)?{element}[\s/>]", head[start.end() if start else 0 :]))


class GraphHandler(ContentHandler):
    """What the readers of GraphML and GEXF have in common: nodes, edges, the text of elements."""

    def __init__(self) -> None:
        super().__init__()
        self.nodes: list[Node] = []
        self.links: list[Link] = []
        self.directed: list[bool] = []
        self.refused: dict[int, str] = {}
        self.default_directed = False
        self.open: list[Node | Link] = []
        self.inside: list[str] = []
        self.text: list[str] = []
        self.length = 0

    @property
    def row(self) -> int:
        """The number of the person or tie that begins."""
        return len(self.nodes) + len(self.links) + 1

    def begin(self, element: str, told: AttributesImpl) -> None:
        """Take the beginning of an element."""

    def end(self, element: str, text: str) -> None:
        """Take the end of an element, and the text that stood in it."""

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - SAX calls it so
        """Begin an element, whatever its prefix."""
        element = name.rpartition(":")[2]
        self.inside.append(element)
        if len(self.inside) > _DEEPEST:
            raise SAXException("its elements are nested too deeply")
        self.text, self.length = [], 0
        if element == "node":
            node = Node(self.row, attrs.get("id", "").strip(), {})
            self.nodes.append(node)
            self.open.append(node)
        elif element == "edge":
            source, target = (attrs.get(end, "").strip() for end in ("source", "target"))
            link = Link(self.row, source, target, {})
            self.links.append(link)
            self.open.append(link)
        self.begin(element, attrs)

    def characters(self, content: str) -> None:
        """Gather text."""
        self.length += len(content)
        if self.length > LONGEST_CELL:
            raise SAXException(f"a text of it is longer than {LONGEST_CELL:,} characters")
        self.text.append(content)

    def endElement(self, _name: str) -> None:  # noqa: N802 - SAX calls it so
        """End an element."""
        element = self.inside.pop()
        self.end(element, "".join(self.text).strip())
        self.text, self.length = [], 0
        if element in {"node", "edge"} and self.open:
            self.open.pop()

    def tell(self, label: str, text: str) -> None:
        """Write an attribute on the person or tie that is open."""
        if self.open and text:
            self.open[-1].attributes.setdefault(label, text)


def read_xml(document: Document, handler: GraphHandler) -> GraphFile:
    """Read a graph; where the file is damaged, what stands before the damage.

    Raises
    ------
    ImportFormatError
        If it defines a document type or an entity (which can blow up, or name
        other files), or if nothing of it can be read.
    """
    text = _DECLARATION.sub("", document.text, count=1)
    warnings: tuple[str, ...] = ()
    try:
        parseString(text.encode("utf-8", "replace"), handler, forbid_dtd=True)
    except DefusedXmlException:
        raise ImportFormatError(
            "it holds a DOCTYPE or an entity, which can blow up or call other files",
            file=document.file,
            remedy="Take the DOCTYPE out, or save the graph again with the program it comes from",
        ) from None
    except SAXException as error:
        line = getattr(error, "getLineNumber", lambda: None)()
        reason = f"it is damaged ({error.getMessage()})"
        if not handler.nodes:
            raise ImportFormatError(
                reason, file=document.file, row=line, remedy="Save the graph again"
            ) from None
        where = f" in line {line}" if line else ""
        warnings = (f"{reason}{where}: what follows is not read",)
        for left in handler.open:
            handler.refused[left.row] = f"{reason}{where}"
    directed = any(handler.directed) or (handler.default_directed and not handler.directed)
    lost = handler.refused.keys()
    nodes = [node for node in handler.nodes if node.row not in lost]
    return GraphFile(nodes, handler.links, directed, handler.refused, warnings)
