"""What to say of a name that nothing carries."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(name: object, there: Iterable[object], otherwise: str | None = None) -> str:
    """Suggest the name that is most like one that is not there.

    Parameters
    ----------
    name
        What was asked for.
    there
        The names that there are.
    otherwise
        What to say where none is alike; by default all names are listed.

    Examples
    --------
    >>> nearest("constrant", ["constraint", "degree"])
    "Perhaps you mean 'constraint'"
    >>> nearest("wealth", ["constraint", "degree"])
    'There are: constraint, degree'
    """
    names = {str(each): each for each in there}
    near = get_close_matches(str(name), list(names), n=1)
    if near:
        return f"Perhaps you mean {names[near[0]]!r}"
    return f"There are: {', '.join(sorted(names))}" if otherwise is None else otherwise
