"""People by a part of what is known of them."""

import pytest

import netgraph as ng
from workspace.exports import ADA, BOB, connections, google


@pytest.fixture
def office(workspace):
    workspace.add(("Connections.csv", connections(ADA, BOB)))
    workspace.add(("g.csv", google(("Jörg Müller", "j.mueller@x.test", "Bobbins"))))
    return workspace


def test_every_word_stands_somewhere(office):
    assert office.find("acme engineer").index.tolist() == ["in/ada-example"]
    assert office.find("acme director").empty
    assert office.find("  ").empty


def test_case_and_accents_do_not_count(office):
    assert office.find("MULLER").index.tolist() == ["mail/j.mueller@x.test"]


def test_names_that_begin_with_it_come_first(office):
    office.note("in/ada-example", "knows Bob")
    found = office.find("bob").index.tolist()
    assert found == ["in/bob-sample", "in/ada-example", "mail/j.mueller@x.test"]
    assert office.find("bob", limit=1).index.tolist() == found[:1]


def test_notes_and_tags_are_looked_through(office):
    office.tag("in/bob-sample", "sailor")
    assert office.find("sailor")["tags"].tolist() == ["sailor"]


def test_you_are_not_among_those_found(office):
    assert "ego" not in office.find("you").index


@pytest.mark.parametrize(
    "text",
    ["in/ada-example", "Ada Example", "ada ex", "https://www.linkedin.com/in/ada-example/", "acme"],
)
def test_one_person_is_meant(office, text):
    assert office.who(text) == "in/ada-example"


def test_an_address_means_its_owner(office):
    assert office.who("J.Mueller@x.test") == "mail/j.mueller@x.test"


def test_nobody_or_several_is_an_error_that_lists_them(office):
    with pytest.raises(ng.UnknownNameError, match="nobody is known by 'Zoe'"):
        office.who("Zoe")
    with pytest.raises(ng.UnknownNameError, match=r"2 people are meant by 'bob'.*in/bob-sample"):
        office.who("bob")
