"""A plan in words: why each is chosen, what to do, and what it would change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.leads.wording import LEADS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from netgraph.plan._choosing import Task
    from netgraph.plan.planning import Outlook

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

COLUMNS = (
    "person_id", "name", "kind", "why", "what_to_do", "minutes", "gain", "chance", "leads",
    "leads_is", "field", "kept", "changes", "evidence", "people",
)  # fmt: skip
_SHOWN = 2
_LEAST = 0.005
_NOTHING = (
    "No field is found lacking, in each community a tie of yours lives, and no deep tie sleeps: "
    "there is nothing that this plan could add."
)
_ELSE_NOTHING = "Nobody is suggested, for what is known of your network tells of nothing lacking."
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
            **_leads(outlook, row["kind"], top, chance, float(outlook.people.chance[person])),
            "kept": float(stays),
            "changes": _changes(outlook, top, 1 - missed, 1 - missed * (1 - chance)),
        }
        rows.append(row)
        left = left * (1 - chance)
        missed = missed * (1 - chance)
    empty = pd.DataFrame(columns=list(COLUMNS))
    numbers = dict.fromkeys(("minutes", "gain", "chance", "leads", "kept"), "float64")
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
    if len(plan):
        who = [f"{row['name']} ({row['minutes']:g} min)" for row in plan.to_dict("records")]
        told = f"{plan['minutes'].sum():g} of {outlook.budget:g} minutes: {', '.join(who)}."
        whole = f"Together they open {plan['gain'].sum():.0%} of what you lack.".replace("%", " %")
        return " ".join(filter(None, (told, outlook.not_known or whole, outlook.silent)))
    return " ".join(filter(None, (_why_nobody(outlook), outlook.not_known, outlook.silent)))


def _why_nobody(outlook: Outlook) -> str:
    table = outlook.targets.table
    if table.empty:
        return _ELSE_NOTHING if outlook.not_known or outlook.silent else _NOTHING
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
        "what_to_do": _to_do(outlook, str(acts.kind[act]), name, rows),
        "evidence": "both" if len(seen) > 1 else "observed" if True in seen else "inferred",
        "people": tuple(dict.fromkeys(p for row in rows for p in hops.people[row])),
    }


def _leads(
    outlook: Outlook, kind: str, top: list[int], chance: Floats, own: float
) -> dict[str, Any]:
    """Give the chance that an act leads to what it is for, and say of what it is."""
    first = outlook.targets.table.loc[top[0]]
    of = {
        "dormant": "that they answer, and would help you again",
        "strong": "that they would help you on, were you to ask",
    }
    field = str(first["code"]) if kind == "gap" and first["kind"] == "field" else None
    if field is not None:
        said = LEADS
    elif kind in of:
        return {"leads": own, "leads_is": of[kind], "field": None}
    else:
        said = f"that asking them leads to something in {first['name']}"
    return {"leads": float(chance[top[0]]), "leads_is": said, "field": field}


def _to_do(outlook: Outlook, kind: str, name: str, rows: Ints) -> str:
    if kind == "strong":
        return f"Write {name} a few lines and ask for nothing"
    if kind == "dormant":
        return f"Take up with {name} again: recall what you did together, and ask for nothing yet"
    return outlook.hops.ask[int(rows[0])]


def _changes(outlook: Outlook, top: list[int], before: Floats, after: Floats) -> str:
    table = outlook.targets.table
    return "; ".join(
        f"{'' if table['kind'][t] == 'tie' else 'reach of '}{table['name'][t]} "
        f"{100 * before[t]:.0f} -> {100 * after[t]:.0f} of 100"
        for t in top
        if after[t] - before[t] >= _LEAST
    )
