"""Which code is meant by a code or an English name."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from netgraph.domains.cleaning import plain
from netgraph.domains.codes import DOMAINS, SENIORITY, UNKNOWN
from netgraph.errors import UnknownNameError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ALIKE = 0.4


def key_of(text: str) -> str:
    """Write a title or a name so that case, accents and blanks do not matter."""
    return " ".join(plain(text).split())


def find_code(
    name: str, kind: str = "domain", *, file: str | None = None, row: int | None = None
) -> str:
    """Find the code that is meant by a code or an English name.

    Parameters
    ----------
    name
        ``SOFT``, ``software and it``; ``UNK`` for none.
    kind
        ``domain`` or ``seniority``.
    file, row
        Where it stands, for the error.

    Returns
    -------
    str
        A code of `DOMAINS` or `SENIORITY`, or ``"UNK"``.

    Raises
    ------
    UnknownNameError
        If nothing is called so; the nearest name is suggested.

    Examples
    --------
    >>> find_code("software and IT"), find_code("x", "seniority")
    ('SOFT', 'X')
    """
    names = DOMAINS if kind == "domain" else SENIORITY
    known = {key_of(code): code for code in (*names, UNKNOWN)}
    known |= {key_of(english): code for code, english in names.items()}
    wanted = key_of(name)
    if wanted in known:
        return known[wanted]
    raise UnknownNameError(
        f"{name!r} names no {kind}",
        file=file,
        row=row,
        remedy=f"{_near(wanted, known, names)}{_listed(names, names)}, and {UNKNOWN} for none",
    )


def find_domain(name: str) -> str:
    """Find the domain that is meant by its code or its English name.

    Raises
    ------
    UnknownNameError
        If nothing is called so; the nearest is named.

    Examples
    --------
    >>> find_domain("health care")
    'HLTH'
    """
    wanted = key_of(str(name))
    known = {key_of(code): code for code in DOMAINS}
    known |= {key_of(english): code for code, english in DOMAINS.items()}
    if wanted in known:
        return known[wanted]
    raise UnknownNameError(
        f"{name!r} names no domain, which is a field of work",
        remedy=f"{_near(wanted, known, DOMAINS)}{_listed(DOMAINS, DOMAINS)}",
    )


def domain_meant(text: str) -> str:
    """Find the domain that is meant by its code, its name, a part of that, or a trade.

    Raises
    ------
    UnknownNameError
        If nothing is called so, or several domains are; those, or the nearest, are named.

    Examples
    --------
    >>> domain_meant("legl"), domain_meant("Design"), domain_meant("Legal")
    ('LEGL', 'DSGN', 'LEGL')
    """
    from netgraph.domains.titles import classify_title  # noqa: PLC0415 - it loads all rules

    try:
        return find_domain(text)
    except UnknownNameError as unknown:
        wanted = key_of(str(text))
        named = {code: key_of(english) for code, english in DOMAINS.items()}
        words = [code for code, english in named.items() if wanted in english.split()]
        if len(words) == 1:
            return words[0]
        trade = classify_title(str(text)).domain
        if trade != UNKNOWN:
            return trade
        parts = [code for code, english in named.items() if wanted and wanted in english]
        if len(parts) == 1:
            return parts[0]
        if not parts:
            raise
        raise UnknownNameError(
            f"several domains fit {text!r}: {', '.join(DOMAINS[code] for code in parts)}",
            remedy=_listed(parts, DOMAINS),
        ) from unknown


def _near(wanted: str, known: Mapping[str, str], names: Mapping[str, str]) -> str:
    close = [known[key] for key in get_close_matches(wanted, known, n=1, cutoff=_ALIKE)]
    return "".join(f"Did you mean {names.get(code, 'unknown')} ({code})? " for code in close)


def _listed(codes: Iterable[str], names: Mapping[str, str]) -> str:
    """List names with their codes, of which either can be given."""
    return f"There are: {', '.join(f'{names[code]} ({code})' for code in codes)}"
