"""Alumni and communities: whoever studied where you did, or belongs where you belong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from netgraph.care.relations._own import NEVER, has_ended, overlap
from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._wording import period

if TYPE_CHECKING:
    from collections.abc import Hashable

    import pandas as pd

    from netgraph.care.relations._own import Own

RELATION_OF = {
    "school": "alumni",
    "association": "community",
    "volunteering": "community",
    "employer": "colleague",
}
"""What somebody is to you whom you know from such a stay of yours."""

_CLUBS = ("association", "volunteering")
_YOURS = {
    "school": "where you studied",
    "association": "to which you belong",
    "volunteering": "where you volunteer",
}
_ONCE_YOURS = {**_YOURS, "association": "to which you belonged", "volunteering": "where you helped"}


def shared_schools(own: Own) -> pd.DataFrame:
    """Find who went to a school of yours, at your time or at another."""
    return _shared(own, ("school",), ("school",))


def shared_clubs(own: Own) -> pd.DataFrame:
    """Find who belongs to an association of yours, helps where you do, or works there."""
    return _shared(own, _CLUBS, (*_CLUBS, "employer"))


def _shared(own: Own, kinds: tuple[str, ...], theirs: tuple[str, ...]) -> pd.DataFrame:
    others = own.theirs[own.theirs["kind"].isin(theirs)]
    pairs = others.merge(own.of_kind(*kinds), on="key", suffixes=("_theirs", ""))
    if pairs.empty:
        return gather(())
    their = pairs[["start_theirs", "end_theirs"]].set_axis(["start", "end"], axis=1)
    dated = their["start"].notna() & pairs["start"].notna()
    pairs["together"] = dated & overlap(their, pairs)
    pairs["apart"] = dated & ~overlap(their, pairs)
    pairs["there"] = ~has_ended(their["end"], own.today)
    pairs = pairs.sort_values(["together", "present"], ascending=False, kind="stable")
    pairs = pairs.drop_duplicates(["person_id", "key"])
    return gather(_piece(told) for told in pairs.to_dict("records"))


def _piece(told: dict[Hashable, Any]) -> Piece:
    kind = told["kind"]
    works = told["kind_theirs"] == "employer"
    is_over = not (told["present"] and told["there"])
    present = None if kind == "school" else False if is_over else None if works else True
    verb = "works at" if works else "studied at" if kind == "school" else "belongs to"
    yours = (_YOURS if told["present"] else _ONCE_YOURS)[kind]
    stay = period(told["start"], told["end"])
    theirs = period(told["start_theirs"], told["end_theirs"])
    when = ", at the same time" if told["together"] else ", at another time" * told["apart"]
    evidence = f"{verb} {told['organisation_theirs']}{theirs}, {yours}{stay}{when}"
    return told["person_id"], RELATION_OF[kind], present, "observed", told["key"], evidence


def places_of_yours(own: Own) -> pd.DataFrame:
    """Give each place of yours once for what people of it are to you, with all its years.

    Two degrees of one university are one place; where you are again, you are.
    """
    stays = own.stays.assign(
        relation=own.stays["kind"].map(RELATION_OF),
        end=own.stays["end"].where(~own.stays["present"], NEVER),
    )
    how = dict.fromkeys(("organisation", "kind"), "first") | {"present": "any", "start": "min"}
    places = stays.groupby(["key", "relation"], sort=False).agg({**how, "end": "max"})
    places["end"] = places["end"].where(places["end"] != NEVER)
    return places.reset_index()


def yours(stay: pd.Series) -> str:
    """Say what an organisation is to you: ``Acme, where you work since 2019``."""
    kind, dates = stay["kind"], period(stay["start"], stay["end"])
    if kind == "employer":
        told = "where you work" if stay["present"] else "where you worked"
    else:
        told = (_YOURS if stay["present"] else _ONCE_YOURS)[kind]
    return f"{stay['organisation']}, {told}{dates}"
