"""Who is meant: by a name, an address, a company, a field of work or a title."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
from rapidfuzz import fuzz, process

from netgraph.domains import DOMAINS, classify_title
from netgraph.errors import NetgraphError, UnknownNameError, nearest
from netgraph.paths.companies import Companies, jobs_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import networkx as nx

    from netgraph.contacts import Contacts

_COLUMNS = ["name", "company", "title", "domain"]
_WORD = re.compile(r"\w+")
_LISTED = 3
_NOBODY = "UNK"


@dataclass(frozen=True)
class Target:
    """People who are meant.

    Attributes
    ----------
    meant
        What was asked for, in words: ``work at Acme``.
    people
        person_id -> what it is about them that fits.
    former
        Those of them who fit by a former employer alone.
    hint
        What else there is, where nobody fits; or what was not looked at.
    """

    meant: str
    people: dict[str, str]
    former: frozenset[str] = frozenset()
    hint: str = ""


def people_of(graph: nx.Graph) -> pd.DataFrame:
    """Lay out what a graph knows of its people: name, company, title, domain."""
    table = {column: [known.get(column) for known in graph.nodes.values()] for column in _COLUMNS}
    return pd.DataFrame(table, index=pd.Index(list(graph), dtype=object), dtype=object)


def find_targets(  # noqa: PLR0913 - a way to say who is meant each
    people: pd.DataFrame,
    contacts: Contacts | None,
    *,
    company: str | None = None,
    domain: str | None = None,
    title: str | None = None,
    among: list[str] | None = None,
) -> Target:
    """Find the people who fit all that is said.

    Parameters
    ----------
    people
        As `people_of` gives them.
    contacts
        Where former employers stand.
    company, domain, title
        What they have to fit.
    among
        Only these people are looked at.
    """
    left = people if among is None else people.loc[among]
    meant, hint = [], ""
    reasons = {person: _post(row) for person, row in _rows(left)}
    former: frozenset[str] = frozenset()
    if domain is not None:
        code = domain_of(domain)
        left = left[left["domain"] == code]
        meant.append(f"work in {DOMAINS[code]}")
    if title is not None:
        fits = _holds_words(left["title"], _words(_some(title, "title")))
        left = left[fits]
        meant.append(f"have the title {title!r}")
    if company is not None:
        found, former, hint = _at_company(left, contacts, _some(company, "company"))
        reasons |= found
        left = left.loc[list(found)]
        meant.append(f"work at {company}")
    return Target(" and ".join(meant), {p: reasons[p] for p in left.index}, former, hint)


def who(people: pd.DataFrame, contacts: Contacts | None, text: str) -> list[str]:
    """Find people as `fitting` does; that nobody is meant is an error.

    Raises
    ------
    UnknownNameError
        If nobody is meant; the nearest names are told.
    """
    if found := fitting(people, contacts, text):
        return found
    names = people["name"].dropna().map(plain)
    near = process.extract(plain(text), names.to_dict(), scorer=fuzz.WRatio, limit=_LISTED)
    known_as = people["name"].to_dict()
    listed = ", ".join(f"{known_as[person]} [{person}]" for _, _, person in near)
    error = UnknownNameError(
        f"nobody in this network is known by {text!r}",
        remedy=f"The nearest names are {listed}" if listed else "Nobody here has a name",
    )
    error.near = tuple(str(person) for _, _, person in near)
    raise error


def fitting(people: pd.DataFrame, contacts: Contacts | None, text: str) -> list[str]:
    """Find people by an id, else an address, a whole name, or the beginnings of its words."""
    wanted = _some(text, "person").strip()
    if wanted in people.index:
        return [wanted]
    if contacts is not None:
        known = contacts.identifiers
        same = known["value"].str.casefold().str.rstrip("/") == wanted.casefold().rstrip("/")
        by_address = [p for p in known.loc[same, "person_id"].unique() if p in people.index]
        if by_address:
            return by_address
    names = people["name"].dropna().map(plain)
    whole = names.index[names == plain(wanted)].tolist()
    return whole or names.index[_holds_words(names, _words(wanted))].tolist()


def domain_of(text: str) -> str:
    """Give the code of a field of work by its code, its name, a word of it, or a trade.

    Raises
    ------
    UnknownNameError
        If it is none; the nearest name is told.

    Examples
    --------
    >>> domain_of("legl"), domain_of("Design"), domain_of("Legal")
    ('LEGL', 'DSGN', 'LEGL')
    """
    wanted = _some(text, "domain").strip()
    if wanted.upper() in DOMAINS:
        return wanted.upper()
    by_name = {plain(name): code for code, name in DOMAINS.items()}
    if plain(wanted) in by_name:
        return by_name[plain(wanted)]
    holds = [code for name, code in by_name.items() if plain(wanted) in _WORD.findall(name)]
    if len(holds) == 1:
        return holds[0]
    read = classify_title(wanted).domain
    if read == _NOBODY:
        raise UnknownNameError(
            f"{text!r} is no field of work",
            remedy=nearest(
                wanted, [*DOMAINS, *DOMAINS.values()], f"There are: {'; '.join(DOMAINS.values())}"
            ),
        )
    return read


def plain(text: str) -> str:
    """Write a text without case and accents."""
    bare = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(sign for sign in bare if not unicodedata.combining(sign)).split())


def _some(text: str, what: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise NetgraphError(f"the {what} is empty", remedy=f"Say which {what} you want to reach")
    return text


def _words(text: str) -> list[str]:
    return _WORD.findall(plain(text))


def _holds_words(texts: pd.Series, words: list[str]) -> pd.Series[bool]:
    """Tell in which texts each word stands, or the beginning of one."""
    known = texts.dropna().astype("str").map(plain).astype("str")
    held = pd.Series(data=bool(words), index=known.index)
    for word in words:
        held &= known.str.contains(rf"(?<!\w){re.escape(word)}")
    return held.reindex(texts.index, fill_value=False)


def _at_company(
    people: pd.DataFrame, contacts: Contacts | None, company: str
) -> tuple[dict[str, str], frozenset[str], str]:
    """Find who is at a company, and who was; say what else there is where nobody is."""
    jobs = jobs_of(people, contacts)
    companies = Companies(jobs["company"])
    there = jobs[jobs["company"].isin(companies.spellings(company))]
    there = there.sort_values("present", ascending=False, kind="stable")
    there = there.drop_duplicates("person_id")
    found = {job["person_id"]: job_in_words(job) for job in there.to_dict("records")}
    former = frozenset(there.loc[~there["present"], "person_id"])
    near = companies.near(company) if there.empty else []
    hint = f"Names that are alike, and are other companies: {', '.join(near)}." if near else ""
    if contacts is None:
        hint = f"{hint} Former employers were not looked at: give contacts=.".strip()
    return found, former, hint


def job_in_words(job: Mapping[Hashable, object]) -> str:
    """Tell a row of `jobs_of` in words.

    Examples
    --------
    >>> job_in_words({"company": "Acme", "title": "Clerk", "present": False, "until": "2019-03"})
    'worked at Acme as Clerk until 2019-03'
    """
    told = f"{'works' if job['present'] else 'worked'} at {job['company']}"
    if isinstance(job["title"], str):
        told += f" as {job['title']}"
    return told + (f" until {job['until']}" if isinstance(job["until"], str) else "")


def _post(row: tuple[object, object]) -> str:
    title, company = ((cell if isinstance(cell, str) else "") for cell in row)
    return f"{title} at {company}" if title and company else title or company


def _rows(people: pd.DataFrame) -> list[tuple[str, tuple[object, object]]]:
    cells = zip(people["title"].tolist(), people["company"].tolist(), strict=True)
    return list(zip(people.index.tolist(), cells, strict=True))
