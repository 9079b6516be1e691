"""The command: what it prints, and that no mistake of a user ends in a traceback."""

import re
import subprocess
import sys
import zipfile

import pytest

from netgraph.cli import main

HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = HEADER + "".join(f"Ann{i},Lee,,,Acme,Nurse,05 Mar 2024\n" for i in range(30))


def archive(path, **members):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in members.items():
            packed.writestr(name.replace("__", "/").replace("_csv", ".csv"), text)
    return path


@pytest.mark.parametrize("command", ["summary", "metrics", "people", "review", "changes"])
def test_an_empty_workspace_tells_what_to_do(command, capsys):
    assert main([command]) == 2
    told = capsys.readouterr().err
    assert "nobody is in the workspace yet. Import an export first: netgraph import FILE" in told


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


def test_debug_shows_the_traceback(tmp_path):
    with pytest.raises(ValueError, match="no such file"):
        main(["--debug", "summary", str(tmp_path / "missing.zip")])


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ([], "no command is named. Begin with: netgraph demo"),
        (["sumary"], "there is no command 'sumary'. Did you mean netgraph summary"),
        (["xyzzy"], "there is no command 'xyzzy'. All commands: netgraph --help."),
        (["gaps", "--limt", "3"], "netgraph gaps has no option --limt. Did you mean --limit"),
        (["people", "Ada"], "netgraph people takes no 'Ada' here. What there is: netgraph people"),
        (["gaps", "--by", "senority"], "--by is 'senority', which there is not. Did you mean sen"),
        (["referrals"], "netgraph referrals lacks TARGETS. "),
        (["week", "--minutes", "an hour"], "--minutes is 'an hour'. Give a number"),
        (["gaps", "--by", "decade", "--brokers"], "--brokers and --by exclude each other."),
        (["week", "--d", "--m"], "--minutes is followed by nothing"),
        (["week", "-o"], "--output is followed by nothing that it needs. Give --output FILE."),
        (["gaps", "--debug"], "It stands first: netgraph --debug"),
    ],
)
def test_a_mistake_in_the_command_is_told_as_all_others_are(arguments, says, capsys):
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    told = capsys.readouterr().err
    assert ended.value.code == 2
    assert told.startswith("netgraph: ")
    assert says in told
    assert "invalid choice" not in told
    assert told.count("\n") == 1


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
