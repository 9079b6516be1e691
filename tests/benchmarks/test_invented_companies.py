"""The invented spellings of companies: their truth, and what the rules make of them."""

from collections import Counter

from _invented_companies import invented_companies

import netgraph as ng


def pairs(groups):
    return sum(n * (n - 1) // 2 for n in Counter(groups).values())


def test_each_company_stands_among_its_own_spellings():
    told = invented_companies(600)
    assert set(told.values()) <= set(told)
    assert max(Counter(told.values()).values()) > 2


def test_the_keys_part_and_join_as_the_truth_does():
    truth = invented_companies(1_200)
    keys = {name: ng.company_key(name) for name in truth}
    true, said = pairs(truth.values()), pairs(keys.values())
    both = pairs((truth[name], keys[name]) for name in truth)
    assert both / said >= 0.99
    assert both / true >= 0.92
