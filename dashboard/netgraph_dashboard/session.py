"""What the dashboard shows: the contacts, and every answer about them, worked out once."""

from __future__ import annotations

import threading
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

import pandas as pd

import netgraph as ng
from netgraph_dashboard import cluster_names, map_place, people_table, search
from netgraph_dashboard.importing import Importing
from netgraph_dashboard.kept import Kept
from netgraph_dashboard.words import HIDDEN_ADDRESS, HIDDEN_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Literal

    import networkx as nx

    Basis = Literal["network", "ties", "words"]

Answer = TypeVar("Answer")
_BASES: Mapping[Basis, int] = {"network": 1, "ties": 2, "words": 3}


class Session:
    """The contacts of one person, with the answers that were asked for so far.

    The dashboard serves one person on their own machine, so there is one session.
    Answers are worked out when a page first needs them and are kept until there
    are other contacts. Several requests can come at once: the lock lets one of
    them work and the others wait for its answer.

    Parameters
    ----------
    shown
        A workspace, contacts as `netgraph.load` gives them, or None for a start
        without any.
    example
        Whether they are an invented person's: own files then take their place.

    Attributes
    ----------
    kept
        The workspace; whatever a person adds or decides goes through it.
    importing
        The files that were dropped last, None before.
    set_aside
        Pairs of the review that wait until later.
    """

    def __init__(
        self, shown: ng.Contacts | ng.Workspace | None = None, *, example: bool = False
    ) -> None:
        self._lock = threading.RLock()
        self._answers: dict[str, tuple[tuple[int, ...], Any]] = {}
        self.kept = Kept(shown, example=example)
        self.names_hidden = False
        self.importing: Importing | None = None
        self.set_aside: list[tuple[str, str]] = []

    @property
    def contacts(self) -> ng.Contacts:
        """Everybody, with all decisions."""
        return self.kept.contacts

    @property
    def is_example(self) -> bool:
        """Whether the network is an invented person's."""
        return self.kept.is_example

    @property
    def graph(self) -> nx.Graph:
        """The network, with you in it."""
        return self.once("graph", lambda: ng.build_graph(self.contacts), of="ties")

    @property
    def shown(self) -> ng.Contacts:
        """Everybody as they may be shown: with numbers for names where names are hidden.

        Answers that put names into sentences are worked out from these; their
        key in `once` must tell whether names are hidden.
        """
        if not self.names_hidden:
            return self.contacts
        people = self.contacts.people
        numbered = people.assign(name=self.names, given_name=None, family_name=None)
        return self.once("contacts, hidden", lambda: replace(self.contacts, people=numbered))

    @property
    def shown_graph(self) -> nx.Graph:
        """The network of `shown`."""
        if not self.names_hidden:
            return self.graph
        return self.once("graph, hidden", lambda: ng.build_graph(self.shown), of="ties")

    @property
    def evidence(self) -> pd.Series:
        """How much is known of the ties among the contacts."""
        return self.once("evidence", lambda: ng.evidence(self.graph), of="network")

    @property
    def clusters(self) -> pd.DataFrame:
        """Who belongs to which cluster; labels are your own where you gave some."""
        found = self._found
        return self._named("clusters, named", lambda own: _relabel(found, found["cluster"], own))

    @property
    def described(self) -> pd.DataFrame:
        """The clusters, a row each; names are hidden here if they are to be."""
        found = self._kept_answer(
            "described", lambda: ng.describe_clusters(self.graph, self._found)
        )
        table = self._named(
            "described, named", lambda own: _relabel(found, found.index.to_series(), own)
        )
        return self._hide_bridges(table) if self.names_hidden else table

    @property
    def own_names(self) -> dict[int, str]:
        """The clusters that carry a name of your own, by number."""
        return self.once(
            "names, named",
            lambda: cluster_names.find_names(self._found, self.kept.tables.cluster_names),
            of="network",
        )

    @property
    def brokers(self) -> pd.DataFrame:
        """The people who lie between others, best first; names hidden if they are to be."""
        found = self._kept_answer("brokers", lambda: ng.find_brokers(self.graph, self._found))
        table = self._named("brokers, named", lambda own: _relabel(found, found["cluster"], own))
        return table.assign(name=self.names.reindex(table.index)) if self.names_hidden else table

    @property
    def layout(self) -> ng.Layout:
        """Where everybody stands on the map; as near as can be to where they stood before."""
        found = self.once("layout", self._lay_out, of="network")
        return self._named(
            "layout, named",
            lambda own: replace(found, areas=_relabel(found.areas, found.areas["cluster"], own)),
        )

    @property
    def people(self) -> pd.DataFrame:
        """A row per contact with what the pages show of them; see `people_table`."""
        found = self._named("people, named", lambda _own: people_table.build(self))
        table = self.once(
            "people", lambda: found.join(people_table.dates(self.contacts)), of="ties"
        )
        return table.assign(name=self.names.reindex(table.index)) if self.names_hidden else table

    @property
    def names(self) -> pd.Series:
        """What to call each person: their name, or a number where names are hidden."""
        return name_people(self.contacts.people, hidden=self.names_hidden)

    def address(self, person: str) -> str:
        """Give what stands for a person in addresses and tables that leave the server.

        Their person_id; where names are hidden a number, for ids hold names.
        """
        if not self.names_hidden:
            return person
        places = self.once("places", lambda: _places(self.contacts.people.index), of="network")
        place = places.get(person)
        return "" if place is None else HIDDEN_ADDRESS.format(number=place + 1)

    def person_at(self, address: str | None) -> str | None:
        """Give the person_id that an address stands for: the other way round."""
        if not address or not self.names_hidden:
            return address or None
        people = self.once(
            "hidden addresses",
            lambda: {self.address(p): str(p) for p in self.contacts.people.index},
            of="network",
        )
        return people.get(address)

    def by_address(self, table: pd.DataFrame) -> pd.DataFrame:
        """Turn a table's index from person_ids into addresses."""
        if not self.names_hidden:
            return table
        return table.set_axis([self.address(person) for person in table.index], axis=0)

    def prepare(self) -> None:
        """Work the answers out before somebody asks, the ones seen first before the others."""
        _ = self.clusters, self.described, self.gaps(), self.layout, self.brokers, self.people

    def gaps(self, baseline: list[str] | None = None) -> pd.DataFrame:
        """Compare the contacts' domains with equal shares of some, or of all."""
        key = "gaps " + " ".join(sorted(baseline or []))
        return self.once(
            key, lambda: ng.find_gaps(self.contacts, baseline=baseline or None), of="ties"
        )

    def once(self, key: str, work: Callable[[], Answer], *, of: Basis = "words") -> Answer:
        """Give the answer `key`: worked out now, or kept since somebody asked before.

        Parameters
        ----------
        key
            What is asked, with all that it was asked with.
        work
            Works it out; called again only once there are other contacts.
        of
            What it follows from: the ``network`` of the others alone, your own
            ``ties`` too, or all that you said, contacts and advice too (``words``).
        """
        with self._lock:
            _ = self.kept.contacts  # where something was decided, they are worked out here
            stamps = (self.kept.stamp, self.kept.ties_stamp, self.kept.words_stamp)
            basis = stamps[: _BASES[of]]
            known = self._answers.get(key)
            if known is None or known[0] != basis:
                if known is None:
                    self._drop(stamps)
                self._answers[key] = known = (basis, work())
            answer: Answer = known[1]
            return answer

    def changes(self) -> pd.DataFrame:
        """Tell what newer exports changed; see `netgraph.changes`."""
        return self.once("changes", self.kept.changes)

    def churn(self) -> pd.DataFrame:
        """Tell who came and went, and how fast; see `netgraph.churn`."""
        return self.once("churn", self.kept.churn, of="network")

    def find_people(self, text: str, *, limit: int = 20) -> pd.DataFrame:
        """Find contacts by a part of their name, company or title."""
        table = self.people
        haystack = self.once(
            f"haystack {self.names_hidden}", lambda: search.haystack(table), of="network"
        )
        return table.loc[search.best_matches(haystack, text, limit)]

    def add(self, files: Sequence[tuple[str, bytes]]) -> Importing:
        """Read more files; gives the import at its end, see `begin`."""
        importing = self.begin(files)
        importing.wait()
        return importing

    def begin(self, files: Sequence[tuple[str, bytes]]) -> Importing:
        """Begin to read files and join them with what is there, in a thread of its own.

        Parameters
        ----------
        files
            Name and content of each.

        Returns
        -------
        Importing
            It tells how far they are. While another import runs, that one.
        """
        with self._lock:
            if self.importing is not None and self.importing.running:
                return self.importing
            importing = Importing([name for name, _ in files], replacing=self.is_example)
            self.importing = importing

        def work() -> None:
            importing.run(lambda progress: self.kept.add(files, progress))
            if importing.imported is not None:
                self.prepare()

        threading.Thread(target=work, daemon=True).start()
        return importing

    def name_cluster(self, cluster: int, name: str) -> None:
        """Give a cluster a name of your own; an empty one gives the former back."""
        members = self.clusters.index[self.clusters["cluster"].eq(cluster).fillna(value=False)]
        self.kept.name_cluster([str(person) for person in members], name.strip())
        self.relabel()

    def forget(self, person: str) -> str:
        """Take a person out of everything, for good; gives a sentence that says so."""
        self.importing = None  # its report may name them
        return self.kept.forget(person)

    def delete_all(self) -> None:
        """Delete everything that is kept."""
        self.kept.delete_all()
        self.importing, self.set_aside = None, []

    def undo(self) -> str | None:
        """Take the last action back; gives what it was, None where there is none."""
        undone = self.kept.undo()
        self.relabel()
        return undone

    def relabel(self) -> None:
        """Let the names of clusters be read again."""
        with self._lock:
            for key in [k for k in self._answers if k.endswith("named") or k == "people"]:
                del self._answers[key]

    def hide_names(self, *, hidden: bool) -> None:
        """Call people by numbers from now on, or by their names again."""
        self.names_hidden = hidden

    @property
    def _found(self) -> pd.DataFrame:
        """The clusters as they were found, with the labels that they got there."""
        return self._kept_answer("clusters", lambda: ng.find_clusters(self.graph))

    def _kept_answer(self, name: str, work: Callable[[], pd.DataFrame]) -> pd.DataFrame:
        """Give an answer that takes long: kept with the data, so that it is there at once."""
        return self.once(name, lambda: self.kept.answer(name, work), of="network")

    def _lay_out(self) -> ng.Layout:
        laid = cache(lambda: ng.layout_areas(self.graph, self._found))
        found = ng.Layout(
            self.kept.answer("people on the map", lambda: laid().people),
            self.kept.answer("areas of the map", lambda: laid().areas),
        )
        former = self.kept.positions
        placed = map_place.settle(found, former) if len(former) else found
        if not map_place.same(placed, former):
            self.kept.positions = map_place.places(placed)
        return placed

    def _named(self, key: str, work: Callable[[dict[int, str]], Answer]) -> Answer:
        """Work out an answer that carries the clusters' names."""
        with self._lock:
            own = self.own_names
            return self.once(key, lambda: work(own), of="network")

    def _drop(self, stamps: tuple[int, ...]) -> None:
        """Let go of what counts no more."""
        for key, (basis, _) in list(self._answers.items()):
            if basis != stamps[: len(basis)]:
                del self._answers[key]

    def _hide_bridges(self, described: pd.DataFrame) -> pd.DataFrame:
        """Name the clusters again, in a network whose people carry numbers."""
        hidden = self.once(
            "described, names hidden",
            lambda: ng.describe_clusters(self.shown_graph, self._found),
            of="network",
        )
        return described.assign(bridges=hidden["bridges"])


def name_people(people: pd.DataFrame, *, hidden: bool) -> pd.Series:
    """Give what to call each person of a table of people."""
    if hidden:
        numbers = [HIDDEN_NAME.format(number=row + 1) for row in range(len(people))]
        return pd.Series(numbers, index=people.index, name="name")
    return people["name"].fillna("(no name)")


def _relabel(table: pd.DataFrame, cluster: pd.Series, own: dict[int, str]) -> pd.DataFrame:
    if not own:
        return table
    named = cluster.map(own).astype("str")
    return table.assign(label=named.where(named.notna(), table["label"]))


def _places(people: pd.Index) -> dict[str, int]:
    return {str(person): place for place, person in enumerate(people)}
