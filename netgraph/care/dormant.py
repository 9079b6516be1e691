"""Dormant ties: deep once, long silent, and the most worth reviving first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from netgraph.care._novelty import novelty
from netgraph.care._settled import asleep, ended_at, settled_ones, today
from netgraph.care._waiting import letters_read
from netgraph.care.cadence import cadences
from netgraph.care.exchanges import ago, find_exchanges
from netgraph.care.tie_health import DEEP, DORMANT_AFTER, measure_health
from netgraph.clusters import find_clusters
from netgraph.gaps import find_gaps
from netgraph.graph import build_graph
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Hashable

    import networkx as nx

    from netgraph.contacts import Contacts

MINUTES = 20.0
"""What taking up again takes: an assumption."""

REST = pd.Timedelta(days=365)
"""Who was done or skipped is not suggested again for so long."""

_COLUMNS = [
    "person_id", "name", "score", "depth_part", "novelty_part", "depth", "silence", "last_at",
    "field", "community", "company", "relation", "opens", "why", "what_to_do", "minutes",
    "intent", "evidence",
]  # fmt: skip
_NUMBERS = ["score", "depth_part", "novelty_part", "depth", "silence", "field", "community",
            "company", "minutes"]  # fmt: skip
_TOLD = ("recommendation", "introduction")
_NO_EXCHANGE = "Which ties sleep is not known from these files: they hold no dated exchange."
_NEEDS = "messages.csv of your LinkedIn archive, or a mailbox; they tell who was close once"
_TOO_SHORT = (
    "Which ties sleep is not known from these files: they reach back to {:%Y-%m-%d}, and a tie "
    "counts as dormant after three years of silence."
)
_NONE = "No deep tie has fallen silent for three years, as far as these files tell."
_ALL_ASIDE = ("The one dormant tie is set aside for now.", "All {:,} are set aside for now.")


def find_dormant(  # noqa: PLR0913 - what is known already can be passed, by keyword
    contacts: Contacts,
    *,
    graph: nx.Graph | None = None,
    gaps: pd.DataFrame | None = None,
    clusters: pd.DataFrame | None = None,
    relations: pd.DataFrame | None = None,
    settled: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
    most: int = 10,
) -> pd.DataFrame:
    r"""Rank the ties that were deep once and have long been silent, by what they open.

    .. math:: \text{score} = \frac{D}{D + 12} \cdot \frac{1 + N}{2}, \qquad
        N = 1 - \prod_k (1 - w_k u_k)

    where :math:`D` is the depth of the tie at its best (see `tie_health`; 12 is deep),
    and :math:`u_k` how likely it is that none of your other ties would answer in the
    same field of work (if it is one that you lack; half as much if they only know
    somebody there), community or company. The weights :math:`w_k` are 1, 0.75
    and 0.25 (`netgraph.care._novelty.WEIGHTS`). So a tie that opens nothing new
    counts half of one that opens all.

    Parameters
    ----------
    contacts
        With ``interactions``, after `classify`.
    graph, gaps, clusters
        As `build_graph` (with you in it), `find_gaps` and `find_clusters` give them;
        found here if they are not given and somebody is dormant.
    relations
        As `find_relations` gives them: they are told beside each.
    settled
        As a workspace gives it: who is done or skipped rests for a year, who is
        snoozed until the day that you named.
    now
        The day to look back from; by default the last of which the exports
        tell (`netgraph.looking_back`).
    most
        So many rows at most.

    Returns
    -------
    pandas.DataFrame
        The best first. ``person_id``, ``name``; ``score``, 0 to 1, and its parts
        ``depth_part`` and ``novelty_part`` (:math:`N`); ``depth``, ``silence`` (days),
        ``last_at``; ``field``, ``community``, ``company``: :math:`u_k`, 0 to 1;
        ``relation``; ``opens`` and ``why`` in words, ``what_to_do`` first,
        ``minutes``, ``intent`` (as `draft` takes it), ``evidence``: pairs of a table
        and a row.

        ``attrs``: ``says``; ``needs``: which exports would tell what is not known
        (None if nothing is missing); ``dormant``: how many there are; ``now``.

    Raises
    ------
    ContactsError
        If `now` is no date.

    Notes
    -----
    That old deep ties give what current ones do not, and trust, too, was found when
    managers were made to take up with them [1]_; how the parts are weighed is an
    assumption. "Connected on" is no contact and makes nobody dormant.

    References
    ----------
    .. [1] Levin, D. Z., Walter, J. & Murnighan, J. K. (2011). Dormant ties: the
       value of reconnecting. *Organization Science* 22, 923-939.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> then = pd.date_range("2015-01-01", periods=40, freq="14D")
    >>> talk = pd.DataFrame({"source": ["ego", "ann"] * 20, "target": ["ann", "ego"] * 20,
    ...                      "at": then, "kind": "message"})
    >>> found = find_dormant(Contacts(people=people, interactions=talk), now="2024-01-01")
    >>> found[["name", "why"]].values.tolist()
    [['Ann', '40 exchanges, the last 7 years ago, on 2016-06-30']]
    """
    events, told = find_exchanges(contacts, now)
    health = measure_health(contacts, events, told)
    dormant = health[health["state"] == "dormant"]
    aside = _aside(contacts, dormant.index, settled, today(told["now"], now))
    left = dormant[~dormant.index.isin(aside)]
    found = pd.DataFrame(columns=_COLUMNS).astype(dict.fromkeys(_NUMBERS, "float64"))
    if len(left):
        graph = build_graph(contacts) if graph is None else graph
        gaps = find_gaps(contacts) if gaps is None else gaps
        clusters = find_clusters(graph) if clusters is None else clusters
        opened = novelty(contacts, left.index, graph, gaps, clusters)
        found = _laid_out(contacts, left, opened, events, relations)
    unknown, needs = _unknown(contacts, events, told["now"])
    says = unknown or _NONE
    if len(left):
        says, needs = _sentence(found), None
    elif len(dormant):
        says, needs = _ALL_ASIDE[int(len(dormant) > 1)].format(len(dormant)), None
    found = found.head(most).reset_index(drop=True)
    found.attrs = {**told, "says": says, "needs": needs, "dormant": len(dormant)}
    return found


def _aside(
    contacts: Contacts, people: pd.Index, settled: pd.DataFrame | None, day: pd.Timestamp
) -> set[Hashable]:
    """List who is hidden, snoozed, or rests."""
    told = settled_ones(settled, "dormant")
    ended = ended_at(told, people)
    resting = ended.index[ended + REST > day]
    return {*hidden_from_suggestions(contacts), *asleep(told, day), *resting}


def _laid_out(
    contacts: Contacts,
    left: pd.DataFrame,
    opened: pd.DataFrame,
    events: pd.DataFrame,
    relations: pd.DataFrame | None,
) -> pd.DataFrame:
    depth = left["depth"] / (left["depth"] + DEEP)
    table = left[["name", "depth", "silence", "last_at", "events"]].assign(
        score=depth * (1.0 + opened["novelty"]) / 2.0,
        depth_part=depth,
        novelty_part=opened["novelty"],
        relation=cadences(relations, left.index)["relation"],
        minutes=MINUTES,
        intent="reconnect",
        **{name: opened[name] for name in ("field", "community", "company", "opens")},
    )
    table["name"] = table["name"].astype("object").where(table["name"].notna(), table.index)
    table = table.reset_index(names="person_id")
    table = table.sort_values(["score", "person_id"], ascending=[False, True], kind="stable")
    shared = _shared(contacts, table["person_id"], events)
    rows = [_in_words(row, shared[row["person_id"]]) for row in table.to_dict("records")]
    words = pd.DataFrame(rows, index=table.index, columns=["why", "what_to_do", "evidence"])
    return table.assign(**words).reindex(columns=_COLUMNS)


def _shared(
    contacts: Contacts, people: pd.Series, events: pd.DataFrame
) -> dict[Hashable, pd.DataFrame]:
    """Give of each the last event, and those that are worth recalling."""
    place = contacts.people.index.get_indexer(pd.Index(people))
    own = events[events["other"].isin(place)]
    last = ~own.duplicated("other", keep="last")
    own = own[last | own["kind"].isin(_TOLD)]
    parts = dict(tuple(own.groupby("other")))
    labels = contacts.interactions.index
    return {
        person: parts[other].assign(label=labels[parts[other]["row"].to_numpy()])
        for person, other in zip(people, place, strict=True)
    }


def _in_words(
    row: dict[Hashable, Any], shared: pd.DataFrame
) -> tuple[str, str, tuple[tuple[str, object], ...]]:
    """Say why, what to do first, and where it stands."""
    name, praise = row["name"], shared[shared["kind"] == "recommendation"]
    why = (
        f"{row['events']:,} exchanges, the last {ago(row['silence'])}, on {row['last_at']:%Y-%m-%d}"
    )
    recall = "what you did together"
    if len(praise):
        newest = praise.iloc[-1]
        writer, reader = ("you", "them") if newest["out"] else ("they", "you")
        recall = f"the recommendation that {writer} wrote for {reader} in {newest['at']:%Y}"
        why += f"; {writer} wrote {reader} a recommendation in {newest['at']:%Y}"
    if row["opens"]:
        why += f". Opens {row['opens']}"
    todo = f"Write {name} a few lines: recall {recall}, ask how they are, and ask for nothing yet"
    return why, todo, tuple(("interactions", label) for label in shared["label"])


def _unknown(
    contacts: Contacts, events: pd.DataFrame, day: pd.Timestamp
) -> tuple[str | None, str | None]:
    """Say what cannot be known: without exchanges, or where they do not reach back far enough."""
    if events.empty:
        return _NO_EXCHANGE, _NEEDS
    first = events["at"].min()
    if (day - first).days <= DORMANT_AFTER:
        return _TOO_SHORT.format(first), _NEEDS
    return None, None if len(letters_read(contacts)) else _NEEDS


def _sentence(found: pd.DataFrame) -> str:
    """Sum up: how many sleep, and whom to begin with."""
    count = "One deep tie has" if len(found) == 1 else f"{len(found):,} deep ties have"
    first = found.iloc[0]
    opens = f", who opens {first['opens']}" if first["opens"] else ""
    return f"{count} fallen silent for three years or more. Begin with {first['name']}{opens}."
