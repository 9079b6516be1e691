"""What graph files state, whatever their format: people with attributes, and ties among them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import EGO, Contacts, combine_people
from netgraph.importers._account import account
from netgraph.importers._edges import COLUMNS, Edge, fold_edges, read_edge
from netgraph.importers._identifiers import email_addresses, linkedin_slug, profile_url
from netgraph.importers._names import map_unique, name_key
from netgraph.importers._people import (
    MAIL,
    NAME,
    PHONE,
    PROFILE,
    SAID,
    identify,
    tell_ego,
    tell_identifiers,
)
from netgraph.importers._people_columns import read_people
from netgraph.importers._register import IMPORTERS, header_key
from netgraph.importers._table import LONGEST_CELL, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from netgraph.importers._text import Document

NO_ID = "it has no id"
TOO_LONG = f"a text of it is longer than {LONGEST_CELL:,} characters"
_DIRECTED = "its ties tell from whom to whom; they are kept so, and the graph counts them both ways"
_SEVERAL_EGOS = "several people are marked as is_ego: none of them is taken for you"
_EGO, _TRUE = "isego", frozenset({"true", "1", "yes"})
MOST_ATTRIBUTES = 500
"""So many attributes of people are kept; a column each."""
_MANY = f"only the {MOST_ATTRIBUTES} commonest attributes of people are kept"
_SHOWN = 60
_LABELS = frozenset({"label", _EGO})
_TIE_COLUMNS = {
    header_key(header): role
    for role, headers in COLUMNS.items()
    for header in headers.split("|")
    if not role.startswith(("source", "target"))
}
_OWN_COLUMNS = frozenset({"emails", "phones", "jobs", "slug", "related", "introducers"})


class Node(NamedTuple):
    """One person as the file states them; ``row`` counts people and ties from 1."""

    row: int
    id: str
    attributes: dict[str, str]


class Link(NamedTuple):
    """One tie as the file states it, between two ids of nodes."""

    row: int
    source: str
    target: str
    attributes: dict[str, str]


class GraphFile(NamedTuple):
    """A graph file: people, ties, whether ties have a direction, and what could not be read."""

    nodes: list[Node]
    links: list[Link]
    directed: bool
    refused: dict[int, str]
    warnings: tuple[str, ...] = ()


def fill_defaults(graph: GraphFile, defaults: Mapping[str, Mapping[str, str]]) -> None:
    """Write the attributes that hold where nothing else is told: ``node`` or ``edge`` -> them."""
    for kind, elements in (("node", graph.nodes), ("edge", graph.links)):
        for element in elements:
            for label, text in defaults[kind].items():
                element.attributes.setdefault(label, text)


def tell_graph(document: Document, name: str, graph: GraphFile) -> Contacts:
    """Make the tables of a graph file.

    Parameters
    ----------
    document, name
        The file and its format.
    graph
        What it states.

    Returns
    -------
    Contacts
        A person for each node, two of them where two nodes have one label; a tie
        of kind ``edge`` for each pair. Attributes of a person are read like the
        headers of a sheet of contacts, those of a tie like the headers of an
        edge list. You are the node with the attribute ``is_ego``, if one has it;
        no tie to you is made up.
    """
    refused = dict(graph.refused)
    nodes = _sound_nodes(graph.nodes, refused)
    table = _as_sheet(document, nodes)
    rows = read_people(table)
    ids, warnings = _ids(nodes, rows)
    by_id = dict(zip((node.id for node in nodes), ids, strict=True))
    edges, unused = _read_links(graph.links, by_id, refused)
    ties, folded = fold_edges(edges, directed=graph.directed)
    kept = [node.row for node in nodes]
    kept += [link.row for link in graph.links if link.row not in refused]
    index = pd.Index(sorted(kept), dtype="int64", name="row")
    whole = Table(document, IMPORTERS[name], pd.DataFrame(index=index), refused=refused)
    warnings = [
        *graph.warnings,
        *warnings,
        "" if nodes else "nobody stands in it",
        _MANY if len({a for node in nodes for a in node.attributes}) > MOST_ATTRIBUTES else "",
        _DIRECTED if graph.directed and edges else "",
        *folded,
        f"attributes of ties not used: {', '.join(unused)}" if unused else "",
    ]
    return Contacts(
        **_tell_people(table, rows, ids, name), ties=ties, **account(whole, warnings=warnings)
    )


def _sound_nodes(nodes: Iterable[Node], refused: dict[int, str]) -> list[Node]:
    sound: dict[str, Node] = {}
    for node in nodes:
        if not node.id:
            refused[node.row] = NO_ID
        elif node.id in sound:
            refused[node.row] = f"a person further up has the id {_short(node.id)}"
        elif _is_giant(node):
            refused[node.row] = TOO_LONG
        else:
            sound[node.id] = node
    return list(sound.values())


def _short(text: str) -> str:
    return repr(text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ...")


def _is_giant(element: Node | Link) -> bool:
    texts = (*element.attributes.values(), element[1], element[2])
    return any(isinstance(text, str) and len(text) > LONGEST_CELL for text in texts)


def _as_sheet(document: Document, nodes: list[Node]) -> Table:
    """Write the people as a sheet of contacts: a column an attribute, named by its role."""
    importer = IMPORTERS["contacts"]
    labels = _common_labels(nodes)
    roles = importer.roles(tuple(header_key(label) for label in labels))
    taken = {labels[place]: role for role, place in roles.items()}
    words = [_words(node, taken) for node in nodes]
    columns: dict[str, list[str]] = {}
    for label in labels:
        name = taken.get(label) or ("" if header_key(label) in _LABELS else label)
        if name:
            columns[name] = [node.attributes.get(label, "").strip() for node in nodes]
    parts = zip(*(columns.get(r, [""] * len(nodes)) for r in ("given", "family")), strict=True)
    columns["full"] = [
        _name(node, said, parted=any(part))
        for node, said, part in zip(nodes, words, parts, strict=True)
    ]
    for role, read in (("email", _mail_of), ("linkedin", _profile_of), ("phone", _phone_of)):
        told = columns.get(role, [""] * len(nodes))
        own = (
            next(filter(None, map(read, (node.id, *said))), "")
            for node, said in zip(nodes, words, strict=True)
        )
        columns[role] = [text or other for text, other in zip(told, own, strict=True)]
    cells = pd.DataFrame(columns, index=range(len(nodes)), dtype="object")
    known = {*importer.columns, *_OWN_COLUMNS}
    return Table(document, importer, cells, tuple(name for name in columns if name not in known))


def _common_labels(nodes: list[Node]) -> list[str]:
    """List the attributes of people in the order of the file; of very many, the commonest."""
    counts = Counter(label for node in nodes for label in node.attributes)
    kept = {label for label, _ in counts.most_common(MOST_ATTRIBUTES)}
    return [label for label in counts if label in kept]


def _words(node: Node, taken: Mapping[str, str]) -> list[str]:
    """List what a person is called: by name, then by label."""
    told = node.attributes.items()
    names = [text.strip() for label, text in told if taken.get(label) == "full"]
    names += [text.strip() for label, text in told if header_key(label) == "label"]
    return [name for name in names if name]


def _name(node: Node, words: list[str], *, parted: bool) -> str:
    """Give a person's name: the first word that is no address; without words, the id."""
    found = next((_plain(word) for word in words if not _is_address(word)), "")
    if found or words or parted or node.id == EGO or _is_address(node.id):
        return found
    return _plain(node.id)


def _plain(text: str) -> str:
    """Take the name out of an id of ours: ``name/ada example#2``."""
    return text.removeprefix(NAME).partition("#")[0] if text.startswith(NAME) else text


def _is_address(text: str) -> bool:
    return bool(_mail_of(text) or _profile_of(text) or _phone_of(text))


def _mail_of(text: str) -> str:
    found = email_addresses(text.removeprefix(MAIL))
    return found[0] if found and found[0] == text.removeprefix(MAIL).casefold().strip() else ""


def _profile_of(text: str) -> str:
    own = text.startswith(PROFILE) and " " not in text
    return profile_url(text.removeprefix(PROFILE)) if own else text * bool(linkedin_slug(text))


def _phone_of(text: str) -> str:
    return text.removeprefix(PHONE) if text.startswith(PHONE) else ""


def _ids(nodes: list[Node], rows: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Give each node its person_id, and say if it is not told which of them is you."""
    keys = map_unique(rows["name"], name_key)
    found = identify(keys, rows["slug"], rows["emails"].str[0])
    found = found.fillna(PHONE + rows["phones"].str[0].astype("object"))
    marked = [_is_ego(node) for node in nodes]
    ids = []
    for node, ego, person in zip(nodes, marked, found, strict=True):
        if ego and sum(marked) == 1:
            ids.append(EGO)
        elif pd.isna(person):
            ids.append(NAME + name_key(node.id))
        else:  # who is known by a name alone may be known by it from another file
            alone = str(person).startswith(NAME) and "#" not in str(person)
            ids.append(SAID + str(person).removeprefix(NAME) if alone else str(person))
    return ids, [_SEVERAL_EGOS] if sum(marked) > 1 else []


def _is_ego(node: Node) -> bool:
    return node.id == EGO or any(
        header_key(label) == _EGO and text.strip().casefold() in _TRUE
        for label, text in node.attributes.items()
    )


def _read_links(
    links: Iterable[Link], by_id: Mapping[str, str], refused: dict[int, str]
) -> tuple[list[Edge], list[str]]:
    edges: list[Edge] = []
    unused: Counter[str] = Counter()
    for link in links:
        if link.row not in refused and _is_giant(link):
            refused[link.row] = TOO_LONG
        if link.row in refused:
            continue
        strangers = [end for end in (link.source, link.target) if end not in by_id]
        if strangers:
            ends = f"the tie from {_short(link.source)} to {_short(link.target)}"
            refused[link.row] = f"{ends}: nobody has the id {_short(strangers[0])}"
            continue
        told: dict[str, str] = {}
        for label, text in link.attributes.items():
            role = _TIE_COLUMNS.get(header_key(label))
            if role is None:
                unused[label] += 1
            else:
                told.setdefault(role, text)
        edge = read_edge(by_id[link.source], by_id[link.target], told)
        if isinstance(edge, str):
            refused[link.row] = f"{edge} ({_short(link.source)} to {_short(link.target)})"
        else:
            edges.append(edge)
    return edges, [label for label, _ in unused.most_common(10) if label != "kinds"]


def _tell_people(
    table: Table, rows: pd.DataFrame, ids: list[str], source: str
) -> dict[str, pd.DataFrame]:
    people = rows[["name", "given_name", "family_name", "location", "groups"]].assign(
        company=[jobs[0][0] if jobs else "" for jobs in rows["jobs"]],
        title=[jobs[0][1] if jobs else "" for jobs in rows["jobs"]],
    )
    people = pd.concat([people, table.cells[list(table.extras)]], axis=1)
    people = people.where(people != "").set_axis(pd.Index(ids, name="person_id"), axis=0)
    people = people.assign(is_ego=people.index == EGO, sources=source)
    employed = people.dropna(subset="company")
    profiles = rows["slug"].map(profile_url, na_action="ignore")
    return {
        "people": combine_people(pd.concat([people, tell_ego(source)])),
        "identifiers": pd.concat(
            [
                tell_identifiers(ids, "linkedin", profiles),
                tell_identifiers(ids, "email", rows["emails"]),
                tell_identifiers(ids, "phone", rows["phones"]),
            ]
        ).drop_duplicates(),
        "affiliations": pd.DataFrame(
            {
                "person_id": employed.index,
                "organisation": employed["company"].array,
                "kind": "employer",
                "role": employed["title"].array,
            }
        ).drop_duplicates(),
    }
