"""Gaps: verdicts on mixes whose answer is known."""

import numpy as np
import pandas as pd
import pytest
from scipy.stats import beta

import netgraph as ng


def mix(unknown=0, **counts):
    domains = [code for code, count in counts.items() for _ in range(count)] + [None] * unknown
    people = pd.DataFrame(
        {"name": "x", "domain": domains}, index=[f"p{i}" for i in range(len(domains))]
    )
    return ng.Contacts(people=people)


def even(count, *, without=()):
    return {code: count for code in ng.DOMAINS if code not in without}


def test_an_even_mix_has_no_gaps():
    asked = ng.find_gaps(mix(**even(40)), baseline=list(ng.DOMAINS))
    assert set(asked["verdict"]) == {"covered"}


def test_unless_said_otherwise_the_professional_fields_are_asked():
    gaps = ng.find_gaps(mix(**even(40)))
    left_out = gaps.index[gaps["verdict"] == "no verdict"]
    assert set(left_out) == {"ADMN", "TRAD", "HOSP", "AGRI"}
    assert gaps.loc["SOFT", "baseline"] == pytest.approx(1 / 21)
    assert gaps.attrs["baseline"] == "equal shares of the 21 professional fields"


def test_absent_fields_are_gaps_and_come_first():
    gaps = ng.find_gaps(mix(**even(20, without=("LEGL", "HLTH"))))
    assert set(gaps.index[:2]) == {"LEGL", "HLTH"}
    assert gaps.loc[["LEGL", "HLTH"], "verdict"].tolist() == ["gap", "gap"]
    assert (gaps["verdict"] == "gap").sum() == 2


def test_ratio_and_interval_are_those_of_the_posterior():
    gaps = ng.find_gaps(mix(LEGL=10, SOFT=190), baseline=["LEGL", "SOFT"])
    # n = 10, N = 200, q = 1/2: Beta(10 + 2, 190 + 2), mean 12/204, over q
    row = gaps.loc["LEGL"]
    assert row["ratio"] == pytest.approx(12 / 204 / 0.5)
    assert row["ratio_low"] == pytest.approx(beta(12, 192).ppf(0.05) / 0.5)
    assert row["ratio_high"] == pytest.approx(beta(12, 192).ppf(0.95) / 0.5)
    assert row["shortfall"] == 40  # half of a half of 200 is 50; 10 are there
    # 0.5 * log2(0.5 / 0.05) bits
    assert row["priority_bits"] == pytest.approx(0.5 * np.log2(10))


def test_unknown_fields_of_work_can_make_a_gap_uncertain():
    counts = even(8, without=("LEGL",))
    assert ng.find_gaps(mix(**counts)).loc["LEGL", "verdict"] == "gap"
    assert ng.find_gaps(mix(unknown=600, **counts)).loc["LEGL", "verdict"] == "uncertain"


def test_no_verdict_below_150_classified_contacts():
    assert set(ng.find_gaps(mix(SOFT=149))["verdict"]) == {"no verdict"}
    assert "gap" in set(ng.find_gaps(mix(SOFT=150))["verdict"])


def test_a_field_that_the_baseline_leaves_out_gets_no_verdict():
    gaps = ng.find_gaps(mix(SOFT=200), baseline=["SOFT", "LEGL"])
    assert gaps.loc["HLTH", "verdict"] == "no verdict"
    assert np.isnan(gaps.loc["HLTH", "ratio"])
    names = f"{ng.DOMAINS['SOFT']}, {ng.DOMAINS['LEGL']}"
    assert gaps.attrs["baseline"] == f"equal shares of {names}"


def test_weights_are_normalised():
    gaps = ng.find_gaps(mix(SOFT=200), baseline={"SOFT": 3, "LEGL": 1})
    assert gaps.loc[["SOFT", "LEGL"], "baseline"].tolist() == [0.75, 0.25]


def test_the_home_domain_is_no_priority():
    counts = even(20, without=("LEGL",))
    assert ng.find_gaps(mix(**counts), home="LEGL").loc["LEGL", "priority_bits"] == 0
    assert ng.find_gaps(mix(**counts)).loc["LEGL", "priority_bits"] > 0


def test_only_people_you_know_yourself_are_counted(office):
    # ann and bo are engineers, cy a lawyer, eva a nurse; dee is unknown; you do not count
    gaps = ng.find_gaps(office)
    assert gaps["count"].sum() == 4
    assert gaps.attrs["unknown"] == 1
    assert (gaps.attrs["home"], gaps.attrs["home_from"]) == ("DATA", "you")


def test_without_a_title_of_yours_home_is_where_most_contacts_work():
    gaps = ng.find_gaps(mix(SOFT=10, LEGL=3))
    assert (gaps.attrs["home"], gaps.attrs["home_from"]) == ("SOFT", "contacts")


@pytest.mark.parametrize("given", [{"home": "LEGAL"}, {"baseline": ["LEGAL"]}])
def test_an_unknown_domain_is_refused_with_the_nearest(given):
    with pytest.raises(ng.UnknownNameError, match="Did you mean Law and compliance"):
        ng.find_gaps(mix(SOFT=200), **given)


def test_a_baseline_without_weight_is_refused():
    with pytest.raises(ng.UnknownNameError, match="positive weight"):
        ng.find_gaps(mix(SOFT=200), baseline={"SOFT": 0})


def test_nobody_gives_no_verdicts_and_no_crash():
    assert set(ng.find_gaps(ng.Contacts())["verdict"]) == {"no verdict"}


def test_absent_dormant_and_present_are_told_apart(office):
    gaps = ng.find_gaps(office)
    # nothing but a connection: strength 0.1; two engineers: 1 - 0.9 * 0.9
    assert gaps.loc["LEGL", "access"] == pytest.approx(0.1)
    assert gaps.loc["ENGI", "access"] == pytest.approx(0.19)
    assert gaps.loc["AGRI", "access"] == 0
    assert gaps.loc[["LEGL", "AGRI"], "presence"].tolist() == ["dormant", "absent"]
    close = office.ties.assign(kind=office.ties["kind"].replace("contact", "related"))
    near = ng.find_gaps(ng.Contacts(people=office.people, ties=close))
    assert near.loc["ENGI", "access"] == pytest.approx(1 - 0.6 * 0.6)
    assert near.loc["ENGI", "presence"] == "present"


def test_without_an_ego_nobody_knows_how_near_people_are():
    gaps = ng.find_gaps(mix(SOFT=3))
    assert np.isnan(gaps.loc["SOFT", "access"])
    assert gaps.loc[["SOFT", "LEGL"], "presence"].tolist() == ["unknown", "absent"]


def test_fields_near_to_your_own_are_less_urgent():
    gaps = ng.find_gaps(mix(**even(20, without=("DATA", "LEGL"))), home="SOFT")
    far, near = gaps.loc["LEGL", "priority_bits"], gaps.loc["DATA", "priority_bits"]
    assert near == pytest.approx(far * 0.4)  # data and software are 0.6 alike


def test_one_more_person_counts_most_where_nobody_is():
    gaps = ng.find_gaps(mix(SOFT=3, LEGL=1))
    # 3 and 1: exp(H) = 1.7548; 3, 1, 1: 2.5866
    assert gaps.loc["HLTH", "one_more"] == pytest.approx(2.5866 - 1.7548, abs=1e-3)
    assert gaps.loc["SOFT", "one_more"] < 0


def test_the_answer_is_said_in_a_sentence():
    assert ng.find_gaps(ng.Contacts()).attrs["says"].startswith("Nobody yet")
    assert "3 of 3 contacts" in ng.find_gaps(mix(SOFT=3)).attrs["says"]
    said = ng.find_gaps(mix(SOFT=100, LEGL=100), baseline="SOFT,LEGL,HLTH").attrs["says"]
    assert said.startswith("1 gap, compared with equal shares of")
    assert "Health care (0)" in said


def test_fields_with_as_many_people_on_both_sides_of_the_line_say_why():
    people = pd.DataFrame({"domain": ["SOFT"] * 780 + ["LEGL"] * 26 + ["HLTH"] * 28 + ["AGRI"] * 7})
    gaps = ng.find_gaps(ng.Contacts(people=people.assign(name="x", domain_source="file")))
    assert gaps["verdict"][["LEGL", "HLTH"]].tolist() == ["thin", "covered"]
    assert gaps["below"]["LEGL"] > 0.1 >= gaps["below"]["HLTH"]
    assert gaps["why"]["LEGL"].startswith("26 there, and 20 would be half of the mix")
    assert "the 10 % up to which a field is covered" in gaps["why"]["LEGL"]
    assert gaps["why"]["AGRI"] == "not among the fields of the mix"
    assert gaps.attrs["outside"] == 7
