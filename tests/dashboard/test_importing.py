"""An import under way, file by file."""

import pytest

import netgraph as ng
from netgraph_dashboard.importing import Importing

from .exports import CONNECTIONS, GOOGLE


def states(importing):
    return {file.name: file.state for file in importing.files}


def read(*sources):
    workspace = ng.Workspace(":memory:")
    return lambda progress: workspace.add(*sources, progress=progress)


def test_at_first_all_wait():
    assert states(Importing(["a.csv", "b.csv"])) == {"a.csv": "waiting", "b.csv": "waiting"}


def test_the_one_before_is_read_when_the_next_begins():
    importing = Importing(["a.csv", "b.csv"])
    importing.begin("a.csv", 0, 2)
    importing.begin("b.csv", 1, 2)
    assert states(importing) == {"a.csv": "read", "b.csv": "reading"}
    assert (importing.done, importing.total) == (1, 2)


def test_an_archive_makes_room_for_its_members():
    importing = Importing(["all.zip", "b.csv"])
    importing.begin("all.zip/one.csv", 0, 3)
    importing.begin("all.zip/two.csv", 1, 3)
    assert states(importing) == {
        "b.csv": "waiting", "all.zip/one.csv": "read", "all.zip/two.csv": "reading",
    }  # fmt: skip


def test_in_the_end_each_file_has_its_state_and_its_rows():
    importing = Importing(["Connections.csv", "google.csv"])
    importing.run(read(CONNECTIONS, GOOGLE))
    assert [(f.name, f.state, f.kept, f.rejected) for f in importing.files] == [
        ("Connections.csv", "new", 4, 0), ("google.csv", "new", 4, 0),
    ]  # fmt: skip
    assert not importing.running


def test_a_file_among_others_is_refused_with_its_reason():
    importing = Importing(["Connections.csv", "notes.vcf"])
    importing.run(read(CONNECTIONS, ("notes.vcf", b"\x00\x01\x02")))
    refused = importing.files[1]
    assert refused.state == "refused"
    assert refused.said
    assert importing.files[0].state == "new"


def test_where_nothing_can_be_read_all_are_refused_and_it_is_said_why():
    importing = Importing(["holiday.csv"])
    importing.run(read(("holiday.csv", b"\x00\x01\x02")))
    assert states(importing) == {"holiday.csv": "refused"}
    assert "holiday.csv" in importing.error
    assert importing.imported is None
    assert not importing.running


def test_an_import_that_breaks_ends_all_the_same():
    def broken(_progress):
        raise RuntimeError

    importing = Importing(["a.csv"])
    with pytest.raises(RuntimeError):
        importing.run(broken)
    assert not importing.running
    assert importing.error
