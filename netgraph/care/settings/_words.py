"""What a setting spans, what it lacks and what the files do not tell, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.care.settings.parts import SETTINGS, WHOLE
from netgraph.domains import DOMAINS, SENIORITY

if TYPE_CHECKING:
    from netgraph.care.settings._known import Known

_MOST = 4
_ABOVE_ALL = ("M", "D", "X")
_NEEDS = {
    ("career", "mentors"): "mentor",
    ("career", "alumni"): "alumni",
    ("career", "community"): "community",
    ("job_hunt", "recruiters"): "recruiter",
    ("job_hunt", "former_colleagues"): "colleague",
}
_BY_FIELD = {"own_field", "other_fields", "peers", "seniors"}
_BY_LEVEL = {"above", "same_level", "below", "peers", "seniors"}
_EMPLOYER = (
    "where you work is not in these files; Positions.csv or Profile.csv of the LinkedIn archive "
    "tells it"
)
_OWN = (
    "your own {} is not known; your title in Positions.csv or Profile.csv of the LinkedIn archive "
    "tells it"
)
_EXCHANGES = (
    "no dated message, mail or meeting is in these files; messages.csv of the LinkedIn archive, a "
    "mailbox or a calendar has them"
)


def why_not_told(setting: str, part: str, known: Known, count: int) -> str:
    """Say why a part cannot be counted, and which export would tell; "" where it can."""
    missing = known.relations.attrs.get("missing", {})
    if setting == "workplace" and not known.works:
        return str(missing.get("colleague", _EMPLOYER))
    if part in _BY_FIELD and known.domain is None:
        return _OWN.format("field")
    if part in _BY_LEVEL and pd.isna(known.level):
        return _OWN.format("level")
    if part == "weak_ties" and not known.someone_wrote:
        return _EXCHANGES
    relation = _NEEDS.get((setting, part))
    return "" if count or relation is None else str(missing.get(relation, ""))


def left_open(setting: str, part: str, people: pd.DataFrame, known: Known) -> str:
    """Say what is not known of a part that can be counted."""
    told = []
    if setting == "job_hunt" and part in {WHOLE, "other_companies"} and not known.works:
        told.append(f"{_EMPLOYER}, so that your colleagues count among these")
    if part == WHOLE:
        told += [
            f"{count:,} of {len(people):,} have no known {word}"
            for word, column in (("field", "domain"), ("level", "seniority"))
            if (count := int(people[column].isna().sum()))
        ]
        if len(people) and not known.someone_wrote:
            told.append(f"whether these ties live is not known: {_EXCHANGES}")
    return "; ".join(told)


def across(domains: pd.Series) -> str:
    """Name the fields that people work in, the most frequent first."""
    counts = domains.dropna().value_counts()
    shown = [f"{DOMAINS.get(str(code), str(code))} {n:,}" for code, n in counts.head(_MOST).items()]
    rest = int(counts.iloc[_MOST:].sum())
    more = [f"{rest:,} in {len(counts) - _MOST} other fields"] if rest else []
    return "; ".join(shown + more)


def lacking(setting: str, counts: dict[str, int | None], people: pd.DataFrame) -> str:
    """Name what a setting lacks: parts without anybody, and at work upper levels and fields.

    Parameters
    ----------
    setting
        Which one.
    counts
        Part -> how many; None where it cannot be told.
    people
        Those of the whole setting.
    """
    told = []
    empty = [SETTINGS[setting][part].partition(":")[0] for part, n in counts.items() if n == 0]
    if empty and not people.empty:
        told.append(f"nobody: {', '.join(empty)}")
    if setting == "workplace" and people["seniority"].notna().any():
        levels = [SENIORITY[code] for code in _ABOVE_ALL if code not in set(people["seniority"])]
        told += [f"nobody at the level {level}" for level in levels]
    if setting == "workplace" and people["domain"].notna().any():
        there = set(people["domain"].dropna())
        told.append(f"people from {len(there)} of {len(DOMAINS)} fields are known")
    return "; ".join(told)
