"""Which addresses of a mailbox may be the user's own: to be asked, not guessed in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.importers._names import name_key
from netgraph.importers._people import MAIL

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from netgraph.contacts import Contacts
    from netgraph.importers._ego import Ego

_TAKEN = "{} stands in most of it and is taken for yours; if it is not, give your own as `ego`"
_ALIKE = "{} bears your name and counts as another person; if it is yours, give it as `ego`"
_HOW = " (in the terminal: import it again with --ego ADDRESS)"
_MOST = 3


def ask_whose(parts: Sequence[Contacts], you: Ego) -> dict[str, str]:
    """Write for each mailbox and calendar what is to be asked of its owner.

    Parameters
    ----------
    parts
        What was read; mails and meetings carry ``owner``.
    you
        The user, as far as known.

    Returns
    -------
    dict of str to str
        By the name of the file; only where there is something to ask.
    """
    asked = {}
    for part in parts:
        if "owner" not in part.interactions or part.files.empty:
            continue
        people = part.people
        alike = [
            str(person)
            for person, name in people["name"].dropna().items()
            if str(person).startswith(MAIL)
            and person not in you.ids
            and " " in name_key(name)
            and name_key(name) in you.names
        ]
        taken = sorted(you.guessed.intersection(people.index))
        texts = [_TAKEN.format(_list(taken))] if taken else []
        texts += [_ALIKE.format(_list(alike))] if alike else []
        if texts:
            asked[str(part.files["file"].iloc[0])] = "; ".join(texts) + _HOW
    return asked


def _list(people: Iterable[str]) -> str:
    addresses = [person.removeprefix(MAIL) for person in people]
    more = ", ..." if len(addresses) > _MOST else ""
    return ", ".join(addresses[:_MOST]) + more
