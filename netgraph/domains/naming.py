"""Which code is meant by a code or an English name."""

from __future__ import annotations

from difflib import get_close_matches

from netgraph.domains.cleaning import plain
from netgraph.domains.codes import DOMAINS, SENIORITY, UNKNOWN
from netgraph.errors import UnknownNameError


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
    close = known[get_close_matches(wanted, known, n=1, cutoff=0.0)[0]]
    raise UnknownNameError(
        f"{name!r} names no {kind}",
        file=file,
        row=row,
        remedy=f"Did you mean {close} ({names.get(close, 'unknown')})? "
        f"The codes are {', '.join(names)}, and {UNKNOWN} for none",
    )
