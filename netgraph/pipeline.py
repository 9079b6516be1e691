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


def example() -> list[Path]:
    """List the example exports that come with netgraph: one invented person's.

    Returns
    -------
    list of Path
        Files that `load` reads.

    Examples
    --------
    >>> any(path.suffix == ".zip" for path in example())
    True
    """
    installed = Path(str(files("netgraph"))) / "example"
    checkout = Path(__file__).parents[1] / "data" / "example"
    folder = installed if installed.is_dir() else checkout
    return sorted(p for p in folder.iterdir() if p.suffix != ".json")  # truth.json is for tests
