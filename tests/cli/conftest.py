"""A workspace of its own for each test, and small exports to put into it."""

import io
import json

import pytest

from netgraph.cli import main

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
OLDER = (
    HEADER
    + """Annabel,Leeward,https://www.linkedin.com/in/annabel,,Acme,Nurse,05 Mar 2024
Bodo,Sampleman,https://www.linkedin.com/in/bodo,,Beta,Baker,06 Mar 2024
Cyra,Testwell,https://www.linkedin.com/in/cyra,cyra@example.com,Gamma,Judge,07 Mar 2024
"""
)
NEWER = OLDER.replace("Gamma", "Omega").replace("Bodo,Sampleman", "Dora,Mockford").replace(
    "in/bodo", "in/dora"
)  # fmt: skip
BOOK = """Name,Email,Company,Title
Annabel Leeward,annabel@example.com,,
Bodo Sampleman,bodo@example.org,Delta,
"""


@pytest.fixture(autouse=True)
def workspace(tmp_path, monkeypatch):
    """The file that commands use here; the user's own is never touched."""
    path = tmp_path / "kept" / "network.db"
    monkeypatch.setenv("NETGRAPH_WORKSPACE", str(path))
    return path


@pytest.fixture
def exports(tmp_path):
    """Two exports of one account, and an address book that may know two of the same people."""
    files = {"2024-03-08/Connections.csv": OLDER, "2024-09-01/Connections.csv": NEWER}
    for name, text in (files | {"book.csv": BOOK}).items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


class Typed(io.StringIO):
    """What a user types, on a terminal or into a pipe."""

    def __init__(self, text, *, terminal):
        super().__init__(text)
        self.terminal = terminal

    def isatty(self):
        return self.terminal


@pytest.fixture
def run(capsys, monkeypatch):
    """Run a command as a user would; gives status, output and what stood on the error stream."""

    def command(*arguments, typed="", terminal=False):
        monkeypatch.setattr("sys.stdin", Typed(typed, terminal=terminal))
        status = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.err
        return status, printed.out, printed.err

    return command


@pytest.fixture
def told(run):
    """Run a command that goes well; gives what it printed."""

    def command(*arguments, typed="", terminal=False):
        status, printed, errors = run(*arguments, typed=typed, terminal=terminal)
        assert status == 0, errors
        return json.loads(printed) if "--json" in arguments else printed

    return command


@pytest.fixture
def known(exports, told):
    """The older export and the address book are in the workspace."""
    told("import", exports / "2024-03-08" / "Connections.csv", exports / "book.csv")


@pytest.fixture
def connections(tmp_path):
    """Thirty connections, four of them at one company."""
    path = tmp_path / "Connections.csv"
    rows = "".join(
        f"Ann{i},Lee,https://www.linkedin.com/in/ann{i},,{'Acme' if i < 4 else f'F{i}'},Nurse,"
        "05 Mar 2024\n"
        for i in range(30)
    )
    path.write_text(HEADER + rows, encoding="utf-8")
    return path
