"""What stands behind the pages: a workspace, used by one request at a time."""

import threading

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard.kept import Kept

from .exports import CONNECTIONS, GOOGLE, NO_EXPORT

STRANGER = (
    "messages.csv",
    (
        b"CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,"
        b"DATE,SUBJECT,CONTENT,FOLDER\n"
        b"t1,,Ned Nobody,https://www.linkedin.com/in/ned,Olga Owner,"
        b"https://www.linkedin.com/in/olga,2024-05-01 10:00:00 UTC,,An offer,INBOX\n"
    ),
)
UMAS = ("in/uma-roth", "mail/uma.roth@other.example")


def ignore(*_progress):
    """Nobody looks."""


@pytest.fixture
def kept():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS, GOOGLE)
    return Kept(workspace)


def names(kept):
    return sorted(kept.contacts.people["name"])


def test_a_workspace_is_shown_as_it_is(kept):
    assert names(kept).count("Uma Roth") == 2  # nobody has said yet that they are one
    assert kept.path is None


def test_the_file_is_told(tmp_path):
    with ng.Workspace(tmp_path / "network.db") as workspace:
        assert Kept(workspace).path == tmp_path / "network.db"


def test_a_decision_shows_in_the_contacts(kept):
    stamp = kept.stamp
    kept.decide(*UMAS, "merge")
    assert names(kept).count("Uma Roth") == 1
    assert kept.stamp > stamp


def test_until_somebody_asks_the_contacts_are_those_before_the_decision(kept):
    before = kept.contacts
    kept.decide(*UMAS, "merge")
    assert kept.latest is before
    assert kept.tables.decisions["verdict"].tolist() == ["merge"]
    assert kept.contacts is not before


def test_a_decision_taken_back_at_once_changes_nobody(kept):
    before, stamp = kept.contacts, kept.stamp
    kept.decide(*UMAS, "merge")
    assert "are one person" in kept.undo()
    assert kept.contacts is before
    assert kept.stamp == stamp  # so the answers stay, too
    assert kept.tables.decisions.empty


def test_a_decision_taken_back_later_parts_them_again(kept):
    kept.decide(*UMAS, "merge")
    assert names(kept).count("Uma Roth") == 1
    kept.undo()
    assert names(kept).count("Uma Roth") == 2


def test_a_note_and_a_tag_leave_the_people_as_they_are(kept):
    before, stamp = kept.contacts, kept.stamp
    kept.note(UMAS[0], "met in Delft")
    assert kept.contacts is before
    kept.tag(UMAS[0], "fair")
    assert kept.tables.notes["text"].tolist() == ["met in Delft"]
    assert kept.tables.tags["tag"].tolist() == ["fair"]
    kept.untag(UMAS[0], "fair")
    assert kept.tables.tags.empty
    assert kept.contacts.people.index.equals(before.people.index)
    assert kept.stamp == stamp


UMA = "in/uma-roth"


def test_a_contact_shows_at_once_and_nobody_is_worked_out_anew(kept, monkeypatch):
    _ = kept.contacts
    monkeypatch.setattr(kept, "_work_out", lambda: pytest.fail("worked out anew"))
    stamp, ties = kept.stamp, kept.ties_stamp
    kept.log(UMA, "met", at="2024-06-01", text="in Delft")
    assert kept.contacts.interactions["channel"].tolist()[-1] == "in_person"
    assert kept.tables.logged["text"].tolist() == ["in Delft"]
    assert (kept.stamp, kept.ties_stamp) == (stamp, ties + 1)
    assert kept.undo() == "met Uma Roth on 2024-06-01"
    assert "in_person" not in set(kept.contacts.interactions["channel"])
    assert (kept.stamp, kept.ties_stamp) == (stamp, ties + 2)


def test_who_joins_the_network_by_a_contact_makes_it_another():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS, STRANGER)
    kept = Kept(workspace)
    (stranger,) = kept.contacts.people.query("name == 'Ned Nobody'").index
    stamp = kept.stamp
    kept.log(stranger, "met", at="2024-06-01", text="")
    assert kept.stamp == stamp + 1
    kept.undo()
    assert kept.stamp == stamp + 2


def test_what_is_said_of_people_and_advice_shows_at_once(kept, monkeypatch):
    _ = kept.contacts
    monkeypatch.setattr(kept, "_work_out", lambda: pytest.fail("worked out anew"))
    stamp, ties, words = kept.stamp, kept.ties_stamp, kept.words_stamp
    kept.relate(UMA, "mentor", holds=True)
    kept.hide(UMA)
    assert kept.contacts.people.loc[UMA, "relations_said"] == "mentor"
    assert ng.hidden_from_suggestions(kept.contacts).tolist() == [UMA]
    kept.hide(UMA, hidden=False)
    assert ng.hidden_from_suggestions(kept.contacts).empty
    before = kept.contacts
    kept.settle(UMA, "gap", "done")
    kept.promise(UMA, "a book", due="2024-07-01")
    kept.keep_promise(1)
    assert kept.contacts is before
    assert kept.tables.settled["state"].tolist() == ["done"]
    assert kept.tables.promises["kept_at"].notna().tolist() == [True]
    kept.undo()
    assert kept.tables.promises["kept_at"].isna().tolist() == [True]
    assert (kept.stamp, kept.ties_stamp, kept.words_stamp) == (stamp, ties, words + 7)


def test_an_import_taken_back_leaves_nobody():
    kept = Kept()
    kept.add([CONNECTIONS], ignore)
    assert len(kept.contacts.people) > 0
    assert kept.undo() == "import of Connections.csv"
    assert kept.contacts.people.empty


def test_files_that_cannot_be_read_leave_everything_as_it_was(kept):
    before = kept.contacts
    with pytest.raises(ng.NetgraphError):
        kept.add([NO_EXPORT], ignore)
    assert kept.contacts is before


def test_contacts_that_were_given_stay_beside_files_that_are_added(two_circles):
    kept = Kept(two_circles)
    kept.add([CONNECTIONS], ignore)
    assert {"Ada", "Uma Roth"} <= set(names(kept))
    assert not kept.can_be_written


def test_own_files_take_the_place_of_the_example(two_circles):
    kept = Kept(two_circles, example=True)
    kept.add([CONNECTIONS], ignore)
    assert "Ada" not in names(kept)
    assert not kept.is_example
    assert kept.can_be_written


def test_what_another_process_adds_is_seen_at_the_next_look(tmp_path):
    with ng.Workspace(tmp_path / "n.db") as mine, ng.Workspace(tmp_path / "n.db") as other:
        kept = Kept(mine)
        assert kept.contacts.people.empty
        other.add(CONNECTIONS)
        assert kept.contacts.people.empty
        kept.look()
        assert "Uma Roth" in names(kept)


def test_what_this_process_writes_is_nothing_new_at_the_next_look(kept):
    before = kept.contacts
    kept.note(UMAS[0], "met in Delft")
    kept.positions = pd.DataFrame({"person_id": [UMAS[0]], "x": [1.0], "y": [2.0]})
    kept.look()
    assert kept.contacts is before
    assert kept.positions["y"].tolist() == [2.0]


def test_looking_does_not_wait_for_an_import(kept):
    with kept._lock:
        looking = threading.Thread(target=kept.look)
        looking.start()
        looking.join(timeout=10)
        assert not looking.is_alive()


def test_whom_one_forgets_is_gone(kept):
    kept.forget("in/wes-tanner")
    assert "Wes Tanner" not in names(kept)


def test_everything_can_be_deleted(tmp_path):
    kept = Kept(ng.Workspace(tmp_path / "n.db"))
    kept.add([CONNECTIONS], ignore)
    kept.delete_all()
    assert kept.contacts.people.empty
    assert kept.tables.actions.empty
    assert kept.path == tmp_path / "n.db"
    assert b"Uma" not in (tmp_path / "n.db").read_bytes()
