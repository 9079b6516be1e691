"""From paths to `Contacts`: find the files, recognise each, read it, put them together."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.errors import ImportFormatError, UnknownNameError
from netgraph.importers._account import file_row
from netgraph.importers._columns import Columns, NamedColumns, advise, read_columns
from netgraph.importers._join import Reading, join, with_plain_columns
from netgraph.importers._register import IMPORTERS, Importer
from netgraph.importers._sources import Member, Source, find_members
from netgraph.importers._table import Header, find_header, is_matrix, read_table
from netgraph.importers._text import Document, Stream, read_document, stream_of
from netgraph.importers._workbook import is_workbook, read_sheets, sheet_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from netgraph.importers._content import Content

    Progress = Callable[[str, int, int], object]

_REMEDY = (
    "Give the ZIP or the folder of a LinkedIn export, an address book (CSV, XLSX, vCard), mail "
    "(mbox), a calendar (ICS), an introductions.csv or a graph (GraphML, GEXF, JSON); of a table "
    "of your own, say by `columns` which column is what"
)
_MATRIX = "a matrix: write it as an edge list with the columns source, target, weight"
_TABLES = (
    *(".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".zip", ".vcf", ".ldif", ".ics", ".mbox", ".eml"),
    *(".graphml", ".gexf"),
)


class _How(NamedTuple):
    """How files are to be read."""

    importers: list[Importer]
    encoding: str | None
    columns: NamedColumns


def read(
    *sources: Source,
    ego: str | None = None,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    encoding: str | None = None,
    columns: Columns | None = None,
) -> Contacts:
    r"""Read exports: files, folders, ZIPs, or uploads as ``(name, bytes)``.

    The format of each file is found by its content. Nothing is written, and
    nothing leaves the machine.

    Parameters
    ----------
    *sources
        Paths, or pairs of a file name and its bytes.
    ego
        Your own name (or e-mail or LinkedIn address), where the files do not
        tell it.
    format
        Read only this format (see `available_importers`).
    encoding
        Of files that are not UTF-8, for example ``"cp1251"``.
    columns
        Which column of a table plays which role, where its headers do not tell
        it: role -> header, or the column's number (from 1) or letter, as in
        ``{"given": "Vorname", "family": 2}`` or ``"given=Vorname,family=2"``.
        It overrules what the headers tell. Tables that do not have these columns
        are read as usual. With numbers alone, a file without a header row is
        read. `available_importers` lists the roles.

    Returns
    -------
    Contacts
        All that was read. ``files`` accounts for every file, ``rejected`` for
        every row that was refused.

    Raises
    ------
    ImportFormatError
        If nothing could be read. If something could, the rest is listed in
        ``files`` as ``unreadable``. Also if no table has the `columns`.
    UnknownNameError
        If no importer is called `format`, no encoding `encoding`, or no role is
        called what `columns` says.

    Examples
    --------
    >>> csv = b"First Name,Last Name,Company,Connected On\nAda,Example,Acme,05 Mar 2024\n"
    >>> contacts = read(("Connections.csv", csv))
    >>> contacts.ties[["target", "since"]].to_dict("records")
    [{'target': 'name/ada example', 'since': Timestamp('2024-03-05 00:00:00')}]
    """
    with _collector_at_rest():
        parts = read_parts(*sources, format=format, encoding=encoding, columns=columns)
        return join(parts, *([ego] if ego else []))


def read_parts(
    *sources: Source,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    encoding: str | None = None,
    columns: Columns | None = None,
    progress: Progress | None = None,
) -> list[Reading]:
    r"""Read exports file by file, without putting them together.

    Parameters
    ----------
    *sources, format, encoding, columns
        As `read` takes them.
    progress
        Is told before each file: its name, how many files are done, and how
        many there are.

    Returns
    -------
    list of Reading
        One for each file (or sheet of a workbook), in the order given. `join`
        makes one `Contacts` of them.

    Raises
    ------
    ImportFormatError, UnknownNameError
        As `read` raises them.

    Examples
    --------
    >>> csv = b"First Name,Last Name,Company,Connected On\nAda,Example,Acme,05 Mar 2024\n"
    >>> (part,) = read_parts(("Connections 2024-03-06.csv", csv))
    >>> part.format, part.as_of, part.digest[:8], len(part.contacts.ties)
    ('linkedin.connections', datetime.date(2024, 3, 6), '...', 1)
    """
    how = _How(_choose(format), encoding, read_columns(columns))
    _check_encoding(encoding)
    if not sources:
        raise ImportFormatError("no file was given", remedy=_REMEDY)
    members = list(find_members(sources))
    readings: list[Reading] = []
    with _collector_at_rest():
        for done, member in enumerate(members):
            if progress:
                progress(member.file, done, len(members))
            readings += _read_member(member, how)
    known = any(reading.format for reading in readings)
    if known or how.columns.missed:
        how.columns.check()
    if not known:
        raise _nothing_read(readings)
    return readings


def available_importers() -> pd.DataFrame:
    """List the formats: what each gives, whether it is used, and the roles of its columns.

    Returns
    -------
    pandas.DataFrame
        Index ``format``; ``summary``, ``used``, and ``roles`` (parted by blanks,
        "" for formats that are no tables): what `read` takes in `columns`.

    Examples
    --------
    >>> available_importers().loc["introductions", "roles"].split()[:3]
    ['introducer', 'introducer_id', 'introduced']
    """
    rows = {i.name: (i.summary, i.used, " ".join(i.columns)) for i in IMPORTERS.values()}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["summary", "used", "roles"])
    return table.rename_axis("format").sort_index()


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from searching millions of new cells for cycles.

    There are none to find, and the search takes 40 % of the time of a large archive.
    """
    awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if awake:
            gc.enable()


def _choose(name: str | None) -> list[Importer]:
    if name is None:
        return list(IMPORTERS.values())
    if name not in IMPORTERS:
        known = ", ".join(sorted(i.name for i in IMPORTERS.values() if i.used))
        raise UnknownNameError(f"no importer is called {name!r}", remedy=f"There are: {known}")
    return [IMPORTERS[name]]


def _check_encoding(encoding: str | None) -> None:
    try:
        "".encode(encoding or "utf-8")
    except (LookupError, ValueError):
        raise UnknownNameError(
            f"no encoding is called {encoding!r}", remedy="Usual ones are cp1252, cp1251, shift_jis"
        ) from None


def _read_member(member: Member, how: _How) -> list[Reading]:
    if member.reason:
        error = ImportFormatError(member.reason, file=member.file, remedy=member.remedy)
        return [_unreadable(member, error)]
    if member.opened is None:
        return [_not_used(member, "it is no text")]
    with member.opened() as content:
        try:
            readings = _read_content(member, content, how)
        except ImportFormatError as error:
            if not member.given and not member.file.lower().endswith(_TABLES):
                readings = [_not_used(member, error.reason)]
            else:
                readings = [_unreadable(member, error)]
        digest = content.digest
    return [
        reading._replace(digest=digest if reading.file == member.file else sheet_digest(digest, i))
        for i, reading in enumerate(r._replace(as_of=member.as_of) for r in readings)
    ]


def _read_content(member: Member, content: Content, how: _How) -> list[Reading]:
    stream = Stream(member.file, content, how.encoding)
    begins = stream.begins()
    likely = _by_looks(member.file, begins, how)
    if likely and likely.streams:
        return [_reading(member, likely.function(stream), likely)]
    data = content.read_all()
    if is_workbook(data):
        return _read_workbook(member, data, how)
    document = read_document(member.file, data, how.encoding)
    del data  # the text is as large again
    return [_read_document(member, document, how)]


def _by_looks(file: str, text: str, how: _How) -> Importer | None:
    """Find the format, no table, that a text looks like: first the one that its name ends like."""
    named = [importer for importer in how.importers if file.lower().endswith(importer.endings)]
    likely = (each for each in (*named, *how.importers) if each.looks and each.looks(text))
    return next(likely, None)


def _read_workbook(member: Member, data: bytes, how: _How) -> list[Reading]:
    """Read the sheets whose columns an importer knows, each as a file of its own."""
    readings, advice = [], None
    for sheet in read_sheets(member.file, data):
        archive = member.archive or member.file
        place = replace(member, file=sheet.file or "", archive=archive, given=False)
        if isinstance(sheet, ImportFormatError):
            readings.append(_unreadable(place, sheet))
            continue
        named = find_header(replace(sheet, file=member.file), how.importers)
        header = named or find_header(sheet, how.importers)
        header = how.columns.overrule(sheet, header, how.importers, given=member.given)
        readings.append(_read_rows(place, sheet, header))
        advice = advice or advise(replace(sheet, file=member.file))
    if not any(reading.format for reading in readings):
        for reading in readings:
            if reading.error:
                raise reading.error
        known = "none of its sheets has, among the first ten rows, the header of an export"
        reason = f"{known} that netgraph knows" if readings else "the workbook is empty"
        raise ImportFormatError(reason, file=member.file, remedy=advice or _REMEDY)
    return readings


def _read_document(member: Member, document: Document, how: _How) -> Reading:
    found = find_header(document, how.importers)
    likely = _by_looks(member.file, document.text, how)
    if likely and not (found and member.file.lower().endswith((".csv", ".tsv"))):
        told = stream_of(document) if likely.streams else document
        return _reading(member, likely.function(told), likely)
    header = how.columns.overrule(document, found, how.importers, given=member.given)
    if header is None and member.given:
        raise _unrecognised(document, how.importers)
    return _read_rows(member, document, header)


def _read_rows(member: Member, document: Document, header: Header | None) -> Reading:
    if header is None:
        return _not_used(member, "no importer knows its columns")
    table = read_table(document, header)
    return _reading(member, header.importer.function(table), header.importer)


def _reading(member: Member, contacts: Contacts, importer: Importer) -> Reading:
    return Reading(member.file, member.archive, with_plain_columns(contacts), importer.name)


def _unrecognised(document: Document, importers: list[Importer]) -> ImportFormatError:
    if len(importers) == 1 and importers[0].needs:
        roles = sorted(importers[0].needs[0])
        return ImportFormatError(
            f"it has no header row of the format {importers[0].name}",
            file=document.file,
            remedy=f"It needs columns for: {', '.join(roles)}",
        )
    reason = "none of its first ten rows is the header of an export that netgraph knows"
    if is_matrix(document):
        reason += "; it is a matrix of numbers"
    remedy = f"{_REMEDY}; {_MATRIX}" if is_matrix(document) else advise(document) or _REMEDY
    return ImportFormatError(reason, file=document.file, remedy=remedy)


def _unreadable(member: Member, error: ImportFormatError) -> Reading:
    files = file_row(
        member.file,
        format="unreadable",
        warnings=[f"{error.reason}. {error.remedy}." if error.remedy else error.reason],
    )
    return Reading(member.file, member.archive, Contacts(files=files), error=error)


def _not_used(member: Member, why: str) -> Reading:
    files = file_row(member.file, format="unknown", warnings=[f"not used: {why}"])
    return Reading(member.file, member.archive, Contacts(files=files))


def _nothing_read(readings: Sequence[Reading]) -> ImportFormatError:
    errors = [reading.error for reading in readings if reading.error]
    if not errors:
        files = readings[0].contacts.files["file"] if readings else pd.Series(dtype="str")
        where = str(files.iloc[0]).split("/")[0] if len(files) else None
        return ImportFormatError(
            "it holds no file that netgraph can read", file=where, remedy=_REMEDY
        )
    first = errors[0]
    more = f" ({len(errors) - 1} more could not be read either)" if len(errors) > 1 else ""
    return ImportFormatError(
        f"{first.reason}{more}", file=first.file, row=first.row, remedy=first.remedy
    )
