"""The command: what it prints, and that no mistake of a user ends in a traceback."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile

import pytest

from netgraph.cli import main

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = HEADER + "".join(
    f"Ann{i},Lee,https://www.linkedin.com/in/ann{i},,{'Acme' if i < 4 else f'F{i}'},Nurse,"
    "05 Mar 2024\n"
    for i in range(30)
)


@pytest.fixture
def connections(tmp_path):
    path = tmp_path / "Connections.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def archive(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return path


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


def test_metrics_as_csv_and_by_name(connections, capsys):
    assert main(["metrics", str(connections), "--metric", "degree", "--metric", "constraint"]) == 0
    lines = capsys.readouterr().out.strip().splitlines()
    assert lines[0] == "person_id,name,degree,constraint"
    assert len(lines) == 1 + 30  # you are left out


def test_metrics_can_be_listed(capsys):
    assert main(["metrics", "--list"]) == 0
    listed = capsys.readouterr().out
    assert "constraint" in listed
    assert "Share of the shortest paths" in listed


@pytest.mark.parametrize("command", ["summary", "metrics", "people", "review", "changes"])
def test_an_empty_workspace_tells_what_to_do(command, capsys):
    assert main([command]) == 2
    told = capsys.readouterr().err
    assert "nobody is in the workspace yet. Import an export first: netgraph import FILE" in told


def test_an_unknown_metric_is_told_with_the_nearest(connections, capsys):
    assert main(["metrics", str(connections), "--metric", "constrain"]) == 2
    assert "'constraint'" in capsys.readouterr().err


def bad_inputs(folder):
    good = archive(folder / "whole.zip", Connections_csv=ROWS * 40).read_bytes()
    (folder / "truncated.zip").write_bytes(good[: len(good) // 2])
    archive(folder / "climbing.zip", **{"..____etc__passwd": "x"})
    archive(folder / "workbook.csv", **{"[Content_Types].xml": "x", "xl__workbook.xml": "y"})
    (folder / "empty.csv").write_bytes(b"")
    (folder / "header.csv").write_text(HEADER, encoding="utf-8")
    (folder / "noise.csv").write_bytes(bytes(range(256)) * 20)
    (folder / "novel.txt").write_text("It was a dark and stormy night.\n", encoding="utf-8")
    (folder / "folder").mkdir()
    return [*sorted(p for p in folder.iterdir() if p.stem != "whole"), folder / "missing.zip"]


def test_each_bad_input_is_one_paragraph_with_a_remedy_and_status_2(tmp_path, capsys):
    for path in bad_inputs(tmp_path):
        status = main(["summary", str(path)])
        printed = capsys.readouterr()
        assert status == 2, path.name
        assert printed.out.strip() == "", path.name
        told = printed.err.strip()
        assert told.startswith("netgraph: "), path.name
        assert path.name in told, told
        assert "Traceback" not in told
        assert re.search(r"\. [A-Z`]", told), f"no remedy: {told}"


def test_a_file_of_which_nothing_is_kept_tells_each_reason(tmp_path, capsys):
    cut = tmp_path / "cut.vcf"
    cut.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:Ann", encoding="utf-8")
    assert main(["summary", str(cut)]) == 2
    told = capsys.readouterr().err
    assert "cut.vcf, row 1: the card is not closed" in told


def test_a_port_that_does_not_exist_is_told(capsys):
    assert main(["demo", "--no-browser", "--port", "70000"]) == 2
    assert "port 70000 does not exist. Name one from 1 to 65535" in capsys.readouterr().err


def test_what_was_readable_is_shown_beside_what_was_not(connections, tmp_path, capsys):
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark and stormy night.\n", encoding="utf-8")
    assert main(["summary", str(connections), str(novel)]) == 2
    printed = capsys.readouterr()
    assert "30 people" in printed.out
    assert "novel.txt" in printed.err


def test_debug_shows_the_traceback(tmp_path):
    with pytest.raises(ValueError, match="no such file"):
        main(["--debug", "summary", str(tmp_path / "missing.zip")])


def test_help_needs_no_pandas():
    code = """
import sys
from netgraph.cli import main
try:
    main(["--help"])
except SystemExit:
    print("pandas" in sys.modules, "networkx" in sys.modules)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "False False"
    assert "netgraph demo" in done.stdout


@pytest.fixture
def demo():
    """The demo in a process of its own, on a port whose neighbour below is taken."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [
            sys.executable,
            "-m",
            "netgraph.cli",
            "demo",
            "--no-browser",
            "--port",
            str(port),
        ]
        process = subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ
        )
        address = None
        while address is None and (line := process.stdout.readline()):
            found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
            address = found and found.group()
        yield process, address, port
        process.kill()
        process.communicate()


def test_demo_moves_on_from_a_taken_port_and_ends_cleanly(demo):
    process, address, port = demo
    assert address, process.stderr.read()
    assert int(address.rpartition(":")[2]) > port
    assert b"netgraph" in urllib.request.urlopen(address).read()
    strange = urllib.request.Request(address, headers={"Host": "evil.example"})
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(strange)
    process.send_signal(signal.SIGINT)
    assert process.wait(timeout=20) == 0
    assert "Traceback" not in process.stderr.read()
