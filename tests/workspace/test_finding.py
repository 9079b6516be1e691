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
    with pytest.raises(ng.UnknownNameError, match=r"2 people are meant by 'ple'.*in/bob-sample"):
        office.who("ple")  # Ada Example, Bob Sample


@pytest.fixture
def noras(workspace):
    people = [
        ("Eleonora Abt", "e@x.test", ""),
        ("Zita Norath", "z@x.test", ""),
        ("Ann Ost", "o@x.test", "Nora GmbH"),
        ("Nora West", "w@x.test", ""),
    ]
    workspace.add(("g.csv", google(*people)))
    return workspace


def test_whole_words_come_before_beginnings_and_these_before_parts(noras):
    found = noras.find("nora")["name"].tolist()
    assert found == ["Nora West", "Ann Ost", "Zita Norath", "Eleonora Abt"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nora", "Nora West"),
        ("norat", "Zita Norath"),
        ("eono", "Eleonora Abt"),
        ("gmbh", "Ann Ost"),
    ],
)
def test_who_fits_best_is_meant(noras, text, name):
    assert noras.contacts.people["name"][noras.who(text)] == name


def test_two_who_fit_alike_are_both_told(noras):
    with pytest.raises(ng.UnknownNameError, match="2 people are meant by 'nor': Nora West"):
        noras.who("nor")


def test_signs_of_patterns_are_letters_like_others(noras):
    assert noras.find("w@x.t*").empty
    assert noras.find("(").empty
