"""The page of the plan: whom to turn to, why, and who is left out."""

import pandas as pd
import pytest
from dash import dcc, html

import netgraph as ng
from netgraph_dashboard import plan_cards, set_aside
from netgraph_dashboard.pages import plan
from netgraph_dashboard.session import Session

from .conftest import every, texts

CONNECTIONS = (
    "Connections.csv",
    (
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        + "".join(
            f"Ada{n},Roth,https://www.linkedin.com/in/ada{n},,Firm {n % 3},Lawyer,0{n} Mar 2021\n"
            for n in range(1, 7)
        )
    ).encode(),
)


@pytest.fixture(scope="module")
def example():
    workspace = ng.Workspace(":memory:")
    workspace.add(*ng.example())
    return Session(workspace, example=True)


@pytest.fixture
def shown(example):
    """The example; what a test sets aside is put back."""
    yield example
    example.hide_names(hidden=False)
    for people in set_aside.read(example):
        for person in people:
            set_aside.put_back(example, person)


def first(session):
    return str(plan.find_plan(session, 120)["person_id"].iloc[0])


def test_each_person_is_told_with_why_what_and_how_sure(shown):
    table = plan.find_plan(shown, 120)
    said = texts(plan.area(shown, 120))
    for row in table.itertuples():
        assert row.name in said
        assert f"{row.what_to_do}." in said
    assert "Chance" in said
    assert "in 100 % of the plans" in said
    assert f"{len(table)} people, {table.attrs['used']:g} minutes" in said


def test_fewer_minutes_make_a_shorter_plan(shown):
    assert plan.find_plan(shown, 30)["minutes"].sum() <= 30
    assert len(plan.find_plan(shown, 30)) < len(plan.find_plan(shown, 240))


def test_each_has_a_draft_of_its_own_kind(shown):
    table = plan.find_plan(shown, 120)
    areas = plan_cards.cards(shown, table)
    drafts = every(areas, dcc.Textarea)
    assert len({draft.id for draft in drafts}) == len(table)
    heads = texts(areas)
    assert ("Reconnect: to" in heads) == (table["kind"] == "dormant").any()
    assert ("Offer help: to" in heads) == (table["kind"] == "strong").any()


@pytest.mark.parametrize(
    ("row", "intent"),
    [
        ({"kind": "dormant", "people": ("ann",)}, ("reconnect", {})),
        ({"kind": "strong", "people": ("bo",)}, ("offer_help", {})),
        ({"kind": "gap", "people": ("ann",), "field": "LEGL"}, ("advice", {"domain": "LEGL"})),
        ({"kind": "gap", "people": ("ann",)}, ("advice", {})),
        ({"kind": "gap", "people": ("bo",), "field": "LEGL"}, ("introduction", {"domain": "LEGL"})),
        ({"kind": "gap", "people": ("bo", "cy")}, ("introduction", {"target": "cy"})),
    ],
)
def test_what_a_draft_is_about_follows_from_the_act(row, intent):
    given = {"person_id": "ann", "field": None} | row
    # bo is known already: nobody is asked for an introduction to him
    assert plan_cards.about(pd.Series(given), {"ann", "bo"}) == intent


def test_who_is_done_leaves_the_plan_and_comes_back(shown):
    person = first(shown)
    said = plan.press(shown, plan_cards.DONE, shown.address(person))
    assert said.startswith("Done: ")
    assert person not in set(plan.find_plan(shown, 120)["person_id"])
    assert "done in" in texts(plan.left_out(shown))
    plan.press(shown, plan.BACK, shown.address(person))
    assert first(shown) == person


def reached(session):
    """How likely each target is reached before the plan, by its name."""
    targets = plan.find_plan(session, 120).attrs["targets"]
    return {target["name"]: target["before"] for target in targets}


def test_what_those_done_open_counts_as_opened(shown):
    person, before = first(shown), reached(shown)
    plan.press(shown, plan_cards.HIDE, shown.address(person))
    assert reached(shown) == before  # who is not wanted opened nothing
    plan.press(shown, plan.BACK, shown.address(person))
    plan.press(shown, plan_cards.DONE, shown.address(person))
    after = reached(shown)
    assert max(after[name] - before[name] for name in before) > 0.1


def test_setting_aside_can_be_undone(shown):
    person = first(shown)
    plan.press(shown, plan_cards.HIDE, shown.address(person))
    assert set_aside.read(shown).hidden == [person]
    assert "is not suggested any more" in texts(plan.left_out(shown))
    shown.undo()
    assert not set_aside.read(shown).hidden
    assert first(shown) == person


def test_the_month_in_which_it_was_done_is_told(shown):
    person = first(shown)
    set_aside.finish(shown, person)
    (at,) = set_aside.read(shown).done.values()
    assert f"done in {at:%B %Y}" in texts(plan.left_out(shown))
    assert abs(pd.Timestamp.now("UTC").tz_localize(None) - at) < pd.Timedelta("5min")


def test_who_is_settled_elsewhere_stays_in_the_plan(shown):
    person = first(shown)
    shown.kept.settle(person, "follow_up", "done")
    assert not set_aside.read(shown).done
    assert first(shown) == person


def test_no_name_is_told_where_names_are_hidden(shown):
    person = first(shown)
    name = shown.names[person]
    plan.press(shown, plan_cards.HIDE, shown.address(person))
    others = plan.find_plan(shown, 120)["name"].tolist()
    shown.hide_names(hidden=True)
    told = str(html.Div(plan.area(shown, 120)).to_plotly_json())
    assert not [n for n in (name, *others, person) if n in told]
    assert "Person " in texts(plan.area(shown, 120))
    said = plan.press(shown, plan.BACK, shown.address(person))
    assert name not in said
    assert not set_aside.read(shown).hidden


def test_somebody_forgotten_is_no_error(shown):
    assert "not in your network" in plan.press(shown, plan_cards.DONE, "in/nobody")


def test_contacts_that_were_given_cannot_be_set_aside(session):
    said = texts(plan.left_out(session))
    assert "kept in a workspace only" in said
    assert plan_cards.buttons(session, "ada") is None


def test_a_bare_export_says_what_there_is_to_do():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    session = Session(workspace)
    said = texts(plan.area(session, 120))
    assert "plan" in said.lower()
    assert texts(plan.layout(session))


def test_nobody_at_all_is_said(nobody):
    assert "Nobody to plan with yet" in texts(plan.layout(nobody))
