"""A plan in words: why each is chosen, what to do, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.plan._choosing import Task
    from netgraph.plan.planning import Outlook

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

COLUMNS = (
    "person_id", "name", "kind", "why", "what_to_do", "minutes", "gain", "chance", "kept",
    "changes", "evidence", "people",
)  # fmt: skip
_SHOWN = 2
_LEAST = 0.005
_NOTHING = (
    "No field is found lacking, in each community a tie of yours lives, and no deep tie sleeps: "
    "there is nothing that this plan could add."
)
_NO_WAY = "Nobody whom you know is known to lead to what you lack: {}."
_TOO_SHORT = "{:g} minutes are too few: the shortest act that leads anywhere takes {:g}."


def lay_out(outlook: Outlook, task: Task, chosen: list[int], kept: Floats) -> pd.DataFrame:
    """Write a row for each act, in the order of the plan."""
    rows = []
    left = task.missed([])
    missed = 1 - outlook.before
    for act, stays in zip(chosen, kept, strict=True):
        person = int(outlook.acts.person[act])
        chance = task.chance[[act]].toarray()[0]
        gain = left * chance
        top = [int(t) for t in np.argsort(-gain, kind="stable")[:_SHOWN] if gain[t] > 0]
        row = _row(outlook, act, top)
        row |= {
            "minutes": float(task.minutes[act]),
            "gain": float(gain.sum()),
            "chance": float(outlook.people.chance[person]),
            "kept": float(stays),
            "changes": _changes(outlook, top, 1 - missed, 1 - missed * (1 - chance)),
        }
        rows.append(row)
        left = left * (1 - chance)
        missed = missed * (1 - chance)
    empty = pd.DataFrame(columns=list(COLUMNS))
    numbers = dict.fromkeys(("minutes", "gain", "chance", "kept"), "float64")
    return (pd.DataFrame(rows) if rows else empty).astype(numbers)


def reached(outlook: Outlook, task: Task, chosen: list[int]) -> list[dict[str, Any]]:
    """Tell of each target how likely it is reached before and after the plan."""
    table = outlook.targets.table
    missed = np.ones(len(table))
    for act in chosen:
        missed *= 1 - task.chance[[act]].toarray()[0]
    told = table[["kind", "code", "name", "weight"]].assign(
        before=outlook.before, after=1 - (1 - outlook.before) * missed
    )
    rows = told.sort_values("weight", ascending=False, kind="stable").to_dict("records")
    return [{str(column): value for column, value in row.items()} for row in rows]


def says(outlook: Outlook, plan: pd.DataFrame) -> str:
    """Sum the plan up, or say why there is none."""
    table = outlook.targets.table
    if len(plan):
        who = [f"{row['name']} ({row['minutes']:g} min)" for row in plan.to_dict("records")]
        return (
            f"{plan['minutes'].sum():g} of {outlook.budget:g} minutes: {', '.join(who)}. "
            f"Together they open {plan['gain'].sum():.0%} of what you lack."
        )
    if table.empty:
        return _NOTHING
    if not len(outlook.acts.person):
        named = table.sort_values("weight", ascending=False)["name"].head(3).astype(str)
        return _NO_WAY.format(", ".join(named))
    return _TOO_SHORT.format(outlook.budget, outlook.acts.minutes.min())


def _row(outlook: Outlook, act: int, top: list[int]) -> dict[str, Any]:
    people, hops, acts = outlook.people, outlook.hops, outlook.acts
    person = int(acts.person[act])
    person_id = str(people.ids[person])
    name = str(people.names[person])
    rows = np.flatnonzero((hops.person == person) & acts.uses & np.isin(hops.target, top))
    rows = rows[np.argsort([top.index(int(hops.target[row])) for row in rows], kind="stable")]
    told = list(dict.fromkeys(hops.why[row] for row in rows))
    more = f"; and {len(told) - _SHOWN} more reasons" if len(told) > _SHOWN else ""
    health = people.health[person] if acts.kind[act] != "gap" else ""
    seen = {hops.grade[row] == "A" for row in rows}
    return {
        "person_id": person_id,
        "name": name,
        "kind": str(acts.kind[act]),
        "why": "; ".join(told[:_SHOWN]) + more + (f". Your tie: {health}" if health else ""),
        "what_to_do": _to_do(outlook, str(acts.kind[act]), name, rows, person_id),
        "evidence": "both" if len(seen) > 1 else "observed" if True in seen else "inferred",
        "people": tuple(dict.fromkeys(p for row in rows for p in hops.people[row])),
    }


def _to_do(outlook: Outlook, kind: str, name: str, rows: Ints, person_id: str) -> str:
    if kind == "strong":
        return f"Write {name} a few lines and ask for nothing"
    if kind == "dormant":
        return f"Take up with {name} again: recall what you did together, and ask for nothing yet"
    target = int(outlook.hops.target[rows[0]])
    where = str(outlook.targets.table.loc[target, "name"])
    if person_id in outlook.hops.people[rows[0]]:
        return f"Ask {name} for a short talk about {where}"
    return f"Ask {name} to introduce you to somebody of {where}"


def _changes(outlook: Outlook, top: list[int], before: Floats, after: Floats) -> str:
    names = outlook.targets.table["name"]
    return "; ".join(
        f"{names[target]} {before[target]:.0%} -> {after[target]:.0%}"
        for target in top
        if after[target] - before[target] >= _LEAST
    )
