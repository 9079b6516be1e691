"""Circles: who takes part in a group most of whom you know from one place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.care.relations._memberships import RELATION_OF, places_of_yours, yours
from netgraph.care.relations._pieces import Piece, gather

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own

LEAST_KNOWN, LEAST_SHARE = 3, 0.5
"""How many of a group must be known from one place, and which part of the group they must be."""

_CIRCLES = ("colleague", "community", "alumni", "friend", "family")


def in_circles(
    carried: pd.DataFrame, pieces: pd.DataFrame, own: Own, named: set[str]
) -> pd.DataFrame:
    """Conclude from a group what its other members are.

    A group that names no place of yours, of which three people and half of all
    are known from one place by other evidence, is of that place; so are the rest,
    as far as one can conclude.

    Parameters
    ----------
    carried
        As `labels_of` gives them.
    pieces
        What the other rules found.
    own
        Yourself.
    named
        Labels that name a place by themselves.
    """
    groups = carried[~carried["is_tag"] & ~carried["label"].isin(named)]
    known = pieces[pieces["relation"].isin(_CIRCLES)]
    known = known[["person_id", "relation", "circle"]].drop_duplicates()
    size = groups.groupby("label")["person_id"].size().rename("size")
    met = groups.merge(known, on="person_id")
    count = met.groupby(["label", "relation", "circle"]).size().rename("known").reset_index()
    count = count.join(size, on="label")
    count = count[(count["known"] >= LEAST_KNOWN) & (count["known"] >= LEAST_SHARE * count["size"])]
    members = groups[["person_id", "label"]].merge(count, on="label")
    told = members.merge(known, how="left", indicator=True)
    told = told[told["_merge"] == "left_only"]
    places = {
        (str(stay["key"]), RELATION_OF[stay["kind"]]): stay
        for _, stay in places_of_yours(own).iterrows()
    }
    columns = ["person_id", "label", "relation", "circle", "known", "size"]
    return gather(_piece(*row, places=places) for row in told[columns].to_numpy().tolist())


def _piece(  # noqa: PLR0913, PLR0917 - a row of a table
    person: str,
    label: str,
    relation: str,
    circle: str,
    known: int,
    size: int,
    *,
    places: dict[tuple[str, str], pd.Series],
) -> Piece:
    stay = places.get((circle, relation))
    whence = f"from {yours(stay)}" if stay is not None else f"as {_MANY[relation]}"
    evidence = f"is in {label!r}, where {known} of {size} are known {whence}"
    over = stay is not None and not stay["present"] and stay["kind"] != "school"
    return person, relation, False if over else None, "inferred", circle, evidence


_MANY = {
    "colleague": "colleagues",
    "community": "members of a community",
    "alumni": "alumni",
    "friend": "friends",
    "family": "family",
}
