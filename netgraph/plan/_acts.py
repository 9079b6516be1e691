"""What you could do: an act a person, and what each of them may open."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.sparse import csr_array

from netgraph.plan._people import STRONG

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import networkx as nx
    import pandas as pd
    from numpy.typing import NDArray

    from netgraph.introductions import Calibration
    from netgraph.plan._people import People
    from netgraph.plan._targets import Targets

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]

MINUTES = {"strong": 10.0, "dormant": 20.0, "gap": 25.0}
"""What an act costs: a note to a strong tie, taking up with an old one, asking to be introduced."""

LIVING = ("active", "cooling")
_LEAST = 1e-12


class Hops(NamedTuple):
    """From a person to a target: a row for each piece of evidence.

    Attributes
    ----------
    person
        Row in `People`.
    target
        Row in `Targets`.
    probability
        That it is so at all; 1 for what was observed.
    carry
        How likely it opens the target, if it is so.
    grade, why, people, ask
        Of what quality it is, in words, who stands behind it, and what to ask for.
    """

    person: Ints
    target: Ints
    probability: Floats
    carry: Floats
    grade: list[str]
    why: list[str]
    people: list[tuple[str, ...]]
    ask: list[str]


class Acts(NamedTuple):
    """One act a person: row in `People`, kind, minutes, and the hops that it uses."""

    person: Ints
    kind: NDArray[np.str_]
    minutes: Floats
    uses: Bools


def find_hops(  # noqa: PLR0913 - all that is known of the ways
    graph: nx.Graph,
    clusters: pd.DataFrame,
    brokers: pd.DataFrame,
    *,
    people: People,
    targets: Targets,
    calibration: Calibration,
) -> Hops:
    """Gather what speaks for it that a person opens a target."""
    place = {person: row for row, person in enumerate(people.ids)}
    rows = _to_ties(people, targets) + _to_fields(brokers, place, targets)
    rows += _to_communities(graph, clusters, place, targets, calibration)
    columns = list(zip(*rows, strict=True)) or [()] * len(Hops._fields)
    numbers = (np.int64, np.int64, np.float64, np.float64)
    arrays = [np.array(c, dtype=k) for c, k in zip(columns[:4], numbers, strict=True)]
    return Hops(*arrays, *(list(column) for column in columns[4:]))  # type: ignore[arg-type]


def make_acts(
    people: People, hops: Hops, targets: Targets, minutes: dict[str, float], barred: set[str]
) -> Acts:
    """Give each person who may open something the act that suits the tie.

    A dormant tie is taken up again. A strong one gets a note, if that opens more a
    minute than asking for an introduction; who has no strong tie is asked.
    """
    to_field = (targets.table["kind"] == "field").to_numpy(dtype=bool)[hops.target]
    strong = np.isin(people.state, LIVING) & (people.strength >= STRONG)
    worth = {
        noted: _worth(people, hops, targets, ~to_field if noted else np.ones_like(to_field))
        for noted in (True, False)
    }
    note = strong & (worth[True] / minutes["strong"] >= worth[False] / minutes["gap"])
    kind = np.select([people.state == "dormant", note], ["dormant", "strong"], "gap")
    uses = ~(note[hops.person] & to_field)
    able = np.zeros(len(people.ids), dtype=bool)
    able[hops.person[uses]] = True
    able &= ~people.ids.isin(list(barred))
    person = np.flatnonzero(able)
    cost = np.array([minutes[each] for each in kind[person]], dtype=np.float64)
    return Acts(person, kind[person], cost, uses)


def chances(
    people: People, hops: Hops, uses: Bools, targets: int, drawn: Floats | None = None
) -> csr_array:
    """Tell how likely each person opens each target: people by targets.

    Parameters
    ----------
    drawn
        The probability of each hop in a draw; by default its own.
    """
    carry = hops.carry * (hops.probability if drawn is None else drawn)
    rows = np.flatnonzero(uses & (carry > 0))
    key = hops.person[rows] * targets + hops.target[rows]
    pairs, inverse = np.unique(key, return_inverse=True)
    missed = np.bincount(inverse, np.log1p(-np.minimum(carry[rows], 1 - _LEAST)))
    person, target = np.divmod(pairs, targets)
    chance = people.chance[person] * -np.expm1(missed)
    return csr_array((chance, (person, target)), shape=(len(people.ids), targets))


def _is_seen_within(graph: nx.Graph, person: Hashable, home: Mapping[Hashable, int]) -> bool:
    """Tell whether an observed tie to a member of a person's community speaks for it."""
    ties = graph[person].items() if person in graph else ()
    return any(
        home.get(other) == home[person] and tie.get("evidence") != "inferred" for other, tie in ties
    )


def _worth(people: People, hops: Hops, targets: Targets, uses: Bools) -> Floats:
    table = chances(people, hops, uses, len(targets.table))
    return np.asarray(table @ targets.table["weight"].to_numpy(dtype=np.float64))


Row = tuple[int, int, float, float, str, str, tuple[str, ...], str]


def _to_ties(people: People, targets: Targets) -> list[Row]:
    """Dormant ties: who is turned to again is reached."""
    return [
        (row, targets.by_person[person], 1.0, 1.0, "A", "was close to you once", (person,), "")
        for row, person in enumerate(people.ids)
        if person in targets.by_person
    ]


def _to_fields(brokers: pd.DataFrame, place: dict[str, int], targets: Targets) -> list[Row]:
    rows: list[Row] = []
    for broker in brokers.to_dict("records"):
        target = targets.by_domain.get(str(broker["domain"]))
        if target is None or broker["person_id"] not in place:
            continue
        knows, leads = float(broker["knows"]), float(broker["succeeds"])
        seen = broker["direct"] or broker["evidence"] == "observed"
        sure = (1.0, knows * leads) if seen else (knows, leads)
        row = place[str(broker["person_id"])]
        told = (broker["grade"], broker["why"], broker["people"], broker["what_to_do"])
        rows.append((row, target, *sure, *told))
    return rows


def _to_communities(
    graph: nx.Graph,
    clusters: pd.DataFrame,
    place: dict[str, int],
    targets: Targets,
    calibration: Calibration,
) -> list[Row]:
    """Members of a community, and those who are tied to its members."""
    member = clusters["cluster"].dropna().astype("int64")
    home = member.to_dict()
    core = clusters["core"].fillna(0.0).to_dict()
    names = targets.table["name"].tolist()
    called = {person: known.get("name") or person for person, known in graph.nodes.items()}
    rows: list[Row] = []
    for person in member.index[member.isin(list(targets.by_cluster))]:
        cluster = home[person]
        target = targets.by_cluster[cluster]
        if person in place:
            sure = (1.0, float(core[person]))
            ask = f"Ask {called[person]} how they are, and whom to know of {names[target]}"
            seen = _is_seen_within(graph, person, home)
            why = f"{'belongs' if seen else 'may belong'} to {names[target]}"
            rows.append((place[person], target, *sure, "A" if seen else "C", why, (person,), ask))
        for other, tie in graph[person].items() if person in graph else ():
            if other not in place or home.get(other) == cluster:
                continue
            seen = tie.get("evidence") != "inferred"
            carry = float(calibration.chance(tie.get("strength", 0.1)))
            why = f"{'knows' if seen else 'may know'} {called[person]} of {names[target]}"
            ask = f"Ask {called[other]} for an introduction to {called[person]}"
            if person in place:
                ask = f"Ask {called[other]} how {names[target]} is, for they know people there"
            elif not seen:
                ask = f"Ask {called[other]} whether they know {called[person]}, and for an "
                ask += "introduction"
            sure = (float(tie.get("probability", 1.0)), carry)
            told = ("A" if seen else "B", why, (person,), ask)
            rows.append((place[other], target, *sure, *told))
    return rows
