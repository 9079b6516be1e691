"""Invented companies as people spell them, and which spellings are one.

The truth holds by construction: a legal form, a country behind the name, Group or
Holding, case, accents, a remark or a slip of the pen never make another company;
another word, number or everyday name always does.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from _invented import ENDS, SOUNDS, TRADES, words

FORMS = (
    *("Inc", "Inc.", ", Inc.", "Corp", "Corp.", "Corporation", "Co.", "Company", "Ltd", "Ltd."),
    *("Limited", "LLC", ", LLC", "LLP", "L.P.", "plc", "PLC", "GmbH", "AG", "SE", "KG", "e.V."),
    *("GmbH & Co. KG", "S.A.", "SA", "SAS", "SARL", "S.r.l.", "S.p.A.", "S.L.", "S.A. de C.V."),
    *("Ltda.", "Lda", "B.V.", "N.V.", "AB", "A/S", "ApS", "AS", "Oy", "Oyj", "Sp. z o.o."),
    *("Kft.", "A.Ş.", "Pty Ltd", "Pte. Ltd.", "Pvt Ltd", "Pvt. Ltd.", "Private Limited", "K.K."),
    *("s.r.o.", "Sdn Bhd", "Co., Ltd.", "d.o.o.", "FZE"),
)  # fmt: skip
PLACES = (
    *("India", "UK", "Germany", "France", "EMEA", "APAC", "Brasil", "España", "Italia", "Japan"),
    *("Deutschland", "Schweiz", "Nederland", "Polska", "México", "Canada", "Australia", "Kenya"),
    *("Nigeria", "Singapore", "North America", "South Africa", "United Kingdom", "Middle East"),
)  # fmt: skip
LANDS = words("India China Kenya Greece Ireland Canada Ghana Japan Chile Israel Austria Scotland")
BODIES = (
    *("Bank of {}", "National Bank of {}", "Air {}", "University of {}", "Teach for {}"),
    *("{} Post", "{} Today", "Reserve Bank of {}", "Bank {}", "Telekom {}"),
)  # fmt: skip
SMALL = words(
    "go pay air net up one my get big sun red dog cat bit box fly hub job kit map pet way"
)
WHOLE = ("Group", "Holdings", "Holding", "Group Holdings")
FRONT = {"Group": "Groupe", "Holding": "Gruppo"}
TAILS = words("io base ify ly scale works wise lab")
SIDES = (
    *(("Northern", "Southern"), ("First", "Second"), ("Tower", "Water"), ("Red", "Green")),
    *(("Paper", "Pepper"), ("Home", "House"), ("Hotel", "Hotels"), ("Marine", "Machine")),
)  # fmt: skip
ACCENTS = {"a": "á", "e": "é", "i": "í", "o": "ø", "u": "ü", "s": "š", "l": "ł"}
BARE = str.maketrans("".join(ACCENTS.values()), "".join(ACCENTS))
WRITTEN_OUT = {"ü": "ue", "ø": "oe"}
HAN = words("明华 光远 恒信 瑞丰 天成 安泰 新源 宏达 永昌 金桥 海纳 云帆")
HAN_TRADES = words("科技 食品 物流 能源 光学 软件")
KANJI = words("山川 青葉 白石 高見 北星 東雲 富岳 若松")
KANJI_TRADES = words("製作所 電機 物産 工業 建設")
HANGUL = words("한빛 새롬 두리 가온 누리 다온 미르 해솔")
HANGUL_TRADES = words("전자 물산 건설 화학 식품")
CYRILLIC = words("Ромашка Берёзка Северянка Заря Волгарь Каменка Уралец Таёжник")
CYRILLIC_TRADES = words("Трейд Строй Энерго Логистик Фарм")
_LONG = 6
"""In a shorter name a slip makes another one."""

Spell = Callable[[random.Random], str]


def invented_companies(size: int = 3_000, seed: int = 5) -> dict[str, str]:
    """Make spelling -> company, about so many.

    >>> told = invented_companies(200)
    >>> 200 <= len(told) < 220, len(set(told.values())) > 50
    (True, True)
    """
    draw = random.Random(seed)
    told: dict[str, str] = {}
    names = _names(draw)
    for company, spell in names:
        for number in range(draw.choice((2, 3, 3, 4, 4, 5))):
            spelling = company if not number else spell(draw)
            if told.setdefault(spelling, company) != company:
                raise ValueError(f"{spelling!r} is {company!r} and {told[spelling]!r}")
        if len(told) >= size:
            break
    return told


def _names(draw: random.Random) -> list[tuple[str, Spell]]:
    """Name companies, and say how each is spelt; in mixed order."""
    roots = list(dict.fromkeys(_root(draw) for _ in range(460)))
    names: list[str] = []
    for place, root in enumerate(roots):
        other = roots[(place * 7 + 3) % len(roots)]
        trade = draw.choice(TRADES)
        kinds = (
            [root, f"{root} {trade}"],  # Epic, Epic Games
            [root, root + draw.choice(TAILS)],  # Loop, Loopio
            [f"{root} {trade}", f"{root} {draw.choice(SMALL).title()} {trade}"],
            [f"{root} {side} {trade}" for side in draw.choice(SIDES)],
            [f"{root} & {other}", f"{root} & Sons"],
            [f"{draw.choice('ABCDEFGH')}. {draw.choice('JKLMNOPR')}. {root}"],
            [f"{root} {number} {trade}" for number in draw.sample(range(2, 100), 2)],
            [_accented(draw, root), f"{trade} {root}"],
            [f"{root} {trade}", f"{other} {trade}", f"{trade} {root}"],
            [f"{root}'s"],
        )
        names += kinds[place % len(kinds)]
    pairs = [a.title() + b.title() for a in SMALL for b in SMALL if a < b]
    names += draw.sample(pairs, 60)  # GoDaddy
    names += [body.format(land) for body in BODIES for land in draw.sample(LANDS, 6)]
    latin: list[tuple[str, Spell]] = [(name, _latin(name)) for name in dict.fromkeys(names)]
    others = [
        *_eastern(HAN, HAN_TRADES, ("有限公司", "股份有限公司", "集团")),
        *_eastern(KANJI, KANJI_TRADES, ("株式会社", "(株)", "有限会社"), "株式会社"),
        *_eastern(HANGUL, HANGUL_TRADES, ("(주)", " 주식회사", "㈜"), "주식회사 "),
        *((name, _russian(name)) for name in _joined(CYRILLIC, CYRILLIC_TRADES)),
    ]
    found = latin + draw.sample(others, 80)
    draw.shuffle(found)
    return found


def _root(draw: random.Random) -> str:
    middle = draw.choice(SOUNDS) * draw.randint(0, 1)
    return _syllable(draw) + middle + draw.choice(ENDS)


def _joined(names: list[str], trades: list[str]) -> list[str]:
    return [name + trade.lower() for name in names for trade in trades]


def _eastern(
    names: list[str], trades: list[str], behind: tuple[str, ...], before: str = ""
) -> list[tuple[str, Spell]]:
    """Name companies in a script without spaces."""
    return [(name, _affixed(name, behind, before)) for name in _joined(names, trades)]


def _accented(draw: random.Random, name: str) -> str:
    letter = draw.choice([sign for sign in ACCENTS if sign in name])
    return name.replace(letter, ACCENTS[letter])


def _latin(name: str) -> Spell:
    def spell(draw: random.Random) -> str:
        text = name
        if len(text) >= _LONG and _happens(draw, 0.04):
            text = _slip(draw, text)
        elif "&" in text and _happens(draw, 0.5):
            text = text.replace("&", draw.choice(("and", "und", "+")))
        elif not text.isascii() and _happens(draw, 0.6):
            text = _written_out(text) if _happens(draw, 0.15) else text.translate(BARE)
        elif _is_joined(text) and _happens(draw, 0.5):
            text = draw.choice((text[0] + _spaced(text[1:]), text.lower(), text.capitalize()))
        elif ". " in text and _happens(draw, 0.5):
            text = text.replace(". ", draw.choice((".", " ")))
        elif "'" in text and _happens(draw, 0.5):
            text = text.replace("'", draw.choice(("’", "")))
        text = _with_ends(draw, text)
        text = f"The {text}" if _happens(draw, 0.08) else text
        case = draw.choices((str, str.upper, str.lower), (0.82, 0.12, 0.06))[0]
        return case(text) + (f" (formerly {_syllable(draw)})" if _happens(draw, 0.03) else "")

    return spell


def _with_ends(draw: random.Random, name: str) -> str:
    """Write behind a name what says which part of it is meant, and its legal form."""
    if not any(name.endswith(f" {land}") for land in LANDS):
        if _happens(draw, 0.12):
            whole = draw.choice(WHOLE)
            front = FRONT.get(whole) if _happens(draw, 0.15) else None
            name = f"{front} {name}" if front else f"{name} {whole}"
        if _happens(draw, 0.22):
            place = draw.choice(PLACES)
            name = draw.choice((f"{name} {place}", f"{name} ({place})", f"{name} - {place}"))
    form = draw.choice(FORMS) if _happens(draw, 0.6) else ""
    return f"{name}{form}" if form.startswith(",") else f"{name} {form}".strip()


def _slip(draw: random.Random, name: str) -> str:
    """Leave a letter out, write it twice, swap it with the next, or write another."""
    place = draw.choice([i for i, sign in enumerate(name[1:-1], 1) if sign.isalpha()])
    sign, behind = name[place], name[place + 1 :]
    other = draw.choice("aeinrst") + behind
    slips = (behind, sign + sign + behind, behind[:1] + sign + behind[1:], other)
    return name[:place] + draw.choice(slips)


def _happens(draw: random.Random, share: float) -> bool:
    return draw.random() < share


def _syllable(draw: random.Random) -> str:
    return draw.choice(SOUNDS).title()


def _affixed(name: str, behind: tuple[str, ...], before: str = "") -> Spell:
    def spell(draw: random.Random) -> str:
        if before and _happens(draw, 0.4):
            return before + name
        return name + draw.choice(behind)

    return spell


def _russian(name: str) -> Spell:
    def spell(draw: random.Random) -> str:
        form = draw.choice(("ООО", "ЗАО", "АО", "ПАО"))
        return draw.choice((f"{form} «{name}»", f'{form} "{name}"', f"{name} {form}", name.upper()))

    return spell


def _is_joined(name: str) -> bool:
    return name.isalpha() and any(sign.isupper() for sign in name[1:])


def _spaced(name: str) -> str:
    return "".join(f" {sign}" if sign.isupper() else sign for sign in name)


def _written_out(name: str) -> str:
    return "".join(WRITTEN_OUT.get(sign, sign) for sign in name)
