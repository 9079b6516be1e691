"""What the files show against the well-known mistakes; and silence where they cannot tell."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph.care._habits import HABITS

NOW = "2026-01-01"


def people(count, domains=None, **more):
    ids = [f"p{n}" for n in range(count)]
    table = pd.DataFrame(
        {
            "name": ["You", *(f"Name {p}" for p in ids)],
            "domain": ["SOFT", *(domains or ["LEGL"] * count)],
            "is_ego": [True, *[False] * count],
        },
        index=["ego", *ids],
    )
    return table.assign(**more)


def ties(count, since=None):
    return pd.DataFrame(
        {"source": "ego", "target": [f"p{n}" for n in range(count)], "kind": "contact",
         "since": pd.to_datetime(since)}
    )  # fmt: skip


def events(*rows):
    """Rows of source, target, day, kind, words."""
    table = pd.DataFrame(rows, columns=["source", "target", "at", "kind", "words"])
    channel = table["kind"].map({"meeting": "in_person_possible", "message": "linkedin"})
    thread = "t " + table["source"].where(table["source"] != "ego", table["target"])
    return table.assign(at=pd.to_datetime(table["at"]), channel=channel, thread=thread)


def look(contacts):
    return ng.find_habits(contacts, now=NOW)


def test_from_connections_alone_only_the_field_is_told():
    habits = look(ng.Contacts(people=people(30), ties=ties(30)))
    known = habits[habits["verdict"] != "not known"]
    assert known.index.tolist() == ["own_field"]
    dark = habits[habits["verdict"] == "not known"]
    assert dark["needs"].notna().all()
    assert dark[["value", "low", "high"]].isna().all(axis=None)
    assert dark["next_step"].isna().all()
    assert habits.attrs["says"].endswith("5 of 6 cannot be told from these files.")


@pytest.mark.parametrize(
    ("inside", "verdict"),
    # Wilson, n = 30: 24 of 30 gives .63 to .90; 18 of 30 .42 to .75; 6 of 30 .10 to .37
    [(24, "shows"), (18, "unclear"), (6, "does not show")],
)
def test_ones_own_field(inside, verdict):
    domains = ["SOFT"] * inside + ["LEGL"] * (30 - inside)
    row = look(ng.Contacts(people=people(30, domains), ties=ties(30))).loc["own_field"]
    assert row["verdict"] == verdict
    assert row["value"] == pytest.approx(inside / 30)
    assert row["evidence"].startswith(
        f"{inside} of 30 contacts with a known field work in Software"
    )
    assert (row["next_step"] is not None) == (verdict == "shows")


def test_of_few_nothing_is_said():
    row = look(ng.Contacts(people=people(9, ["SOFT"] * 9), ties=ties(9))).loc["own_field"]
    assert row["verdict"] == "not known"
    assert "too little to tell" in row["evidence"]


def test_who_is_met_by_a_calendar_counts_as_met():
    wrote = [("ego", f"p{n}", "2025-05-01", "message", 5) for n in range(30)]
    wrote += [(f"p{n}", "ego", "2025-05-02", "message", 5) for n in range(30)]
    one = [("ego", "p0", "2025-06-01", "meeting", None)]
    many = [("ego", f"p{n}", "2025-06-01", "meeting", None) for n in range(20)]
    rows = {
        key: look(
            ng.Contacts(people=people(30), ties=ties(30), interactions=events(*wrote, *met))
        ).loc["only_online"]
        for key, met in {"none": [], "one": one, "many": many}.items()
    }
    assert rows["none"]["verdict"] == "not known"  # no calendar: nobody knows
    assert rows["one"]["verdict"] == "shows"
    assert rows["one"]["value"] == pytest.approx(29 / 30)
    assert rows["many"]["verdict"] == "does not show"


def test_who_writes_most_words_talks_more():
    rows = []
    for n in range(12):
        for day in range(1, 7):
            rows.append(("ego", f"p{n}", f"2025-0{day}-01", "message", 90))
            rows.append((f"p{n}", "ego", f"2025-0{day}-02", "message", 10))
    talk = events(*rows)
    contacts = ng.Contacts(people=people(12), ties=ties(12), interactions=talk)
    row = look(contacts).loc["talks_more"]
    assert (row["verdict"], row["value"]) == ("shows", pytest.approx(0.9))
    turned = talk.rename(columns={"source": "target", "target": "source"})
    mirrored = ng.Contacts(people=people(12), ties=ties(12), interactions=turned)
    assert look(mirrored).loc["talks_more", "verdict"] == "does not show"


def test_deep_ties_that_fell_silent():
    def talk(person, year):
        days = pd.date_range(f"{year}-01-01", periods=60, freq="12D")
        both = [("ego", person), (person, "ego")]
        return [(*both[n % 2], day, "message", 5) for n, day in enumerate(days)]

    old = [row for n in range(12) for row in talk(f"p{n}", 2015)]
    new = [row for n in range(12, 15) for row in talk(f"p{n}", 2023)]
    contacts = ng.Contacts(
        people=people(15, tags=["", "hidden from suggestions", *[""] * 14]),
        ties=ties(15),
        interactions=events(*old, *new),
    )
    row = look(contacts).loc["old_ties"]
    assert (row["verdict"], row["value"]) == ("shows", pytest.approx(12 / 15))
    assert "p0" not in row["people"]  # hidden
    assert len(row["people"]) == 3
    assert row["next_step"] == (
        "Write to one of them, and ask for nothing: "
        + ", ".join(f"Name {p}" for p in row["people"])
    )


def test_gifts_that_came_and_gifts_that_went():
    came = [(f"p{n}", "ego", "2025-05-01", "recommendation", None) for n in range(18)]
    went = [("ego", f"p{n}", "2025-05-01", "recommendation", None) for n in range(2)]
    contacts = ng.Contacts(people=people(20), ties=ties(20), interactions=events(*came, *went))
    row = look(contacts).loc["asks_without_giving"]
    assert (row["verdict"], row["value"]) == ("shows", pytest.approx(0.9))
    assert row["evidence"] == "18 came to you, and 2 went from you"
    assert {"p0", "p1"}.isdisjoint(row["people"])  # to them something went back


def test_whom_one_connected_with_and_never_wrote_to():
    # 20 connected in June 2025; one word to p0 after it, one to p1 before it
    rows = [
        ("ego", "p0", "2025-07-01", "message", 5),
        ("ego", "p1", "2025-05-01", "message", 5),
    ]
    contacts = ng.Contacts(
        people=people(20), ties=ties(20, ["2025-06-01"] * 20), interactions=events(*rows)
    )
    row = look(contacts).loc["no_follow_up"]
    assert (row["verdict"], row["value"]) == ("shows", pytest.approx(19 / 20))
    assert "20 people" in row["evidence"]


@pytest.mark.parametrize("since", ["2024-06-01", "2025-12-20"])
def test_who_is_known_for_long_or_since_yesterday_needs_no_follow_up(since):
    rows = [("ego", "p0", "2025-07-01", "message", 5)]
    contacts = ng.Contacts(
        people=people(20), ties=ties(20, [since] * 20), interactions=events(*rows)
    )
    assert look(contacts).loc["no_follow_up", "verdict"] == "not known"


def test_those_that_show_come_first_and_every_habit_is_there():
    habits = look(ng.Contacts(people=people(30, ["SOFT"] * 30), ties=ties(30)))
    assert habits.index[0] == "own_field"
    assert set(habits.index) == set(HABITS)
    assert habits.attrs["says"].startswith("Your files show: everything in one's own field.")


def test_nobody_at_all_is_no_error():
    habits = ng.find_habits(ng.Contacts())
    assert set(habits["verdict"]) == {"not known"}
    assert habits.attrs["says"].endswith("is not known from these files.")  # nor that none shows


def test_what_is_given_is_not_worked_out_again(example):
    contacts = example
    health = ng.tie_health(contacts)
    given = ng.HabitSources(
        channels=ng.channel_mix(contacts), met=ng.never_met(contacts),
        balance=ng.conversation_balance(contacts), health=health, ledger=ng.reciprocity(contacts),
    )  # fmt: skip
    pd.testing.assert_frame_equal(ng.find_habits(contacts, given=given), ng.find_habits(contacts))
    awake = given._replace(health=health.assign(state="active"))
    row = ng.find_habits(contacts, given=awake).loc["old_ties"]
    assert row["value"] == 0  # it is read from what is given
