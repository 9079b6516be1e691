"""A user's own rules, which come before the built-in ones."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import NamedTuple, TypeAlias

from netgraph.domains.codes import UNKNOWN
from netgraph.domains.naming import find_code, key_of
from netgraph.domains.override_files import Entry, read_entries
from netgraph.domains.titles import Title, classify_title
from netgraph.errors import UnknownNameError

Own: TypeAlias = Mapping[str, str | Mapping[str, str]] | str | Path | None
"""Title -> domain, or title -> ``{"domain": .., "seniority": ..}``; or a file of such."""


class Said(NamedTuple):
    """What a user says of a title: a code or ``"UNK"``; None leaves what the rules say."""

    domain: str | None
    seniority: str | None


class Overrides(NamedTuple):
    """Titles and patterns, in plain letters, and what is said of each."""

    exact: dict[str, Said]
    patterns: dict[str, Said]

    def rule_for(self, title: object) -> str | None:
        """Tell which rule holds for a title: its exact words, else the first pattern."""
        if not isinstance(title, str) or not (self.exact or self.patterns):
            return None
        key = key_of(title)
        if key in self.exact:
            return key
        return next((p for p in self.patterns if fnmatchcase(key, p.replace("[", "[[]"))), None)

    def classify(self, title: object) -> Title:
        """Label `title`: as the user says, else by the built-in rules."""
        return self.decide(title)[0]

    def decide(self, title: object) -> tuple[Title, bool]:
        """Label `title`, and tell whether the user named the domain, or took it away."""
        built_in, rule = classify_title(title), self.rule_for(title)
        if rule is None:
            return built_in, False
        said = self.exact[rule] if rule in self.exact else self.patterns[rule]
        level = said.seniority or built_in.seniority
        if said.domain is None:
            return built_in._replace(seniority=level), False
        if said.domain == UNKNOWN:
            return Title(UNKNOWN, level, "", 0.0), True
        if said.seniority is None and level == UNKNOWN:
            level = "P"
        return Title(said.domain, level, rule, 1.0), True


def read_overrides(overrides: Own) -> Overrides:
    """Read a user's rules from a mapping, or from a CSV or YAML file.

    Parameters
    ----------
    overrides
        Title -> domain, or title -> ``{"domain": .., "seniority": ..}``; or
        the path of a UTF-8 file. In CSV the columns are ``title``, ``domain``
        and ``seniority``, of which one of the last two may be missing. In YAML
        (``.yaml``, ``.yml``) it is a mapping as above, or a list of records
        with those three names. A title with ``*`` or ``?`` is a pattern.
        Domains and levels are given by code or English name; ``UNK`` takes
        them away. Case and accents do not matter. Of two rules for one title
        the first counts.

    Returns
    -------
    Overrides
        The rules, exact titles and patterns apart, in the order given.

    Raises
    ------
    UnknownNameError
        If a name is none of `DOMAINS` or `SENIORITY`, or nothing is said.
    ImportFormatError
        If the file cannot be read as such a table.
    """
    rules = Overrides({}, {})
    if overrides is None:
        return rules
    entries = (
        [_entry(str(title), said) for title, said in overrides.items()]
        if isinstance(overrides, Mapping)
        else read_entries(Path(overrides))
    )
    for entry in entries:
        key = key_of(entry.title)
        where = rules.patterns if "*" in key or "?" in key else rules.exact
        where.setdefault(key, _said(entry))
    return rules


def _entry(title: str, said: str | Mapping[str, str]) -> Entry:
    if not isinstance(said, Mapping):
        return Entry(title, str(said), "")
    return Entry(title, said.get("domain") or "", said.get("seniority") or "")


def _said(entry: Entry) -> Said:
    if not entry.domain and not entry.seniority:
        raise UnknownNameError(
            f"nothing is said of {entry.title!r}",
            file=entry.file,
            row=entry.row,
            remedy="Name a domain, a seniority, or both; UNK for none",
        )

    def code(name: str, kind: str) -> str | None:
        return find_code(name, kind, file=entry.file, row=entry.row) if name else None

    return Said(code(entry.domain, "domain"), code(entry.seniority, "seniority"))
