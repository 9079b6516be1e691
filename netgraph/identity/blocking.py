"""Which records are worth comparing: those that share part of a name, or an address."""

from __future__ import annotations

from itertools import permutations
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.identity.addresses import local_words
from netgraph.identity.nicknames import groups_of
from netgraph.identity.records import typed, with_keys
from netgraph.identity.spelling import skeleton, sound

if TYPE_CHECKING:
    from collections.abc import Iterator

    from netgraph.identity.names import Name
    from netgraph.identity.records import Records

_MOST = 150
_HEAD, _TAIL = 3, 4
_WORDS = 4


def candidates(records: Records) -> pd.DataFrame:
    """Find the pairs of records that may be one person.

    Two records are compared if they share an e-mail address, a phone number, a
    profile, or a name by sound and the initial of another; or a given name and
    the beginning or end of a family name. Where more than 150 records share
    something, they must share an employer or a second name in full besides: so
    the number of pairs grows with the number of records, not with its square.

    Returns
    -------
    pandas.DataFrame
        Columns ``a`` and ``b``, numbers of records, ``a < b``, each pair once.
        Two rows of one LinkedIn file are never a pair.
    """
    keys = _narrowed(_keys(records), records)
    sizes = keys.groupby("key")["record"].transform("size")
    keys = keys[(sizes > 1) & (sizes <= 2 * _MOST)]
    pairs: pd.DataFrame = keys.merge(keys, on="key")
    pairs = pairs.loc[pairs["record_x"] < pairs["record_y"], ["record_x", "record_y"]]
    pairs = pairs.set_axis(["a", "b"], axis=1).drop_duplicates()
    flags = records.linkedin
    allowed = (flags[pairs["a"].to_numpy()] & flags[pairs["b"].to_numpy()]) == 0
    found: pd.DataFrame = pairs.loc[allowed]
    return found.sort_values(["a", "b"], ignore_index=True)


def _keys(records: Records) -> pd.DataFrame:
    """List what each record may be found by."""
    by_name = [
        (number, key) for number, name in enumerate(records.names) for key in set(_of_name(name))
    ]
    named = typed(by_name, name="int64", key="object")
    tables = [records.named[["record", "name"]].merge(named, on="name")[["record", "key"]]]
    for feature, sign in (("emails", "e:"), ("phones", "p:"), ("profiles", "u:")):
        table = records.features[feature]
        tables.append(
            typed(
                ((r, sign + v) for r, v in table.itertuples(index=False)),
                record="int64",
                key="object",
            )
        )
    emails = records.features["emails"]
    spelled = [
        (record, key)
        for record, address in zip(emails["record"], emails["value"], strict=True)
        for key in _of_address(address)
    ]
    tables.append(typed(spelled, record="int64", key="object"))
    return pd.concat(tables, ignore_index=True).drop_duplicates()


def _narrowed(keys: pd.DataFrame, records: Records) -> pd.DataFrame:
    """Make finer blocks of those that are too large."""
    sizes = keys.groupby("key")["record"].transform("size")
    large = keys[sizes > _MOST]
    if large.empty:
        return keys
    employers = with_keys(records.features["companies"])[["record", "key"]]
    labels = records.features["labels"].rename(columns={"value": "key"})
    words = [
        (number, word)
        for number, name in enumerate(records.names)
        for word in {name.given, name.family}
        if len(word) > 1
    ]
    spelled = records.named[["record", "name"]].merge(
        typed(words, name="int64", key="object"), on="name"
    )
    besides = pd.concat([employers, labels, spelled[["record", "key"]]]).drop_duplicates()
    finer = large.merge(besides, on="record", suffixes=("", "_beside"))
    finer = finer.assign(key=finer["key"] + "+" + finer["key_beside"].astype("object"))
    return pd.concat([keys[sizes <= _MOST], finer[["record", "key"]]], ignore_index=True)


def _of_name(name: Name) -> Iterator[str]:
    words = list(dict.fromkeys((name.given, *name.words[:_WORDS], name.joined)))
    words = [word for word in words if word]
    if len(words) == 1:
        yield f"w:{sound(words[0])}"
    for family, other in permutations(words, 2):
        if len(family) == 1:
            continue
        spoken = sound(family)
        yield f"{spoken}|{sound(other)[:1]}"
        for group in groups_of(other):
            yield f"{spoken}|n{group}"
        if len(family) > _HEAD + 1 and len(other) > 1:
            yield f"{sound(other)}|{spoken[:_HEAD]}-"
            yield f"{sound(other)}|-{spoken[-_TAIL:]}"
    if len(name.given) > 1 and len(name.family) > 1:
        yield f"{skeleton(name.family)}|{skeleton(name.given)[:2]}-"


def _of_address(address: str) -> Iterator[str]:
    whole = "".join(local_words(address))
    if len(whole) > _HEAD:
        yield f"{sound(whole[1:])}|{sound(whole[0])[:1]}"
        yield f"{sound(whole[:-1])}|{sound(whole[-1])[:1]}"


def by_name(records: Records, pairs: pd.DataFrame) -> pd.DataFrame:
    """Lay the names of each pair side by side: a row for each two names."""
    sides = []
    for end in ("a", "b"):
        columns = {column: f"{column}_{end}" for column in ("name", "spelled", "text")}
        sides.append(records.named.rename(columns={"record": end, **columns}))
    rows = pairs[["a", "b"]].merge(sides[0], on="a").merge(sides[1], on="b")
    low = np.minimum(rows["name_a"], rows["name_b"])
    return rows.assign(low=low, high=np.maximum(rows["name_a"], rows["name_b"]))
