"""What is supposed on the page What if: whom you lose, take up with again, and meet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import netgraph as ng
from netgraph_dashboard import care_tables, components

if TYPE_CHECKING:
    import pandas as pd

    from netgraph_dashboard.session import Session

MOST = 200
"""So many people can be named at once in one list."""


@dataclass(frozen=True)
class Supposed:
    """People by person_id; a new contact by field, company and whom they know.

    Attributes
    ----------
    lose, again
        Whom you lose, and with whom you take up again.
    field, company, via
        The field's code, the company, and who introduces you to the new contact;
        empty where nothing is said. Nobody is met where all three are empty.
    """

    lose: tuple[str, ...] = ()
    again: tuple[str, ...] = ()
    field: str = ""
    company: str = ""
    via: str = ""

    def __bool__(self) -> bool:
        return bool(self.lose or self.again or self.field or self.company or self.via)

    @property
    def new(self) -> list[dict[str, Any]]:
        """The new contact, as `netgraph.what_if` takes it."""
        told = {
            "domain": self.field,
            "company": self.company,
            "knows": [self.via] if self.via else [],
        }
        known = {key: value for key, value in told.items() if value}
        return [known | {"name": "the new contact"}] if known else []


def read(session: Session, search: str | None) -> Supposed:
    """Read what is supposed from an address; who is not known any more is left out."""
    given = parse_qs((search or "").removeprefix("?"))
    field = given.get("field", [""])[0]
    return Supposed(
        people_at(session, given.get("lose")),
        people_at(session, given.get("again")),
        field if field in ng.DOMAINS else "",
        given.get("company", [""])[0].strip()[:200],
        next(iter(people_at(session, given.get("via"))), ""),
    )


def people_at(session: Session, addresses: list[str] | None) -> tuple[str, ...]:
    """Give the contacts who stand at addresses, each once."""
    people, ego = session.contacts.people.index, session.contacts.ego
    meant = [session.person_at(address) for address in (addresses or [])[:MOST]]
    return tuple(dict.fromkeys(p for p in meant if p is not None and p in people and p != ego))


def address(session: Session, supposed: Supposed) -> str:
    """Write what is supposed into an address: the other way round."""
    meant = [("lose", person) for person in supposed.lose]
    meant += [("again", person) for person in supposed.again]
    meant += [(key, getattr(supposed, key)) for key in ("field", "company", "via")]
    return components.search_of(session, [(key, text) for key, text in meant if text])


def answer(session: Session, supposed: Supposed) -> pd.DataFrame:
    """Measure the network before and after; see `netgraph.what_if`."""
    return session.once(
        f"what if {supposed} {session.names_hidden}, named",
        lambda: ng.what_if(
            session.shown_graph,
            add=supposed.new,
            remove=supposed.lose,
            reconnect=supposed.again,
            clusters=session.clusters,
        ),
    )


def dormant(session: Session) -> list[str]:
    """List your dormant ties, those that were deepest first."""
    if session.contacts.ego is None:
        return []
    health = care_tables.health(session)
    asleep = health[health["state"] == "dormant"].sort_values("depth", ascending=False)
    return [str(person) for person in asleep.index]


def bridging(session: Session) -> list[str]:
    """List those who bridge most, the strongest first."""
    return [str(person) for person in session.brokers.index]
