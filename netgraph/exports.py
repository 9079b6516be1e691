"""What is known, as plain files: CSV, JSON, GEXF, GraphML."""

from __future__ import annotations

import csv
import json
import re
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import networkx as nx
import numpy as np
import pandas as pd

from netgraph.contacts import SCHEMA, Contacts
from netgraph.errors import ExportError

if TYPE_CHECKING:
    from collections.abc import Callable

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With these a cell begins that a spreadsheet runs as a formula, or reads past to one."""

_GRAPH_ENDINGS = (".gexf", ".graphml", ".json")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SHEET_IDENTIFIERS = ["email", "phone", "linkedin"]


def write(what: Contacts | nx.Graph, path: str | Path) -> list[Path]:
    """Write contacts as a folder of CSV files or as JSON, a graph as GEXF, GraphML or JSON.

    The ending of `path` tells the format. Files of the same name are replaced,
    each at once: one that could not be finished leaves the old one as it was.

    Parameters
    ----------
    what
        Contacts, as `read`, `resolve` or `classify` give them; or a graph, as
        `build_graph` gives it.
    path
        For contacts: a folder (it is made if there is none) for a CSV file a
        table, or ``name.json`` for one object with a list of rows for each
        table. For a graph: ``name.gexf`` (Gephi), ``name.graphml``, or
        ``name.json`` (node-link, for D3 and others).

    Returns
    -------
    list of Path
        The files that were written.

    Raises
    ------
    ExportError
        If the ending names no format for this, or a file cannot be written.

    Notes
    -----
    The CSV files are for spreadsheets: UTF-8 with a byte order mark, text in
    quotes, and an apostrophe before every text that begins like a formula (see
    `escape_formulas`). So a phone number is written ``'+49301234567``.

    ``people.csv`` holds the addresses of each person, too (``email``, ``phone``,
    ``linkedin``; several are parted by ``; ``). In ``ties.csv``, ``source`` and
    ``target`` are names, yours is ``me``; ``source_id`` and ``target_id`` are an
    address of each, and ``source_person`` and ``target_person`` refer to
    ``people.csv``. `read` takes these two files again (not the whole folder), as
    a sheet of contacts and a list of ties; you are then one of the contacts, too.

    Examples
    --------
    >>> import tempfile
    >>> contacts = Contacts(people=pd.DataFrame({"name": ["Ann"]}, index=["ann"]))
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     files = write(contacts, folder)
    ...     len(files), files[0].read_text(encoding="utf-8-sig").splitlines()[1][:12]
    (11, '"ann","Ann",')
    """
    path = Path(path)
    _check_ending(what, path)
    try:
        if isinstance(what, Contacts):
            return _write_contacts(what, path)
        return [_write_graph(what, path)]
    except OSError as error:
        raise ExportError(
            f"it cannot be written: {error.strerror or error}",
            file=str(path),
            remedy="Name another place, or close the program that has it open",
        ) from error


def escape_formulas(table: pd.DataFrame) -> pd.DataFrame:
    """Put an apostrophe before each text that a spreadsheet would run as a formula.

    A name in a file that one was sent may be ``=HYPERLINK(...)``: opened in a
    spreadsheet, it acts. With an apostrophe in front it is text.

    Parameters
    ----------
    table
        Any table.

    Returns
    -------
    pandas.DataFrame
        The same, where each text (header and index included) that begins with
        ``= + - @``, a tab or a line's end has ``'`` before it. Numbers, dates
        and empty cells stay as they are: ``-1.5`` is no text.

    Examples
    --------
    >>> escape_formulas(pd.DataFrame({"name": ["=1+1", "Ann"], "score": [-1.5, 2.0]}))
        name  score
    0  '=1+1   -1.5
    1    Ann    2.0
    """
    cells = {place: _escaped(table.iloc[:, place]) for place in range(table.shape[1])}
    escaped = pd.DataFrame(cells, index=table.index)
    escaped.columns = table.columns.map(_escape) if len(table.columns) else table.columns
    if not isinstance(table.index, pd.RangeIndex):
        escaped.index = table.index.map(_escape)
    return escaped


def _escaped(column: pd.Series) -> pd.Series:
    if not (pd.api.types.is_string_dtype(column) or column.dtype == object):
        return column
    return column.map(_escape)


def _escape(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _check_ending(what: Contacts | nx.Graph, path: Path) -> None:
    ending = path.suffix.lower()
    if isinstance(what, Contacts):
        good = ending == ".json" or not ending or path.is_dir()
        remedy = (
            "Name a folder for CSV files or a file that ends in .json; "
            ".gexf and .graphml take the graph of `build_graph`"
        )
    else:
        good = ending in _GRAPH_ENDINGS
        remedy = f"Name a file that ends in {', '.join(_GRAPH_ENDINGS)}"
    if not good:
        named = f"as {ending}" if ending else "without an ending"
        kind = "contacts are" if isinstance(what, Contacts) else "a graph is"
        raise ExportError(f"{kind} not written {named}", file=str(path), remedy=remedy)


def _write_contacts(contacts: Contacts, path: Path) -> list[Path]:
    if path.suffix.lower() == ".json":
        tables = {name: _records(getattr(contacts, name)) for name in SCHEMA}
        return [_replace(path, lambda part: _write_json(tables, part))]
    path.mkdir(parents=True, exist_ok=True)
    sheets = {name: getattr(contacts, name) for name in SCHEMA}
    sheets |= {"people": _people_sheet(contacts), "ties": _ties_sheet(contacts)}
    return [
        _replace(path / f"{name}.csv", partial(_write_csv, table)) for name, table in sheets.items()
    ]


def _people_sheet(contacts: Contacts) -> pd.DataFrame:
    """Lay the addresses of people beside them."""
    addresses = _addresses(contacts)
    known = [kind for kind in addresses if kind not in contacts.people]
    return pd.concat([contacts.people, addresses[known]], axis=1).reset_index()


def _ties_sheet(contacts: Contacts) -> pd.DataFrame:
    """Lay names and an address of each person in the place of their ids."""
    ties = contacts.ties
    addresses = _addresses(contacts)
    address = addresses["linkedin"].fillna(addresses["email"])
    names = contacts.people["name"].fillna(address)
    if contacts.ego is not None:
        names[contacts.ego], address[contacts.ego] = "me", None
    ends = {end: ties[end].map(names) for end in ("source", "target")}
    first = address.map(lambda several: several.partition("; ")[0], na_action="ignore")
    ends |= {f"{end}_id": ties[end].map(first) for end in ends}
    persons = {f"{end}_person": ties[end] for end in ("source", "target")}
    return ties.assign(**ends, **persons)[[*ends, *ties.columns[2:], *persons]]


def _addresses(contacts: Contacts) -> pd.DataFrame:
    """Give the addresses of each person: a column a kind, several parted by ``; ``."""
    known = contacts.identifiers
    sheet = pd.DataFrame(index=contacts.people.index, columns=_SHEET_IDENTIFIERS, dtype="str")
    for kind in _SHEET_IDENTIFIERS:
        of_kind = known[known["kind"] == kind]
        sheet[kind] = of_kind.groupby("person_id", sort=False)["value"].agg("; ".join)
    return sheet.astype("str")


def _write_csv(table: pd.DataFrame, path: Path) -> None:
    escape_formulas(table).to_csv(
        path, index=False, encoding="utf-8-sig", quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n"
    )


def _write_graph(graph: nx.Graph, path: Path) -> Path:
    if path.suffix.lower() == ".json":
        data = nx.node_link_data(graph, edges="links")
        return _replace(path, lambda part: _write_json(data, part))
    plain = _plain(graph)
    writer = nx.write_gexf if path.suffix.lower() == ".gexf" else nx.write_graphml_xml
    return _replace(path, lambda part: writer(plain, str(part)))


def _plain(graph: nx.Graph) -> nx.Graph:
    """Copy a graph with nothing but what XML can hold: text, numbers, yes and no."""
    plain = nx.Graph()
    plain.add_nodes_from((_cell(person), _cells(known)) for person, known in graph.nodes.items())
    plain.add_edges_from((_cell(a), _cell(b), _cells(tie)) for (a, b), tie in graph.edges.items())
    for person, known in plain.nodes.items():
        known["label"] = known.get("name", person)
    return plain


def _cells(attributes: dict[str, Any]) -> dict[str, Any]:
    return {str(_cell(key)): _cell(value) for key, value in attributes.items() if pd.notna(value)}


def _cell(value: object) -> bool | int | float | str:
    if isinstance(value, np.generic):
        value = value.item()
    if isinstance(value, bool | int | float):
        return value
    return _NOT_XML.sub(" ", str(value))


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    named = table if table.index.name is None else table.reset_index()
    records: list[dict[str, Any]] = json.loads(
        named.to_json(orient="records", date_format="iso", date_unit="s")
    )
    return records


def _write_json(data: object, path: Path) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=1, default=str)
    path.write_text(text, encoding="utf-8", errors="replace")


def _replace(path: Path, write_to: Callable[[Path], None]) -> Path:
    """Write beside `path`, then put the finished file in its place."""
    part = path.with_name(f".{path.name}.part")
    try:
        write_to(part)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path
