"""The main points of a change, as a few sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from netgraph.what_if._changing import Change

_SHOWN = 3
CALLED = {
    "contacts": "contacts",
    "reach": "people within two steps",
    "living_reach": "people within two steps, by closeness",
    "domains": "fields of work",
    "diversity": "variety of fields",
    "living_diversity": "variety of fields, by closeness",
    "clusters": "clusters",
    "living_clusters": "clusters, by closeness",
    "groups": "groups that only you connect",
    "cut_off": "people cut off",
    "constraint": "constraint",
    "effective_size": "contacts who lead elsewhere",
}
"""What each measure is called, in tables, pictures and sentences."""

_TOLD = ("reach", "living_reach", "diversity", "living_diversity", "clusters", "constraint")
_SMALL, _SHARE = 0.005, 0.001


def in_words(change: Change, table: pd.DataFrame) -> str:
    """Say what is done, what changes, and who bridges instead."""
    done = _done(change)
    if not done:
        return "Nobody is lost, added or taken up with, so nothing changes."
    parts = [f"{done}: {_changes(table)}."]
    if cut := len(table.attrs["cut_off"]):
        parts.append(f"No chain leads to {cut:,} {'person' if cut == 1 else 'people'} any more.")
    for key, one, several in (
        ("brokers_appear", "comes to be", "come to be"),
        ("brokers_vanish", "ceases to be", "cease to be"),
    ):
        if names := [row["name"] for row in table.attrs[key]]:
            verb = one if len(names) == 1 else several
            parts.append(f"{_listed(names)} {verb} among the ten who bridge most.")
    if reason := table["reason"].get("constraint"):
        parts.append(f"Constraint and effective size are withheld: {reason}.")
    return " ".join(parts)


def _done(change: Change) -> str:
    names = change.network.names
    told = [
        f"{word} {_listed([names[row] for row in rows])}"
        for word, rows in (
            ("without", change.lost),
            ("with", change.added),
            ("back in touch with", change.reconnected),
        )
        if rows
    ]
    text = ", ".join(told)
    return text[:1].upper() + text[1:]


def _changes(table: pd.DataFrame) -> str:
    told = []
    for measure, row in table.loc[list(_TOLD)].to_dict("index").items():
        if abs(row["change"]) >= max(_SMALL, _SHARE * abs(row["before"])):
            low, high = _number(row["low"], sign=True), _number(row["high"], sign=True)
            spread = f", between {low} and {high}" if low != high else ""
            told.append(
                f"{CALLED[str(measure)]} {_number(row['before'])} -> {_number(row['after'])} "
                f"({_number(row['change'], sign=True)}{spread})"
            )
    return "; ".join(told) or "none of what is measured of you changes"


def _number(value: float, *, sign: bool = False) -> str:
    """Write a number with as many digits as its size calls for."""
    places = 0 if abs(value - round(value)) < _SMALL else 2 if abs(value) < 10 else 1  # noqa: PLR2004
    return f"{value:{'+' if sign else ''},.{places}f}"


def _listed(names: list[str]) -> str:
    shown = names[:_SHOWN]
    if len(names) > _SHOWN:
        return f"{', '.join(shown)} and {len(names) - _SHOWN} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
