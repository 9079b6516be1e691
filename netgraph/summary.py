"""All first answers at once, and the one sentence that sums them up."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.brokers import find_brokers
from netgraph.clusters import describe_clusters, find_clusters
from netgraph.domains import DOMAINS
from netgraph.gaps import find_gaps
from netgraph.graph import build_graph, evidence

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd

    from netgraph.contacts import Contacts


@dataclass(frozen=True)
class Summary:
    """The first answers about a network, as tables.

    Attributes
    ----------
    sentence
        What stands out, in words.
    evidence
        As `evidence` gives it: how much is known of ties among contacts.
    clusters, brokers, gaps
        As `describe_clusters`, `find_brokers` and `find_gaps` give them.
    files
        A row per input file, with rows read, kept and rejected.
    """

    sentence: str
    evidence: pd.Series
    clusters: pd.DataFrame
    brokers: pd.DataFrame
    gaps: pd.DataFrame
    files: pd.DataFrame

    def to_dict(self) -> dict[str, Any]:
        """Give everything as plain numbers, strings, lists and dicts, for JSON."""
        tables = ("clusters", "brokers", "gaps", "files")
        return {
            "sentence": self.sentence,
            "evidence": {str(k): _plain(v) for k, v in self.evidence.items()},
            **{name: _records(getattr(self, name)) for name in tables},
            "gaps_compared_with": self.gaps.attrs,
        }


def summarise(
    contacts: Contacts, *, progress: Callable[[str], None] = lambda _step: None
) -> Summary:
    """Find clusters, brokers and gaps, and put the main points into a sentence.

    Parameters
    ----------
    contacts
        As `load` gives them.
    progress
        Called with the name of each step before it begins.

    Returns
    -------
    Summary
        Every answer that this network allows; an empty table where it does not.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> summarise(Contacts()).sentence
    'Nobody yet: add an export of your contacts.'
    """
    progress("Building the network")
    graph = build_graph(contacts, ego=True)
    among = build_graph(contacts, ego=False)
    progress("Finding clusters")
    clusters = find_clusters(among)
    described = describe_clusters(among, clusters)
    progress("Finding brokers")
    brokers = find_brokers(among, clusters)
    progress("Finding gaps")
    gaps = find_gaps(contacts)
    known = evidence(graph)
    sentence = _sentence(known, described, brokers, gaps)
    return Summary(sentence, known, described, brokers, gaps, contacts.files)


def _sentence(
    known: pd.Series, clusters: pd.DataFrame, brokers: pd.DataFrame, gaps: pd.DataFrame
) -> str:
    if not known["people"]:
        return "Nobody yet: add an export of your contacts."
    parts = [_count(known["people"], "person", "people")]
    parts += _groups(clusters)
    home = gaps.attrs["home"]
    if gaps.attrs["home_from"] == "you" and gaps.attrs["classified"]:
        share = gaps.loc[home, "share"]
        parts.append(f"{share:.0%} of those with a known field work in yours, {DOMAINS[home]}")
    if len(brokers) and brokers["clusters_reached"].max() > 1:
        top = brokers.iloc[0]
        parts.append(f"{top['name']} bridges most, reaching {top['clusters_reached']} clusters")
    lacking = gaps.loc[gaps["verdict"] == "gap", "name"].tolist()
    if lacking:
        parts.append(f"hardly anyone in {_listed(lacking)}")
    elif (gaps["verdict"] == "no verdict").all():
        parts.append("too few known fields of work to speak of gaps")
    return "; ".join(parts) + "."


def _groups(clusters: pd.DataFrame) -> list[str]:
    """Count clusters that were seen, and those that a shared employer alone suggests."""
    seen = int((clusters["observed"] > 0).sum())
    guessed = len(clusters) - seen
    parts = [_count(seen, "cluster")] if seen else []
    if guessed:
        parts.append(_count(guessed, "group") + " known by a shared employer alone")
    return parts or ["no cluster to be seen"]


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _listed(names: list[str], most: int = 4) -> str:
    shown = names[:most]
    if len(names) > most:
        return f"{', '.join(shown)} and {len(names) - most} more fields"
    return shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"


def _records(table: pd.DataFrame) -> list[dict[str, Any]]:
    named = table if table.index.name is None else table.reset_index()
    records: list[dict[str, Any]] = json.loads(named.to_json(orient="records"))
    return records


def _plain(value: object) -> object:
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and np.isnan(value) else value
