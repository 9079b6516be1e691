"""A user's own rules, which come before the built-in ones."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from difflib import get_close_matches
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple

from netgraph.domains.cleaning import plain
from netgraph.domains.codes import DOMAINS, UNKNOWN
from netgraph.domains.titles import Title, classify_title
from netgraph.errors import ImportFormatError, UnknownNameError

COLUMNS = ("title", "domain")


class Overrides(NamedTuple):
    """Titles and patterns, in plain letters, and the domain each is given."""

    exact: dict[str, str]
    patterns: dict[str, str]

    def classify(self, title: object) -> Title:
        """Label `title`: by its exact words, else by the first pattern, else by the rules."""
        built_in = classify_title(title)
        if not isinstance(title, str):
            return built_in
        key = _key(title)
        phrase = key if key in self.exact else None
        if phrase is None:
            phrase = next((p for p in self.patterns if fnmatchcase(key, p)), None)
        if phrase is None:
            return built_in
        domain = self.exact[phrase] if phrase in self.exact else self.patterns[phrase]
        if domain == UNKNOWN:
            return built_in._replace(domain=UNKNOWN, phrase="", margin=0.0)
        seniority = "P" if built_in.seniority == UNKNOWN else built_in.seniority
        return Title(domain, seniority, phrase, 1.0)


def read_overrides(overrides: Mapping[str, str] | str | Path | None) -> Overrides:
    """Read a user's rules from a mapping or from a CSV file.

    Parameters
    ----------
    overrides
        Title -> domain, or the path of a UTF-8 CSV file with the columns
        ``title`` and ``domain``. A title with ``*`` or ``?`` is a pattern. A
        domain is given by its code or its English name; ``UNK`` takes the
        domain away. Case and accents do not matter.

    Returns
    -------
    Overrides
        The rules, exact titles and patterns apart, in the order given.

    Raises
    ------
    UnknownNameError
        If a domain is none of `DOMAINS`.
    ImportFormatError
        If the file cannot be read as such a table.
    """
    rules = Overrides({}, {})
    if overrides is None:
        return rules
    entries: list[tuple[str, str, str | None, int | None]]
    if isinstance(overrides, Mapping):
        entries = [(str(title), str(name), None, None) for title, name in overrides.items()]
    else:
        entries = _read_csv(Path(overrides))
    for title, name, file, row in entries:
        domain = _find_domain(name, file=file, row=row)
        key = _key(title)
        (rules.patterns if "*" in key or "?" in key else rules.exact).setdefault(key, domain)
    return rules


def _read_csv(path: Path) -> list[tuple[str, str, str | None, int | None]]:
    remedy = "Save it as a UTF-8 CSV file with the columns title and domain"
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise ImportFormatError(reason, file=str(path), remedy=remedy) from error
    except UnicodeDecodeError as error:
        raise ImportFormatError("it is no UTF-8 text", file=str(path), remedy=remedy) from error
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(text.splitlines(), delimiter=delimiter, restval="")
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if any(column not in names for column in COLUMNS):
        raise ImportFormatError(
            "it lacks the column title or domain", file=path.name, remedy=remedy
        )
    return [
        (row[names["title"]].strip(), row[names["domain"]].strip(), path.name, rows.line_num)
        for row in rows
        if row[names["title"]].strip()
    ]


def _find_domain(name: str, *, file: str | None, row: int | None) -> str:
    """Find the code that a user means by a code or an English name."""
    known = {plain(code): code for code in (*DOMAINS, UNKNOWN)}
    known |= {plain(english): code for code, english in DOMAINS.items()}
    wanted = _key(name)
    if wanted in known:
        return known[wanted]
    close = get_close_matches(wanted, known, n=1, cutoff=0.0)[0]
    suggestion = f"{known[close]} ({DOMAINS.get(known[close], 'unknown')})"
    raise UnknownNameError(
        f"{name!r} names no domain",
        file=file,
        row=row,
        remedy=f"Did you mean {suggestion}? The codes are {', '.join(DOMAINS)}",
    )


def _key(title: str) -> str:
    return " ".join(plain(title).split())
