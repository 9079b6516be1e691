"""`netgraph note` and `netgraph tag`."""

import pytest


@pytest.mark.usefixtures("known")
def test_a_note_is_kept_and_read(told):
    assert told("note", "cyra", "met", "in", "Delft") == "Noted about Cyra Testwell.\n"
    assert "met in Delft" in told("note", "cyra")
    assert told("note", "cyra", "--json")[0]["text"] == "met in Delft"
    assert told("people", "--find", "delft", "--json")[0]["person_id"] == "in/cyra"


@pytest.mark.usefixtures("known")
def test_notes_are_taken_away(told):
    told("note", "cyra", "x")
    told("note", "cyra", "--remove")
    assert told("note", "cyra") == "There is no note about Cyra Testwell.\n"
    told("undo")
    assert [note["text"] for note in told("note", "cyra", "--json")] == ["x"]


@pytest.mark.usefixtures("known")
def test_remove_with_a_text_is_a_mistake(run, told):
    status, _, errors = run("note", "cyra", "x", "--remove")
    assert status == 2
    assert "Leave the text out" in errors
    assert told("note", "cyra", "--json") == []


@pytest.mark.parametrize(
    "person",
    ["in/cyra", "Cyra Testwell", "testw", "CYRA@example.com", "https://www.linkedin.com/in/cyra/"],
)
@pytest.mark.usefixtures("known")
def test_a_person_is_named_by_id_name_address_or_profile(told, person):
    assert told("tag", person, "judge") == "Cyra Testwell: judge\n"


@pytest.mark.usefixtures("known")
def test_several_who_fit_are_listed(run):
    status, printed, errors = run("note", "leeward", "hello")
    assert (status, printed) == (2, "")
    assert "2 people are meant by 'leeward'" in errors
    assert "[in/annabel]" in errors
    assert "[mail/annabel@example.com]" in errors


@pytest.mark.usefixtures("known")
def test_nobody_who_fits_is_told(run):
    status, _, errors = run("tag", "nobody at all", "x")
    assert status == 2
    assert "nobody is known by 'nobody at all'" in errors


@pytest.mark.usefixtures("known")
def test_tags_are_given_and_taken(told):
    assert told("tag", "cyra", "law", "met in Delft") == "Cyra Testwell: law, met in Delft\n"
    assert told("tag", "cyra", "law", "--remove") == "Cyra Testwell: met in Delft\n"
    assert [tag["tag"] for tag in told("tag", "cyra", "--json")] == ["met in Delft"]
    assert told("tag", "bodo@example.org") == "Bodo Sampleman has no tags.\n"


@pytest.mark.usefixtures("known")
def test_no_tag_to_take_is_a_mistake(run):
    status, _, errors = run("tag", "cyra", "--remove")
    assert status == 2
    assert "no tag is named" in errors


@pytest.mark.parametrize("command", ["note", "tag"])
def test_only_the_person_is_needed(run, capsys, command):
    with pytest.raises(SystemExit) as ended:
        run(command)
    assert ended.value.code == 2
    assert f"netgraph {command} lacks PERSON. " in capsys.readouterr().err
