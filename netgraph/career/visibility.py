"""How far you are seen: who can reach you, who of them is senior, and who vouches for you."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from netgraph.career._reach import reach_of
from netgraph.career._standing import OUTSIDE, Self, counted, find_self, levels, places
from netgraph.career._vouching import vouching_acts
from netgraph.graph import build_graph
from netgraph.introductions import curve_for

if TYPE_CHECKING:
    import networkx as nx

    from netgraph.contacts import Contacts

SEEN = {
    "A": "they addressed you themselves",
    "B": "a tie of both sides is in your files, and no word of theirs",
    "C": "a tie on the way is inferred, or stands in your own address book alone",
}
"""How sure it is that somebody could reach you, the surest first."""

TOP = ("D", "X")
"""The levels of top management."""

_TOP = "directors and executives of your organisation within two steps, of those in your files"
_BEYOND_ALL = ("two steps", "senior, two steps")
_BEYOND = "could be brought to you by one person"
_NOBODY_BEYOND = "not known: nobody beyond your own contacts is in these files"
_NO_HOUSE = "not known from these files: where you work (Positions.csv)"
_DARK = {
    "addressed you": "messages.csv of the larger LinkedIn archive, or a mailbox, tells it",
    "recommend you": "Recommendations_Received.csv tells it",
    "endorsed you": "Endorsement_Received_Info.csv tells it",
    "senior who vouch": "recommendations and endorsements of the larger LinkedIn archive tell it",
}
_BOOK = "contact"
_CONNECTED = "linkedin.connections"
_COLUMNS = [
    "name", "title", "company", "domain", "seniority", "hops", "via", "via_name", "chance",
    "grade", "senior", "where", "top", "recommended", "endorsed", "endorsed_for",
]  # fmt: skip


def visibility(
    contacts: Contacts,
    *,
    graph: nx.Graph | None = None,
    now: pd.Timestamp | str | None = None,
) -> pd.DataFrame:
    """List who can reach you within two steps, how sure that is, and who of them vouches for you.

    Parameters
    ----------
    contacts
        After `classify`.
    graph
        As `build_graph` gives it, with you in it; else made here.
    now
        The day to look back from, where the graph is made here.

    Returns
    -------
    pandas.DataFrame
        Index person_id, those a step away first, then by grade and level: ``name title
        company domain seniority``; ``hops`` (1 or 2), ``via`` and ``via_name`` (through
        whom); ``chance`` that a request gets from one to the other, 0 to 1; ``grade``:
        ``A`` they addressed you themselves, ``B`` the tie is one of both sides (over a
        person: that one addressed you, and the tie onward was observed), ``C`` a tie is
        inferred or stands in your own address book alone; ``senior``, above your level
        (NA where either is not known); ``where`` (see `find_mentors`); ``top``, director or
        executive in your organisation; ``recommended`` and ``endorsed``, how often they
        did so for you, and ``endorsed_for``, which skills. ``attrs``: ``says``, ``top``
        (how many of top management are in the files at all; NA where your organisation
        is not known), ``dark`` (which numbers no file tells, as `describe_visibility`
        names them).

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False],
    ...                        "sources": "linkedin.connections"}, index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["contact"]})
    >>> visibility(Contacts(people=people, ties=ties)).loc["ann", "grade"]
    'B'
    """
    me = find_self(contacts)
    network = build_graph(contacts, now=now) if graph is None else graph
    found = reach_of(network, curve_for(contacts, network))
    people = contacts.people.reindex(found.index)
    found = found.join(people[["name", "title", "company", "domain", "seniority"]])
    found["via_name"] = found["via"].map(contacts.people["name"])
    found["grade"] = _grades(contacts, found, me.ego)
    ranks = levels(people["seniority"])
    above = (ranks > me.level).astype("boolean") if me.level is not None else pd.NA
    found["senior"] = pd.Series(above, index=found.index, dtype="boolean").mask(ranks.isna())
    found["where"] = places(people, me)
    inside = found["where"].notna() & (found["where"] != OUTSIDE)
    found["top"] = inside & found["seniority"].isin(TOP)
    found = found.join(_vouched(contacts, me.ego))
    for column in ("recommended", "endorsed"):
        found[column] = found[column].fillna(0).astype("int64")
    found["rank"] = ranks
    found = found.sort_values(
        ["hops", "grade", "rank", "name"], ascending=[True, True, False, True], kind="stable"
    )
    found = found[_COLUMNS].rename_axis("person_id")
    top = _top_management(contacts, me)
    found.attrs["top"] = top
    found.attrs["dark"] = _dark(contacts)
    found.attrs["says"] = _says(found, top, known=me.ego is not None)
    return found


def describe_visibility(seen: pd.DataFrame) -> pd.DataFrame:
    """Put how far you are seen into a few numbers, each with what it is out of.

    Parameters
    ----------
    seen
        As `visibility` gives it.

    Returns
    -------
    pandas.DataFrame
        A row a question: ``what``, ``people``, ``of`` (both NA where not known), ``share``
        (NaN where there is none), ``says``.

    Examples
    --------
    >>> from netgraph.contacts import Contacts
    >>> people = pd.DataFrame({"name": ["You", "Ann"], "is_ego": [True, False]},
    ...                       index=["ego", "ann"])
    >>> ties = pd.DataFrame({"source": ["ego"], "target": ["ann"], "kind": ["thread"]})
    >>> seen = visibility(Contacts(people=people, ties=ties))
    >>> describe_visibility(seen)[["what", "people"]].head(2).values.tolist()
    [['one step', 1], ['two steps', <NA>]]
    """
    direct, top = seen["hops"] == 1, seen.attrs.get("top")
    senior = seen["senior"].fillna(value=False).astype(bool)
    rated = seen["senior"].notna()
    addressed = seen["grade"] == "A"
    written, confirmed = seen["recommended"] > 0, seen["endorsed"] > 0
    vouch = written | confirmed
    level = f"above your level; of {int((~rated).sum()):,} others that is not known"
    everybody = len(seen)
    rows = [
        ("one step", direct, everybody, "have a tie to you"),
        ("two steps", ~direct, everybody, _BEYOND),
        ("addressed you", addressed, everybody, "wrote to you, met you or vouched for you"),
        ("senior, one step", direct & senior, rated.sum(), level),
        ("senior, two steps", ~direct & senior, rated.sum(), level),
        ("recommend you", written, everybody, "wrote a recommendation of you"),
        ("endorsed you", confirmed, everybody, "confirmed a skill of yours"),
        ("senior who vouch", vouch & senior, vouch.sum(), "above your level, of all who vouch"),
        ("top management", seen["top"], top, _TOP if top is not None else _NO_HOUSE),
    ]
    counts = [(what, int(who.sum()), of, says) for what, who, of, says in rows]
    table = pd.DataFrame(counts, columns=["what", "people", "of", "says"])
    table = table.astype({"people": "Int64", "of": "Int64"})
    if direct.all():  # nobody beyond is in the files, which is not nobody at all
        table.loc[table["what"].isin(_BEYOND_ALL), "people"] = pd.NA
        table.loc[table["what"].isin(_BEYOND_ALL), "says"] = _NOBODY_BEYOND
    for what in seen.attrs.get("dark", ()):
        row = (table["what"] == what) & table["people"].eq(0)
        table.loc[row, ["people", "of"]] = pd.NA
        table.loc[row, "says"] = f"not known from these files: {_DARK[what]}"
    unrated = table["what"].str.startswith("senior") & table["of"].eq(0)
    table.loc[unrated | table["of"].isna(), "people"] = pd.NA
    people, of = (table[name].astype("float64") for name in ("people", "of"))
    share = people / of.replace(0.0, np.nan)
    table.insert(3, "share", share)
    return table


def _dark(contacts: Contacts) -> tuple[str, ...]:
    """Name the numbers of which no file tells anything."""
    kinds = set(contacts.interactions["kind"])
    of_you = contacts.interactions["target"] == contacts.ego
    praised = (contacts.interactions["kind"].eq("recommendation") & of_you).any()
    yours = contacts.skills["person_id"] == contacts.ego
    skilled = (contacts.skills["kind"].eq("endorsement") & yours).any()
    told = {
        "addressed you": bool(kinds),
        "recommend you": praised,
        "endorsed you": skilled,
        "senior who vouch": praised or skilled,
    }
    return tuple(what for what, known in told.items() if not known)


def _top_management(contacts: Contacts, me: Self) -> int | None:
    """Count the directors and executives of your organisation; None if it is not known."""
    if me.company is None:
        return None
    others = contacts.people[~contacts.people["is_ego"]]
    where = places(others, me)
    inside = where.notna() & (where != OUTSIDE)
    return int((inside & others["seniority"].isin(TOP)).sum())


def _vouched(contacts: Contacts, ego: str | None) -> pd.DataFrame:
    """Count by person how often they vouched for you."""
    rows = vouching_acts(contacts, ego)
    endorsed = rows[rows["kind"] == "endorsement"]
    return pd.DataFrame(
        {
            "recommended": rows[rows["kind"] == "recommendation"].groupby("person_id").size(),
            "endorsed": endorsed.groupby("person_id").size(),
            "endorsed_for": endorsed.groupby("person_id")["what"].agg(
                lambda told: "; ".join(dict.fromkeys(told))
            ),
        }
    )


def _grades(contacts: Contacts, reach: pd.DataFrame, ego: str | None) -> pd.Series:
    events = contacts.interactions
    addressed = events.loc[events["target"] == ego, "source"].dropna().unique()
    ties = contacts.ties[contacts.ties["evidence"] == "observed"]
    own = pd.concat(
        [
            ties.loc[ties[one] == ego, [other, "kind"]].set_axis(["person", "kind"], axis=1)
            for one, other in (("source", "target"), ("target", "source"))
        ]
    )
    mutual = own.loc[own["kind"] != _BOOK, "person"]
    sources = contacts.people["sources"].fillna("")
    connected = sources.index[sources.str.contains(_CONNECTED, regex=False)]
    direct = pd.Series("C", index=contacts.people.index, dtype="str")
    direct[direct.index.isin(mutual) | direct.index.isin(connected)] = "B"
    direct[direct.index.isin(addressed)] = "A"
    between = direct.reindex(reach["via"]).to_numpy()
    over = np.where((between == "A") & reach["observed"].to_numpy(), "B", "C")
    grade = np.where(reach["hops"] == 1, direct.reindex(reach.index), over)
    return pd.Series(grade, index=reach.index, dtype="str")


def _says(seen: pd.DataFrame, top: int | None, *, known: bool) -> str:
    if not known:
        return "Not known from these files: which of these people you are."
    direct = int((seen["hops"] == 1).sum())
    further = len(seen) - direct
    senior = int(seen["senior"].fillna(value=False).sum())
    further = len(seen) - direct
    told = f"{counted(direct, 'person has', 'people have')} a tie to you"
    if further:
        told += f", and {further:,} are one person further"
    else:
        told += f"; who is one person further is {_NOBODY_BEYOND}"
    if seen["senior"].notna().any():
        told += f". Of the {len(seen):,} people {senior:,} stand above your level"
    else:
        told += ". Who of them stands above you is not known from these files"
    if top is None:
        return f"{told}. Where you work is not known (Positions.csv tells it)."
    reached = int(seen["top"].sum())
    return f"{told}. Of {top:,} in top management where you work {reached:,} can reach you."
