"""The domains that people worked in before, and work in now."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pandas as pd

from netgraph.domains.codes import UNKNOWN
from netgraph.domains.titles import classify_title

if TYPE_CHECKING:
    from collections.abc import Iterable

    from netgraph.contacts import Contacts

COLUMNS = (
    "person_id", "domain", "seniority", "role", "organisation", "start", "end", "current", "source",
)  # fmt: skip
WORK = ("employer", "association", "volunteering")
"""The kinds of affiliations in which people have roles; a school's role is a degree."""
_TEXT = [name for name in COLUMNS if name != "current"]
_KEYS = ["person_id", "role", "organisation"]


class Earlier(Protocol):
    """Two exports of one source: an element of ``Workspace.history``."""

    @property
    def before(self) -> Contacts:
        """What stands in the older one, under the ids that people have now."""

    @property
    def until(self) -> pd.Timestamp:
        """The day of the newer one."""


def career_domains(contacts: Contacts, *, history: Iterable[Earlier] = ()) -> pd.DataFrame:
    """List the posts that are known of each person, with the domain of each.

    Parameters
    ----------
    contacts
        As `classify` gives them. Posts are the affiliations at employers,
        associations and volunteering, and the present title and company where
        no affiliation says the same.
    history
        Earlier exports, as ``Workspace.history`` gives them: who had another
        title or company there has it as a former post.

    Returns
    -------
    pandas.DataFrame
        A row per post, people in the order of ``contacts.people``, present
        posts first, then the latest. Columns `person_id`; `domain` and
        `seniority`, codes, NA where the role says nothing; `role`;
        `organisation`; `start` and `end`, as precise as the files have them
        (``2024-04``), NA where unknown; `current`, whether no end is known;
        `source`: ``title`` (what the person's row says), ``affiliation``, or
        ``earlier export``, whose `end` is the first day on which it was known
        to be over. A present title has the domain and the level that the
        person has, your own word included.

    Examples
    --------
    >>> import pandas as pd
    >>> from netgraph.contacts import Contacts
    >>> from netgraph.domains import classify
    >>> posts = {"person_id": "ann", "kind": "employer", "role": ["Judge", "Law clerk"]}
    >>> posts |= {"organisation": ["High Court", "Elm"], "end": [None, "2019-05"]}
    >>> people = pd.DataFrame({"title": ["Judge"], "company": ["High Court"]}, index=["ann"])
    >>> contacts = classify(Contacts(people, affiliations=pd.DataFrame(posts)))
    >>> career_domains(contacts)[["person_id", "domain", "role", "end", "current", "source"]]
      person_id domain       role      end  current       source
    0       ann   LEGL      Judge      NaN     True  affiliation
    1       ann   LEGL  Law clerk  2019-05    False  affiliation
    """
    people = contacts.people
    parts = [_of_affiliations(contacts.affiliations), _of_titles(people)]
    parts += [_of_export(step, people) for step in history]
    known = [part for part in parts if len(part)]
    if not known:
        empty = {name: pd.Series(dtype="str") for name in COLUMNS}
        return pd.DataFrame(empty).astype({"current": "bool"})
    posts = pd.concat(known, ignore_index=True)
    posts = posts[posts["person_id"].isin(people.index)]
    posts = posts[~_folded(posts).duplicated(_KEYS).to_numpy()]
    posts = _as_the_person_has(_with_domains(posts), people)
    return _ordered(posts, people).astype(dict.fromkeys(_TEXT, "str"))[list(COLUMNS)]


def former_domains(affiliations: pd.DataFrame, ids: pd.Index) -> pd.DataFrame:
    """Give the domain of the latest post that names one, for some people.

    Returns
    -------
    pandas.DataFrame
        Index person_id; `domain` and `role`.
    """
    posts = _of_affiliations(affiliations[affiliations["person_id"].isin(ids)])
    posts = _with_domains(posts).dropna(subset=["domain"])
    posts = posts.assign(last=posts["end"].fillna("9999"))
    posts = posts.sort_values(["last", "start"], ascending=False, kind="stable")
    latest: pd.DataFrame = posts.drop_duplicates("person_id").set_index("person_id")
    return latest[["domain", "role"]]


def _of_affiliations(affiliations: pd.DataFrame) -> pd.DataFrame:
    posts = affiliations[affiliations["kind"].isin(WORK)]
    posts = posts.dropna(subset=["role", "organisation"], how="all")
    return posts[["person_id", "role", "organisation", "start", "end"]].assign(
        current=posts["end"].isna(), source="affiliation"
    )


def _of_titles(people: pd.DataFrame) -> pd.DataFrame:
    told = people.dropna(subset=["title", "company"], how="all")
    return pd.DataFrame(
        {"person_id": told.index, "role": told["title"], "organisation": told["company"]}
    ).assign(start=None, end=None, current=True, source="title")


def _of_export(step: Earlier, people: pd.DataFrame) -> pd.DataFrame:
    """Take from an older export the posts that people have no more."""
    then = step.before.people
    then = then[then.index.isin(people.index)].dropna(subset=["title", "company"], how="all")
    now = people.loc[then.index]
    other = pd.Series(False, index=then.index)
    for column in ("title", "company"):
        other |= then[column].notna() & (then[column] != now[column])
    then = then[other]
    return pd.DataFrame(
        {"person_id": then.index, "role": then["title"], "organisation": then["company"]}
    ).assign(
        start=None, end=step.until.strftime("%Y-%m-%d"), current=False, source="earlier export"
    )


def _with_domains(posts: pd.DataFrame) -> pd.DataFrame:
    """Classify each distinct role once."""
    codes, distinct = pd.factorize(posts["role"])
    found = [classify_title(role) for role in distinct]
    table = pd.DataFrame(
        {
            "domain": pd.Series([t.domain for t in found], dtype="str"),
            "seniority": pd.Series([t.seniority for t in found], dtype="str"),
        }
    )
    return posts.join(table.mask(table == UNKNOWN).reindex(codes).set_axis(posts.index))


def _as_the_person_has(posts: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Give the present title the domain and the level of the person."""
    own = people.loc[posts["person_id"], ["title", "domain", "seniority"]].set_axis(posts.index)
    same = posts["current"] & (posts["role"] == own["title"]).fillna(value=False)
    told = {name: posts[name].mask(same, own[name]) for name in ("domain", "seniority")}
    return posts.assign(**told)


def _folded(posts: pd.DataFrame) -> pd.DataFrame:
    """Write roles and organisations so that case and blanks do not matter."""
    texts = posts[_KEYS].copy()
    for column in ("role", "organisation"):
        text = texts[column].astype("str").str.casefold()
        texts[column] = text.str.replace(r"\s+", " ", regex=True).str.strip()
    return texts


def _ordered(posts: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    place = pd.Series(range(len(people)), index=people.index)
    ranked = posts.assign(
        place=posts["person_id"].map(place), last=posts["end"].fillna(""), first=posts["start"]
    )
    ranked = ranked.sort_values(
        ["place", "current", "last", "first"],
        ascending=[True, False, False, False],
        kind="stable",
    )
    return ranked.reset_index(drop=True)
