"""What these files cannot tell, and which export would."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_LABELS = "the labels of an address book (Google Contacts, a phone's vCards) or your own word tell"
_LINKEDIN = "of the LinkedIn archive"


def missing(contacts: Contacts, own: Own, carried: pd.DataFrame) -> dict[str, str]:
    """Tell of each relation that has no evidence at all why, and what would give it."""
    found: dict[str, str] = {}
    groups = not carried.empty
    if own.of_kind("employer").empty:
        found["colleague"] = (
            f"where you work and worked is not in these files; Positions.csv {_LINKEDIN} tells it"
        )
    if own.of_kind("school").empty:
        found["alumni"] = (
            f"where you studied is not in these files; Education.csv {_LINKEDIN} tells it"
        )
    elif not groups:
        found["alumni"] = _nobodys("studied", "schools")
    if own.of_kind("association", "volunteering").empty and not groups:
        found["community"] = (
            "to which associations you belong is not in these files; Organizations.csv and "
            f"Volunteering.csv {_LINKEDIN} tell it, and the titles in messages.csv who else does"
        )
    elif not groups:
        found["community"] = _nobodys("belong", "associations")
    if not groups:
        found.update(dict.fromkeys(("friend", "family"), f"not known from these files; {_LABELS}"))
        sheet = "or a column such as Relationship or Lifecycle Stage in a sheet of your contacts"
        unsaid = f"not known from these files; {_LABELS}, {sheet}"
        found.update(dict.fromkeys(("client", "partner", "mentor", "mentee"), unsaid))
    if contacts.people["title"].isna().all():
        found["recruiter"] = f"no titles are in these files; Connections.csv {_LINKEDIN} has them"
    return found


def _nobodys(verb: str, places: str) -> str:
    return (
        f"where your contacts {verb} is in no export; the labels of an address book and the titles "
        f"of group conversations in messages.csv name {places} of yours"
    )
