"""What the dashboard shows: the contacts, and every answer about them, worked out once."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

import netgraph as ng
from netgraph_dashboard import people_table, search
from netgraph_dashboard.words import HIDDEN_NAME

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx as nx

Answer = TypeVar("Answer")


class Session:
    """The contacts of one person, with the answers that were asked for so far.

    The dashboard serves one person on their own machine, so there is one session.
    Answers are worked out when a page first needs them and are kept until files
    are added. Several requests can come at once: the lock lets one of them work
    and the others wait for its answer.

    Parameters
    ----------
    contacts
        As `netgraph.load` gives them; None for a start without any.
    example
        Whether they are an invented person's: own files then take their place.
    """

    def __init__(self, contacts: ng.Contacts | None = None, *, example: bool = False) -> None:
        self._lock = threading.RLock()
        self._contacts = contacts if contacts is not None else ng.Contacts()
        self._kept: dict[str, Any] = {}
        self.is_example = example
        self.names_hidden = False
        self.report: tuple[str, str] | None = None  # what came of the files added last
        self.version = 0

    @property
    def contacts(self) -> ng.Contacts:
        """Everything that was read."""
        return self._contacts

    @property
    def graph(self) -> nx.Graph:
        """The network, with you in it."""
        return self._once("graph", lambda: ng.build_graph(self._contacts))

    @property
    def evidence(self) -> pd.Series:
        """How much is known of the ties among the contacts."""
        return self._once("evidence", lambda: ng.evidence(self.graph))

    @property
    def clusters(self) -> pd.DataFrame:
        """Who belongs to which cluster."""
        return self._once("clusters", lambda: ng.find_clusters(self.graph))

    @property
    def described(self) -> pd.DataFrame:
        """The clusters, a row each; names are hidden here if they are to be."""
        table = self._once("described", lambda: ng.describe_clusters(self.graph, self.clusters))
        return self._hide_bridges(table) if self.names_hidden else table

    @property
    def brokers(self) -> pd.DataFrame:
        """The people who lie between others, best first; names hidden if they are to be."""
        table = self._once("brokers", lambda: ng.find_brokers(self.graph, self.clusters))
        return table.assign(name=self.names.reindex(table.index)) if self.names_hidden else table

    @property
    def layout(self) -> ng.Layout:
        """Where everybody stands on the map."""
        return self._once("layout", lambda: ng.layout_areas(self.graph, self.clusters))

    @property
    def people(self) -> pd.DataFrame:
        """A row per contact with what the pages show of them; see `people_table`."""
        table = self._once("people", lambda: people_table.build(self))
        return table.assign(name=self.names.reindex(table.index)) if self.names_hidden else table

    @property
    def names(self) -> pd.Series:
        """What to call each person: their name, or a number where names are hidden."""
        people = self._contacts.people
        if self.names_hidden:
            numbers = [HIDDEN_NAME.format(number=row + 1) for row in range(len(people))]
            return pd.Series(numbers, index=people.index, name="name")
        return people["name"].fillna("(no name)")

    def prepare(self) -> None:
        """Work the answers out before somebody asks, the ones seen first before the others."""
        _ = self.clusters, self.described, self.gaps(), self.layout, self.brokers, self.people

    def gaps(self, baseline: list[str] | None = None) -> pd.DataFrame:
        """Compare the contacts' domains with equal shares of some, or of all."""
        key = "gaps " + " ".join(sorted(baseline or []))
        return self._once(key, lambda: ng.find_gaps(self._contacts, baseline=baseline or None))

    def find_people(self, text: str, *, limit: int = 20) -> pd.DataFrame:
        """Find contacts by a part of their name, company or title."""
        table = self.people
        haystack = self._once(f"haystack {self.names_hidden}", lambda: search.haystack(table))
        return table.loc[search.best_matches(haystack, text, limit)]

    def add(self, files: list[tuple[str, bytes]]) -> ng.Contacts:
        """Read more files and join them with what is there; nothing is written to disk.

        Parameters
        ----------
        files
            Name and content of each.

        Returns
        -------
        netgraph.Contacts
            What was in these files alone.

        Raises
        ------
        netgraph.NetgraphError
            If they cannot be read; the session is then as it was before.
        """
        added = ng.read(*files)
        with self._lock:
            parts = [added] if self.is_example else [self._contacts, added]
            self._contacts = ng.classify(ng.resolve(ng.merge(parts)))
            self._kept = {}
            self.is_example = False
            self.version += 1
        return added

    def hide_names(self, *, hidden: bool) -> None:
        """Call people by numbers from now on, or by their names again."""
        self.names_hidden = hidden

    def _once(self, key: str, work: Callable[[], Answer]) -> Answer:
        with self._lock:
            if key not in self._kept:
                self._kept[key] = work()
            answer: Answer = self._kept[key]
            return answer

    def _hide_bridges(self, described: pd.DataFrame) -> pd.DataFrame:
        """Name the clusters again, in a network whose people carry numbers."""

        def describe() -> pd.DataFrame:
            numbered = self._contacts.people.assign(name=self.names)
            graph = ng.build_graph(replace(self._contacts, people=numbered))
            return ng.describe_clusters(graph, self.clusters)

        hidden = self._once("described, names hidden", describe)
        return described.assign(bridges=hidden["bridges"])
