"""A summary as tables: who is listed among the brokers, and how a rank is told."""

import io

import pandas as pd
from rich.console import Console

from netgraph.terminal import _print_brokers


def told(brokers):
    console = Console(file=io.StringIO(), width=200)
    _print_brokers(console, brokers)
    return console.file.getvalue()


def brokers(*reached):
    rows = range(1, len(reached) + 1)
    return pd.DataFrame(
        {
            "name": [f"Person {row}" for row in rows],
            "label": None,
            "rank": rows,
            "rank_low": [1] * len(reached),
            "rank_high": rows,
            "degree": 7,
            "clusters_reached": reached,
            "evidence": 1.0,
        }
    )


def test_who_reaches_one_cluster_is_no_broker():
    text = told(brokers(3, 2, 1))
    assert "Person 2" in text
    assert "Person 3" not in text
    assert "1 to 2" in text  # the rank of the second; that of the first is 1 alone
    assert "1 to 1" not in text


def test_nobody_who_connects_is_said():
    assert "nobody is tied to more than one cluster" in told(brokers(1, 1))
