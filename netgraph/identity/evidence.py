"""What speaks for and against two records being one person, in log-odds that add up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import pandas as pd

from netgraph.identity.addresses import FAMILY, INITIAL, bears_name, is_role
from netgraph.identity.commonness import rarity, share_of_people
from netgraph.identity.companies import same_company
from netgraph.identity.records import typed, with_keys

if TYPE_CHECKING:
    from collections.abc import Callable

    from netgraph.identity.records import Records

EMAIL, PHONE, PROFILE, ROLE = 8.0, 6.0, 9.0, 2.0
_EACH_MORE = 1.5
_SHARED_PHONE = 3
_LEAST_SHARED = 1.5
OTHER_COMPANY, OTHER_TITLE, SAME_BOOK, KNOW_EACH_OTHER, TWO_PROFILES = -1.2, -1.5, -1.5, -2.0, -7.0
_LOCAL = {FAMILY: 0.4, INITIAL: 1.2}
_LOCAL_FULL = 1.4
_AGREE = {"company": 0.7, "title": 0.4, "place": 0.6, "group": 0.4}
_BOUNDS = {"company": (0.8, 4.5), "title": (0.3, 2.0), "place": (0.2, 1.5), "group": (0.2, 1.2)}


class Piece(NamedTuple):
    """One kind of evidence: its name as a column, and what it is called.

    ``{}`` stands for what is shared.
    """

    column: str
    text: str


FOR_OR_AGAINST: Final = (
    Piece("email", "same email: {}"),
    Piece("phone", "same phone: {}"),
    Piece("profile", "same profile: {}"),
    Piece("company", "same company: {}"),
    Piece("local", "the address bears the name: {}"),
    Piece("title", "same title: {}"),
    Piece("place", "same place: {}"),
    Piece("group", "same group: {}"),
    Piece("other_company", "different companies: {}"),
    Piece("other_title", "different titles: {}"),
    Piece("book", "both stand in one address book: {}"),
    Piece("tie", "the files tell of both, and of something between them{}"),
    Piece("two_profiles", "two LinkedIn profiles{}"),
)
"""Everything but the name, in the order in which it is told."""
IDENTIFIERS: Final = ("email", "phone", "profile")


def weigh(records: Records, pairs: pd.DataFrame, between: set[tuple[int, int]]) -> pd.DataFrame:
    """Weigh all evidence but the name.

    Parameters
    ----------
    records
        Folded: a record a person.
    pairs
        Columns ``a`` and ``b``, records that stand for people, ``a < b``.
    between
        Pairs of people of whom the files tell a tie or an event between them.

    Returns
    -------
    pandas.DataFrame
        `pairs` with a column of log-odds for each `Piece`, 0 where it says
        nothing, and one ``<piece>_at`` that tells what is shared.
    """
    pairs = pairs.reset_index(drop=True).copy()
    for piece in FOR_OR_AGAINST:
        pairs[piece.column] = 0.0
        pairs[f"{piece.column}_at"] = pd.Series("", index=pairs.index, dtype="object")
    features = records.features
    _put(pairs, "email", shared(pairs, features["emails"]), _of_email(features["emails"]))
    _put(pairs, "phone", shared(pairs, features["phones"]), _of_phone(features["phones"]))
    profile = shared(pairs, features["profiles"])
    _put(pairs, "profile", profile, pd.Series(PROFILE, index=profile["value"].unique()))
    for column, feature in (("title", "titles"), ("place", "places"), ("group", "groups")):
        both = shared(pairs, features[feature])
        if len(both):
            _put(pairs, column, both, _rare(column, features[feature], records))
    _employers(pairs, records)
    _address_words(pairs, records)
    _against(pairs, records, between)
    return pairs


def shared(pairs: pd.DataFrame, table: pd.DataFrame) -> pd.DataFrame:
    """Find what both of a pair have: columns ``pair`` (its row) and ``value``."""
    if table.empty or pairs.empty:
        return typed((), pair="int64", value="object")
    ours = pairs[["a", "b"]].assign(pair=pairs.index)
    rows = ours.merge(table.rename(columns={"record": "a"}), on="a")
    rows = rows.merge(table.rename(columns={"record": "b"}), on=["b", "value"])
    return rows[["pair", "value"]]


def _put(pairs: pd.DataFrame, column: str, found: pd.DataFrame, weights: pd.Series) -> None:
    """Write the weightiest of what a pair shares into its row."""
    if found.empty:
        return
    found = found.assign(weight=found["value"].map(weights).astype(float))
    best = found.sort_values(["weight", "value"], ascending=[False, True]).drop_duplicates("pair")
    pairs.loc[best["pair"], column] = best["weight"].to_numpy()
    pairs.loc[best["pair"], f"{column}_at"] = best["value"].astype("object").to_numpy()


def _of_email(emails: pd.DataFrame) -> pd.Series:
    """Weigh each address: less, the more people use it; little if it is an office's."""
    people = emails.groupby("value")["record"].nunique()
    weights = (EMAIL - _EACH_MORE * (people - 2).clip(lower=0)).clip(lower=_LEAST_SHARED)
    office = people.index.map(is_role).to_numpy(dtype=bool)
    return weights.where(~office, ROLE)


def _of_phone(phones: pd.DataFrame) -> pd.Series:
    people = phones.groupby("value")["record"].nunique()
    fewer = _EACH_MORE * (people - _SHARED_PHONE).clip(lower=0)
    return (PHONE - fewer).clip(lower=_LEAST_SHARED)


def _rare(column: str, values: pd.DataFrame, records: Records) -> pd.Series:
    shares = share_of_people(values, records)
    least, most = _BOUNDS[column]
    weights = rarity(shares.to_numpy(float), agreeing=_AGREE[column], least=least, most=most)
    return pd.Series(weights, index=shares.index)


def _employers(pairs: pd.DataFrame, records: Records) -> None:
    """Weigh employers: told as such, or by the domain of an address."""
    companies = with_keys(records.features["companies"])
    keyed = companies[["record", "key"]].rename(columns={"key": "value"})
    labels = records.features["labels"]
    both = pd.concat([keyed, labels]).drop_duplicates()
    if both.empty:
        return
    weights = _rare("company", both, records)
    by_domain = shared(pairs[pairs["email"] == 0], both)
    found = pd.concat([shared(pairs, keyed), by_domain]).drop_duplicates()
    _put(pairs, "company", found, weights)
    told = companies.groupby("key")["value"].min().to_dict()
    at = [told.get(value, value) for value in pairs["company_at"]]
    pairs["company_at"] = pd.Series(at, index=pairs.index, dtype="object")
    _nearly_one_company(pairs, companies, weights)
    known = both[both["value"].isin(keyed["value"])]
    employed = set(known["record"])
    open_case = pairs[
        (pairs["company"] == 0) & pairs["a"].isin(employed) & pairs["b"].isin(employed)
    ]
    names: dict[int, str] = {}
    for record, key in known.itertuples(index=False):
        names[record] = min(told[key], names.get(record, told[key]))
    pairs.loc[open_case.index, "other_company"] = OTHER_COMPANY
    pairs.loc[open_case.index, "other_company_at"] = [
        " / ".join(sorted((names[a], names[b])))
        for a, b in open_case[["a", "b"]].itertuples(index=False)
    ]


def _nearly_one_company(pairs: pd.DataFrame, companies: pd.DataFrame, weights: pd.Series) -> None:
    """Find employers that `same_company` takes for one though their keys differ."""
    open_case = pairs.loc[pairs["company"] == 0, ["a", "b"]]
    if open_case.empty or companies.empty:
        return
    ours = companies[["record", "value", "key"]]
    rows = open_case.assign(pair=open_case.index).merge(
        ours.rename(columns={"record": "a"}), on="a"
    )
    rows = rows.merge(ours.rename(columns={"record": "b"}), on="b", suffixes=("", "_b"))
    spellings = rows[["value", "value_b"]].drop_duplicates()
    alike = np.array(
        [same_company(one, other) for one, other in spellings.itertuples(index=False)], dtype=bool
    )
    rows = rows.merge(spellings[alike], on=["value", "value_b"])
    if not rows.empty:
        found = rows.assign(at=rows["value"], value=rows["key"])
        _put(pairs, "company", found[["pair", "value"]], weights)
        texts = found.drop_duplicates("pair").set_index("pair")["at"]
        pairs.loc[texts.index, "company_at"] = texts.to_numpy(dtype=object)


def _address_words(pairs: pd.DataFrame, records: Records) -> None:
    """Weigh addresses of one that bear the name of the other; not where one is shared."""
    emails = records.features["emails"]
    if emails.empty or pairs.empty:
        return
    written = records.named[~records.named["spelled"]][["record", "name"]]
    open_case = pairs.loc[pairs["email"] == 0, ["a", "b"]]
    for owner, other in (("a", "b"), ("b", "a")):
        rows = open_case.assign(pair=open_case.index).merge(
            emails.rename(columns={"record": owner, "value": "address"}), on=owner
        )
        own = written.rename(columns={"record": owner, "name": "own"})
        theirs = written.rename(columns={"record": other, "name": "theirs"})
        rows = rows.merge(own, on=owner).merge(theirs, on=other)
        kinds = rows[["address", "own", "theirs"]].drop_duplicates()
        kinds["borne"] = [
            min(bears_name(address, records.names[a]), bears_name(address, records.names[b]))
            for address, a, b in kinds.itertuples(index=False)
        ]
        rows = rows.merge(kinds[kinds["borne"] > 0], on=["address", "own", "theirs"])
        rows["weight"] = rows["borne"].map(_LOCAL).fillna(_LOCAL_FULL).astype(float)
        best = rows.sort_values(["weight", "address"]).drop_duplicates("pair", keep="last")
        better = best[best["weight"].to_numpy() > pairs.loc[best["pair"], "local"].to_numpy()]
        pairs.loc[better["pair"], "local"] = better["weight"].to_numpy()
        pairs.loc[better["pair"], "local_at"] = better["address"].astype("object").to_numpy()


def _against(pairs: pd.DataFrame, records: Records, between: set[tuple[int, int]]) -> None:
    """Weigh what two people would have who are two."""
    features = records.features
    books = shared(pairs, features["books"])
    _put(pairs, "book", books, pd.Series(SAME_BOOK, index=books["value"].unique()))
    _both_but_other(pairs, "other_title", features["titles"], OTHER_TITLE, _no_common_word)
    pairs.loc[pairs["company"] > 0, "other_title"] = 0.0
    profiles = features["profiles"].groupby("record")["value"].first()
    two = pairs["a"].isin(profiles.index) & pairs["b"].isin(profiles.index)
    pairs.loc[two & (pairs["profile"] == 0), "two_profiles"] = TWO_PROFILES
    if between:
        met = [pair in between for pair in zip(pairs["a"], pairs["b"], strict=True)]
        pairs.loc[met, "tie"] = KNOW_EACH_OTHER


def _both_but_other(
    pairs: pd.DataFrame,
    column: str,
    table: pd.DataFrame,
    weight: float,
    differ: Callable[[str, str], bool],
) -> None:
    """Weigh what both tell, where nothing of it agrees."""
    texts = {record: ", ".join(sorted(rows)) for record, rows in table.groupby("record")["value"]}
    both = pairs.loc[pairs["a"].isin(texts) & pairs["b"].isin(texts), ["a", "b"]]
    told = {
        pair: " / ".join(sorted((texts[a], texts[b])))
        for pair, a, b in both.itertuples()
        if differ(texts[a], texts[b])
    }
    pairs.loc[list(told), column] = weight
    pairs.loc[list(told), f"{column}_at"] = list(told.values())


def _no_common_word(one: str, other: str) -> bool:
    return not set(re.findall(r"\w+", one)) & set(re.findall(r"\w+", other))
