"""Everybody in one table: what is known of each contact, for grids, cards and search."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

import netgraph as ng

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

NOTED = "noted"
"""Ties of contacts that you noted: they are not how you connected."""


def build(session: Session) -> pd.DataFrame:
    """Join what the tables, the graph and the answers know of each contact.

    Returns
    -------
    pandas.DataFrame
        Index person_id, without you, most ties first. ``name title company`` (of
        those who left an export: "formerly", and until when that was told);
        ``domain`` and ``seniority`` (codes), ``field`` and ``level`` (in words);
        ``cluster label core``; ``observed`` and ``inferred``: numbers of ties to
        other contacts, ``degree`` their sum; ``betweenness rank rank_low
        rank_high clusters_reached`` from the brokers. What is known of days (`dates`)
        is joined to it later: it changes more often.
    """
    contacts = session.contacts
    people = contacts.people[~contacts.people["is_ego"]]
    table = people[["name", "title", "company", "domain", "seniority", "location"]].copy()
    for column in ("title", "company"):
        table[column] = table[column].fillna(_formerly(people, f"last_{column}"))
    table["name"] = table["name"].fillna("(no name)")
    table["field"] = table["domain"].map(dict(ng.DOMAINS))
    table["level"] = table["seniority"].map(dict(ng.SENIORITY))
    table = table.join(session.clusters[["cluster", "label", "core"]])
    table = table.join(tie_counts(session))
    ranks = ["betweenness", "rank", "rank_low", "rank_high", "clusters_reached"]
    table = table.join(session.brokers[ranks])
    table["betweenness"] = table["betweenness"].fillna(0.0)
    return table.sort_values(["degree", "name"], ascending=[False, True], kind="stable")


def _formerly(people: pd.DataFrame, column: str) -> pd.Series:
    """Write what an older export said of those who are in no present one."""
    if column not in people:
        return pd.Series(index=people.index, dtype="str")
    return "formerly " + people[column] + " (told on " + people["last_told"] + ")"


def tie_counts(session: Session) -> pd.DataFrame:
    """Count each contact's ties to other contacts, by how they are known."""
    graph = session.graph
    ego = graph.graph.get("ego")
    ends = [
        (person, how)
        for one, two, how in graph.edges(data="evidence", default="observed")
        if ego not in (one, two)
        for person in (one, two)
    ]
    ties = pd.DataFrame(ends, columns=["person_id", "evidence"])
    people = session.contacts.people
    counts = pd.crosstab(ties["person_id"], ties["evidence"])
    counts = counts.reindex(columns=["observed", "inferred"], fill_value=0)
    counts = counts.reindex(people.index[~people["is_ego"]], fill_value=0)
    counts.columns.name = None
    return counts.assign(degree=counts["observed"] + counts["inferred"])


def dates(contacts: ng.Contacts) -> pd.DataFrame:
    """Tell for each contact when you connected, and when you last exchanged words."""
    ego = contacts.ego
    ties = contacts.ties
    own = ties[(ties["source"] == ego) | (ties["target"] == ego)]
    other = own["target"].where(own["source"] == ego, own["source"])
    sent = contacts.interactions
    sent = sent[(sent["source"] == ego) | (sent["target"] == ego)]
    with_whom = sent["target"].where(sent["source"] == ego, sent["source"])
    said = pd.concat(
        [
            pd.Series(sent["at"].to_numpy(), index=with_whom.to_numpy()),
            pd.Series(own["last_at"].to_numpy(), index=other.to_numpy()),
        ]
    )
    return pd.DataFrame(
        {
            "since": own["since"].where(own["kind"] != NOTED).groupby(other.to_numpy()).min(),
            "last_at": said.groupby(level=0).max(),
        }
    ).rename_axis("person_id")
