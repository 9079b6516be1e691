"""How diverse a network is, and what each contact adds."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng


def mix(levels=None, **counts):
    domains = [code for code, count in counts.items() for _ in range(count)]
    people = pd.DataFrame(
        {"name": "x", "domain": domains, "seniority": levels},
        index=[f"p{i}" for i in range(len(domains))],
    )
    return ng.Contacts(people=people)


def test_effective_numbers_of_fields():
    # shares 1/2, 1/4, 1/4: 3 fields; exp(1.5 ln 2) = 2.828; 1 / (1/4 + 1/16 + 1/16) = 2.667
    described = ng.describe_diversity(mix(SOFT=20, LEGL=10, HLTH=10))
    assert described.loc["hill_0", "value"] == 3
    assert described.loc["hill_1", "value"] == pytest.approx(2 * 2**0.5)
    assert described.loc["hill_2", "value"] == pytest.approx(8 / 3)


def test_few_contacts_leave_it_open():
    few = ng.describe_diversity(mix(SOFT=4, LEGL=2, HLTH=2)).loc["hill_2"]
    many = ng.describe_diversity(mix(SOFT=400, LEGL=200, HLTH=200)).loc["hill_2"]
    assert few["high"] - few["low"] > 3 * (many["high"] - many["low"])
    assert many["low"] < 8 / 3 < many["high"]


def test_a_field_of_one_person_might_not_have_been_met():
    fields = ng.describe_diversity(mix(SOFT=200, LEGL=1)).loc["hill_0"]
    assert (fields["value"], fields["low"]) == (2, 1)
    sure = ng.describe_diversity(mix(SOFT=200, LEGL=200)).loc["hill_0"]
    assert sure["low"] == 2


def test_your_own_ties_are_compared_with_even_shares(office):
    # Your field is DATA; all four whose field is known work elsewhere: E-I is 1
    own = ng.describe_diversity(office).loc["ei_you"]
    assert own["value"] == 1
    assert own["expected"] == pytest.approx(2 * 24 / 25 - 1)
    assert own["z"] == pytest.approx(0.04 / np.sqrt(0.96 * 0.04 / 4))
    assert own["contacts"] == 4
    home = ng.describe_diversity(mix(SOFT=50, LEGL=2)).loc["ei_you"]
    assert home["value"] == pytest.approx((2 - 50) / 52)
    assert home["z"] < -20
    assert home["p"] < 1e-6


def test_ties_among_contacts_are_compared_with_chance(office):
    among = ng.describe_diversity(office).loc["ei_contacts"]
    # ann-bo within ENGI, cy-ann and cy-eva between: (2 - 1) / 3
    assert among["value"] == pytest.approx(1 / 3)
    assert among["contacts"] == 3
    # ENGI 2, LEGL 1, HLTH 1: 1 of 6 pairs is within, so (5 - 1) / 6
    assert among["expected"] == pytest.approx(4 / 6)
    assert 0 < among["p"] <= 1


def test_inferred_ties_tell_nothing_of_mixing(office):
    # ann, bo and cy share an employer, which makes likely ties of them: 3 ties stay 3
    assert ng.describe_diversity(office).loc["ei_contacts", "contacts"] == 3


def test_a_star_says_why_there_is_no_mixing(star):
    described = ng.describe_diversity(star)
    assert described["value"].isna().all()
    assert "no tie among contacts" in described.loc["ei_contacts", "says"]
    assert "nobody's field is known" in described.loc["hill_1", "says"]


def test_nobody_gives_no_crash():
    assert ng.describe_diversity(ng.Contacts())["value"].isna().all()
    assert ng.contributions(ng.Contacts()).empty
    assert ng.describe_positions(ng.Contacts())["levels"].sum() == 0


def test_positions_are_fields_and_levels():
    contacts = mix(["P", "P", "X", None, "M"], SOFT=4, LEGL=1)
    positions = ng.describe_positions(contacts)
    row = positions.loc["SOFT"]
    assert row[["people", "levels", "highest", "lowest", "range"]].tolist() == [4, 2, "X", "P", 4]
    assert row["level_unknown"] == 1
    assert row["missing"] == "Entry; Senior individual; Manager or lead; Director or vice president"
    assert positions.loc["HLTH", ["people", "levels"]].tolist() == [0, 0]
    assert positions.loc["HLTH", ["highest", "range"]].isna().all()
    assert ng.describe_diversity(contacts).loc["positions", "value"] == 3


def test_what_is_lost_without_each_contact():
    # 2 SOFT, 1 LEGL: exp(H) = 1.8899; without the lawyer 1, without a developer 2
    added = ng.contributions(mix(SOFT=2, LEGL=1))
    now = np.exp(-(2 / 3 * np.log(2 / 3) + 1 / 3 * np.log(1 / 3)))
    assert added["domains"].tolist() == pytest.approx([now - 1, now - 2, now - 2])
    assert added["domain"].iloc[0] == "LEGL"
    assert added["only"].tolist() == [True, False, False]


def test_whom_only_one_contact_leads_to(office):
    people = pd.concat([office.people, pd.DataFrame({"name": ["Far", "Away"]}, index=["f", "g"])])
    people["is_ego"] = people["is_ego"].eq(True)
    more = pd.DataFrame(
        [("eva", "f", "thread"), ("eva", "g", "thread"), ("dee", "g", "thread")],
        columns=["source", "target", "kind"],
    )
    contacts = ng.Contacts(people=people, ties=pd.concat([office.ties, more]))
    reach = ng.contributions(contacts)["reach"]
    assert reach[["eva", "dee", "ann"]].tolist() == [1, 0, 0]  # g is reached by two


def test_a_position_that_one_person_alone_holds():
    added = ng.contributions(mix(["P", "P", "X"], SOFT=3))
    assert added["level_only"].to_dict() == {"p0": False, "p1": False, "p2": True}


def test_who_has_no_known_field_adds_no_known_number(office):
    added = ng.contributions(office)
    assert np.isnan(added.loc["dee", "domains"])
    assert not added.loc["dee", "only"]
    assert added.index[-1] == "dee"


def test_what_would_raise_the_number_most():
    added = ng.contributions(mix(**(dict.fromkeys(ng.DOMAINS, 1) | {"AGRI": 0})))
    assert added.attrs["raise"][0][0] == "AGRI"
    assert "Agriculture, forestry and fishing (0 known)" in added.attrs["says"]
