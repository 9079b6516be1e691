"""Give and take: what you gave each person, what they gave you, and who owes whom."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care._giving import what_to_give
from netgraph.care._ledger import GIFTS, columns, count_acts, find_acts, known_columns
from netgraph.care._ledger_words import needs, owed, sum_up, tell_person
from netgraph.care.exchanges import acquainted, find_exchanges

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

WORTH: Mapping[str, float] = MappingProxyType(
    {
        "messages": 1.0,  # the unit: some minutes of attention
        "invitations": 0.5,  # a click that offers to stay in touch
        "endorsements": 1.0,  # a click, but in public and under one's name
        "favours": 10.0,  # what one troubles to note took about an hour
        "introductions": 10.0,  # one's own name, lent to two people
        "recommendations": 20.0,  # an hour of writing, in public, that stays
    }
)
"""What a gift counts, in letters: an assumption from the time and the standing that it costs."""

CLEAR = 1 / 3
"""From this balance on one side gave more: at least twice as much as the other."""

LEAST = 4.0
"""Of less than so many letters' worth, all told, nobody keeps account."""


def reciprocity(contacts: Contacts, *, now: pd.Timestamp | str | None = None) -> pd.DataFrame:
    r"""Keep account of what you and each contact gave: who gave more, and what you could give.

    .. math:: B = \frac{G - R}{G + R}, \qquad G = \sum_k w_k g_k, \quad R = \sum_k w_k r_k

    where :math:`g_k` and :math:`r_k` count what you gave and received of each kind
    :math:`k`, and :math:`w_k` is its worth in letters
    (`netgraph.care.reciprocity.WORTH`): message and mail to at most three people 1,
    invitation 0.5, endorsement 1, favour noted by hand 10, introduction 10,
    recommendation 20. A meeting or a call is given by both, and counts for neither.
    Not to be taken for `netgraph.metrics.reciprocity`, a measure of a directed graph.

    Parameters
    ----------
    contacts
        With ``interactions`` and ``introductions``.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`). What has no date counts too.

    Returns
    -------
    pandas.DataFrame
        Index person_id, everybody with a tie to you or of whom an act is known.
        ``name``; for each of ``messages``, ``invitations``, ``endorsements``,
        ``favours``, ``introductions``, ``recommendations`` a count ``_given`` and one
        ``_received`` (NA where no file tells of it, which is not 0); ``given`` and
        ``received`` in letters' worth; ``balance``, from -1 (all from them) to 1 (all from
        you), NaN where nothing passed; ``gave_more``: ``you``, ``they`` (twice as much as
        the other, or more), ``even``, ``depends`` (counted one by one it is the other way
        round, so it depends on what a gift is worth), ``little`` (under four letters'
        worth), ``nothing``, ``unknown``; ``says``; ``you_owe`` and ``they_owe``, what was
        never returned; ``could_give``, what you could give now, ``giving``, of which
        kind that is (``reply``, ``recommendation``, ``favour``, ``endorsement``,
        ``introduction``), and ``evidence`` for it. Whom you hid gets no suggestion.

        ``attrs``: ``totals``, a dict per kind: ``gift``, ``given``, ``received``,
        ``given_to`` and ``received_from`` (people), ``worth``; ``says``; ``needs``, what is
        not known and which export would tell; ``now``, ``undated``, ``later``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    Files see a part: a favour that nobody noted and a coffee that was paid are in none.
    A relation that is even every week is a trade; over years it should be even.

    References
    ----------
    .. [1] Gouldner, A. W. (1960). The norm of reciprocity: a preliminary statement.
       *American Sociological Review* 25, 161-178.
    .. [2] Flynn, F. J. (2003). How much should I give and how often? The effects of
       generosity and frequency of favor exchange on social status and productivity.
       *Academy of Management Journal* 46, 539-553.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> told = pd.DataFrame({"source": ["ego", "ann"], "target": ["ann", "ego"],
    ...                      "kind": ["favour", "recommendation"]})
    >>> found = reciprocity(Contacts(people=people, interactions=told))
    >>> found[["given", "received", "gave_more", "you_owe"]].values.tolist()
    [[10.0, 20.0, 'they', 'a recommendation']]
    """
    events, told = find_exchanges(contacts, now)
    acts = find_acts(contacts, events, told["now"])
    counted = count_acts(acts)
    known = known_columns(contacts, counted)
    people = acquainted(contacts, pd.concat([events[["other"]], acts[["other"]]]))
    place = contacts.people.index.get_indexer(people)
    ledger = counted.reindex(place, fill_value=0).set_axis(people)
    found = _weighed(ledger, known)
    found.insert(0, "name", contacts.people["name"].reindex(people))
    found["says"] = tell_person(found)
    found["you_owe"], found["they_owe"] = owed(found, "received"), owed(found, "given")
    found = found.join(what_to_give(contacts, found, acts, events, told["now"]))
    found = found.rename_axis("person_id")
    totals = _totals(found)
    found.attrs.update(told | {"totals": totals, "needs": needs(known)})
    found.attrs["says"] = sum_up(found, totals)
    return found


def _weighed(ledger: pd.DataFrame, known: list[str]) -> pd.DataFrame:
    """Weigh what is known, and tell who gave more."""
    found = ledger.astype("Int64")
    for column in columns():
        if column not in known:
            found[column] = pd.array([pd.NA] * len(found), dtype="Int64")
    for way in ("given", "received"):
        worth = sum((ledger[f"{gift}_{way}"] * WORTH[gift] for gift in GIFTS), start=0.0)
        found[way] = worth if known else np.nan
    found["balance"] = _balance(found["given"], found["received"])
    each = [
        ledger[[f"{gift}_{way}" for gift in GIFTS]].sum(axis=1) for way in ("given", "received")
    ]
    found["gave_more"] = _who_gave_more(found, _balance(*each))
    return found


def _balance(given: pd.Series, received: pd.Series) -> pd.Series:
    whole = given + received
    balance: pd.Series = (given - received) / whole.where(whole > 0)
    return balance


def _who_gave_more(found: pd.DataFrame, one_by_one: pd.Series) -> NDArray[np.str_]:
    """Tell who gave more, and whether that depends on what gifts are worth."""
    whole, balance = found["given"] + found["received"], found["balance"]
    other_way = (np.sign(balance) != np.sign(one_by_one)) & (one_by_one.abs() >= CLEAR)
    clear = balance.abs() >= CLEAR - 1e-12
    rules = [
        whole.isna(),
        whole == 0,
        whole < LEAST,
        clear & other_way,
        clear & (balance > 0),
        clear,
    ]
    return np.select(rules, ["unknown", "nothing", "little", "depends", "you", "they"], "even")


def _totals(found: pd.DataFrame) -> list[dict[str, Any]]:
    """Sum up each kind of gift; None where no file tells of it."""
    totals: list[dict[str, Any]] = []
    for gift in GIFTS:
        row: dict[str, Any] = {"gift": gift}
        for way, people in (("given", "given_to"), ("received", "received_from")):
            counts = found[f"{gift}_{way}"]
            known = bool(counts.notna().any())
            row[way] = int(counts.sum()) if known else None
            row[people] = int((counts > 0).sum()) if known else None
        totals.append(row | {"worth": WORTH[gift]})
    return totals
