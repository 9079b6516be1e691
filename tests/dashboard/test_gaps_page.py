"""The page of gaps: the list, the way to a field, the table by group, and the measures."""

import json

import pytest
from dash import html
from plotly.utils import PlotlyJSONEncoder

import netgraph as ng
from netgraph_dashboard import diversity_panel, gap_heat, gap_list, gap_way
from netgraph_dashboard.gap_choice import Choice, gaps_of, weight_switches
from netgraph_dashboard.pages import gaps
from netgraph_dashboard.session import Session

from .conftest import contacts_of, every, texts


@pytest.fixture(scope="module")
def many():
    """Two hundred contacts in all fields but agriculture and law; one in health care."""
    codes = [code for code in ng.DOMAINS if code not in ("AGRI", "LEGL", "HLTH")]
    people = {f"p{number}": codes[number % len(codes)] for number in range(199)}
    return Session(contacts_of(people | {"hanna": "HLTH"}, [("p0", "hanna"), ("p1", "hanna")]))


def test_a_field_where_nobody_is_known_is_told_from_missing_data(session):
    said = texts(gap_way.there(session, "AGRI"))
    assert "Nobody whose title says so" in said


def test_those_in_a_field_are_listed(session):
    assert "4 people" in texts(gap_way.there(session, "LEGL"))


def test_too_few_for_a_verdict_are_told_with_how_many_are_missing(session):
    said = texts(gaps.layout(session))
    assert "142 contacts more with a known field are needed" in said
    assert "Connections.csv" in said


def test_with_enough_contacts_there_is_no_such_note(many):
    assert gap_list.what_would_tell(gaps_of(many, Choice())) is None


def test_the_gaps_are_named_first(many):
    table = gaps_of(many, Choice())
    assert gap_list.headline(table).startswith("You know too few people in ")
    assert "Law and compliance" in gap_list.headline(table)
    assert gap_list.listed_codes(table)[0] == gap_list.first_code(table)


def test_a_gap_says_how_many_are_known_missing_and_present(many):
    table = gaps_of(many, Choice())
    said = gap_list.known_there(table.loc["LEGL"], table)
    assert said.startswith("You know 0; the mix you compare with would have 10 among your contacts")
    assert "90 % sure" in said
    assert said.endswith("Absent.")


def test_the_nearest_person_is_a_link_in_the_list(many):
    listed = gap_list.build(many, gaps_of(many, Choice()), "HLTH")
    links = [link.href for link in every(listed, html.A)]
    assert any(link.startswith("/map?person=") for link in links)
    assert "No path known." in texts(listed)  # to law, where nobody knows anybody


def test_only_the_open_field_is_marked(many):
    table = gaps_of(many, Choice())
    items = every(gap_list.build(many, table, "HLTH"), html.Li)
    marked = [item.id["code"] for item in items if "gap-item-open" in item.className]
    assert marked == ["HLTH"]


def test_the_way_names_who_leads_there_with_chance_and_evidence(many):
    said = texts(gap_way.build(many, "HLTH", gaps_of(many, Choice())))
    assert "P0" in said
    assert "Whom to ask first: you know them there" in said
    assert "Ask Hanna for advice on Health care" in said
    assert "that asking them leads to something there" in said
    assert "that they take it up × " in said
    assert "As you work in Health care" in str(gap_way.build(many, "HLTH", gaps_of(many, Choice())))
    assert "The people and ties behind it" in said


def test_those_behind_a_reason_are_links_and_the_sentence_stays_whole(many):
    found = gap_way.brokers(many, "HLTH")
    lead = next(row for row in found.itertuples() if row.person_id == "p0")
    parts = gap_way.why(many, lead)
    said = texts(parts).replace("  ", " ")
    assert said.startswith("Knows whom you know there, too: Hanna (thread); that they know others")
    assert any(isinstance(part, html.A) for part in parts)


def test_behind_a_lead_stands_the_tie(many):
    said = texts(gap_way.behind(many, "p0", "hanna"))
    assert "Hanna" in said
    assert "thread" in said


def test_no_path_known_is_an_answer_with_a_next_step(many):
    said = texts(gap_way.build(many, "LEGL", gaps_of(many, Choice())))
    assert "no path known" in said
    assert "Next step: ask in the field most like it" in said


def test_the_ask_is_drafted_for_the_field(many):
    said = gap_way.ask(many, "p0", "HLTH", 0)
    assert "Health care" in str(said)


def test_the_ask_of_somebody_forgotten_says_so(many):
    assert "no longer here" in texts(gap_way.ask(many, "nobody", "HLTH", 0))


def test_who_inferred_ties_lead_to_is_marked_as_inferred():
    assert {kind for _, kind in (gap_way.GRADES["B"], gap_way.GRADES["C"])} == {"inferred"}


def test_the_baseline_can_be_chosen(many):
    table = gaps_of(many, Choice.read({"weights": {"LEGL": 1, "SALE": 1}}))
    assert "equal shares of Law and compliance, Sales" in gap_list.summary(table)
    assert "the yardstick is high" in gap_list.summary(table)


def test_weights_count(many):
    table = gaps_of(many, Choice.read({"weights": {"LEGL": 3, "SALE": 1}}))
    assert table.loc["LEGL", "baseline"] == pytest.approx(0.75)


def test_the_home_field_can_be_changed(many):
    assert gaps_of(many, Choice.read({"home": "LEGL"})).attrs["home"] == "LEGL"


@pytest.mark.parametrize(
    "data", [None, {}, {"weights": {"NONE": 1, "LEGL": 9}, "home": "X"}, {"weights": 3}]
)
def test_what_is_no_choice_is_left_out(data):
    assert Choice.read(data) == Choice()


def test_a_choice_comes_back_from_the_browser_as_it_was():
    choice = Choice((("HLTH", 2), ("LEGL", 1)), "SOFT")
    assert Choice.read(json.loads(json.dumps(choice.kept()))) == choice


def test_one_field_alone_is_not_weighed():
    assert weight_switches(["LEGL"], {}) == []
    assert len(weight_switches(["LEGL", "SALE"], {"LEGL": 3})) == 2


def cells(part):
    return every(part, html.Td)


def test_the_table_by_level_tells_no_data_from_absence(many):
    found = cells(gap_heat.build(many, "seniority", Choice()))
    there = {cell.title.split(":")[0]: cell for cell in found}
    absent = there["Law and compliance, Professional"]
    empty = there["Law and compliance, Entry"]
    assert texts(absent).startswith("0")
    assert absent.className in ("heat-gap", "heat-uncertain")
    assert texts(empty) == "?"
    assert empty.className == "heat-no-data"


def test_small_groups_have_no_verdict(session):
    found = cells(gap_heat.build(session, "seniority", Choice()))
    none = {"heat-no-verdict", "heat-no-data", "heat-no-such-level"}
    assert {cell.className for cell in found} <= none


def test_where_no_group_is_known_it_says_which_files_tell():
    said = texts(gap_heat.build(Session(contacts_of({"ann": "SOFT"})), "location", Choice()))
    assert "No place is known" in said


@pytest.mark.parametrize("by", gap_heat.GROUPS)
def test_every_way_to_split_has_an_answer(session, by):
    assert texts(gap_heat.build(session, by, Choice()))


def test_diversity_is_told_with_its_interval(session):
    said = texts(diversity_panel.section(session))
    assert "2.0 fields" in said
    assert "95 % sure" in said
    assert "Whose loss would cost most" in said


def test_where_no_tie_among_contacts_is_known_it_says_so(star_session):
    assert "cannot be told: no tie among contacts" in texts(diversity_panel.section(star_session))


def test_an_index_of_ties_becomes_a_share():
    assert diversity_panel.share(-1) == 0
    assert diversity_panel.share(0.5) == 0.75


def test_without_anybody_the_page_says_what_to_add(nobody):
    assert "No gap can be told yet" in texts(gaps.layout(nobody))


def test_a_star_has_a_page():
    star = Session(contacts_of({f"p{number}": "SOFT" for number in range(160)}))
    said = texts(gaps.layout(star))
    assert "The way to" in said
    assert "no path known" in said


def test_hidden_names_stay_hidden(two_circles):
    session = Session(two_circles)
    session.hide_names(hidden=True)
    parts = [gaps.layout(session), gap_way.build(session, "LEGL", session.gaps())]
    person = str(gap_way.brokers(session, "LEGL")["person_id"].iloc[0])
    parts.append(gap_way.ask(session, session.address(person), "LEGL", 0))
    sent = json.dumps(parts, cls=PlotlyJSONEncoder)
    for name in two_circles.people.index.drop("ego"):
        assert f'"{name}"' not in sent
        assert name.title() not in sent


@pytest.mark.parametrize(
    ("where", "value", "code"),
    [
        ({"type": gap_list.OPEN, "code": "LEGL"}, 1, "LEGL"),
        ({"type": gap_list.OPEN, "code": "LEGL"}, None, None),
        (gaps.GRID, [{"row_id": "HLTH"}], "HLTH"),
        (gaps.GRID, [], None),
        (gaps.CHART, {"points": [{"y": "Health care"}]}, "HLTH"),
        (gaps.CHART, {"points": [{"y": "None such"}]}, None),
    ],
)
def test_a_click_anywhere_names_its_field(where, value, code):
    assert gaps.clicked(where, value) == code
