"""What the user decided about two people: that they are one, or that they are two."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from netgraph.errors import ContactsError

if TYPE_CHECKING:
    from netgraph.contacts import Contacts
    from netgraph.identity.components import Components

MERGE, APART = "merge", "apart"
COLUMNS = ("one", "other", "verdict")
YOUR_WORD = "you said that they are one"


def check_decisions(decisions: pd.DataFrame) -> None:
    """Refuse a table that lacks a column or tells a verdict that does not exist.

    Raises
    ------
    ContactsError
        It names the column, or the first row and its verdict; its ``faults`` is
        a table of all of them.
    """
    missing = [column for column in COLUMNS if column not in decisions]
    if missing:
        raise _refusal(
            f"the table of decisions has no column {missing[0]!r}",
            [("decisions", column, "this column is missing") for column in missing],
            remedy="Give the columns one, other (ids of people) and verdict (merge or apart)",
        )
    wrong = decisions[~decisions["verdict"].isin([MERGE, APART])]
    if len(wrong):
        raise _refusal(
            f"a decision about {wrong['one'].iloc[0]} has the verdict {wrong['verdict'].iloc[0]!r}",
            [
                ("decisions", one, f"{verdict!r} is no verdict")
                for one, verdict in zip(wrong["one"], wrong["verdict"], strict=True)
            ],
            remedy="Write merge or apart",
        )


def apply_decisions(
    decisions: pd.DataFrame, contacts: Contacts, components: Components
) -> list[tuple[int, int]]:
    """Join and keep apart what the user decided; a later decision counts more.

    Ids that nobody bears are left out: they may come back with the next import.

    Returns
    -------
    list of tuple
        For each merge the record that stays and the one that goes into it.
    """
    number = {str(person): record for record, person in enumerate(contacts.people.index)}
    went = zip(contacts.matches["merged_id"], contacts.matches["person_id"], strict=True)
    now = {gone: number[person] for gone, person in went if person in number} | number
    joined = []
    rows = decisions[list(COLUMNS)].iloc[::-1]
    for one, other, verdict in rows.itertuples(index=False):
        a, b = now.get(one), now.get(other)
        if a is None or b is None or a == b:
            continue
        if verdict == APART:
            components.keep_apart(a, b, decided=True)
        elif not components.are_apart(a, b):
            pair = components.join(a, b)
            joined += [pair] if pair else []
    return joined


def _refusal(reason: str, faults: list[tuple[str, str, str]], *, remedy: str) -> ContactsError:
    error = ContactsError(reason, file="table decisions", remedy=remedy)
    error.faults = pd.DataFrame(faults, columns=["table", "person_id", "reason"])
    return error
