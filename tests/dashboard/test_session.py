"""The session: answers once, files joined, names hidden."""

import threading

import netgraph as ng
from netgraph_dashboard.session import Session

ALL_YOURS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"


def connections(*names):
    rows = [
        f"{given},{family},https://www.linkedin.com/in/{given}-{family},,Acme,Lawyer,01 Feb 2024\n"
        for given, family in names
    ]
    return ("Connections.csv", ALL_YOURS + "".join(rows).encode())


def test_an_answer_is_worked_out_once(session):
    assert session.clusters is session.clusters


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
