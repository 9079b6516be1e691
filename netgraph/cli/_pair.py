"""Two records side by side, with what speaks for and against their being one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from netgraph.cli._printing import as_text, console

if TYPE_CHECKING:
    import pandas as pd

    import netgraph as ng

_FACTS = {
    "name": "Name", "company": "Company", "title": "Title", "location": "Place",
    "email": "E-mail", "phone": "Phone", "linkedin": "LinkedIn", "url": "Address",
    "groups": "Labels", "sources": "Stands in",
}  # fmt: skip


def print_pair(contacts: ng.Contacts, pair: pd.Series, place: str) -> None:
    """Print both records as columns, and the reasons below.

    Parameters
    ----------
    contacts
        Where both stand.
    pair
        A row of ``contacts.review``.
    place
        Which of how many it is.
    """
    from rich.table import Table  # noqa: PLC0415 - `--help` stays quick

    one, other = (facts(contacts, str(pair[end])) for end in ("person_id", "other_id"))
    sure = pair["probability"]
    likely = f", {sure:.0%} likely one person" if sure == sure else ""  # noqa: PLR0124 - NaN
    shown = Table("", "One", "Other")
    for fact, label in _FACTS.items():
        if one.get(fact) or other.get(fact):
            shown.add_row(label, one.get(fact, ""), other.get(fact, ""))
    terminal = console()
    terminal.print(f"\nPair {place}{likely}", style="bold")
    terminal.print(shown)
    for label, told in (("For it:    ", pair["reasons"]), ("Against it:", pair["doubts"])):
        if text := as_text(told):
            terminal.print(f"{label} {text}", soft_wrap=True)


def facts(contacts: ng.Contacts, person: str) -> dict[str, str]:
    """Gather what is known of a person, as texts by name of the fact."""
    known = contacts.people.loc[person]
    told = {fact: as_text(known[fact]) for fact in _FACTS if fact in known}
    addresses = contacts.identifiers[contacts.identifiers["person_id"] == person]
    for kind, values in addresses.groupby("kind", sort=False)["value"]:
        told[str(kind)] = "\n".join(as_text(value) for value in values)
    return told
