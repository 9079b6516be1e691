"""Colleagues: whoever is, or was, where you are or were, or has an address there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.care.relations._own import has_ended, overlap
from netgraph.care.relations._pieces import Piece, gather
from netgraph.care.relations._wording import period
from netgraph.identity.addresses import employer_label
from netgraph.identity.names import letters

if TYPE_CHECKING:
    from collections.abc import Hashable

    from netgraph.care.relations._own import Own
    from netgraph.contacts import Contacts

_A_YEAR = pd.Timedelta(days=366)  # many connect after they have left


def shared_employers(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Find who works or worked where you do or did.

    Present: both of you are there. Where their stay has no dates, as in LinkedIn's
    Connections.csv, it is the present one, if it is the company that they are
    shown with. Whether you were there at one time is told by their dates, or by
    when you connected; else it is only inferred.
    """
    mine = own.of_kind("employer")
    if mine.empty:
        return gather(())
    pairs = _theirs(contacts, own).merge(mine, on="key", suffixes=("_theirs", ""))
    their = pairs[["start_theirs", "end_theirs"]].set_axis(["start", "end"], axis=1)
    dated = their.notna().any(axis=1)
    pairs = pairs[~dated | overlap(their, pairs)]
    their, dated = their.loc[pairs.index], dated.loc[pairs.index]
    now_at = own.current.reindex(pairs["person_id"]).set_axis(pairs.index)
    moved = now_at.notna() & (now_at != pairs["key"])
    pairs["there"] = ~has_ended(their["end"], own.today) & (dated | ~moved)
    pairs["met_there"] = _connected_within(pairs, own)
    pairs["overlap"] = dated & pairs["start"].notna()
    pairs["present_both"] = pairs["there"] & pairs["present"]
    surest = ["present_both", "overlap", "met_there"]
    pairs = pairs.sort_values(surest, ascending=False, kind="stable")
    pairs = pairs.drop_duplicates(["person_id", "key"])  # you may have been there twice
    return gather(_piece(told) for told in pairs.to_dict("records"))


def work_addresses(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Find whose e-mail address is at an employer of yours."""
    mine = own.of_kind("employer")
    labels: dict[str, tuple[str, bool]] = {}
    for name, key, present in zip(mine["organisation"], mine["key"], mine["present"], strict=True):
        is_there = bool(present) or labels.get(key, ("", False))[1]
        labels[letters(name)] = labels[key] = (key, is_there)
    emails = contacts.identifiers
    emails = emails[(emails["kind"] == "email") & (emails["person_id"] != own.ego)]
    at = emails["value"].map(employer_label, na_action="ignore")
    pieces: list[Piece] = []
    for person, address, label in zip(
        emails["person_id"], emails["value"], at.where(at.isin(list(labels))), strict=True
    ):
        if not isinstance(label, str):
            continue
        key, is_there = labels[label]
        where = own.current.get(person)
        moved = isinstance(where, str) and where != key
        present = False if moved or not is_there else None
        evidence = f"has an address at {address.rpartition('@')[2]}, an employer of yours"
        pieces.append((person, "colleague", present, "observed", key, evidence))
    return gather(pieces)


def _theirs(contacts: Contacts, own: Own) -> pd.DataFrame:
    """Give the stays of others at employers of yours, and who is shown with one of these."""
    stays = own.theirs[own.theirs["kind"] == "employer"]
    stays = stays[["person_id", "key", "organisation", "start", "end"]]
    at = own.current[own.current.isin(own.of_kind("employer")["key"])]
    company = contacts.people["company"].reindex(at.index)
    shown = pd.DataFrame({"person_id": at.index, "key": at.array, "organisation": company.array})
    pairs = ["person_id", "key"]
    fresh = ~pd.MultiIndex.from_frame(shown[pairs]).isin(pd.MultiIndex.from_frame(stays[pairs]))
    theirs = pd.concat([stays, shown[fresh]], ignore_index=True)
    return theirs[theirs["person_id"] != own.ego]


def _connected_within(pairs: pd.DataFrame, own: Own) -> pd.Series:
    """Whether you connected while you were there, or within a year after."""
    since = own.since.reindex(pairs["person_id"]).set_axis(pairs.index)
    start = pd.to_datetime(pairs["start"].str[:4], format="%Y", errors="coerce")
    end = pd.to_datetime(pairs["end"].str[:7], format="ISO8601", errors="coerce")
    within: pd.Series = (since >= start) & (end.isna() | (since <= end + _A_YEAR))
    return within


def _piece(told: dict[Hashable, Any]) -> Piece:
    stay = period(told["start"], told["end"])
    if told["present_both"]:
        evidence = f"works at {told['organisation_theirs']}, as you do{stay}"
        return told["person_id"], "colleague", True, "observed", told["key"], evidence
    theirs = period(told["start_theirs"], told["end_theirs"])
    at = f"{'works' if told['there'] else 'was'} at {told['organisation_theirs']}{theirs}"
    yours = f"you {'are' if told['present'] else 'were'} at {told['organisation']}{stay}"
    if told["overlap"]:
        grade, when = "observed", ", at the same time"
    elif told["met_there"]:
        grade, when = "observed", ", and you connected in that time"
    else:
        grade, when = "inferred", "; whether at the same time is not in the files"
    return told["person_id"], "colleague", False, grade, told["key"], f"{at}; {yours}{when}"
