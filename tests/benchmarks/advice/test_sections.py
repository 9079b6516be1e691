import pytest
from advice import __main__ as command
from advice import sections


@pytest.fixture(scope="module")
def told():
    return command.run([], sections.TINY, workers=1)


def test_every_part_tells_what_it_found(told):
    ties, example, worlds = (part.text for part in told)
    assert "Which contact knows this person? 4 questions." in ties
    assert "Whom to ask for in a group of strangers? 4 questions." in ties
    assert "4 of 4 planted ones called so" in example
    assert "### 2 invented worlds" in worlds
    assert all("**netgraph" in text for text in (ties, example, worlds))


def test_every_panel_has_netgraph_and_rules_to_beat(told):
    for part in told:
        for name, marks in part.marks.items():
            assert {mark.ours for mark in marks} == {True, False}, name


def test_pictures_of_all_parts_are_drawn(told, tmp_path):
    command.draw(told, tmp_path / "figures")
    ways, planted, chances = (
        (tmp_path / "figures" / f"advice_{name}.svg").read_text(encoding="utf-8")
        for name in ("ways", "planted", "chances")
    )
    assert "who knows them" in ways
    assert "introducer seen" in ways
    assert "planted brokers" in planted
    assert "made introductions listed" in chances
