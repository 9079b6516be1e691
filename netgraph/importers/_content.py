"""The bytes of one file as a stream: counted, known again by a digest, and never too many."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from hashlib import blake2b
from typing import IO, TYPE_CHECKING, Self

from netgraph.errors import ImportFormatError

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

LARGEST_MEMBER = 512 * 2**20
"""What is read as a whole may have so many bytes."""
LARGEST_TOTAL = 2 * 2**30
"""What is read as a whole of one archive may have so many bytes together."""
LARGEST_STREAM = 64 * 2**30
"""What is read piece by piece (mail) may have so many."""
LARGEST_RATIO = 250
"""Texts shrink to a tenth, very dull ones to a hundredth; only bombs shrink further."""
RATIO_FROM = 16 * 2**20
"""Below this size a high ratio does no harm."""
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,  # NotImplementedError too: a compression that Python does not know
    ValueError,
    LookupError,
    struct.error,
    MemoryError,
)
"""What the standard library raises where an archive is damaged."""
_DIGEST_SIZE = 16
_STEP = 2**16
"""Of a damaged archive, no more than so many sound bytes before the damage are lost."""


class Budget:
    """How many bytes of one archive may still be read as a whole."""

    def __init__(self) -> None:
        self.left = LARGEST_TOTAL


class Content:
    """The bytes of one file, to be read once, from the beginning to the end.

    Parameters
    ----------
    file
        What the user calls it, for messages.
    opened
        Opens the stream that the bytes come from.
    packed
        How many bytes they take in their archive; None if they stand in none.
    budget
        Of the archive, if there is one.
    """

    def __init__(
        self,
        file: str,
        opened: Callable[[], IO[bytes]],
        *,
        packed: int | None = None,
        budget: Budget | None = None,
    ) -> None:
        self.file = file
        self.size = 0
        self.damage: ImportFormatError | None = None
        self._opened = opened
        self._stream: IO[bytes] | None = None
        self._packed = packed
        self._budget = budget or Budget()
        self._digest = blake2b(digest_size=_DIGEST_SIZE)
        self._head = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._stream:
            self._stream.close()

    @property
    def digest(self) -> str:
        """What tells these bytes from all others, as far as they were read."""
        return self._digest.hexdigest()

    def peek(self, size: int) -> bytes:
        """Give the first bytes; they are given again by `read`."""
        while len(self._head) < size and (more := self._pull(size - len(self._head))):
            self._head += more
        return self._head[:size]

    def read(self, size: int) -> bytes:
        """Give the next bytes; b"" at the end, or where the rest is damaged (see ``damage``).

        Raises
        ------
        ImportFormatError
            If there are far too many.
        """
        if self._head:
            piece, self._head = self._head[:size], self._head[size:]
            return piece
        return self._pull(size)

    def read_all(self) -> bytes:
        """Give all bytes.

        Raises
        ------
        ImportFormatError
            If there are too many, or some are damaged.
        """
        most = min(LARGEST_MEMBER, self._budget.left)
        pieces, size = [], 0
        while size <= most and (piece := self.read(most + 1 - size)):
            pieces.append(piece)
            size += len(piece)
        if self.damage:
            raise self.damage
        if size > most:
            raise self._refusal("it is too large")
        self._budget.left -= size
        return b"".join(pieces)

    def _pull(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            self._stream = self._stream or self._opened()
            piece = self._stream.read(size if self._packed is None else min(size, _STEP))
        except DAMAGE as error:
            self._note(error)
            return b""
        self.size += len(piece)
        self._digest.update(piece)
        packed = self.size if self._packed is None else max(self._packed, 1)
        if self.size > RATIO_FROM and self.size > LARGEST_RATIO * packed:
            raise self._refusal("it unpacks to far too much", "Do not trust this archive")
        if self.size > LARGEST_STREAM:
            raise self._refusal("it is too large")
        return piece

    def _note(self, error: Exception) -> None:
        """Keep in mind that the rest cannot be read: of an archive it is damaged."""
        told = getattr(error, "strerror", None) if self._packed is None else None
        reason = f"it cannot be read ({told})" if told else "it is damaged"
        self.damage = self._refusal(reason, "Download it again")

    def _refusal(self, reason: str, remedy: str = "Give a smaller export") -> ImportFormatError:
        return ImportFormatError(reason, file=self.file, remedy=remedy)
