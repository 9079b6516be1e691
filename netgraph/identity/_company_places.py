"""Countries and regions that stand behind a firm's name, and names too plain to lose them."""

from __future__ import annotations

_ENGLISH = """
africa americas apac argentina asean asia asia+pacific australasia australia austria bahrain
balkans bangladesh belgium benelux bolivia brazil bulgaria cambodia canada caribbean cee cema
central+america central+europe chile china cis colombia costa+rica croatia cyprus czech+republic
czechia dach denmark eastern+europe ecuador egypt emea england estonia ethiopia eu europe finland
france gcc germany ghana great+britain greater+china greece guatemala honduras hong+kong hungary
iberia iceland india indonesia ireland israel italy ivory+coast japan kazakhstan kenya korea kuwait
latam latin+america latvia lebanon lithuania luxembourg malaysia malta mea mena mexico middle+east
morocco myanmar namibia nepal netherlands new+zealand nigeria nordic nordics north+america norway
northern+ireland northern+europe anz oceania oman pakistan panama paraguay peru philippines poland
portugal puerto+rico qatar romania russia saudi+arabia ksa scandinavia scotland senegal serbia
singapore slovakia slovenia south+africa south+america south+asia southeast+asia
south+east+asia southern+europe south+korea spain sri+lanka sweden switzerland taiwan tanzania
thailand the+netherlands tunisia turkey turkiye uae uganda uk ukraine united+arab+emirates
united+kingdom united+states united+states+of+america uruguay us usa venezuela vietnam wales
western+europe worldwide+emea zambia zimbabwe
"""
_OWN_NAMES = """
deutschland osterreich oesterreich schweiz suisse svizzera europa espana mexico brasil italia
belgique belgie belgien nederland danmark norge sverige suomi polska cesko slovensko magyarorszag
hungaria romania hrvatska srbija slovenija ellas hellas portugal maroc algerie tunisie turkiye
perou frankreich italien spanien polen niederlande grossbritannien indien japon allemagne espagne
italie alemania francia alemanha franca estados+unidos etats+unis reino+unido royaume+uni
latinoamerica america+latina norteamerica lietuva latvija eesti россия рф украина украина казахстан
беларусь европа
"""
PLACES: frozenset[str] = frozenset(
    place.replace("+", " ") for place in (_ENGLISH + _OWN_NAMES).split()
)
"""Countries and regions of the world, in English and as they call themselves."""

CJK_PLACES: tuple[str, ...] = (
    "中国", "中國", "香港", "台湾", "台灣", "日本", "ジャパン", "アジア", "亚太", "北京",
    "上海", "深圳", "广州", "杭州", "코리아", "한국",
)  # fmt: skip
"""Places that stand in brackets or at the end of names in scripts without spaces."""

_PLAIN = """
air bank banco banque banca bancorp central commercial reserve savings credit kredit capital finance
financial insurance assurance versicherung telecom telekom telecommunications telecomunicaciones
mobile post poste posta postal rail railway railways bahn energy energia energie gas gaz oil
petroleum power water steel radio television tv news today times press football rugby cricket
university universitat universite universidad universita college school institute academy ministry
ministerio embassy consulate government parliament senate army navy police court council chamber
federation confederation association society union club foundation fund agency authority commission
board office department service services national nacional nationale royal state federal imperial
united international intl global world general first american british european western eastern
northern southern north south east west new young great big good best one my our media digital
tech technologies technology solutions systems software consulting partners ventures labs studio
studios design health healthcare care hospital clinic medical pharma foods food hotels hotel
resorts travel tours trade trading invest investment investments industries industry motors auto
electric engineering construction realty properties estate security logistics express shipping
airways airlines feed made virgin
"""
PLAIN: frozenset[str] = frozenset(_PLAIN.split())
"""Words that thousands of names share; a name of these alone needs its place: ``Air India``."""

_INSTITUTION_WORDS = """
bank banco banque banca reserve savings central national nacional nationale royal state federal
union university college school institute academy ministry embassy council chamber federation
association society post rail railways radio television telecom telekom oil gas petroleum
insurance first american british united credit commercial cricket football board army police
"""
INSTITUTION: frozenset[str] = frozenset(_INSTITUTION_WORDS.split())
"""Of these, the words of public bodies: ``National Bank Greece`` is not ``National Bank``."""

_HANGING_WORDS = """
of in for from the and to at by with de del della di da do dos das du des la le el il der die
das von van fur pour para per y e et und a o i r as new north south east west central latin
great greater
"""
HANGING: frozenset[str] = frozenset(_HANGING_WORDS.split())
"""Words that a name does not end in, so what follows them belongs to it: ``Bank of India``."""
