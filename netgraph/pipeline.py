"""The steps from files to a network that can be measured, in one call."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from netgraph.domains import classify
from netgraph.identity import resolve
from netgraph.importers import read

if TYPE_CHECKING:
    from collections.abc import Mapping

    from netgraph.contacts import Contacts
    from netgraph.domains.overrides import Own


def load(
    *paths: str | Path | tuple[str, bytes],
    ego: str | None = None,
    overrides: Own = None,
    columns: Mapping[str, str | int] | str | None = None,
) -> Contacts:
    """Read exports, decide who is who, and classify what people do.

    The same as `read`, `resolve` and `classify`, one after the other.

    Parameters
    ----------
    paths
        Files, folders, ZIP archives, or ``(name, bytes)`` pairs.
    ego
        Your own name, where the files do not tell it.
    overrides
        Your own domain and level for titles, a mapping or a file; see `classify`.
    columns
        Which column of a table plays which role; see `read`.

    Returns
    -------
    Contacts
        Ready for `build_graph`, `find_gaps` and the dashboard.

    Raises
    ------
    ImportFormatError
        If nothing could be read.
    """
    return classify(resolve(read(*paths, ego=ego, columns=columns)), overrides=overrides)


def example(*, earlier: bool = False) -> list[Path]:
    """List the example exports that come with netgraph: one invented person's.

    Parameters
    ----------
    earlier
        List the export that the same person made two years before instead. It
        tells what was: `load` takes whatever it is given for the present, so
        only a `Workspace`, which puts exports in the order of their days, can
        read both.

    Returns
    -------
    list of Path
        Files that `load` reads.

    Examples
    --------
    >>> any(path.suffix == ".zip" for path in example())
    True
    >>> [path.name for path in example(earlier=True)]
    ['Basic_LinkedInDataExport_11-04-2024.zip']
    """
    installed = Path(str(files("netgraph"))) / "example"
    checkout = Path(__file__).parents[1] / "data" / "example"
    folder = installed if installed.is_dir() else checkout
    files_of_it = (folder / "earlier" if earlier else folder).iterdir()
    # truth.json is for tests
    return sorted(path for path in files_of_it if path.is_file() and path.suffix != ".json")
