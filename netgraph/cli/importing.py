"""`netgraph import`: files into the workspace."""

from __future__ import annotations

from typing import TYPE_CHECKING

import netgraph as ng
from netgraph.cli import changes
from netgraph.cli._network import open_workspace
from netgraph.cli._options import add_files, add_json, add_workspace
from netgraph.cli._printing import as_records, as_text, console, number_of, print_json, print_table

if TYPE_CHECKING:
    import argparse

    import pandas as pd

    from netgraph.cli._options import Commands

_MOST_REASONS = 10
_WORKBOOKS = (".xlsx", ".xlsm")
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
    parser.add_argument("--format", metavar="NAME", help="read this format only, whatever it says")
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
        steps = _next_steps(workspace.contacts)
    if options.json:
        tables = {name: getattr(imported, name) for name in ("files", "rejected", "changes")}
        print_json(
            {"sentence": imported.sentence}
            | {name: as_records(table) for name, table in tables.items()}
        )
    else:
        _print(imported, steps)
    return 2 if (imported.files["state"] == "refused").any() else 0


def _read(workspace: ng.Workspace, options: argparse.Namespace) -> ng.Imported:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    terminal = console(errors=True)
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=terminal,
        transient=True,
        disable=not terminal.is_terminal,
    ) as shown:
        task = shown.add_task("Looking at the files", total=None)

        def tell(file: str, done: int, total: int) -> None:
            shown.update(task, description=file[-60:], completed=done, total=total)

        return workspace.add(
            *options.files,
            ego=options.ego,
            format=options.format,
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
        used = sources[sources["rows"] > 0]
        current = used["current"].map({True: "yes", False: "no"})
        print_table(_short(used).assign(current=current), _SOURCE_COLUMNS)
    return 0


def _print(imported: ng.Imported, steps: list[str]) -> None:
    terminal = console()
    files = _short(imported.files)
    idle = files["warnings"].str.startswith("not used", na=False) | (files["state"] == "not used")
    told = files[~idle & ((files["rows"] > 0) | (files["state"] == "refused"))]
    if (told["state"] != "known").any():
        print_table(told, _FILE_COLUMNS)
        for row in told.dropna(subset=["warnings"]).to_dict("records"):
            terminal.print(f"{row['file']}: {row['warnings']}", style="dim", soft_wrap=True)
        if left := int(idle.sum()):
            terminal.print(f"Without people: {number_of(left, 'file')}.", style="dim")
        _print_reasons(imported.rejected)
    terminal.print(imported.sentence, style="bold", soft_wrap=True)
    if len(imported.changes):
        changes.print_changes(imported.changes)
    for line in steps:
        terminal.print(line, soft_wrap=True)


def _short(files: pd.DataFrame) -> pd.DataFrame:
    """Write names of files and formats as they are shown."""
    formats = files["format"].str.removeprefix("linkedin.")
    return files.assign(file=files["file"].map(_last_name), format=formats)


def _last_name(file: str) -> str:
    """Give the name of a file without where it lies; a sheet stays with its workbook."""
    place, _, name = file.rpartition("/")
    workbook = place.rpartition("/")[2]
    return f"{workbook}/{name}" if workbook.lower().endswith(_WORKBOOKS) else name


def _print_reasons(rejected: pd.DataFrame) -> None:
    terminal = console()
    named = rejected.assign(file=rejected["file"].map(_last_name))
    groups = named.groupby(["file", "reason"], sort=False)["row"].agg(["size", "min"])
    groups = groups.sort_values("size", ascending=False, kind="stable").reset_index()
    for group in groups.head(_MOST_REASONS).to_dict("records"):
        count, first = number_of(group["size"], "row"), as_text(group["min"]).replace(",", "")
        place = f", the first is row {first}" if first else ""
        terminal.print(
            f"{group['file']}: {count} rejected{place}: {group['reason']}",
            style="dim",
            soft_wrap=True,
        )
    if more := int(groups["size"].iloc[_MOST_REASONS:].sum()):
        terminal.print(
            f"and {number_of(more, 'more row')} rejected. Those of all current files, each with "
            "its reason: netgraph export -o FOLDER (rejected.csv), or the dashboard, page Data",
            style="dim",
            soft_wrap=True,
        )


def _next_steps(contacts: ng.Contacts) -> list[str]:
    if contacts.people["is_ego"].all():
        nobody = (
            "Nobody is in these files. Next: see that the export is whole, and import the ZIP, "
        )
        return [nobody + "or the file with your contacts (LinkedIn: Connections.csv)"]
    pairs = len(contacts.review)
    steps = ["Next: netgraph dashboard, netgraph summary"]
    if pairs:
        steps.insert(0, f"{number_of(pairs, 'pair')} may be one person each: netgraph review")
    return steps
