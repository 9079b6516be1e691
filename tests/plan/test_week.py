"""A week: what is due, a dormant tie, a way to a gap and a gift, in the minutes there are."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.plan.week import WeekSources

DAY = pd.Timestamp("2026-11-01")


def follow_ups(*names, minutes=10.0):
    """Rows as `find_follow_ups` gives them, the most pressing first."""
    table = pd.DataFrame(
        {
            "person_id": list(names),
            "name": [name.title() for name in names],
            "what": "unanswered",
            "due_at": DAY - pd.Timedelta(days=5),
            "grade": "observed",
            "why": "they asked",
            "what_to_do": [f"Answer {name.title()}" for name in names],
            "minutes": minutes,
            "intent": "answer",
            "other_id": None,
        }
    )
    table.attrs["now"] = DAY
    return table


def dormant(*names):
    return pd.DataFrame(
        {
            "name": [name.title() for name in names],
            "why": "deep once",
            "what_to_do": [f"Take up with {name.title()}" for name in names],
            "minutes": 20.0,
            "intent": "reconnect",
            "person_id": list(names),
        }
    )


def ledger(**could_give):
    """Rows as `reciprocity` gives them: each gave 3 more than the one before."""
    return pd.DataFrame(
        {
            "name": [name.title() for name in could_give],
            "could_give": list(could_give.values()),
            "giving": "recommendation",
            "you_owe": "a recommendation",
            "given": 0.0,
            "received": [3.0 * place for place in range(len(could_give))],
            "evidence": "they recommended you",
        },
        index=pd.Index(list(could_give), name="person_id"),
    )


def plan(*names):
    return pd.DataFrame(
        {
            "person_id": list(names),
            "name": [name.title() for name in names],
            "kind": "gap",
            "why": "knows a lawyer",
            "what_to_do": [f"Ask {name.title()}" for name in names],
            "minutes": 25.0,
            "evidence": "observed",
            "people": [("lawyer",)] * len(names),
            "field": "LEGL",
        }
    )


def contacts(*names, tags=None):
    people = pd.DataFrame(
        {"name": ["You", *(n.title() for n in names)], "is_ego": [True, *[False] * len(names)]},
        index=["ego", *names],
    )
    if tags:
        people["tags"] = people.index.map(tags)
    ties = pd.DataFrame({"source": "ego", "target": list(names), "kind": "contact"})
    return ng.Contacts(people=people, ties=ties)


EVERYBODY = ["ann", "bo", "cy", "dee", "eve", "fay", "gus"]
GIVEN = WeekSources(
    follow_ups("ann", "bo", "cy"), dormant("dee", "eve"), ledger(fay="Recommend Fay"), plan("gus")
)


def week_of(minutes, *, given=GIVEN, **more):
    return ng.plan_week(contacts(*EVERYBODY), minutes=minutes, given=given, **more)


def test_of_every_kind_there_is_one_before_there_are_two():
    # 10 + 20 + 25 + 15 = 70; then two follow-ups more, 90; a second dormant tie would make 110
    week = week_of(90)
    assert week["name"].tolist() == ["Ann", "Bo", "Cy", "Dee", "Gus", "Fay"]
    assert week["kind"].tolist() == ["follow_up"] * 3 + ["dormant", "gap", "giving"]
    assert week.attrs["used"] == 90
    assert week.attrs["waiting"] == 0


def test_who_works_in_a_gap_is_asked_for_advice_and_others_for_an_introduction():
    there = plan("gus", "hal").assign(people=[("gus",), ("lawyer",)])
    asked = [
        ng.plan_week(contacts("gus", "hal"), minutes=120, given=GIVEN._replace(plan=rows))
        for rows in (there.iloc[:1], there.iloc[1:])
    ]
    gaps = pd.concat(week[week["kind"] == "gap"] for week in asked)
    assert gaps[["name", "intent", "field"]].to_numpy().tolist() == [
        ["Gus", "advice", "LEGL"],
        ["Hal", "introduction", "LEGL"],
    ]


def test_who_waits_comes_first_but_takes_no_more_than_a_third():
    # 120 minutes: four wait for 10 each, 40 of them; then 20, 25 and 15 for the other kinds; what
    # is left takes two more of those who wait
    given = GIVEN._replace(follow_ups=follow_ups(*"abcdefgh"))
    week = ng.plan_week(contacts(*EVERYBODY, *"abcdefgh"), minutes=120, given=given)
    assert week["kind"].tolist() == ["follow_up"] * 6 + ["dormant", "gap", "giving"]
    greetings = follow_ups(*"abcdefgh").assign(what="connected")
    greetings.attrs["now"] = DAY
    week = ng.plan_week(
        contacts(*EVERYBODY, *"abcdefgh"), minutes=70, given=given._replace(follow_ups=greetings)
    )
    assert week["kind"].tolist() == ["follow_up", "dormant", "gap", "giving"]


def test_an_hour_has_room_for_a_gift_though_many_wait():
    given = GIVEN._replace(follow_ups=follow_ups(*"abcdefgh"))
    week = ng.plan_week(contacts(*EVERYBODY, *"abcdefgh"), minutes=60, given=given)
    assert week["kind"].tolist() == ["follow_up", "follow_up", "dormant", "giving"]
    assert week.attrs["says"].endswith("No room for a way to a gap (25 minutes).")


def test_where_no_field_is_known_to_lack_there_is_no_way_to_a_gap():
    week = week_of(500, given=GIVEN._replace(plan=plan("gus").assign(field=None)))
    assert "gap" not in set(week["kind"])


def test_what_does_not_fit_waits_and_is_counted():
    week = week_of(30)
    assert week["name"].tolist() == ["Ann", "Dee"]
    assert week.attrs["used"] == 30
    assert week.attrs["waiting"] == 2
    assert week.attrs["says"] == (
        "30 of 30 minutes: 1 follow-up, 1 dormant tie. 2 more wait for a later week. "
        "No room for a way to a gap (25 minutes) or a thing to give (15 minutes)."
    )


def test_with_much_time_a_week_still_has_two_dormant_ties_at_most():
    many = GIVEN._replace(dormant=dormant("dee", "eve", "bo"))
    week = week_of(500, given=many)
    assert (week["kind"] == "dormant").sum() == 2


def test_nobody_stands_in_a_week_twice():
    same = WeekSources(
        follow_ups("ann"), dormant("ann", "bo"), ledger(ann="x", bo="y"), plan("ann")
    )
    week = week_of(500, given=same)
    assert week["person_id"].is_unique
    assert week.set_index("person_id")["kind"].to_dict() == {"ann": "follow_up", "bo": "dormant"}


@pytest.mark.parametrize(
    ("said", "there"),
    [
        (("done", "2026-10-01", None), False),  # a month ago: rests for 90 days
        (("done", "2026-07-01", None), True),
        (("skipped", "2026-10-15", None), False),
        (("skipped", "2026-09-15", None), True),
        (("snoozed", "2026-10-20", "2026-11-20"), False),
        (("snoozed", "2026-10-20", "2026-10-30"), True),
        (("open", "2026-10-30", None), True),
    ],
)
@pytest.mark.parametrize(("what", "who"), [("gap", "gus"), ("giving", "fay")])
def test_what_was_settled_rests_for_a_while(said, there, what, who):
    state, at, until = said
    settled = pd.DataFrame(
        {"person_id": [who], "what": [what], "state": [state], "at": [at], "until": [until]}
    ).astype({"at": "datetime64[s]", "until": "datetime64[s]"})
    week = week_of(500, settled=settled)
    assert (who in set(week["person_id"])) == there


def test_what_is_said_last_counts():
    settled = pd.DataFrame(
        {"person_id": "fay", "what": "giving", "state": ["done", "open"],
         "at": pd.to_datetime(["2026-10-01", "2026-10-02"]), "until": pd.NaT}
    )  # fmt: skip
    assert "fay" in set(week_of(500, settled=settled)["person_id"])


def test_to_whom_is_hidden_nothing_is_given():
    hidden = contacts(*EVERYBODY, tags={"fay": "hidden from suggestions"})
    week = ng.plan_week(hidden, minutes=500, given=GIVEN)
    assert "fay" not in set(week["person_id"])


def test_who_gave_most_more_is_given_to_first_and_what_is_owed_before_a_guess():
    rows = ledger(ann="recommend", bo="recommend", cy="introduce Di to them")
    rows.loc["cy", "you_owe"] = None
    week = ng.plan_week(
        contacts(*EVERYBODY), minutes=60, given=WeekSources(follow_ups(), dormant(), rows, plan())
    )
    assert week["name"].tolist() == ["Bo"]
    assert week[["what_to_do", "grade"]].iloc[0].tolist() == ["For Bo: recommend", "observed"]


def test_a_gift_without_words_is_none():
    week = week_of(500, given=GIVEN._replace(ledger=ledger(fay=None)))
    assert "giving" not in set(week["kind"])


@pytest.mark.parametrize("minutes", [0, -5, float("nan"), float("inf")])
def test_minutes_must_be_minutes(minutes):
    with pytest.raises(ng.ContactsError, match="minutes is"):
        week_of(minutes)


def test_a_week_of_nothing_says_what_would_tell():
    nothing = WeekSources(follow_ups(), dormant(), ledger(), plan())
    week = week_of(60, given=nothing)
    assert week.empty
    assert "mailbox" in week.attrs["says"]


def test_from_connections_alone_a_week_claims_nothing():
    week = ng.plan_week(contacts(*EVERYBODY), minutes=60)
    assert not set(week["kind"]) & {"follow_up", "dormant", "giving"}
    waits, close, gave = week.attrs["needs"]  # a sentence each
    assert waits.startswith("Who waits for a word of yours is not known from these files.")
    assert close.startswith("Which silent ties were close once is not known")
    assert gave.startswith("Of 6 kinds of giving and taking")
