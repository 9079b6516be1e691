"""Firms and bodies that are known by their initials, where no other is meant by them."""

from __future__ import annotations

_NAMES = """
aig=american international
aws=amazon web services
bbc=british broadcasting
bbva=banco bilbao vizcaya argentaria
bcg=boston consulting
bmw=bayerische motoren werke
bofa=bank of america
cern=conseil europeen pour la recherche nucleaire
esa=european space agency
ey=ernst young
fbi=federal bureau of investigation
ge=general electric
gm=general motors
gsk=glaxosmithkline|glaxo smith kline
hbo=home box office
hsbc=hongkong and shanghai banking
ibm=international business machines
imf=international monetary fund
isro=indian space research organisation
j and j=johnson johnson|jnj
jpmorgan=jpmorgan chase|jp morgan chase|jpmorganchase
kpmg=klynveld peat marwick goerdeler
lvmh=lvmh moet hennessy louis vuitton|moet hennessy louis vuitton
mit=massachusetts institute of technology
nasa=national aeronautics and space administration
nhs=national health service
oecd=organisation for economic co operation and development
p and g=procter gamble|png
pwc=pricewaterhousecoopers|pricewaterhouse coopers
tcs=tata consultancy services
ubs=union bank of switzerland
ucl=university college london
unesco=united nations educational scientific and cultural organization
unicef=united nations children fund|united nations childrens fund
un=united nations
usps=united states postal service
vw=volkswagen
who=world health organization|world health organisation
att=at and t
hp=hewlett packard
"""

SHORT_NAMES: dict[str, str] = {
    long.replace(" ", ""): short.replace(" ", "")
    for line in _NAMES.split("\n")
    if line
    for short, longs in [line.split("=")]
    for long in longs.split("|")
}
"""The long name's key -> the key of the short one."""
