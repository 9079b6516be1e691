"""What the tables tell of you and one other person, each fact with the row it stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from netgraph.contacts import split_labels
from netgraph.domains import DOMAINS
from netgraph.identity import company_key
from netgraph.introductions.outcomes import is_success
from netgraph.looking_back import look_back_from

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from netgraph.contacts import Contacts

WRITTEN = ("message", "mail")
QUIET, FRESH = 180, 90
"""Days: after so many you have lost touch; for so many a meeting is news."""
_LATE = pd.Timedelta(days=60)
"""An introduction so long after you connected did not bring you together."""


class Fact(NamedTuple):
    """Something that is known, and where it stands.

    Attributes
    ----------
    name
        What templates call it.
    value
        Text as it is written, the code of a field of work, or a day.
    table, row
        The table of `Contacts`, and the row's label there.
    precise
        Whether a day is named in full, or by its month.
    """

    name: str
    value: str | pd.Timestamp
    table: str
    row: object
    precise: bool = False


def gather(contacts: Contacts, ego: str, person: str) -> dict[str, Fact]:
    """Collect what is known of `person` and of you two; a later fact of one name is dropped."""
    facts: dict[str, Fact] = {}
    events = contacts.interactions
    events = events[_between(events, ego, person)]
    wrote = events["kind"].isin(WRITTEN) & (events["source"] == ego)
    silent = not wrote.any() and bool(contacts.interactions["kind"].isin(WRITTEN).any())
    dated = events.dropna(subset=["at"]).sort_values("at", kind="stable")
    for found in (
        _of_people(contacts, ego, person),
        _of_stays(contacts, ego, person),
        _of_ties(contacts, ego, person, silent=silent),
        _of_exchange(contacts, dated, ego, person),
        _of_letters(dated, ego),
        _of_conversations(contacts, dated, ego),
        _of_introductions(contacts, ego, person),
    ):
        for fact in found:
            facts.setdefault(fact.name, fact)
    introduced, common = facts.get("introduced_by"), facts.get("common")
    if introduced and common and introduced.value == common.value:
        del facts["common"]  # who introduced you knows both: it need not be said twice
    return facts


def _of_people(contacts: Contacts, ego: str, person: str) -> Iterator[Fact]:
    for who, prefix in ((person, ""), (ego, "my_")):
        row = _row(contacts, who)
        for column in ("given_name", "title", "company"):
            if isinstance(row[column], str):
                yield Fact(prefix + column, row[column], "people", who)
        if row["domain"] in DOMAINS:
            yield Fact(prefix + "field", str(row["domain"]), "people", who)


def _of_stays(contacts: Contacts, ego: str, person: str) -> Iterator[Fact]:
    """Tell employers that you share: of both today, or where you were before."""
    stays = contacts.affiliations
    stays = stays[stays["kind"] == "employer"]
    own = stays[stays["person_id"] == ego]
    keys = own["organisation"].map(company_key)
    for row, stay in stays[stays["person_id"] == person].iterrows():
        key = company_key(stay["organisation"])
        if key is None or isinstance(stay["end"], str):
            continue
        mine = own[(keys == key).to_numpy()]
        if mine["end"].isna().any():
            yield Fact("same_employer", stay["organisation"], "affiliations", row)
        elif len(mine):
            yield Fact("former_employer", stay["organisation"], "affiliations", row)
            left = mine["end"].dropna().sort_values()
            yield Fact("former_until", str(left.iloc[-1])[:4], "affiliations", left.index[-1])


def _of_ties(contacts: Contacts, ego: str, person: str, *, silent: bool) -> Iterator[Fact]:
    """Tell since when you are connected, and never wrote if you were `silent`; who knows both."""
    ties = contacts.ties
    with_you = ties[_between(ties, ego, person) & (ties["kind"] == "contact")]
    met = with_you["since"].dropna().sort_values()
    if len(met):
        yield Fact("connected", met.iloc[0], "ties", met.index[0])
        if silent:
            yield Fact("unspoken_since", met.iloc[0], "ties", met.index[0], precise=True)
    theirs = ties[(ties["source"] == person) | (ties["target"] == person)]
    theirs = theirs[(theirs["evidence"] == "observed") & theirs["kind"].ne("contact")]
    theirs = theirs[(theirs["source"] != ego) & (theirs["target"] != ego)]
    if len(theirs):
        place = int(theirs["count"].fillna(1).astype(float).to_numpy().argmax())
        closest, tie = theirs.index[place], theirs.iloc[place]
        other = tie["target"] if tie["source"] == person else tie["source"]
        name = contacts.people.loc[other, "name"]
        if isinstance(name, str):
            yield Fact("common", name, "ties", closest)


def _of_exchange(contacts: Contacts, events: pd.DataFrame, ego: str, person: str) -> Iterator[Fact]:
    """Tell the last written exchange (both wrote), the last meeting, a recommendation."""
    today = look_back_from(contacts)
    written = events[events["kind"].isin(WRITTEN)]
    if {ego, person} <= set(written["source"]):
        last = written["at"].iloc[-1]
        yield Fact("last_exchange", last, "interactions", written.index[-1])
        if (today - last).days > QUIET:
            yield Fact("quiet_since", last, "interactions", written.index[-1])
    met = events[events["kind"] == "meeting"]
    if len(met) and (today - met["at"].iloc[-1]).days <= FRESH:
        yield Fact("met", met["at"].iloc[-1], "interactions", met.index[-1], precise=True)
    praised = events[(events["kind"] == "recommendation") & (events["source"] == person)]
    if len(praised):
        yield Fact("recommended_me", praised["at"].iloc[-1], "interactions", praised.index[-1])


def _of_letters(events: pd.DataFrame, ego: str) -> Iterator[Fact]:
    """Tell which letter of theirs came last and has no answer."""
    written = events[events["kind"].isin(WRITTEN)]
    own = (written["source"] == ego).to_numpy().nonzero()[0]
    waiting = written.iloc[own[-1] + 1 if len(own) else 0 :]
    if waiting.empty:
        return
    if "questions" in waiting:
        asked = waiting[(waiting["questions"] > 0).fillna(value=False)]
        if len(asked):
            yield Fact("asked", asked["at"].iloc[-1], "interactions", asked.index[-1], precise=True)
            return
    yield Fact("wrote", waiting["at"].iloc[-1], "interactions", waiting.index[-1], precise=True)


def _of_conversations(contacts: Contacts, events: pd.DataFrame, ego: str) -> Iterator[Fact]:
    """Tell in which titled conversation of several you both were last.

    A title stands among the groups of all who took part. Where they share several
    groups, which of them is the title is not known.
    """
    own = events[events["thread"].notna() & events["kind"].isin(WRITTEN)]
    own = own.drop_duplicates("thread", keep="last")
    seats = contacts.interactions[["thread", "source", "target"]]
    seats = seats[seats["thread"].isin(own["thread"])].drop_duplicates()
    groups = contacts.people["groups"]
    for row, last in own.iloc[::-1].iterrows():
        seated = seats[seats["thread"] == last["thread"]]
        others = ({*seated["source"]} | {*seated["target"]}) - {ego}
        shared = [set(split_labels(groups.get(other))) for other in others]
        titles = set.intersection(*shared)
        if len(others) > 1 and len(titles) == 1:
            yield Fact("conversation", titles.pop(), "interactions", row)
            yield Fact("conversation_last", last["at"], "interactions", row)
            return


def _of_introductions(contacts: Contacts, ego: str, person: str) -> Iterator[Fact]:
    """Tell who first introduced you two, if it came about, and whom they introduced to you."""
    known = contacts.introductions
    names = contacts.people["name"]
    ends = known[["introduced", "introduced_to"]]
    made = known["outcome"].isna() | (known["outcome"].map(is_success) == 1.0)
    yours = known[(ends == ego).any(axis=1) & (ends == person).any(axis=1) & made]
    yours = yours[~(_begins(yours["date"]) > _connected(contacts, ego, person) + _LATE)]
    for row, introducer, date in yours.sort_values("date")[["introducer", "date"]].itertuples():
        yield Fact("introduced_by", str(names[introducer]), "introductions", row)
        if isinstance(date, str):
            yield Fact("introduced_date", date, "introductions", row)
        break
    for row in known.index[(known["introducer"] == person) & (ends == ego).any(axis=1)]:
        pair = ends.loc[row]
        other = pair["introduced"] if pair["introduced_to"] == ego else pair["introduced_to"]
        date = known.loc[row, "date"]
        if isinstance(other, str) and isinstance(date, str):
            yield Fact("they_introduced", str(names[other]), "introductions", row)
            yield Fact("they_introduced_date", date, "introductions", row)


def _begins(dates: pd.Series) -> pd.Series:
    """Give the first day that a date may mean: of a year, its first."""
    return pd.to_datetime(dates, format="ISO8601", errors="coerce")


def _connected(contacts: Contacts, ego: str, person: str) -> pd.Timestamp:
    """Tell since when you two are connected; NaT if it is not known."""
    ties = contacts.ties
    first: pd.Timestamp = ties.loc[_between(ties, ego, person), "since"].min()
    return first


def of_target(contacts: Contacts, broker: str, target: str) -> Iterator[Fact]:
    """Tell of the person whom you want to meet, and whether the broker and you know them."""
    row = _row(contacts, target)
    yield Fact("target_name", str(row["name"]), "people", target)
    work = [row[column] for column in ("title", "company") if isinstance(row[column], str)]
    if work:
        yield Fact("target_work", ", ".join(work), "people", target)
    ties = contacts.ties[_between(contacts.ties, broker, target)]
    seen = ties.index[ties["evidence"] == "observed"]
    if len(seen):
        yield Fact("target_observed", "you two", "ties", seen[0])
    own = contacts.ties[_between(contacts.ties, str(contacts.ego), target)]
    known = own.index[own["evidence"] == "observed"]
    if len(known):
        yield Fact("target_known", "you and me", "ties", known[0])
    stays = contacts.affiliations
    stays = stays[stays["kind"].isin(["employer", "school"])]
    theirs = stays[stays["person_id"] == target]
    keys = set(theirs["organisation"].map(company_key).dropna())
    shared = stays[
        (stays["person_id"] == broker) & stays["organisation"].map(company_key).isin(keys)
    ]
    for place, organisation in shared["organisation"].items():
        yield Fact("target_shared", organisation, "affiliations", place)


def _row(contacts: Contacts, person: str) -> dict[Hashable, Any]:
    row: dict[Hashable, Any] = contacts.people.loc[person].to_dict()
    return row


def _between(table: pd.DataFrame, one: str, other: str) -> pd.Series[bool]:
    forth = (table["source"] == one) & (table["target"] == other)
    back = (table["source"] == other) & (table["target"] == one)
    return forth | back
