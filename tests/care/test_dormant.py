"""Dormant ties: the deep and silent are found, and those that open something come first."""

import json
from pathlib import Path
from urllib.parse import unquote

import pandas as pd
import pytest

import netgraph as ng
from tests.care import planted

EXAMPLE = Path(__file__).parents[2] / "data" / "example"
NOW = "2026-06-30"


def letters(person, first="2015-01-05", count=40, every="14D", kind="message"):
    """Two write in turns."""
    days = pd.date_range(first, periods=count, freq=every)
    return pd.DataFrame(
        {
            "source": ["ego", person] * (count // 2),
            "target": [person, "ego"] * (count // 2),
            "at": days,
            "kind": kind,
        }
    )


def contacts(*events, people=None, ties=(), tags=None):
    """The ego and four others, of whom one works with nobody."""
    table = pd.DataFrame(
        {
            "name": ["You", "Ann", "Bo", "Cy", "Di"],
            "domain": ["SOFT", "LEGL", "SOFT", "LEGL", "SOFT"],
            "company": ["Home", "Law LLP", "Acme", "Court", "Acme"],
        },
        index=["ego", "ann", "bo", "cy", "di"],
    )
    table["is_ego"] = table.index == "ego"
    table = table.assign(**(people or {}))
    table["tags"] = pd.Series(tags or {}, dtype="object")
    rows = pd.DataFrame(list(ties), columns=["source", "target", "kind"])
    talk = pd.concat(events, ignore_index=True) if events else pd.DataFrame()
    return ng.Contacts(people=table, ties=rows, interactions=talk)


def gaps(given, *lacking):
    """The verdict ``gap`` for some fields, ``covered`` for the rest."""
    table = ng.find_gaps(given)
    table["verdict"] = "covered"
    table.loc[list(lacking), "verdict"] = "gap"
    return table


def dormant(given, *lacking, **options):
    return ng.find_dormant(given, **{"now": NOW, "gaps": gaps(given, *lacking)} | options)


def test_who_opens_a_field_that_is_lacking_comes_first():
    given = contacts(letters("ann"), letters("bo"))
    table = dormant(given, "LEGL").set_index("person_id")
    assert table.index.tolist() == ["ann", "bo"]
    assert table.loc["ann", "depth_part"] == table.loc["bo", "depth_part"]
    assert table.loc["ann", "field"] > 0.9  # nobody else of the field is known
    assert table.loc["bo", "field"] == 0
    assert ng.DOMAINS["LEGL"] in table.loc["ann", "opens"]
    assert (
        table.loc["ann", "opens"]
        in ng.find_dormant(given, now=NOW, gaps=gaps(given, "LEGL")).attrs["says"]
    )


def test_the_score_is_what_the_docstring_says():
    given = contacts(letters("ann"))
    row = dormant(given).iloc[0]
    depth, alone = row["depth"], row["company"]
    assert alone == 1  # nobody else is known at the company, and there are no communities
    assert row["community"] == 0
    assert row["novelty_part"] == pytest.approx(0.25)
    assert row["depth_part"] == pytest.approx(depth / (depth + 12))
    assert row["score"] == pytest.approx(depth / (depth + 12) * 1.25 / 2)


def test_another_living_tie_takes_away_what_somebody_opens():
    alone = dormant(contacts(letters("ann")), "LEGL").iloc[0]
    alive = letters("cy", "2024-06-01", count=50, every="15D")
    beside = dormant(contacts(letters("ann"), alive), "LEGL").iloc[0]
    assert beside["field"] < 0.6 < alone["field"]
    graph = ng.build_graph(contacts(letters("ann"), alive))
    strength = graph["ego"]["cy"]["strength"] * graph["ego"]["cy"]["probability"]
    assert beside["field"] == pytest.approx(1 - strength)


def test_to_know_somebody_of_the_field_counts_half():
    known = contacts(letters("bo"), ties=[("bo", "cy", "introduction")])
    row = dormant(known, "LEGL").iloc[0]
    assert row["field"] == pytest.approx(0.5)
    assert "they know Cy" in row["opens"]
    inferred = contacts(letters("bo"))
    assert dormant(inferred, "LEGL").iloc[0]["field"] == 0


def test_a_community_that_is_hardly_reached_otherwise_is_named():
    given = contacts(letters("ann"), letters("bo"))
    clusters = pd.DataFrame(
        {"cluster": [1, 0, 1], "label": ["The court", "The firm", "The court"], "core": 1.0},
        index=pd.Index(["ann", "bo", "cy"], name="person_id"),
    ).astype({"cluster": "Int64"})
    table = dormant(given, clusters=clusters).set_index("person_id")
    assert table.loc["ann", "community"] == 1
    assert "The court (community), where you know nobody else" in table.loc["ann", "opens"]


def test_only_the_deep_and_long_silent_are_listed():
    shallow = letters("ann", count=8)
    lately = letters("bo", "2024-06-01")
    one_way = letters("cy").assign(source="ego", target="cy")
    table = dormant(contacts(shallow, lately, one_way))
    assert table.empty
    assert table.attrs["says"].startswith("No deep tie has fallen silent")
    assert table.attrs["needs"] is None


def test_without_an_exchange_or_with_a_short_past_nothing_is_known():
    bare = ng.find_dormant(contacts(ties=[("ego", "ann", "contact")]))
    assert bare.empty
    assert "not known from these files" in bare.attrs["says"]
    assert "messages.csv" in bare.attrs["needs"]
    short = ng.find_dormant(contacts(letters("ann", "2025-01-01")), now=NOW)
    assert "reach back to 2025-01-01" in short.attrs["says"]
    assert short.attrs["needs"]
    assert ng.find_dormant(ng.Contacts()).empty


def test_what_was_written_for_each_other_is_recalled():
    praise = pd.DataFrame(
        {"source": "ann", "target": "ego", "at": [pd.Timestamp("2016-02-03")],
         "kind": "recommendation"}
    )  # fmt: skip
    given = contacts(letters("ann"), praise)
    row = dormant(given).iloc[0]
    assert "they wrote you a recommendation in 2016" in row["why"]
    assert "ask for nothing yet" in row["what_to_do"]
    assert ("interactions", 40) in row["evidence"]
    for table, label in row["evidence"]:
        assert label in getattr(given, table).index


def settle(state, at="2026-06-15", until=None):
    return pd.DataFrame(
        {"person_id": ["ann"], "what": "dormant", "state": state, "at": pd.to_datetime([at]),
         "until": pd.to_datetime([until])}
    )  # fmt: skip


def test_who_was_settled_rests_and_comes_back():
    given = contacts(letters("ann"))
    for state in ("done", "skipped"):
        table = dormant(given, settled=settle(state))
        assert table.empty
        assert table.attrs["says"] == "The one dormant tie is set aside for now."
        assert len(dormant(given, settled=settle(state, at="2025-06-01"))) == 1
    assert dormant(given, settled=settle("snoozed", until="2026-07-01")).empty
    assert len(dormant(given, settled=settle("snoozed", until="2026-06-01"))) == 1
    follow_up = settle("done").assign(what="follow_up")
    assert len(dormant(given, settled=follow_up)) == 1


def test_who_is_hidden_is_never_suggested():
    given = contacts(letters("ann"), tags={"ann": "hidden from suggestions"})
    assert dormant(given).empty


def test_relations_stand_beside_and_at_most_so_many_rows_are_given():
    given = contacts(letters("ann"), letters("bo"), letters("cy"))
    relations = pd.DataFrame(
        {"person_id": ["ann"], "relation": "mentor", "present": False, "grade": "stated"}
    )
    table = dormant(given, relations=relations)
    assert table.set_index("person_id")["relation"].dropna().to_dict() == {"ann": "mentor"}
    assert len(dormant(given, most=2)) == 2
    assert dormant(given, most=2).attrs["dormant"] == 3


def test_the_planted_dormant_of_the_example_are_found_and_nobody_else(example):
    given = example
    truth = json.loads((EXAMPLE / "truth.json").read_text(encoding="utf-8"))["dormant"]
    profiles = given.identifiers.query("kind == 'linkedin'")
    person = pd.Series(profiles["person_id"].to_numpy(), profiles["value"].map(unquote))
    found = set(ng.find_dormant(given, most=100)["person_id"])
    hits = len(found & set(person[truth]))
    assert hits >= 0.9 * len(truth)
    assert hits >= 0.9 * len(found)


@pytest.mark.parametrize("seed", range(6))
def test_the_planted_dormant_of_random_networks_are_found_and_nobody_else(seed):
    given, truth = planted.network(seed)
    found = set(ng.find_dormant(given, most=100)["person_id"])
    hits = len(found & truth["dormant"])
    assert hits >= 0.9 * len(truth["dormant"])
    assert hits >= 0.9 * len(found)
