"""What can go wrong, said so that a person knows what to do next.

Every error carries a reason and, where they are known, the file, the row and a
remedy. Each leaf is also a built-in error, so that callers who do not know
netgraph can still catch it.
"""

from __future__ import annotations

from difflib import get_close_matches
from numbers import Integral
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd


class NetgraphError(Exception):
    """Something that the user can put right.

    Parameters
    ----------
    reason
        What is wrong, as a sentence without its full stop.
    file, row
        Where it is wrong; rows count from 1, the header included.
    remedy
        What to do about it, as a sentence without its full stop.

    Examples
    --------
    >>> print(NetgraphError("it holds no text", file="a.csv", remedy="Export it again"))
    a.csv: it holds no text. Export it again.
    """

    def __init__(
        self,
        reason: str,
        *,
        file: str | None = None,
        row: int | None = None,
        remedy: str | None = None,
    ) -> None:
        self.reason, self.file, self.row, self.remedy = reason, file, row, remedy
        place = ", ".join(p for p in (file, f"row {row}" if row else None) if p)
        text = f"{place}: {reason}." if place else f"{reason}."
        super().__init__(f"{text} {remedy}." if remedy else text)

    def __str__(self) -> str:
        return str(self.args[0])


class ImportFormatError(NetgraphError, ValueError):
    """A file is not what an importer can read."""


class ContactsError(NetgraphError, ValueError):
    """Tables do not fit together; ``faults`` holds a row for each fault."""

    faults: pd.DataFrame


class GraphError(NetgraphError, ValueError):
    """A graph is not of the kind that a measure is defined on."""


class UnknownNameError(NetgraphError, LookupError):
    """A name (of a metric, a domain, a person ...) that nothing carries, or several do.

    Of people, ``meant`` holds the person_ids of those who carry it, and ``near``
    those whose names are most like it where nobody does.
    """

    meant: tuple[str, ...] = ()
    near: tuple[str, ...] = ()


class WorkspaceError(NetgraphError, OSError):
    """A workspace cannot be opened, read or written."""


class ExportError(NetgraphError, OSError):
    """Something cannot be written to a file, or not in the format that its name asks for."""


def nearest(name: object, there: Iterable[object], otherwise: str | None = None) -> str:
    """Suggest the name that is most like one that is not there.

    Parameters
    ----------
    name
        What was asked for; a number is like no other.
    there
        The names that there are.
    otherwise
        What to say where none is alike; by default all names are listed.

    Examples
    --------
    >>> nearest("constrant", ["constraint", "degree"])
    "Perhaps you mean 'constraint'"
    >>> nearest("wealth", ["constraint", "degree"])
    'There are: constraint, degree'
    """
    names = sorted(str(each) for each in there)
    near = get_close_matches(name, names, n=1) if isinstance(name, str) else []
    if near:
        return f"Perhaps you mean {near[0]!r}"
    return f"There are: {', '.join(names)}" if otherwise is None else otherwise


def check_whole(name: str, value: object, least: int, remedy: str) -> None:
    """Refuse what is no whole number of `least` or more.

    Raises
    ------
    GraphError
        With `remedy`.

    Examples
    --------
    >>> check_whole("k", "2", 1, "Count the steps from 1")
    Traceback (most recent call last):
    netgraph.errors.GraphError: k is '2'. Count the steps from 1.
    """
    if not isinstance(value, Integral) or value < least:
        raise GraphError(f"{name} is {value!r}", remedy=remedy)
