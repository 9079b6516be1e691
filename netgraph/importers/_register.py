"""The register of importers: one entry a format, made by the decorator `importer`."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from netgraph.contacts import Contacts


@dataclass(frozen=True)
class Importer:
    """How one format is recognised and read.

    Attributes
    ----------
    name
        What ``files.format`` calls it: ``linkedin.connections``.
    function
        The reader: takes a `Table` (or, for formats that are no tables, a
        `Document`) and returns `Contacts`.
    columns
        Role of a column -> the header keys under which it occurs.
    needs
        Sets of roles; a header must carry all roles of one set.
    files
        Keys of the usual file names; they only decide between importers whose
        needs are met alike.
    only_named
        Whether the header alone says too little, so that the name must fit too.
    looks
        For formats that are no tables: whether a text's beginning is of it.
    endings
        Usual endings of the file's name, with the dot: such a file is first taken
        for this format, whatever else its beginning looks like.
    streams
        Whether the reader takes a `Stream`, so that a file of any size is read.
    trust
        Whose word counts first where two files differ about a person; 0 is most.
    used
        Whether anything of it enters the tables.
    last_resort
        Whether it is only for files that no other importer knows.
    named
        Sets of roles; a table of which the user names the columns of one set is
        of this format, whatever its headers.
    """

    name: str
    function: Callable[[Any], Contacts]
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    needs: tuple[frozenset[str], ...] = ()
    files: tuple[str, ...] = ()
    only_named: bool = False
    looks: Callable[[str], bool] | None = None
    endings: tuple[str, ...] = ()
    streams: bool = False
    trust: int = 5
    used: bool = True
    last_resort: bool = False
    named: tuple[frozenset[str], ...] = ()

    @property
    def summary(self) -> str:
        """The first line of the reader's docstring, for menus and tables."""
        return (self.function.__doc__ or "").strip().splitlines()[0]

    def roles(self, keys: tuple[str, ...]) -> dict[str, int]:
        """Find which role stands in which column of a header."""
        places = {key: place for place, key in reversed(list(enumerate(keys))) if key}
        found: dict[str, int] = {}
        for role, aliases in self.columns.items():
            place = next((places[a] for a in aliases if a in places), None)
            if place is not None and place not in found.values():
                found[role] = place
        return found

    def fits(self, keys: tuple[str, ...], file: str) -> tuple[bool, int] | None:
        """Say how well a header and a file name fit: (named, columns known), or None."""
        named = file_key(file) in self.files
        roles = self.roles(keys)
        met = any(need <= roles.keys() for need in self.needs) or not self.needs
        return (named, len(roles)) if met and (named or not self.only_named) else None


IMPORTERS: dict[str, Importer] = {}


def importer(  # noqa: PLR0913 - an entry of the register; all but the name by keyword
    name: str,
    *,
    columns: Mapping[str, str] | None = None,
    needs: tuple[str, ...] = (),
    files: tuple[str, ...] = (),
    only_named: bool = False,
    looks: Callable[[str], bool] | None = None,
    endings: tuple[str, ...] = (),
    streams: bool = False,
    trust: int = 5,
    used: bool = True,
    last_resort: bool = False,
    named: tuple[str, ...] = (),
) -> Callable[[Callable[[Any], Contacts]], Callable[[Any], Contacts]]:
    """Register a reader under `name`; leave it unchanged.

    Parameters
    ----------
    columns
        Role -> its headers, parted by ``|``, as they are written in the files.
    needs, named
        One or several sets of roles, each parted by blanks.
    files
        Usual file names, without suffix.
    only_named, looks, endings, streams, trust, used, last_resort
        See `Importer`.
    """

    def register(function: Callable[[Any], Contacts]) -> Callable[[Any], Contacts]:
        if name in IMPORTERS:
            raise ValueError(f"two importers are called {name!r}")
        IMPORTERS[name] = Importer(
            name=name,
            function=function,
            columns={
                role: tuple(header_key(header) for header in headers.split("|"))
                for role, headers in (columns or {}).items()
            },
            needs=tuple(frozenset(need.split()) for need in needs),
            files=tuple(file_key(file) for file in files),
            only_named=only_named,
            looks=looks,
            endings=endings,
            streams=streams,
            trust=trust,
            used=used,
            last_resort=last_resort,
            named=tuple(frozenset(roles.split()) for roles in named),
        )
        return function

    return register


@lru_cache(maxsize=4096)
def header_key(header: str) -> str:
    """Give the form in which headers are compared: letters and digits, no case, no accent.

    Examples
    --------
    >>> header_key("First Name") == header_key("first_name") == header_key("FirstName")
    True
    """
    bare = unicodedata.normalize("NFKD", header).casefold()
    return "".join(sign for sign in bare if sign.isalnum())


@lru_cache(maxsize=4096)
def file_key(file: str) -> str:
    """Give the form in which file names are compared.

    Folder, suffix, case, blanks, ``_``, a copy's ``(1)``, the member number at
    the end (2026: ``Shares_12345.csv``) and the plural do not count.

    Examples
    --------
    >>> file_key("x.zip/Member_Follows_12345.csv"), file_key("Connections (1).csv")
    ('memberfollow', 'connection')
    """
    name = re.split(r"[/\\]", file)[-1].casefold()
    name = re.sub(r"\.[a-z]{2,5}$", "", name)
    name = re.sub(r"(\s*\(\d+\)|_\d+)+$", "", name)
    return re.sub(r"[\W_]", "", name).removesuffix("s")
