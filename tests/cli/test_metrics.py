"""`netgraph metrics`: a number for each person and metric."""

import csv

from netgraph.cli import main


def test_metrics_as_csv_and_by_name(connections, capsys):
    assert main(["metrics", str(connections), "--metric", "degree", "--metric", "constraint"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[0] == "person_id,name,degree,constraint"
    assert len(lines) == 1 + 30  # you are left out


def test_it_is_said_how_much_stands_behind_the_numbers(connections, capsys):
    assert main(["metrics", str(connections), "--metric", "degree"]) == 0
    assert "how sure: No tie among your 30 contacts was observed" in capsys.readouterr().err


def test_metrics_can_be_listed(capsys):
    assert main(["metrics", "--list"]) == 0
    listed = capsys.readouterr().out
    assert "constraint" in listed
    assert "Share of the shortest paths" in listed


def test_an_unknown_metric_is_told_with_the_nearest(connections, capsys):
    assert main(["metrics", str(connections), "--metric", "constrain"]) == 2
    assert "'constraint'" in capsys.readouterr().err


def test_the_workspace_is_measured_where_no_file_is_named(connections, told):
    told("import", connections)
    table = told("metrics", "--metric", "degree", "--json")
    assert len(table) == 30
    assert set(table[0]) == {"person_id", "name", "degree"}


def test_names_that_look_like_formulas_are_marked(connections, told):
    rows = connections.read_text(encoding="utf-8").replace("Ann1,Lee", "=1+1,Lee")
    connections.write_text(rows, encoding="utf-8")
    table = list(csv.DictReader(told("metrics", connections, "--metric", "degree").splitlines()))
    assert "'=1+1 Lee" in {row["name"] for row in table}
    assert told("metrics", connections, "--metric", "degree", "--json")[1]["name"] == "=1+1 Lee"


def test_metrics_are_listed_as_json(told):
    listed = {row["metric"]: row for row in told("metrics", "--list", "--json")}
    assert listed["constraint"]["family"] == "brokerage"


def test_what_did_not_count_is_said(connections, capsys):
    rows = connections.read_text(encoding="utf-8").replace(",Acme,Nurse", ",Acme,", 1)
    connections.write_text(rows, encoding="utf-8")
    assert main(["metrics", str(connections), "--metric", "blau_index"]) == 0
    assert "note: 'domain' is not known of 1 of 30 people" in capsys.readouterr().err
