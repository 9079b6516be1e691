"""The page What if: what is supposed, and what comes of it."""

import pytest
from dash import dcc, html

from netgraph_dashboard import components, person_card, supposing, what_if_table
from netgraph_dashboard.pages import brokers, what_if
from netgraph_dashboard.supposing import Supposed

from .conftest import every, texts


def test_losing_somebody_is_told_in_a_sentence_and_a_table(session):
    said = texts(what_if.area(session, Supposed(lose=("ada",))))
    assert "Without Ada: 1 contact fewer" in said
    assert "−1 (−12.5 %)" in said
    assert "Who is cut off" in said


def test_meeting_somebody_in_a_new_field_adds_a_field(session):
    said = texts(what_if.area(session, Supposed(field="HLTH", via="ada")))
    assert "With a new contact in Health care, met through Ada: 1 contact more" in said
    assert "1 field of work more" in said


def test_taking_up_again_makes_a_tie_count_for_more(session):
    table = supposing.answer(session, Supposed(again=("ann",)))
    assert table.loc["living_reach", "change"] > 0
    said = what_if_table.headline(session, Supposed(again=("ann",)), table)
    assert said.startswith("Back in touch with Ann: ")


def test_one_cannot_be_lost_and_taken_up_again(session):
    shown = what_if.area(session, Supposed(lose=("ann",), again=("ann",)))
    assert "cannot both be lost and taken up with" in texts(shown)


def test_who_is_cut_off_is_named(session):
    supposed = Supposed(lose=("ada",))
    table = supposing.answer(session, supposed)
    table.attrs["cut_off"] = ["bob"]
    behind = what_if_table.people_behind(session, table)
    assert "Bob" in texts(behind)
    assert "1 person cut off from you" in what_if_table.headline(session, supposed, table)


def test_who_bridges_instead_is_named_with_how_firm_that_is(session):
    table = supposing.answer(session, Supposed(lose=("ada",)))
    mover = {"person_id": "bea", "name": "Bea", "before": None, "after": 3.0}
    table.attrs["brokers_appear"] = [mover | {"held_before": 0.0, "held_after": 0.9}]
    said = texts(what_if_table.people_behind(session, table))
    assert "no rank → rank 3; among the ten in 0 % → 90 % of the draws" in said


def test_a_star_withholds_what_it_cannot_know(star_session):
    person = str(star_session.people.index[0])
    said = texts(what_if.area(star_session, Supposed(lose=(person,))))
    assert "Withheld: no tie among your contacts was observed" in said
    assert "is not told" in said


def test_an_address_is_read_as_it_was_written(session):
    supposed = Supposed(("ada", "bob"), ("ann",), "LEGL", "Rope & Sons", "bea")
    search = supposing.address(session, supposed)
    assert supposing.read(session, search) == supposed
    assert what_if.from_fields(session, what_if.values(session, supposed)) == supposed


@pytest.mark.parametrize(
    "search", [None, "", "?lose=nobody", "?field=XXXX", "?lose=ego", "?via=&company="]
)
def test_what_is_not_known_is_not_supposed(session, search):
    assert not supposing.read(session, search)


def test_addresses_hold_no_id_where_names_are_hidden(session):
    session.hide_names(hidden=True)
    supposed = Supposed(lose=("ada",), via="bea")
    search = supposing.address(session, supposed)
    assert "ada" not in search
    assert supposing.read(session, search) == supposed
    told = str(html.Div(what_if.area(session, supposed)).to_plotly_json())
    assert "Ada" not in told
    assert "'ada'" not in told
    assert "Without Person " in texts(what_if.area(session, supposed))


def test_hiding_names_rewrites_every_person_in_an_address(session):
    meant = components.meant_in(session, "?lose=ada&field=LEGL&lose=bob&person=")
    session.hide_names(hidden=True)
    search = components.search_of(session, meant)
    assert components.meant_in(session, search) == meant
    assert "field=LEGL" in search
    assert "bob" not in search


def test_who_was_chosen_stays_among_the_choices(session):
    offered = what_if.offer(session, "bea", ["ada"], [])
    assert [each["value"] for each in offered] == ["ada", "bea"]


def test_at_first_the_likeliest_are_offered(session):
    offered = what_if.offer(session, "", [], supposing.bridging(session))
    assert {each["value"] for each in offered[:2]} == {"ada", "bea"}


def test_ideas_are_of_this_network(session):
    links = every(what_if.ideas(session), dcc.Link)
    assert supposing.read(session, links[0].href.partition("?")[2]).lose[0] in {"ada", "bea"}
    assert len(links) >= 2


def test_brokers_and_cards_lead_here(session):
    for shown in (brokers.note(session, "ada"), person_card.build(session, "ada")):
        link = next(each for each in every(shown, dcc.Link) if "What if" in texts(each))
        assert link.href == "/what-if?lose=ada"


@pytest.mark.parametrize(
    ("value", "text"),
    [(904.0, "904"), (396.39, "396.4"), (18.52, "18.5"), (0.0027, "0.00270"), (0.0, "0")],
)
def test_numbers_have_as_many_digits_as_they_tell(value, text):
    assert what_if_table.number_in_words(value) == text


def test_nobody_at_all_is_said(nobody):
    assert "Nobody to suppose anything of yet" in texts(what_if.layout(nobody))
