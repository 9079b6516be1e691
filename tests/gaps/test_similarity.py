"""How near fields of work are to each other."""

from importlib.resources import files

import numpy as np
import pandas as pd

import netgraph as ng

PAIRS = pd.read_csv(files("netgraph.gaps") / "similarity.tsv", sep="\t")


def test_it_is_symmetric_and_one_with_oneself():
    near = ng.domain_similarity()
    assert near.index.tolist() == near.columns.tolist() == list(ng.DOMAINS)
    assert (near == near.T).all(axis=None)
    assert (np.diag(near) == 1).all()


def test_each_pair_stands_once_with_a_step_and_a_reason():
    pairs = PAIRS.apply(lambda row: frozenset(row[["one", "two"]]), axis=1)
    assert pairs.is_unique
    assert (pairs.map(len) == 2).all()
    assert set(PAIRS["similarity"]) == {0.6, 0.4, 0.2}
    assert PAIRS["why"].str.len().min() >= 5
    assert set(PAIRS["one"]) | set(PAIRS["two"]) == set(ng.DOMAINS)


def test_a_caller_cannot_change_it():
    near = ng.domain_similarity()
    near.loc["SOFT", "LEGL"] = 1
    assert ng.domain_similarity().loc["SOFT", "LEGL"] == 0
