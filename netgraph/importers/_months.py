"""How the months are written, in the languages that exports and spreadsheets use."""

from __future__ import annotations

import re
import unicodedata

_SPELLINGS = """
jan january januar jän jänner janv janvier ene enero janeiro gen gennaio januari sty
    styczeń stycznia янв январь января led leden ledna tammi tammikuu oca ocak ian ianuarie
feb february februar févr fév février febrero fev fevereiro febbraio februari lut luty
    lutego фев февр февраль февраля úno únor února helmi helmikuu şub şubat februarie
mar march mär märz mrz mars marzo março mrt maart marzec marca мар март марта bře březen
    března maalis maaliskuu mart marts martie
apr april avr avril abr abril aprile kwi kwiecień kwietnia апр апрель апреля dub duben
    dubna huhti huhtikuu nis nisan aprilie
may mai mayo maio mag maggio mei maj maja май мая kvě květen května touko toukokuu mayıs
jun june juni juin junio junho giu giugno cze czerwiec czerwca июн июнь июня červen června
    kesä kesäkuu haz haziran iun iunie
jul july juli juil juillet julio julho lug luglio lip lipiec lipca июл июль июля čvc
    červenec července heinä heinäkuu tem temmuz iul iulie
aug august août aoû ago agosto augustus augusti sie sierpień sierpnia авг август августа
    srp srpen srpna elo elokuu ağu ağustos
sep sept september septembre septiembre setiembre set setembro settembre wrz wrzesień
    września сен сент сентябрь сентября zář září syys syyskuu eyl eylül septembrie
oct october okt oktober octobre octubre out outubro ott ottobre paź październik
    października окт октябрь октября říj říjen října loka lokakuu eki ekim octombrie
nov november novembre noviembre novembro lis listopad listopada ноя нояб ноябрь ноября
    marras marraskuu kas kasım noiembrie
dec december dez dezember déc décembre dic diciembre dezembro dicembre gru grudzień
    grudnia дек декабрь декабря pro prosinec prosince joulu joulukuu ara aralık decembrie
    desember des
"""
"""A month begins where a line begins; indented lines go on with it."""


def month_key(word: str) -> str:
    """Give the form in which spellings of a month are compared: no case, accent or dot."""
    bare = unicodedata.normalize("NFKD", word.casefold())
    return "".join(sign for sign in bare if sign.isalpha())


MONTHS = {
    month_key(word): number
    for number, words in enumerate(re.split(r"\n(?=\S)", _SPELLINGS.strip()), start=1)
    for word in words.split()
}
"""Spelling (see `month_key`) -> number of the month."""
