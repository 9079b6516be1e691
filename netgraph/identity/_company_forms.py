"""Words that say what kind of firm it is, not which: legal forms, "Group", "Holdings"."""

from __future__ import annotations

_ENGLISH = """
co cos company corp corporation inc incorporated ltd limited llc lc llp lllp lp plc pllc pc ulc
unlimited cic cio pty pvt pte private+limited private+ltd proprietary+limited
public+limited+company public+company+limited joint+stock+company public+joint+stock+company
limited+liability+company limited+liability+partnership limited+company limited+partnership
limited+by+guarantee jsc pjsc ojsc cjsc na tbk bhd sdn berhad sendirian+berhad pcl pt+tbk
fze fzco fzc fz dmcc wll sal saog saoc sae ksc kscp kscc qsc qpsc psc bsc
"""
_GERMAN_AND_DUTCH = """
gmbh ggmbh mbh gbr ag gag kg kgaa ohg ug gug ek ev eg se sce mbb partg partgmbb partnerschaft+mbb
haftungsbeschrankt ug+haftungsbeschrankt aktiengesellschaft kommanditgesellschaft
gesellschaft+mit+beschrankter+haftung gesellschaft+mbh gesmbh stiftung+co ewiv
bv nv vof cv bvba sprl cvba scrl asbl vzw besloten+vennootschap naamloze+vennootschap
"""
_ROMANCE = """
sa sas sasu sarl eurl snc sca scs sci selarl scop gie gmbh+sarl societe+anonyme
societe+a+responsabilite+limitee societe+par+actions+simplifiee
spa srl srls sapa scarl scpa societa+per+azioni societa+a+responsabilita+limitata
sl slu sll slp sau sociedad+anonima sociedad+limitada sociedad+de+responsabilidad+limitada
sadecv sa+de+cv sab+de+cv sabdecv sapi+de+cv sapidecv srldecv srl+de+cv s+de+rl+de+cv sapi sab
saa sac eirl spa+esp sa+esp sas+esp sociedad+anonima+de+capital+variable
ltda lda eireli epp sgps unipessoal+lda sociedade+anonima limitada sociedade+limitada
srl+d pfa
"""
_NORTH_AND_EAST = """
ab hb kb aktiebolag as asa ans aps ivs ks aktieselskab aksjeselskap anpartsselskab hf ehf ohf
oy oyj ab+publ publ osakeyhtio oy+ab ou tu uab mb sia
spzoo sp+z+oo spolka+akcyjna spolka+z+oo spolka+komandytowa spk spj sp+k
sro spol+s+ro spol+sro vos ks as zrt nyrt kft bt rt doo dd ad ead eood ood dooel jdoo shpk sha
ae epe ike anonim+sirketi limited+sirketi sti ltd+sti san+ve+tic san+tic ve+tic
ооо оао зао пао ао нао ип тоо чп фоп тов ат прат пат еоод оод еад ад дол доо
общество+с+ограниченной+ответственностью акционерное+общество
ooo oao zao pao
"""
_EAST_ASIAN = """
kk gk yk kabushiki+kaisha kabushikigaisha kabushiki+gaisha godo+kaisha yugen+kaisha co+jsc
cong+ty+tnhh
"""

LEGAL: frozenset[str] = frozenset(
    form.replace("+", " ")
    for forms in (_ENGLISH, _GERMAN_AND_DUTCH, _ROMANCE, _NORTH_AND_EAST, _EAST_ASIAN)
    for form in forms.split()
)
"""Legal forms as they stand once dots, case and accents are off: ``spa``, ``sa de cv``."""

_IN_FRONT = "ооо оао зао пао ао нао ип тоо чп фоп тов ooo oao zao pao pt uab sia"
LEGAL_IN_FRONT: frozenset[str] = frozenset(_IN_FRONT.split()) | {
    "kabushiki kaisha",
    "cong ty tnhh",
    "cong ty co phan",
    "cong ty",
}
"""Those that also stand before the name: ``ООО Ромашка``, ``PT Contoh Tbk``."""

CJK_LEGAL: tuple[str, ...] = (
    "特定非営利活動法人", "一般社団法人", "一般財団法人", "公益社団法人", "公益財団法人",
    "独立行政法人", "国立大学法人", "学校法人", "医療法人", "株式会社", "有限会社", "合同会社",
    "合資会社", "合名会社", "(株)", "(有)", "(同)", "股份有限公司", "有限责任公司",
    "有限責任公司", "控股有限公司", "集团有限公司", "集團有限公司", "有限公司", "株式會社",
    "주식회사", "유한회사", "유한책임회사", "재단법인", "사단법인", "(주)", "(유)", "(재)",
    "บริษัท", "จำกัด", "(มหาชน)",
)  # fmt: skip
"""Forms of scripts without spaces, taken off at both ends, the longest first."""

CJK_GROUP: tuple[str, ...] = (
    "集团",
    "集團",
    "控股",
    "グループ",
    "ホールディングス",
    "그룹",
    "홀딩스",
)

GROUP: frozenset[str] = frozenset(
    {
        "group", "groups", "holding", "holdings", "companies", "gruppe", "groupe", "grupo",
        "gruppo", "groep", "gruppen", "koncern", "koncernen", "konzern", "grupa", "skupina",
        "группа", "холдинг", "holdco", "grubu", "csoport", "gruppa",
    }
)  # fmt: skip
"""Words for a firm as a whole."""

GROUP_IN_FRONT: frozenset[str] = frozenset({"groupe", "grupo", "gruppo", "grupa", "группа", "гк"})

_LONG = ("corporation", "incorporated", "company", "limited", "holdings")
MISSPELT: dict[str, str] = {
    word[:place] + word[place + 1 :]: word
    for word in _LONG
    for place in range(len(word))
    if word[:place] + word[place + 1 :] not in GROUP
}
"""A long form that lacks one letter: ``orporation``, ``Limted``."""

RUN_TOGETHER = r"(?<=[a-z])(?=(?:Corporation|Company|Inc|Ltd|Limited|LLC|GmbH)\b)"
"""Where a form is written onto the name: ``AcmeCorporation``."""
