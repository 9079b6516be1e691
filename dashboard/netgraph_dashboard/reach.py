"""Whom somebody wants to reach: as it is written, as the address carries it, and looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote

import pandas as pd

import netgraph as ng
from netgraph_dashboard import search, words

if TYPE_CHECKING:
    from netgraph_dashboard.session import Session

PATH = "/paths"
KINDS = {
    "person": "A person",
    "company": "A company",
    "domain": "A field of work",
    "title": "A job title",
}
EXAMPLES = {
    "person": "A name, or a part of one",
    "company": "A company, as it is commonly called",
    "domain": "A field of work, or a trade: Legal, nurse",
    "title": "Words of a job title: head of sales",
}
NAME = "name"
"""A person as somebody wrote it; ``person`` in the address is one who was chosen."""

OFFERED, LEAST_LETTERS, MOST_WAYS = 12, 2, 4


def link(kind: str, what: str) -> str:
    """Give the address of the page that shows the ways to somebody.

    Parameters
    ----------
    kind
        ``person`` (with an address that `Session.address` gave), ``name``,
        ``company``, ``domain`` or ``title``.
    what
        Whom or which.
    """
    return PATH + asking(kind, what)


def asking(kind: str, what: str) -> str:
    """Give the part of an address that tells who is to be reached."""
    return f"?{kind}={quote(what, safe='')}"


def asked(address: str | None) -> tuple[str, str] | None:
    """Read kind and text from that part: the other way round; None where nobody is asked for."""
    given = parse_qs((address or "").removeprefix("?"))
    found = ((kind, given[kind][0]) for kind in (*KINDS, NAME) if kind in given)
    return next(((kind, what.strip()) for kind, what in found if what.strip()), None)


def written(session: Session, kind: str, what: str) -> tuple[str, str]:
    """Give kind and text as the form shows them."""
    if kind == "person":
        person = session.person_at(what)
        return kind, str(session.names.get(person, "")) if person else ""
    if kind == "domain":
        return kind, ng.DOMAINS.get(what, what)
    return ("person" if kind == NAME else kind), what


def submitted(session: Session, kind: str, text: str) -> str:
    """Turn what was written into an address; of a suggestion that is one person, that person."""
    if kind != "person":
        return asking(kind, text.strip())
    same = [person for person, label in people_like(session, text) if label == text]
    if len(same) == 1:
        return asking("person", session.address(same[0]))
    return asking(NAME, text.partition(" · ")[0].strip())


def offers(session: Session, kind: str, text: str | None) -> list[str]:
    """Suggest what could be meant; each once."""
    begun = (text or "").strip()
    if kind == "domain":
        fits = [name for name in ng.DOMAINS.values() if search.fold(begun) in search.fold(name)]
        return fits or list(ng.DOMAINS.values())
    if len(begun) < LEAST_LETTERS:
        return []
    if kind == "person":
        return list(dict.fromkeys(label for _, label in people_like(session, begun)))
    counted = session.once(f"offered {kind}", lambda: _common(session, kind))
    fits = counted.index[counted["folded"].str.contains(search.fold(begun), regex=False)]
    return [str(name) for name in fits[:OFFERED]]


def people_like(session: Session, text: str) -> list[tuple[str, str]]:
    """List people who fit a text, as the field suggests them: person_id and label."""
    found = session.find_people(text.replace(" · ", " ").replace(" at ", " "), limit=OFFERED)
    return [(str(person), label(row)) for person, row in found.iterrows()]


def label(row: pd.Series) -> str:
    """Tell who somebody is: name, title and company, as far as they are known."""
    return " · ".join(p for p in (row["name"], words.at_work(row["title"], row["company"])) if p)


def _common(session: Session, kind: str) -> pd.DataFrame:
    """Count companies or titles, the most common first; former employers too."""
    contacts = session.contacts
    said = contacts.people[kind].dropna()
    if kind == "company":
        stays = contacts.affiliations
        former = stays.loc[stays["kind"] == "employer", "organisation"].dropna()
        said = pd.concat([said, former])
    counted = said.astype("str").value_counts().rename("people").to_frame()
    return counted.assign(folded=[search.fold(name) for name in counted.index])


def curve(session: Session) -> ng.Calibration:
    """Give how likely a tie carries an introduction, learnt from those that were made."""
    return session.once(
        "calibration", lambda: ng.calibrate_introductions(session.contacts, session.graph)
    )


def find(session: Session, kind: str, what: str) -> pd.DataFrame:
    """Find the ways, as `netgraph.find_paths` gives them.

    Raises
    ------
    netgraph.NetgraphError
        If it is not clear who is meant, or nobody is.
    """
    given = {kind: session.person_at(what) or what} if kind == "person" else {kind: what}
    if NAME in given:
        given = {"person": given[NAME]}
    return session.once(
        f"paths {kind} {what} {session.names_hidden}",
        lambda: ng.find_paths(
            session.shown_graph,
            contacts=session.shown,
            calibration=curve(session),
            gaps=session.gaps() if kind == "domain" else None,
            clusters=session.clusters if kind == "domain" else None,
            k=MOST_WAYS,
            **given,
        ),
    )
