"""Who has the standing to open a door, how near they are, and who stands beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from netgraph.care import tie_health
from netgraph.career._beside import WORDS, find_beside
from netgraph.career._reach import COLUMNS, grades, reach_of
from netgraph.career._standing import (
    NEAR,
    OUTSIDE,
    Self,
    counted,
    find_self,
    fits,
    places,
    post_in_words,
)
from netgraph.domains import DOMAINS
from netgraph.domains.naming import domain_meant
from netgraph.graph import build_graph
from netgraph.introductions import curve_for
from netgraph.suggestions import hidden_from_suggestions

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.contacts import Contacts

STANDING = ("D", "X")
"""The levels that can open a door: directors and executives."""

IN_TOUCH, SILENT, TIED, STEP, FAR = (
    "in touch", "tied, silent", "tied, no words", "a step away", "out of reach",
)  # fmt: skip
"""How near: words both ways, alive or silent since; a tie alone; over one person; none of these."""

_LIVING = ("active", "cooling")

_OVER_ONE = 2
_LIVES = "Tell them what you are aiming at, and ask what they would do."
_RESTS = "Take up the thread first; say what you are aiming at once they have answered."
_ORDER = {IN_TOUCH: 0, SILENT: 1, TIED: 2, STEP: 3, FAR: 4}
_COLUMNS = [
    "name", "title", "company", "domain", "seniority", "opens", "nearness", "chance", "state",
    "hops", "via", "via_name", "beside", "beside_name", "beside_how", "beside_chance", "grade",
    "why", "first_step",
]  # fmt: skip


def find_sponsors(
    contacts: Contacts,
    *,
    domain: str | None = None,
    graph: nx.Graph | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """Find who could open a door for you: directors and executives where it matters to you.

    That is in your own organisation, whatever their field, and in the field that you want
    (or one near to it), wherever they are. Where you are not in touch with one of them,
    the contact of yours who stands best beside them is named: an assistant whom an address
    book names, an assistant or chief of staff of the same organisation, a colleague.

    Parameters
    ----------
    contacts
        After `classify`.
    domain
        The field that you want, by code or name; by default your own.
    graph
        As `build_graph` gives it, with you in it; else made here.
    now
        The day to look back from; see `tie_health`.

    Returns
    -------
    pandas.DataFrame
        Index person_id, the nearest first, then by ``chance`` and level. ``name title
        company domain seniority``; ``opens``: ``organisation``, ``field`` or ``both``;
        ``nearness``: ``in touch`` (words went both ways, and `tie_health` calls the tie
        active or cooling), ``tied, silent`` (they did once), ``tied, no words``, ``a step
        away`` (over one person), ``out of reach``; ``chance`` that a request reaches them,
        directly, over one person or by who stands beside them, 0 to 1, NaN where no way is
        known; ``state`` of your tie; ``hops``, ``via``, ``via_name``; ``beside``,
        ``beside_name``, ``beside_how`` (in words) and ``beside_chance``, NA where you are in
        touch or nobody stands there; ``grade`` as in `find_mentors`, NA out of reach;
        ``why`` and ``first_step``. ``attrs``: ``says``, ``field`` (its code, None where
        it is not known). People hidden from suggestions are left out, as whom to ask too.

    Raises
    ------
    UnknownNameError
        If `domain` is no field of work.
    ContactsError
        If `now` is no date.

    Notes
    -----
    That a contact's standing, not only the tie, decides what they can open is the finding of
    Lin and others [1]_; what it is worth to stand beside somebody is assumed
    (`netgraph.career._beside.WORTH`).

    References
    ----------
    .. [1] Lin, N., Ensel, W. M. & Vaughn, J. C. (1981). Social resources and strength of
       ties: structural factors in occupational status attainment. *American Sociological
       Review* 46(4), 393-405.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann", "Bo"], "company": "Acme",
    ...                        "title": ["Analyst", "CEO", "Executive Assistant"],
    ...                        "seniority": ["P", "X", "P"], "is_ego": [True, False, False]},
    ...                       index=["ego", "ann", "bo"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["bo"], "kind": ["contact"]})
    >>> found = find_sponsors(Contacts(people=people, ties=ties))
    >>> found[["name", "nearness", "beside_name"]].values.tolist()
    [['Ann', 'out of reach', 'Bo']]
    """
    me = find_self(contacts)
    wanted = domain_meant(domain) if domain is not None else me.domain
    people = contacts.people
    people = people[~people["is_ego"] & ~people.index.isin(hidden_from_suggestions(contacts))]
    where, field = places(people, me), pd.Series(0.0, index=people.index)
    if wanted is not None:
        field = fits(people["domain"], wanted).fillna(0.0)
    inside = where.notna() & (where != OUTSIDE)
    leaders = int(people["seniority"].isin(STANDING).sum())
    standing = people["seniority"].isin(STANDING) & (inside | (field >= NEAR))
    inside, people = inside[standing], people[standing]
    in_field = field[standing] >= NEAR
    network = build_graph(contacts, now=now) if graph is None else graph
    reach = reach_of(network, curve_for(contacts, network))
    reach = reach[~reach.index.isin(hidden_from_suggestions(contacts))]
    found = people[["name", "title", "company", "domain", "seniority"]].join(reach[COLUMNS])
    found["opens"] = np.select([inside & in_field, inside], ["both", "organisation"], "field")
    health = tie_health(contacts, now=now)
    own = health.reindex(found.index)
    found["state"] = own["state"].where(found["hops"] == 1)
    spoken = (found["hops"] == 1) & (own["reciprocity"].fillna(0.0) > 0)
    over_one = found["hops"] == _OVER_ONE
    found["nearness"] = np.select(
        [spoken & found["state"].isin(_LIVING), spoken, found["hops"] == 1, over_one],
        [IN_TOUCH, SILENT, TIED, STEP],
        FAR,
    )
    graded = grades(reach, health["reciprocity"])
    found["grade"] = graded.reindex(found.index)
    found["via_name"] = found["via"].map(contacts.people["name"])
    found = _with_beside(found, contacts, reach)
    found["why"] = _why(found, own["why"])
    found["first_step"] = _first_steps(found)
    found["order"] = found["nearness"].map(_ORDER)
    found = found.sort_values(
        ["order", "chance", "seniority", "name"], ascending=[True, False, False, True]
    )
    found = found[_COLUMNS].rename_axis("person_id")
    found.attrs |= {"says": _says(found, me, wanted, standing=leaders), "field": wanted}
    return found


def _with_beside(found: pd.DataFrame, contacts: Contacts, reach: pd.DataFrame) -> pd.DataFrame:
    """Name who stands beside those whom you are not in touch with."""
    far = found.index[found["nearness"] != IN_TOUCH]
    beside = find_beside(contacts, far, reach)
    found["beside"] = beside["beside"].reindex(found.index).astype("str")
    found["beside_name"] = found["beside"].map(contacts.people["name"])
    found["beside_how"] = beside["how"].map(WORDS).reindex(found.index).astype("str")
    found["beside_chance"] = beside["chance"].reindex(found.index).astype(float)
    found["chance"] = found[["chance", "beside_chance"]].max(axis=1)
    return found


def _why(found: pd.DataFrame, told: pd.Series) -> list[str]:
    doors = {
        "both": "your organisation and the field",
        "organisation": "your organisation",
        "field": "the field",
    }
    columns = [found[c] for c in ("domain", "seniority", "opens", "nearness", "via_name", "state")]
    return [
        f"{post_in_words(domain, level)}; opens {doors[opens]}; {near}"
        + (f", over {via}" if near == STEP and isinstance(via, str) else "")
        + (f" ({state}: {tie})" if near == SILENT else "")
        for domain, level, opens, near, via, state, tie in zip(*columns, told, strict=True)
    ]


def _first_steps(found: pd.DataFrame) -> list[str]:
    return [_first_step(row) for row in found.itertuples(index=False)]


def _first_step(row: Any) -> str:  # noqa: ANN401 - a row of the table
    if row.nearness in {IN_TOUCH, SILENT}:
        return _LIVES if row.state == "active" else _RESTS
    over = row.nearness == STEP and isinstance(row.via_name, str)
    if isinstance(row.beside_name, str) and not (over and row.chance > row.beside_chance):
        return f"Begin with {row.beside_name}, {row.beside_how}: ask what would be of use to them."
    if over and row.observed:
        return f"Ask {row.via_name} to introduce you."
    if over:
        return f"Ask {row.via_name} first whether they know each other: that is inferred."
    if row.nearness == TIED:
        return "No words went both ways yet: give before you ask, something of use to them."
    return "No way is known from these files: somebody has to bring you together first."


def _says(found: pd.DataFrame, me: Self, wanted: str | None, *, standing: int) -> str:
    limits = ""
    if me.company is None:
        limits += " Where you work is not known from these files (Positions.csv tells it)."
    if wanted is None:
        limits += " Your own field is not known."
    where = " or ".join(
        ([me.company] if me.company else []) + ([DOMAINS[wanted]] if wanted is not None else [])
    )
    if not where and standing:
        one = counted(standing, "director or executive is", "directors and executives are")
        return (
            f"{one} in these files; who of them is near to you is not known, since neither your "
            f"company nor your field is.{limits}"
        )
    if found.empty:
        of = f" of {where}" if where else ""
        return f"No director or executive{of} is in these files.{limits}"
    near = found["nearness"].value_counts()
    parts = [f"{near[how]:,} {how}" for how in _ORDER if how in near]
    beside = int(found["beside"].notna().sum())
    who = counted(len(found), "director or executive", "directors and executives")
    told = f"{who} of {where}, or a field near to it: {'; '.join(parts)}."
    if beside:
        told += (
            f" Beside {beside:,} of those whom you are not in touch with stands somebody of yours."
        )
    return told + limits
