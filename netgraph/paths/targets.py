"""Who is meant: by a name, an address, a company, a field of work or a title."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from netgraph.domains import DOMAINS
from netgraph.domains.naming import domain_meant
from netgraph.errors import NetgraphError
from netgraph.leads import ended
from netgraph.naming import Names, begin, fold
from netgraph.paths.companies import Companies, jobs_of

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from netgraph.contacts import Contacts


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
    code
        The field of work that was asked for, if nothing else was.
    read_as
        As what a text was read that names no field in full.
    """

    meant: str
    people: dict[str, str]
    former: frozenset[str] = frozenset()
    hint: str = ""
    code: str | None = None
    read_as: str = ""


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
    meant, hint, read_as = [], "", ""
    code: str | None = None
    reasons = {person: _post(row) for person, row in _rows(left)}
    former: frozenset[str] = frozenset()
    if domain is not None:
        code = domain_meant(_some(domain, "domain"))
        read_as = _read_as(domain, code)
        left = left[left["domain"] == code]
        meant.append(f"work in {DOMAINS[code]}")
    if title is not None:
        titles = left["title"].dropna().map(fold).astype("str")
        left = left.loc[titles.index[begin(titles, _some(title, "title"))]]
        meant.append(f"have the title {title!r}")
    if company is not None:
        found, former, hint = _at_company(left, contacts, _some(company, "company"))
        reasons |= found
        left = left.loc[list(found)]
        meant.append(f"work at {company}")
    fits = {p: reasons[p] for p in left.index}
    alone = among is None and title is None and company is None
    return Target(" and ".join(meant), fits, former, hint, code if alone else None, read_as)


def _read_as(text: str, code: str) -> str:
    """Say as which field a text was read, where it is neither its code nor its name."""
    if fold(text) in {fold(code), fold(DOMAINS[code])}:
        return ""
    return f"{text.strip()!r} is read as the field {DOMAINS[code]}."


def who(people: pd.DataFrame, contacts: Contacts | None, text: str) -> list[str]:
    """Find people as `fitting` does; that nobody is meant is an error.

    Raises
    ------
    UnknownNameError
        If nobody is meant; the nearest names are told.
    """
    if found := fitting(people, contacts, text):
        return found
    raise _names(people, contacts).nobody(text)


def fitting(people: pd.DataFrame, contacts: Contacts | None, text: str) -> list[str]:
    """Find people by an id, else an address, a whole name, or the beginnings of its words."""
    return [str(p) for p in _names(people, contacts).fitting(_some(text, "person"))]


def _names(people: pd.DataFrame, contacts: Contacts | None) -> Names:
    return Names(people, None if contacts is None else contacts.identifiers)


def _some(text: str, what: str) -> str:
    if not isinstance(text, str) or not text.strip():
        raise NetgraphError(f"the {what} is empty", remedy=f"Say which {what} you want to reach")
    return text


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
    hint = f"Did you mean {_or(near)}? As names tell, that is another company." if near else ""
    if contacts is None:
        hint = f"{hint} Former employers were not looked at: give contacts=.".strip()
    return found, former, hint


def _or(names: list[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


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
    return told + ended(job["until"])


def _post(row: tuple[object, object]) -> str:
    title, company = ((cell if isinstance(cell, str) else "") for cell in row)
    return f"{title} at {company}" if title and company else title or company


def _rows(people: pd.DataFrame) -> list[tuple[str, tuple[object, object]]]:
    cells = zip(people["title"].tolist(), people["company"].tolist(), strict=True)
    return list(zip(people.index.tolist(), cells, strict=True))
