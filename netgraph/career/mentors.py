"""Whom to learn from, and whom you could teach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.care import tie_health
from netgraph.career._reach import grades, reach_of
from netgraph.career._standing import (
    DEPARTMENT,
    NEAR,
    ORGANISATION,
    OUTSIDE,
    counted,
    find_self,
    fits,
    levels,
    places,
    post_in_words,
    unknown_self,
)
from netgraph.domains import DOMAINS
from netgraph.domains.naming import domain_meant
from netgraph.graph import build_graph
from netgraph.introductions import curve_for
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.contacts import Contacts

APT = {1: 1.0, 2: 0.9}
FURTHER = 0.75
"""What so many levels between two people are worth, and more of them: an assumption. Who
stands one or two levels above still remembers the way."""

_COLUMNS = [
    "name", "title", "company", "domain", "seniority", "where", "score", "fit", "apt", "chance",
    "reciprocity", "strength", "state", "hops", "via", "via_name", "already", "grade", "why",
    "first_step",
]  # fmt: skip
_WHERE = {
    DEPARTMENT: "in your department",
    ORGANISATION: "in your organisation",
    OUTSIDE: "outside your organisation",
}
_ASK = {
    "active": "Ask for twenty minutes on one question that you cannot answer yourself.",
    "silent": "Take up the thread first, and ask for advice once they have answered.",
    "new": "Nothing went both ways yet: say how you know each other, then ask one question.",
    "already": "They are your mentor already: tell them what came of their last advice.",
}
_OFFER = {
    "active": "Offer an hour on what they are working at now.",
    "silent": "Ask how they are getting on, and offer an hour once they have answered.",
    "new": "Nothing went both ways yet: say hello, and offer one thing that you know well.",
    "already": "You are their mentor already: ask what came of your last talk.",
}


def find_mentors(
    contacts: Contacts,
    *,
    domain: str | None = None,
    graph: nx.Graph | None = None,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    r"""Find people who could advise you: a level or more above you, in your field, within reach.

    .. math:: S = f \cdot a \cdot c \cdot \frac{1 + r}{2}

    where :math:`f` is how near their field of work is to the wanted one
    (`domain_similarity`), :math:`a` what the levels between you are worth (1 for one
    level, 0.9 for two, 0.75 for more), :math:`c` the chance that a request reaches them,
    directly or through one person, and :math:`r` how far your exchange goes both ways
    (`tie_health`; where none is known, 0).

    Parameters
    ----------
    contacts
        After `classify`. Your own field and level have to be known.
    domain
        The field that you want to learn, by code or name; by default your own.
    graph
        As `build_graph` gives it, with you in it; else made here.
    relations
        As `find_relations` gives it: who is a mentor already is marked.
    now
        The day to look back from; see `tie_health`.

    Returns
    -------
    pandas.DataFrame
        Index person_id, the best first. ``name title company domain seniority``;
        ``where``: ``department`` (your field in your organisation), ``organisation``,
        ``outside``, NA where a company is not known; ``score`` :math:`S`, 0 to 1, and its
        parts ``fit`` (0.6 to 1), ``apt``, ``chance``, ``reciprocity`` (NaN where nothing is
        known); ``strength`` of your own tie on the way, 0 to below 1; ``state`` of your tie
        (see `tie_health`; NA for people a step away); ``hops`` (1 or 2), ``via`` and
        ``via_name`` (who could introduce you); ``already`` (NA without `relations`);
        ``grade``: ``A`` you exchange words both ways with whom you would turn to, ``B`` you
        have a tie alone, ``C`` a tie on the way is inferred; ``why`` and ``first_step`` in
        words. ``attrs["says"]`` is the answer in a sentence, or what is not known; then the
        table is empty. People hidden from suggestions are left out.

    Raises
    ------
    UnknownNameError
        If `domain` is no field of work.
    ContactsError
        If `now` is no date.

    Notes
    -----
    That advice and sponsorship come from people above, and help a career, is what studies of
    mentoring agree on [1]_; the weights are assumptions.

    References
    ----------
    .. [1] Allen, T. D., Eby, L. T., Poteet, M. L., Lentz, E. & Lima, L. (2004). Career
       benefits associated with mentoring for protégés. *Journal of Applied Psychology*
       89(1), 127-136.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "domain": ["DATA", "DATA", "LEGL"],
    ...                        "seniority": ["P", "D", "D"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": "ego", "target": ["ann", "bo"], "kind": "contact"})
    >>> found = find_mentors(Contacts(people=people, ties=ties))
    >>> found[["name", "fit", "apt"]].values.tolist()
    [['Ann', 1.0, 0.75]]
    """
    return _find(contacts, domain, graph, relations, now, up=True)


def find_mentees(
    contacts: Contacts,
    *,
    domain: str | None = None,
    graph: nx.Graph | None = None,
    relations: pd.DataFrame | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Find people whom you could advise: a level or more below you, in your field, within reach.

    Parameters
    ----------
    contacts, domain, graph, relations, now
        See `find_mentors`; `domain` is the field that you could teach, by default your
        own.

    Returns
    -------
    pandas.DataFrame
        As `find_mentors` gives it, with the same score: the levels count downwards.

    Raises
    ------
    UnknownNameError
        If `domain` is no field of work.
    ContactsError
        If `now` is no date.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "domain": "DATA",
    ...                        "seniority": ["S", "P"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> found = find_mentees(Contacts(people=people, ties=ties))
    >>> found.loc["ann", "first_step"][:24]
    'Nothing went both ways y'
    """
    return _find(contacts, domain, graph, relations, now, up=False)


def _find(  # noqa: PLR0913
    contacts: Contacts,
    domain: str | None,
    graph: nx.Graph | None,
    relations: pd.DataFrame | None,
    now: pd.Timestamp | str | None,
    *,
    up: bool,
) -> pd.DataFrame:
    me = find_self(contacts)
    wanted = domain_meant(domain) if domain is not None else me.domain
    lacking = unknown_self(me, field=wanted is None)
    if lacking or wanted is None or me.level is None:
        return _answer(pd.DataFrame(columns=_COLUMNS), lacking)
    network = build_graph(contacts, now=now) if graph is None else graph
    found = reach_of(network, curve_for(contacts, network))
    people = contacts.people.reindex(found.index)
    found["fit"] = fits(people["domain"], wanted)
    between = (levels(people["seniority"]) - me.level) * (1 if up else -1)
    fitting = (found["fit"] >= NEAR) & (between >= 1)
    fitting &= ~found.index.isin(hidden_from_suggestions(contacts))
    found, people, between = found[fitting], people[fitting], between[fitting]
    found = found.join(people[["name", "title", "company", "domain", "seniority"]])
    health = tie_health(contacts, now=now)
    own = health.reindex(found.index)
    found["reciprocity"] = own["reciprocity"].where(found["hops"] == 1)
    found["state"] = own["state"].where(found["hops"] == 1)
    found["where"] = places(people, me)
    found["apt"] = between.map(APT).fillna(FURTHER)
    mutual = (1.0 + found["reciprocity"].fillna(0.0)) / 2.0
    found["score"] = found["fit"] * found["apt"] * found["chance"] * mutual
    found["grade"] = grades(found, health["reciprocity"])
    found["via_name"] = found["via"].map(contacts.people["name"])
    found["already"] = _already(found.index, relations, "mentor" if up else "mentee")
    found["why"] = _why(found, between, own["why"], up=up)
    found["first_step"] = _first_steps(found, _ASK if up else _OFFER)
    found = found.sort_values(["score", "name"], ascending=[False, True], kind="stable")
    return _answer(found, _says(found, wanted, up=up))


def _answer(found: pd.DataFrame, says: str) -> pd.DataFrame:
    found = found[_COLUMNS].rename_axis("person_id")
    found.attrs["says"] = says
    return found


def _already(people: pd.Index, relations: pd.DataFrame | None, relation: str) -> pd.Series:
    if relations is None:
        return pd.Series(pd.NA, index=people, dtype="boolean")
    held = relations.loc[relations["relation"] == relation, "person_id"]
    return pd.Series(people.isin(held), index=people, dtype="boolean")


def _why(found: pd.DataFrame, between: pd.Series, told: pd.Series, *, up: bool) -> list[str]:
    way = "above" if up else "below"
    columns = (found[c] for c in ("domain", "seniority", "where", "via_name", "observed", "hops"))
    return [
        "; ".join(
            [
                f"{post_in_words(domain, seniority)}: {counted(int(steps), 'level')} {way} you",
                *([_WHERE[where]] if isinstance(where, str) else []),
                _known(via, said, observed=observed, hops=hops),
            ]
        )
        for domain, seniority, where, via, observed, hops, steps, said in zip(
            *columns, between, told, strict=True
        )
    ]


def _known(via: object, said: object, *, observed: bool, hops: int) -> str:
    if hops == 1:
        return str(said)
    between = via if isinstance(via, str) else "somebody without a name"
    return f"{between} {'knows' if observed else 'may know'} them"


def _first_steps(found: pd.DataFrame, words: dict[str, str]) -> list[str]:
    kind = np.select(
        [
            found["already"].fillna(value=False).to_numpy(dtype=bool),
            found["state"] == "active",
            found["state"].isin(["cooling", "dormant", "lost"]),
        ],
        ["already", "active", "silent"],
        "new",
    )
    return [
        words[how] if hops == 1 else _introduced(via, observed=observed)
        for how, hops, via, observed in zip(
            kind, found["hops"], found["via_name"], found["observed"], strict=True
        )
    ]


def _introduced(via: object, *, observed: bool) -> str:
    between = via if isinstance(via, str) else "who stands between"
    if observed:
        return f"Ask {between} to introduce you."
    return f"Ask {between} first whether they know each other (that is inferred), then for a word."


def _says(found: pd.DataFrame, wanted: str, *, up: bool) -> str:
    field = DOMAINS[wanted]
    above = "above" if up else "below"
    if found.empty:
        return (
            f"Nobody a level or more {above} you in {field}, or in a field near to it, is within "
            "two steps of you in these files."
        )
    count = found["where"].value_counts()
    where = [f"{count[code]:,} {words}" for code, words in _WHERE.items() if count.get(code)]
    unknown = int(found["where"].isna().sum())
    where += [f"{unknown:,} whose organisation or yours is not known"] if unknown else []
    spoken = int((found["grade"] == "A").sum())
    people = counted(len(found), "person", "people")
    return (
        f"{people} a level or more {above} you, in or near {field}: {', '.join(where)}. "
        f"You write both ways with {spoken:,} of them, or with somebody who could introduce you."
    )
