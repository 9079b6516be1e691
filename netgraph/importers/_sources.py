"""What the user gives (files, folders, ZIPs, uploaded bytes) as a list of files to open."""

from __future__ import annotations

import io
import re
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from netgraph.importers._content import Budget, Content
from netgraph.importers._kinds import is_junk, is_media
from netgraph.importers._zip import is_office, is_zip, list_zip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Source = str | Path | tuple[str, bytes]

_HEAD = 4
_AMERICAN = re.compile(r"(?<!\d)(?P<month>\d\d)-(?P<day>\d\d)-(?P<year>\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-?(?P<month>\d\d)-?(?P<day>\d\d)(?!\d)")
_EARLIEST = 2000


@dataclass(frozen=True)
class Member:
    """One file: given itself, or found in a folder or a ZIP.

    Attributes
    ----------
    file
        What the user calls it: ``archive.zip/Connections.csv``.
    archive
        What it belongs to; names are looked up among members of one archive.
    opened
        Opens its bytes; None where they are not read.
    as_of
        The day on which it was exported, as far as that is told.
    reason, remedy
        Why it cannot be read, and what to do about it.
    given
        Whether the user named this very file.
    """

    file: str
    archive: str = ""
    opened: Callable[[], Content] | None = None
    as_of: date | None = None
    reason: str = ""
    remedy: str = ""
    given: bool = False


def find_members(sources: tuple[Source, ...]) -> Iterator[Member]:
    """Find the files in what the user gave, in the order given; nothing is written anywhere."""
    labels = _labels(sources)
    for source, label in zip(sources, labels, strict=True):
        if isinstance(source, tuple):
            data = bytes(source[1])
            yield from _find(label, data, partial(io.BytesIO, data), data[:_HEAD])
            continue
        path = Path(source)
        if path.is_dir():
            yield from _walk(path, label)
        else:
            yield from _load(path, label, archive="", given=True)


def told_day(name: str) -> date | None:
    """Read the day of an export off the name of its file or archive; None if it tells none.

    Examples
    --------
    >>> told_day("Basic_LinkedInDataExport_03-05-2024.zip")
    datetime.date(2024, 3, 5)
    >>> told_day("takeout-20240305T100000Z-001.zip"), told_day("contacts (1).csv")
    (datetime.date(2024, 3, 5), None)
    """
    for form in (_AMERICAN, _ISO):
        found = form.search(name)
        if found:
            year, month, day = (int(found[part]) for part in ("year", "month", "day"))
            try:
                return date(year, month, day) if year >= _EARLIEST else None
            except ValueError:  # there is no such day
                continue
    return None


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
        remedy = "Give the unpacked export"
        yield Member(label, label, reason="the folder is empty", remedy=remedy, given=True)


def _load(path: Path, label: str, *, archive: str, given: bool) -> Iterator[Member]:
    if not given and is_media(path.name):
        yield Member(label, archive)
        return
    reason, remedy = "", ""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date()
    except FileNotFoundError:
        reason, remedy = "there is no such file", f"Check the path {path.absolute()}"
    except (OSError, ValueError, OverflowError) as error:
        reason = f"it cannot be opened ({getattr(error, 'strerror', None) or error})"
        remedy = "Check who may read it"
    if reason:
        yield Member(label, archive, reason=reason, remedy=remedy, given=given)
        return
    yield from _find(
        label, path, lambda: path.open("rb"), head, archive=archive, changed=changed, given=given
    )


def _find(  # noqa: PLR0913 - what was given, and by keyword what is known of it
    label: str,
    source: bytes | Path,
    opened: Callable[[], IO[bytes]],
    head: bytes,
    *,
    archive: str = "",
    changed: date | None = None,
    given: bool = True,
) -> Iterator[Member]:
    """Give a file itself or, of a ZIP, its members."""
    if not is_zip(head) or is_office(source):
        as_of = told_day(label) or changed
        yield Member(label, archive, partial(Content, label, opened), as_of, given=given)
        return
    parts, newest = list_zip(source)
    budget = Budget()
    as_of = told_day(label) or newest or changed
    for part in parts:
        file = f"{label}/{part.name}" if part.name else label
        whole = given and not part.name
        opener = part.open and partial(Content, file, part.open, packed=part.packed, budget=budget)
        yield Member(file, label, opener, as_of, part.reason, part.remedy, whole)
