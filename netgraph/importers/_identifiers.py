"""What identity is decided on: profile addresses, e-mail addresses, phone numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import unquote

_PROFILE = re.compile(
    r"(?:^|[/.@\s\[<(:])linkedin\.com/(?:mwlite/|m/)?in/([^/?#,;\s\]>)]+)", re.IGNORECASE
)
_EMAIL = re.compile(r"[^\s@<>,;:\"'()\[\]]+@[^\s@<>,;:\"'()\[\]]+\.[^\s@<>,;:\"'()\[\].]+")
_EXTENSION = re.compile(r"\s*(?:ext\.?|x|#|;ext=).*$", re.IGNORECASE)
_SHORTEST_PHONE, _LONGEST_PHONE = 5, 17


@lru_cache(maxsize=1 << 16)
def linkedin_slug(url: str) -> str | None:
    """Find the member's part of a LinkedIn address: decoded, composed, lower case.

    Parameters
    ----------
    url
        With or without scheme, country, trailing slash or query.

    Returns
    -------
    str or None
        None where the address names no member (``https://www.linkedin.com/in``).

    Examples
    --------
    >>> linkedin_slug("HTTPS://de.linkedin.com/in/Chlo%C3%A9-1/?x=y")
    'chloé-1'
    """
    found = _PROFILE.search(url)
    if not found:
        return None
    slug = found[1]
    if slug.isascii() and "%" not in slug:
        return slug.lower()
    decoded = unquote(slug)
    if "\ufffd" not in decoded:  # else the escapes are not UTF-8: they stay as they stand
        slug = decoded
    slug = unicodedata.normalize("NFC", unicodedata.normalize("NFC", slug).lower()).strip()
    return slug or None


def profile_url(slug: str) -> str:
    """Give the one form in which a LinkedIn address is kept."""
    return f"https://www.linkedin.com/in/{slug}"


def email_addresses(cell: str) -> list[str]:
    """Find the e-mail addresses in a cell, case-folded, each once.

    Examples
    --------
    >>> email_addresses("Bob@Example.com, b.sample@example.org; null")
    ['bob@example.com', 'b.sample@example.org']
    """
    if "@" not in cell:
        return []
    found = (address.casefold().strip(".") for address in _EMAIL.findall(cell))
    return list(dict.fromkeys(found))


_AROUND = " \t\r'"
"""Around a number: blanks, and the apostrophe by which spreadsheets mark +49 as text."""


def phone_numbers(cell: str) -> list[str]:
    """Find the phone numbers in a cell: E.164 where the country is written, else digits.

    Examples
    --------
    >>> phone_numbers("+44 20 7946 0000; (555) 010-0199 ext. 7")
    ['+442079460000', '5550100199']
    """
    numbers = []
    for part in re.split(r"[,;\n|]|:::", cell):
        text = unicodedata.normalize("NFKC", _EXTENSION.sub("", part)).strip(_AROUND)
        digits = "".join(str(int(sign)) for sign in text if sign.isdecimal())
        if text.startswith("00"):
            digits, text = digits[2:], "+"
        if _SHORTEST_PHONE <= len(digits) <= _LONGEST_PHONE:
            numbers.append(f"+{digits}" if text.startswith(("+", "(+")) else digits)
    return list(dict.fromkeys(numbers))
