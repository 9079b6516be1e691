"""How your network serves you in each setting, in numbers and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.care.settings._known import read_known
from netgraph.care.settings._words import across, lacking, left_open, why_not_told
from netgraph.care.settings.membership import parts_of
from netgraph.care.settings.parts import SETTINGS, WHOLE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from netgraph.care.settings._known import Known
    from netgraph.contacts import Contacts

_COUNTS = ("people", "fields", "levels", "alive")


def describe_settings(
    contacts: Contacts,
    *,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Hold your network against the three settings in which professional networks serve.

    The *workplace* is who works where you do now. *Career progression* are peers (your
    field and level), seniors (your field, a higher level), mentors, alumni and
    professional community, wherever they work. The *job hunt* is outside your
    organisation: recruiters, people at other companies, former colleagues, and weak
    ties, which are those with an exchange that were never deep (`tie_health`, below 12).

    Parameters
    ----------
    contacts
        After `classify`.
    relations
        As `find_relations` gives them; by default they are found.
    now
        The day to look back from, as `find_relations` takes it.

    Returns
    -------
    pandas.DataFrame
        Index ``setting`` and ``part``, ``all`` first. ``name`` in words; ``people``,
        how many, NA where the files do not tell; ``share`` of all your contacts, from 0
        to 1, NaN likewise; ``fields`` and ``levels``, how many different ones they
        work in and at; ``alive``, how many ties are active, NA where no exchange is
        in the files; ``across``, the fields in words; ``lacks``, what is missing in your
        network; ``untold``, what these files do not tell, and which export would.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    A person counts in every setting and part that fits. Where your own company is not
    known, nobody can be told to be inside, and your colleagues count among the people
    at other companies; ``untold`` says so.

    References
    ----------
    .. [1] Granovetter, M. S. (1973). The strength of weak ties. *American Journal of
       Sociology* 78, 1360-1380.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "company": ["Acme", "ACME", "Hill"],
    ...                        "is_ego": [True, False, False]}, index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    >>> found = describe_settings(Contacts(people=people, ties=ties))["people"]
    >>> int(found["workplace", "all"]), int(found["job_hunt", "other_companies"])
    (1, 1)
    >>> found["workplace", "above"]
    <NA>
    """
    known = read_known(contacts, relations, now)
    members = parts_of(known)
    rows = [row for setting in SETTINGS for row in _rows(setting, known, members)]
    table = pd.DataFrame(rows).set_index(["setting", "part"])
    return table.astype({**dict.fromkeys(_COUNTS, "Int64"), "share": "float64"})


def _rows(
    setting: str, known: Known, members: dict[tuple[str, str], NDArray[np.bool_]]
) -> list[dict[str, Any]]:
    """Describe each part of a setting."""
    people = {part: known.people[members[setting, part]] for part in SETTINGS[setting]}
    reasons = {part: why_not_told(setting, part, known, len(people[part])) for part in people}
    of_parts = [reason for part, reason in reasons.items() if part != WHOLE]
    if setting != "workplace" and all(of_parts):  # it is no more than its parts
        reasons[WHOLE] = of_parts[0]
    counts = {part: None if reasons[part] else len(rows) for part, rows in people.items()}
    return [
        {
            "setting": setting,
            "part": part,
            "name": name,
            **_numbers(people[part], known, is_told=not reasons[part]),
            "across": "" if reasons[part] else across(people[part]["domain"]),
            "lacks": lacking(setting, counts, people[part])
            if part == WHOLE and not reasons[part]
            else "",
            "untold": reasons[part] or left_open(setting, part, people[part], known),
        }
        for part, name in SETTINGS[setting].items()
    ]


def _numbers(people: pd.DataFrame, known: Known, *, is_told: bool) -> dict[str, Any]:
    """Count a part; NA where it cannot be told."""
    if not is_told:
        return {**dict.fromkeys(_COUNTS, pd.NA), "share": float("nan")}
    alive = int((people["state"] == "active").sum())
    return {
        "people": len(people),
        "share": len(people) / len(known.people) if len(known.people) else float("nan"),
        "fields": people["domain"].nunique(),
        "levels": people["seniority"].nunique(),
        "alive": alive if known.someone_wrote else pd.NA,
    }
