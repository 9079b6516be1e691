"""`netgraph summary`: clusters, brokers and gaps, of files or of the workspace."""

import json

from netgraph.cli import main


def test_summary_prints_the_answers(connections, capsys):
    assert main(["summary", str(connections)]) == 0
    printed = capsys.readouterr().out
    assert "30 people; 1 group known by a shared employer alone;" in printed
    assert "Connections.csv" in printed
    assert "Acme" in printed


def test_summary_as_json(connections, capsys):
    assert main(["summary", str(connections), "--json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    assert answers["evidence"]["people"] == 30
    assert answers["clusters"][0]["label"] == "Acme"
    assert answers["files"][0]["rows"] == answers["files"][0]["kept"] == 30


def test_what_was_readable_is_shown_beside_what_was_not(connections, tmp_path, capsys):
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark and stormy night.\n", encoding="utf-8")
    assert main(["summary", str(connections), str(novel)]) == 2
    printed = capsys.readouterr()
    assert "30 people" in printed.out
    assert "novel.txt" in printed.err


def test_the_workspace_is_summed_up_where_no_file_is_named(connections, told):
    told("import", connections)
    assert told("summary", "--json")["evidence"]["people"] == 30


def test_a_file_that_is_named_is_not_kept(connections, told, workspace):
    told("summary", connections)
    assert not workspace.exists()


def test_files_and_a_workspace_are_not_both_shown(connections, run, workspace):
    status, printed, errors = run("summary", connections, "--workspace", workspace)
    assert (status, printed) == (2, "")
    assert "Import the files first: netgraph import" in errors


def test_names_are_printed_as_they_are(connections, told):
    rows = connections.read_text(encoding="utf-8").replace("Acme", "[red]Acme[/red]")
    connections.write_text(rows, encoding="utf-8")
    assert "[red]Acme[/red]" in told("summary", connections)
