"""Files of a user's own rules: CSV and YAML."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING, Any, NamedTuple

from netgraph.errors import ImportFormatError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

COLUMNS = ("title", "domain", "seniority")
YAML_NAMES = (".yaml", ".yml")
_REMEDY = (
    "Save it as UTF-8: a CSV file with the columns title, domain and, if you like, seniority; "
    "or a YAML file with lines such as `tribal chief: EXEC`"
)


class Entry(NamedTuple):
    """One rule as a user wrote it, and where; empty text is not said."""

    title: str
    domain: str
    seniority: str
    file: str | None = None
    row: int | None = None


def read_entries(path: Path) -> list[Entry]:
    """Read a file of rules; what it is, its ending tells.

    Raises
    ------
    ImportFormatError
        If it cannot be read, with the line where that can be told.
    """
    text = _read_text(path)
    entries = _read_yaml if path.suffix.lower() in YAML_NAMES else _read_csv
    return [entry for entry in entries(text, path.name) if entry.title]


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        reason = error.strerror or "it cannot be read"
        raise ImportFormatError(reason, file=str(path), remedy=_REMEDY) from error
    except UnicodeDecodeError as error:
        raise ImportFormatError("it is no UTF-8 text", file=str(path), remedy=_REMEDY) from error


def _read_csv(text: str, file: str) -> Iterator[Entry]:
    header = text.partition("\n")[0]
    delimiter = max(",;\t", key=header.count)
    rows = csv.DictReader(text.splitlines(), delimiter=delimiter, restval="")
    names = {(name or "").strip().lower(): name for name in rows.fieldnames or ()}
    if "title" not in names or not names.keys() & {"domain", "seniority"}:
        raise ImportFormatError(
            "it lacks the column title, or domain and seniority", file=file, remedy=_REMEDY
        )
    for row in rows:
        cells = {column: row[names[column]].strip() for column in COLUMNS if column in names}
        yield _of_cells(cells, file, rows.line_num)


def _read_yaml(text: str, file: str) -> Iterator[Entry]:
    """Read ``title: domain``, ``title: {domain: .., seniority: ..}``, or a list of such records.

    Only the text of the nodes is read and nothing is built from it, so a file
    can neither run anything nor turn a title such as ``No`` into a truth value.
    """
    import yaml  # noqa: PLC0415 - only who has such a file waits for it

    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        said = " ".join(str(getattr(error, "problem", None) or "it is no YAML").split())
        row = mark.line + 1 if mark else None
        raise ImportFormatError(said, file=file, row=row, remedy=_REMEDY) from error
    if root is None:
        return
    if isinstance(root, yaml.MappingNode):
        for title, said in root.value:
            yield _entry(title, said, file)
    elif isinstance(root, yaml.SequenceNode):
        for record in root.value:
            cells = _cells(record, file)
            yield _of_cells(cells, file, _line(record))
    else:
        raise _unreadable(root, file)


def _entry(title: Any, said: Any, file: str) -> Entry:  # noqa: ANN401 - nodes of an untyped package
    name, row = _scalar(title, file), _line(title)
    if hasattr(said, "value") and isinstance(said.value, str):
        return Entry(name, said.value.strip(), "", file, row)
    cells = _cells(said, file)
    return Entry(name, cells.get("domain", ""), cells.get("seniority", ""), file, row)


def _of_cells(cells: Mapping[str, str], file: str, row: int) -> Entry:
    title, domain, seniority = (cells.get(column, "") for column in COLUMNS)
    return Entry(title, domain, seniority, file, row)


def _cells(record: Any, file: str) -> dict[str, str]:  # noqa: ANN401 - as above
    if record.id != "mapping":
        raise _unreadable(record, file)
    cells = {_scalar(key, file).lower(): _scalar(value, file) for key, value in record.value}
    unknown = [key for key in cells if key not in COLUMNS]
    if unknown:
        raise ImportFormatError(
            f"{unknown[0]!r} is none of {', '.join(COLUMNS)}",
            file=file,
            row=_line(record),
            remedy=_REMEDY,
        )
    return cells


def _scalar(node: Any, file: str) -> str:  # noqa: ANN401 - as above
    if node.id != "scalar":
        raise _unreadable(node, file)
    return str(node.value).strip()


def _line(node: Any) -> int:  # noqa: ANN401 - as above
    return int(node.start_mark.line) + 1


def _unreadable(node: Any, file: str) -> ImportFormatError:  # noqa: ANN401 - as above
    return ImportFormatError(
        "a rule is a title and its domain", file=file, row=_line(node), remedy=_REMEDY
    )
