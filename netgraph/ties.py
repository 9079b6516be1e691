"""Ties: all evidence on a pair of people as one row, and how well they know each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.inference import inferred_ties
from netgraph.looking_back import is_past, look_back_from
from netgraph.metrics.strength.tie_strength import tie_strength

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.contacts import Contacts

    Floats = NDArray[np.float64]

CLOSENESS = {
    "related": 0.4,
    "edge": 0.2,
    "employer": 0.2,
    "introduction": 0.15,
    "school": 0.15,
    "contact": 0.1,
    "meeting": 0.1,
    "message": 0.1,
    "noted": 0.1,
}
"""Strength of a tie of which no event is known, by its kind: assumptions, not measurements."""

UNNAMED = 0.05
"""The same for all other kinds, such as having been written to together."""

HALF = 4.0
"""Where the strengths of both sides sum to this, they know each other half as well as can be."""

SHARED = 0.5
"""What an event that two people share with others is worth of one that they have alone."""

_HALF_LIFE, _YEAR = 365.0, 365.25
_ANY_DAY = pd.Timestamp("2000-01-01")
_LETTERS, _MEETING = ("message", "mail"), "meeting"
_PAIR = ["source", "target"]
_NEEDED = ["since", "last_at", "count", "weight", "organisation", "together"]


def tie_table(
    contacts: Contacts, *, inferred: bool = True, min_probability: float = 0.0
) -> pd.DataFrame:
    """Fold all evidence on each pair of people into one row.

    Messages make a tie only when they went both ways: a letter that nobody
    answered is no acquaintance.

    Returns
    -------
    pandas.DataFrame
        ``source`` and ``target`` as positions in ``contacts.people`` (source <
        target), with the edge attributes of `build_graph` but those that depend
        on the day (see `rate_ties`).
    """
    ids = contacts.people.index
    evidence = [contacts.ties, _two_way(ids, contacts.interactions)]
    if inferred:
        evidence.append(inferred_ties(contacts))
    ties = _fold(_side_by_side(ids, evidence))
    return ties[ties["probability"] >= min_probability].reset_index()


def _fold(rows: pd.DataFrame) -> pd.DataFrame:
    """Fold the rows of each pair into one."""
    pairs = rows.groupby(_PAIR, sort=True)
    ties = pairs.agg(
        observed=("observed", "any"),
        count=("count", "sum"),
        stated=("stated", "sum"),
        miss=("miss", "prod"),
        since=("since", "min"),
        last_at=("last_at", "max"),
        least=("least", "max"),
    )
    ties["kinds"] = _kinds_of_pairs(rows)
    ties["probability"] = 1.0 - ties.pop("miss")
    ties["weight"] = ties["probability"] * (1.0 + np.log2(1.0 + ties["count"] + ties["stated"]))
    ties["evidence"] = np.where(ties.pop("observed"), "observed", "inferred")
    for column in ("organisation", "together"):
        told = rows.dropna(subset=[column]).drop_duplicates(_PAIR).set_index(_PAIR)[column]
        ties[column] = told.reindex(ties.index).astype(object)
    return ties


def observed_ties_of_ego(contacts: Contacts) -> pd.DataFrame:
    """Fold the evidence on the people whom the ego knows themselves, and on nobody else.

    What passes between others costs time and tells nothing here.

    Returns
    -------
    pandas.DataFrame
        As `tie_table`; a tie that a file marks as inferred is not among them.
    """
    ego, ids = contacts.ego, contacts.people.index
    told, events = (
        table[(table["source"] == ego) | (table["target"] == ego)]
        for table in (contacts.ties, contacts.interactions)
    )
    ties = _fold(_side_by_side(ids, [told, _two_way(ids, events)]))
    return ties[ties["evidence"] == "observed"].reset_index()


def rate_ties(
    contacts: Contacts, ties: pd.DataFrame, *, now: pd.Timestamp | str | None = None
) -> tuple[pd.DataFrame, pd.Timestamp | None]:
    r"""Tell how well the two of each tie know each other, looking back from a day.

    .. math:: c = \max\Big( \frac{s}{s + 4},\ \frac{w}{w + \tilde w},\ f \Big)

    where :math:`s` sums `tie_strength` over both directions. Where the events are
    only counted (a conversation of several people), :math:`s = 2 \log_2(1 + V)`
    with :math:`V` a quarter of the count (half for either side, and half again since
    others took part), faded from the last one on as there. :math:`w` is the
    weight that a file states and :math:`\tilde w` the median of all that are
    stated; :math:`f` stands in `CLOSENESS` by the kind of tie.

    Parameters
    ----------
    contacts
        Where the events stand.
    ties
        As `tie_table` gives them.
    now
        The day to look back from; by default the last of which the exports tell
        (`netgraph.looking_back`).

    Returns
    -------
    tuple of pandas.DataFrame and pandas.Timestamp
        The ties with ``strength`` (0 to below 1), ``since`` and ``last_at`` (NaT
        where not known); and the day, None where nothing has a date.

    Raises
    ------
    ContactsError
        If `now` is no day.

    Notes
    -----
    That ties fade and old ones fade slowly is measured (see `tie_strength`); the
    halfway points and the closeness of ties without an event are assumed.
    """
    asked = look_back_from(contacts, now)
    day = None if pd.isna(asked) else asked
    sides = np.zeros(len(ties))
    rated = ties.copy()
    if day is not None:
        events = _events_of(contacts, ties, day)
        near = events.assign(at=events["at"].mask(events["at"] > day, day))
        sides = np.maximum(_both_sides(near, ties, day), _told(ties, day))
        span = events.groupby("tie")["at"].agg(["min", "max"])
        span = span.reindex(range(len(ties)))
        rated["since"] = _extreme(ties["since"], span["min"].to_numpy(), "min")
        rated["last_at"] = _extreme(ties["last_at"], span["max"].to_numpy(), "max")
    rated["strength"] = _closeness(ties, sides)
    return rated.drop(columns=["stated", "least"]), day


def strength_before(contacts: Contacts, pairs: pd.DataFrame) -> pd.Series[float]:
    """Tell how well pairs of people knew each other before a day, a day for each pair.

    Parameters
    ----------
    contacts
        Where events and ties stand.
    pairs
        ``source`` and ``target`` (person_ids), and ``at``: only what happened
        before it counts, and fades as of that day.

    Returns
    -------
    pandas.Series
        ``strength`` as `rate_ties` gives it, a row of `pairs` each. Where nothing
        is known from before, the two are taken to know each other as well as
        those who are tied by an introduction alone.
    """
    asked = pd.DataFrame(
        {
            "key": _key(contacts.people.index, pairs),
            "row": np.arange(len(pairs)),
            "from": pairs["source"].to_numpy(),
            "day": pairs["at"].to_numpy(),
        }
    )
    ties = _ties_before(contacts, asked)
    events = _before(contacts.interactions.dropna(subset=["at"]), contacts, asked, "at")
    turned = (events["source"] != events["from"]).astype("int64")
    events = pd.DataFrame(
        {
            "source": 2 * events["row"] + turned,
            "target": 2 * events["row"] + 1 - turned,
            "at": _ANY_DAY - (events["day"] - events["at"]),
            "channel": events["channel"],
        }
    )
    sides = np.maximum(_both_sides(events, ties, _ANY_DAY), _told(ties, _ANY_DAY))
    return pd.Series(_closeness(ties, sides), index=pairs.index, name="strength")


def _ties_before(contacts: Contacts, asked: pd.DataFrame) -> pd.DataFrame:
    """Lay out what was known of each pair before its day, as if all days were one."""
    known = contacts.ties.reset_index(drop=True)
    known = _before(known[known["evidence"] == "observed"], contacts, asked, "since")
    known["least"] = known["kind"].map(CLOSENESS).fillna(UNNAMED)
    for column in ("since", "last_at"):
        until = known[column].where(known[column] < known["day"], known["day"])
        known[column] = (_ANY_DAY - (known["day"] - until)).where(known[column].notna())
    known["count"] = known["count"].astype("float64")
    how = {"since": "min", "last_at": "max", "count": "sum", "weight": "sum", "least": "max"}
    ties = known.groupby("row").agg(how).rename(columns={"weight": "stated"})
    ties = ties.reindex(range(len(asked)))
    ties["least"] = ties["least"].fillna(0.0).clip(lower=CLOSENESS["introduction"])
    ties["stated"] = ties["stated"].fillna(0.0)
    return ties.assign(source=2 * ties.index, target=2 * ties.index + 1)


def _before(
    rows: pd.DataFrame, contacts: Contacts, asked: pd.DataFrame, column: str
) -> pd.DataFrame:
    """Join rows to the pairs that they are about, if they are of a day before the one asked for."""
    joined = rows.assign(key=_key(contacts.people.index, rows)).merge(asked, on="key")
    return joined[joined[column].isna() | (joined[column] < joined["day"])]


def _closeness(ties: pd.DataFrame, sides: Floats) -> Floats:
    closeness = sides / (sides + HALF)
    stated = ties["stated"].to_numpy(dtype=float)
    if (stated > 0).any():
        closeness = np.maximum(closeness, stated / (stated + np.median(stated[stated > 0])))
    strength: Floats = np.maximum(closeness, ties["least"].to_numpy(dtype=float))
    return strength


def _side_by_side(ids: pd.Index, evidence: list[pd.DataFrame]) -> pd.DataFrame:
    """Lay all evidence side by side: a row a pair and kind, people as positions."""
    rows = pd.concat([e for e in evidence if len(e)] or evidence[:1], ignore_index=True)
    rows = rows.reindex(columns=rows.columns.union(_NEEDED))
    one, two = _positions(ids, rows)
    counted = rows["count"].fillna(0).to_numpy(dtype=np.int64)
    rows = pd.DataFrame(
        {
            "source": np.minimum(one, two),
            "target": np.maximum(one, two),
            "kind": rows["kind"],
            "observed": (rows["evidence"] == "observed").to_numpy(),
            "count": counted,
            "stated": rows["weight"].fillna(0.0).to_numpy(dtype=float),
            "miss": 1.0 - rows["probability"].fillna(1.0).to_numpy(dtype=float),
            "since": pd.to_datetime(rows["since"]),
            "last_at": pd.to_datetime(rows["last_at"]),
            "least": rows["kind"].map(CLOSENESS).fillna(UNNAMED),
            "organisation": rows["organisation"],
            "together": rows["together"],
        }
    )
    return rows[rows["source"] != rows["target"]]


def _positions(ids: pd.Index, rows: pd.DataFrame) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    one, two = (ids.get_indexer(pd.Index(rows[end])).astype(np.int64) for end in _PAIR)
    return one, two


def _key(ids: pd.Index, rows: pd.DataFrame) -> NDArray[np.int64]:
    """Give each pair of people one number, whoever is called source."""
    one, two = _positions(ids, rows)
    return np.minimum(one, two) * len(ids) + np.maximum(one, two)


def _kinds_of_pairs(rows: pd.DataFrame) -> pd.Series:
    """Name the kinds of ties of each pair: ``"contact; message"``.

    A kind is a bit, so that the many pairs are summed and only the few
    different sums are written out.
    """
    code, names = pd.factorize(rows["kind"], sort=True)
    distinct = rows.assign(bit=2**code).drop_duplicates([*_PAIR, "bit"])
    sums = distinct.groupby(_PAIR, sort=True)["bit"].sum()
    written = {
        total: "; ".join(name for bit, name in enumerate(names) if total >> bit & 1)
        for total in sums.unique().tolist()
    }
    return sums.map(written)


def _two_way(ids: pd.Index, events: pd.DataFrame) -> pd.DataFrame:
    """Pairs of people who wrote to each other, both ways."""
    sent = events[events["kind"].isin(_LETTERS)]
    one, two = _positions(ids, sent)
    pairs, place = np.unique(
        np.minimum(one, two) * len(ids) + np.maximum(one, two), return_inverse=True
    )
    forth = np.bincount(place[one < two], minlength=len(pairs))
    back = np.bincount(place[one > two], minlength=len(pairs))
    both = (forth > 0) & (back > 0)
    low, high = np.divmod(pairs[both], max(len(ids), 1))
    return pd.DataFrame(
        {
            "source": ids[low],
            "target": ids[high],
            "count": (forth + back)[both],
            "kind": "message",
            "evidence": "observed",
            "probability": 1.0,
        }
    )


def _events_of(contacts: Contacts, ties: pd.DataFrame, day: pd.Timestamp) -> pd.DataFrame:
    """Give what is known on a day of people who are tied, and the row of their tie."""
    events = contacts.interactions[is_past(contacts, day)]
    one, two = _positions(contacts.people.index, events)
    known = ties["source"].to_numpy() * len(contacts.people) + ties["target"].to_numpy()  # ascends
    key = _key(contacts.people.index, events)
    place = np.minimum(np.searchsorted(known, key), max(len(known) - 1, 0))
    tied = known[place] == key if len(known) else np.zeros(len(key), dtype=bool)
    columns = {"source": one, "target": two, "tie": place}
    columns |= {name: events[name].array for name in ("at", "kind", "channel")}
    return pd.DataFrame(columns)[tied]


def _both_sides(events: pd.DataFrame, ties: pd.DataFrame, day: pd.Timestamp) -> Floats:
    """Sum how strong each tie is from either side, by the events of the two alone."""
    sides = tie_strength(events, since=ties[[*_PAIR, "since"]], now=day)["strength"]
    ends = sides.index.to_frame(index=False).to_numpy(dtype=np.int64).reshape(-1, 2)
    people = int(max(ties["target"].max(), 0)) + 1 if len(ties) else 1
    known = ties["source"].to_numpy() * people + ties["target"].to_numpy()
    row = np.searchsorted(known, ends.min(axis=1) * people + ends.max(axis=1))
    summed = np.zeros(len(ties))
    np.add.at(summed, row, sides.to_numpy(dtype=float))
    return summed


def _told(ties: pd.DataFrame, day: pd.Timestamp) -> Floats:
    """Tell the same of ties whose events are only counted."""
    age = _days_before(day, ties["last_at"])
    tenure = _days_before(day, ties["since"].fillna(ties["last_at"])) / _YEAR
    fade = _HALF_LIFE * np.sqrt(1.0 + np.nan_to_num(tenure))
    volume = SHARED * ties["count"].to_numpy(dtype=float) / 2.0 * 2.0 ** (-age / fade)
    return 2.0 * np.log2(1.0 + np.nan_to_num(volume))


def _days_before(day: pd.Timestamp, dates: pd.Series) -> Floats:
    age: pd.Series = day - dates
    return np.asarray(np.maximum(age.dt.total_seconds().to_numpy(np.float64) / (24 * 3600), 0.0))


def _extreme(dates: pd.Series, others: NDArray[np.generic], how: str) -> pd.Series:
    both = pd.DataFrame({"one": dates, "two": others})
    return both.min(axis=1) if how == "min" else both.max(axis=1)
