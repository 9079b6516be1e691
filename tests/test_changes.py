"""Who joined, left, changed employer or title, went quiet."""

from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pandas as pd
import pytest

import netgraph as ng
from netgraph.changes import COLUMNS, REGULAR, Step, compare, find_quiet

THEN, NOW = pd.Timestamp("2024-03-06"), pd.Timestamp("2025-09-09")


def book(**people):
    """An address book: id -> (company, title)."""
    table = pd.DataFrame.from_dict(people, orient="index", columns=["company", "title"])
    table = table.assign(name=[person.title() for person in people], is_ego=False)
    you = pd.DataFrame({"name": ["You"], "is_ego": [True]}, index=["ego"])
    ties = pd.DataFrame({"source": "ego", "target": list(people), "kind": "contact"})
    return ng.Contacts(people=pd.concat([you, table]), ties=ties)


def step(before, after, until=NOW):
    return Step(before, after, THEN, until, "linkedin.connections")


def history(*steps, contacts=None):
    return SimpleNamespace(history=list(steps), contacts=contacts or ng.Contacts())


def talk(*events):
    """Contacts who were in touch: (from, to, day, kind)."""
    people = sorted({person for event in events for person in event[:2]} | {"ego"})
    return ng.Contacts(
        people=pd.DataFrame({"name": people, "is_ego": [p == "ego" for p in people]}, index=people),
        interactions=pd.DataFrame(events, columns=["source", "target", "at", "kind"]).assign(
            at=lambda table: table["at"].map(pd.Timestamp)
        ),
    )


def every(days, *, count, begin="2020-01-01", sender="ann"):
    """Messages at a steady pace, both ways in turn."""
    first = pd.Timestamp(begin)
    pairs = [(sender, "ego"), ("ego", sender)]
    return [(*pairs[i % 2], first + pd.Timedelta(days=days * i), "message") for i in range(count)]


def test_who_is_in_one_export_only_joined_or_left():
    told = ng.changes(history(step(book(ann=(None, None)), book(bo=(None, None)))))
    assert told[["person_id", "name", "change"]].to_numpy().tolist() == [
        ["bo", "Bo", "joined"],
        ["ann", "Ann", "left"],
    ]
    assert told["since"].tolist() == [THEN, THEN]
    assert told["until"].tolist() == [NOW, NOW]
    assert tuple(told.columns) == COLUMNS


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [
        ("Acme Inc.", "ACME", False),  # one company_key
        ("Acme", "Beta", True),
        ("Acme", None, False),  # the newer export does not tell
        (None, "Acme", False),
        ("Acme", "Self-employed", True),
        ("Freelance", "Self-employed", False),  # no employer either way
    ],
)
def test_another_spelling_is_no_other_employer(before, after, changed):
    told = compare(step(book(ann=(before, None)), book(ann=(after, None))))
    assert told["change"].tolist() == ["employer"] * changed


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [("Nurse", "nurse ", False), ("Nurse", "Head nurse", True), (None, "Nurse", False)],
)
def test_another_title_is_told(before, after, changed):
    told = compare(step(book(ann=(None, before)), book(ann=(None, after))))
    assert told["change"].tolist() == ["title"] * changed
    if changed:
        assert told[["before", "after"]].to_numpy().tolist() == [["Nurse", "Head nurse"]]


def test_whom_an_export_only_mentions_neither_joined_nor_left():
    before, after = book(ann=(None, None)), book(ann=(None, None))
    people = pd.concat([after.people, pd.DataFrame({"name": ["Cy"]}, index=["cy"])])
    mentioned = ng.Contacts(people=people, ties=after.ties)
    assert compare(step(before, mentioned)).empty
    assert compare(step(mentioned, before)).empty


def test_the_latest_stands_first_and_what_was_known_before_can_be_left_out():
    ann, both, bo = (
        book(ann=(None, None)),
        book(ann=(None, None), bo=(None, None)),
        book(bo=(None, None)),
    )
    told = history(step(ann, both, THEN), step(both, bo, NOW))
    assert ng.changes(told)["change"].tolist() == ["left", "joined"]
    for since in ("2024-03-07", date(2025, 9, 9), NOW):
        assert ng.changes(told, since)["change"].tolist() == ["left"]
    assert ng.changes(told, "2025-09-10").empty


def test_a_day_that_is_none_is_refused():
    with pytest.raises(ng.UnknownNameError, match=r"'last week' is no day\. Write it like"):
        ng.changes(history(), "last week")


def test_who_was_in_touch_every_month_is_quiet_after_half_a_year():
    # Ann: 5 messages, 30 days apart, the last on day 120. The data end on day 120 + s.
    # max(180, 3 * 30) = 180
    for silence, quiet in ((180, False), (181, True)):
        end = (
            "bo",
            "ego",
            pd.Timestamp("2020-01-01") + pd.Timedelta(days=120 + silence),
            "message",
        )
        told = find_quiet(talk(*every(30, count=5), end))
        assert told["person_id"].tolist() == ["ann"] * quiet
    row = told.iloc[0]
    assert (row["before"], row["after"]) == ("every 30 days", "181 days")
    assert row["since"] == pd.Timestamp("2020-04-30")  # day 120
    assert row["source"] == "message"
    assert row["known"] == pd.Timestamp("2020-10-27")  # 180 days later


def test_who_writes_once_a_quarter_has_more_time():
    # gaps of 90 days: max(180, 3 * 90) = 270; the last on day 360
    for silence, quiet in ((270, False), (271, True)):
        end = (
            "bo",
            "ego",
            pd.Timestamp("2020-01-01") + pd.Timedelta(days=360 + silence),
            "message",
        )
        assert len(find_quiet(talk(*every(90, count=5), end))) == quiet


def test_few_days_in_touch_make_no_rhythm():
    end = ("bo", "ego", "2024-01-01", "message")
    assert find_quiet(talk(*every(30, count=REGULAR - 1), end)).empty
    assert len(find_quiet(talk(*every(30, count=REGULAR), end))) == 1
    one_day = [("ann", "ego", f"2020-01-01 1{hour}:00", "message") for hour in range(6)]
    assert find_quiet(talk(*one_day, end)).empty


def test_who_never_answered_cannot_go_quiet():
    yours = [("ego", "ann", f"2020-0{month}-01", "message") for month in range(1, 8)]
    end = ("bo", "ego", "2024-01-01", "message")
    assert find_quiet(talk(*yours, end)).empty
    met = [(*event[:3], "meeting") for event in yours]
    assert len(find_quiet(talk(*met, ("bo", "ego", "2024-01-01", "meeting")))) == 1


def test_silence_is_counted_up_to_the_newest_of_the_same_kind():
    # the mail ends with Ann's last: that nobody wrote since is not known
    mail = [(*event[:3], "mail") for event in every(30, count=5)]
    later = ("bo", "ego", "2024-01-01", "message")
    assert find_quiet(talk(*mail, later)).empty


def test_meetings_to_come_do_not_make_others_quiet():
    recent = pd.Timestamp.now().normalize() - pd.Timedelta(days=120)
    coming = ("bo", "ego", pd.Timestamp.now() + pd.Timedelta(days=900), "message")
    assert find_quiet(talk(*every(30, count=5, begin=recent), coming)).empty


def test_a_note_about_one_does_not_make_others_quiet_and_ends_a_silence():
    ann = every(30, count=5)
    met = ("ego", "bo", "2024-01-01", "meeting")
    assert set(find_quiet(talk(*ann, met, ("bo", "ego", "2024-01-01", "message")))["name"]) == {
        "ann"
    }
    noted = talk(*ann, met, ("bo", "ego", "2024-01-01", "message"))
    by_hand = ["noted" if at.year == 2024 else None for at in noted.interactions["at"]]
    noted = replace(noted, interactions=noted.interactions.assign(channel=by_hand))
    assert find_quiet(noted).empty
    called = talk(
        *ann, ("bo", "ego", "2024-01-01", "message"), ("ego", "ann", "2024-01-01", "call")
    )
    assert find_quiet(called).empty


def test_what_is_no_contact_does_not_count():
    praise = [(*event[:3], "endorsement") for event in every(30, count=5)]
    told = find_quiet(talk(*praise, ("bo", "ego", "2024-01-01", "message")))
    assert told.empty


def test_where_nobody_can_be_told_to_be_quiet_the_reason_is_told():
    told = ng.changes(history(contacts=book(ann=(None, None))))
    assert told.empty
    assert told.attrs == {"quiet": "there is no message, mail or meeting of yours with a date"}
    assert ng.changes(history(contacts=talk(*every(30, count=5)))).attrs == {}


def test_a_workspace_tells_quiet_and_other_changes_together():
    end = ("bo", "ego", "2024-01-01", "message")
    told = ng.changes(
        history(
            step(book(ann=(None, None)), book(bo=(None, None))),
            contacts=talk(*every(30, count=5), end),
        )
    )
    assert told["change"].tolist() == ["joined", "left", "quiet"]


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (("Acme", "Nurse"), "Nurse, Acme"),
        (("Acme", None), "Acme"),
        ((None, "Nurse"), "Nurse"),
        ((None, None), None),
    ],
)
def test_who_joined_or_left_is_told_with_their_work(work, told):
    rows = compare(step(book(ann=work), book(bo=work))).set_index("change")
    cells = rows[["before", "after"]].astype(object).where(rows[["before", "after"]].notna(), None)
    assert cells.loc["left"].tolist() == [told, None]
    assert cells.loc["joined"].tolist() == [None, told]


@pytest.mark.parametrize("days", [1, 2, 7, 20])
def test_one_burst_is_no_habit(days):
    end = ("bo", "ego", "2024-01-01", "message")
    assert find_quiet(talk(*every(days, count=5), end)).empty


def test_who_was_in_touch_daily_for_long_was_so_every_week():
    end = ("bo", "ego", "2024-01-01", "message")
    for days in (1, 2):
        told = find_quiet(talk(*every(days, count=100), end))
        assert told["before"].tolist() == ["every 7 days"]


def test_a_burst_within_a_habit_changes_nothing_of_it():
    # every 60 days six times; in the second week of March 2020 a chat of five days
    end = ("bo", "ego", "2024-01-01", "message")
    chat = every(1, count=5, begin="2020-03-02")
    told = find_quiet(talk(*every(60, count=6), *chat, end))
    assert told["before"].tolist() == ["every 60 days"]


def test_the_silence_that_is_longest_for_the_rhythm_stands_first_behind_the_other_changes():
    # both silent up to 2024-01-01: Ann (every 30 days) since 2020-04-30, 1341 days: 44.7 gaps;
    # Cy (every 7 days) since 2021-04-30, 976 days: 139.4 gaps
    quiet = talk(
        *every(30, count=5),
        *every(7, count=18, begin="2021-01-01", sender="cy"),
        ("bo", "ego", "2024-01-01", "message"),
    )
    joined = step(book(ann=(None, None)), book(ann=(None, None), di=(None, None)), "2019-01-01")
    told = ng.changes(history(joined, contacts=quiet))
    assert told["name"].tolist() == ["Di", "cy", "ann"]
