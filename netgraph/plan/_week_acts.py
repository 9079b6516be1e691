"""What can stand in a week: each act as a row, from the tables that know of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from netgraph.contacts import Contacts

GIVING_MINUTES = 15.0
_WRITTEN_GIFTS = {"reply": "answer", "recommendation": "offer_help", "introduction": "offer_help"}
"""Gift -> the draft that goes with it; an endorsement needs no letter."""

COLUMNS = [
    "kind", "what", "person_id", "name", "what_to_do", "why", "minutes", "intent", "about",
    "field", "due_at", "grade",
]  # fmt: skip


def follow_ups(found: pd.DataFrame) -> list[dict[str, object]]:
    """Lay out who waits for a word."""
    rows = found.assign(kind="follow_up", about=found["other_id"])
    return list(_acts(rows))


def dormant(found: pd.DataFrame) -> list[dict[str, object]]:
    """Lay out the deep ties that fell silent."""
    rows = found.assign(kind="dormant", what="dormant", grade="observed")
    return list(_acts(rows))


def gaps(plan: pd.DataFrame, resting: set[str]) -> list[dict[str, object]]:
    """Lay out the ways to fields that you lack; where no field is known to lack, there is none."""
    rows = plan[(plan["kind"] == "gap") & ~plan["person_id"].isin(resting)]
    rows = rows.dropna(subset="field") if "field" in rows else rows
    if rows.empty:
        return []
    works_there = [
        person in people[:1]
        for person, people in zip(rows["person_id"], rows["people"], strict=True)
    ]
    intent = np.where(works_there, "advice", "introduction")
    return list(_acts(rows.assign(what="gap", intent=intent, grade=rows["evidence"])))


def giving(contacts: Contacts, ledger: pd.DataFrame, resting: set[str]) -> list[dict[str, object]]:
    """Lay out what you could give: what you owe first, to those who gave most more than you."""
    rows = ledger[ledger["could_give"].notna()].rename_axis("person_id").reset_index()
    rows = rows[~rows["person_id"].isin(resting | set(hidden_from_suggestions(contacts)))]
    if rows.empty:
        return []
    rows = rows.assign(guess=rows["you_owe"].isna(), more=rows["received"] - rows["given"])
    rows = rows.sort_values(["guess", "more"], ascending=[True, False], kind="stable")
    return list(
        _acts(
            rows.assign(
                kind="giving",
                what=rows["giving"],
                what_to_do="For " + rows["name"].fillna("them") + ": " + rows["could_give"],
                why=rows["evidence"],
                minutes=GIVING_MINUTES,
                intent=rows["giving"].map(_WRITTEN_GIFTS),
                grade=rows["guess"].map({True: "inferred", False: "observed"}),
            )
        )
    )


def _acts(rows: pd.DataFrame) -> Iterator[dict[str, object]]:
    laid = rows.reindex(columns=COLUMNS)
    for row in laid.to_dict("records"):
        yield {str(column): _known(cell) for column, cell in row.items()}


def _known(cell: Hashable) -> object:
    return None if cell is None or cell is pd.NaT or cell != cell else cell  # noqa: PLR0124 - NaN
