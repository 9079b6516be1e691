"""For each company of a list: whom to ask, in which order, or that nobody is known."""

import pandas as pd
import pytest

import netgraph as ng


@pytest.fixture
def known(office):
    """The office of Acme and Beta; Eva was at Acme once, and Cy knows Zoe of Omega."""
    people = pd.concat(
        [
            office.people,
            pd.DataFrame({"name": ["Zoe", "Far"], "company": "Omega"}, index=["zoe", "far"]),
        ]
    )
    stays = pd.DataFrame(
        {
            "person_id": ["eva", "dee"],
            "organisation": ["Acme", "Omega Ltd"],
            "kind": "employer",
            "role": ["Medic", "Intern"],
            "end": ["2019", "2020"],
        }
    )
    tie = pd.DataFrame({"source": ["cy"], "target": ["zoe"], "kind": ["introduction"]})
    return ng.Contacts(
        people=people.fillna({"is_ego": False}),
        ties=pd.concat([office.ties, tie]),
        affiliations=pd.concat([office.affiliations, stays]),
    )


def test_those_who_are_there_come_before_those_who_were(known):
    found = ng.find_referrals(known, ["Acme"])
    assert found["status"].tolist() == ["works there"] * 3 + ["worked there"]
    assert found["order"].tolist() == [1, 2, 3, 4]
    assert found["person_id"].tolist()[-1] == "eva"
    assert found["title"].tolist()[-1] == "Medic"  # there, not what she does now
    assert found["why"].tolist()[-1] == "worked at Acme as Medic until 2019"
    assert found["probability"].iloc[:3].is_monotonic_decreasing
    assert set(found["route"]) == {("ego", p) for p in ("ann", "bo", "cy", "eva")}
    assert found.attrs["says"] == "Of 1 company: at 1 somebody whom you know works there."


def test_one_step_away_is_behind_those_whom_you_know(known):
    found = ng.find_referrals(known, ["Omega Inc"]).set_index("person_id")
    assert found["status"].to_dict() == {"dee": "worked there", "zoe": "one step away"}
    assert found["names"]["zoe"] == ("You", "Cy Roy", "Zoe")
    graph = ng.build_graph(known)
    curve = ng.Calibration()
    # you ask Cy, who passes it on and introduces: one introduction, which has to succeed
    asked = float(curve.passes_on(graph.edges["ego", "cy"]["strength"]))
    introduced = float(curve.chance(graph.edges["cy", "zoe"]["strength"]))
    assert found["probability"]["zoe"] == pytest.approx(asked * introduced)
    assert found["strength"]["zoe"] == graph.edges["ego", "cy"]["strength"]
    assert "far" not in found.index


def test_nobody_known_is_an_answer_with_its_reason(known):
    far = ng.Contacts(
        people=known.people.drop(index=["zoe"]), ties=known.ties[known.ties["target"] != "zoe"]
    )
    tie = pd.DataFrame({"source": ["far"], "target": ["off"], "kind": ["thread"]})
    off = pd.DataFrame({"name": ["Off"]}, index=["off"])
    wider = ng.merge([far, ng.Contacts(people=pd.concat([far.people.loc[["far"]], off]), ties=tie)])
    found = ng.find_referrals(wider, ["Omega", "Bet", "Freelance", "Nowhere"]).set_index("company")
    assert (found["status"] == "nobody known").all()
    assert found["order"].isna().all()
    assert found["why"].to_dict() == {
        "Omega": "1 person of your files was or is there, without a known way to them",
        "Bet": "nobody in your files works there or has worked there; "
        "other companies of a similar name: Beta",
        "Freelance": "this names no company",
        "Nowhere": "nobody in your files works there or has worked there",
    }


def test_at_most_so_many_a_company_in_the_order_of_the_list(known):
    found = ng.find_referrals(known, ["Beta", "Acme"], most=2)
    assert found["company"].tolist() == ["Beta", "Acme", "Acme"]
    assert found["order"].tolist() == [1, 1, 2]


def test_a_learnt_curve_changes_the_chances(known):
    sure = ng.Calibration(intercept=9.0, slope=0.0, basis="from 99", success=(9.0, 0.0))
    found = ng.find_referrals(known, ["Acme"], calibration=sure)
    assert found["probability"].min() > 0.99
    assert found.attrs["basis"] == "from 99"


def test_without_you_nobody_can_be_told(known):
    with pytest.raises(ng.NetgraphError, match="you are not in this network"):
        ng.find_referrals(known, ["Acme"], graph=ng.build_graph(known, ego=False))
