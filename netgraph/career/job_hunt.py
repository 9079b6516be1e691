"""Job hunt: for companies and roles, whom to learn from first, and whom to ask later."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care import tie_health
from netgraph.career._reach import reach_of
from netgraph.domains import classify_title
from netgraph.errors import NetgraphError
from netgraph.graph import build_graph
from netgraph.introductions import curve_for
from netgraph.paths import find_paths
from netgraph.referrals import find_referrals
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable
    from pathlib import Path

    import networkx as nx

    from netgraph.contacts import Contacts
    from netgraph.introductions import Calibration

LEARN, WIDEN, ASK, NOBODY = "learn", "widen", "ask", "nobody known"
"""The steps, in their order: nobody is asked for a favour before there is something to ask."""

STANDING = ("M", "D", "X")
"""Levels that decide on people, or are heard by those who do."""

_ORDER = {LEARN: 0, WIDEN: 1, ASK: 2, NOBODY: 3}
_RECRUITING = "HRTA"
_DIRECT = 2
_INTRODUCED = 3
"""How many are named at a company to whom somebody could introduce you, beside those known."""
_TEACHERS = 3
"""How many to learn from a role gets, if so many work in its field."""
_ADD_MORE = (
    "Nobody is known: look for a way to somebody there (Paths, or netgraph path), or add more files"
)
_SHOW_AGAIN = (
    "Let them be suggested again on their card, or by netgraph hide NAME --again (netgraph hide "
    "lists them)"
)
_HIDDEN = "whom you know there is hidden from suggestions"
_IN_FIELD = "works in the field of {role!r}"
_SILENT = ("dormant", "lost")
_PARTS = ("person_id", "probability", "strength", "route", "names", "field")
_COLUMNS = [
    "target", "kind", "step", "order", "person_id", "name", "title", "company", "seniority",
    "status", "state", "strength", "probability", "route", "names", "why", "what_to_do", "intent",
]  # fmt: skip


def plan_job_hunt(  # noqa: PLR0913 - what is known already can be passed, by keyword
    contacts: Contacts,
    companies: pd.DataFrame | Iterable[str] | str | Path | bytes | None = None,
    *,
    roles: Iterable[str] = (),
    graph: nx.Graph | None = None,
    calibration: Calibration | None = None,
    now: pd.Timestamp | str | None = None,
    most: int = 8,
) -> pd.DataFrame:
    """Lay out whom to turn to about companies and roles: learn first, ask later.

    Three steps, for each target: ``learn`` (people you know who work or worked there, or
    hold the role or work in its field, and do not decide on people: ask how it is; of a role
    at least the best-known three of the field), ``widen`` (nobody of yours
    is there: who could introduce you to somebody), ``ask`` (people you know there who
    lead others, and recruiters: ask once you know what you want).

    Parameters
    ----------
    contacts
        After `classify`; former employers stand in ``affiliations``.
    companies
        Names, a table with a column of them, a CSV file, or what stands in one (bytes);
        see `find_referrals`.
    roles
        Titles: ``"Data Protection Officer"``. Who has one holds each of its words in
        their title; where nobody has, who works in the field that the title names.
    graph, calibration
        As `build_graph` and `calibrate_introductions` give them; else made here, the
        calibration of ``introductions``.
    now
        The day to look back from; see `tie_health`.
    most
        At most so many people for each target; where you know people at a company, at most
        three more to whom somebody could introduce you.

    Returns
    -------
    pandas.DataFrame
        Targets in their order, in each the people by ``step`` and then by how likely it
        works: ``target``, ``kind`` (``company`` or ``role``), ``step``, ``order`` (from 1),
        ``person_id``, ``name``, ``title``, ``company``, ``seniority``, ``status`` as
        `find_referrals` has it, ``state`` of your own tie (`tie_health`; of the tie to whom
        you ask, where that is another), ``strength`` of it, ``probability`` that asking
        succeeds, ``route`` and ``names`` (you first), ``why``, ``what_to_do`` in words,
        ``intent`` for `draft`. A target where nobody is known has one row that says why.
        People hidden from suggestions are left out.
        ``attrs``: ``says``, ``skipped`` (rows of the list left out), ``basis`` of the chances.

    Raises
    ------
    ImportFormatError
        If the list cannot be read or names nothing.
    NetgraphError
        If nothing is asked for, or you are not in the network.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "company": [None, "Acme", "Acme"],
    ...                        "seniority": [None, "P", "D"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    >>> plan = plan_job_hunt(Contacts(people=people, ties=ties), ["Acme"])
    >>> plan[["step", "name"]].values.tolist()
    [['learn', 'Ann'], ['ask', 'Bo']]
    """
    asked = [role for role in dict.fromkeys(map(str.strip, roles)) if role]
    if companies is None and not asked:
        raise NetgraphError("no company and no role is named", remedy="Name one at least")
    network = build_graph(contacts) if graph is None else graph
    curve = curve_for(contacts, network, calibration)
    parts, skipped = [], 0
    if companies is not None:
        everybody = max(len(contacts.people), 1)
        found = find_referrals(
            contacts, companies, graph=network, calibration=curve, most=everybody
        )
        skipped = found.attrs["skipped"]
        parts.append(found.rename(columns={"company": "target"}).assign(kind="company"))
    parts += [_of_role(contacts, network, curve, role, most) for role in asked]
    table = pd.concat([part for part in parts if len(part)], ignore_index=True)
    table = table.reindex(columns=list(dict.fromkeys([*table.columns, *_PARTS])))
    table = _laid_out(_first(_without_hidden(table, contacts), most), contacts, now)
    table.attrs = {"says": _in_words(table), "basis": curve.basis, "skipped": skipped}
    return table


def _of_role(
    contacts: Contacts, graph: nx.Graph, curve: Calibration, role: str, most: int
) -> pd.DataFrame:
    """Lay out who holds a role, or works in its field, as `find_referrals` does a company."""
    ways = find_paths(graph, title=role, k=most, calibration=curve, contacts=contacts)
    fits = f"has {role!r} in the title"
    field = classify_title(role).domain
    if ways.empty and field not in (None, "UNK"):
        ways = find_paths(graph, domain=field, k=most, calibration=curve, contacts=contacts)
        fits = _IN_FIELD.format(role=role)
    says = ways.attrs["says"]
    ways = ways[ways["target"].notna()]  # who may know somebody there names nobody
    if ways.empty:
        return pd.DataFrame({"target": [role], "kind": "role", "status": NOBODY, "why": says})
    own = set(ways.loc[ways["hops"] == 1, "target"])  # nobody is introduced to whom you know
    ways = ways[(ways["hops"] == 1) | ~ways["target"].isin(own)]
    direct = ways["hops"] == 1
    found = pd.DataFrame(
        {
            "target": role,
            "kind": "role",
            "status": np.where(direct, "you know them", "one step away"),
            "person_id": ways["target"],
            "probability": ways["through"],
            "strength": [graph.edges[route[:2]].get("strength", np.nan) for route in ways["route"]],
            "route": ways["route"],
            "names": ways["names"],
            "why": [f"{fits}: {why}" if why else fits for why in ways["why"]],
        }
    )
    levels = contacts.people["seniority"].reindex(found["person_id"]).to_numpy()
    learnt = int((direct.to_numpy() & ~np.isin(levels, STANDING)).sum())
    more = _of_field(contacts, graph, curve, role, set(found["person_id"]))
    found = found.sort_values("probability", ascending=False, kind="stable")
    return pd.concat([more.head(max(_TEACHERS - learnt, 0)), found]).assign(field=field)


def _of_field(
    contacts: Contacts, graph: nx.Graph, curve: Calibration, role: str, named: set[str]
) -> pd.DataFrame:
    """List whom you know in the field of a role who do not decide, the strongest tie first."""
    field, reach = classify_title(role).domain, reach_of(graph, curve)
    people = contacts.people.reindex(reach.index)
    suits = people["domain"].eq(field) & (field != "UNK") & ~people["seniority"].isin(STANDING)
    away = named | set(hidden_from_suggestions(contacts))
    fit = reach[(reach["hops"] == 1) & suits.fillna(value=False) & ~reach.index.isin(away)]
    fit = fit.sort_values("strength", ascending=False, kind="stable")
    ego = graph.graph.get("ego")
    names = contacts.people["name"].reindex(fit.index)
    return pd.DataFrame(
        {
            "target": role,
            "kind": "role",
            "status": "you know them",
            "person_id": fit.index,
            "probability": fit["chance"].to_numpy(),
            "strength": fit["strength"].to_numpy(),
            "route": [(ego, person) for person in fit.index],
            "names": [("You", name) for name in names],
            "why": f"{_IN_FIELD.format(role=role)}, among the closest of yours there",
        }
    )


def _without_hidden(table: pd.DataFrame, contacts: Contacts) -> pd.DataFrame:
    """Leave out whom nothing is to suggest; a target of them alone is one of nobody."""
    hidden = set(hidden_from_suggestions(contacts))
    away = [
        isinstance(route, tuple) and not hidden.isdisjoint(route[1:]) for route in table["route"]
    ]
    if not any(away):
        return table
    left = table[~np.array(away)]
    first = table.drop_duplicates("target")[["target", "kind"]]
    alone = first[~first["target"].isin(left["target"])].assign(status=NOBODY, why=_HIDDEN)
    return pd.concat([left, alone], ignore_index=True)


def _first(table: pd.DataFrame, most: int) -> pd.DataFrame:
    """Keep so many people a target; beside those known directly a few to be introduced to."""
    known = table["route"].map(lambda route: isinstance(route, tuple) and len(route) == _DIRECT)
    some = known.groupby([table["kind"], table["target"]]).transform("any")
    place = table.groupby([table["kind"], table["target"], known]).cumcount()
    left = np.where(some & ~known, min(_INTRODUCED, most), most)
    return table[place < left].reset_index(drop=True)


def _laid_out(
    table: pd.DataFrame, contacts: Contacts, now: pd.Timestamp | str | None
) -> pd.DataFrame:
    """Add who people are and how your ties to them are, and put all into the order to ask in."""
    people = contacts.people
    for column in ("name", "title", "company", "seniority", "domain"):
        table[column] = table["person_id"].map(people[column])
    asked = table["route"].map(lambda route: route[1], na_action="ignore")
    table["state"] = asked.map(tie_health(contacts, now=now)["state"])
    known = table["route"].map(len, na_action="ignore") == _DIRECT
    recruits = table["domain"].eq(_RECRUITING) & table["field"].ne(_RECRUITING)
    leads = table["seniority"].isin(STANDING) | recruits
    table["step"] = np.select(
        [table["person_id"].isna(), ~known, leads.fillna(value=False)], [NOBODY, WIDEN, ASK], LEARN
    )
    place = table["target"].map({t: n for n, t in enumerate(table["target"].unique())})
    table = table.assign(place=place, rank=table["step"].map(_ORDER))
    table = table.sort_values(
        ["place", "rank", "probability"], ascending=[True, True, False], kind="stable"
    )
    somebody = table["person_id"].notna()
    order = (table.groupby("place").cumcount() + 1).where(somebody).astype("Int64")
    acts = [_act(row) for row in table.to_dict("records")]
    table = table.assign(
        order=order,
        what_to_do=[a for a, _ in acts],
        intent=pd.Series([i for _, i in acts], table.index, dtype=object),
    )
    return table[_COLUMNS].reset_index(drop=True)


def _act(row: dict[Hashable, object]) -> tuple[str, str | None]:
    """Say what to do with somebody, and which draft begins it."""
    if row["step"] == NOBODY and row["why"] == _HIDDEN:
        return _SHOW_AGAIN, None
    if row["step"] == NOBODY:
        return _ADD_MORE, None
    names = row["names"]
    first = names[1] if isinstance(names, tuple) else row["name"]
    if row["state"] in _SILENT:
        return f"Take up with {first} again first, without a request", "reconnect"
    if row["step"] == WIDEN:
        return f"Ask {first} whether they would introduce you to {row['name']}", "introduction"
    if row["step"] == LEARN:
        of_what = "how it is there" if row["kind"] == "company" else "how the work is"
        return f"Ask {first} {of_what}, and what they would look at in your place", "advice"
    return f"Turn to {first} last, once you know what you want, with one clear question", "advice"


def _in_words(table: pd.DataFrame) -> str:
    targets = len(table[["kind", "target"]].drop_duplicates())
    found = table[table["step"] != NOBODY]
    steps = found["step"].value_counts()
    told = [
        f"{steps[step]:,} to {says}"
        for step, says in ((LEARN, "learn from"), (WIDEN, "be introduced to"), (ASK, "ask last"))
        if step in steps
    ]
    nobody = int((table["step"] == NOBODY).sum())  # a target of nobody has one row
    rest = f" At {nobody:,} nobody is known." if nobody else ""
    what = "1 target" if targets == 1 else f"{targets:,} targets"
    return f"{what}: {', '.join(told) if told else 'nobody is known'}.{rest if told else ''}"
