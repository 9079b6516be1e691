"""Rows of tables as plain numbers and texts: what may be told beside a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

if TYPE_CHECKING:
    from collections.abc import Hashable


def plain_row(row: pd.Series) -> dict[Hashable, Any]:
    """Give a row as a dict; what is not known is None.

    Examples
    --------
    >>> plain_row(pd.Series({"letters": 2, "share": float("nan")}, dtype="Float64"))
    {'letters': 2.0, 'share': None}
    """
    return {name: None if pd.isna(cell) else _plain(cell) for name, cell in row.items()}


def _plain(cell: Any) -> Any:  # noqa: ANN401 - whatever a cell holds
    return cell.item() if hasattr(cell, "item") else cell
