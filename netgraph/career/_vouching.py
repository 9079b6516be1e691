"""What others did to vouch for you: recommendations, and skills that they confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from netgraph.contacts import Contacts


def vouching_acts(contacts: Contacts, ego: str | None) -> pd.DataFrame:
    """List recommendations of you and endorsements of your skills.

    Parameters
    ----------
    contacts
        With ``skills`` and ``interactions``.
    ego
        You.

    Returns
    -------
    pandas.DataFrame
        ``person_id`` (who), ``at``, ``what`` (the skill; NA of a recommendation), ``kind``,
        and ``key``, the skill so that case and blanks do not matter.
    """
    praised = contacts.interactions
    praised = praised[(praised["kind"] == "recommendation") & (praised["target"] == ego)]
    skilled = contacts.skills
    skilled = skilled[(skilled["kind"] == "endorsement") & (skilled["person_id"] == ego)]
    skilled = skilled.dropna(subset=["source_id", "skill"])
    one = pd.DataFrame({"person_id": praised["source"], "at": praised["at"], "what": None})
    two = pd.DataFrame(
        {"person_id": skilled["source_id"], "at": skilled["at"], "what": skilled["skill"]}
    )
    one, two = one.assign(kind="recommendation"), two.assign(kind="endorsement")
    rows = pd.concat([one.astype({"what": "str"}), two], ignore_index=True)
    rows["key"] = rows["what"].fillna("").str.casefold().str.split().str.join(" ")
    return rows
