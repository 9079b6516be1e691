"""The small tables of a workspace, read together, and what follows from each kind of action."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Mapping

    import netgraph as ng

    Reach = Literal["nothing", "advice", "people", "ties", "everything"]

REACH: Mapping[str, Reach] = {
    "note": "nothing",
    "cluster": "nothing",
    "settle": "advice",
    "promise": "advice",
    "tag": "people",
    "hide": "people",
    "relation": "people",
    "log": "ties",
}
"""Kind of action -> how far it reaches; all others reach everything.

``advice``: what is suggested is to be asked for anew; ``people``: the contacts say
more of somebody, too; ``ties``: your own ties became others, too; ``everything``:
who is who is to be worked out anew.
"""


def _empty(texts: str, times: str) -> pd.DataFrame:
    """Give a table without rows, so that what reads it need not ask whether there is one."""
    columns = dict.fromkeys(texts.split(), "str") | dict.fromkeys(times.split(), "datetime64[s]")
    return pd.DataFrame({name: pd.Series(dtype=kind) for name, kind in columns.items()})


@dataclass(frozen=True)
class Tables:
    """The small tables of a workspace, as they were after the last change."""

    sources: pd.DataFrame = field(default_factory=pd.DataFrame)
    decisions: pd.DataFrame = field(default_factory=pd.DataFrame)
    overrides: pd.DataFrame = field(default_factory=pd.DataFrame)
    notes: pd.DataFrame = field(default_factory=pd.DataFrame)
    tags: pd.DataFrame = field(default_factory=pd.DataFrame)
    cluster_names: pd.DataFrame = field(default_factory=pd.DataFrame)
    logged: pd.DataFrame = field(
        default_factory=lambda: _empty("id person_id kind by text", "at noted_at")
    )
    promises: pd.DataFrame = field(
        default_factory=lambda: _empty("id person_id text other", "due at kept_at")
    )
    relations: pd.DataFrame = field(
        default_factory=lambda: _empty("person_id relation holds", "at")
    )
    settled: pd.DataFrame = field(
        default_factory=lambda: _empty("person_id what state", "at until")
    )
    actions: pd.DataFrame = field(default_factory=pd.DataFrame)


def all_tables(workspace: ng.Workspace) -> Tables:
    """Read them."""
    return Tables(
        sources=workspace.sources,
        decisions=workspace.decisions,
        overrides=workspace.overrides,
        notes=workspace.notes,
        tags=workspace.tags,
        cluster_names=workspace.cluster_names,
        logged=workspace.logged,
        promises=workspace.promises,
        relations=workspace.relations_said,
        settled=workspace.settled,
        actions=workspace.actions,
    )


def tied(contacts: ng.Contacts, people: set[str]) -> bool:
    """Tell whether all of some people have a tie: those are in the network already."""
    ends = pd.concat([contacts.ties["source"], contacts.ties["target"]])
    return people <= set(ends[ends.isin(people)])


def noted_of(before: Tables, after: Tables) -> set[str]:
    """Find the people of whom a contact was noted, or taken back."""
    if before.logged.empty and after.logged.empty:
        return set()
    both = pd.concat([before.logged, after.logged])
    return set(both.loc[~both["id"].duplicated(keep=False), "person_id"])
