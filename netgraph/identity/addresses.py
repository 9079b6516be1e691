"""What an e-mail address or a phone number tells of the person who has it."""

from __future__ import annotations

import re
from functools import lru_cache

from netgraph.identity.names import Name, letters
from netgraph.identity.spelling import sound


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PROVIDERS = _words(
    "gmail googlemail yahoo ymail rocketmail hotmail outlook live msn icloud me mac aol gmx web"
    " t-online freenet posteo mailbox proton protonmail pm tutanota tuta mail yandex ya rambler bk"
    " list inbox qq 163 126 sina foxmail naver hanmail daum nate orange wanadoo free laposte sfr"
    " neuf libero virgilio tiscali alice uol bol terra ig rediffmail zoho fastmail hey comcast"
    " verizon att sbcglobal bellsouth cox charter earthlink btinternet sky talktalk ntlworld"
    " virginmedia telia telenet skynet bluewin hispeed ziggo xs4all kpnmail planet home wp o2 onet"
    " interia seznam centrum abv ukr docomo ezweb softbank"
)
_ROLES = _words(
    "info office contact kontakt hello hi hallo mail email sales support service team admin"
    " administration billing accounts accounting buchhaltung hr jobs careers press presse media"
    " marketing help helpdesk enquiries inquiries reception sekretariat secretary welcome booking"
    " bookings reservations orders shop post webmaster postmaster noreply no-reply newsletter"
    " events contacto contato ventas comercial bonjour accueil direction familie family familia"
    " famille"
)
_SECOND_LEVEL = _words("co com org net ac edu gov gob gouv or ne go")
_PLUS = re.compile(r"\+.*$")
_PARTS = re.compile(r"[^\W_]+")
_TAIL = 9
_SHORTEST_TAIL = 7
_LETTERS = 3
FULL, INITIAL, FAMILY = 3, 2, 1
"""How much of a name an address bears: both names; an initial and the family; one of the two."""


def is_role(address: str) -> bool:
    """Tell whether an address belongs to an office rather than to a person.

    Examples
    --------
    >>> is_role("info@acme.example"), is_role("ann@acme.example")
    (True, False)
    """
    return _PLUS.sub("", address.partition("@")[0]) in _ROLES


@lru_cache(maxsize=1 << 16)
def employer_label(address: str) -> str | None:
    """Give the word by which a domain may name an employer; None for mail providers.

    Examples
    --------
    >>> employer_label("ann@mail.acme.co.uk"), employer_label("ann@gmail.com")
    ('acme', None)
    """
    parts = address.rpartition("@")[2].split(".")
    if len(parts) < 2:  # noqa: PLR2004 - a domain has two parts
        return None
    parts = parts[:-1]
    if len(parts) > 1 and parts[-1] in _SECOND_LEVEL:
        parts = parts[:-1]
    label = parts[-1]
    return None if label in _PROVIDERS else label.replace("-", "")


def phone_tail(number: str) -> str:
    """Give the digits in which the national and the international form agree.

    Examples
    --------
    >>> phone_tail("+18031522054") == phone_tail("8031522054"), phone_tail("+1555")
    (True, '1555')
    """
    digits = re.sub(r"\D", "", number)
    return digits[-_TAIL:] if len(digits) >= _SHORTEST_TAIL else digits


@lru_cache(maxsize=1 << 17)
def local_words(address: str) -> tuple[str, ...]:
    """Give the words before the @, without digits and what stands behind a plus sign.

    Examples
    --------
    >>> local_words("ann.lee+x@acme.example"), local_words("alee77@acme.example")
    (('ann', 'lee'), ('alee',))
    """
    local = _PLUS.sub("", address.partition("@")[0])
    words = (letters(re.sub(r"\d", "", part)) for part in _PARTS.findall(local))
    return tuple(word for word in words if word)


def name_in(address: str) -> Name | None:
    """Read the name that an address spells out, None if it spells none.

    Examples
    --------
    >>> name_in("ann.lee@acme.example").key, name_in("alee@acme.example")
    ('ann lee', None)
    """
    words = local_words(address)
    if len(words) < 2 or is_role(address) or min(map(len, (words[0], words[-1]))) < 2:  # noqa: PLR2004
        return None
    return Name(words[0], words[1:-1], words[-1], "".join(words[1:]))


@lru_cache(maxsize=1 << 17)
def bears_name(address: str, name: Name) -> int:
    """Tell how much of a name the part before the @ bears.

    Returns
    -------
    int
        ``FULL``, ``INITIAL``, ``FAMILY``, or 0 for nothing.

    Examples
    --------
    >>> from netgraph.identity.names import read_names
    >>> ann, = read_names("Ann Lee-Kopaler")
    >>> [bears_name(f"{local}@x.example", ann) for local in ("ann.kopaler", "alee7", "lee", "bo")]
    [3, 2, 1, 0]
    """
    whole = "".join(local_words(address))
    givens = {name.given, sound(name.given)}
    best = 0
    for word in {*name.words, name.joined}:
        for family in {word, sound(word)}:
            if len(family) < 2:  # noqa: PLR2004 - a letter is no name
                continue
            rest = {whole.removeprefix(family), whole.removesuffix(family)} - {whole}
            rest = {part for part in rest if part != whole}
            if rest & givens and len(name.given) > 1:
                return FULL
            longest = len(whole) if len(name.given) == 1 else _LETTERS
            if any(part[:1] == name.given[0] and len(part) <= longest for part in rest):
                best = max(best, INITIAL)
            elif "" in rest and len(family) > 2:  # noqa: PLR2004
                best = max(best, FAMILY)
    return best
