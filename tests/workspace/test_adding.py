"""Imports: what is new, what is known, what a newer export changes."""

from datetime import date
from pathlib import Path

import pytest
from pandas.testing import assert_frame_equal

import netgraph as ng
from netgraph.contacts import SCHEMA
from workspace.exports import ADA, BOB, CAT, DAN, PROFILE, archive, connections, google, messages

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
OLIVIA = ("Olivia Owner", "olivia-owner")
TALK = [
    ("t1", ("Ada Example", "ada-example"), OLIVIA, f"2024-0{month}-01") for month in range(1, 5)
]
NEW_ADA = (*ADA[:3], "Omega Ltd", "Director", ADA[5])


def assert_same(one, other):
    for name in SCHEMA:
        assert_frame_equal(getattr(one, name), getattr(other, name), obj=name)


def content(contacts, *, but=("files", "rejected")):
    """The tables, without order."""
    return {
        name: sorted(
            map(repr, getattr(contacts, name).reset_index().astype(str).to_numpy().tolist())
        )
        for name in SCHEMA
        if name not in but
    }


def linkedin(day, *people, talk=()):
    """A LinkedIn archive of some day."""
    members = {"Connections": connections(*people), "Profile": PROFILE}
    if talk:
        members["messages"] = messages(*talk)
    return f"Complete_LinkedInDataExport_{day}.zip", archive(**members)


def states(imported):
    names = imported.files["file"].str.rpartition("/")[2]
    return dict(zip(names, imported.files["state"], strict=True))


def test_files_added_one_by_one_give_what_they_give_together(memory):
    files = [next(EXAMPLE.glob("*.zip")), EXAMPLE / "phone.vcf", EXAMPLE / "mail.mbox"]
    for file in files:
        memory.add(file)
    assert_same(memory.contacts, ng.load(*files))


def test_a_workspace_opened_again_gives_the_same(path):
    with ng.Workspace(path) as first:
        first.add(
            linkedin("03-06-2024", ADA, BOB, talk=TALK),
            ("g.csv", google(("Cat T", "c@x.test", ""))),
        )
        before = first.contacts
    with ng.Workspace(path) as second:
        assert_same(second.contacts, before)


def test_the_same_content_changes_nothing_whatever_it_is_called(workspace):
    name, data = linkedin("03-06-2024", ADA, BOB, talk=TALK)
    first = workspace.add((name, data))
    version, before = workspace.version, workspace.contacts
    again = workspace.add(("copy of it.zip", data))
    single = workspace.add(("Connections (1).csv", connections(ADA, BOB)))
    assert set(first.files["state"]) == {"new"}
    assert set(again.files["state"]) == set(single.files["state"]) == {"known"}
    assert again.sentence == "Nothing new: all of it was imported before."
    assert workspace.version == version
    assert workspace.contacts is before
    assert len(workspace.sources) == len(first.files)


def test_a_file_read_before_questions_were_counted_is_counted_when_it_comes_again(
    workspace, monkeypatch
):
    monkeypatch.setattr("netgraph.importers.linkedin.messages.count_questions", lambda _: None)
    workspace.add(linkedin("03-06-2024", ADA, BOB, talk=TALK))
    assert workspace.contacts.interactions["questions"].isna().all()
    monkeypatch.undo()
    again = workspace.add(linkedin("03-06-2024", ADA, BOB, talk=TALK))
    assert states(again) == {
        "Connections.csv": "same",
        "Profile.csv": "same",
        "messages.csv": "newer",
    }
    sent = workspace.contacts.interactions
    assert sent["questions"].tolist() == [0] * len(TALK)


def test_two_copies_given_at_once_are_one_file(workspace):
    imported = workspace.add(("a.csv", connections(ADA)), ("b.csv", connections(ADA)))
    assert imported.files["state"].tolist() == ["new", "known"]


def test_a_newer_export_takes_the_place_of_the_older(workspace):
    workspace.add(linkedin("03-06-2024", ADA, BOB, CAT))
    imported = workspace.add(linkedin("09-09-2025", NEW_ADA, BOB, DAN))
    people = workspace.contacts.people
    assert set(people.index) == {"ego", "in/ada-example", "in/bob-sample", "in/dan-probe"}
    assert people["company"]["in/ada-example"] == "Omega Ltd"
    stays = workspace.contacts.affiliations
    assert stays.loc[stays["end"].isna(), "organisation"].tolist() == ["Omega Ltd", "Beta", "Delta"]
    assert stays.loc[stays["end"].notna(), "organisation"].tolist() == ["Acme Inc."]
    assert states(imported) == {"Connections.csv": "newer", "Profile.csv": "same"}
    assert imported.sentence.startswith(
        "1 file imported; now 3 contacts. 1 file the same as before."
    )
    assert imported.changes["change"].tolist() == ["employer", "joined", "left", "title"]
    assert "1 joined, 1 left, 1 changed employer, 1 changed title" in imported.sentence
    told = workspace.sources
    assert told["current"].tolist() == [False, False, True, True]
    assert told["as_of"].dt.date.tolist() == [date(2024, 3, 6)] * 2 + [date(2025, 9, 9)] * 2


def test_the_same_is_what_the_export_before_held_not_what_some_older_one_held(workspace):
    workspace.add(linkedin("03-06-2023", ADA, BOB))
    workspace.add(linkedin("03-06-2024", NEW_ADA, BOB))
    back = workspace.add(linkedin("09-09-2025", ADA, BOB, talk=TALK))
    assert states(back) == {
        "Connections.csv": "newer",
        "Profile.csv": "same",
        "messages.csv": "new",
    }


def test_an_export_of_which_all_is_the_same_is_nothing_new(workspace):
    workspace.add(("Connections 2024-03-06.csv", connections(ADA, BOB)))
    again = workspace.add(("Connections 2025-09-09.csv", b"\n" + connections(ADA, BOB)))
    assert again.files["state"].tolist() == ["same"]
    assert again.sentence == "Nothing new: all of it was imported before."


def test_messages_of_both_exports_are_united_without_repeats(workspace):
    workspace.add(linkedin("03-06-2024", ADA, BOB, talk=TALK[:3]))
    workspace.add(linkedin("09-09-2025", ADA, BOB, talk=TALK[1:]))
    sent = workspace.contacts.interactions
    assert sorted(sent["at"].dt.month) == [1, 2, 3, 4]


EXPORTS = [
    linkedin("03-06-2023", ADA, BOB, CAT, talk=TALK[:2]),
    linkedin("03-06-2024", NEW_ADA, BOB, CAT, DAN, talk=TALK[1:3]),
    linkedin("09-09-2025", NEW_ADA, BOB, DAN, talk=TALK[2:]),
]


@pytest.fixture(scope="module")
def as_they_came():
    with ng.Workspace(":memory:") as workspace:
        for export in EXPORTS:
            workspace.add(export)
        return content(workspace.contacts)


@pytest.mark.parametrize("order", [(2, 1, 0), (1, 2, 0), (2, 0, 1)])
def test_in_whatever_order_exports_come_the_state_is_that_of_the_newest(
    memory, order, as_they_came
):
    for place in order:
        memory.add(EXPORTS[place])
    assert content(memory.contacts) == as_they_came
    assert "in/cat-trial" not in memory.contacts.people.index
    assert len(memory.contacts.interactions) == 4


def test_an_older_export_that_comes_later_is_told_as_such(workspace):
    workspace.add(linkedin("09-09-2025", NEW_ADA, BOB))
    imported = workspace.add(linkedin("03-06-2024", ADA, BOB))
    assert set(imported.files["state"]) == {"older"}
    assert imported.sentence.startswith("2 older files added; now 2 contacts.")
    assert workspace.contacts.people["company"]["in/ada-example"] == "Omega Ltd"


def test_two_accounts_of_different_people_both_stay(workspace):
    workspace.add(("private.csv", google(("Ann A", "a@x.test", ""), ("Bo B", "b@x.test", ""))))
    workspace.add(("work.csv", google(("Cy C", "c@x.test", ""), ("Di D", "d@x.test", ""))))
    assert len(workspace.contacts.people) == 5
    assert workspace.sources["current"].all()


def test_read_once_more_by_other_rules_it_takes_the_place_of_itself(workspace):
    data = connections(("Иван", "Петров", "ivan", "", "", "05 Mar 2024")).decode().encode("cp1251")
    workspace.add(("Connections.csv", data))
    imported = workspace.add(("Connections.csv", data), encoding="cp1251")
    assert imported.files["state"].tolist() == ["newer"]
    assert workspace.contacts.people["name"]["in/ivan"] == "Иван Петров"


def test_what_cannot_be_read_is_told_and_the_rest_is_stored(workspace):
    imported = workspace.add(("a.csv", connections(ADA)), ("b.vcf", b"\x00\x01 nothing"))
    assert imported.files["state"].tolist() == ["new", "refused"]
    assert "1 file could not be read." in imported.sentence
    assert workspace.sources["file"].tolist() == ["a.csv"]


def test_where_nothing_can_be_read_nothing_is_stored(workspace):
    with pytest.raises(ng.ImportFormatError):
        workspace.add(("b.vcf", b"\x00\x01 nothing"))
    assert workspace.version == 0
    assert workspace.actions.empty


def test_who_you_are_is_remembered(workspace):
    sent = messages(
        *TALK, ("t2", ("Bob Sample", "bob-sample"), ("Cat Trial", "cat-trial"), "2024-01-01")
    )
    workspace.add(("messages.csv", sent), ego="Cat Trial")
    workspace.add(("Connections.csv", connections(ADA)))
    assert workspace.contacts.people["name"]["ego"] == "Cat Trial"


BOX = "".join(
    f"From - Wed Mar 06 09:00:00 2024\nFrom: {one}\nTo: {other}\n"
    f"Date: Tue, {day} Mar 2024 10:00:00 +0000\nMessage-ID: <{day}@x.test>\n\nHi\n\n"
    for day, one, other in [
        (5, "you@x.test", "ann@x.test"),
        (6, "ann@x.test", "you@x.test"),
        (7, "you@x.test", "private@x.test"),
    ]
).encode()


def test_your_address_can_be_told_after_the_import_and_taken_back(workspace):
    workspace.add(("a.mbox", BOX))
    assert "mail/private@x.test" in workspace.contacts.people.index
    told = workspace.add(("a.mbox", BOX), ego="private@x.test")
    assert told.sentence == "Noted that you are private@x.test; now 1 contact."
    assert "mail/private@x.test" not in workspace.contacts.people.index
    assert "Nothing new" in workspace.add(("a.mbox", BOX), ego="private@x.test").sentence
    assert workspace.undo() == "you are private@x.test"
    assert "mail/private@x.test" in workspace.contacts.people.index


def test_of_your_addresses_all_count_and_of_your_names_the_last(workspace):
    workspace.add(("a.mbox", BOX), ego="you@x.test")
    for ego in ("private@x.test", "Yo Ou", "Yo U"):
        workspace.add(("a.mbox", BOX), ego=ego)
    people = workspace.contacts.people
    assert people.index.tolist() == ["ego", "mail/ann@x.test"]
    assert people["name"]["ego"] == "Yo U"


def test_where_it_is_not_known_who_you_are_the_file_says_so(workspace):
    unknown = [
        (f"t{i}", (f"A{i} B{i}", f"a{i}"), (f"C{i} D{i}", f"c{i}"), "2024-01-01") for i in range(9)
    ]
    imported = workspace.add(("messages.csv", messages(*unknown)))
    assert "which of these people you are is not told" in imported.files["warnings"][0]


def test_progress_is_told_before_each_file(workspace):
    told = []
    files = [("a.csv", connections(ADA)), ("b.csv", google(("Ann A", "a@x.test", "")))]
    workspace.add(*files, progress=lambda *step: told.append(step))
    assert told == [("a.csv", 0, 2), ("b.csv", 1, 2)]


def test_an_import_is_one_action_and_can_be_taken_back_and_repeated(workspace):
    workspace.add(("a.csv", connections(ADA)))
    before = workspace.contacts
    files = [
        ("b.csv", google(("Ann A", "a@x.test", ""))),
        ("c.csv", google(("Bo B", "b@x.test", ""))),
    ]
    workspace.add(*files)
    assert len(workspace.contacts.people) == 4
    assert workspace.undo() == "import of 2 files (b.csv, c.csv)"
    assert_same(workspace.contacts, before)
    assert set(workspace.add(*files).files["state"]) == {"new"}
    assert len(workspace.contacts.people) == 4


def test_rows_in_are_rows_kept_and_rows_refused(workspace):
    imported = workspace.add(("a.csv", connections(ADA, ADA, ("", "", "", "", "", "05 Mar 2021"))))
    files = imported.files.iloc[0]
    assert (files["rows"], files["kept"], files["rejected"]) == (3, 1, 2)
    assert len(imported.rejected) == 2
    assert workspace.sources.iloc[0][["rows", "kept", "rejected"]].tolist() == [3, 1, 2]
