"""From paths to `Contacts`: find the files, recognise each, read it, put them together."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pandas as pd

from netgraph.contacts import Contacts
from netgraph.errors import ImportFormatError, UnknownNameError
from netgraph.importers._account import file_row
from netgraph.importers._join import Reading, join, with_plain_columns
from netgraph.importers._register import IMPORTERS, Importer
from netgraph.importers._sources import Member, Source, find_members
from netgraph.importers._table import find_header, read_table
from netgraph.importers._text import Document, read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    Progress = Callable[[str, int, int], object]

_REMEDY = (
    "Give the ZIP or the folder of a LinkedIn export, an address book (CSV, vCard), mail (mbox), "
    "a calendar (ICS) or an introductions.csv"
)
_TABLES = (".csv", ".tsv", ".txt", ".zip", ".vcf", ".ldif", ".ics", ".mbox", ".eml")


def read(
    *sources: Source,
    ego: str | None = None,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    encoding: str | None = None,
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

    Returns
    -------
    Contacts
        All that was read. ``files`` accounts for every file, ``rejected`` for
        every row that was refused.

    Raises
    ------
    ImportFormatError
        If nothing could be read. If something could, the rest is listed in
        ``files`` as ``unreadable``.
    UnknownNameError
        If no importer is called `format`, or no encoding `encoding`.

    Examples
    --------
    >>> csv = b"First Name,Last Name,Company,Connected On\nAda,Example,Acme,05 Mar 2024\n"
    >>> contacts = read(("Connections.csv", csv))
    >>> contacts.ties[["target", "since"]].to_dict("records")
    [{'target': 'name/ada example', 'since': Timestamp('2024-03-05 00:00:00')}]
    """
    with _collector_at_rest():
        return join(read_parts(*sources, format=format, encoding=encoding), ego)


def read_parts(
    *sources: Source,
    format: str | None = None,  # noqa: A002 - what everybody calls it
    encoding: str | None = None,
    progress: Progress | None = None,
) -> list[Reading]:
    r"""Read exports file by file, without putting them together.

    Parameters
    ----------
    *sources, format, encoding
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
    importers = _choose(format)
    _check_encoding(encoding)
    if not sources:
        raise ImportFormatError("no file was given", remedy=_REMEDY)
    members = list(find_members(sources))
    readings = []
    with _collector_at_rest():
        for done, member in enumerate(members):
            if progress:
                progress(member.file, done, len(members))
            readings.append(_read_member(member, importers, encoding))
    if not any(reading.format for reading in readings):
        raise _nothing_read(readings)
    return readings


def available_importers() -> pd.DataFrame:
    """List the formats: one row each, with what it gives and whether it is used."""
    rows = {i.name: (i.summary, i.used) for i in IMPORTERS.values()}
    table = pd.DataFrame.from_dict(rows, orient="index", columns=["summary", "used"])
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


def _read_member(member: Member, importers: list[Importer], encoding: str | None) -> Reading:
    if member.reason:
        error = ImportFormatError(member.reason, file=member.file, remedy=member.remedy)
        return _unreadable(member, error)
    if member.opened is None:
        return _not_used(member, "it is no text")
    with member.opened() as content:
        try:
            document = read_document(member.file, content.read_all(), encoding)
            reading = _read_document(member, document, importers)
        except ImportFormatError as error:
            if not member.given and not member.file.lower().endswith(_TABLES):
                reading = _not_used(member, error.reason)
            else:
                reading = _unreadable(member, error)
        return reading._replace(digest=content.digest, as_of=member.as_of)


def _read_document(member: Member, document: Document, importers: list[Importer]) -> Reading:
    for importer in importers:
        if importer.looks and importer.looks(document.text):
            return _reading(member, importer.function(document), importer)
    header = find_header(document, importers)
    if header is None:
        if not member.given:
            return _not_used(member, "no importer knows its columns")
        raise _unrecognised(document, importers)
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
    return ImportFormatError(
        "none of its first ten rows is the header of an export that netgraph knows",
        file=document.file,
        remedy=_REMEDY,
    )


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
