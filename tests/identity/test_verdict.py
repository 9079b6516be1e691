"""From evidence to a probability."""

import math

import pandas as pd
import pytest

from netgraph.identity.blocking import candidates
from netgraph.identity.commonness import Commonness, measure_commonness
from netgraph.identity.records import read_records
from netgraph.identity.verdict import compare_all, judge, probability
from tests.identity.books import GOOGLE, LINKEDIN, contacts, strangers


def judged(people, identifiers=(), commonness=None):
    records = read_records(contacts(people, identifiers))
    pairs = candidates(records)
    told = judge(
        records,
        compare_all(records, pairs, {}),
        pairs,
        commonness or measure_commonness(records),
        set(),
    )
    ids = pd.Series(records.ids)
    return told.set_index([ids[told["a"]].to_numpy(), ids[told["b"]].to_numpy()])


def test_log_odds_and_probability():
    assert probability([0.0, math.log(3)]).tolist() == pytest.approx([0.5, 0.75])


def test_a_name_weighs_the_less_the_more_people_bear_it():
    two = {"a": "Ann Lee", "b": "Ann Lee"}
    # 0.6 people of it to expect here, 0.06 there: log-odds 0 and ln 10
    common = judged(two, commonness=Commonness(0, 0.591, {}))
    rare = judged(two, commonness=Commonness(0, 0.051, {}))
    assert common["by_name"].iloc[0] == pytest.approx(0.0)  # 300 x 0.01 x 0.003 = 0.009
    assert rare["by_name"].iloc[0] == pytest.approx(math.log(10))


def test_a_name_alone_comes_to_95_percent_at_best():
    table = judged({"a": "Ann B. Lee", "b": "Ann B. Lee"}, commonness=Commonness(0, 1e-9, {}))
    assert table["by_name"].iloc[0] == 3.0
    assert float(probability(3.0)) < 0.97


def test_the_names_that_agree_best_count():
    table = judged({"a": 'Xiaoming "Tom" Wang', "b": "Tom Wang"})
    assert table["given"].iloc[0] == "same"
    assert not table["apart"].iloc[0]


def test_an_initial_is_worth_what_the_family_name_is():
    crowd = strangers(300)
    rare = judged(crowd | {"a": "Ann Xyzzy", "b": "A. Xyzzy"}).loc[("a", "b"), "by_name"]
    lees = {f"in/l{n}": {"name": f"Ann{n:c} Lee", "sources": LINKEDIN} for n in range(97, 117)}
    common = judged(crowd | lees | {"a": "Ann Lee", "b": "A. Lee"}).loc[("a", "b"), "by_name"]
    assert rare > 1
    assert common < 0


def test_other_given_names_are_not_weighed_without_a_shared_address():
    assert judged({"a": "Ann Lee", "b": "Ada Lee"}).empty
    told = [("a", "phone", "+491701234567"), ("b", "phone", "+491701234567")]
    family = judged({"a": "Ann Lee", "b": "Ada Lee"}, told)
    assert family["logit"].iloc[0] == pytest.approx(-2.0)  # 6 - 8
    assert family["apart"].iloc[0]


def test_a_missing_name_is_no_obstacle_to_a_shared_number():
    told = [("a", "phone", "+491701234567"), ("b", "phone", "+491701234567")]
    assert judged({"a": "Ann Lee", "b": None}, told)["logit"].iloc[0] == pytest.approx(5.0)


@pytest.mark.parametrize("turned", [False, True])
def test_rows_of_a_linkedin_file_that_fit_share_the_odds(turned):
    people = {
        "in/1": {"name": "Ann Lee", "sources": LINKEDIN},
        "mail/a": {"name": "Ann Lee", "sources": GOOGLE},
        "in/2": {"name": "Ann Lee", "sources": LINKEDIN},
    }
    table = judged(dict(reversed(people.items())) if turned else people)
    assert len(table) == 2
    alone = math.exp(table["by_name"].iloc[0])
    # each fits as well as the other, so each has odds o / (1 + o)
    assert table["logit"].tolist() == pytest.approx([math.log(alone / (1 + alone))] * 2)
