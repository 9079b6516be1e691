"""What people write where an employer should stand and there is none."""

from __future__ import annotations

from itertools import product

_ENGLISH = """
self|self employed|self employment|selfemployed|self employee|myself|me|freelance|freelancer|
freelancers|freelancing|freelance work|independent|independent contractor|independent consultant|
independent professional|independent researcher|independent artist|contractor|contracting|
consultant|own business|own company|my own company|my own business|my company|business owner|
sole trader|sole proprietor|sole proprietorship|proprietor|entrepreneur|stealth|stealth startup|
stealth mode|in stealth|stealth company|startup|a startup|early stage startup|confidential|
confidential company|company confidential|private|private company|private household|
private practice|undisclosed|not disclosed|none|nil|null|nan|na|n a|nothing|no company|no employer|
not applicable|not available|not specified|unknown|tbd|tba|tbc|unspecified|various|
various companies|various clients|various employers|multiple|multiple companies|several|unemployed|
currently unemployed|not employed|not working|jobless|between jobs|between roles|in transition|
in between jobs|job seeker|
jobseeker|job seeking|looking for a job|looking for work|looking for job|looking for opportunities|
looking for new opportunities|open to work|open to opportunities|open for work|actively looking|
seeking opportunities|seeking new opportunities|seeking employment|exploring opportunities|
available|available for hire|career break|sabbatical|on sabbatical|gap year|parental leave|
maternity leave|paternity leave|on leave|retired|retirement|semi retired|happily retired|
retiree|homemaker|stay at home mom|stay at home dad|stay at home parent|housewife|home|student|
full time student|volunteer|other|others|company|company name|test|xxx|x x
"""
_GERMAN = """
selbstandig|selbststandig|selbstaendig|selbststaendig|selbstandige|selbststandige|selbststandiger|
selbstandiger|selbstandigkeit|selbststandigkeit|freiberuflich|freiberufler|freiberuflerin|
freie mitarbeit|freier mitarbeiter|freischaffend|freelancer selbststandig|einzelunternehmen|
einzelunternehmer|einzelunternehmerin|arbeitslos|arbeitssuchend|arbeitsuchend|auf jobsuche|
auf arbeitssuche|in rente|rentner|rentnerin|im ruhestand|ruhestand|pensioniert|pensionar|elternzeit|
in elternzeit|hausfrau|hausmann|privat|privatier|privatperson|ohne|keine|keiner|keine angabe|
k a|vertraulich|verschiedene|diverse|schuler|studentin|derzeit ohne anstellung
"""
_FRENCH = """
independant|independante|a mon compte|travailleur independant|travailleuse independante|
auto entrepreneur|auto entrepreneuse|autoentrepreneur|micro entrepreneur|microentrepreneur|
micro entreprise|profession liberale|en freelance|consultant independant|entreprise individuelle|
sans emploi|au chomage|demandeur d emploi|en recherche d emploi|recherche d emploi|
a la recherche d un emploi|a l ecoute du marche|en poste|retraite|retraitee|a la retraite|
conge parental|etudiant|etudiante|confidentiel|confidentielle|aucun|aucune|neant|divers|particulier
"""
_SPANISH_PORTUGUESE = """
autonomo|autonoma|por cuenta propia|cuenta propia|trabajador autonomo|trabajadora autonoma|
trabajador independiente|independiente|profesional independiente|consultor independiente|
empresario autonomo|desempleado|desempleada|en paro|sin empleo|en busqueda de empleo|
en busqueda activa|en busca de empleo|buscando empleo|buscando trabajo|busqueda de empleo|jubilado|
jubilada|estudiante|ama de casa|confidencial|ninguno|ninguna|varios|varias empresas|particular|
autonomo freelance|conta propria|por conta propria|trabalhador independente|trabalhador autonomo|
trabalhadora autonoma|profissional autonomo|profissional autonoma|profissional liberal|independente|
empreendedor|desempregado|desempregada|em busca de recolocacao|em busca de oportunidades|
em busca de emprego|em transicao de carreira|procurando emprego|aposentado|aposentada|reformado|
estudante|do lar|nenhum|nenhuma|diversos|nao informado
"""
_ITALIAN_DUTCH = """
libero professionista|libera professionista|lavoratore autonomo|lavoratrice autonoma|in proprio|
lavoro autonomo|partita iva|ditta individuale|indipendente|disoccupato|disoccupata|
in cerca di occupazione|in cerca di lavoro|in cerca di impiego|pensionato|pensionata|in pensione|
studente|studentessa|casalinga|riservato|nessuno|nessuna|vari|varie|
zelfstandig|zelfstandige|zelfstandig ondernemer|zelfstandig professional|zzp|zzper|zzp er|
eenmanszaak|eigen bedrijf|werkloos|werkzoekend|op zoek naar werk|gepensioneerd|met pensioen|
huisvrouw|geen|vertrouwelijk|diversen|diverse opdrachtgevers|in between
"""
_NORTH_EAST = """
egenforetagare|egen foretagare|eget foretag|egen foretag|frilans|frilansare|arbetslos|arbetssokande|
pensionerad|selvstaendig|selvstendig|selvstendig naeringsdrivende|ledig|pensioneret|yrittaja|
toiminimi|tyoton|elakkeella|samozatrudnienie|wlasna dzialalnosc|wlasna firma|
dzialalnosc gospodarcza|jednoosobowa dzialalnosc gospodarcza|bezrobotny|emeryt|brak|osvc|
serbest|serbest meslek|serbest calisan|kendi isim|issiz|emekli|
самозанятый|самозанятая|самозанятость|фриланс|фрилансер|безработный|пенсионер|пенсионерка|
не работаю|в поиске работы|в поиске|нет|ип|индивидуальный предприниматель|частная практика|
フリーランス|フリー|自営業|個人事業主|個人|無職|求職中|学生|定年退職|自由职业|自由职业者|自由職業|個體戶|
个体户|个体|待业|无业|无|退休|学生|保密|프리랜서|자영업|무직|개인사업자|개인|은퇴|학생
"""

NO_COMPANY: frozenset[str] = frozenset(
    "".join(answer.split())
    for answers in (
        _ENGLISH, _GERMAN, _FRENCH, _SPANISH_PORTUGUESE, _ITALIAN_DUTCH, _NORTH_EAST,
    )
    for answer in answers.split("|")
)  # fmt: skip
"""Whole answers that name no employer, without spaces, case and accents."""

_WORK_WORDS = """
and or the a an in at as full part time self employed selfemployed freelance freelancer
freelancing independent contractor contract consultant consulting consultancy consultor
consultora consulente berater beraterin beratung consultante developer dev engineer engineering
designer design graphic web ux ui software mobile app product project manager management
marketing digital content social media writer writing copywriter editor translator translation
interpreter journalist photographer photography videographer video film filmmaker producer
director artist art illustrator illustration musician music animator architect architecture
teacher tutor trainer training coach coaching therapist recruiter recruitment advisor adviser
analyst data science scientist researcher research it tech technology business finance
accountant bookkeeper sales hr executive interim professional work services service entwickler
entwicklerin grafikdesigner grafikdesignerin fotograf fotografin texter texterin journalistin
ubersetzer ubersetzerin redactor redactora disenador disenadora grafico grafica desarrollador
periodista traductor traductora fotografo fotografa redacteur redactrice traducteur
traductrice graphiste developpeur developpeuse photographe formateur formatrice journaliste
remote home various clients mode startup company stage early ai fintech saas b2b healthtech
biotech venture stealth owner founder entrepreneur
"""
_WORK = frozenset(_WORK_WORDS.split())
_BEGINNINGS = frozenset({"freelance", "freelancer", "stealth", "freelancing"})
_PAIRS = frozenset(
    f"{first} {second}"
    for first, second in product(("self", "independent"), ("employed", "contractor", "consultant"))
)


def names_nobody(words: list[str]) -> bool:
    """Tell whether an answer names no employer: ``["freelance", "web", "designer"]``.

    Examples
    --------
    >>> names_nobody(["freelance", "web", "designer"]), names_nobody(["freelance", "com"])
    (True, False)
    """
    if "".join(words) in NO_COMPANY:
        return True
    begins = words[0] in _BEGINNINGS or " ".join(words[:2]) in _PAIRS
    return begins and all(word in _WORK for word in words[1:])
