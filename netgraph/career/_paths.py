"""Careers as sequences of steps, a field and a level each, and how much two of them are alike."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from netgraph.career._standing import LEVEL, NEAR, levels
from netgraph.domains import career_domains
from netgraph.gaps import domain_similarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from netgraph.contacts import Contacts
    from netgraph.domains.career import Earlier

Path = tuple[tuple[str, str], ...]
"""Field and level of each step, the earliest first."""

_APART = 2.0
"""So many levels apart, two steps have nothing in common."""


class Likeness(NamedTuple):
    """How much a path resembles yours: ``similarity``, and at which ``step`` it stood as you do."""

    similarity: float
    step: int


def career_steps(contacts: Contacts, history: Iterable[Earlier] = ()) -> pd.DataFrame:
    """List the steps of everybody's career at employers, the earliest first.

    Posts whose field or level is not known are left out; posts one after the other with
    the same field and level, at whatever employer, are one step. A former post without
    any date stands before the present one, and of several such that of the lower level
    comes first: that is supposed, not known.

    Parameters
    ----------
    contacts
        As `classify` gives them.
    history
        Earlier exports, as ``Workspace.history`` gives them.

    Returns
    -------
    pandas.DataFrame
        By person: ``person_id domain seniority role organisation current``.
    """
    work = contacts.affiliations[contacts.affiliations["kind"] == "employer"]
    posts = career_domains(replace(contacts, affiliations=work), history=history)
    posts = posts.dropna(subset=["domain", "seniority"]).reset_index(drop=True)
    place = pd.Series(np.arange(len(contacts.people)), index=contacts.people.index)
    title = contacts.people["title"].reindex(posts["person_id"]).to_numpy()
    is_present = posts["current"].to_numpy(dtype=bool) & (posts["role"].to_numpy() == title)
    until = posts["end"].fillna(posts["start"]).fillna("9998").mask(is_present, "9999")
    order = posts.assign(
        place=posts["person_id"].map(place),
        until=until,
        begun=posts["start"].fillna(""),
        level=levels(posts["seniority"]),
    ).sort_values(["place", "until", "begun", "level"], kind="stable")
    order["current"] = is_present[order.index]
    step = order["person_id"] + "\t" + order["domain"] + order["seniority"]
    steps = order[(step != step.shift(-1)).to_numpy()]  # of equal ones, the last tells where
    columns = ["person_id", "domain", "seniority", "role", "organisation", "current"]
    return steps[columns].reset_index(drop=True)


def paths_of(steps: pd.DataFrame) -> dict[str, Path]:
    """Gather the steps of each person."""
    pairs = list(zip(steps["domain"], steps["seniority"], strict=True))
    people = steps["person_id"].tolist()
    found: dict[str, list[tuple[str, str]]] = {}
    for person, pair in zip(people, pairs, strict=True):
        found.setdefault(person, []).append(pair)
    return {person: tuple(path) for person, path in found.items()}


def likeness(mine: Path, theirs: Path) -> Likeness | None:
    r"""Tell how much a path resembles yours up to where it stood as you do now.

    .. math:: L = \max_{k:\, s(x_n, y_k) \ge 0.6}
        \frac{2 \left( A(x_{1..n-1}, y_{1..k-1}) + s(x_n, y_k) \right)}{n + k}, \qquad
        s(x, y) = d(x, y) \cdot \max(0, 1 - |l_x - l_y| / 2)

    with :math:`x` your steps and :math:`y` theirs, :math:`d` the similarity of two fields
    and :math:`l` the place of a level; :math:`A` is the best sum of :math:`s` over steps
    that are laid side by side in their order, each once (Needleman and Wunsch, no penalty
    for steps left out but that they count in :math:`n + k`).

    Returns
    -------
    Likeness, or None
        ``similarity`` 0 to 1 and ``step`` (the first :math:`k` that gives it, from 0); None
        if they never stood where you stand: at your level, in your field or one near to it.

    Examples
    --------
    >>> mine = (("EDUC", "P"), ("DATA", "P"), ("DATA", "S"))
    >>> likeness(mine, (("DATA", "P"), ("DATA", "S"), ("DATA", "M")))
    Likeness(similarity=0.8, step=1)
    >>> likeness(mine, (("DATA", "P"), ("LEGL", "S"))) is None
    True
    """
    alike = _alike(mine, theirs)
    best: Likeness | None = None
    before = _side_by_side(alike[:-1])
    for step in range(len(theirs)):
        here = alike[-1, step]
        if here >= NEAR:
            similarity = 2.0 * (before[step] + here) / (len(mine) + step + 1)
            if best is None or similarity > best.similarity:
                best = Likeness(float(similarity), step)
    return best


def _alike(mine: Path, theirs: Path) -> NDArray[np.float64]:
    near = domain_similarity()
    fields = near.loc[[field for field, _ in mine], [field for field, _ in theirs]].to_numpy()
    one, two = (np.array([LEVEL[level] for _, level in path]) for path in (mine, theirs))
    apart = np.abs(one[:, None] - two[None, :])
    return np.asarray(fields * np.maximum(0.0, 1.0 - apart / _APART))


def _side_by_side(alike: NDArray[np.float64]) -> NDArray[np.float64]:
    """Give for each k the best sum over all rows and the first k columns."""
    sums = np.zeros(alike.shape[1] + 1)
    for row in alike:
        then = sums.copy()
        for column, value in enumerate(row):
            sums[column + 1] = max(then[column] + value, then[column + 1], sums[column])
    return sums


def all_alike(mine: Path, paths: Iterable[Path]) -> dict[Path, Likeness]:
    """Compare each different path once; those that never stood where you stand are left out."""
    found = {path: likeness(mine, path) for path in set(paths)}
    return {path: like for path, like in found.items() if like is not None}


def path_in_words(path: Sequence[tuple[str, str]]) -> str:
    """Write a path in codes, as short as a table needs it: ``DATA P > DATA S``."""
    return " > ".join(f"{field} {level}" for field, level in path)
