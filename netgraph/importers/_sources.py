"""What the user gives (files, folders, ZIPs, uploaded bytes) as one stream of members."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.importers._kinds import is_junk, is_media
from netgraph.importers._zip import LARGEST_MEMBER, is_zip, read_zip

if TYPE_CHECKING:
    from collections.abc import Iterator

Source = str | Path | tuple[str, bytes]


@dataclass(frozen=True)
class Member:
    """One file: given itself, or found in a folder or a ZIP.

    Attributes
    ----------
    file
        What the user calls it: ``archive.zip/Connections.csv``.
    archive
        What it belongs to; names are looked up among members of one archive.
    data
        Its bytes, or None where it was not read.
    reason, remedy
        Why it could not be read, and what to do about it.
    given
        Whether the user named this very file.
    """

    file: str
    archive: str
    data: bytes | None = None
    reason: str = ""
    remedy: str = ""
    given: bool = False


def find_members(sources: tuple[Source, ...]) -> Iterator[Member]:
    """Find the files in what the user gave, in the order given; nothing is written anywhere."""
    labels = _labels(sources)
    for source, label in zip(sources, labels, strict=True):
        if isinstance(source, tuple):
            yield from _upload(label, bytes(source[1]))
            continue
        path = Path(source)
        if path.is_dir():
            yield from _walk(path, label)
        else:
            yield from _load(path, label, archive="", given=True)


def _labels(sources: tuple[Source, ...]) -> list[str]:
    """Call a source by its name, or by its whole path where two have one name."""
    names = [source[0] if isinstance(source, tuple) else str(source) for source in sources]
    short = [Path(name).name or name for name in names]
    times = Counter(short)
    return [s if times[s] == 1 else name for s, name in zip(short, names, strict=True)]


def _walk(folder: Path, label: str) -> Iterator[Member]:
    found = False
    for path in sorted(folder.rglob("*")):
        inner = path.relative_to(folder).as_posix()
        if not path.is_file() or is_junk(inner) or any(p.startswith(".") for p in inner.split("/")):
            continue
        found = True
        yield from _load(path, f"{label}/{inner}", archive=label, given=False)
    if not found:
        yield Member(
            label, label, None, "the folder is empty", "Give the unpacked export", given=True
        )


def _load(path: Path, label: str, *, archive: str, given: bool) -> Iterator[Member]:
    if not given and is_media(path.name):
        yield Member(label, archive)
        return
    try:
        with path.open("rb") as stream:
            head = stream.read(4)
            stream.seek(0)
            data = None if is_zip(head) else stream.read(LARGEST_MEMBER + 1)
    except FileNotFoundError:
        yield Member(label, archive, None, "there is no such file", f"Check the path {path}", given)
        return
    except (OSError, ValueError) as error:
        reason = f"it cannot be opened ({getattr(error, 'strerror', None) or error})"
        yield Member(label, archive, None, reason, "Check who may read it", given)
        return
    if data is None:
        yield from _unzip(label, path, given=given)
    elif len(data) > LARGEST_MEMBER:
        yield Member(label, archive, None, "it is too large", "Give a smaller export", given)
    else:
        yield Member(label, archive, data, given=given)


def _upload(label: str, data: bytes) -> Iterator[Member]:
    if is_zip(data[:4]):
        yield from _unzip(label, data, given=True)
    else:
        yield Member(label, "", data, given=True)


def _unzip(label: str, source: bytes | Path, *, given: bool) -> Iterator[Member]:
    for part in read_zip(source):
        file = f"{label}/{part.name}" if part.name else label
        whole = given and not part.name
        yield Member(file, label, part.data, part.reason, part.remedy, whole)
