"""Tables as bytes and back: plain numbers and texts, nothing that could be run."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
import pandas as pd

if TYPE_CHECKING:
    import numpy.typing as npt

_HEAD = 8
"""So many bytes tell how long the description at the beginning is."""
_ORDER: Literal["little"] = "little"
_MISSING = np.iinfo("int64").min
_WHOLE = {"int64": "int64", "datetime64[s]": "int64", "float64": "float64", "bool": "bool"}
"""dtype -> the dtype of its cells in the file."""


def pack(table: pd.DataFrame) -> bytes | None:
    """Write a table as bytes.

    Each text is written once, and the cells are numbers of texts: the ids of
    people stand in the tables many times.

    Parameters
    ----------
    table
        Its columns hold texts, whole or other numbers, truths or times.

    Returns
    -------
    bytes, or None
        None where a column holds anything else.

    Examples
    --------
    >>> table = pd.DataFrame({"name": ["Ann", None], "born": [1980, 1990]}, dtype="object")
    >>> packed = pack(table.astype({"name": "str", "born": "Int64"}))
    >>> unpack(packed)["name"].tolist(), unpack(packed)["born"].tolist()
    (['Ann', nan], [1980, 1990])
    >>> pack(pd.DataFrame({"name": [{"given": "Ann"}]})) is None
    True
    """
    named = table.reset_index() if table.index.name else table
    told: list[dict[str, Any]] = []
    cells: list[bytes] = []
    for column in named.columns:
        found = _write(named[column])
        if found is None or not isinstance(column, str):
            return None
        values, texts = found
        told.append(
            {
                "column": column,
                "dtype": str(named[column].dtype),
                "cells": values.dtype.str,
                "texts": texts,
            }
        )
        cells.append(values.tobytes())
    about = {"rows": len(named), "index": table.index.name, "columns": told}
    head = json.dumps(about).encode("ascii")
    return b"".join([len(head).to_bytes(_HEAD, _ORDER), head, *cells])


def unpack(packed: bytes) -> pd.DataFrame:
    """Read a table that `pack` wrote.

    Raises
    ------
    ValueError, KeyError, IndexError
        If the bytes are no such table.
    """
    begin = _HEAD + int.from_bytes(packed[:_HEAD], _ORDER)
    about = json.loads(packed[_HEAD:begin])
    rows, columns = int(about["rows"]), {}
    for told in about["columns"]:
        dtype = np.dtype(told["cells"])
        values = np.frombuffer(packed, dtype, count=rows, offset=begin)
        begin += values.nbytes
        columns[told["column"]] = _read(values, told["dtype"], told["texts"])
    table = pd.DataFrame(columns)
    return table.set_index(about["index"]) if about["index"] else table


def _write(column: pd.Series) -> tuple[npt.NDArray[Any], list[str] | None] | None:
    """Give the cells as numbers, and the texts that they number; None for other things."""
    dtype = str(column.dtype)
    if dtype == "str":
        codes, texts = pd.factorize(column)
        return codes.astype(np.min_scalar_type(-max(len(texts), 1))), texts.tolist()
    if dtype == "Int64":
        return column.to_numpy(dtype="int64", na_value=_MISSING), None
    if dtype not in _WHOLE:
        return None
    values: npt.NDArray[Any] = column.to_numpy()
    return values.view("int64") if dtype == "datetime64[s]" else values, None


def _read(values: npt.NDArray[Any], dtype: str, texts: list[str] | None) -> Any:  # noqa: ANN401
    if dtype == "str":
        told: Any = pd.array(np.array([*(texts or ()), None], dtype="object")[:-1], dtype="str")
        return told.take(values, allow_fill=True)
    if dtype == "Int64":
        return pd.arrays.IntegerArray(values.copy(), values == _MISSING)
    if dtype not in _WHOLE:
        message = f"no column has the dtype {dtype!r}"
        raise ValueError(message)
    return values.copy().view(dtype) if dtype == "datetime64[s]" else values.copy()
