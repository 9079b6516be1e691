"""Changes of job as occasions to write: who, what changed, and why write now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care.exchanges import ago, find_exchanges
from netgraph.care.tie_health import measure_health
from netgraph.domains import DOMAINS, SENIORITY, classify_title
from netgraph.identity import company_key
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from netgraph.contacts import Contacts

WHAT = "occasion"
"""The kind of advice, by which a workspace keeps who is done, skipped or snoozed."""
FEW = 2
"""A field in which you know no more people than this is one that you hardly reach."""
_COLUMNS = [
    "person_id", "name", "what", "sure", "before", "after", "level_before", "level_after",
    "domain_before", "domain_after", "since", "until", "depth", "last_at", "why", "intent",
    "source",
]  # fmt: skip
_TEXTS = [
    "person_id", "name", "what", "before", "after", "level_before", "level_after",
    "domain_before", "domain_after", "why", "intent", "source",
]  # fmt: skip
_MOVES = ("employer", "title")
_LEVELS = {code: rank for rank, code in enumerate(SENIORITY)}
_AGAIN = 365
"""Days of silence after which a change is a good moment to write again."""
NONE = (
    "No change of job is known. Two exports of LinkedIn's Connections.csv, made at different "
    "times, tell who has another employer or title"
)


def find_occasions(
    changes: pd.DataFrame,
    contacts: Contacts,
    *,
    settled: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Read changes of employer and title as occasions to write, the closest people first.

    A new title is a ``promotion`` if its level stands above the former one, and a
    new ``field`` if it names another field of work. Where neither is so and the
    employer is the same, it may be other words for the same post: it stands last,
    and is not ``sure``.

    Parameters
    ----------
    changes
        As `netgraph.changes` gives them.
    contacts
        After `classify`; tells how near you are to each.
    settled
        As a workspace gives it: who is done or skipped comes again with the next
        change only, who is snoozed on the day that you named.
    now
        The day to look back from; see `tie_health`.

    Returns
    -------
    pandas.DataFrame
        A row per person, of their latest change: ``person_id``, ``name``; ``what``:
        ``employer``, ``promotion``, ``field``, ``title``, several joined by "; ";
        ``sure``; ``before`` and ``after`` (title and company, as far as told);
        ``level_before``, ``level_after`` (codes of `SENIORITY`), ``domain_before``,
        ``domain_after`` (of `DOMAINS`), NA where a title tells none; ``since`` and
        ``until``: the days of the exports between which it happened; ``depth`` and
        ``last_at`` (see `tie_health`; 0 and NaT where no exchange is known);
        ``why``; ``intent`` (as `draft` takes it): ``congratulate``, or
        ``offer_help`` to who names no employer any more; ``source``. The latest
        exports first; within them who is sure, and then by depth. Left out are
        people who are no contacts any more, or hidden from suggestions.
        ``attrs["says"]`` sums up.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    On which day the change happened is not told, only between which exports. An
    anniversary of "connected on" is no occasion: it tells nothing of the person.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["Ann"], "title": ["Head of Design"], "company": ["Acme"]},
    ...                       index=["ann"])
    >>> told = pd.DataFrame({"person_id": ["ann"], "name": "Ann", "change": "title",
    ...                      "before": "Senior UX Designer", "after": "Head of Design",
    ...                      "since": pd.Timestamp("2024-11-04"),
    ...                      "until": pd.Timestamp("2026-11-02"), "source": "linkedin.connections"})
    >>> occasion = find_occasions(told, Contacts(people=people)).iloc[0]
    >>> occasion["what"], occasion["level_before"], occasion["level_after"], occasion["intent"]
    ('promotion', 'S', 'D', 'congratulate')
    """
    health = measure_health(contacts, *find_exchanges(contacts, now))
    aside = hidden_from_suggestions(contacts)
    moved = changes[changes["change"].isin(_MOVES) & ~changes["person_id"].isin(aside)]
    moved = moved[moved["person_id"].isin(contacts.people.index[~contacts.people["is_ego"]])]
    table = _side_by_side(moved, contacts.people)
    if table.empty:
        empty = _typed(pd.DataFrame(columns=_COLUMNS))
        empty.attrs["says"] = NONE
        return empty
    table = _open(table, settled, health.attrs["now"])
    near = health.reindex(table["person_id"])
    table = table.assign(
        depth=near["depth"].fillna(0.0).to_numpy(),
        last_at=near["last_at"].to_numpy(),
        silence=near["silence"].to_numpy(),
    )
    there = contacts.people.loc[health.index, "domain"].value_counts()
    cells = {name: table[name].to_numpy(dtype=object) for name in table}
    rows = (dict(zip(cells, row, strict=True)) for row in zip(*cells.values(), strict=True))
    table["why"] = [_why(row, there) for row in rows]
    table = table.sort_values(
        ["until", "sure", "depth", "name"],
        ascending=[False, False, False, True],
        kind="stable",
        ignore_index=True,
    )
    found = _typed(table[_COLUMNS])
    found.attrs["says"] = _says(found)
    return found


def _side_by_side(moved: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Put a person's new employer and new title of one step into one row; the latest step stays."""
    key = ["person_id", "until"]
    steps = moved.sort_values("until", ascending=False, kind="stable")
    first = steps.drop_duplicates(key).drop_duplicates("person_id")
    ends = {}
    for change in _MOVES:
        own = moved[moved["change"] == change].drop_duplicates(key).set_index(key)
        ends[change] = own[["before", "after"]].reindex(pd.MultiIndex.from_frame(first[key]))
    ids = first["person_id"]
    now = {"title": people["title"].reindex(ids), "employer": people["company"].reindex(ids)}
    told: dict[str, Any] = {}
    for change, short in (("employer", "company"), ("title", "title")):
        changed = ends[change]["after"].notna().to_numpy()
        told[f"new_{short}"] = changed
        for when in ("before", "after"):
            kept = now[change].to_numpy()
            told[f"{short}_{when}"] = np.where(changed, ends[change][when].to_numpy(), kept)
    table = first[["person_id", "name", "since", "until", "source"]].reset_index(drop=True)
    table = table.assign(**told)
    own = people.reindex(ids)
    for when in ("before", "after"):
        titles = [classify_title(title) for title in table[f"title_{when}"]]
        table[f"domain_{when}"] = [t.domain if t.domain in DOMAINS else None for t in titles]
        table[f"level_{when}"] = [t.seniority if t.seniority in SENIORITY else None for t in titles]
    same = (own["title"].to_numpy() == table["title_after"]).to_numpy(dtype=bool)
    for name, column in (("domain", "domain"), ("level", "seniority")):  # your own word included
        mine = own[column].reset_index(drop=True)
        table[f"{name}_after"] = table[f"{name}_after"].where(~(same & mine.notna()), mine)
    for when in ("before", "after"):
        pairs = zip(table[f"title_{when}"], table[f"company_{when}"], strict=True)
        table[when] = [", ".join(text for text in pair if isinstance(text, str)) for pair in pairs]
    return _judged(table)


def _judged(table: pd.DataFrame) -> pd.DataFrame:
    """Say of each row what it is."""
    ranks = [table[f"level_{when}"].map(_LEVELS).astype("float64") for when in ("before", "after")]
    new_title = table["new_title"].astype("bool")
    rose = new_title & (ranks[1] > ranks[0])
    fields = table["domain_before"], table["domain_after"]
    field = new_title & fields[0].notna() & fields[1].notna() & (fields[0] != fields[1])
    employer = table["new_company"].astype("bool")
    kinds = {
        "employer": employer,
        "promotion": rose,
        "field": field,
        "title": new_title & ~rose & ~field,
    }
    rows = zip(*kinds.values(), strict=True)
    words = [[kind for kind, holds in zip(kinds, row, strict=True) if holds] for row in rows]
    nobody = [
        isinstance(name, str) and company_key(name) is None and not _own_master(title)
        for name, title in zip(table["company_after"], table["level_after"], strict=True)
    ]
    lost = employer & np.array(nobody, dtype=bool)
    return table.assign(
        what=["; ".join(kinds_of_row) for kinds_of_row in words],
        sure=(employer | rose | field),
        intent=np.where(lost, "offer_help", "congratulate"),
    )


def _own_master(level: object) -> bool:
    """Tell whether the level is an owner's, who has no employer and needs none."""
    return level == "X"


def _open(table: pd.DataFrame, settled: pd.DataFrame | None, day: pd.Timestamp) -> pd.DataFrame:
    """Leave out what you are through with, or have snoozed."""
    if settled is None or settled.empty:
        return table
    told = settled[settled["what"] == WHAT].drop_duplicates("person_id", keep="last")
    told = told.set_index("person_id").reindex(table["person_id"])
    ended = told["state"].isin(["done", "skipped"]).to_numpy() & (
        told["at"].to_numpy() >= table["until"].to_numpy()
    )
    asleep = (told["state"] == "snoozed").to_numpy() & (told["until"] > day).to_numpy()
    left: pd.DataFrame = table[~(ended | asleep)].reset_index(drop=True)
    return left


def _why(row: dict[Any, Any], there: pd.Series) -> str:
    """Say what changed, and what makes it a reason to write."""
    kinds = row["what"].split("; ")
    parts = []
    if "employer" in kinds:
        parts.append(f"moved from {row['company_before']} to {row['company_after']}")
    if "promotion" in kinds:
        levels = (SENIORITY[row[f"level_{when}"]] for when in ("before", "after"))
        parts.append(f"rose from {' to '.join(map(str.lower, levels))}: {row['title_after']}")
    if "field" in kinds:
        fields = [DOMAINS[row[f"domain_{when}"]] for when in ("before", "after")]
        known = int(there.get(row["domain_after"], 0))
        few = (
            ""
            if known > FEW
            else f", where you know {known:,} {'person' if known == 1 else 'people'}"
        )
        parts.append(f"went from {fields[0]} into {fields[1]}{few}")
    if kinds == ["title"]:
        parts.append(
            f"is called {row['title_after']} now, no longer {row['title_before']}, which may be "
            "other words for the same post"
        )
    elif "title" in kinds:
        parts.append(f"as {row['title_after']}")
    return f"{'; '.join(parts)}. {_touch(row)}"


def _touch(row: dict[str, Any]) -> str:
    if pd.isna(row["last_at"]):
        return "No exchange of yours is in the files"
    last = f"your last exchange was {ago(row['silence'])}"
    if row["silence"] > _AGAIN:
        return f"Y{last[1:]}: a good moment to write again"
    return f"Y{last[1:]}"


def _typed(table: pd.DataFrame) -> pd.DataFrame:
    times = dict.fromkeys(("since", "until", "last_at"), "datetime64[s]")
    return table.astype(
        {**dict.fromkeys(_TEXTS, "str"), **times, "depth": "float64", "sure": "bool"}
    )


def _says(found: pd.DataFrame) -> str:
    if found.empty:
        return "All changes of job are settled for now."
    kinds = found["what"].str.split("; ").explode().value_counts()
    words = {"employer": "a new employer", "promotion": "a higher level", "field": "a new field"}
    told = [f"{kinds[kind]:,} have {text}" for kind, text in words.items() if kind in kinds]
    return f"{len(found):,} {'contact has' if len(found) == 1 else 'contacts have'} changed job" + (
        f": {', '.join(told)}." if told else "."
    )
