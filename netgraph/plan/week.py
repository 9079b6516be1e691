"""The week: a few acts in the minutes that you have, of every kind one where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.care import find_dormant, find_follow_ups, reciprocity
from netgraph.errors import ContactsError
from netgraph.graph import build_graph
from netgraph.plan import _week_acts as acts
from netgraph.plan.planning import plan_contacts

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.contacts import Contacts

WEEK_KINDS = {
    "follow_up": "Follow up",
    "dormant": "Dormant tie",
    "gap": "Way to a gap",
    "giving": "Give something",
}
"""Kinds of acts in a week, in the order in which each gets its first place."""

_COUNTED = {
    "follow_up": ("follow-up", "follow-ups"),
    "dormant": ("dormant tie", "dormant ties"),
    "gap": ("way to a gap", "ways to gaps"),
    "giving": ("thing to give", "things to give"),
}

WAITS = ("unanswered", "promise")
"""Follow-ups of which somebody waits for you: they come first."""

SHARE_OF_WAITING = 1 / 3
"""How much of the minutes they may take before something else has its turn."""

MOST_OF = {"dormant": 2, "gap": 1, "giving": 1}
"""How many acts of a kind a week has at most; follow-ups fill what is left."""

RESTS = {"done": pd.Timedelta(days=90), "skipped": pd.Timedelta(days=30)}
"""How long a way to a gap or a gift is not suggested again once it is done or skipped."""

_SNOOZE = pd.Timedelta(days=7)
_LEAST_PLANNED = 60.0


class WeekSources(NamedTuple):
    """What a week is made of; each is found where it is not given.

    Attributes
    ----------
    follow_ups, dormant, ledger, plan
        As `find_follow_ups`, `find_dormant`, `reciprocity` and `plan_contacts` give them.
    """

    follow_ups: pd.DataFrame | None = None
    dormant: pd.DataFrame | None = None
    ledger: pd.DataFrame | None = None
    plan: pd.DataFrame | None = None


class Found(NamedTuple):
    """The same, all of it found; without a plan where you are not in the network."""

    follow_ups: pd.DataFrame
    dormant: pd.DataFrame
    ledger: pd.DataFrame
    plan: pd.DataFrame


def plan_week(  # noqa: PLR0913 - what is known already can be passed, by keyword
    contacts: Contacts,
    graph: nx.Graph | None = None,
    *,
    minutes: float = 60,
    settled: pd.DataFrame | None = None,
    promises: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
    given: WeekSources | None = None,
) -> pd.DataFrame:
    """Fill the minutes of a week: what is due, a dormant tie, a way to a gap, a gift.

    Who waits for an answer, or for what you promised, comes first, up to a third of the
    minutes. Then there is one of each other kind: the dormant tie most worth reviving, the
    way to a gap that opens most a minute, and one thing that you could give. Further
    follow-ups, by how pressing they are, and a second dormant tie fill what is left.
    Nobody stands in a week twice, and no act is begun that does not fit.

    Parameters
    ----------
    contacts
        After `classify`.
    graph
        As `build_graph` gives it with you in it, which is the default.
    minutes
        How much time there is in the week.
    settled
        What became of former advice, as a workspace keeps it: columns ``person_id``,
        ``what`` (a kind of act), ``state`` (``done``, ``skipped``, ``snoozed``), ``at``
        and ``until``. A way to a gap or a gift that is done rests for 90 days, a skipped one
        for 30, a snoozed one until its day; whom you turned to on the way to a gap counts
        as turned to. For the others see `find_follow_ups` and `find_dormant`.
    promises
        As a workspace keeps them.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).
    given
        What is worked out already (`WeekSources`).

    Returns
    -------
    pandas.DataFrame
        A row an act, in the order to do them in: ``kind`` (``follow_up``, ``dormant``,
        ``gap``, ``giving``), ``what`` (what of a follow-up it is), ``person_id``, ``name``,
        ``what_to_do``, ``why``, ``minutes``, ``intent`` (for `draft`; None where nothing is
        written), ``about`` (person_id of somebody else whom it is about, or None),
        ``field`` (domain code of a gap, or None), ``due_at`` (NaT where nothing is due), ``grade``.
        ``attrs``: ``says``; ``used`` minutes; ``waiting`` (how many follow-ups did not
        fit); ``needs`` (which exports would tell what is not known); ``now``.

    Raises
    ------
    ContactsError
        If `minutes` is no positive number, or `now` no date.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann"], "kind": "contact",
    ...                      "since": pd.to_datetime(["2026-01-10"])})
    >>> talk = pd.DataFrame({"source": ["ann"], "target": ["ego"], "kind": "message",
    ...                      "at": pd.to_datetime(["2026-02-01"]), "questions": [1]})
    >>> week = plan_week(Contacts(people=people, ties=ties, interactions=talk), minutes=30,
    ...                  now="2026-03-01")
    >>> week[["kind", "name", "minutes"]].values.tolist()
    [['follow_up', 'Ann', 10.0]]
    """
    if not (np.isfinite(minutes) and minutes > 0):
        raise ContactsError(f"minutes is {minutes:g}", remedy="Give a number above zero")
    network = build_graph(contacts) if graph is None else graph
    found = _find(contacts, network, given or WeekSources(), minutes, settled, promises, now)
    day = found.follow_ups.attrs["now"]
    told = _said_last(settled)
    left = {
        "follow_up": acts.follow_ups(found.follow_ups),
        "dormant": acts.dormant(found.dormant),
        "gap": acts.gaps(found.plan, _resting(told, "gap", day)),
        "giving": acts.giving(contacts, found.ledger, _resting(told, "giving", day)),
    }
    chosen = _choose(left, minutes)
    week = pd.DataFrame(chosen, columns=acts.COLUMNS).astype({"minutes": "float64"})
    week["due_at"] = pd.to_datetime(week["due_at"]).astype("datetime64[s]")
    fitted = set(week.loc[week["kind"] == "follow_up", "person_id"])
    waiting = len(set(found.follow_ups["person_id"]) - fitted)
    week.attrs = {
        "says": _in_words(week, minutes, waiting) + _no_room(left, week),
        "used": float(week["minutes"].sum()),
        "waiting": waiting,
        "needs": _unknown(found),
        "now": day,
    }
    return week


def _find(  # noqa: PLR0913, PLR0917 - handed on as they were given
    contacts: Contacts,
    graph: nx.Graph,
    given: WeekSources,
    minutes: float,
    settled: pd.DataFrame | None,
    promises: pd.DataFrame | None,
    now: pd.Timestamp | str | None,
) -> Found:
    """Work out what was not given."""
    follow_ups, dormant, ledger, plan = given
    if follow_ups is None:
        follow_ups = find_follow_ups(contacts, settled=settled, promises=promises, now=now)
    if dormant is None:
        dormant = find_dormant(contacts, graph=graph, settled=settled, now=now)
    if ledger is None:
        ledger = reciprocity(contacts, now=now)
    if plan is None:
        plan = _ways_to_gaps(contacts, graph, minutes, settled)
    return Found(follow_ups, dormant, ledger, plan)


def _ways_to_gaps(
    contacts: Contacts, graph: nx.Graph, minutes: float, settled: pd.DataFrame | None
) -> pd.DataFrame:
    """Plan as `plan_contacts` does; without you in the network there is nobody to turn to."""
    if graph.graph.get("ego") not in graph:
        return pd.DataFrame(columns=["person_id", "kind"])
    least = max(minutes, _LEAST_PLANNED)  # in a shorter time the best way might not be in it
    return plan_contacts(contacts, graph, minutes=least, settled=settled)


def _said_last(settled: pd.DataFrame | None) -> pd.DataFrame:
    """Give what was said last of each person and kind of act."""
    columns = ["person_id", "what", "state", "at", "until"]
    told = pd.DataFrame(columns=columns) if settled is None else settled.reindex(columns=columns)
    told = told.drop_duplicates(["person_id", "what"], keep="last")
    return told.astype({"at": "datetime64[s]", "until": "datetime64[s]"})


def _resting(told: pd.DataFrame, what: str, day: pd.Timestamp) -> set[str]:
    """Tell to whom an act of a kind is not to be suggested on a day."""
    told = told[told["what"] == what]
    until = told["at"] + told["state"].map({**RESTS, "snoozed": _SNOOZE})
    until = until.where(told["state"] != "snoozed", told["until"].fillna(until))
    return set(told.loc[until > day, "person_id"])


def _choose(left: dict[str, list[dict[str, object]]], minutes: float) -> list[dict[str, object]]:
    """Take who waits for you, one act of each kind, then what else may be in a week."""
    waits = [act for act in left["follow_up"] if act["what"] in WAITS]
    chosen = _fitting(waits, [], minutes * SHARE_OF_WAITING, most=len(waits))
    for kind in WEEK_KINDS:
        if any(act["kind"] == kind for act in chosen):
            continue
        chosen += _fitting(left[kind], chosen, minutes, most=1)
    for kind in ("follow_up", "dormant"):
        already = sum(act["kind"] == kind for act in chosen)
        most = MOST_OF.get(kind, len(left[kind]) + already) - already
        chosen += _fitting(left[kind], chosen, minutes, most=most)
    places = {kind: place for place, kind in enumerate(WEEK_KINDS)}
    return sorted(chosen, key=lambda act: places[str(act["kind"])])


def _fitting(
    acts: list[dict[str, object]], chosen: list[dict[str, object]], minutes: float, *, most: int
) -> list[dict[str, object]]:
    """Give the first acts with people who are not in the week yet, as far as the minutes go."""
    taken = {act["person_id"] for act in chosen}
    free = minutes - sum(float(str(act["minutes"])) for act in chosen)
    more: list[dict[str, object]] = []
    for act in acts:
        cost = float(str(act["minutes"]))
        if len(more) >= most:
            break
        if act["person_id"] not in taken and cost <= free:
            more.append(act)
            taken.add(act["person_id"])
            free -= cost
    return more


def _unknown(found: Found) -> list[str]:
    """List what is not known, a sentence for each table, and which exports would tell."""
    needs: list[str] = []
    for what, table in (
        ("Who waits for a word of yours", found.follow_ups),
        ("Which silent ties were close once", found.dormant),
    ):
        if told := table.attrs.get("needs"):
            needs.append(f"{what} is not known from these files. What would tell: {told}.")
    lacking = found.ledger.attrs.get("needs", [])
    if len(lacking) > 1:
        needs.append(
            f"Of {len(lacking)} kinds of giving and taking these files tell nothing; the page "
            "Care, Give and take, names the exports that do."
        )
    return needs + (lacking if len(lacking) == 1 else [])


def _no_room(left: dict[str, list[dict[str, object]]], week: pd.DataFrame) -> str:
    """Say of which kind nothing fitted, and how many minutes it would take."""
    if week.empty:
        return ""
    taken = {*week["person_id"]}
    kinds = [kind for kind in WEEK_KINDS if left[kind] and kind not in set(week["kind"])]
    parts = [
        f"a {_COUNTED[kind][0]} ({min(costs):g} minutes)"
        for kind in kinds
        if (costs := [float(str(a["minutes"])) for a in left[kind] if a["person_id"] not in taken])
    ]
    return f" No room for {' or '.join(parts)}." if parts else ""


def _in_words(week: pd.DataFrame, minutes: float, waiting: int) -> str:
    if week.empty:
        return (
            "Nothing is due, and nothing else is known that would fit: a mailbox, messages or a "
            "calendar would tell more."
            if not waiting
            else f"Nothing fits into {minutes:g} minutes; {waiting:,} wait for a word of yours."
        )
    counts = week["kind"].value_counts()
    parts = [
        f"{counts[kind]} {_COUNTED[kind][int(counts[kind] > 1)]}"
        for kind in WEEK_KINDS
        if kind in counts
    ]
    rest = f" {waiting:,} more wait for a later week." if waiting else ""
    return f"{week['minutes'].sum():g} of {minutes:g} minutes: {', '.join(parts)}.{rest}"
