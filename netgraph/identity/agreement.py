"""How far two names agree: what of them is the same, and what tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from netgraph.identity.nicknames import groups_of, nickname_of
from netgraph.identity.spelling import is_slip, is_stump, skeleton, sound

if TYPE_CHECKING:
    from netgraph.identity.names import Name

_MIDDLE_AGREES, _MIDDLE_DIFFERS = 0.4, -1.0
_MORE = -0.4
_TURNED = -0.7
_ONE_SUFFIX = -0.6
_SHORT_SKELETON = 2


class Agreement(NamedTuple):
    """What two names have in common.

    Attributes
    ----------
    given, family
        In which way they agree: ``same``, ``sound`` (one sound, two
        spellings), ``nickname``, ``stump``, ``initial``, ``slip``, ``part``
        (of a double name), ``missing``, ``different``.
    given_key, family_key
        What they share, in the form in which `name_keys` counts it.
    weight
        Log-odds for what is not as it would be in one spelling of one name; <= 0
        but for a middle name that agrees.
    apart
        Whether the names alone say that these are two people.
    """

    given: str
    family: str
    given_key: str
    family_key: str
    weight: float
    apart: bool

    @property
    def is_exact(self) -> bool:
        """Whether given and family name are written alike."""
        return self.given == self.family == "same"


_TWO_FAMILIES, _FAMILY_ALONE = -2.5, -2.0
_COST = {
    "same": 0.0, "sound": -0.3, "nickname": -0.5, "stump": -0.5, "initial": -0.3, "part": -0.6,
    "slip": -1.5, "missing": -0.5, "different": _TWO_FAMILIES,
}  # fmt: skip


def name_keys(name: Name) -> list[str]:
    """List what is counted of a name, to know how common each part of it is.

    Examples
    --------
    >>> from netgraph.identity.names import read_names
    >>> name_keys(read_names("Zed Zuse")[0])
    ['g:zed', 'gi:z', 'f:zuse', 'fi:z']
    """
    keys = [f"g:{name.given}", f"gi:{name.given[0]}"]
    keys += [f"gn:{group}" for group in sorted(groups_of(name.given))]
    if name.family:
        keys += [f"f:{word}" for word in dict.fromkeys(name.words)]
        keys.append(f"fi:{name.family[0]}")
    return keys


def compare_names(one: Name, other: Name) -> Agreement:
    """Compare two names, in both orders.

    Parameters
    ----------
    one, other
        As `read_names` gives them.

    Returns
    -------
    Agreement
        Of the order in which they agree better. Names agree if given and
        family name each agree in some way, or one of them is not known.

    Examples
    --------
    >>> from netgraph.identity.names import read_names
    >>> def ways(one, other):
    ...     found = compare_names(read_names(one)[0], read_names(other)[0])
    ...     return found.given, found.family, found.apart
    >>> ways("Bob Smith", "Robert Smith"), ways("Lee Ann", "Ann Lee")
    (('nickname', 'same', False), ('same', 'same', False))
    >>> ways("A. Kopaler", "Ana Kopaler Ganodal"), ways("Ann Lee", "Bo Lee")
    (('initial', 'part', False), ('different', 'same', True))
    """
    straight = _in_order(one, other)
    if straight.is_exact or not (one.family or other.family):
        return straight
    if not one.family or not other.family:
        return _family_alone(one, other) or straight
    mixed = one.any_order != other.any_order
    if mixed or (_spoken_alike(one.given, other.family) and _spoken_alike(one.family, other.given)):
        turned = _turned_over(one, other)
        if {turned.given, turned.family} <= {"same", "sound"}:
            free = one.any_order or other.any_order
            return turned._replace(weight=turned.weight + (0 if free else _TURNED))
        if mixed and straight.apart and not turned.apart:
            return turned
    return straight


def _spoken_alike(one: str, other: str) -> bool:
    return one == other or sound(one) == sound(other)


def _family_alone(one: Name, other: Name) -> Agreement | None:
    """Compare where one name is a single word: the other's family name, perhaps."""
    single, whole = (one, other) if other.family else (other, one)
    if single.given not in {whole.family, whole.joined}:
        return None
    key = f"f:{whole.family}"
    return Agreement("missing", "same", "", key, _FAMILY_ALONE, apart=False)


def _turned_over(one: Name, other: Name) -> Agreement:
    """Compare in the other order; of the two ways to turn, the one with a given name in front."""
    ways = (_in_order(one, _turned(other)), _in_order(_turned(one), other))
    return min(ways, key=lambda way: (not groups_of(way.given_key[2:]), way))


def _turned(name: Name) -> Name:
    return name._replace(given=name.family, family=name.given, joined=name.given)


def _in_order(one: Name, other: Name) -> Agreement:
    given, given_key = _given(one, other)
    family, family_key = _family(one, other)
    weight = _COST[given] + _COST[family] + _middle(one, other, family)
    clash = bool(one.suffix and other.suffix and one.suffix != other.suffix)
    if one.suffix != other.suffix:
        weight += _ONE_SUFFIX
    return Agreement(given, family, given_key, family_key, weight, clash or given == "different")


def _given(one: Name, other: Name) -> tuple[str, str]:
    a, b = one.given, other.given
    short, long = sorted((a, b), key=lambda word: (len(word), word))
    if len(short) == 1:
        return ("initial", f"gi:{short}") if short == long[0] else ("different", "")
    if a == b or ((one.middle or other.middle) and _whole(one) & _whole(other)):
        return "same", f"g:{long}"
    if _one_sound(one, other, a, b):
        return "sound", f"g:{min(a, b)}"
    group = nickname_of(a, b)
    if group is not None:
        return "nickname", f"gn:{group}"
    if is_stump(a, b) or _is_second(a, other) or _is_second(b, one):
        return "stump", f"g:{long}"
    slip = is_slip(a, b) and not (groups_of(a) and groups_of(b))
    return ("slip", f"g:{long}") if slip else ("different", "")


def _is_second(given: str, whole: Name) -> bool:
    """Tell who goes by a second given name: Theo Robert Smith, Robert Smith."""
    return given in whole.middle


def _whole(name: Name) -> set[str]:
    """Give the given name alone and with what follows: Min Seo Gil, Minseo Gil."""
    words = [word for word in name.middle if len(word) > 1]
    return {name.given, name.given + "".join(words), name.given + "".join(words[:1])}


def _family(one: Name, other: Name) -> tuple[str, str]:
    a, b = one.family, other.family
    if not a or not b:
        return "missing", ""
    short = min(a, b, key=len)
    if len(short) == 1:
        return ("initial", f"fi:{short}") if a[0] == b[0] else ("different", "")
    if a == b or one.joined in {other.joined, b} or other.joined == a:
        return "same", f"f:{min(a, b)}"
    if part := _part(one, other):
        return "part", f"f:{part}"
    if _one_sound(one, other, a, b):
        return "sound", f"f:{min(a, b)}"
    return ("slip", f"f:{min(a, b)}") if is_slip(a, b) else ("different", "")


def _part(one: Name, other: Name) -> str | None:
    """Find the half of a double family name that both have."""
    if not one.middle and not other.middle:
        return None
    shared = set(one.words) & set(other.words)
    if {one.family, other.family} & shared or len(one.words) == len(other.words):
        return min(shared, default=None)
    return None


def _one_sound(one: Name, other: Name, a: str, b: str) -> bool:
    if sound(a) == sound(b):
        return True
    if one.vowelless == other.vowelless:
        return False
    bones = skeleton(a)
    return len(bones) >= _SHORT_SKELETON and bones == skeleton(b)


def _middle(one: Name, other: Name, family: str) -> float:
    """Weigh middle names: letters stand for words; a letter that only one tells says nothing."""
    if family == "part" or not (one.middle or other.middle):
        return 0.0
    if not one.middle or not other.middle:
        whole = (word for word in (*one.middle, *other.middle) if len(word) > 1)
        joined = (_whole(one) & _whole(other)) - {one.given if one.given == other.given else ""}
        return 0.0 if joined else _MORE * any(whole)
    ours, theirs = one.middle[0], other.middle[0]
    if 1 in (len(ours), len(theirs)):
        return _MIDDLE_AGREES if ours[0] == theirs[0] else _MIDDLE_DIFFERS
    return _MIDDLE_AGREES if sound(ours) == sound(theirs) else _MIDDLE_DIFFERS
