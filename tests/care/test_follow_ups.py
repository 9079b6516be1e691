"""Follow-ups: who waits is found, and nobody else is nagged about."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng
from tests.care import planted

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
NOW = "2026-06-30"
NAMES = ["ann", "bo", "cy"]


def contacts(*events, tied=(), introductions=None, tags=None):
    """The ego and three others; events are (source, target, at, kind, more ...)."""
    people = pd.DataFrame(
        {"name": ["You", "Ann", "Bo", "Cy"], "is_ego": [True, False, False, False]},
        index=["ego", *NAMES],
    )
    people["tags"] = pd.Series(tags or {}, dtype="object")
    rows = pd.DataFrame(
        [{"source": e[0], "target": e[1], "at": e[2], "kind": e[3], **dict(e[4:])} for e in events],
        columns=["source", "target", "at", "kind", "channel", "words", "questions", "thread"],
    ).astype({"at": "datetime64[s]", "words": "Int64", "questions": "Int64"})
    ties = pd.DataFrame(list(tied), columns=["target", "since"]).assign(
        source="ego", kind="contact"
    )
    ties["since"] = pd.to_datetime(ties["since"])
    tables = {"people": people, "ties": ties, "interactions": rows}
    if introductions is not None:
        tables["introductions"] = introductions
    return ng.Contacts(**tables)


def found(given, **options):
    """Who is listed: (person, what) each."""
    table = ng.find_follow_ups(given, **{"now": NOW} | options)
    return list(zip(table["person_id"], table["what"], strict=True))


ASKED = ("questions", 1)
TALK = (
    ("ego", "ann", "2026-05-01", "message", ("questions", 1)),
    ("ann", "ego", "2026-05-02", "message", ("questions", 0), ("words", 20)),
    ("ego", "ann", "2026-05-03", "message", ("questions", 0)),
)


# --- a letter without an answer


def test_a_question_waits_and_a_closing_word_does_not():
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    thanks = ("ann", "ego", "2026-06-10", "message", ("questions", 0), ("words", 30))
    assert found(contacts(*TALK, asks)) == [("ann", "unanswered")]
    assert found(contacts(*TALK, thanks)) == []


def test_it_waits_since_the_question_and_not_since_the_last_word():
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    adds = ("ann", "ego", "2026-06-12", "message", ("questions", 0))
    row = ng.find_follow_ups(contacts(*TALK, asks, adds), now=NOW).iloc[0]
    assert row["since"] == pd.Timestamp("2026-06-10")
    assert row["due_at"] == pd.Timestamp("2026-06-13")  # three days later
    assert row["overdue_days"] == 17
    assert row["evidence"] == (("interactions", 3),)
    assert row["grade"] == "observed"


@pytest.mark.parametrize("kind", ["message", "meeting", "call", "favour"])
def test_any_contact_of_yours_answers(kind):
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    reply = ("ego", "ann", "2026-06-11", kind, ("thread", "another"))
    assert ("ann", "unanswered") not in found(contacts(*TALK, asks, reply))


def test_a_question_to_several_waits_for_nobody_in_particular():
    asks = [("ann", who, "2026-06-10", "message", ASKED, ("thread", "g")) for who in ("ego", "bo")]
    assert found(contacts(*TALK, *asks)) == []


def test_strangers_and_those_who_always_write_in_vain_do_not_wait():
    asks = ("cy", "ego", "2026-06-10", "message", ASKED)
    assert found(contacts(asks)) == []  # no tie, and you never wrote
    known = [("cy", "2020-01-01")]
    assert found(contacts(asks, tied=known)) == [("cy", "unanswered")]
    often = [("cy", "ego", f"2026-06-{day}", "message", ASKED) for day in (10, 11, 12)]
    assert found(contacts(*often, tied=known)) == []


def test_an_old_question_is_no_follow_up_any_more():
    asks = ("ann", "ego", "2025-12-01", "message", ASKED)
    assert ("ann", "unanswered") not in found(contacts(asks, tied=[("ann", "2020-01-01")]))


def before(count):
    """So many talks that ann opened and you answered, a month apart."""
    rows = []
    for month in range(count):
        day = pd.Timestamp("2026-01-05") + pd.DateOffset(months=month)
        rows += [
            ("ann", "ego", day, "mail", ("thread", f"m{month}")),
            ("ego", "ann", day + pd.Timedelta(days=1), "mail", ("thread", f"m{month}")),
        ]
    return rows


def test_where_no_text_was_seen_a_letter_counts_from_whom_you_usually_answer():
    letter = ("ann", "ego", "2026-06-10", "mail", ("thread", "new"))
    row = ng.find_follow_ups(contacts(*before(2), letter), now=NOW).iloc[0]
    assert (row["what"], row["grade"]) == ("unanswered", "inferred")
    assert "not known" in row["why"]
    assert found(contacts(*before(1), letter)) == []  # answered but once
    short = ("ann", "ego", "2026-06-10", "mail", ("words", 6))
    assert found(contacts(*before(2), short)) == []
    late = ("ann", "ego", "2026-04-20", "mail")
    assert ("ann", "unanswered") not in found(contacts(*before(2), late))
    reply = ("ego", "ann", "2026-06-09", "mail"), ("ann", "ego", "2026-06-10", "mail")
    assert found(contacts(*before(2), *reply)) == []  # theirs ends a talk of yours


# --- met, and connected


def test_who_was_met_waits_for_a_word():
    met = ("ego", "ann", "2026-06-20", "meeting", ("thread", "coffee"))
    row = ng.find_follow_ups(contacts(met, *TALK), now=NOW).iloc[0]
    assert (row["what"], row["overdue_days"], row["intent"]) == ("met", 8, "follow_up")
    for after in (("ann", "ego"), ("ego", "ann")):
        assert found(contacts(met, (*after, "2026-06-21", "message"))) == []


def test_neither_crowds_nor_weekly_rounds_nor_those_whom_you_will_meet_are_followed_up():
    crowd = [("ego", who, "2026-06-20", "meeting", ("thread", "all")) for who in NAMES]
    assert len(found(contacts(*crowd))) == 3
    people = pd.DataFrame(
        {"name": [f"p{n}" for n in range(10)]}, index=[f"p{n}" for n in range(10)]
    )
    people.loc["ego", "name"] = "You"
    people["is_ego"] = people.index == "ego"
    rows = pd.DataFrame({"source": "ego", "target": people.index[:9], "thread": "all"})
    rows = rows.assign(at=pd.Timestamp("2026-06-20"), kind="meeting")
    assert found(ng.Contacts(people=people, interactions=rows)) == []
    weekly = [("ego", "ann", f"2026-06-{day}", "meeting", ("thread", day)) for day in (8, 15, 22)]
    assert found(contacts(*weekly)) == []
    again = ("ego", "ann", "2026-07-05", "meeting", ("thread", "next"))
    assert found(contacts(("ego", "ann", "2026-06-20", "meeting"), again)) == []


def test_who_connected_waits_unless_one_of_you_wrote():
    new = [("ann", "2026-06-01"), ("bo", "2026-06-01"), ("cy", "2025-06-01")]
    wrote = ("bo", "ego", "2026-06-02", "message", ("questions", 0))
    assert found(contacts(wrote, tied=new)) == [("ann", "connected")]


def test_who_wrote_with_you_shortly_before_connecting_does_not_wait():
    before = ("ann", "ego", "2026-05-20", "mail")
    long_before = ("ann", "ego", "2020-05-20", "mail")
    new = [("ann", "2026-06-01")]
    assert found(contacts(before, tied=new)) == []
    assert found(contacts(long_before, tied=new)) == [("ann", "connected")]


def test_without_letters_nothing_is_known_and_nobody_is_listed():
    table = ng.find_follow_ups(contacts(tied=[("ann", "2026-06-01")]), now=NOW)
    assert table.empty
    assert "not known from these files" in table.attrs["says"]
    assert "messages.csv" in table.attrs["needs"]
    nobody = ng.find_follow_ups(ng.Contacts())
    assert nobody.empty
    assert "not known" in nobody.attrs["says"]


def test_a_letter_noted_by_hand_does_not_tell_that_there_were_no_others():
    noted = ("ego", "bo", "2026-06-02", "message", ("channel", "noted"))
    table = ng.find_follow_ups(contacts(noted, tied=[("ann", "2026-06-01")]), now=NOW)
    assert table.empty
    assert "not known from these files" in table.attrs["says"]


def test_a_mailbox_does_not_tell_what_was_written_on_linkedin():
    mail = ("bo", "ego", "2026-06-02", "mail", ("channel", "mail"))
    given = contacts(mail, tied=[("ann", "2026-06-01")])
    assert found(given) == [("ann", "connected")]  # ann is of no file of LinkedIn's
    people = given.people.assign(sources=["", "linkedin.connections", "", ""])
    linked = ng.Contacts(people=people, ties=given.ties, interactions=given.interactions)
    table = ng.find_follow_ups(linked, now=NOW)
    assert table.empty
    assert "1 of your contacts on LinkedIn is not known" in table.attrs["says"]


# --- promises


def promise(**columns):
    row = {"id": 7, "person_id": "ann", "text": "the slides", "other": None, "due": None}
    row |= {"at": pd.Timestamp("2026-06-01"), "kept_at": pd.NaT} | columns
    return pd.DataFrame([row])


def test_a_promise_is_listed_a_week_before_its_day():
    table = ng.find_follow_ups(contacts(), promises=promise(), now=NOW)
    row = table.iloc[0]
    assert (row["what"], row["grade"], row["overdue_days"]) == ("promise", "stated", 22)
    assert row["evidence"] == (("promises", 7),)
    assert "the slides" in row["why"]
    later = promise(due=pd.Timestamp("2026-07-23"))
    assert found(contacts(), promises=later) == []
    assert found(contacts(), promises=later, ahead=30) == [("ann", "promise")]
    assert found(contacts(), promises=promise(kept_at=pd.Timestamp("2026-06-05"))) == []


def test_a_promise_counts_from_today_though_the_files_ended_long_ago():
    today = pd.Timestamp.now().normalize()
    made = promise(at=today - pd.Timedelta(days=9), due=today - pd.Timedelta(days=8))
    table = ng.find_follow_ups(contacts(), promises=made)
    row = table[table["what"] == "promise"].iloc[0]
    assert row["overdue_days"] == 8
    assert "9 days ago" in row["why"]
    just_now = ng.find_follow_ups(contacts(), promises=promise(at=today))  # due in a week: shown
    assert "promise" in set(just_now["what"])


def introduction(outcome, date="2026-05-01", introducer="ego"):
    return pd.DataFrame(
        {
            "introducer": [introducer],
            "introduced": ["ann"],
            "introduced_to": ["bo"],
            "date": [date],
            "outcome": [outcome],
        }
    )


def test_an_introduction_that_was_made_keeps_the_promise():
    promised = promise(other="bo")
    assert found(contacts(), promises=promised) == [("ann", "promise")]
    for date, waits in (("2026-06-05", False), ("2026-06", False), ("2026-05-05", True)):
        made = contacts(introductions=introduction("met", date))
        assert (found(made, promises=promised) == [("ann", "promise")]) is waits


@pytest.mark.parametrize(
    ("outcome", "grade"),
    [("promised", "stated"), ("Offered", "stated"), ("pending", "inferred"), ("met", None)],
)
def test_introductions_of_yours_that_wait(outcome, grade):
    table = ng.find_follow_ups(contacts(introductions=introduction(outcome)), now=NOW)
    assert table["grade"].tolist() == ([grade] if grade else [])
    if grade:
        assert table["other_id"].item() == "bo"
        assert "Ann to Bo" in table["what_to_do"].item()


def test_introductions_of_others_and_of_long_ago_are_no_promises():
    assert found(contacts(introductions=introduction("promised", introducer="cy"))) == []
    assert found(contacts(introductions=introduction("pending", "2024-05"))) == []
    both = pd.concat([introduction("promised"), introduction("replied")], ignore_index=True)
    assert found(contacts(introductions=both)) == []


# --- cadence


def close(last="2026-02-01", count=10):
    """Ten talks, the last on a day: deep enough to be missed."""
    days = [pd.Timestamp(last) - pd.Timedelta(days=30 * n) for n in range(count)]
    ways = (("ego", "ann"), ("ann", "ego"), ("ego", "ann"))
    return [
        (*way, day - pd.Timedelta(hours=9 - hour), "message", ("questions", 0))
        for day in days
        for hour, way in enumerate(ways)
    ]


def relation(*names, present=True):
    return pd.DataFrame(
        {"person_id": "ann", "relation": names, "present": present, "grade": "observed"}
    )


@pytest.mark.parametrize(
    ("relations", "days"),
    [
        (None, 180),
        (relation("mentor"), 60),
        (relation("alumni", "client"), 60),
        (relation("colleague"), 90),
        (relation("colleague", present=False), 180),
        (relation("alumni"), 365),
    ],
)
def test_the_word_is_due_after_the_cadence_of_the_relation(relations, days):
    table = ng.find_follow_ups(contacts(*close()), relations=relations, now=NOW, ahead=400)
    row = table.iloc[0]
    assert row["what"] == "due"
    assert (row["due_at"] - row["since"]).days == days


def test_family_is_nobodys_business():
    both = relation("family", "mentor")
    assert found(contacts(*close()), relations=both, ahead=999) == []


def test_only_ties_that_live_and_were_deep_are_due():
    assert found(contacts(*close("2025-06-01"))) == [("ann", "due")]
    assert found(contacts(*close("2025-06-01", count=3))) == []  # depth 6 or less
    assert found(contacts(*close("2021-06-01"))) == []  # lost or dormant by now
    assert found(contacts(*close("2026-06-01"))) == []  # in touch


def test_nobody_is_due_sooner_than_is_your_habit():
    yearly = [
        (*way, pd.Timestamp("2026-01-10") - pd.Timedelta(days=300 * n), "recommendation")
        for n in range(6)
        for way in (("ego", "ann"), ("ann", "ego"))
    ]
    table = ng.find_follow_ups(contacts(*yearly), now=NOW, ahead=400)
    assert (table["due_at"] - table["since"]).dt.days.item() == 300


@pytest.mark.parametrize("kind", ["call", "meeting", "favour"])
def test_contact_that_was_noted_by_hand_begins_it_anew(kind):
    noted = ("ego", "ann", "2026-06-01", kind, ("channel", "noted"))
    after = ("ego", "ann", "2026-06-02", "message")
    assert ("ann", "due") in found(contacts(*close("2025-10-01")))
    assert found(contacts(*close("2025-10-01"), noted, after)) == []


# --- settled, hidden


def settle(state, at="2026-06-15", until=None, person="ann"):
    return pd.DataFrame(
        {
            "person_id": [person],
            "what": "follow_up",
            "state": state,
            "at": pd.to_datetime([at]),
            "until": pd.to_datetime([until]),
        }
    )


def test_done_and_skipped_stay_away_until_there_is_news():
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    more = ("ann", "ego", "2026-06-20", "message", ASKED)
    for state in ("done", "skipped"):
        assert found(contacts(*TALK, asks), settled=settle(state)) == []
        assert found(contacts(*TALK, asks, more), settled=settle(state)) == [("ann", "unanswered")]


def test_snoozed_sleep_until_their_day():
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    given = contacts(*TALK, asks)
    assert found(given, settled=settle("snoozed", until="2026-07-02")) == []
    assert found(given, settled=settle("snoozed", until="2026-06-30")) == [("ann", "unanswered")]
    assert found(given, settled=settle("snoozed", until="2026-07-02", person="bo")) != []
    other = settle("done").assign(what="dormant")
    assert found(given, settled=other) == [("ann", "unanswered")]


def test_a_cadence_begins_anew_when_it_is_done():
    given, done = contacts(*close("2025-10-01")), settle("done", at="2026-06-15")
    assert found(given, settled=done) == []
    later = ng.find_follow_ups(given, settled=done, now="2026-12-31")
    assert later["due_at"].item() == pd.Timestamp("2026-12-12")  # 180 days after it was done


def test_who_is_hidden_is_never_suggested():
    asks = ("ann", "ego", "2026-06-10", "message", ASKED)
    hidden = contacts(*TALK, asks, tags={"ann": "vip; hidden from suggestions"})
    assert found(hidden, promises=promise()) == []


def test_what_is_no_date_is_refused():
    with pytest.raises(ng.ContactsError, match="which is no date"):
        ng.find_follow_ups(contacts(*TALK), now="soon")


# --- planted truth


def agreement(table, truth):
    """Precision and recall of each kind, of everything that is returned of it."""
    scores = {}
    for what, planted_ones in truth.items():
        told = set(table.loc[table["what"] == what, "person_id"])
        hits = len(told & planted_ones)
        scores[what] = (hits / len(told) if told else 0.0, hits / len(planted_ones))
    return scores


def test_the_planted_ones_of_the_example_are_found_and_nobody_else(example):
    given = example
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))["overdue"]
    profiles = given.identifiers.query("kind == 'linkedin'")
    person = pd.Series(profiles["person_id"].to_numpy(), profiles["value"].map(unquote))
    kinds = {
        "connected": "connected_without_a_word",
        "met": "met_without_a_word",
        "unanswered": "question_to_me",
    }
    expected = {what: set(person[truth[key]]) for what, key in kinds.items()}
    table = ng.find_follow_ups(given)
    for what, (precision, recall) in agreement(table, expected).items():
        assert precision >= 0.9, what
        assert recall >= 0.9, what


@pytest.mark.parametrize("seed", range(6))
def test_the_planted_ones_of_random_networks_are_found_and_nobody_else(seed):
    given, truth = planted.network(seed)
    table = ng.find_follow_ups(given)
    expected = {what: truth[what] for what in planted.WAITING}
    for what, (precision, recall) in agreement(table, expected).items():
        assert precision >= 0.9, what
        assert recall >= 0.9, what
