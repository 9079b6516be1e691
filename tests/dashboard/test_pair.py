"""Two records beside each other."""

import pytest

import netgraph as ng
from netgraph_dashboard import pair
from netgraph_dashboard.session import Session

from .conftest import texts
from .exports import CONNECTIONS, GOOGLE

UMAS = ("in/uma-roth", "mail/uma.roth@other.example")


@pytest.fixture(scope="module")
def workspace():
    made = ng.Workspace(":memory:")
    made.add(CONNECTIONS, GOOGLE)
    return made


def test_values_of_both_stand_beside_each_other(workspace):
    compared = pair.compare(workspace.contacts, *UMAS)
    assert compared.loc["Company", ["one", "other"]].tolist() == [["Acme Tools"], ["Other Works"]]
    assert compared.loc["E-mail", "other"] == ["uma.roth@other.example"]
    assert compared.loc["Connected", "one"] == ["February 2024"]
    assert "Phone" not in compared.index  # nobody's is known


def test_what_is_equal_and_what_differs_is_marked(workspace):
    verdicts = pair.compare(workspace.contacts, *UMAS)["verdict"]
    assert verdicts["Name"] == "same"
    assert verdicts["Company"] == "differs"
    assert verdicts["E-mail"] == ""  # of one of them only


@pytest.mark.parametrize(
    ("field", "one", "other", "verdict"),
    [
        ("Name", ["Zoë Ångström"], ["zoe angstrom"], "same"),
        ("Company", ["Acme Inc."], ["ACME"], "same"),
        ("Company", ["Epic"], ["Epic Games"], "differs"),
        ("E-mail", ["a@x.example", "b@x.example"], ["b@x.example"], "same"),
        ("Title", [], ["Cook"], ""),
        ("From", ["mail"], ["vcard"], ""),
    ],
)
def test_values_agree_if_one_of_them_is_in_both(field, one, other, verdict):
    assert pair.judge(field, one, other) == verdict


def test_a_mark_is_told_in_words_too(workspace):
    shown = texts(pair.build(Session(workspace), *UMAS))
    assert "differs" in shown
    assert "same" in shown


def test_hidden_names_take_addresses_with_them(workspace):
    session = Session(workspace)
    session.hide_names(hidden=True)
    shown = texts(pair.build(session, *UMAS))
    assert "Uma" not in shown
    assert "uma" not in shown
    assert "Person " in shown
    assert "same" in shown  # what agrees is told all the same


@pytest.mark.parametrize(
    ("reason", "left"),
    [
        ("same name: Uma Roth (+2.0)", "same name (+2.0)"),
        ("different titles: cook: first / nurse (-1.2)", "different titles (-1.2)"),
        ("you said so", "you said so"),
    ],
)
def test_a_reason_can_be_told_without_what_it_was_seen_in(reason, left):
    assert pair.without_values(reason) == left
