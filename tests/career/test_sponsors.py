"""Who can open a door, and who stands beside them."""

from dataclasses import replace

import pandas as pd

import netgraph as ng


def test_directors_of_your_organisation_and_of_the_field_can_open_a_door(firm):
    found = ng.find_sponsors(firm)
    assert found["opens"].to_dict() == {"dan": "both", "gus": "organisation"}  # Jon: neither
    assert found["nearness"].to_dict() == {"dan": "in touch", "gus": "out of reach"}
    assert pd.isna(found.loc["dan", "beside"])
    law = ng.find_sponsors(firm, domain="LEGL")
    assert law["opens"].to_dict() == {"dan": "organisation", "jon": "field", "gus": "organisation"}


def test_an_assistant_by_title_comes_before_a_colleague(firm):
    gus = ng.find_sponsors(firm).loc["gus"]
    assert gus["beside_name"] == "Fay"
    assert gus["beside_how"].startswith("by title an assistant")
    graph = ng.build_graph(firm)
    chance = float(ng.Calibration().passes_on(graph.edges["ego", "fay"]["strength"]))
    assert gus["chance"] == gus["beside_chance"]
    assert abs(gus["chance"] - 0.6 * chance) < 1e-9
    assert gus["first_step"].startswith("Begin with Fay, by title an assistant")


def test_an_assistant_whom_an_address_book_names_comes_first(firm):
    named = pd.DataFrame(
        {"source": ["gus"], "target": ["ivy"], "kind": ["related"], "relation": ["assistant"]}
    )
    talk = firm.interactions.replace({"fay": "ivy"})  # with Ivy you spoke as much as with Fay
    contacts = replace(
        firm,
        ties=pd.concat([firm.ties, named.assign(evidence="observed")]),
        interactions=pd.concat([firm.interactions, talk]),
    )
    gus = ng.find_sponsors(contacts).loc["gus"]
    assert (gus["beside_name"], gus["beside_how"]) == (
        "Ivy",
        "named as their assistant in an address book",
    )


def test_without_an_assistant_a_colleague_stands_beside(firm):
    people = firm.people.copy()
    people.loc["fay", ["title", "domain"]] = ["Accountant", "FINA"]
    gus = ng.find_sponsors(replace(firm, people=people)).loc["gus"]
    # Dan and Fay are colleagues at Acme; a request reaches Dan more likely
    assert (gus["beside_name"], gus["beside_how"]) == (
        "Dan",
        "a colleague at the same organisation",
    )


def test_hidden_people_are_neither_sponsors_nor_asked(firm):
    people = firm.people.assign(tags=None).astype({"tags": "str"})
    people.loc[["fay", "dan"], "tags"] = "hidden from suggestions"
    found = ng.find_sponsors(replace(firm, people=people))
    assert found.index.tolist() == ["gus"]
    assert pd.isna(found.loc["gus", "beside"])
    assert found.loc["gus", "first_step"].startswith("No way is known")


def test_what_is_not_known_is_said(bare):
    found = ng.find_sponsors(bare)
    assert found.empty
    assert "Positions.csv" in found.attrs["says"]
    named = ng.find_sponsors(bare, domain="DATA")
    assert named["name"].tolist() == ["Ada Example"]
    assert named["nearness"].tolist() == ["tied, no words"]


def test_who_fell_silent_is_not_in_touch(firm):
    dan = ng.find_sponsors(firm, now="2033-01-01").loc["dan"]
    state = ng.tie_health(firm, now="2033-01-01").loc["dan"]
    assert state["state"] in {"dormant", "lost"}
    assert (dan["nearness"], dan["state"]) == ("tied, silent", state["state"])
    assert dan["why"].endswith(f"tied, silent ({state['state']}: {state['why']})")
    assert dan["first_step"].startswith("Take up the thread first")
    told = ng.find_sponsors(firm, now="2033-01-01").attrs["says"]
    assert "1 tied, silent; 1 out of reach" in told


def test_nobody_in_touch_of_the_example_is_silent_for_years(mira):
    contacts, graph, _, _ = mira
    found = ng.find_sponsors(contacts, domain="DATA", graph=graph)
    states = found.groupby("nearness")["state"].agg(set)
    assert states["in touch"] <= {"active", "cooling"}
    assert states["tied, silent"] <= {"dormant", "lost"}


def test_the_directors_of_whom_it_is_not_known_who_is_near_are_counted(bare):
    chief = bare.people.assign(seniority=[None, *["X"] * (len(bare.people) - 1)])
    says = ng.find_sponsors(replace(bare, people=chief)).attrs["says"]
    assert says.startswith("2 directors and executives are in these files; who of them is near")
    assert "domain" not in says


def test_the_planted_director_of_the_example_is_reached_by_the_planted_assistant(mira):
    contacts, graph, truth, ids = mira
    found = ng.find_sponsors(contacts, graph=graph)
    director = found.loc[ids[truth["director"]]]
    assert director["beside"] == ids[truth["assistant"]]
    assert director["nearness"] == "tied, no words"
    mentors = {ids[person] for person in truth["mentors"]}
    assert mentors & set(found.index[found["nearness"] == "in touch"])
