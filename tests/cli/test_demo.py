"""`netgraph demo` and `netgraph dashboard`: what is shown, and from where."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

from netgraph.cli import main


@pytest.fixture
def heeding_interrupts():
    """Undo what a shell does to its jobs in the background: they and theirs hear no Ctrl-C."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def demo(heeding_interrupts):  # noqa: ARG001 - the process inherits it
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
    assert process.wait(timeout=60) == 0
    assert "Traceback" not in process.stderr.read()


def test_a_port_that_does_not_exist_is_told(capsys):
    assert main(["demo", "--no-browser", "--port", "70000"]) == 2
    assert "port 70000 does not exist. Name one from 1 to 65535" in capsys.readouterr().err


@pytest.fixture
def shown(monkeypatch):
    """What the dashboard was opened on."""
    seen = {}

    def serve(workspace, **options):
        seen.update(options, path=workspace.path, people=len(workspace.contacts.people) - 1)

    monkeypatch.setattr("netgraph_dashboard.server.serve", serve)
    return seen


def test_files_are_shown_and_not_kept(connections, told, shown, workspace):
    told("dashboard", connections, "--no-browser")
    assert (shown["path"], shown["people"], shown["browser"]) == (None, 30, False)
    assert not workspace.exists()


@pytest.mark.usefixtures("known")
def test_without_files_the_workspace_is_shown(told, shown, workspace):
    told("dashboard", "--port", 9000)
    assert (shown["path"], shown["people"], shown["port"]) == (workspace, 5, 9000)


def test_an_empty_workspace_is_shown_too(told, shown, workspace):
    told("dashboard")
    assert (shown["path"], shown["people"]) == (workspace, -1)


def test_files_with_a_workspace_are_kept_there(connections, told, shown, tmp_path):
    told("dashboard", connections, "--workspace", tmp_path / "own.db")
    assert (shown["path"], shown["people"]) == (tmp_path / "own.db", 30)
    assert len(told("people", "--workspace", tmp_path / "own.db", "--json", "--limit", 99)) == 30


def test_files_with_nobody_in_them_are_an_error(tmp_path, run, shown):
    empty = tmp_path / "book.csv"
    empty.write_text("Name,Email\n,\n", encoding="utf-8")
    status, _, errors = run("dashboard", empty)
    assert status == 2
    assert "nobody is named in" in errors
    assert shown == {}


def test_the_example_is_shown_as_one(told, shown, workspace):
    told("demo")
    assert shown["example"]
    assert shown["people"] > 800
    assert not workspace.exists()
