"""To forget a person: really gone, and not to come back."""

import shutil
from pathlib import Path

import pytest

import netgraph as ng
from netgraph.importers import read_parts
from netgraph.workspace._forgotten import REASON, Forgotten, without
from workspace.exports import ADA, BOB, CAT, archive, connections, google, messages

OLIVIA = ("Olivia Owner", "olivia-owner")
INTRODUCTIONS = (
    b"introducer,introduced,introduced_to,date,context\n"
    b"Bob Sample,Zerlina Quux,me,2024-01-01,at a fair with Zerlina Quux\n"
    b"Zerlina Quux,Cat Trial,me,2024-02-01,\n"
    b"Bob Sample,Cat Trial,me,2024-03-01,Zerlina Quux was there\n"
)
ZERLINA = ("Zerlina", "Quux", "zerlina-quux", "Acme", "Nurse", "05 Mar 2024")
TALK = [
    ("t1", ("Zerlina Quux", "zerlina-quux"), OLIVIA, "2024-01-01"),
    ("t1", OLIVIA, ("Zerlina Quux", ""), "2024-01-02"),
    ("t2", ("Bob Sample", "bob-sample"), OLIVIA, "2024-01-03"),
]


def everything():
    """All files that speak of Zerlina: by profile, by e-mail, by name alone."""
    return [
        (
            "Zerlina Quux.zip",
            archive(Connections=connections(ZERLINA, BOB), messages=messages(*TALK)),
        ),
        (
            "g.csv",
            google(("Zerlina Quux", "zerlina@quux.test", "Acme"), ("Cat Trial", "c@x.test", "")),
        ),
        ("introductions.csv", INTRODUCTIONS),
    ]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory):
    """A workspace that knows much of Zerlina; made once, it is copied for each test."""
    path = tmp_path_factory.mktemp("prepared") / "network.db"
    with ng.Workspace(path) as workspace:
        workspace.add(*everything())
        workspace.decide("in/zerlina-quux", "mail/zerlina@quux.test", "merge")
        workspace.note("in/zerlina-quux", "Zerlina Quux sails")
        workspace.note("in/bob-sample", "a friend of Zerlina Quux (zerlina@quux.test)")
        workspace.tag("in/zerlina-quux", "vip")
        workspace.override("in/zerlina-quux", domain="LEGL")
        workspace.name_cluster(["in/zerlina-quux", "in/bob-sample"], "Friends of Zerlina Quux")
    return path


@pytest.fixture
def known(prepared, path):
    shutil.copy(prepared, path)
    with ng.Workspace(path, wait=0.05) as workspace:
        yield workspace


def left_of(path, *words):
    """Which of the words stand in the file or beside it."""
    found = set()
    for file in Path(path).parent.iterdir():
        content = file.read_bytes().lower()
        found |= {word for word in words if word.lower().encode() in content}
    return found


WORDS = ("Zerlina", "Quux", "zerlina@quux.test", "zerlina-quux")


def test_the_name_and_the_addresses_stand_in_no_file_any_more(known, path):
    assert left_of(path, *WORDS) == set(WORDS)
    assert known.forget("in/zerlina-quux") == "Zerlina Quux is forgotten: taken out of 4 files."
    assert left_of(path, *WORDS) == set()
    known.close()
    assert left_of(path, *WORDS) == set()


def test_what_is_known_of_others_stays(known):
    before = known.contacts
    known.forget("in/zerlina-quux")
    after = known.contacts
    assert set(before.people.index) - set(after.people.index) == {"in/zerlina-quux"}
    assert len(after.introductions) == 1  # Bob introduced Cat
    assert after.introductions["context"].tolist() == ["(forgotten) was there"]
    assert after.interactions.query("kind == 'message'")["source"].tolist() == ["in/bob-sample"]
    assert known.notes["text"].tolist() == ["a friend of (forgotten) ((forgotten))"]
    assert known.tags.empty
    assert known.overrides.empty
    assert known.decisions.empty
    assert known.cluster_names["members"].tolist() == [("in/bob-sample",)]


def test_the_next_import_does_not_bring_them_back(known):
    known.forget("in/zerlina-quux")
    people = known.contacts.people.index.tolist()
    later = connections(ZERLINA, BOB, CAT)
    imported = known.add(("Connections.csv", later), *everything()[1:])
    assert set(known.contacts.people.index) - {"in/cat-trial"} == set(people)
    assert not known.contacts.people["name"].eq("Zerlina Quux").any()
    reasons = imported.rejected.groupby("source")["reason"].apply(list).to_dict()
    assert reasons["linkedin.connections"] == [REASON]
    assert reasons["google.contacts"] == [REASON]
    assert reasons["introductions"] == [REASON] * 2
    files = imported.files
    assert (files["rows"] == files["kept"] + files["rejected"]).all()


def test_the_same_file_is_known_although_a_person_was_taken_out_of_it(workspace):
    data = connections(ZERLINA, BOB)
    workspace.add(("Connections.csv", data))
    workspace.forget("in/zerlina-quux")
    assert workspace.add(("Connections.csv", data)).files["state"].tolist() == ["known"]


def test_another_person_of_the_name_is_not_lost(workspace):
    other = (*ZERLINA[:2], "zerlina-the-second", "Beta", "Lawyer", "01 Jan 2024")
    workspace.add(("Connections.csv", connections(ZERLINA, other)))
    workspace.forget("in/zerlina-quux")
    assert set(workspace.contacts.people.index) == {"ego", "in/zerlina-the-second"}
    workspace.add(("introductions.csv", INTRODUCTIONS))
    met = workspace.contacts.introductions["introduced"].tolist()
    assert met[0] == "in/zerlina-the-second"


def test_an_address_that_others_have_too_does_not_keep_them_out(workspace):
    family = google(("Ann Lee", "lee@x.test", ""), ("Bo Lee", "lee@x.test", ""))
    workspace.add(("g.csv", family))
    ann = workspace.who("Ann Lee")
    workspace.forget(ann)
    assert workspace.contacts.people["name"].tolist()[1:] == ["Bo Lee"]
    workspace.add(("h.csv", family + b"Cy,Fox,,* myContacts,* Work,cy@x.test\n"))
    assert sorted(workspace.contacts.people["name"][1:]) == ["Bo Lee", "Cy Fox"]


def test_somebody_known_by_name_alone_is_kept_out_by_name(workspace):
    workspace.add(("introductions.csv", INTRODUCTIONS))
    workspace.forget("name/zerlina quux")
    assert "name/zerlina quux" not in workspace.contacts.people.index
    workspace.add(("more.csv", INTRODUCTIONS + b"Dan Probe,Zerlina Quux,me,2025-01-01,\n"))
    assert "name/zerlina quux" not in workspace.contacts.people.index


def test_who_is_in_an_older_export_only_can_be_forgotten_too(workspace, path):
    workspace.add(("Connections.csv", connections(ZERLINA, BOB, CAT)))
    workspace.add(("Connections.csv", connections(BOB, CAT)))
    assert left_of(path, "Zerlina", "zerlina-quux") == {"Zerlina", "zerlina-quux"}
    assert workspace.forget("in/zerlina-quux") == "Zerlina Quux is forgotten: taken out of 1 file."
    assert left_of(path, "Zerlina", "zerlina-quux") == set()
    assert workspace.history[0].before.people.index.tolist() == [
        "ego",
        "in/bob-sample",
        "in/cat-trial",
    ]


def test_it_cannot_be_taken_back_and_the_action_before_it_can(known):
    known.forget("in/zerlina-quux")
    assert known.actions["kind"].iloc[0] == "forget"
    assert known.undo() == "name of a cluster of 2 people: Friends of (forgotten)"
    assert not known.actions["text"].str.contains("Zerlina").any()


def test_a_second_address_is_gone_from_texts_about_others_too(workspace, path):
    card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{}\r\nEMAIL:{}\r\nEMAIL:{}\r\nEND:VCARD\r\n"
    cards = card.format("Zoe Q", "z@q.test", "second@q.test") + card.format(
        "Bo B", "b@b.test", "c@b.test"
    )
    workspace.add(("book.vcf", cards.encode()))
    workspace.note("mail/b@b.test", "asked second@q.test for it")
    workspace.forget("mail/z@q.test")
    assert workspace.notes["text"].tolist() == ["asked (forgotten) for it"]
    assert left_of(path, "second@q.test") == set()
    later = workspace.add(
        ("g.csv", google(("Z. Q", "second@q.test", ""), ("Di D", "d@d.test", "")))
    )
    assert later.rejected["reason"].tolist() == [REASON]
    assert "mail/second@q.test" not in workspace.contacts.people.index


def test_you_and_nobody_cannot_be_forgotten(known):
    with pytest.raises(ng.UnknownNameError, match="nobody has the id 'in/nobody'"):
        known.forget("in/nobody")
    with pytest.raises(ng.UnknownNameError, match="this is you"):
        known.forget("ego")


def test_while_another_has_the_file_open_traces_are_told_and_removed_later(known, path):
    _ = known.contacts  # so that nothing is left to be read
    with ng.Workspace(path, wait=0.05) as other:
        with other._database.reading() as connection:
            connection.exec_driver_sql("SELECT count(*) FROM notes").scalar_one()
            with pytest.raises(ng.WorkspaceError, match="another netgraph"):
                known.forget("in/zerlina-quux")
        assert "in/zerlina-quux" not in other.contacts.people.index
    known.close()
    ng.Workspace(path).close()
    assert left_of(path, *WORDS) == set()


def test_hashes_of_two_workspaces_have_nothing_in_common(tmp_path):
    hashes = []
    for name in ("a.db", "b.db"):
        with ng.Workspace(tmp_path / name) as workspace:
            workspace.add(("Connections.csv", connections(ADA)))
            workspace.forget("in/ada-example")
            with workspace._database.reading() as connection:
                query = "SELECT hash FROM forgotten"
                hashes.append(set(connection.exec_driver_sql(query).scalars()))
    assert hashes[0]
    assert not hashes[0] & hashes[1]


def test_rows_that_others_share_stay():
    (reading,) = read_parts(("messages.csv", messages(*TALK)))
    part = reading.contacts
    rest = without(part, {"in/zerlina-quux"})
    assert rest.files[["kept", "rejected"]].iloc[0].tolist() == [1, 2]
    assert len(rest.interactions) == 1
    assert without(part, set()) is part


def test_nobody_is_found_where_nobody_was_forgotten():
    (reading,) = read_parts(("Connections.csv", connections(ADA)))
    nobody = Forgotten(b"key", frozenset())
    assert nobody.find(reading.contacts) == set()
    mark = nobody.hash("id", "in/ada-example")
    assert Forgotten(b"key", frozenset({mark})).find(reading.contacts) == {"in/ada-example"}
    assert Forgotten(b"yek", frozenset({mark})).find(reading.contacts) == set()


def test_what_they_confirmed_goes_with_them_and_what_others_confirmed_stays(workspace, path):
    header = "Endorsement Date,Skill Name,Endorser First Name,Endorser Last Name,"
    lines = [
        f"{header}Endorser Public Url,Endorsement Status",
        "2021/03/05 09:04:01 UTC,Weaving,Zerlina,Quux,www.linkedin.com/in/zerlina-quux,ACCEPTED",
        "2021/03/06 09:04:01 UTC,Python,Bob,Sample,www.linkedin.com/in/bob-sample,ACCEPTED",
    ]
    endorsed = ("Endorsement_Received_Info.csv", "\n".join(lines).encode())
    workspace.add(("Connections.csv", connections(ZERLINA, BOB)), endorsed)
    told = workspace.contacts.skills[["skill", "source_id"]].to_numpy().tolist()
    assert told == [["Weaving", "in/zerlina-quux"], ["Python", "in/bob-sample"]]
    workspace.forget("in/zerlina-quux")
    assert workspace.contacts.skills["source_id"].tolist() == ["in/bob-sample"]
    workspace.close()
    assert left_of(path, "Weaving", "zerlina") == set()
