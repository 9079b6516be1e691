"""`netgraph export`: plain files."""

import json

import networkx as nx
import pytest


@pytest.mark.usefixtures("known")
def test_a_folder_of_tables_from_the_workspace(told, tmp_path):
    printed = told("export", "-o", tmp_path / "out")
    assert len(printed.splitlines()) == 11
    assert "Cyra Testwell" in (tmp_path / "out" / "people.csv").read_text(encoding="utf-8-sig")


def test_files_can_be_exported_without_being_kept(exports, told, tmp_path, workspace):
    told("export", exports / "book.csv", "-o", tmp_path / "all.json")
    tables = json.loads((tmp_path / "all.json").read_text(encoding="utf-8"))
    assert [p["name"] for p in tables["people"]][1:] == ["Annabel Leeward", "Bodo Sampleman"]
    assert not workspace.exists()


@pytest.mark.usefixtures("known")
def test_the_network_for_gephi(told, tmp_path):
    told("export", "-o", tmp_path / "network.gexf")
    assert "in/cyra" in nx.read_gexf(tmp_path / "network.gexf")


@pytest.mark.usefixtures("known")
def test_a_format_that_is_not_known(run, tmp_path):
    status, _, errors = run("export", "-o", tmp_path / "out.docx")
    assert status == 2
    assert "contacts are not written as .docx. Name a folder" in errors
