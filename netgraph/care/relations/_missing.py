"""What these files cannot tell, and which export would."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_LABELS = "the labels of an address book (Google Contacts, a phone's vCards) or your own word tell"
_SHEET = ", or a column such as Relationship or Lifecycle Stage in a sheet of your contacts"
_LINKEDIN = "of the LinkedIn archive"


def missing(contacts: Contacts, own: Own, there: set[str]) -> dict[str, str]:
    """Tell of each relation that has no evidence at all why, and what would give it.

    Parameters
    ----------
    contacts, own
        Everybody, and yourself.
    there
        The relations that were found.
    """
    found: dict[str, str] = {}
    if own.of_kind("employer").empty:
        found["colleague"] = (
            f"where you work and worked is not in these files; Positions.csv {_LINKEDIN} tells it"
        )
    elif contacts.people.loc[~contacts.people["is_ego"], "company"].isna().all():
        found["colleague"] = (
            f"where your contacts work is not in these files; Connections.csv {_LINKEDIN} tells it"
        )
    if own.of_kind("school").empty:
        found["alumni"] = (
            f"where you studied is not in these files; Education.csv {_LINKEDIN} tells it"
        )
    else:
        found["alumni"] = _nobodys("studied", "schools")
    if own.of_kind("association", "volunteering").empty:
        found["community"] = (
            "to which associations you belong is not in these files; Organizations.csv and "
            f"Volunteering.csv {_LINKEDIN} tell it, and the titles in messages.csv who else does"
        )
    else:
        found["community"] = _nobodys("belong", "associations")
    for relation in ("friend", "family", "client", "partner", "mentor", "mentee"):
        who = f"nobody is called {RELATIONS[relation].lower()} in these files"
        private = relation in {"friend", "family"}
        found[relation] = f"{who}; {_LABELS}" + ("" if private else _SHEET)
    if contacts.people["title"].isna().all():
        found["recruiter"] = f"no titles are in these files; Connections.csv {_LINKEDIN} has them"
    return {relation: why for relation, why in found.items() if relation not in there}


def _nobodys(verb: str, places: str) -> str:
    return (
        f"where your contacts {verb} is in no export; the labels of an address book and the titles "
        f"of group conversations in messages.csv name {places} of yours"
    )
