"""XML that would do harm, and XML that is damaged."""

from __future__ import annotations

import pytest

from netgraph.errors import ImportFormatError
from netgraph.importers import _graph_xml, read

GRAPH = """<?xml version="1.0" encoding="{encoding}"?>
<graphml><graph edgedefault="undirected">
<node id="Zoë"/><node id="Bo"/>
<edge source="Zoë" target="Bo"/>
</graph></graphml>"""
LAUGHS = """<!DOCTYPE graphml [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><graphml><graph><node id="&c;"/></graph></graphml>"""

EXTERNAL = """<!DOCTYPE graphml [<!ENTITY x SYSTEM "file:///etc/hostname">]>
<graphml><graph><node id="&x;"/></graph></graphml>"""


@pytest.mark.parametrize(
    "text",
    [
        LAUGHS,
        EXTERNAL,
        '<!DOCTYPE graphml SYSTEM "http://example.com/graphml.dtd"><graphml/>',
        "<!DOCTYPE graphml [<!ELEMENT graphml ANY>]><graphml/>",
        LAUGHS.replace("graphml", "gexf"),
    ],
    ids=["entities", "external entity", "document type", "inner document type", "gexf"],
)
def test_no_entity_and_no_document_type(text):
    with pytest.raises(ImportFormatError, match="DOCTYPE or an entity") as error:
        read(("g.xml", text.encode()))
    assert error.value.file == "g.xml"
    assert error.value.remedy


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_encodings(encoding):
    data = GRAPH.format(encoding=encoding).encode(encoding)
    assert "name/zoë" in read(("g.graphml", data)).people.index


def test_what_stands_before_the_damage_is_read():
    whole = GRAPH.format(encoding="utf-8")
    contacts = read(("g.graphml", whole[: whole.index("</graph>")].encode()))
    assert len(contacts.ties) == 1
    assert "what follows is not read" in contacts.files["warnings"].iloc[0]
    cut = whole[: whole.index("<edge") + 30]
    contacts = read(("g.graphml", cut.encode()))
    assert len(contacts.people) == 3
    assert contacts.ties.empty


def test_the_element_that_the_damage_stands_in_is_refused():
    text = '<graphml><graph><node id="Ann"/><node id="Bo"><data key="x">a & b</data></node>'
    contacts = read(("g.graphml", text.encode()))
    assert contacts.rejected["row"].tolist() == [2]
    assert "damaged" in contacts.rejected["reason"].iloc[0]
    assert contacts.files[["rows", "kept"]].iloc[0].tolist() == [2, 1]


def test_nothing_before_the_damage():
    with pytest.raises(ImportFormatError, match="damaged") as error:
        read(("g.graphml", b"<graphml>\n<graph><node id=></graph></graphml>"))
    assert error.value.row == 2


def test_elements_nested_too_deeply_and_texts_that_are_too_long(monkeypatch):
    deep = "<graphml>" + "<a>" * 500 + "</a>" * 500 + "</graphml>"
    with pytest.raises(ImportFormatError, match="nested too deeply"):
        read(("g.graphml", deep.encode()))
    monkeypatch.setattr(_graph_xml, "LONGEST_CELL", 100)
    text = f'<graphml><graph><node id="Ann"/><node id="Bo"><data key="x">{"x" * 101}</data>'
    contacts = read(("g.graphml", text.encode()))
    assert "longer than 100 characters" in contacts.files["warnings"].iloc[0]


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("<?xml version='1.0'?>\n<!-- made by hand -->\n<graphml xmlns='x'>", True),
        ("<g:graphml >", True),
        ("<graphmlx>", False),
        ("Name,Email\n<graphml>", False),
        ("<html><graphml>", False),
    ],
)
def test_the_outermost_element_tells_the_format(text, known):
    assert _graph_xml.begins_with(text, "graphml") is known
