"""Counts with the errors of reading titles taken out."""

import numpy as np
import pandas as pd
import pytest

import netgraph as ng
from netgraph.gaps._correction import _matrices, count_people, read_off_titles

LABELS = [*ng.DOMAINS, "UNK"]


def people_of(source="title", **counts):
    domains = [None if code == "UNK" else code for code, n in counts.items() for _ in range(n)]
    return pd.DataFrame(
        {"title": "t", "domain": domains, "domain_source": source},
        index=[f"p{i}" for i in range(len(domains))],
    )


def errors_of(titles=1000, **cells):
    """`titles` of each domain read rightly, but for cells such as SOFT_LEGL=250."""
    table = pd.DataFrame(np.diag([titles] * len(LABELS)), index=LABELS, columns=LABELS)
    for cell, count in cells.items():
        true, said = cell.split("_")
        table.loc[true, said] = count
        table.loc[true, true] -= count
    return table


def test_what_is_known_for_sure_is_left_as_it_is():
    counted = count_people(people_of("file", SOFT=30, LEGL=2))
    assert counted.people.shape == (1, 25)
    assert counted.people[0, list(ng.DOMAINS).index("LEGL")] == 2


def test_people_taken_for_another_field_are_given_back():
    # One in four developers is read as a lawyer, and no lawyer is there: 300 and 100 are read
    counted = count_people(people_of(SOFT=300, LEGL=100), errors_of(SOFT_LEGL=250))
    mean = pd.Series(counted.people.mean(axis=0), index=list(ng.DOMAINS))
    assert mean["LEGL"] < 20
    assert mean["SOFT"] > 375


def test_true_lawyers_stay_among_them():
    # 200 developers and 100 lawyers: 150 are read as developers, 150 as lawyers
    counted = count_people(people_of(SOFT=150, LEGL=150), errors_of(SOFT_LEGL=250))
    mean = pd.Series(counted.people.mean(axis=0), index=list(ng.DOMAINS))
    assert mean["LEGL"] == pytest.approx(100, abs=12)
    assert counted.trust[list(ng.DOMAINS).index("LEGL")] == pytest.approx(100 / 150, abs=0.08)


def test_counts_are_never_negative_and_everybody_is_somewhere():
    people = people_of(SOFT=40, LEGL=3, HLTH=1, UNK=9)
    counted = count_people(people, errors_of(SOFT_LEGL=250, LEGL_SOFT=250))
    assert (counted.people >= 0).all()
    assert (counted.total + counted.hidden == len(people)).all()


def test_a_field_that_is_seldom_recognised_gets_some_of_the_unread():
    # Half of all farmers' titles are not read: 20 read, so about 20 among the unread
    counted = count_people(people_of(SOFT=100, AGRI=20, UNK=20), errors_of(AGRI_UNK=500))
    mean = pd.Series(counted.people.mean(axis=0), index=list(ng.DOMAINS))
    assert mean["AGRI"] > 28
    assert counted.hidden.mean() < 12


def test_few_titles_leave_the_errors_uncertain():
    people = people_of(SOFT=300, LEGL=30)
    legal = list(ng.DOMAINS).index("LEGL")
    spread = [
        count_people(people, errors_of(titles, SOFT_LEGL=titles // 10)).people[:, legal].std()
        for titles in (20, 2000)
    ]
    assert spread[0] > 1.5 * spread[1]


def test_the_draws_are_repeatable():
    people = people_of(SOFT=40, LEGL=3)
    assert (count_people(people).people == count_people(people).people).all()


def test_only_titles_that_rules_read_can_be_misread():
    people = pd.DataFrame(
        {
            "title": ["t", "t", "t", None, "t"],
            "domain": ["SOFT", "SOFT", "SOFT", None, None],
            "domain_source": ["title", "you", "file", None, None],
        }
    )
    assert read_off_titles(people).tolist() == [True, False, False, False, True]
    by_phrase = people.drop(columns="domain_source").assign(domain_phrase=["x"] + [None] * 4)
    assert read_off_titles(by_phrase).tolist() == [True, False, False, False, True]


def test_people_who_were_never_classified_are_taken_as_they_are():
    people = people_of(SOFT=2, UNK=1).drop(columns="domain_source")
    assert not read_off_titles(people).any()
    assert count_people(people).hidden.tolist() == [1]


def test_titles_that_say_nothing_at_all_stay_hidden():
    counted = count_people(people_of(UNK=5))
    assert counted.people.sum() == 0
    assert counted.hidden.tolist() == [5]


@pytest.mark.parametrize("kind", ["any", "same"])
def test_fields_that_err_alike_lend_each_other_more_of_their_titles(kind):
    # Of 20 titles of each field 4 are misread: by every field differently, or all as the next one
    fields = list(ng.DOMAINS)
    table = pd.DataFrame(0, index=LABELS, columns=LABELS)
    for place, code in enumerate(fields):
        table.loc[code, code] = 16
        for step in range(1, 5):
            other = fields[(place + (5 * step + place if kind == "any" else 1)) % 25]
            table.loc[code, other if other != code else "UNK"] += 1
    weight = _matrices(table)[0].sum(axis=1)[0] - 20
    assert weight >= 32 if kind == "any" else weight <= 4


def test_no_title_to_learn_from_is_no_crash():
    assert np.isfinite(_matrices(pd.DataFrame(0, index=LABELS, columns=LABELS))).all()
