"""The table of everybody."""

import pandas as pd

import netgraph as ng
from netgraph_dashboard.people_table import build, dates, tie_counts
from netgraph_dashboard.session import Session


def test_everybody_but_you_has_a_row(session):
    assert sorted(session.people.index) == [
        "ada", "aki", "ale", "ann", "bea", "ben", "bix", "bob",
    ]  # fmt: skip


def test_ties_to_you_do_not_count(session):
    counts = tie_counts(session)
    assert counts.loc["ada", "degree"] == 4  # three of her circle, and Bea
    assert counts.loc["ann", "degree"] == 3


def test_observed_and_inferred_ties_add_up(office):
    counts = tie_counts(Session(office))
    assert counts.loc["ann"].tolist() == [2, 0, 2]  # Bo and Cy, both by introductions
    # Bo and Cy both work at Acme, and no file says that they know each other
    assert counts.loc["bo"].tolist() == [1, 1, 2]
    assert counts.loc["dee"].tolist() == [0, 0, 0]


def test_the_last_exchange_is_the_latest_of_both_directions(star):
    said = pd.DataFrame(
        {
            "source": ["ego", "ann", "bo"],
            "target": ["ann", "ego", "cy"],
            "at": pd.to_datetime(["2024-01-05", "2024-03-01", "2025-01-01"]),
            "kind": "message",
        }
    )
    contacts = ng.Contacts(people=star.people, ties=star.ties, interactions=said)
    last = dates(contacts)["last_at"]
    assert last["ann"] == pd.Timestamp("2024-03-01")
    assert last.reindex(["bo", "cy"]).isna().all()  # what they wrote to each other is not yours


def test_who_left_an_export_is_shown_with_what_it_told_last(star):
    told = {"last_company": "Acme", "last_title": None, "last_told": "2024-03-06"}
    people = star.people.assign(
        **{column: pd.Series({"ann": cell}, dtype="str") for column, cell in told.items()}
    )
    table = build(Session(ng.Contacts(people=people, ties=star.ties)))
    assert table.loc["ann", "company"] == "formerly Acme (told on 2024-03-06)"
    assert pd.isna(table.loc["ann", "title"])
    assert not table["company"].drop("ann").str.startswith("formerly", na=False).any()
