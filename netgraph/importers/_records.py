"""The records of a CSV text, one by one: a damaged one costs itself alone."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from _csv import Reader
    from collections.abc import Iterator

UNCLOSED = "a quotation mark opens here that never closes"
MISPLACED = "a quotation mark stands where none can: its cells cannot be told apart"
_LARGEST_CELL = 2**30
"""Of any length, for the reader: what is too long is refused when its row is known."""
_FAR = 200
"""So many lines are searched for the next sound record, which has no more of them either."""
_MOST_FAR = 50
"""So often a damaged record may reach that far; then each line is read by itself."""
_LEAST = 2
"""A line of fewer cells is no sign of a record: any sentence is one."""


class Record(NamedTuple):
    """One record: its number, as a spreadsheet counts; the line it begins on; its cells."""

    row: int
    line: int
    cells: list[str]


@dataclass
class Records:
    r"""The records of a CSV text, and why some are none.

    A quotation mark that was lost, or that stands where none was, makes one
    record of two, or of the whole rest of the file. Such a record is refused, and
    reading goes on at the next line that begins a sound one.

    Parameters
    ----------
    text, delimiter
        What to read, and what parts its cells.
    line, row
        From which line on (from 0), and how many rows stand above it.
    width
        How many cells a record has, where a header tells it.

    Attributes
    ----------
    refused
        Row number -> reason, as far as the records were read.

    Examples
    --------
    >>> records = Records('a,"b,c\nd,"e",f\n', ",", width=3)
    >>> [record.cells for record in records.read()], records.refused
    ([['d', 'e', 'f']], {1: 'a quotation mark stands where none can: its cells ...'})
    """

    text: str
    delimiter: str
    line: int = 0
    row: int = 0
    width: int | None = None
    refused: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        csv.field_size_limit(max(csv.field_size_limit(), _LARGEST_CELL))
        self._lines = list(io.StringIO(self.text, newline=""))
        self._widths = set() if self.width is None else {self.width}
        self._opens = re.compile(rf'(?:^|{self.delimiter})"[^"\r\n{self.delimiter}]').search
        self._far = 0

    def read(self) -> Iterator[Record]:
        """Give the records, from the first to the last."""
        line, row = self.line, self.row
        while line < len(self._lines):
            reader = self._reader(line, strict=True)
            begin = end = line
            reason = MISPLACED
            try:
                for cells in reader:
                    begin, end = end, line + reader.line_num
                    if end - begin > 1 and self._swallows(cells, begin, end):
                        break
                    row += 1
                    yield Record(row, begin, cells)
                    if len(cells) >= _LEAST and end - begin == 1:
                        self._widths.add(len(cells))
                else:
                    line = end
                    continue
            except csv.Error as error:
                begin, end = end, line + reader.line_num
                reason = UNCLOSED if "end of data" in str(error) else MISPLACED
            row += 1
            cells, line = self._mend(begin, end, reason)
            if cells:
                yield Record(row, begin, cells)
            else:
                self.refused[row] = reason

    def _mend(self, begin: int, end: int, reason: str) -> tuple[list[str], int]:
        """Read a record that is not sound; give its cells, [] if there are none, and what follows.

        What stands in quotes may itself hold quotes that were not doubled.
        """
        self._far += end - begin > _FAR
        if reason == MISPLACED:
            reader = self._reader(begin, strict=False)
            cells = next(reader)
            end = begin + reader.line_num
            if self._fits(cells, end - begin) and self._is_one(begin + 1, end):
                return cells, end
        following = self._next_sound(begin + 1, end)
        return [], begin + 1 if following is None else following

    def _swallows(self, cells: list[str], begin: int, end: int) -> bool:
        """Tell whether a record of several lines is two: too wide or narrow, and one within it."""
        if self.width is None or len(cells) == self.width:
            return False
        return self._next_sound(begin + 1, end) is not None

    def _fits(self, cells: list[str], lines: int) -> bool:
        if self.width is None:
            return lines == 1
        return len(cells) >= self.width and not any(map(str.strip, cells[self.width :]))

    def _is_one(self, begin: int, end: int) -> bool:
        """Tell whether no cell is opened, and no record begun, on the lines that follow."""
        lines = self._lines[begin:end]
        return not any(map(self._opens, lines)) and self._next_sound(begin, end) is None

    def _next_sound(self, begin: int, end: int) -> int | None:
        """Find the first line that begins a record as wide as the others."""
        lines = range(begin, min(end, begin + _FAR))
        return next((line for line in lines if self._is_sound(line)), None)

    def _is_sound(self, line: int) -> bool:
        try:
            cells = next(self._reader(line, strict=True, most=_FAR), [])
        except csv.Error:
            return False
        return len(cells) in self._widths

    def _reader(self, line: int, *, strict: bool, most: int | None = None) -> Reader:
        """Read from a line on; but where much is damaged, that line alone."""
        most = 1 if self._far > _MOST_FAR else most
        end = len(self._lines) if most is None else min(line + most, len(self._lines))
        lines = map(self._lines.__getitem__, range(line, end))
        return csv.reader(lines, delimiter=self.delimiter, strict=strict)
