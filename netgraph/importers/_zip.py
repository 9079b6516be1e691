"""ZIP archives, read in memory: no path is ever extracted, and no bomb goes off."""

from __future__ import annotations

import io
import mmap
import struct
import zipfile
import zlib
from dataclasses import dataclass
from datetime import date
from typing import IO, TYPE_CHECKING

from netgraph.importers._content import DAMAGE, LARGEST_MEMBER
from netgraph.importers._kinds import is_junk, is_media

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

MOST_MEMBERS = 10_000

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_AGAIN = "Download the archive again"
_OFFICE, _OFFICE_AMONG = ("[Content_Types].xml", "mimetype"), 20
"""One of these stands near the beginning of every office document."""
_CHUNK = 2**18
_NO_TIME = date(1980, 1, 1)
"""What archives write where they know no time."""


@dataclass(frozen=True)
class Part:
    """A member of an archive: how to open it, or the reason why it cannot be.

    An empty `name` speaks of the archive as a whole. Without either it is of a
    kind that is never read (a picture). `packed` is how many bytes it takes in
    the archive.
    """

    name: str
    open: Callable[[], IO[bytes]] | None = None
    packed: int | None = None
    reason: str = ""
    remedy: str = ""


def is_zip(head: bytes) -> bool:
    """Tell a ZIP (or an office document, which is one) by its first bytes."""
    return head.startswith((_LOCAL, _CENTRAL))


def is_office(source: bytes | Path) -> bool:
    """Tell an Excel workbook or another office document from other archives."""
    try:
        with zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source) as found:
            return any(info.filename in _OFFICE for info in found.infolist()[:_OFFICE_AMONG])
    except DAMAGE:
        return False


def list_zip(source: bytes | Path) -> tuple[list[Part], date | None]:
    """Find the members of an archive; what cannot be read says why.

    Parameters
    ----------
    source
        The archive. If its index is missing (an interrupted download), the
        members that are whole are found without it.

    Returns
    -------
    tuple
        The members, and the day of the newest of them, if it is told.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        infos = archive.infolist()
    except DAMAGE:
        return list(_recover(source)), None
    if not infos:
        return [Part("", reason="the archive is empty", remedy=_AGAIN)], None
    if len(infos) > MOST_MEMBERS:
        reason = f"it holds more than {MOST_MEMBERS:,} files"
        return [Part("", reason=reason, remedy="Give the export")], None
    infos = [info for info in infos if not info.is_dir() and not is_junk(info.filename)]
    return [_part(archive, info) for info in infos], _newest(infos)


def _part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Part:
    name = info.filename
    if is_media(name):
        return Part(name)
    if _leads_outside(name):
        reason = "its path leads out of the archive"
        return Part(name, reason=reason, remedy="Do not trust this archive")
    if info.flag_bits & _ENCRYPTED:
        remedy = "Unpack the archive and give the folder"
        return Part(name, reason="it is encrypted", remedy=remedy)
    return Part(name, lambda: archive.open(info), info.compress_size)


def _newest(infos: Sequence[zipfile.ZipInfo]) -> date | None:
    days = []
    for info in infos:
        try:
            days.append(date(*info.date_time[:3]))
        except ValueError:  # there is no such day
            continue
    newest = max(days, default=_NO_TIME)
    return newest if newest > _NO_TIME else None


def _leads_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/")


def _recover(source: bytes | Path) -> Iterator[Part]:
    """Find the members of an archive whose index is missing, by their own headers."""
    data = source if isinstance(source, bytes) else _mapped(source)
    place, count = data.find(_LOCAL), 0
    while place >= 0 and count < MOST_MEMBERS:
        part, after = _recover_member(data, place)
        if part is not None and not part.name.endswith("/") and not is_junk(part.name):
            count += 1
            yield part
        place = data.find(_LOCAL, max(after, place + 4))
    reason = f"the archive is cut off or damaged; {count} files were found"
    yield Part("", reason=reason, remedy=_AGAIN)


def _mapped(path: Path) -> bytes | mmap.mmap:
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)


def _recover_member(data: bytes | mmap.mmap, place: int) -> tuple[Part | None, int]:
    start = place + _LOCAL_HEADER.size
    if start > len(data):
        return None, len(data)
    fields = _LOCAL_HEADER.unpack_from(data, place)
    flags, method, compressed, name_length, extra_length = (fields[i] for i in (2, 3, 7, 9, 10))
    raw = data[start : start + name_length]
    name = raw.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
    body = start + name_length + extra_length
    damaged = Part(name, reason="it is damaged", remedy=_AGAIN)
    if _leads_outside(name) or flags & _ENCRYPTED or method not in {_STORED, _DEFLATED}:
        return damaged, body
    if method == _STORED:
        end = body + compressed
        whole = compressed > 0 and end <= len(data)
        return (Part(name, lambda: io.BytesIO(data[body:end])) if whole else damaged), body
    end = _end_of_stream(data, body)
    if not end:
        return damaged, body
    return Part(name, lambda: io.BytesIO(_inflated(data[body:end])), end - body), end


def _end_of_stream(data: bytes | mmap.mmap, place: int) -> int:
    """Find where the deflated stream that begins at `place` ends; 0 if it is cut off or broken."""
    inflater, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    try:
        while place < len(data) and size <= LARGEST_MEMBER:
            chunk = inflater.unconsumed_tail or data[place : place + _CHUNK]
            if not inflater.unconsumed_tail:
                place += len(chunk)
            size += len(inflater.decompress(chunk, _CHUNK))
            if inflater.eof:
                return place - len(inflater.unused_data)
    except zlib.error:
        return 0
    return place if size > LARGEST_MEMBER else 0


def _inflated(data: bytes) -> bytes:
    """Inflate a whole stream; one byte more than the limit is enough to refuse it."""
    return zlib.decompressobj(-zlib.MAX_WBITS).decompress(data, LARGEST_MEMBER + 1)
