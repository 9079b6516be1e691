"""Plain files out of contacts and graphs: safe in a spreadsheet, and readable again."""

import csv
import json
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest

import netgraph as ng
from netgraph.contacts import SCHEMA


@pytest.fixture
def contacts():
    people = {
        "ego": ("Olivia Example", None, True),
        "in/ann": ("Ann Lee", "Acme; =1+1", False),
        "mail/bo@example.com": ('=HYPERLINK("http://example.com","Bo")', "@home", False),
        "name/-cy": ("-Cy", "Größe & Söhne", False),
    }
    return ng.Contacts(
        people=pd.DataFrame.from_dict(
            people, orient="index", columns=["name", "company", "is_ego"]
        ),
        identifiers=pd.DataFrame(
            [
                ("in/ann", "linkedin", "https://www.linkedin.com/in/ann"),
                ("in/ann", "phone", "+49301234567"),
                ("in/ann", "email", "ann@example.com"),
                ("in/ann", "email", "lee@example.com"),
                ("mail/bo@example.com", "email", "bo@example.com"),
            ],
            columns=["person_id", "kind", "value"],
        ),
        ties=pd.DataFrame(
            [
                ("ego", "in/ann", "contact", pd.Timestamp("2024-03-05"), -0.5),
                ("in/ann", "mail/bo@example.com", "edge", pd.NaT, 2.0),
            ],
            columns=["source", "target", "kind", "since", "weight"],
        ),
    )


def cells(path):
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def test_a_folder_holds_a_file_for_each_table(contacts, tmp_path):
    files = ng.write(contacts, tmp_path / "new" / "folder")
    assert [file.name for file in files] == [f"{table}.csv" for table in SCHEMA]
    assert sorted(tmp_path.rglob("*")) == sorted([tmp_path / "new", files[0].parent, *files])


def test_people_stand_with_their_addresses(contacts, tmp_path):
    ng.write(contacts, tmp_path)
    ann = cells(tmp_path / "people.csv")[1]
    assert (ann["person_id"], ann["name"]) == ("in/ann", "Ann Lee")
    assert ann["email"] == "ann@example.com; lee@example.com"
    assert ann["linkedin"] == "https://www.linkedin.com/in/ann"
    assert ann["title"] == ""  # unknown is an empty cell


def test_ties_name_both_and_say_who_they_are(contacts, tmp_path):
    ng.write(contacts, tmp_path)
    first, second = cells(tmp_path / "ties.csv")
    assert (first["source"], first["target"]) == ("me", "Ann Lee")
    assert (first["source_person"], first["target_person"]) == ("ego", "in/ann")
    assert (first["source_id"], first["target_id"]) == ("", "https://www.linkedin.com/in/ann")
    assert second["target_id"] == "bo@example.com"
    assert first["since"] == "2024-03-05"


def test_text_that_looks_like_a_formula_is_marked_and_numbers_are_not(contacts, tmp_path):
    ng.write(contacts, tmp_path)
    people = cells(tmp_path / "people.csv")
    assert people[1]["phone"] == "'+49301234567"
    assert people[2]["name"] == '\'=HYPERLINK("http://example.com","Bo")'
    assert people[2]["company"] == "'@home"
    assert people[3]["name"] == "'-Cy"
    assert cells(tmp_path / "ties.csv")[0]["weight"] == "-0.5"


def test_spreadsheets_know_the_letters_and_the_cells(contacts, tmp_path):
    ng.write(contacts, tmp_path)
    written = (tmp_path / "people.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    # in quotes, so that a spreadsheet that parts cells at ";" sees no cell "=1+1"
    assert b'"Acme; =1+1"' in written
    assert "Größe & Söhne".encode() in written


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_each_start_of_a_formula_is_escaped_everywhere(start):
    table = pd.DataFrame({f"{start}head": [f"{start}cell", "a=b"]}, index=[f"{start}row", "b"])
    escaped = ng.escape_formulas(table)
    assert escaped.columns.tolist() == [f"'{start}head"]
    assert escaped.index.tolist() == [f"'{start}row", "b"]
    assert escaped.iloc[:, 0].tolist() == [f"'{start}cell", "a=b"]
    assert table.iloc[0, 0] == f"{start}cell"  # what was given is as it was


def test_numbers_dates_and_empty_cells_are_not_escaped():
    table = pd.DataFrame(
        {
            "n": [-1, -2],
            "x": [-0.5, None],
            "when": pd.to_datetime(["2024-01-01", None]),
            "mixed": pd.Series([-3, "-3"], dtype="object"),
            "unknown": pd.Series([None, "-"], dtype="str"),
        }
    )
    escaped = ng.escape_formulas(table)
    pd.testing.assert_frame_equal(escaped[["n", "x", "when"]], table[["n", "x", "when"]])
    assert escaped["mixed"].tolist() == [-3, "'-3"]
    assert escaped["unknown"].isna().tolist() == [True, False]


def test_a_table_with_two_columns_of_one_name_keeps_both():
    table = pd.DataFrame([["-a", "b"]], columns=["x", "x"])
    assert ng.escape_formulas(table).to_numpy().tolist() == [["'-a", "b"]]


def test_people_and_ties_can_be_read_again(contacts, tmp_path):
    ng.write(contacts, tmp_path)
    again = ng.read(tmp_path / "people.csv", tmp_path / "ties.csv")
    assert {"Ann Lee", "Größe & Söhne"} <= set(again.people["name"]) | set(again.people["company"])
    known = set(zip(again.identifiers["kind"], again.identifiers["value"], strict=True))
    assert known >= {
        ("email", "ann@example.com"),
        ("email", "lee@example.com"),
        ("phone", "+49301234567"),
        ("linkedin", "https://www.linkedin.com/in/ann"),
    }
    edges = again.ties[again.ties["kind"] == "edge"]
    assert ("in/ann", "mail/bo@example.com") in set(
        zip(edges["source"], edges["target"], strict=True)
    )


def test_contacts_as_json(contacts, tmp_path):
    [file] = ng.write(contacts, tmp_path / "all.json")
    tables = json.loads(file.read_text(encoding="utf-8"))
    assert list(tables) == list(SCHEMA)
    assert tables["people"][1]["person_id"] == "in/ann"
    assert tables["people"][2]["name"].startswith("=HYPERLINK")  # no spreadsheet reads JSON
    assert tables["ties"][0]["since"].startswith("2024-03-05")
    assert tables["ties"][1]["since"] is None


@pytest.mark.parametrize(
    ("ending", "read"), [(".gexf", nx.read_gexf), (".graphml", nx.read_graphml)]
)
def test_graphs_as_xml(contacts, tmp_path, ending, read):
    graph = ng.build_graph(contacts)
    graph.nodes["in/ann"]["title"] = "a\x0bb\x00"  # signs that XML cannot hold
    [file] = ng.write(graph, tmp_path / f"network{ending}")
    again = read(file)
    assert set(again) == set(graph)
    assert again.nodes["in/ann"]["name"] == "Ann Lee"
    assert again.nodes["in/ann"]["title"] == "a b "
    assert again.edges["ego", "in/ann"]["weight"] == graph.edges["ego", "in/ann"]["weight"]
    assert graph.nodes["in/ann"]["title"] == "a\x0bb\x00"


def test_graphs_as_json(contacts, tmp_path):
    graph = ng.build_graph(contacts)
    [file] = ng.write(graph, tmp_path / "network.json")
    again = nx.node_link_graph(json.loads(file.read_text(encoding="utf-8")), edges="links")
    assert dict(again.nodes) == dict(graph.nodes)
    assert set(again.edges) == set(graph.edges)


@pytest.mark.parametrize("name", ["people.xlsx", "people.gexf"])
def test_contacts_have_no_such_format(contacts, tmp_path, name):
    with pytest.raises(ng.ExportError, match=r"not written as .*folder for CSV"):
        ng.write(contacts, tmp_path / name)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["network", "network.csv"])
def test_a_graph_has_no_such_format(contacts, tmp_path, name):
    with pytest.raises(ng.ExportError, match=r"ends in \.gexf"):
        ng.write(ng.build_graph(contacts), tmp_path / name)


def test_a_place_that_cannot_be_written_is_told(contacts, tmp_path):
    taken = tmp_path / "taken"
    taken.write_text("a file", encoding="utf-8")
    with pytest.raises(ng.ExportError, match=r"taken: it cannot be written.*another place"):
        ng.write(contacts, taken)
    assert taken.read_text(encoding="utf-8") == "a file"


def test_a_write_that_fails_leaves_the_old_file(contacts, tmp_path, monkeypatch):
    ng.write(contacts, tmp_path)
    before = (tmp_path / "people.csv").read_bytes()

    def fail(_table, path, **_options):
        Path(path).write_text("half", encoding="utf-8")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pd.DataFrame, "to_csv", fail)
    with pytest.raises(ng.ExportError, match="No space left"):
        ng.write(contacts, tmp_path)
    assert (tmp_path / "people.csv").read_bytes() == before
    assert not list(tmp_path.glob(".*"))
