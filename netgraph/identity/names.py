"""A person's name, taken apart for comparing; never for showing.

Names are compared in Latin letters, without case and accents, and without
what people put around them: titles, degrees, pronouns, emoji.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from anyascii import anyascii

_TITLES = frozenset(
    """dr prof professor mr mrs ms miss mx herr frau ing dipl mag sir dame mme mlle sra srta
    dott dottssa drs ir eng engr rev hon capt""".split()
)
_SUFFIXES = {
    "jr": "jr", "junior": "jr", "jnr": "jr", "filho": "jr", "sr": "sr", "senior": "sr",
    "snr": "sr", "ii": "ii", "iii": "iii", "iv": "iv", "neto": "neto",
}  # fmt: skip
_PARTICLES = frozenset(
    """de del della dello di da do dos das du des van von vom der den ter ten zu zum zur la le lo
    los las el al bin bint ibn ben abu af av y e i und st""".split()
)
_DEGREES = frozenset(
    """phd dphil msc bsc ma ba mba emba bba md dds dvm jd llm llb cpa cfa pmp rn np pe cissp shrm
    cscp phr sphr acca aca fca ca mph mfa mphil ceng facs frcs esq csm pmi acp frm caia mcips
    mcipd fcipd itil lpc lmft lcsw msw edd psyd dba""".split()
)
_PRONOUNS = re.compile(
    r"\b(?:she|he|they|her|him|them|sie|er|elle|il|ella|él|ela|ele)(?:\s*/\s*\w+){1,2}",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"[(\[{（【]([^)\]}）】]*)[)\]}）】]|[\"“”„«»]([^\"“”„«»]*)[\"“”„«»]")
_BORN = re.compile(r"^(?:n[ée]e?|geb\.?|born|z domu|roz\.?|formerly|vormals)\s+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`´][^\W\d_]+)*")
_APOSTROPHE = re.compile("['’ʼ`´]")
_HAN = re.compile("^[\u3400-\u9fff\uf900-\ufaff]{2,5}$")
_HANGUL = re.compile("^[\uac00-\ud7a3]{2,4}$")
_EAST_ASIAN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
_TWO_SIGNS = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 皇甫 令狐 남궁 황보 제갈 선우 독고".split()
)
_PATRONYMIC = re.compile(r"(?:ov|ev|yev)(?:ich|na)$|(?:inichna|ichna)$")
_VOWELLESS = re.compile("[\u0590-\u05ff\u0600-\u06ff]")
_INITIALS = 2


class Name(NamedTuple):
    """One name in plain Latin letters.

    Attributes
    ----------
    given
        The first word, perhaps one letter only.
    middle
        Words and letters between the first and the last.
    family
        The last word; "" if there is no second word.
    joined
        The family name with its particles in one word: ``vandenberg``.
    suffix
        ``jr``, ``sr``, ``ii``, ``iii``, ``iv``, ``neto``, or "".
    any_order
        Written in a script in which either name may stand first.
    vowelless
        Written in a script that leaves vowels out.
    """

    given: str
    middle: tuple[str, ...] = ()
    family: str = ""
    joined: str = ""
    suffix: str = ""
    any_order: bool = False
    vowelless: bool = False

    @property
    def key(self) -> str:
        """The name without letters that stand for a middle name."""
        words = [w for w in self.middle if len(w) > 1]
        return " ".join(w for w in (self.given, *words, self.family, self.suffix) if w)

    @property
    def is_full(self) -> bool:
        """Whether given name and family name are both written out."""
        return len(self.given) > 1 and len(self.family) > 1

    @property
    def words(self) -> tuple[str, ...]:
        """The words behind the given name that are written out."""
        return tuple(word for word in (*self.middle, self.family) if len(word) > 1)


def name_key(name: str) -> str:
    """Write a name without case, accents and punctuation, for comparing only.

    Examples
    --------
    >>> name_key("Chloé  Müller-Test")
    'chloe muller test'
    """
    decomposed = unicodedata.normalize("NFKD", name.casefold())
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", letters)) or name.strip()


@lru_cache(maxsize=1 << 17)
def read_names(text: str) -> tuple[Name, ...]:
    """Take a name apart; several if it tells a nickname or a name at birth beside.

    Parameters
    ----------
    text
        A name as people write it, in any script, in either order where a comma
        tells it (``Lee, Ann``).

    Returns
    -------
    tuple of Name
        The name itself first; empty if `text` holds no letters.

    Examples
    --------
    >>> name, = read_names("Dr. Müller-Test, Chloé, PhD 🚀 (She/Her)")
    >>> name.given, name.middle, name.family
    ('chloe', ('muller',), 'test')
    >>> [name.given for name in read_names('Robert "Bob" Smith')]
    ['robert', 'bob']
    >>> read_names("王小明")[0].key, read_names("Анна Ивановна Примерова")[0].key
    ('xiaoming wang', 'anna ivanovna primerova')
    """
    text = unicodedata.normalize("NFKC", text)
    asides = [a or b for a, b in _ASIDE.findall(text)]
    main = _read(_PRONOUNS.sub(" ", _ASIDE.sub(" ", text)))
    if main is None:
        return ()
    others = [_beside(main, aside.strip()) for aside in asides]
    return tuple(dict.fromkeys(name for name in (main, *others) if name is not None))


def letters(text: str) -> str:
    """Write a word in plain Latin letters: romanised, lower case, letters only.

    Examples
    --------
    >>> letters("Łukasz"), letters("Øystein"), letters("Примеров"), letters("O'Neil")
    ('lukasz', 'oystein', 'primerov', 'oneil')
    """
    word = text if text.isascii() else anyascii(text)
    return re.sub("[^a-z]", "", word.casefold())


def _beside(main: Name, aside: str) -> Name | None:
    """Read what stands in brackets or quotes: a name at birth, or what someone is called."""
    born = _BORN.sub("", aside)
    words = [letters(word) for word in _WORD.findall(born)]
    words = [word for word in words if word and word not in _DEGREES]
    if not words or _PRONOUNS.search(aside) or len(words) > _INITIALS:
        return None
    if born != aside:
        return main._replace(family=words[-1], joined=words[-1])
    if len(words) > 1 or not main.family or words[0].upper() == aside:
        return None
    return main._replace(given=words[0])


def _read(text: str) -> Name | None:
    suffix = ""
    first, *rest = [part.strip() for part in re.split("[,，、]", text)]
    kept = []
    for part in rest:
        words = [letters(word) for word in _WORD.findall(part.replace(".", ""))]
        if len(words) == 1 and words[0] in _SUFFIXES:
            suffix = _SUFFIXES[words[0]]
        elif words and not _is_credential(part, words, shouted=first.isupper()):
            kept.append(part)
    first = _without_titles(first)
    if len(kept) == 1:
        first = f"{kept[0]} {first}" if first else kept[0]
    words = _spelled(_without_titles(first))
    while len(words) > 1 and _degree(words[-1]):
        words.pop()
    if len(words) > _INITIALS and letters(words[-1]) in _SUFFIXES:
        suffix = _SUFFIXES[letters(words.pop())]
    return _arranged(words, suffix)


def _without_titles(text: str) -> str:
    """Drop what stands before a name: ``Prof. Dr. Ann Lee``."""
    while (found := re.match(r"\s*([^\W\d_]+)\.?\s*(?=\S)", text)) and (
        letters(found[1]) in _TITLES and found[0] != text
    ):
        text = text[found.end() :]
    return text


def _spelled(text: str) -> list[str]:
    """Find the words; a hyphen parts two, an apostrophe does not."""
    return [_APOSTROPHE.sub("", word) for word in _WORD.findall(text)]


def _degree(word: str) -> bool:
    plain = letters(word)
    return plain in _DEGREES and (word.isupper() or word not in {word.lower(), word.title()})


def _is_credential(part: str, words: list[str], *, shouted: bool) -> bool:
    """Tell degrees behind a comma from a given name (``SMITH, ANN``)."""
    if "".join(words) in _DEGREES or words[0] in _DEGREES:
        return True
    return not shouted and bool(re.match(r"(?=.*[A-Z].*[A-Z.®])[A-Z][\w.®™()/+ -]{0,19}$", part))


def _arranged(words: list[str], suffix: str) -> Name | None:
    """Decide which word is which."""
    any_order = any(_EAST_ASIAN.search(word) for word in words)
    vowelless = any(_VOWELLESS.search(word) for word in words)
    if len(words) == 1 and (_HAN.match(words[0]) or _HANGUL.match(words[0])):
        cut = 2 if words[0][:2] in _TWO_SIGNS and len(words[0]) > _INITIALS else 1
        words = [words[0][cut:], words[0][:cut]]
    plain = [word for word in map(letters, words) if word]
    if not plain:
        return None
    if len(plain) > _INITIALS and _PATRONYMIC.search(plain[-1]):
        family, *others = plain  # Примерова Анна Ивановна
        plain = [*others, family]
    joined = ""
    names = [plain[0]]
    for word in plain[1:]:
        if word in _PARTICLES and word != plain[-1]:
            joined += word
        else:
            names.append(word)
    if len(names) == 1:
        return Name(names[0], suffix=suffix, any_order=any_order, vowelless=vowelless)
    given, *middle, family = names
    return Name(given, tuple(middle), family, joined + family, suffix, any_order, vowelless)
