"""What the user said: kept, shown under the ids of today, and taken back."""

import pandas as pd
import pytest

import netgraph as ng
from workspace.exports import ADA, BOB, CAT, connections, google

ANN = ("Ann Lee", "ann@x.test", "Acme")


@pytest.fixture
def pair(workspace):
    """Two records that may be one person, and a third."""
    workspace.add(("Connections.csv", connections(ADA, BOB)))
    workspace.add(("g.csv", google(("Bobby Sample", "bob@x.test", "Nowhere"))))
    return workspace


def test_a_merge_joins_and_survives_another_import(pair):
    assert len(pair.contacts.people) == 4
    pair.decide("in/bob-sample", "mail/bob@x.test", "merge")
    assert len(pair.contacts.people) == 3
    pair.add(("Connections.csv", connections(ADA, BOB, CAT)))
    assert len(pair.contacts.people) == 4
    assert pair.decisions[["one", "other", "verdict"]].to_numpy().tolist() == [
        ["in/bob-sample", "mail/bob@x.test", "merge"]
    ]


def test_a_merge_holds_under_a_new_profile_address(pair):
    pair.decide("in/bob-sample", "mail/bob@x.test", "merge")
    moved = (*BOB[:2], "bob-of-delft", *BOB[3:])
    pair.add(("Connections.csv", connections(ADA, moved)))
    assert len(pair.contacts.people) == 3


def test_what_is_kept_apart_stays_apart_until_it_is_taken_back(workspace):
    workspace.add(("a.csv", google(ANN)))
    workspace.add(
        ("b.csv", google(("Ann M. Lee", "a.lee@y.test", "Acme"), ("X Y", "x@y.test", "")))
    )
    workspace.decide("mail/ann@x.test", "mail/a.lee@y.test", "merge")
    assert len(workspace.contacts.people) == 3
    workspace.decide("mail/ann@x.test", "mail/a.lee@y.test", "apart")
    assert len(workspace.contacts.people) == 4
    assert workspace.undo() == "Ann M. Lee and Ann M. Lee are two people"
    assert len(workspace.contacts.people) == 3


@pytest.mark.parametrize(
    ("one", "other", "verdict", "told"),
    [
        ("in/bob-sample", "in/ada-example", "same", "is no verdict"),
        ("in/bob-sample", "in/bob-sample", "merge", "is one person only"),
        ("in/nobody", "in/bob-sample", "merge", "nobody has the id 'in/nobody'"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(pair, one, other, verdict, told):
    with pytest.raises(ng.UnknownNameError, match=told):
        pair.decide(one, other, verdict)
    assert pair.decisions.empty


def test_notes_and_tags_stand_with_the_person_whoever_it_is_now(pair):
    pair.note("mail/bob@x.test", "met in Delft")
    pair.tag("in/bob-sample", "vip", "sailor")
    pair.decide("in/bob-sample", "mail/bob@x.test", "merge")
    (person,) = set(pair.contacts.people.index) & {"in/bob-sample", "mail/bob@x.test"}
    assert pair.notes[["person_id", "text"]].to_numpy().tolist() == [[person, "met in Delft"]]
    assert pair.tags["person_id"].tolist() == [person, person]
    people = pair.contacts.people
    assert people["note"].dropna().to_dict() == {person: "met in Delft"}
    assert people["tags"].dropna().to_dict() == {person: "vip; sailor"}


def test_notes_follow_somebody_to_a_new_profile_address(workspace):
    workspace.add(("Connections.csv", connections(ADA, BOB)))
    workspace.note("in/ada-example", "met in Delft")
    workspace.add(("Connections.csv", connections((*ADA[:2], "ada-of-delft", *ADA[3:]), BOB)))
    assert workspace.notes["person_id"].tolist() == ["in/ada-of-delft"]
    workspace.note("in/ada-example", "written under the old address")
    assert workspace.contacts.people["note"]["in/ada-of-delft"] == "written under the old address"


def test_notes_of_somebody_who_left_come_back_with_them(workspace):
    workspace.add(("Connections.csv", connections(ADA, BOB, CAT)))
    workspace.note("in/ada-example", "met in Delft")
    workspace.add(("Connections.csv", connections(BOB, CAT)))
    assert "note" not in workspace.contacts.people
    workspace.add(("Connections.csv", connections(ADA, BOB)))
    assert workspace.contacts.people["note"]["in/ada-example"] == "met in Delft"


def test_an_empty_note_takes_the_earlier_ones_away(pair):
    pair.note("in/ada-example", "first")
    pair.note("in/bob-sample", "of another")
    pair.note("in/ada-example", "")
    assert pair.notes["text"].tolist() == ["of another"]
    pair.note("in/ada-example", "second")
    assert pair.notes["text"].tolist() == ["of another", "second"]
    assert pair.undo() == pair.undo() == "note about Ada Example"
    assert pair.notes["text"].tolist() == ["first", "of another"]


def test_a_tag_is_given_once_and_can_be_taken(pair):
    pair.tag("in/ada-example", "vip", " old  friend ")
    pair.tag("in/ada-example", "vip")
    pair.untag("in/ada-example", "old friend", "never given")
    assert pair.tags[["person_id", "tag"]].to_numpy().tolist() == [["in/ada-example", "vip"]]
    pair.undo()
    assert pair.tags["tag"].tolist() == ["old friend", "vip"]


def test_the_user_has_the_last_word_on_fields_and_levels(pair):
    pair.override("engineer", domain="Law and compliance", seniority="X")
    assert pair.contacts.people.loc["in/ada-example", ["domain", "seniority"]].tolist() == [
        "LEGL",
        "X",
    ]
    pair.override("in/ada-example", domain="HLTH")
    assert pair.contacts.people.loc["in/ada-example", ["domain", "seniority"]].tolist() == [
        "HLTH",
        "X",
    ]
    pair.override("in/ada-example", domain="UNK")
    assert pd.isna(pair.contacts.people["domain"]["in/ada-example"])
    assert pair.overrides[["kind", "subject", "domain"]].to_numpy().tolist() == [
        ["title", "engineer", "LEGL"],
        ["person", "in/ada-example", "UNK"],
    ]
    for _ in range(3):
        pair.undo()
    assert pair.contacts.people["domain"]["in/ada-example"] == "ENGI"


@pytest.mark.parametrize(
    ("said", "told"), [({"domain": "lore"}, "names no domain"), ({"seniority": "boss"}, "names no")]
)
def test_a_field_or_level_that_is_none_is_refused_with_the_codes(pair, said, told):
    with pytest.raises(ng.UnknownNameError, match=told):
        pair.override("engineer", **said)


def test_a_cluster_keeps_its_name_while_most_of_its_members_stay(pair):
    pair.name_cluster(["in/ada-example", "in/bob-sample", "mail/bob@x.test"], "Sailors")
    assert pair.cluster_names["name"].tolist() == ["Sailors"]
    assert pair.cluster_name(["in/ada-example", "in/bob-sample"]) == "Sailors"  # 2 of 3 in all
    assert pair.cluster_name(["in/ada-example", "x", "y"]) is None  # 1 of 5 in all
    pair.name_cluster(["in/ada-example", "in/bob-sample"], "Old sailors")
    assert pair.cluster_name(["in/ada-example", "in/bob-sample"]) == "Old sailors"
    pair.name_cluster(["in/ada-example", "in/bob-sample"], "")
    assert pair.cluster_name(["in/ada-example", "in/bob-sample"]) is None


def test_members_of_a_named_cluster_are_shown_under_their_ids_of_today(pair):
    pair.name_cluster(["in/bob-sample", "mail/bob@x.test"], "Bobs")
    pair.decide("in/bob-sample", "mail/bob@x.test", "merge")
    (members,) = pair.cluster_names["members"]
    assert len(members) == 1


def test_places_on_the_map_are_kept(pair, path):
    places = pd.DataFrame(
        {"person_id": ["in/ada-example", "in/bob-sample"], "x": [0.5, 1], "y": [2, 3.0]}
    )
    pair.positions = places.head(1)
    pair.positions = places
    with ng.Workspace(path) as other:
        assert other.positions.to_numpy().tolist() == places.to_numpy().tolist()


def test_the_journal_tells_the_last_action_first(pair):
    pair.note("in/ada-example", "x")
    assert pair.actions[["kind", "text", "undone"]].to_numpy().tolist() == [
        ["note", "note about Ada Example", False],
        ["import", "import of g.csv", False],
        ["import", "import of Connections.csv", False],
    ]
    assert pair.undo() == "note about Ada Example"
    assert pair.undo() == "import of g.csv"
    assert pair.actions["undone"].tolist() == [True, True, False]
    assert pair.undo() == "import of Connections.csv"
    assert pair.undo() is None


def test_the_version_grows_with_every_change_of_whoever(pair, path):
    seen = [pair.version]
    with ng.Workspace(path) as other:
        other.note("in/ada-example", "x")
        seen.append(pair.version)
        assert pair.contacts.people["note"]["in/ada-example"] == "x"
        other.undo()
        seen.append(pair.version)
    assert seen == sorted(set(seen))


def test_nobody_unknown_can_be_noted(pair):
    with pytest.raises(ng.UnknownNameError, match="nobody has the id 'in/nobody'"):
        pair.note("in/nobody", "x")


def test_rules_for_titles_are_taken_over_as_one_action(pair, tmp_path):
    path = tmp_path / "own.yaml"
    path.write_text("engineer: LEGL\n'*sis*': {seniority: X}\n", encoding="utf-8")
    assert pair.override_titles(path) == 2
    assert pair.overrides[["kind", "subject"]].to_numpy().tolist() == [
        ["title", "engineer"],
        ["title", "*sis*"],
    ]
    assert pair.undo() == "2 rules for titles"
    assert pair.overrides.empty


def test_of_rules_that_are_wrong_none_is_taken_over(pair, tmp_path):
    with pytest.raises(ng.UnknownNameError, match="Did you mean"):
        pair.override_titles({"engineer": "LEGL", "ninja": "Leagl"})
    assert pair.overrides.empty
    path = tmp_path / "own.csv"
    path.write_text("title,domain\n", encoding="utf-8")
    with pytest.raises(ng.ImportFormatError, match="it holds no rule"):
        pair.override_titles(path)


def test_an_override_without_a_code_leaves_it_to_the_rules(pair):
    pair.override("in/ada-example", domain="HLTH")
    pair.override("in/ada-example")
    assert pair.contacts.people.loc["in/ada-example", "domain"] != "HLTH"
    assert "as the rules say" in pair.actions["text"].iloc[0]
