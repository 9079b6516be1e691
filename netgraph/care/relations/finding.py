"""Who they are to you: each contact's relations, with the evidence for each."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care.relations._circles import in_circles
from netgraph.care.relations._columns import said_by_columns, said_by_notes
from netgraph.care.relations._employers import shared_employers, work_addresses
from netgraph.care.relations._favours import introduced, mentored_there, recommended
from netgraph.care.relations._labels import (
    labels_of,
    names_of_yours,
    naming_a_place,
    said_by_labels,
)
from netgraph.care.relations._memberships import shared_clubs, shared_schools
from netgraph.care.relations._missing import missing
from netgraph.care.relations._own import read_own
from netgraph.care.relations._pieces import together
from netgraph.care.relations._recruiters import recruiters
from netgraph.care.relations._related import related_on_cards
from netgraph.care.relations._said import COLUMN, your_word
from netgraph.looking_back import look_back_from
from netgraph.own_word import RELATIONS

if TYPE_CHECKING:
    from netgraph.care.relations._own import Own
    from netgraph.care.relations._said import Said
    from netgraph.contacts import Contacts

GRADES = ("stated", "observed", "inferred")
"""Your own word; what a file tells; what is concluded from it. The surest first."""

_CLOSEST = (
    "family", "friend", "mentor", "mentee", "client", "partner", "colleague", "community", "alumni",
    "former", "recruiter",
)  # fmt: skip
"""Which of several relations counts first, if they are equally sure."""

_SHOWN = 4


def find_relations(contacts: Contacts, *, now: pd.Timestamp | str | None = None) -> pd.DataFrame:
    """Tell of each contact what they are to you, and by what evidence.

    Parameters
    ----------
    contacts
        After `resolve` and `classify`. Each kind of evidence is used where there
        is any: shared employers, schools, associations and volunteering; labels,
        tags and titles of group conversations, in eight languages or by the name
        of a place of yours; groups most of whom are known from one place; cards
        that name a spouse or a manager; columns such as ``Lifecycle Stage``; titles
        of recruiters; outcomes of introductions; recommendations among colleagues.
        The column ``relations_said`` of people is your own word (``mentor; not
        recruiter``) and overrules all of them.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).

    Returns
    -------
    pandas.DataFrame
        A row per person and relation, in the order of people and of
        `netgraph.RELATIONS`; several may hold of one person, and of those of whom
        nothing is known there is no row. ``person_id``; ``name``; ``relation`` (code);
        ``present``: whether it holds today, of colleagues and communities where that
        is known, else NA; ``grade``: ``stated`` (your own word or tag), ``observed``
        (a file tells) or ``inferred`` (concluded); ``evidence``, in words.

        ``attrs``: ``now``; ``people``, how many contacts there are; ``unknown``, of how
        many nothing is known; ``missing``: relation -> why it cannot be told from these
        files, and which export would tell; ``not_understood``: your words that are no
        relation.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    LinkedIn exports no schools and no former employers of your contacts: alumni and
    communities show in group conversations, labels and introductions alone. A
    company in Connections.csv is the present one; whether somebody was there when
    you were is told by the day on which you connected.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "company": ["Acme", "ACME Inc."],
    ...                        "is_ego": [True, False]}, index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> row = find_relations(Contacts(people=people, ties=ties)).iloc[0]
    >>> row["relation"], bool(row["present"]), row["evidence"]
    ('colleague', True, 'works at ACME Inc., as you do')
    """
    last = look_back_from(contacts, now)
    own = read_own(contacts, last)
    said = your_word(contacts)
    carried = labels_of(contacts, own)
    pieces = _all_pieces(contacts, own, carried)
    known = _acquainted(contacts)
    pieces = pieces[pieces["person_id"].isin(known)]
    relations = _fold(contacts, _overruled(pieces, said))
    relations.attrs.update(
        now=last,
        people=len(known),
        unknown=len(known) - int(known.isin(relations["person_id"]).sum()),
        missing=missing(contacts, own, set(relations["relation"])),
        not_understood=said.not_understood,
    )
    return relations


def main_relation(relations: pd.DataFrame) -> pd.Series:
    """Choose of each person's relations the one that counts.

    The surest counts: your own word, then what a file tells, then what is
    concluded. Of equally sure ones the closest: family, friend, mentor, mentee,
    client, partner, colleague, community, alumni, former colleague, recruiter.

    Parameters
    ----------
    relations
        As `find_relations` gives them.

    Returns
    -------
    pandas.Series
        Index person_id, the code of a relation; those without any are not in it.

    Examples
    --------
    >>> rows = pd.DataFrame({"person_id": ["ann", "ann"], "relation": ["alumni", "friend"],
    ...                      "present": None, "grade": "observed"})
    >>> main_relation(rows).to_dict()
    {'ann': 'friend'}
    """
    former = (relations["relation"] == "colleague") & (~relations["present"].astype("boolean"))
    code = relations["relation"].mask(former.fillna(False).astype(bool), "former")
    ranked = relations.assign(
        sure=relations["grade"].map({grade: rank for rank, grade in enumerate(GRADES)}),
        close=code.map({code: rank for rank, code in enumerate(_CLOSEST)}),
    )
    ranked = ranked.sort_values(["sure", "close"], kind="stable").drop_duplicates("person_id")
    main: pd.Series = ranked.sort_index().set_index("person_id")["relation"]
    return main.rename("main_relation")


def _all_pieces(contacts: Contacts, own: Own, carried: pd.DataFrame) -> pd.DataFrame:
    """Ask every rule, then those that conclude from what the others found."""
    names = names_of_yours(contacts, own)
    colleagues = together([shared_employers(contacts, own), work_addresses(contacts, own)])
    found = together(
        [
            colleagues,
            shared_schools(own),
            shared_clubs(own),
            said_by_labels(carried, own, names),
            related_on_cards(contacts, own),
            said_by_columns(contacts, own),
            said_by_notes(contacts, own),
            introduced(contacts, own),
            recruiters(contacts, own),
            recommended(contacts, own, colleagues),
        ]
    )
    groups = in_circles(carried, found, own, naming_a_place(carried, names))
    found = together([found, groups])
    return together([found, mentored_there(contacts, own, found)])


def _acquainted(contacts: Contacts) -> pd.Index:
    """List those with a tie to you, an exchange or an introduction; an invitation is neither."""
    people, ego, acts = contacts.people, contacts.ego, contacts.interactions
    known = np.zeros(len(people), dtype=bool)
    for rows, one, other in (
        (contacts.ties, "source", "target"),
        (acts[acts["kind"] != "invitation"], "source", "target"),
        (contacts.introductions, "introduced", "introduced_to"),
    ):
        for here, there in ((one, other), (other, one)):
            theirs = rows.loc[rows[here] == ego, there].dropna().unique()
            known[people.index.get_indexer(pd.Index(theirs))] = True
    if COLUMN in people:
        known |= people[COLUMN].notna().to_numpy()
    acquainted: pd.Index = people.index[known & ~people["is_ego"].to_numpy()]
    return acquainted


def _overruled(pieces: pd.DataFrame, said: Said) -> pd.DataFrame:
    """Put your own word in front, and leave out what you denied."""
    every = together([said.pieces, pieces])
    pairs = pd.MultiIndex.from_frame(every[["person_id", "relation"]])
    return every[~pairs.isin(said.denied) | (every["grade"] == "stated").to_numpy()]


def _fold(contacts: Contacts, pieces: pd.DataFrame) -> pd.DataFrame:
    """Make one row of all pieces for one person and relation, the surest first."""
    people = contacts.people
    order = pd.DataFrame(
        {
            "person": people.index.get_indexer(pd.Index(pieces["person_id"])),
            "code": pieces["relation"].map({code: n for n, code in enumerate(RELATIONS)}),
            "sure": pieces["grade"].map({grade: n for n, grade in enumerate(GRADES)}),
        },
        index=pieces.index,
    )
    pieces = pieces.join(order).sort_values(["person", "code", "sure"], kind="stable")
    pieces = pieces.drop_duplicates(["person", "code", "evidence"])
    rows = pieces.groupby(["person", "code"], sort=False)
    folded = rows[["person_id", "relation", "grade"]].first()
    folded["present"] = rows["present"].max()  # True where one piece says so
    folded["evidence"] = rows["evidence"].first()
    several = pieces[pieces.duplicated(["person", "code"], keep=False)]
    if len(several):
        listed = several.groupby(["person", "code"])["evidence"].agg(_listed)
        folded.loc[listed.index, "evidence"] = listed
    folded.insert(1, "name", people["name"].reindex(folded["person_id"]).to_numpy())
    columns = ["person_id", "name", "relation", "present", "grade", "evidence"]
    return folded[columns].reset_index(drop=True)


def _listed(evidence: pd.Series) -> str:
    told = evidence.tolist()
    more = [f"and {len(told) - _SHOWN} more"] if len(told) > _SHOWN else []
    return "; ".join(told[:_SHOWN] + more)
