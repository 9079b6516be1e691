"""What was worked out last is kept in the file, and never believed where it is not true."""

import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

import netgraph as ng
from netgraph.contacts import SCHEMA
from netgraph.workspace import _compose, _shelf
from workspace.exports import ADA, BOB, CAT, connections, google, messages

OLIVIA = ("Olivia Owner", "olivia-owner")
ADA_ELSEWHERE = ("Ada Example", "ada@acme.example", "Acme Inc.")


@pytest.fixture(scope="module")
def master(tmp_path_factory):
    """A file with three people, in which all is worked out."""
    path = tmp_path_factory.mktemp("shelf") / "network.db"
    with ng.Workspace(path) as workspace:
        workspace.add(
            ("Connections.csv", connections(ADA, BOB, CAT)),
            (
                "messages.csv",
                messages(("t1", ("Ada Example", "ada-example"), OLIVIA, "2024-05-01")),
            ),
            ("google.csv", google(ADA_ELSEWHERE)),
        )
    return path


@pytest.fixture
def filled(master, path):
    """A copy of it."""
    shutil.copy(master, path)
    return path


@pytest.fixture
def work(monkeypatch):
    """How often it was worked out who is who."""
    done = []
    resolve = _compose.resolve_with
    monkeypatch.setattr(_compose, "resolve_with", lambda *a: done.append(1) or resolve(*a))
    return done


def contacts_of(path):
    with ng.Workspace(path) as workspace:
        return workspace.contacts


def worked_out_anew(path):
    """What a workspace says that has nothing ready."""
    run(path, "DELETE FROM worked_out")
    return contacts_of(path)


def run(path, statement, *values):
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement, values)
        connection.commit()


def names_on_the_shelf(path):
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM worked_out")}


def assert_same(one, other):
    for name in SCHEMA:
        assert_frame_equal(getattr(one, name), getattr(other, name))


def test_the_next_process_finds_it_ready_and_it_is_the_same(filled, work):
    ready = contacts_of(filled)
    assert work == []
    assert_same(ready, worked_out_anew(filled))
    assert work == [1]


def test_files_and_history_are_told_from_it_too(filled, work):
    with ng.Workspace(filled) as workspace:
        workspace.add(("Connections.csv", connections(ADA, BOB)))
        told, steps = workspace.sources, workspace.history
    work.clear()
    with ng.Workspace(filled) as workspace:
        assert_frame_equal(workspace.sources, told)
        assert [step.source for step in workspace.history] == [step.source for step in steps]
    assert work == []


def test_a_note_and_a_tag_need_no_work_and_are_shown(filled, work):
    with ng.Workspace(filled) as workspace:
        workspace.note("in/ada-example", "met in Delft")
        workspace.tag("in/bob-sample", "law")
    people = contacts_of(filled).people
    assert people.loc["in/ada-example", "note"] == "met in Delft"
    assert people.loc["in/bob-sample", "tags"] == "law"
    assert work == []


@pytest.mark.parametrize(
    "change",
    [
        lambda w: w.decide("in/ada-example", "in/bob-sample", "merge"),
        lambda w: w.override("in/ada-example", domain="LEGL"),
        lambda w: w.add(("more.csv", google(("Eve New", "eve@x.example", "Acme")))),
        lambda w: w.undo(),
        lambda w: w.forget("in/cat-trial"),
    ],
    ids=["decide", "override", "add", "undo", "forget"],
)
def test_it_counts_no_more_after_any_change(filled, change):
    with ng.Workspace(filled) as workspace:
        change(workspace)
    after = contacts_of(filled)
    assert_same(after, worked_out_anew(filled))


def test_another_netgraph_works_it_out_anew(filled, work, monkeypatch):
    monkeypatch.setattr(_shelf, "_rules", lambda: "others")
    contacts_of(filled)
    assert work == [1]
    contacts_of(filled)
    assert work == [1]


def test_every_room_that_has_a_say_is_looked_at():
    house = Path(ng.__file__).parent
    files = [path for room in _shelf.ROOMS for path in (house / room).rglob("*.py")]
    files += [house / f"{room}.py" for room in _shelf.ROOMS if not (house / room).is_dir()]
    imports = [re.findall(r"(?:from|import) netgraph\.(\w+)", path.read_text()) for path in files]
    assert set().union(*imports) <= set(_shelf.ROOMS)


@pytest.mark.parametrize("name", ["about", "people", "review"])
@pytest.mark.parametrize(
    "damage", ["substr(content, 1, length(content) - 1)", "content || x'00'", "x''", "NULL"]
)
def test_a_damaged_one_is_not_used_and_not_fatal(filled, work, name, damage):
    if damage == "NULL":
        run(filled, "DELETE FROM worked_out WHERE name = ?", name)
    else:
        run(filled, f"UPDATE worked_out SET content = {damage} WHERE name = ?", name)  # noqa: S608
    assert len(contacts_of(filled).people) == 4  # and Olivia
    assert work == [1]
    contacts_of(filled)  # it was made good
    assert work == [1]


def test_one_flipped_bit_is_noticed(filled, work):
    with closing(sqlite3.connect(filled)) as connection:
        query = "SELECT content FROM worked_out WHERE name = 'people'"
        (content,) = connection.execute(query).fetchone()
    place = content.index(b"Ada")
    changed = content[:place] + b"Ida" + content[place + 3 :]
    run(filled, "UPDATE worked_out SET content = ? WHERE name = 'people'", changed)
    assert "Ida Example" not in set(contacts_of(filled).people["name"])
    assert work == [1]


def test_one_that_fits_its_digests_but_not_the_contract_is_not_used(filled, work, monkeypatch):
    with monkeypatch.context() as patched:
        patched.setattr(_shelf, "unpack", lambda _: 1 / 0)
        assert len(contacts_of(filled).people) == 4
    assert work == [1]


def test_who_was_forgotten_or_taken_back_is_not_left_in_it(filled):
    with ng.Workspace(filled) as workspace:
        workspace.add(("more.csv", google(("Zoltan Unique", "zoltan@x.example", "Acme"))))
        assert b"Zoltan" in b"".join(p.read_bytes() for p in filled.parent.iterdir())
        workspace.forget("mail/zoltan@x.example")
        assert names_on_the_shelf(filled) == set()
    assert b"oltan" not in b"".join(p.read_bytes() for p in filled.parent.iterdir())
    contacts_of(filled)
    assert b"oltan" not in b"".join(p.read_bytes() for p in filled.parent.iterdir())


def test_what_was_worked_out_before_somebody_was_forgotten_is_not_kept_after(filled):
    with ng.Workspace(filled) as one, ng.Workspace(filled) as other:
        with one._database.reading() as connection:
            sign = _shelf.mark_of(connection)
        found = one._viewer.view()
        other.forget("in/cat-trial")
        one._viewer._keep(sign, found)  # it comes too late
    assert names_on_the_shelf(filled) == set()


def test_undoing_an_import_empties_it(filled):
    with ng.Workspace(filled) as workspace:
        workspace.undo()
        assert names_on_the_shelf(filled) == set()


def test_while_another_process_writes_the_answer_comes_all_the_same(filled):
    run(filled, "DELETE FROM worked_out")
    with ng.Workspace(filled) as workspace, closing(sqlite3.connect(filled)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert len(workspace.contacts.people) == 4
        other.rollback()
        workspace.note("in/ada-example", "and then it may be written")
    assert names_on_the_shelf(filled) == set()


def test_nothing_is_kept_of_what_is_in_memory(memory):
    memory.add(("Connections.csv", connections(ADA)))
    assert len(memory.contacts.people) == 2
    with memory._database.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM worked_out").scalar() == 0


def test_the_example_network_is_kept_whole(path, work):
    with ng.Workspace(path) as workspace:
        workspace.add(*ng.example())
        before = workspace.contacts
    work.clear()
    assert_same(contacts_of(path), before)
    assert work == []
