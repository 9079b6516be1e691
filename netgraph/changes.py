"""What became different: between two exports of one source, and in how often you are in touch."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol

import pandas as pd

from netgraph.errors import UnknownNameError
from netgraph.identity import company_key
from netgraph.own_word import is_noted
from netgraph.rhythm import usual_gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from netgraph.contacts import Contacts

COLUMNS = ("person_id", "name", "change", "before", "after", "since", "until", "source")
KINDS = ("joined", "left", "employer", "title", "quiet")
"""The values of ``change``."""
CONTACT = ("message", "mail", "meeting", "call")
"""Kinds of interactions by which two people are in touch."""
_MUTUAL = ("meeting", "call")
REGULAR = 4
"""In so many weeks at least you were in touch before it is told that somebody went quiet."""
SILENCE, SLOWNESS = 180, 3
"""Quiet is who was silent for more days than `SILENCE`, and than `SLOWNESS` usual gaps."""


class Step(NamedTuple):
    """Two exports of one source, one after the other.

    Attributes
    ----------
    before, after
        What stands in each, under the ids that people have now.
    since, until
        The days of the exports.
    source
        What they are exports of: the format.
    """

    before: Contacts
    after: Contacts
    since: pd.Timestamp
    until: pd.Timestamp
    source: str


class History(Protocol):
    """What `changes` reads: a `Workspace`."""

    @property
    def contacts(self) -> Contacts:
        """Everybody as they are now."""

    @property
    def history(self) -> Sequence[Step]:
        """The exports that followed each other."""


def changes(workspace: History, since: str | date | None = None) -> pd.DataFrame:
    r"""Tell who joined, left, changed employer or title, or went quiet.

    The first four are read off two exports of one source, one after the other:
    who is in the newer one only, in the older one only, or in both with another
    employer or title. Two spellings of one company (`company_key`) are no
    change; nor is what one of the two exports does not tell.

    Who went quiet is read off messages, mails and meetings. With :math:`n` weeks
    in which you were in touch with a person, :math:`d_i` the first day of each, their
    usual gap :math:`m = \mathrm{median}(d_{i+1} - d_i)`, and the newest day
    :math:`T` of the kinds of contact that you had, a person is quiet if

    .. math:: n \ge 4 \quad\text{and}\quad T - d_n > \max(180,\ 3 m)

    in days, the weeks lie over 90 days or more (one burst is no habit; see
    `netgraph.rhythm`), and if they wrote to you, or met you, at least once. :math:`T - d_n`
    counts from the last day of contact.

    Parameters
    ----------
    workspace
        Where the exports are kept.
    since
        Leave out what became known before this day: by an export, or by a
        silence that became too long.

    Returns
    -------
    pandas.DataFrame
        A row per change, the latest first, and then who went quiet, the longest
        silence (as a multiple of the usual gap) first: ``person_id``, ``name``,
        ``change`` (``joined``, ``left``, ``employer``, ``title``, ``quiet``),
        ``before`` and ``after`` (texts; of who joined or left the title and the
        company; for ``quiet`` the usual gap and the silence in days), ``since``
        and ``until`` (the days between which it happened; for ``quiet`` the
        last contact and :math:`T`), ``source`` (a format, or the kinds of
        contact). Empty if there is one export of each source only.
        ``attrs["quiet"]`` says why nobody can be told to be quiet, where that
        is so.

    Raises
    ------
    UnknownNameError
        If `since` is no day.

    Examples
    --------
    >>> from netgraph.workspace import Workspace
    >>> header = "First Name,Last Name,URL,Company,Position,Connected On\n"
    >>> ada = "Ada,Example,https://www.linkedin.com/in/ada,{},Engineer,05 Mar 2024\n"
    >>> with Workspace(":memory:") as workspace:
    ...     for company in ("Acme Inc.", "ACME", "Beta"):
    ...         _ = workspace.add(("Connections.csv", (header + ada.format(company)).encode()))
    ...     changes(workspace)[["person_id", "change", "before", "after"]].to_dict("records")
    [{'person_id': 'in/ada', 'change': 'employer', 'before': 'ACME', 'after': 'Beta'}]
    """
    begin = _day(since)
    quiet = find_quiet(workspace.contacts)
    told = side_by_side([*(compare(step) for step in workspace.history), quiet], begin)
    told.attrs = dict(quiet.attrs)
    return told


def side_by_side(tables: Sequence[pd.DataFrame], begin: pd.Timestamp | None = None) -> pd.DataFrame:
    """Put tables of changes one below the other: the latest first, then who went quiet.

    Parameters
    ----------
    tables
        As `compare` and `find_quiet` give them.
    begin
        Leave out what was known before.
    """
    told = pd.concat([_finish(pd.DataFrame()), *tables], ignore_index=True)
    if begin is not None:
        told = told[told["known"] >= begin]
    order = ["waits", "known", "change", "name"]
    told = told.sort_values(
        order,
        ascending=[False, False, True, True],
        na_position="first",
        kind="stable",
        ignore_index=True,
    )
    return told[list(COLUMNS)]


def compare(step: Step) -> pd.DataFrame:
    """Tell what differs between two exports of one source.

    Parameters
    ----------
    step
        The two exports.

    Returns
    -------
    pandas.DataFrame
        The columns of `changes`, and ``known``: the day of the newer export.
    """
    before, after = listed(step.before), listed(step.after)
    both = before.index.intersection(after.index)
    joined = after.loc[after.index.difference(before.index, sort=False)]
    left = before.loc[before.index.difference(after.index, sort=False)]
    was, now = before.loc[both], after.loc[both]
    employer = _differ(was["company"], now["company"], _company)
    title = _differ(was["title"], now["title"], _title)
    rows = pd.concat(
        [
            _rows(joined["name"], "joined", after=_work(joined)),
            _rows(left["name"], "left", before=_work(left)),
            _rows(now["name"][employer], "employer", was["company"], now["company"]),
            _rows(now["name"][title], "title", was["title"], now["title"]),
        ]
    )
    return _finish(
        rows.assign(since=step.since, until=step.until, source=step.source, known=step.until)
    )


def find_quiet(contacts: Contacts) -> pd.DataFrame:
    """Tell with whom you were regularly in touch, and are no more.

    Parameters
    ----------
    contacts
        With interactions.

    Returns
    -------
    pandas.DataFrame
        The columns of `changes`; ``known``: the day from which on the silence
        was too long; ``waits``: the silence as a multiple of the usual gap.
    """
    days = _days_in_touch(contacts)
    if days.empty:
        nothing = _finish(_rows(contacts.people["name"].head(0), "quiet"))
        nothing.attrs["quiet"] = "there is no message, mail or meeting of yours with a date"
        return nothing
    newest = days[~days["noted"]].groupby("kind")["day"].max()  # a note tells of one person
    days["newest"] = days["kind"].map(newest)
    people = days.groupby("person_id")
    told = people.agg(
        last=("day", "max"), until=("newest", "max"), heard=("heard", "any"),
        source=("kind", lambda kinds: "; ".join(sorted(set(kinds)))),
    )  # fmt: skip
    number = days["day"].to_numpy().astype("datetime64[D]").astype("int64")
    told["gap"] = usual_gaps(days["person_id"], pd.Series(number), least=REGULAR)["gap"]
    told["silence"] = (told["until"] - told["last"]).dt.days
    patience = (SLOWNESS * told["gap"]).clip(lower=SILENCE)
    quiet = told["heard"] & told["gap"].notna() & (told["silence"] > patience)
    told = told[quiet]
    gap = told["gap"].round().astype("int64")
    rows = _rows(
        contacts.people["name"].reindex(told.index),
        "quiet",
        "every " + gap.astype("str") + " days",
        told["silence"].astype("str") + " days",
    )
    known = told["last"] + pd.to_timedelta(patience[quiet].round(), unit="D")
    cells = {
        "since": told["last"].array,
        "until": told["until"].array,
        "source": told["source"].array,
        "known": known.array,
        "waits": (told["silence"] / told["gap"]).array,
    }
    return _finish(rows.assign(**cells))


def _days_in_touch(contacts: Contacts) -> pd.DataFrame:
    """List the days on which you were in touch: ``person_id day kind heard noted``."""
    ego = contacts.ego
    events = contacts.interactions
    events = events[events["kind"].isin(CONTACT) & events["at"].notna()]
    events = events[events["at"] <= pd.Timestamp.now()]  # calendars know the future
    yours, theirs = events["source"] == ego, events["target"] == ego
    told = pd.concat([events[yours], events[theirs]])
    person = told["source"].where(told["source"] != ego, told["target"])
    heard = (told["source"] != ego) | told["kind"].isin(_MUTUAL)
    return pd.DataFrame(
        {"person_id": person, "day": told["at"].dt.floor("D"), "kind": told["kind"], "heard": heard}
    ).assign(noted=is_noted(told))


def listed(part: Contacts) -> pd.DataFrame:
    """Give the people whom an export lists as contacts, not those it only speaks of."""
    contacts = part.ties["target"][part.ties["kind"] == "contact"]
    return part.people[part.people.index.isin(contacts) & ~part.people["is_ego"]]


def _work(people: pd.DataFrame) -> pd.Series:
    """Tell what people do and where: ``title, company``, or the one that is known."""
    both = people["title"].str.cat(people["company"], sep=", ")
    return both.fillna(people["company"]).fillna(people["title"]).astype("str")


def _differ(before: pd.Series, after: pd.Series, key: Callable[[str], str]) -> pd.Series:
    """Tell where both are known and differ beyond spelling."""
    known = before.notna() & after.notna()
    keys = (values.map(key, na_action="ignore") for values in (before, after))
    one, other = keys
    return known & (one != other)


def _company(name: str) -> str:
    return company_key(name) or ""  # who works for nobody: one way to say so is like another


def _title(text: str) -> str:
    return " ".join(text.casefold().split())


def _rows(
    names: pd.Series,
    change: str,
    before: pd.Series | None = None,
    after: pd.Series | None = None,
) -> pd.DataFrame:
    ids = pd.Series(names.index, dtype="str")
    cells = {
        column: pd.Series(pd.NA, index=range(len(names)), dtype="str")
        if values is None
        else values.reindex(names.index).reset_index(drop=True)
        for column, values in (("before", before), ("after", after))
    }
    return pd.DataFrame(
        {"person_id": ids, "name": names.reset_index(drop=True), "change": change, **cells}
    )


def _finish(rows: pd.DataFrame) -> pd.DataFrame:
    """Bring rows to the columns and types of the table."""
    rows = rows.reindex(columns=[*COLUMNS, "known", "waits"]).reset_index(drop=True)
    times = dict.fromkeys(("since", "until", "known"), "datetime64[s]")
    texts = dict.fromkeys(set(COLUMNS) - times.keys(), "str")
    return rows.astype({**times, **texts, "waits": "float64"})


def _day(since: str | date | None) -> pd.Timestamp | None:
    if since is None:
        return None
    try:
        return pd.Timestamp(since)
    except ValueError:
        raise UnknownNameError(f"{since!r} is no day", remedy="Write it like 2026-11-23") from None
