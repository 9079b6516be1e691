"""What you did and promised, what people are to you: kept, counted, taken back, forgotten."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pandas as pd
import pytest

import netgraph as ng
from netgraph.suggestions import HIDDEN
from netgraph.workspace import _schema
from workspace.exports import ADA, BOB, CAT, connections, google

ADA_ID, BOB_ID, CAT_ID = "in/ada-example", "in/bob-sample", "in/cat-trial"
OTHER_BOB = "mail/bob@x.test"


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """Ada, Bob, Cat, and a second record of Bob; made once, it is copied for each test."""
    path = tmp_path_factory.mktemp("diary") / "network.db"
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA, BOB, CAT)))
        workspace.add(("g.csv", google(("Bobby Sample", "bob@x.test", "Nowhere"))))
    return path


@pytest.fixture
def three(prepared, path):
    shutil.copy(prepared, path)
    with ng.Workspace(path) as workspace:
        yield workspace


def events(workspace):
    columns = ["source", "target", "kind", "channel"]
    return workspace.contacts.interactions[columns].to_numpy().tolist()


@pytest.mark.parametrize(
    ("kind", "by", "expected"),
    [
        ("met", None, ["ego", ADA_ID, "meeting", "in_person"]),
        ("called", None, ["ego", ADA_ID, "call", "phone"]),
        ("called", "them", [ADA_ID, "ego", "call", "phone"]),
        ("wrote", "me", ["ego", ADA_ID, "message", "noted"]),
        ("wrote", "them", [ADA_ID, "ego", "message", "noted"]),
        ("gave", None, ["ego", ADA_ID, "favour", "noted"]),
        ("received", None, [ADA_ID, "ego", "favour", "noted"]),
    ],
)
def test_a_contact_stands_among_the_interactions(three, kind, by, expected):
    before = len(three.contacts.interactions)
    three.log(ADA_ID, kind, at="2024-06-01", text="  about\nboats ", by=by)
    told = three.contacts.interactions.iloc[before:]
    assert told[["source", "target", "kind", "channel"]].to_numpy().tolist() == [expected]
    assert told["at"].tolist() == [pd.Timestamp("2024-06-01")]
    assert "about boats" not in told.astype("str").to_numpy()  # words stay in the workspace
    assert three.logged[["person_id", "kind", "text"]].to_numpy().tolist() == [
        [ADA_ID, kind, "about boats"]
    ]
    three.undo()
    assert len(three.contacts.interactions) == before
    assert three.logged.empty


def test_without_a_day_it_is_today(three):
    three.log(ADA_ID, "met")
    assert three.logged["at"].tolist() == [pd.Timestamp(datetime.now().date())]  # noqa: DTZ005
    assert abs(three.logged["noted_at"].iloc[0] - datetime.now(UTC).replace(tzinfo=None)) < (
        pd.Timedelta("5min")
    )
    assert pd.isna(three.logged["text"].iloc[0])


def test_more_than_a_letter_makes_an_acquaintance(three):
    three.log(OTHER_BOB, "wrote", at="2024-06-01")
    assert "noted" not in set(three.contacts.ties["kind"])
    three.log(OTHER_BOB, "called", at="2024-06-03", by="them")
    three.log(OTHER_BOB, "met", at="2024-06-02")
    tie = three.contacts.ties.query("kind == 'noted'").iloc[0]
    assert [tie["source"], tie["target"], tie["evidence"]] == ["ego", OTHER_BOB, "observed"]
    assert [tie["since"], tie["last_at"]] == [
        pd.Timestamp("2024-06-02"),
        pd.Timestamp("2024-06-03"),
    ]


def test_a_noted_meeting_is_the_last_word_with_somebody(three):
    three.log(ADA_ID, "met", at="2024-06-11")
    three.log(BOB_ID, "called", at="2024-06-01")
    health = ng.tie_health(three.contacts)
    assert health.loc[ADA_ID, ["state", "silence"]].tolist() == ["active", 0]
    assert health.loc[BOB_ID, ["state", "silence"]].tolist() == ["active", 0]
    told = ng.tie_health(three.contacts, now="2024-06-11")
    assert told.loc[BOB_ID, ["state", "silence"]].tolist() == ["active", 10]
    assert health.loc[CAT_ID, "state"] == "unknown"


def test_all_of_it_follows_a_person_through_a_merge_and_another_export(three):
    three.log(OTHER_BOB, "met", at="2024-06-01")
    three.promise(OTHER_BOB, "a book")
    three.promise(ADA_ID, "", other=OTHER_BOB, due="2024-07-01")
    three.relate(OTHER_BOB, "mentor")
    three.settle(OTHER_BOB, "follow_up", "done")
    three.hide(OTHER_BOB)
    three.decide(BOB_ID, OTHER_BOB, "merge")
    moved = (*BOB[:2], "bob-of-delft", *BOB[3:])
    three.add(("Connections.csv", connections(ADA, moved, CAT)))
    (bob,) = three.contacts.people.index[three.contacts.people["name"].str.startswith("Bob")]
    assert events(three) == [["ego", bob, "meeting", "in_person"]]
    assert three.logged["person_id"].tolist() == [bob]
    assert three.promises[["person_id", "other"]].fillna("").to_numpy().tolist() == [
        [bob, ""],
        [ADA_ID, bob],
    ]
    assert three.relations_said["person_id"].tolist() == [bob]
    assert three.settled["person_id"].tolist() == [bob]
    assert three.contacts.people.loc[bob, ["relations_said", "tags"]].tolist() == ["mentor", HIDDEN]
    assert ng.hidden_from_suggestions(three.contacts).tolist() == [bob]


def test_a_promise_is_open_until_it_is_kept(three):
    three.promise(ADA_ID, "send the  paper", due="2024-07-01")
    three.promise(BOB_ID, "", other=CAT_ID)
    first, second = three.promises["id"]
    assert three.promises["text"].tolist() == ["send the paper", ""]
    assert three.promises["due"].tolist()[0] == pd.Timestamp("2024-07-01")
    three.keep_promise(first)
    assert three.promises["kept_at"].notna().tolist() == [True, False]
    with pytest.raises(ng.UnknownNameError, match=f"Open are: {second}"):
        three.keep_promise(first)
    assert three.undo() == "the promise to Ada Example is kept"
    assert three.promises["kept_at"].isna().all()
    assert three.undo() == "a promise to Bob Sample, to bring them together with Cat Trial"
    assert three.promises["id"].tolist() == [first]


def test_the_last_word_on_a_relation_counts(three):
    three.relate(ADA_ID, "mentor")
    three.relate(ADA_ID, "recruiter", holds=False)
    assert three.actions["text"].head(2).tolist() == [
        "Ada Example: not recruiter",
        "Ada Example: mentor",
    ]
    assert three.contacts.people["relations_said"].dropna().to_dict() == {
        ADA_ID: "mentor; not recruiter"
    }
    three.relate(ADA_ID, "mentor", holds=None)
    assert three.contacts.people["relations_said"].dropna().to_dict() == {ADA_ID: "not recruiter"}
    assert three.undo() == "Ada Example: mentor, as the files tell"
    three.relate(ADA_ID, "mentor", holds=False)
    assert three.relations_said[["relation", "holds"]].to_numpy().tolist() == [
        ["recruiter", False],
        ["mentor", False],
    ]


def test_the_last_word_on_advice_counts(three):
    three.settle(ADA_ID, "follow_up", "snoozed", until="2024-07-01")
    three.settle(ADA_ID, "dormant", "skipped")
    assert three.settled[["what", "state", "until"]].to_numpy().tolist() == [
        ["follow_up", "snoozed", pd.Timestamp("2024-07-01")],
        ["dormant", "skipped", pd.NaT],
    ]
    three.settle(ADA_ID, "follow_up", "done")
    assert three.settled["state"].tolist() == ["skipped", "done"]
    three.settle(ADA_ID, "dormant", "open")
    assert three.settled["what"].tolist() == ["follow_up"]
    for _ in range(2):
        three.undo()
    assert three.settled["state"].tolist() == ["snoozed", "skipped"]


def test_who_is_hidden_is_hidden_until_taken_back(three):
    three.hide(ADA_ID)
    assert three.actions["text"].iloc[0] == "Ada Example is not suggested any more"
    assert ng.hidden_from_suggestions(three.contacts).tolist() == [ADA_ID]
    three.unhide(ADA_ID)
    assert ng.hidden_from_suggestions(three.contacts).empty
    three.undo()
    assert ng.hidden_from_suggestions(three.contacts).tolist() == [ADA_ID]


@pytest.mark.parametrize(
    ("act", "told"),
    [
        (lambda w: w.log("in/nobody", "met"), "nobody has the id"),
        (lambda w: w.log("ego", "met"), "this is you"),
        (lambda w: w.log(ADA_ID, "meet"), "Perhaps you mean 'met'"),
        (lambda w: w.log(ADA_ID, "met", by="them"), "cannot be by 'them'"),
        (lambda w: w.log(ADA_ID, "met", at="soon"), "'soon', which is no day"),
        (lambda w: w.log(ADA_ID, "met", at="2100-01-01"), "2100-01-01 lies ahead"),
        (lambda w: w.promise(ADA_ID, " "), "nothing is promised"),
        (lambda w: w.promise(ADA_ID, "", other=ADA_ID), "is one person only"),
        (lambda w: w.promise(ADA_ID, "", other="in/nobody"), "nobody has the id"),
        (lambda w: w.promise(ADA_ID, "x", due="some day"), "is no day"),
        (lambda w: w.keep_promise(1), "no open promise has the number 1. Open are: none"),
        (lambda w: w.relate(ADA_ID, "boss"), "'boss' is no relation"),
        (lambda w: w.settle(ADA_ID, "follow_up", "did"), "'did' is no state"),
        (lambda w: w.settle(ADA_ID, "Follow up", "done"), "is no kind of advice"),
        (lambda w: w.settle(ADA_ID, "gap", "snoozed"), "not said until when"),
        (lambda w: w.hide("ego"), "this is you"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(three, act, told):
    before = len(three.actions)
    with pytest.raises(ng.NetgraphError, match=told):
        act(three)
    assert len(three.actions) == before


def test_who_is_forgotten_is_forgotten_here_too(workspace, path):
    workspace.add(("Connections.csv", connections(ADA, BOB, CAT)))
    for person in (ADA_ID, BOB_ID):
        workspace.log(person, "met", at="2024-06-01", text="with Bob Sample")
        workspace.promise(person, "to ask Bob Sample")
        workspace.relate(person, "mentor")
        workspace.settle(person, "gap", "done")
        workspace.hide(person)
    workspace.promise(CAT_ID, "", other=BOB_ID)
    workspace.keep_promise(workspace.promises["id"].iloc[-1])
    workspace.forget(BOB_ID)
    assert workspace.logged[["person_id", "text"]].to_numpy().tolist() == [
        [ADA_ID, "with (forgotten)"]
    ]
    assert workspace.promises[["person_id", "text"]].to_numpy().tolist() == [
        [ADA_ID, "to ask (forgotten)"]
    ]
    for table in (workspace.relations_said, workspace.settled, workspace.tags):
        assert table["person_id"].tolist() == [ADA_ID]
    workspace.close()
    content = b"".join(file.read_bytes() for file in path.parent.iterdir())
    assert not [w for w in (b"Bob Sample", b"bob-sample") if w in content]
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT count(*) FROM promises_kept").fetchone() == (0,)


def test_who_left_comes_back_with_what_was_noted(three):
    three.log(ADA_ID, "met", at="2024-06-01")
    three.add(("Connections.csv", connections(BOB, CAT)))
    assert events(three) == []
    three.add(("Connections.csv", connections(ADA, CAT)))
    assert events(three) == [["ego", ADA_ID, "meeting", "in_person"]]


def test_what_the_plan_kept_as_tags_is_settled_in_a_newer_file(path, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(_schema, "MIGRATIONS", _schema.MIGRATIONS[:3])
        ng.Workspace(path).close()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "INSERT INTO actions VALUES (1, '2026-11-03T10:00:00+00:00', 'tag', 'x', 0)"
        )
        connection.executemany(
            "INSERT INTO tags (action_id, person_id, tag, present) VALUES (1, ?, ?, ?)",
            [
                (ADA_ID, "plan: done 2026-11", 1),
                (BOB_ID, "plan: done 2026-11", 1),
                (BOB_ID, "plan: done 2026-11", 0),
                (ADA_ID, "planner", 1),
            ],
        )
        connection.commit()
    with ng.Workspace(path) as workspace:
        workspace.add(("Connections.csv", connections(ADA, BOB)))
        assert workspace.tags["tag"].tolist() == ["planner"]
        assert workspace.settled[["person_id", "what", "state"]].to_numpy().tolist() == [
            [ADA_ID, "plan", "done"]
        ]


def test_noting_does_not_decide_anew_who_is_who(three, monkeypatch):
    _ = three.contacts
    monkeypatch.setattr(three._viewer, "_work_out", lambda _: pytest.fail("worked out anew"))
    three.log(ADA_ID, "met")
    three.relate(ADA_ID, "mentor")
    three.settle(ADA_ID, "gap", "done")
    three.promise(ADA_ID, "x")
    three.hide(ADA_ID)
    assert len(three.contacts.interactions) == 1
