"""`netgraph import`: files into the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import netgraph as ng
from netgraph.cli import changes
from netgraph.cli._network import open_workspace
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, console, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST_REASONS = 10
_FILE_COLUMNS = {
    "file": "File", "format": "Format", "state": "State",
    "rows": "Rows", "kept": "Kept", "rejected": "Rejected",
}  # fmt: skip
_SOURCE_COLUMNS = {
    "file": "File", "format": "Format", "imported_at": "Imported", "as_of": "As of",
    "rows": "Rows", "kept": "Kept", "rejected": "Rejected", "current": "Current",
}  # fmt: skip


def add_to(commands: Commands) -> None:
    """Add `import` to the commands."""
    parser = commands.add_parser(
        "import",
        help="keep the contacts of files in the workspace",
        description="Keep the contacts of files in the workspace. All files are stored, or none. "
        "What was imported before changes nothing; a newer export updates, and tells what changed.",
    )
    add_files(parser, nargs="*")
    parser.add_argument("--encoding", help="how the letters are stored, if it is not found: cp1252")
    parser.add_argument(
        "--columns",
        metavar="ROLE=HEADER,...",
        help="what columns mean, if it is not found: given=Vorname,family=Nachname",
    )
    parser.add_argument("--list", action="store_true", help="list what was imported, and end")
    add_workspace(parser)
    add_json(parser)
    parser.set_defaults(run=_import)


def _import(options: argparse.Namespace) -> int:
    with open_workspace(options) as workspace:
        if options.list:
            return _list(workspace, as_json=options.json)
        if not options.files:
            raise ng.ImportFormatError("no file is named", remedy="See `netgraph import --help`")
        imported = _read(workspace, options)
        pairs = len(workspace.contacts.review)
    if options.json:
        tables = {name: getattr(imported, name) for name in ("files", "rejected", "changes")}
        print_json(
            {"sentence": imported.sentence}
            | {name: as_records(table) for name, table in tables.items()}
        )
    else:
        _print(imported, pairs)
    return 2 if (imported.files["state"] == "refused").any() else 0


def _read(workspace: ng.Workspace, options: argparse.Namespace) -> ng.Imported:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=console(errors=True),
        transient=True,
    ) as shown:
        task = shown.add_task("Looking at the files", total=None)

        def tell(file: str, done: int, total: int) -> None:
            shown.update(task, description=file[-60:], completed=done, total=total)

        return workspace.add(
            *options.files,
            ego=options.ego,
            encoding=options.encoding,
            columns=options.columns,
            progress=tell,
        )


def _list(workspace: ng.Workspace, *, as_json: bool) -> int:
    sources = workspace.sources
    if as_json:
        print_json(as_records(sources))
    elif sources.empty:
        print("Nothing was imported yet: netgraph import FILE...")
    else:
        shown = sources.assign(current=sources["current"].map({True: "yes", False: "no"}))
        print_table(shown, _SOURCE_COLUMNS)
    return 0


def _print(imported: ng.Imported, pairs: int) -> None:
    terminal = console()
    files = imported.files
    told = files[files["state"] != "not used"]
    print_table(told, _FILE_COLUMNS)
    left = len(files) - len(told)
    if left:
        terminal.print(f"{number_of(left, 'file')} say nothing about who knows whom.", style="dim")
    for row in told.dropna(subset=["warnings"]).to_dict("records"):
        terminal.print(f"{row['file']}: {row['warnings']}", style="dim", soft_wrap=True)
    _print_reasons(imported.rejected)
    terminal.print(imported.sentence, style="bold", soft_wrap=True)
    if len(imported.changes):
        changes.print_changes(imported.changes)
    for line in _next_steps(pairs):
        terminal.print(line, soft_wrap=True)


def _print_reasons(rejected: pd.DataFrame) -> None:
    terminal = console()
    groups = rejected.groupby(["file", "reason"], sort=False, dropna=False)["row"]
    reasons: list[tuple[Any, Any]] = [(key, rows) for key, rows in groups if key[1] is not None]
    reasons.sort(key=lambda group: -len(group[1]))
    for (file, reason), rows in reasons[:_MOST_REASONS]:
        first = rows.dropna().min() if rows.notna().any() else None
        place = f", first in row {first}" if first is not None else ""
        terminal.print(
            f"{file}: {number_of(len(rows), 'row')} rejected{place}: {reason}",
            style="dim",
            soft_wrap=True,
        )
    if len(reasons) > _MOST_REASONS:
        terminal.print("All of them: netgraph import ... --json, or the page Data", style="dim")


def _next_steps(pairs: int) -> list[str]:
    steps = ["Next: netgraph dashboard, netgraph summary"]
    if pairs:
        steps.insert(0, f"{number_of(pairs, 'pair')} may be one person each: netgraph review")
    return steps
