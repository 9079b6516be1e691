"""The page of ways: whom is asked for, what is answered, and the list of companies."""

import json
import re

import pandas as pd
import pytest
from dash import dcc, html
from plotly.utils import PlotlyJSONEncoder

import netgraph as ng
from netgraph_dashboard import company_list, past_asks, person_card, reach, ways
from netgraph_dashboard.pages import paths
from netgraph_dashboard.session import Session

from .conftest import every, texts


def acquainted():
    """You know Ann, Bo and two Kims; Bo brought Zoe in, once worked with Hal; nobody knows Far."""
    names = {
        "ego": "You Self", "ann": "Ann Lee", "bo": "Bo Ray", "zoe": "Zoe Farwell",
        "hal": "Hal Orr", "far": "Far Off", "k1": "Kim One", "k2": "Kim Two",
        "d1": "Dee", "d2": "Eve", "d3": "Fay",
    }  # fmt: skip
    titles = {"zoe": "Judge", "ann": "Clerk", "bo": "Nurse"}
    people = pd.DataFrame(
        {
            "name": list(names.values()),
            "title": [titles.get(person) for person in names],
            "company": ["Self", "Acme Inc.", "Beta", "Gamma", *["Delta"] * 7],
            "domain": [{"zoe": "LEGL", "bo": "HLTH"}.get(person) for person in names],
            "is_ego": [person == "ego" for person in names],
        },
        index=list(names),
    )
    rows = [("ego", person, "contact") for person in ("ann", "bo", "k1", "k2")]
    rows += [("bo", "zoe", "introduction"), ("zoe", "d1", "thread")]
    rows += [("d1", "d2", "thread"), ("d2", "d3", "thread")]
    stays = pd.DataFrame(
        {
            "person_id": ["bo", "hal"],
            "kind": "employer",
            "organisation": "Orbit Works",
            "role": "Analyst",
            "start": ["2018-01", "2018-02"],
            "end": ["2020-05", "2020-04"],
        }
    )
    ties = pd.DataFrame(rows, columns=["source", "target", "kind"])
    return ng.Contacts(people=people, ties=ties, affiliations=stays)


@pytest.fixture
def known():
    return Session(acquainted())


def links(component):
    return [link.href for link in every(component, html.A)]


def classes(component, kind=html.Li):
    return " ".join(str(getattr(part, "className", "")) for part in every(component, kind))


@pytest.mark.parametrize("kind", ["person", "name", "company", "domain", "title"])
def test_a_question_comes_back_from_its_address(kind):
    assert reach.asked(reach.asking(kind, "Bär & Co?/=")) == (kind, "Bär & Co?/=")


def test_an_address_without_a_question_asks_nothing():
    for address in (None, "", "?", "?person=", "?company=%20", "?other=x"):
        assert reach.asked(address) is None


def test_suggestions_come_from_the_data(known):
    assert reach.offers(known, "company", "orb") == ["Orbit Works"]  # a former employer
    assert reach.offers(known, "title", "jud") == ["Judge"]
    assert reach.offers(known, "domain", "law") == ["Law and compliance"]
    assert len(reach.offers(known, "domain", "")) == len(ng.DOMAINS)
    assert reach.offers(known, "person", "zoe") == ["Zoe Farwell · Judge at Gamma"]
    assert reach.offers(known, "person", "z") == []


def test_a_suggestion_that_is_taken_is_that_person_and_a_name_is_a_name(known):
    assert reach.submitted(known, "person", "Zoe Farwell · Judge at Gamma") == "?person=zoe"
    assert reach.submitted(known, "person", "Kim ") == "?name=Kim"
    assert reach.submitted(known, "company", "Acme") == "?company=Acme"


def test_a_way_is_told_with_its_people_chances_and_evidence(known):
    shown = ways.answer(known, "person", "zoe")
    said = texts(shown)
    assert "Ask Bo Ray for an introduction to Zoe Farwell" in said
    assert "brought together by an introduction" in said
    assert "a way is known" in said
    assert "weakest tie" in said
    assert "/map?person=bo" in links(shown)
    assert "/map?person=zoe" in links(shown)
    assert "Draft the ask to Bo Ray" in said
    row = reach.find(known, "person", "zoe").iloc[0]
    led = " ".join(f"{row['succeeds'][0]:.0%}".replace("%", " %").split())
    assert said.count(f"{led}  leads to something then") == 1  # not your own tie: you only ask


def test_an_inferred_tie_is_dashed_and_badged(known):
    shown = ways.answer(known, "person", "hal")
    assert "way-tie-inferred way-tie-weakest" in classes(shown)
    badges = [span for span in every(shown, html.Span) if span.className == "badge badge-inferred"]
    assert {badge.children for badge in badges} == {"inferred", "1 inferred tie"}
    assert "inferred (50 %): both at Orbit Works" in texts(shown)


def test_those_whom_one_knows_come_first_former_ones_marked(known):
    shown = ways.answer(known, "company", "Orbit Works")
    said = texts(shown)
    assert "You know 1 person who has worked at Orbit Works." in said
    assert said.index("You know them already") < said.index("The ways at a glance")
    assert "formerly there" in said
    assert "Draft a message to Bo Ray" in said


def test_no_path_known_is_told_from_not_looked_at(known):
    alone = texts(ways.answer(known, "person", "far"))
    assert "no path known" in alone
    assert "no tie to anybody is known" in alone
    distant = ways.answer(known, "person", "d3")
    assert "not looked at" in texts(distant)
    assert reach.link("company", "Delta") in links(distant)


def test_a_company_where_nobody_is_says_so_with_a_next_step(known):
    shown = ways.answer(known, "company", "Orbit")
    assert "Did you mean Orbit Works? As names tell, that is another company." in texts(shown)
    assert "/gaps" in links(shown)


def test_several_people_of_a_name_are_there_to_choose_from(known):
    shown = ways.answer(known, "name", "Kim")
    assert "2 people may be meant by “Kim”" in texts(shown)
    assert links(shown) == ["/paths?person=k1", "/paths?person=k2"]


def test_of_very_many_the_first_are_listed(known):
    error = ng.UnknownNameError("many")
    error.meant = ("zoe",) * 60
    shown = ways.unclear(known, error, "Zoe")
    assert len(links(shown)) == ways.MOST_CHOICES
    assert "10 more" in texts(shown)


def test_nobody_gets_the_nearest_names(known):
    shown = ways.answer(known, "name", "Zoey Farwel")
    assert "Nobody is called “Zoey Farwel”" in texts(shown)
    assert links(shown)[0] == "/paths?person=zoe"


def test_what_is_no_field_gets_the_fields(known):
    shown = ways.answer(known, "domain", "qwertz")
    assert len(links(shown)) == len(ng.DOMAINS)


def test_a_person_who_was_forgotten_meanwhile(known):
    assert "Nobody here has this address" in texts(ways.answer(known, "person", "gone"))


def test_the_draft_asks_the_first_on_the_way_for_the_last(known):
    panel = ways.draft(known, "person", "zoe", 0)
    text = every(panel, dcc.Textarea)[0].value
    assert "Zoe Farwell" in text
    assert "to Bo Ray" in " ".join(texts(panel).split())
    assert ways.draft(known, "person", "zoe", 9) is None


def test_to_those_whom_one_knows_the_draft_asks_for_advice(known):
    assert "advice" in texts(ways.draft(known, "domain", "HLTH", 0))


def test_no_name_leaves_the_server_where_names_are_hidden(known):
    known.hide_names(hidden=True)
    zoe = known.address("zoe")
    shown = [*ways.answer(known, "person", zoe), ways.draft(known, "person", zoe, 0)]
    shown += ways.answer(known, "name", "Person")
    sent = json.dumps(shown, cls=PlotlyJSONEncoder)
    assert "Person 4" in sent
    assert not re.search(r'Zoe|Farwell|Bo Ray|"zoe"|"bo"|=zoe|=bo\b', sent)


def test_the_past_stands_behind_the_chances(example):
    session = Session(example)
    shown = past_asks.how_sure(session)
    assert "of your introductions" in texts(shown)
    assert len(every(shown, html.Tr)) == 1 + len(reach.curve(session).table)
    assert every(shown, dcc.Graph)


def test_without_an_outcome_the_chances_are_assumed(known):
    assert "Where they come from: assumed" in texts(past_asks.how_sure(known))


def test_without_a_question_fields_that_lack_people_are_offered(example):
    session = Session(example)
    offered = links(paths.answer(session, None))
    lacking = session.gaps().index[session.gaps()["verdict"] == "gap"]
    assert offered[0] == reach.link("domain", str(lacking[0]))


def test_a_star_says_whom_one_knows(star_session):
    person = str(star_session.people.index[0])
    assert "you know them" in texts(ways.answer(star_session, "person", person))


def test_the_card_leads_to_the_ways(known):
    assert "/paths?person=zoe" in links(person_card.build(known, "zoe"))


COMPANIES = ["acme", "Gamma", "Nobody Ltd", "=1+1"]


def test_each_company_has_its_answer(known):
    found = company_list.look_up(known, COMPANIES)
    rows = company_list.rows(known, found).set_index("company")
    assert rows.loc["acme", ["status", "ask", "address"]].tolist() == [
        "works there", "themselves", "ann",
    ]  # fmt: skip
    assert rows.loc["Gamma", "ask"] == "Bo Ray, who knows them"
    assert rows.loc["Nobody Ltd", "status"] == "nobody known"
    assert pd.isna(rows.loc["Nobody Ltd", "address"])
    said = texts(company_list.answer(known, found))
    assert "Of 4 companies" in said


def test_a_pasted_table_and_a_pasted_list_are_read(known):
    table = company_list.pasted(known, "Note,Company\nx,Acme\ny,Gamma\n")
    assert company_list.listed(table) == ["Acme", "Gamma"]
    listed = company_list.pasted(known, "Acme, Inc.\nGamma\n\n")
    assert company_list.listed(listed) == ["Acme, Inc.", "Gamma"]


def test_an_empty_list_and_a_huge_one_say_what_is_wrong(known):
    with pytest.raises(ng.ImportFormatError, match="no company is named"):
        company_list.pasted(known, " \n")
    with pytest.raises(ng.NetgraphError, match="longer than"):
        company_list.look_up(known, b"x" * (company_list.MOST_SIGNS + 1))


def test_the_saved_table_can_be_opened_without_harm_and_tells_no_ids(known):
    saved = company_list.as_file(company_list.look_up(known, COMPANIES))
    assert "'=1+1" in saved
    assert "You > Bo Ray > Zoe Farwell" in saved
    assert "person_id" not in saved


def test_hidden_names_are_not_in_the_list(known):
    known.hide_names(hidden=True)
    found = company_list.look_up(known, ["Gamma"])
    sent = json.dumps(company_list.answer(known, found), cls=PlotlyJSONEncoder)
    assert "Person 4" in sent
    assert not re.search(r"Zoe|Farwell|Bo Ray|zoe", sent + company_list.as_file(found))


def test_without_you_it_is_said_what_is_lacking():
    shown = texts(paths.layout(Session(ng.Contacts())))
    assert "No way can be told yet" in shown
