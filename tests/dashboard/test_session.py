"""The session: answers once, files joined, names hidden."""

import threading

import pandas as pd

import netgraph as ng
from netgraph_dashboard.session import Session

from .exports import CONNECTIONS, GOOGLE

ALL_YOURS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def connections(*names):
    rows = [
        f"{given},{family},https://www.linkedin.com/in/{given}-{family},,Acme,Lawyer,01 Feb 2024\n"
        for given, family in names
    ]
    return ("Connections.csv", ALL_YOURS + "".join(rows).encode())


def test_an_answer_is_worked_out_once(session):
    assert session.clusters is session.clusters


def test_answers_are_worked_out_anew_only_where_they_follow_from_what_was_said():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    session = Session(workspace)
    asked = []

    def ask():
        for of in ("network", "ties", "words"):
            session.once(of, lambda of=of: asked.append(of), of=of)
        return [asked.pop() for _ in range(len(asked))][::-1]

    assert ask() == ["network", "ties", "words"]
    assert ask() == []
    session.kept.settle("in/uma-roth", "gap", "done")
    assert ask() == ["words"]
    session.kept.hide("in/uma-roth")
    assert ask() == ["words"]
    session.kept.log("in/uma-roth", "met", at="2024-06-01", text="")
    assert ask() == ["ties", "words"]
    session.kept.note("in/uma-roth", "a note")
    assert ask() == []
    session.kept.override("in/uma-roth", "MEDA", None)
    assert ask() == ["network", "ties", "words"]


def test_an_answer_is_worked_out_once_for_several_requests_at_a_time(session, monkeypatch):
    calls = []
    build = ng.build_graph
    monkeypatch.setattr(ng, "build_graph", lambda contacts: calls.append(1) or build(contacts))
    requests = [threading.Thread(target=lambda: session.graph) for _ in range(8)]
    for request in requests:
        request.start()
    for request in requests:
        request.join()
    assert len(calls) == 1


def test_added_files_are_joined_with_what_is_there(session):
    before = len(session.people)
    importing = session.add([connections(("Uma", "Roth"), ("Vic", "Sand"))])
    assert importing.imported.files["kept"].tolist() == [2]
    assert len(session.people) == before + 2
    assert {"Uma Roth", "Vic Sand"} <= set(session.people["name"])


def test_own_files_take_the_place_of_the_example(two_circles):
    session = Session(two_circles, example=True)
    session.add([connections(("Uma", "Roth"))])
    assert session.people["name"].tolist() == ["Uma Roth"]
    assert not session.is_example


def test_files_that_cannot_be_read_change_nothing(session):
    before = session.contacts
    importing = session.add([("holiday.jpg", b"\xff\xd8\xff\xe0 not an export")])
    assert "holiday.jpg" in importing.error
    assert session.contacts is before


def test_hidden_names_stand_nowhere(session):
    names = set(session.contacts.people["name"])
    session.hide_names(hidden=True)
    shown = [
        *session.people["name"],
        *session.brokers["name"],
        *"; ".join(session.described["bridges"]).split("; "),
        *session.find_people("person")["name"],
    ]
    assert shown
    assert not names & set(shown)
    assert session.find_people("ada").empty


def test_names_come_back(session):
    session.hide_names(hidden=True)
    session.hide_names(hidden=False)
    assert "Ada" in set(session.people["name"])


def test_an_address_leads_back_to_the_person(session):
    for hidden in (False, True):
        session.hide_names(hidden=hidden)
        people = list(session.people.index)
        assert [session.person_at(session.address(person)) for person in people] == people
    assert "ada" not in {session.address(person) for person in people}


def test_an_address_of_nobody_leads_nowhere(session):
    assert session.person_at(None) is None
    session.hide_names(hidden=True)
    assert session.person_at("ada") is None  # whoever knows an id gets no number for it
    assert session.person_at("person-999") is None
    assert session.address("nobody") == ""


def test_a_name_of_your_own_for_a_cluster_stands_everywhere(session):
    session.name_cluster(0, " Old friends ")
    assert session.described.loc[0, "label"] == "Old friends"
    assert "Old friends" in set(session.clusters["label"])
    assert "Old friends" in set(session.people["label"])
    assert "Old friends" in set(session.brokers["label"])
    assert "Old friends" in set(session.layout.areas["label"])
    session.name_cluster(0, "")
    assert "Old friends" not in set(session.people["label"])


def test_a_decision_gives_other_answers():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS, GOOGLE)
    session = Session(workspace)
    before = len(session.people)
    session.kept.decide("in/uma-roth", "mail/uma.roth@other.example", "merge")
    assert len(session.people) == before - 1
    session.undo()
    assert len(session.people) == before


def test_while_files_are_read_no_others_are_taken(session, monkeypatch):
    going = threading.Event()
    add = session.kept.add
    monkeypatch.setattr(session.kept, "add", lambda *given: going.wait(30) and add(*given))
    first = session.begin([CONNECTIONS])
    assert session.begin([GOOGLE]) is first
    going.set()
    assert first.wait(30)
    assert [file.name for file in first.files] == ["Connections.csv"]


def test_what_takes_long_is_there_at_once_the_next_time(tmp_path, monkeypatch):
    names = [(f"Ann{n}", "Roth") for n in range(12)]
    pairs = [(one, two) for one in names[:6] for two in names[:6] if one < two]
    pairs += [(one, two) for one in names[5:] for two in names[5:] if one < two]
    rows = [f"me,{' '.join(one)},{' '.join(two)}" for one, two in pairs]
    known = "\n".join(["introducer,introduced,introduced_to", *rows]).encode()
    with ng.Workspace(tmp_path / "network.db") as workspace:
        workspace.add(connections(*names), ("introductions.csv", known))
        first = Session(workspace)
        first.prepare()
        before = first.clusters, first.brokers, first.layout.people
    calls = []
    for name in ("find_clusters", "describe_clusters", "find_brokers", "layout_areas"):
        monkeypatch.setattr(ng, name, lambda *_, name=name, **__: calls.append(name))
    with ng.Workspace(tmp_path / "network.db") as workspace:
        again = Session(workspace)
        again.prepare()
        after = again.clusters, again.brokers, again.layout.people
    assert calls == []
    assert len(before[1])
    for one, other in zip(before, after, strict=True):
        pd.testing.assert_frame_equal(one, other)
