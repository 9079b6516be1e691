"""Am I a listener: shares, openings, questions and waits, worked by hand."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng
from care.exports import contacts, letter

TRUTH = Path(__file__).parents[2] / "data" / "example" / "truth.json"
NOW = "2026-01-01"
TALK = [
    letter("ego", "ann", "2025-03-01 10:00", words=30, questions=2),
    letter("ann", "ego", "2025-03-01 13:00", words=10, questions=0),
    letter("ann", "ego", "2025-03-01 14:00", words=20, questions=1),
    letter("ego", "ann", "2025-03-03 13:00", words=5, questions=0),
    letter("ann", "ego", "2025-06-01 09:00", words=15, questions=1),  # three months later
]


def balance(*events, now=NOW, **more):
    return ng.conversation_balance(contacts(*events, **more), now=now)


def test_shares_are_yours_of_both():
    row = balance(*TALK).loc["ann"]
    # words: 30 + 5 of 30 + 10 + 20 + 5 + 15; questions: 2 of 2 + 1 + 1; openings: one each
    assert (row["words_out"], row["words_in"], row["word_share"]) == (35, 45, 35 / 80)
    assert (row["questions_out"], row["questions_in"], row["question_share"]) == (2, 2, 0.5)
    assert (row["openings_out"], row["openings_in"], row["opening_share"]) == (1, 1, 0.5)
    assert (row["letters_out"], row["letters_in"]) == (2, 3)
    # Wilson for 1 of 2: (1/2 + z2/4 -+ z sqrt(1/8 + z2/16)) / (1 + z2/2), z2 = 3.8415
    assert row["opening_low"] == pytest.approx(0.0945, abs=1e-4)
    assert row["opening_high"] == pytest.approx(0.9055, abs=1e-4)


def test_who_waits_is_counted_from_the_first_letter_of_a_turn():
    row = balance(*TALK).loc["ann"]
    assert (row["their_reply_hours"], row["their_reply_count"]) == (3, 1)
    assert (row["my_reply_hours"], row["my_reply_count"]) == (48, 1)  # from 13:00, not from 14:00
    assert (row["unanswered_by_me"], row["waiting_for_me"]) == (1, 0)  # June, which opens a talk
    assert row["unanswered_by_them"] == 0  # the last word of March neither opens nor asks


def test_a_young_letter_waits_and_is_not_yet_unanswered():
    row = balance(*TALK, now="2025-06-30").loc["ann"]
    assert (row["unanswered_by_me"], row["waiting_for_me"]) == (0, 1)


def test_a_question_at_the_end_of_a_talk_expects_an_answer():
    asks = letter("ego", "ann", "2025-03-04 13:00", words=4, questions=1)
    row = balance(*TALK[:4], asks).loc["ann"]
    assert row["unanswered_by_them"] == 1


@pytest.mark.parametrize(
    ("mine", "said"), [(4, "more than an equal"), (2, "about an equal"), (1, "less than an equal")]
)
def test_a_share_in_groups_is_held_against_an_equal_one(mine, said):
    def by(who, count):
        others = {"ego", "ann", "bo"} - {who}
        return [
            letter(who, to, f"2025-03-{day + 1:02} 1{len(who)}:00", words=3, thread="g")
            for day in range(count)
            for to in others
        ]

    found = balance(*TALK, *by("ego", mine), *by("ann", 2), *by("bo", 2))
    # of 4 + mine letters; an equal share of three is a third
    told = (
        f"In 1 conversation of several you write {said} share: {mine / (4 + mine):.0%} of the "
        "letters, where it would be 33% if everybody in them wrote as much."
    )
    assert found.attrs["says"].endswith(told.replace("%", " %"))


@pytest.mark.parametrize(("days", "openings"), [(29, 1), (30, 2)])
def test_a_letter_after_long_silence_opens_a_talk(days, openings):
    later = pd.Timestamp("2025-03-01 10:00") + pd.Timedelta(days=days)
    row = balance(TALK[0], letter("ann", "ego", later)).loc["ann"]
    assert row["openings_out"] + row["openings_in"] == openings
    assert row["unanswered_by_them"] == openings - 1
    assert (row["their_reply_count"] == 1) == (openings == 1)


def test_a_meeting_breaks_the_silence_and_settles_what_was_asked():
    met = letter("ego", "ann", "2025-03-20 10:00", kind="meeting", channel="in_person_possible")
    after = letter("ann", "ego", "2025-04-10 10:00")
    row = balance(TALK[0], met, after).loc["ann"]
    assert (row["openings_out"], row["openings_in"]) == (1, 0)
    assert (row["unanswered_by_them"], row["their_reply_count"]) == (0, 0)


def test_the_silence_can_be_chosen():
    found = ng.conversation_balance(contacts(*TALK), silence=2, now=NOW)
    assert found.loc["ann", "openings_out"] == 1
    found = ng.conversation_balance(contacts(*TALK), silence=1, now=NOW)
    assert found.loc["ann", "openings_out"] == 2
    assert found.attrs["silence"] == 1
    with pytest.raises(ng.ContactsError, match="less than a day"):
        ng.conversation_balance(contacts(*TALK), silence=0)


def test_mail_tells_no_words_and_no_questions():
    found = balance(
        letter("ego", "ann", "2025-03-01 10:00", kind="mail", channel="mail"),
        letter("ann", "ego", "2025-03-01 12:00", kind="mail", channel="mail"),
    )
    row = found.loc["ann"]
    assert (row["letters_out"], row["their_reply_hours"]) == (1, 2)
    assert row[["words_out", "word_share", "question_share"]].isna().all()
    assert row["talks_more"] == "unknown"
    assert "only the headers" in found.attrs["needs"][0]


def test_words_of_an_older_import_are_known_and_its_questions_not():
    found = balance(letter("ego", "ann", "2025-03-01", words=7))
    assert found.loc["ann", "words_out"] == 7
    assert found.loc["ann", ["questions_out", "question_share"]].isna().all()
    assert "Import your messages again" in found.attrs["needs"][0]


def test_conversations_of_several_stand_apart():
    group = {"thread": "g", "questions": 0}
    found = balance(
        *(letter("ego", who, "2025-03-01", words=30, **group) for who in ("ann", "bo")),
        *(letter("ann", who, "2025-03-02", words=10, **group) for who in ("ego", "bo")),
        *(letter("bo", who, "2025-03-02", words=20, **group) for who in ("ego", "ann")),
    )
    assert found["letters_out"].isna().all()
    (told,) = found.attrs["groups"]
    assert told == {
        "thread": "g", "people": 3, "letters": 3, "letters_out": 1, "words": 60, "words_out": 30,
        "letter_share": 1 / 3, "word_share": 0.5, "equal_share": 1 / 3,
    }  # fmt: skip


def test_what_was_noted_by_hand_has_a_day_and_no_hour():
    noted = letter("ann", "ego", "2025-03-02", channel="noted")
    row = balance(TALK[0], noted).loc["ann"]
    assert (row["letters_in"], row["unanswered_by_them"]) == (1, 0)
    assert pd.isna(row["their_reply_hours"])


def test_you_and_the_other_are_treated_alike():
    events = [*TALK, letter("ego", "ann", "2025-09-01", words=3, questions=1)]
    mine = balance(*events).loc["ann"]
    theirs = balance(*events, ego="ann").loc["ego"]
    for one, other in (("out", "in"), ("in", "out")):
        for what in ("letters", "words", "questions", "openings"):
            assert mine[f"{what}_{one}"] == theirs[f"{what}_{other}"]
    for what in ("word", "question", "opening"):
        assert mine[f"{what}_share"] == pytest.approx(1 - theirs[f"{what}_share"])
    assert mine["opening_low"] == pytest.approx(1 - theirs["opening_high"])
    assert mine["my_reply_hours"] == theirs["their_reply_hours"]
    assert mine["unanswered_by_me"] == theirs["unanswered_by_them"]


def monthly(words_out, words_in, months=12):
    """A talk each other month, with so many words of yours and of theirs."""
    days = pd.date_range("2020-01-01", periods=months, freq="60D")
    return [
        event
        for number, day in enumerate(days)
        for event in (
            letter("ego", "ann", day, words=words_out + number % 3, questions=0),
            letter("ann", "ego", day + pd.Timedelta(hours=1), words=words_in, questions=1),
        )
    ]


@pytest.mark.parametrize(
    ("words_out", "words_in", "months", "who"),
    [(50, 10, 12, "you"), (10, 50, 12, "they"), (19, 20, 12, "even"), (50, 10, 4, "unclear")],
)
def test_who_talks_more_is_said_where_it_is_sure(words_out, words_in, months, who):
    found = balance(*monthly(words_out, words_in, months))
    assert found.loc["ann", "talks_more"] == who


def test_the_answer_in_a_sentence():
    assert balance(*monthly(10, 50)).attrs["says"] == (
        "In conversations of two, you write 18 % of the words, begin 100 % of the talks and ask "
        "0 % of the questions."  # one person: how much people differ is not known
    )
    several = [
        event | {"source": s, "target": t}
        for who in ("ann", "bo", "cy", "dee", "eli")
        for event in monthly(10, 50)
        for s, t in [("ego", who) if event["source"] == "ego" else (who, "ego")]
    ]
    says = balance(*several, names=("ann", "bo", "cy", "dee", "eli")).attrs["says"]
    assert says.startswith("You listen more than you talk: in conversations of two, you write 18 %")


def test_without_letters_it_is_said_which_export_would_tell():
    found = balance(tied=["ann"])
    assert found.index.tolist() == ["ann"]
    assert found.drop(columns=["name", "talks_more", "says"]).isna().all(axis=None)
    assert "LinkedIn's larger archive has messages.csv" in found.attrs["needs"][0]
    assert "not known from these files" in found.attrs["says"]
    assert "never stored" in found.attrs["kept"]
    assert balance().empty


def test_planted_one_sided_talks_are_found(example):
    found = ng.conversation_balance(example)
    planted = json.loads(TRUTH.read_text(encoding="utf-8"))["one_sided"]
    ids = {
        side: ["in/" + unquote(url).rpartition("/in/")[2] for url in urls]
        for side, urls in planted.items()
    }
    out, in_ = found.loc[ids["only_i_write"]], found.loc[ids["only_they_write"]]
    assert (out["letters_in"] == 0).all()
    assert (out["unanswered_by_them"] >= 1).all()
    assert (in_["letters_out"] == 0).all()
    assert (in_["unanswered_by_me"] >= 1).all()
    assert (out["word_share"] == 1).all()
    assert (in_["word_share"] == 0).all()


def test_the_sums_are_those_of_the_files(example):
    found = ng.conversation_balance(example)
    sent = example.interactions
    letters = sent[sent["kind"].isin(["message", "mail"])]
    alone = ~letters.duplicated(["source", "at", "kind", "thread"], keep=False)
    two = letters[alone & ((letters["source"] == "ego") | (letters["target"] == "ego"))]
    over_all = found.attrs["over_all"]
    assert over_all["letters_out"] == (two["source"] == "ego").sum() == found["letters_out"].sum()
    assert over_all["words_in"] == two.loc[two["target"] == "ego", "words"].sum()
    assert over_all["questions_in"] == found["questions_in"].sum() > 100
    assert over_all["word_low"] < over_all["word_share"] < over_all["word_high"]
