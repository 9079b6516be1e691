"""Ways to a field of work: whom you know there first, then who leads to others, as ranked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from netgraph.domains import DOMAINS
from netgraph.gaps import find_gaps
from netgraph.leads import lead_in_words, rank_leads
from netgraph.leads.evidence import LITTLE
from netgraph.leads.wording import LEADS, percent

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.contacts import Contacts
    from netgraph.paths.rows import Search

_LOOKED_AT = 25
_TWO = 2


def ranked(  # noqa: PLR0913 - what is known already goes by keyword
    search: Search,
    start: str,
    code: str,
    contacts: Contacts | None,
    *,
    gaps: pd.DataFrame | None = None,
    clusters: pd.DataFrame | None = None,
) -> pd.DataFrame:
    """Rank who leads from somebody to a field; see `rank_leads`.

    Titles count as read right where no contacts are given, of whom their errors could be
    told.
    """
    if gaps is None and contacts is not None:
        gaps = find_gaps(contacts)
    leads = rank_leads(
        search.graph,
        {code: 1.0 if gaps is None else float(gaps["trust"][code])},
        start=start,
        contacts=contacts,
        clusters=clusters,
        calibration=search.curve,
        most=_LOOKED_AT,
    )
    return leads[leads["grade"] != "D"]


def rows_of(search: Search, start: str, leads: pd.DataFrame, count: int) -> list[dict[str, Any]]:
    """Lay out a way for each of the first leads; one place is kept for who leads to others."""
    direct, others = leads[leads["direct"]], leads[~leads["direct"]]
    first = min(len(direct), max(count - min(len(others), 1), 1))
    chosen = [*direct.head(first).to_dict("records"), *others.to_dict("records")][:count]
    together = 1.0 - float((1.0 - leads["chance"].to_numpy(dtype=np.float64)).prod())
    return [_row(search, start, lead) | {"together": together} for lead in chosen]


def _row(search: Search, start: str, lead: dict[Any, Any]) -> dict[str, Any]:
    person, target = str(lead["person_id"]), lead["target"]
    told = {
        "through": lead["chance"],
        "chance": lead["chance"],
        "chance_is": LEADS,
        "made_of": lead_in_words(lead),
        "what_to_do": lead["what_to_do"],
        "tie": lead["tie"],
        "direct": lead["direct"],
    }
    if lead["direct"]:
        return _as_sure(search.row((start, person)), lead["knows"]) | told
    if not isinstance(target, str):
        return _unnamed(search, start, lead) | told
    between = [] if search.graph.has_edge(person, target) else [lead["people"][0]]
    row = search.row((start, person, *between, target))
    return _as_sure(row, min(lead["chance"] / max(row["probability"], 1e-12), 1.0)) | told


def _as_sure(row: dict[str, Any], share: float) -> dict[str, Any]:
    """Lessen the chance of a way by how sure it is that the target works there."""
    return row | {name: row[name] * share for name in ("probability", "low", "high")}


def _unnamed(search: Search, start: str, lead: dict[Any, Any]) -> dict[str, Any]:
    """Lay out a way to somebody of whom nothing is known but the field."""
    person = str(lead["person_id"])
    row = search.row((start, person))
    curve = search.curve
    leads = float(curve.succeeds(LITTLE))
    onward = lead["chance"] / max(row["probability"] * leads, 1e-12)
    strength = np.array([float(search.graph.edges[start, person].get("strength", 0.0)), LITTLE])
    sure = np.array([1.0, lead["knows"]])
    drawn = curve.draw(strength, sure, introduced=np.array([False, True])).prod(axis=1)
    low, high = np.quantile(drawn, (0.05, 0.95)).tolist()
    chances = (*row["chances"], min(onward, 1.0))
    weak = int(np.argmin(chances))
    return row | {
        "target": None,
        "names": (*row["names"], f"somebody in {DOMAINS[lead['domain']]}"),
        "hops": _TWO,
        "probability": lead["chance"],
        "low": low,
        "high": high,
        "weakest_tie": row["route"][weak : weak + 2],
        "weakest_chance": chances[weak],
        "chances": chances,
        "succeeds": (leads,),
        "evidence": (*row["evidence"], lead["why"]),
        "known_by": (*row["known_by"], "inferred"),
        "inferred": row["inferred"] + 1,
    }


def says(rows: list[dict[str, Any]]) -> str:
    """Say what to ask whom you know there, then who leads to others."""
    first = rows[0]
    asked = f"{first['what_to_do']} ({percent(first['chance'])} {LEADS})."
    if first["direct"] and isinstance(first["tie"], str):
        asked += f" Your tie: {first['tie']}."
    told = [asked]
    then = next((row for row in rows[1:] if not row["direct"]), None)
    if first["direct"] and then is not None:
        told.append(f"To others there: {_lower(then['what_to_do'])} ({percent(then['chance'])}).")
    return " ".join(told)


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]
