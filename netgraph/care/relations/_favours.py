"""What recommendations and introductions tell: mentors, mentees, friends, partners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.care.relations._pieces import Piece, gather
from netgraph.domains import SENIORITY

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_OUTCOMES = {
    "friend": ("friend", "observed", "made a friend"),
    "customer": ("client", "inferred", "made one of you the other's customer"),
    "collaborating": ("partner", "inferred", "led to working together"),
}
_MENTORING = r"mentor"
_LEVEL = {code: rank for rank, code in enumerate(SENIORITY)}


def recommended(contacts: Contacts, own: Own, colleagues: pd.DataFrame) -> pd.DataFrame:
    """Conclude mentors and mentees: a recommendation among colleagues, down the ladder.

    Who recommends you, shares an employer with you and stands above you may have
    guided you; whom you recommend there and who stands below, you. Both are
    concluded, and said so.
    """
    acts = contacts.interactions
    acts = acts[acts["kind"] == "recommendation"]
    steps = _steps_above(contacts, own, acts[["source", "target"]])
    worked = set(colleagues["person_id"])
    pieces: list[Piece] = []
    for source, target in acts[["source", "target"]].drop_duplicates().to_numpy():
        received = target == own.ego
        other = source if received else target
        if own.ego not in {source, target} or other not in worked:
            continue
        above = steps.get(other, 0.0)
        if received and above > 0:
            evidence = "recommended you, shares an employer with you and stands above you"
            pieces.append((other, "mentor", None, "inferred", "mentor", evidence))
        elif not received and above < 0:
            evidence = "was recommended by you, shares an employer with you and stands below you"
            pieces.append((other, "mentee", None, "inferred", "mentee", evidence))
    return gather(pieces)


def introduced(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Read the outcomes and contexts of introductions between you and somebody."""
    rows = contacts.introductions
    ends = rows[["introduced", "introduced_to"]]
    rows = rows[(ends == own.ego).any(axis=1) & rows["introduced"].notna()]
    steps = _steps_above(contacts, own, ends.loc[rows.index])
    pieces: list[Piece] = []
    told = rows[["introduced", "introduced_to", "date", "outcome", "context"]]
    for one, two, date, outcome, context in told.to_numpy():
        other = two if one == own.ego else one
        if not isinstance(other, str) or other == own.ego:
            continue
        when = f" of {date[:4]}" if isinstance(date, str) else ""
        if outcome in _OUTCOMES:
            relation, grade, became = _OUTCOMES[outcome]
            evidence = f"the introduction{when} {became}, as you noted"
            pieces.append((other, relation, None, grade, relation, evidence))
        if isinstance(context, str) and _MENTORING in context.casefold():
            above = steps.get(other, 0.0)
            if above:
                relation = "mentor" if above > 0 else "mentee"
                evidence = f"the introduction{when} was about {context!r}"
                pieces.append((other, relation, None, "inferred", relation, evidence))
    return gather(pieces)


def mentored_there(contacts: Contacts, own: Own, pieces: pd.DataFrame) -> pd.DataFrame:
    """Conclude mentees: the beginners of a place where your own role is that of a mentor."""
    roles = own.stays[own.stays["role"].fillna("").str.contains(_MENTORING, case=False)]
    beginners = contacts.people.index[contacts.people["seniority"] == next(iter(SENIORITY))]
    found = pieces[pieces["circle"].isin(roles["key"]) & pieces["person_id"].isin(beginners)]
    place = roles.drop_duplicates("key").set_index("key")["organisation"]
    return gather(
        (person, "mentee", None, "inferred", "mentee",
         f"is a beginner whom you know from {place[key]}, where your role is that of a mentor")
        for person, key in found[["person_id", "circle"]].drop_duplicates().to_numpy()
    )  # fmt: skip


def _steps_above(contacts: Contacts, own: Own, pairs: pd.DataFrame) -> dict[str, float]:
    """Tell by how many levels each of some stands above you, where both are known."""
    named = contacts.people.index.isin(pairs.to_numpy().ravel())
    level = contacts.people.loc[named, "seniority"].map(_LEVEL).dropna().astype("float64")
    if own.ego is None or own.ego not in level.index:
        return {}
    steps = level - float(level[own.ego])
    return dict(zip(steps.index.astype(str), steps.tolist(), strict=True))
