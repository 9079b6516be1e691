"""The words in which you tell of people by hand: relations, contacts, what became of advice."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

RELATIONS: Mapping[str, str] = {
    "colleague": "Colleague",
    "community": "Professional community",
    "alumni": "Fellow student",
    "friend": "Friend",
    "family": "Family",
    "client": "Client or supplier",
    "partner": "Partner",
    "mentor": "Mentor",
    "mentee": "Mentee",
    "recruiter": "Recruiter",
}
"""What somebody can be to you: code -> in words. Several may hold."""


class Noted(NamedTuple):
    """How a contact that was noted by hand stands among the interactions.

    Attributes
    ----------
    kind, channel
        As in ``contacts.interactions``.
    by
        Who began it, where that is not said: ``me`` or ``them``.
    either
        Whether the other may have begun it too.
    """

    kind: str
    channel: str
    by: str = "me"
    either: bool = False


CONTACTS_NOTED: Mapping[str, Noted] = {
    "met": Noted("meeting", "in_person"),
    "called": Noted("call", "phone", either=True),
    "wrote": Noted("message", "noted", either=True),
    "gave": Noted("favour", "noted"),
    "received": Noted("favour", "noted", by="them"),
}
"""What you can note that took place: word -> how it counts."""

NOTED_TIE = "noted"
"""The kind of a tie to somebody with whom you noted a contact; a letter alone makes none."""

_KINDS = {noted.kind for noted in CONTACTS_NOTED.values()}
_CHANNELS = {noted.channel for noted in CONTACTS_NOTED.values()}


def is_noted(interactions: pd.DataFrame) -> pd.Series[bool]:
    """Tell which events were noted by hand: they say nothing of how far the files reach.

    Examples
    --------
    >>> import pandas as pd
    >>> is_noted(pd.DataFrame({"kind": ["meeting"] * 2,
    ...                        "channel": ["in_person_possible", "in_person"]})).tolist()
    [False, True]
    """
    return interactions["kind"].isin(_KINDS) & interactions["channel"].isin(_CHANNELS)


STATES = ("done", "skipped", "snoozed", "open")
"""What can become of advice; ``open`` takes back what was said before."""
