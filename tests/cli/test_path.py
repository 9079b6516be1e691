"""`netgraph path`: whom to ask, for a person, a company or a field of work."""

import pytest

INTRODUCTIONS = """introducer,introduced,introduced_to,date,outcome
Cyra Testwell,Zoe Farwell,Annabel Leeward,2024-04-01,met
"""


@pytest.fixture
def network(tmp_path, told):
    """You know Cyra, and Cyra knows Zoe."""
    (tmp_path / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Cyra,Testwell,https://www.linkedin.com/in/cyra,cyra@example.com,Gamma,Judge,07 Mar 2024\n"
        "Annabel,Leeward,https://www.linkedin.com/in/annabel,,Acme,Nurse,05 Mar 2024\n",
        encoding="utf-8",
    )
    (tmp_path / "introductions.csv").write_text(INTRODUCTIONS, encoding="utf-8")
    told("import", tmp_path / "Connections.csv", tmp_path / "introductions.csv")
    return tmp_path


@pytest.mark.usefixtures("network")
def test_the_way_over_one_who_knows_them(told):
    printed = told("path", "--person", "Zoe Farwell")
    assert printed.startswith("Ask Cyra Testwell for an introduction to Zoe Farwell (")
    assert "1. You > Cyra Testwell > Zoe Farwell: " in printed
    assert "Cyra Testwell - Zoe Farwell (" in printed
    assert "brought together by an introduction" in printed
    assert "Chances: assumed: 1 of your introductions has an outcome, 30 are needed." in printed


@pytest.mark.usefixtures("network")
def test_that_it_is_passed_on_and_that_it_leads_to_something_are_told_apart(told):
    printed = told("path", "--person", "Zoe Farwell")
    assert "passed on" in printed
    assert "Once made, an introduction leads to something: 70%" in printed
    own = told("path", "--person", "Cyra Testwell")  # nobody introduces
    assert "Once made" not in own.split("2. ")[0]


@pytest.mark.usefixtures("network")
def test_how_sure_the_chances_are(told):
    printed = told("path", "--person", "Zoe Farwell", "--how-sure")
    assert "Past introductions: what was foretold, and what came" in printed
    assert "100%, likely between" in printed  # one of one
    answer = told("path", "--person", "Zoe Farwell", "--how-sure", "--json")
    [row] = answer["calibration"]
    assert (row["asked"], row["succeeded"]) == (1, 1)
    assert answer["scores"][0]["by"] == "assumed"
    assert "calibration" not in told("path", "--person", "Zoe Farwell", "--json")


def test_without_an_outcome_it_is_said_that_none_is_known(network, told):
    printed = told("path", "--company", "Gamma", "--how-sure", network / "Connections.csv")
    assert "No outcome of an introduction is known yet." in printed


@pytest.mark.usefixtures("network")
def test_the_way_as_json(told):
    answer = told("path", "--person", "Zoe", "--ways", 1, "--json")
    assert answer["status"] == "found"
    [way] = answer["ways"]
    assert way["names"] == ["You", "Cyra Testwell", "Zoe Farwell"]
    assert answer["matched"] == [way["target"]]
    assert 0 < way["low"] < way["probability"] < way["high"] < 1


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    "asked",
    [("--to", "Legal"), ("--to", "judge"), ("--company", "gamma"), ("--title", "judge"),
     ("--person", "cyra@example.com"), ("--to", "Law", "--company", "Gamma")],
)  # fmt: skip
def test_a_field_a_title_a_company_or_an_address(told, asked):
    answer = told("path", *asked, "--json")
    assert answer["status"] == "you know them"
    assert answer["known"] == ["in/cyra"]


@pytest.mark.usefixtures("network")
def test_nobody_known_is_an_answer(told):
    assert told("path", "--company", "Epic") == (
        "No path known: Nobody else in this network is known to work at Epic.\n"
    )


def test_files_can_be_named(network, told):
    printed = told("path", "--person", "Zoe", network / "introductions.csv")
    assert "Zoe Farwell" in printed
    assert "No path" in printed  # in this file you know nobody


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ((), "nobody is asked for. Give --to, --company, --person or --title."),
        (("--to", "Wizardry"), "'Wizardry' names no domain"),
        (("--person", "Zoee Farwell"), "Perhaps you mean 'Zoe Farwell' ["),
        (("--person", "Zoe", "--ways", "0"), "k is 0"),
    ],
)
def test_mistakes_end_with_one_paragraph(run, asked, message):
    status, printed, errors = run("path", *asked)
    assert status == 2
    assert not printed
    assert message in errors
