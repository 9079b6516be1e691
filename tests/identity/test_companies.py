"""Spellings of companies: misses are better than false matches."""

import pytest

import netgraph as ng

SAME = {
    "plain": ["Acme", "ACME", "Acme, Inc.", "The Acme Corporation", "acme ltd", "ACME CO., LTD."],
    "accents": ["Ørsted A/S", "Orsted", "ØRSTED"],
    "spaces": ["GoDaddy", "Go Daddy Inc.", "godaddy"],
    "german": ["Müller Bau GmbH & Co. KG", "Muller Bau", "MÜLLER BAU GmbH", "Müller Bau KG"],
    "joints": ["Müller & Söhne GmbH", "Muller und Sohne", "Müller and Söhne"],
    "italian": ["Esempio S.p.A.", "Esempio SpA", "ESEMPIO S. P. A.", "Gruppo Esempio"],
    "polish": ["Przykład Sp. z o.o.", "Przyklad sp z oo", "PRZYKŁAD Spółka z o.o."],
    "mexican": ["Ejemplo S.A. de C.V.", "Ejemplo SA de CV", "Ejemplo, S. A. de C. V."],
    "pakistani": ["Misal (Pvt) Ltd", "Misal Pvt. Ltd.", "Misal Private Limited"],
    "australian": ["Wombat Pty Ltd", "Wombat Proprietary Limited", "Wombat (Australia) Pty Ltd"],
    "czech": ["Příklad s.r.o.", "Priklad, spol. s r.o."],
    "turkish": ["Örnek A.Ş.", "Ornek AS", "Örnek Ltd. Şti."],
    "brazilian": ["Exemplo S/A", "Exemplo S.A.", "Exemplo Ltda", "Exemplo Brasil"],
    "japanese": ["株式会社見本", "見本株式会社", "見本(株)", "見本"],
    "japanese in latin": ["Mihon K.K.", "Mihon KK", "Mihon Co., Ltd.", "Kabushiki Kaisha Mihon"],
    "chinese": ["示例科技有限公司", "示例科技", "示例科技（北京）有限公司", "示例科技股份有限公司"],
    "korean": ["주식회사 보기", "보기(주)", "㈜보기", "보기"],
    "russian": ["ООО «Ромашка»", "Ромашка", "РОМАШКА ООО", 'ЗАО "Ромашка"'],
    "indonesian": ["PT Contoh Makmur Tbk", "Contoh Makmur"],
    "region": ["Acme Widgets", "Acme Widgets EMEA", "Acme Widgets (Germany)", "Acme Widgets UK Ltd",
               "Acme Widgets España S.L.", "Acme Widgets North America LLC"],
    "whole": ["Carlow", "Carlow Group", "Carlow Holdings plc", "Groupe Carlow",
              "Carlow Holding AG"],
    "remarks": ["Twistle", "Twistle (formerly Bootle)", "Twistle (acquired by Acme)",
                "Twistle, formerly known as Bootle", "Twistle Inc. - acquired by Acme in 2021",
                "Twistle (YC S21)", "Twistle, an Acme Company", "Twistle (NASDAQ: TWSL)"],
    "initials": ["Northern Widget Makers", "Northern Widget Makers (NWM)"],
    "known by initials": ["IBM", "International Business Machines Corp.", "I.B.M."],
    "apostrophes": ["O'Donnell's", "O’Donnell’s", "ODonnells"],
    "dots": ["J.P. Example", "J. P. Example", "JP Example"],
    "a long form misspelt": ["Zanzibar Corporation", "Zanzibar Corporaton", "Zanzibar orporation"],
    "run together": ["Tanganyika Company", "TanganyikaCompany"],
    "slogans": ["Acme Trading™", "Acme Trading®", "Acme Trading"],
    "ampersands": ["AT&T", "A T & T", "AT and T"],
}  # fmt: skip

NO_EMPLOYER = """
Self-employed|self employed|SELF EMPLOYED|Freelance|Freelancer|Freelance Graphic Designer|
Self-Employed (Freelance)|Independent Consultant|Stealth|Stealth AI Startup|Stealth Mode|
N/A|n.a.|-|none|Null|Confidential|Retired|Unemployed|Career Break|Open to work|Student|
Selbständig|Selbstständig|selbststaendig|Freiberuflich|Im Ruhestand|Elternzeit|
Indépendant|À mon compte|Auto-entrepreneur|Demandeur d'emploi|Retraité|Profession libérale|
Autónomo|Por cuenta propia|Jubilado|En búsqueda de empleo|Autônomo|Por conta própria|Aposentado|
Libero professionista|In cerca di occupazione|Pensionato|Zelfstandig|ZZP'er|Werkzoekend|
Egenföretagare|Samozatrudnienie|Самозанятый|Фриланс|フリーランス|自由职业|프리랜서"""

APART = [
    ("Epic", "Epic Games"),
    ("Loop", "Loopio"),
    ("Bank of India", "Bank of China"),
    ("Bank of India", "Bank"),
    ("US Bank", "Bank of India"),
    ("Air India", "Air France"),
    ("Air India", "Air"),
    ("National Bank of Greece", "National Bank of Canada"),
    ("National Bank Greece", "National Bank Canada"),
    ("International Paper", "International Flavors"),
    ("American Tower", "Tower"),
    ("American Water", "American Water Works"),
    ("Teach for India", "Teach for Austria"),
    ("Telekom Srbija", "Telekom Austria"),
    ("Capital One", "One Capital"),
    ("Virgin Australia", "Virgin America"),
    ("Grupo México", "Grupo Brasil"),
    ("The Group", "The Holding"),
    ("Capital Group", "Capital"),
    ("M&T", "MT"),
    ("Marshall", "Marshalls"),
    ("Johnson Example", "Johnsen Sample"),
    ("Phillips 66", "Phillips 67"),
    ("Meta", "Metabase"),
    ("Vista", "Visa"),
    ("バンク", "ハンク"),  # the small marks of kana are letters, not accents
    ("Freelancer.com", "Freelance"),
    ("The Independent", "Independent"),
    ("Self-employed", "Self employed"),
    ("", ""),
    (None, None),
]


@pytest.mark.parametrize("spellings", SAME.values(), ids=SAME)
def test_spellings_of_one_company_have_one_key(spellings):
    keys = {spelling: ng.company_key(spelling) for spelling in spellings}
    assert None not in keys.values()
    assert len(set(keys.values())) == 1, keys


def test_no_two_of_the_companies_above_have_one_key():
    first = [ng.company_key(spellings[0]) for spellings in SAME.values()]
    assert len(set(first)) == len(SAME)


@pytest.mark.parametrize(("one", "other"), APART)
def test_different_companies_and_no_companies(one, other):
    assert not ng.same_company(one, other)
    assert not ng.same_company(other, one)
    key = ng.company_key(one)
    assert key is None or key != ng.company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Müller Bau", "Mueller Bau GmbH"),
        ("Østergård", "Oestergaard A/S"),
        ("Northwind Traders", "Nortwind Traders Ltd"),  # a letter missing
        ("Northwind Traders", "Northwinnd Traders"),  # one too many
        ("Northwind Trading House", "Northwidn Trading House"),  # two swapped
        ("Northwind Trading House", "Northwind Treding House"),
        ("Bank of America", "Bank of Amrica Inc"),
        ("Northwind Energy", "Northwind Enrgy"),  # one side alone is an everyday word
    ],
)
def test_one_slip_of_the_pen_in_a_long_name(one, other):
    assert ng.same_company(one, other)
    assert ng.same_company(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wexford", "Wexxford"),  # seven letters
        ("Northwind Traders", "Orthwind Traders"),  # the first letter
        ("Northwind", "Northwinds"),  # the last one
        ("Northwind Studio 365 Labs", "Northwind Studio 35 Labs"),  # a digit
        ("Northwind Trading House Western Bristol", "Northwund Trading Hause Western Bristol"),
        ("Meridian Hotel Berlin", "Meridian Hotels Berlin"),  # both are words
    ],
)
def test_what_is_no_slip_of_the_pen(one, other):
    assert not ng.same_company(one, other)


@pytest.mark.parametrize(
    "answer",
    NO_EMPLOYER.split("|"),
)
def test_what_names_no_employer_has_no_key(answer):
    assert ng.company_key(answer.strip()) is None


@pytest.mark.parametrize(
    "name", ["Self Inc.", "Freelancer.com", "Independent Pharma", "Retired.net"]
)
def test_a_firm_that_is_called_like_no_employer_keeps_its_key(name):
    assert ng.company_key(name) is not None


def test_a_name_that_is_all_legal_form_or_place_keeps_a_key():
    assert ng.company_key("SE") == "se"
    assert ng.company_key("Co-op") == "coop"
    assert ng.company_key("Group Holdings Ltd") == "group"
    assert ng.company_key("Germany") == "germany"
    assert ng.company_key("株式会社") == "株式会社"


@pytest.mark.parametrize("name", [None, float("nan"), "", "  ", "***", "🙂"])
def test_nothing_has_no_key(name):
    assert ng.company_key(name) is None
