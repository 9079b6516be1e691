"""ZIP archives, read in memory: no path is ever extracted, and no bomb goes off."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from netgraph.importers._kinds import is_junk, is_media

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LARGEST_MEMBER = 512 * 2**20
LARGEST_TOTAL = 2 * 2**30
LARGEST_RATIO = 250
"""Texts shrink to a tenth, very dull ones to a hundredth; only bombs shrink further."""
_RATIO_FROM = 16 * 2**20
"""Below this size a high ratio does no harm."""
MOST_MEMBERS = 10_000

_LOCAL, _CENTRAL = b"PK\x03\x04", b"PK\x05\x06"
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_STORED, _DEFLATED = 0, 8
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    RuntimeError,  # NotImplementedError too: a compression that Python does not know
    ValueError,
    LookupError,
    struct.error,
    MemoryError,
)
_AGAIN = "Download the archive again"
_OFFICE, _OFFICE_AMONG = ("[Content_Types].xml", "mimetype"), 20
"""One of these stands near the beginning of every office document."""
_CHUNK = 2**18


@dataclass(frozen=True)
class Part:
    """A member of an archive: its bytes, or the reason why there are none.

    An empty `name` speaks of the archive as a whole. Without bytes and without a
    reason it is of a kind that is never read (a picture).
    """

    name: str
    data: bytes | None = None
    reason: str = ""
    remedy: str = ""


def is_zip(head: bytes) -> bool:
    """Tell a ZIP (or an office document, which is one) by its first bytes."""
    return head.startswith((_LOCAL, _CENTRAL))


def read_zip(source: bytes | Path) -> Iterator[Part]:
    """Read the members of an archive one by one; what cannot be read says why.

    Parameters
    ----------
    source
        The archive. If its index is missing (an interrupted download), the
        members that are whole are found without it.
    """
    try:
        archive = zipfile.ZipFile(io.BytesIO(source) if isinstance(source, bytes) else source)
        infos = archive.infolist()
    except _DAMAGE:
        yield from _recover(source if isinstance(source, bytes) else source.read_bytes())
        return
    with archive:
        if any(info.filename in _OFFICE for info in infos[:_OFFICE_AMONG]):
            yield Part(
                "",
                None,
                "it is an Excel workbook or another office document, not a CSV",
                "Open it and save it as CSV UTF-8",
            )
            return
        if not infos:
            yield Part("", None, "the archive is empty", _AGAIN)
        if len(infos) > MOST_MEMBERS:
            yield Part("", None, f"it holds more than {MOST_MEMBERS:,} files", "Give the export")
            return
        room = LARGEST_TOTAL
        for info in infos:
            if info.is_dir() or is_junk(info.filename):
                continue
            if is_media(info.filename):
                yield Part(info.filename)
                continue
            part = _read_member(archive, info, room)
            room -= len(part.data or b"")
            yield part


def _read_member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, room: int) -> Part:
    name = info.filename
    if _leads_outside(name):
        return Part(name, None, "its path leads out of the archive", "Do not trust this archive")
    if info.flag_bits & _ENCRYPTED:
        return Part(name, None, "it is encrypted", "Unpack the archive and give the folder")
    most = min(LARGEST_MEMBER, room)
    try:
        with archive.open(info) as stream:
            data = stream.read(most + 1)
    except _DAMAGE:
        return Part(name, None, "it is damaged", _AGAIN)
    return _within_limits(name, data, info.compress_size, most)


def _within_limits(name: str, data: bytes, compressed: int, most: int) -> Part:
    if len(data) > most:
        return Part(name, None, "it is too large", "Unpack the archive and give its files")
    if len(data) > _RATIO_FROM and len(data) > LARGEST_RATIO * max(compressed, 1):
        return Part(name, None, "it unpacks to far too much", "Do not trust this archive")
    return Part(name, data)


def _leads_outside(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or path[1:2] == ":" or ".." in path.split("/")


def _recover(data: bytes) -> Iterator[Part]:
    """Find the members of an archive whose index is missing, by their own headers."""
    place, count, room = data.find(_LOCAL), 0, LARGEST_TOTAL
    while place >= 0 and count < MOST_MEMBERS and room > 0:
        part, after = _recover_member(data, place, min(room, LARGEST_MEMBER))
        if part is not None and not part.name.endswith("/") and not is_junk(part.name):
            count += 1
            room -= len(part.data or b"")
            yield part
        place = data.find(_LOCAL, max(after, place + 4))
    yield Part("", None, f"the archive is cut off or damaged; {count} files were found", _AGAIN)


def _recover_member(data: bytes, place: int, most: int) -> tuple[Part | None, int]:
    start = place + _LOCAL_HEADER.size
    if start > len(data):
        return None, len(data)
    fields = _LOCAL_HEADER.unpack_from(data, place)
    flags, method, compressed, name_length, extra_length = (fields[i] for i in (2, 3, 7, 9, 10))
    raw = data[start : start + name_length]
    name = raw.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
    body = start + name_length + extra_length
    damaged = Part(name, None, "it is damaged", _AGAIN)
    if _leads_outside(name) or flags & _ENCRYPTED or method not in {_STORED, _DEFLATED}:
        return damaged, body
    if method == _STORED:
        content = data[body : body + compressed]
        whole = compressed > 0 and len(content) == compressed
        return (_within_limits(name, content, compressed, most) if whole else damaged), body
    try:
        inflated, after = _inflate(data, body, most)
    except zlib.error:
        return damaged, body
    if inflated is None:
        return damaged, after
    return _within_limits(name, inflated, after - body, most), after


def _inflate(data: bytes, place: int, most: int) -> tuple[bytes | None, int]:
    """Inflate the stream that begins at `place`: its content (None if cut off) and its end."""
    inflater, pieces, size = zlib.decompressobj(-zlib.MAX_WBITS), [], 0
    while place < len(data) and size <= most:
        chunk = inflater.unconsumed_tail or data[place : place + _CHUNK]
        if not inflater.unconsumed_tail:
            place += len(chunk)
        pieces.append(inflater.decompress(chunk, most + 1 - size))
        size += len(pieces[-1])
        if inflater.eof:
            return b"".join(pieces), place - len(inflater.unused_data)
    return (b"".join(pieces) if size > most else None), place
