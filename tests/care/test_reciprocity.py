"""The ledger of give and take, worked by hand, and what is planted in the example."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng
from care.exports import contacts, letter
from netgraph.care._ledger import GIFTS
from netgraph.care.reciprocity import WORTH

TRUTH = Path(__file__).parents[2] / "data" / "example" / "truth.json"
NOW = "2026-01-01"


def act(source, target, kind, at=None, channel="linkedin"):
    return letter(source, target, at, kind=kind, channel=channel)


def introduced(*rows):
    """Introductions of (introducer, introduced, introduced_to, date)."""
    names = ["introducer", "introduced", "introduced_to", "date"]
    return pd.DataFrame(rows, columns=names)


EVENTS = [
    letter("ego", "ann", "2025-03-01"),
    letter("ego", "ann", "2025-03-02"),
    letter("ann", "ego", "2025-03-03"),
    act("ann", "ego", "recommendation"),
    act("ego", "ann", "endorsement", "2025-04-01"),
    act("ego", "bo", "favour", "2025-04-01", channel="noted"),
    act("bo", "ego", "invitation", "2019-04-01"),
]


def ledger(*events, now=NOW, **more):
    return ng.reciprocity(contacts(*events, **more), now=now)


def test_each_kind_is_counted_both_ways_and_weighed():
    found = ledger(*EVENTS, introductions=introduced(("bo", "ego", "cy", "2024-05")))
    ann, bo = found.loc["ann"], found.loc["bo"]
    # ann: 2 letters and an endorsement against a letter and a recommendation
    assert (ann["given"], ann["received"]) == (2 + 1, 1 + 20)
    assert ann["balance"] == pytest.approx((3 - 21) / 24)
    assert (bo["given"], bo["received"]) == (10, 10 + 0.5)
    assert bo["balance"] == pytest.approx(-0.5 / 20.5)
    assert (bo["introductions_given"], bo["introductions_received"]) == (0, 1)
    assert found["gave_more"].to_dict() == {"ann": "they", "bo": "even"}
    assert ann["you_owe"] == "a recommendation"
    assert ann["they_owe"] == "an endorsement"
    assert bo["says"] == ("about even: you gave a favour; they gave an introduction, an invitation")


def test_what_you_brought_together_is_given_to_both():
    found = ledger(introductions=introduced(("ego", "ann", "bo", "2024"), ("ego", "ann", "cy", "")))
    assert found["introductions_given"].to_dict() == {"ann": 2, "bo": 1, "cy": 1}
    assert found["introductions_received"].sum() == 0
    assert found["gave_more"].unique().tolist() == ["you"]


def test_introductions_among_others_are_none_of_yours():
    assert ledger(introductions=introduced(("ann", "bo", "cy", "2024"))).empty


def test_swapping_you_and_the_other_mirrors_the_ledger():
    events = [event for event in EVENTS if "bo" not in {event["source"], event["target"]}]
    made = introduced(("ann", "ego", "cy", "2024-05-01"), ("ego", "ann", "cy", "2024-06-01"))
    mine = ledger(*events, introductions=made).loc["ann"]
    theirs = ledger(*events, introductions=made, ego="ann").loc["ego"]
    for gift in GIFTS:
        for one, other in (("given", "received"), ("received", "given")):
            counts = pd.Series([mine[f"{gift}_{one}"], theirs[f"{gift}_{other}"]])
            assert counts.isna().all() or counts[0] == counts[1]
    assert mine["balance"] == -theirs["balance"] != 0
    assert (mine["gave_more"], theirs["gave_more"]) == ("they", "you")
    assert (mine["you_owe"], mine["they_owe"]) == (theirs["they_owe"], theirs["you_owe"])


@pytest.mark.parametrize(
    ("yours", "theirs", "who"),
    [(8, 4, "you"), (7, 4, "even"), (4, 8, "they"), (2, 1, "little"), (4, 0, "you")],
)
def test_who_gave_more_gave_twice_as_much(yours, theirs, who):
    days = [f"2025-01-{day:02}" for day in range(1, 9)]
    events = [letter("ego", "ann", day) for day in days[:yours]]
    events += [letter("ann", "ego", day) for day in days[:theirs]]
    assert ledger(*events)["gave_more"].item() == who


def test_it_is_said_where_it_depends_on_the_worth():
    # 8 letters of yours against a recommendation: 8 to 20 in worth, 8 to 1 in number
    events = [letter("ego", "ann", f"2025-01-{day:02}") for day in range(1, 9)]
    found = ledger(*events, act("ann", "ego", "recommendation", "2025-02-01"))
    assert found["balance"].item() == pytest.approx(-12 / 28)
    assert found["gave_more"].item() == "depends"


def test_what_lies_ahead_does_not_count_and_what_has_no_date_does():
    ahead = act("ann", "ego", "recommendation", "2026-02-01")
    found = ledger(letter("ego", "ann", "2025-03-01"), ahead)
    assert found["recommendations_received"].sum() == 0
    found = ledger(introductions=introduced(("ego", "ann", "bo", "2026-03")))
    assert found.empty
    undated = ledger(act("ann", "ego", "recommendation"), now=None)
    assert undated["recommendations_received"].item() == 1


def test_a_letter_to_many_is_a_gift_to_none():
    many = [letter("ego", who, "2025-03-01", thread="t") for who in ("ann", "bo", "cy", "dee")]
    names = ("ann", "bo", "cy", "dee")
    assert ledger(*many, names=names)["messages_given"].fillna(0).sum() == 0
    assert ledger(*many[:3], names=names)["messages_given"].sum() == 3


def test_a_meeting_is_given_by_both():
    met = act("ego", "ann", "meeting", "2025-03-01", channel="in_person_possible")
    found = ledger(met, act("ann", "ego", "endorsement", "2025-04-01"))
    assert (found["given"].item(), found["received"].item()) == (0, 1)


def test_of_what_no_file_tells_nobody_knows():
    found = ledger(tied=["ann"])
    numbers = found.drop(columns=["name", "gave_more", "says"])
    assert numbers.isna().all(axis=None)
    assert found["gave_more"].tolist() == ["unknown"]
    assert found.attrs["says"] == "What you gave and took is not known from these files."
    assert len(found.attrs["needs"]) == len(GIFTS)
    assert all(row["given"] is None for row in found.attrs["totals"])


@pytest.mark.parametrize("folder", ["", "a.zip/"])
def test_an_archive_that_has_one_file_would_have_the_other(folder):
    name = f"{folder}Recommendations_Given.csv"
    files = pd.DataFrame({"file": [name], "format": ["linkedin.recommendations"]})
    found = ledger(
        act("ego", "ann", "favour", "2025-04-01"),
        act("ego", "ann", "recommendation", "2025-04-01"),
        files=files,
    )
    assert found["recommendations_given"].tolist() == [1]
    assert found["recommendations_received"].fillna(-1).tolist() == [0 if folder else -1]
    assert found["favours_received"].tolist() == [0]
    owes = "a recommendation, a favour" if folder else "a favour"
    assert found["they_owe"].tolist() == [owes]
    assert found["endorsements_given"].isna().all()


def test_an_open_question_comes_first_and_then_what_was_never_returned():
    asks = letter("ann", "ego", "2025-12-20", questions=1)
    found = ledger(*EVENTS, asks)
    assert found.loc["ann", ["could_give", "giving"]].tolist() == ["answer them", "reply"]
    assert found.loc["ann", "evidence"] == "their letter of 2025-12-20 asks, and has no answer"
    answered = ledger(*EVENTS, asks, letter("ego", "ann", "2025-12-21"))
    assert answered.loc["ann", "giving"] == "recommendation"
    assert answered.loc["ann", "evidence"] == ("they gave you a recommendation; you gave them none")
    old = ledger(*EVENTS, asks, now="2026-12-01")
    assert old.loc["ann", "giving"] == "recommendation"


def test_nothing_is_suggested_for_whom_you_hid():
    tags = {"tags": [None, "hidden from suggestions", None, None]}
    found = ledger(*EVENTS, people=tags)
    assert found.loc["ann", ["could_give", "giving", "evidence"]].isna().all()
    assert found.loc["ann", "you_owe"] == "a recommendation"  # a fact, no suggestion


FIELDS = {"lex": "LEGL", "doc": "HLTH", "law": "LEGL"}


def two_fields(*ties, company=None):
    """You are in touch with Lex (law) and Doc (health), who each know three people."""
    circle = {f"{who}{n}": FIELDS[who] for who in ("lex", "doc") for n in range(3)}
    names = ("lex", "doc", *circle)
    events = [
        event
        for who in ("lex", "doc")
        for event in (letter("ego", who, "2025-12-01"), letter(who, "ego", "2025-12-02"))
    ]
    known = pd.DataFrame(
        [(name[:3], name, "thread") for name in circle] + [(*pair, "thread") for pair in ties],
        columns=["source", "target", "kind"],
    )
    domains = [None, "LEGL", "HLTH", *circle.values()]
    at = [None, company, company, *[None] * len(circle)]
    return ledger(*events, names=names, ties=known, people={"domain": domains, "company": at})


def test_two_who_lack_each_others_field_may_be_brought_together():
    found = two_fields()
    assert found["giving"].dropna().to_dict() == {"lex": "introduction", "doc": "introduction"}
    assert found.loc["lex", "could_give"] == "introduce Doc to them"
    assert found.loc["lex", "evidence"].startswith(
        "a guess: they are in Law and compliance, and of 3 people whom these files show around "
        "them none is in Health care"
    )


def test_those_who_know_each_other_or_the_field_are_not():
    assert two_fields(("lex", "doc"))["giving"].isna().all()
    assert two_fields(("lex", "doc1"))["giving"].isna().all()
    assert two_fields(company="Acme")["giving"].isna().all()


@pytest.fixture(scope="module")
def truth():
    return json.loads(TRUTH.read_text(encoding="utf-8"))


def ids(urls):
    return ["in/" + unquote(url).rpartition("/in/")[2] for url in urls]


def test_who_only_took_and_who_only_gave_is_found(example, truth):
    found = ng.reciprocity(example)
    planted = truth["one_sided"]
    assert (found.loc[ids(planted["only_i_write"]), "gave_more"] == "you").all()
    assert (found.loc[ids(planted["only_they_write"]), "gave_more"] == "they").all()
    assert (found.loc[ids(planted["only_i_write"]), "messages_received"] == 0).all()


def test_planted_questions_are_to_be_answered(example, truth):
    found = ng.reciprocity(example)
    asked = ids(truth["overdue"]["question_to_me"])
    assert (found.loc[asked, "giving"] == "reply").all()


def test_those_to_answer_are_those_whom_the_follow_ups_list(example):
    follow_ups = ng.find_follow_ups(example)
    waiting = set(follow_ups.loc[follow_ups["what"] == "unanswered", "person_id"])
    found = ng.reciprocity(example)
    assert waiting
    assert set(found.index[found["giving"] == "reply"]) == waiting


def test_a_letter_whose_text_was_not_seen_may_ask():
    written = [
        letter(*ends, at)
        for ends, at in zip(
            [("ann", "ego"), ("ego", "ann")] * 2 + [("ann", "ego")],
            ["2025-09-01", "2025-09-02", "2025-10-01", "2025-10-02", "2025-12-10"],
            strict=True,
        )
    ]
    found = ledger(*written)
    assert found.loc["ann", "evidence"] == "their letter of 2025-12-10 may ask, and has no answer"


def test_recommendations_of_the_example_add_up(example):
    found = ng.reciprocity(example)
    told = {row["gift"]: (row["given"], row["received"]) for row in found.attrs["totals"]}
    assert told["recommendations"] == (7, 12)
    assert told["endorsements"] == (98, 146)
    assert told["favours"] == (None, None)
    rows = example.interactions
    rows = rows[rows["kind"] == "recommendation"]
    gave, took = set(rows["source"]) - {"ego"}, set(rows["target"]) - {"ego"}
    owed = found["you_owe"].fillna("").str.contains("recommendation")
    assert set(found.index[owed]) == gave - took
    weights = sum(WORTH[gift] * pair[0] for gift, pair in told.items() if pair[0] is not None)
    assert found["given"].sum() == pytest.approx(weights)
