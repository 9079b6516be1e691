"""How the network grew: people and ties, period by period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.over_time._days import name_period, people_since, ties_since, to_periods
from netgraph.over_time._groups import By, group_people, name_group

if TYPE_CHECKING:
    from collections.abc import Hashable

    from netgraph.contacts import Contacts

_COLUMNS = [
    "period", "begins", "group", "name", "people", "people_total", "ties", "ties_total",
]  # fmt: skip
_BETWEEN = ["period", "begins", "one", "other", "ties", "ties_total"]
NO_DAY = (
    "not known from these files: no contact has a day. LinkedIn's Connections.csv has one for "
    "each; messages, mail and calendars have days, too"
)
LEFT = "who left your contacts since is in no present export, and not counted"


def describe_growth(
    contacts: Contacts,
    *,
    by: By = None,
    relations: pd.DataFrame | None = None,
    every: str = "year",
) -> pd.DataFrame:
    r"""Count the people and ties that were added in each period, and in all up to it.

    A person is known since the day that you connected, or of the first exchange if
    that was earlier. A tie is one between two of your contacts that was observed; it
    is known since its first message, mail, meeting or introduction.

    .. math:: N_k(t) = |\{i \in k : s_i \le t\}|

    with :math:`s_i` the day since when person :math:`i` of group :math:`k` is known.

    Parameters
    ----------
    contacts
        With an ego.
    by
        Count apart by ``domain``, ``seniority``, ``company`` or another column of
        people, by ``relation``, or by a series person_id -> group (the clusters of
        `find_clusters`, say). None counts all together.
    relations
        Of ``relation``: as `find_relations` gives them.
    every
        ``year``, ``quarter`` or ``month``.

    Returns
    -------
    pandas.DataFrame
        A row per period and group, from the first in which somebody was added to
        the last in which somebody or a tie was, the largest group first in each:
        ``period`` (``2024``, ``2024-Q1``, ``2024-03``), ``begins`` (its first day),
        ``group``, ``name``,
        ``people`` (added), ``people_total``, ``ties`` (added, with an end in the
        group), ``ties_total``. A group is as it is today: who changed field counts
        under the present one for all periods. Of several relations a person counts
        in each, and a tie in both groups that it joins, so groups do not add up.
        ``attrs``: ``undated`` (people without a day, who are in no row), by group
        in ``undated_of``; ``ties_undated``; ``overlap``, whether somebody is in
        several groups; ``says`` in a sentence, also why the
        table is empty.

    Raises
    ------
    UnknownNameError
        If there is no such column or period.
    ContactsError
        If relations are asked for and were not given.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact",
    ...                      "since": pd.to_datetime(["2023-03-05", "2025-01-01"])})
    >>> grown = describe_growth(Contacts(people=people, ties=ties))
    >>> grown[["period", "people", "people_total"]].to_numpy().tolist()
    [['2023', 1, 1], ['2024', 0, 1], ['2025', 1, 2]]
    """
    since = people_since(contacts)
    groups = group_people(contacts, since.index, by, relations)
    day = since.reindex(groups["person_id"]).to_numpy()
    added = groups.assign(period=to_periods(pd.Series(day), every))
    pairs = ties_since(contacts, since.index)
    ends = _ends(pairs, groups, since.index).assign(
        period=lambda rows: to_periods(rows["since"], every)
    )
    undated = added[added["period"].isna()].groupby("group").size()
    told: dict[Hashable, Any] = {
        "undated": int(since.isna().sum()),
        "undated_of": {str(group): int(count) for group, count in undated.items()},
        "ties_undated": int(pairs["since"].isna().sum()),
        "overlap": bool(groups["person_id"].duplicated().any()),
    }
    table = _counted(added, ends, by)
    table.attrs = {**told, "says": _says(since, int(since.isna().sum()))}
    return table


def describe_tie_growth(
    contacts: Contacts,
    *,
    by: By = "domain",
    relations: pd.DataFrame | None = None,
    every: str = "year",
) -> pd.DataFrame:
    """Count the ties between each two groups of your contacts, period by period.

    Parameters
    ----------
    contacts, by, relations, every
        As `describe_growth` takes them.

    Returns
    -------
    pandas.DataFrame
        A row per period and pair of groups with a new tie in it: ``period``,
        ``begins``, ``one`` and ``other`` (the same for ties within a group),
        ``ties`` (added) and ``ties_total`` (up to then). Only observed ties with a
        day; empty where none is in the files.

    Raises
    ------
    UnknownNameError, ContactsError
        As `describe_growth`.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "is_ego": [True, False, False],
    ...                        "domain": [None, "SOFT", "LEGL"]}, index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": ["ego", "ego", "ann"], "target": ["ann", "bo", "bo"],
    ...                      "kind": ["contact", "contact", "mail"],
    ...                      "since": pd.to_datetime([None, None, "2024-05-01"])})
    >>> grown = describe_tie_growth(Contacts(people=people, ties=ties))
    >>> grown[["period", "one", "other", "ties"]].to_numpy().tolist()
    [['2024', 'LEGL', 'SOFT', 1]]
    """
    people = people_since(contacts).index
    groups = group_people(contacts, people, by, relations)
    pairs = ties_since(contacts, people).dropna(subset=["since"]).reset_index(names="tie")
    codes = _codes(groups, people)
    both = pairs.merge(codes, left_on="one", right_on="place")
    both = both.merge(codes, left_on="other", right_on="place", suffixes=("", "_other"))
    ordered = both["group"] <= both["group_other"]
    rows = pd.DataFrame(
        {
            "tie": both["tie"],
            "period": to_periods(both["since"], every),
            "one": both["group"].where(ordered, both["group_other"]),
            "other": both["group_other"].where(ordered, both["group"]),
        }
    ).drop_duplicates()  # two people may be of two relations each
    counted = rows.groupby(["period", "one", "other"]).size().rename("ties").reset_index()
    counted["ties_total"] = counted.groupby(["one", "other"])["ties"].cumsum()
    return _with_names(counted)[_BETWEEN]


def _codes(groups: pd.DataFrame, people: pd.Index) -> pd.DataFrame:
    place = people.get_indexer(pd.Index(groups["person_id"]))
    return pd.DataFrame({"place": place, "group": groups["group"].to_numpy()})


def _ends(pairs: pd.DataFrame, groups: pd.DataFrame, people: pd.Index) -> pd.DataFrame:
    """List each dated tie once for each group in which it has an end: ``group``, ``since``."""
    codes = _codes(groups, people)
    dated = pairs.dropna(subset=["since"])
    dated = dated.assign(tie=range(len(dated)))
    ends = [
        dated[["tie", "since", end]].merge(codes, left_on=end, right_on="place")
        for end in ("one", "other")
    ]
    both = pd.concat(ends, ignore_index=True)
    return both.drop_duplicates(["tie", "group"])[["group", "since"]]


def _counted(added: pd.DataFrame, ends: pd.DataFrame, by: By) -> pd.DataFrame:
    """Count both by period and group, and add up."""
    dated = added.dropna(subset=["period"])
    if dated.empty:
        return _with_names(pd.DataFrame(columns=_COLUMNS)).astype({"people": "int64"})
    last = pd.concat([dated["period"], ends["period"]]).max()  # ties come after people, too
    periods = pd.period_range(dated["period"].min(), last, name="period")
    sizes = dated["group"].value_counts(sort=True)
    grid = pd.MultiIndex.from_product([periods, sizes.index], names=["period", "group"])
    table = pd.DataFrame(index=grid)
    for name, rows in (("people", dated), ("ties", ends)):
        counts = rows.groupby(["period", "group"]).size()
        earlier = (
            counts[counts.index.get_level_values("period") < periods[0]].groupby("group").sum()
        )
        table[name] = counts.reindex(grid, fill_value=0)
        total = table[name].groupby(level="group").cumsum()
        before = grid.get_level_values("group").map(earlier.to_dict()).fillna(0).astype("int64")
        table[f"{name}_total"] = total + before
    table = table.reset_index()
    table["name"] = [name_group(group, by) for group in table["group"]]
    return _with_names(table)[_COLUMNS]


def _with_names(table: pd.DataFrame) -> pd.DataFrame:
    """Write the periods out, with the first day of each."""
    begins = [period.start_time for period in table["period"]]
    return table.assign(
        period=pd.Series([name_period(p) for p in table["period"]], table.index, dtype="str"),
        begins=pd.Series(begins, table.index, dtype="datetime64[s]"),
    )


def _says(since: pd.Series, undated: int) -> str:
    if since.isna().all():
        return NO_DAY
    days = since.dropna()
    rest = f" Of {undated:,} more no day is known." if undated else ""
    return (
        f"{len(days):,} people came in between {days.min():%B %Y} and {days.max():%B %Y}; {LEFT}."
        f"{rest}"
    )
