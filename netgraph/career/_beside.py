"""Who stands beside somebody out of reach: assistants, chiefs of staff, colleagues."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.identity import company_key

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

NAMED, ASSISTANT, FIELD, HOUSE = "named", "assistant", "same field", "same organisation"

WORTH = {NAMED: 0.8, ASSISTANT: 0.6, FIELD: 0.4, HOUSE: 0.2}
"""How likely somebody beside another can bring you to them: assumptions. Named as their
assistant in an address book; an assistant or chief of staff at their company by title; a
colleague in their field there; any colleague."""

WORDS = {
    NAMED: "named as their assistant in an address book",
    ASSISTANT: "by title an assistant or chief of staff at the same organisation",
    FIELD: "a colleague in the same field at the same organisation",
    HOUSE: "a colleague at the same organisation",
}

_TITLES = re.compile(
    r"\b(?:executive|personal|management|board|ceo|vorstands|geschäftsführungs|direktions)"
    r"[- ]?assist\w*|\b(?:assistant|pa|ea|secretary) to (?:the )?(?:\w+ ){0,4}?"
    r"(?:ceo|cfo|coo|cto|cio|president|chair\w*|director|board|management|head|vp)\b"
    r"|\bchief of staff\b|\bassistenz der (?:geschäftsführung|geschäftsleitung)\b"
    r"|\bassistente? (?:executiv[oa]|di direzione|de direc[çc][ãa]o)\b|\basistente ejecutiv[oa]\b"
    r"|\bassistante? de direction\b|\bdirectiesecretaresse\b|\bvd-assistent\b|\bstabschef\w*\b"
    r"|\bchef de cabinet\b|\bjef[ea] de gabinete\b|\bcap[oa] di gabinetto\b",
    re.IGNORECASE,
)
_ASSISTANTS = ("assistant", "secretary")


def assists_by_title(titles: pd.Series) -> pd.Series[bool]:
    """Tell which titles are those of assistants of a management, or of chiefs of staff.

    Examples
    --------
    >>> titles = ["Executive Assistant", "Chief of Staff", "Assistant Professor"]
    >>> assists_by_title(pd.Series(titles)).tolist()
    [True, True, False]
    """
    return titles.isin([title for title in titles.dropna().unique() if _TITLES.search(title)])


def find_beside(contacts: Contacts, wanted: pd.Index, reach: pd.DataFrame) -> pd.DataFrame:
    r"""Find for each of some people the contact of yours who could best bring you to them.

    .. math:: c = \max_b \; w_b \cdot c_b

    where :math:`c_b` is the chance that a request reaches the contact :math:`b` and
    :math:`w_b` what their place beside the other is worth (`WORTH`).

    Parameters
    ----------
    contacts
        After `classify`.
    wanted
        Whom to reach.
    reach
        As `reach_of` gives it: only direct contacts are asked.

    Returns
    -------
    pandas.DataFrame
        Index person_id, those of `wanted` beside whom somebody stands: ``beside``
        (person_id), ``how`` (a key of `WORTH`), ``chance``.
    """
    people = contacts.people
    known = {name: company_key(name) for name in people["company"].dropna().unique()}
    table = pd.DataFrame({"key": people["company"].map(known), "domain": people["domain"]})
    near = reach[reach["hops"] == 1]
    beside = table.reindex(near.index).assign(
        chance=near["chance"], assists=assists_by_title(people["title"].reindex(near.index))
    )
    beside = beside.dropna(subset=["key"]).sort_values("chance", ascending=False, kind="stable")
    targets = table.loc[table.index.isin(wanted)].dropna(subset=["key"])
    found = [
        _named(contacts, wanted, near),
        _best(targets, beside[beside["assists"]], ["key"], ASSISTANT),
        _best(targets, beside.dropna(subset=["domain"]), ["key", "domain"], FIELD),
        _best(targets, beside, ["key"], HOUSE),
    ]
    rows = pd.concat(found, ignore_index=True)
    rows["chance"] *= rows["how"].map(WORTH).astype(float)
    rows = rows.sort_values("chance", ascending=False, kind="stable").drop_duplicates("person_id")
    return rows.set_index("person_id")[["beside", "how", "chance"]]


def _best(targets: pd.DataFrame, beside: pd.DataFrame, keys: list[str], how: str) -> pd.DataFrame:
    """Give each target the best of a group who is somebody else."""
    place = beside.groupby(keys).cumcount()
    two = beside[place < 2].reset_index(names="beside")[["beside", "chance", *keys]]  # noqa: PLR2004
    pairs = targets.reset_index(names="person_id")[["person_id", *keys]].merge(two, on=keys)
    pairs = pairs[pairs["person_id"] != pairs["beside"]].drop_duplicates("person_id")
    return pairs[["person_id", "beside", "chance"]].assign(how=how)


def _named(contacts: Contacts, wanted: pd.Index, near: pd.DataFrame) -> pd.DataFrame:
    """Find assistants whom an address book names on the entry of their principal."""
    ties = contacts.ties
    told = (
        ties["relation"] if "relation" in ties else pd.Series(np.nan, index=ties.index, dtype="str")
    )
    named = ties[told.isin(_ASSISTANTS)]
    pairs = pd.DataFrame({"person_id": named["source"], "beside": named["target"]})
    pairs = pairs[pairs["person_id"].isin(wanted) & pairs["beside"].isin(near.index)]
    pairs["chance"] = pairs["beside"].map(near["chance"]).astype(float)
    return pairs.assign(how=NAMED)
