"""The words of labels, titles and columns, as tables that a person can read and correct.

Each file says at its top how it is read.
"""

from __future__ import annotations

from importlib.resources import files


def read_rows(name: str) -> list[tuple[str, ...]]:
    """Read a file of words: fields between tabs; lines that open with ``#`` are remarks."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    lines = (line.strip() for line in text.splitlines())
    return [tuple(line.split("\t")) for line in lines if line and not line.startswith("#")]
