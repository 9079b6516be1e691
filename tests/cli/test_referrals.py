"""`netgraph referrals`: a list of companies in, whom to ask out."""

import pandas as pd
import pytest

TARGETS = "company\nACME Inc.\nEpic\nacme\nBeta\n"


@pytest.fixture
def targets(tmp_path):
    (tmp_path / "targets.csv").write_text(TARGETS, encoding="utf-8")
    return tmp_path / "targets.csv"


@pytest.mark.usefixtures("known")
def test_each_company_with_whom_to_ask(told, targets):
    printed = told("referrals", targets)
    assert "Annabel Leeward" in printed
    assert "Of 3 companies: at 2 somebody whom you know works there; at 1 nobody is known." in (
        printed
    )
    assert "1 row of the list left out: empty, or named above." in printed


@pytest.mark.usefixtures("known")
def test_as_json(told, targets):
    answer = told("referrals", targets, "--json")
    rows = {row["company"]: row for row in answer["rows"]}
    assert rows["ACME Inc."]["status"] == "works there"
    assert rows["ACME Inc."]["route"] == ["ego", "in/annabel"]
    assert rows["Epic"]["status"] == "nobody known"
    assert answer["skipped"] == 1


def test_the_sheet_holds_no_formula(told, targets, tmp_path):
    (tmp_path / "Connections.csv").write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        "Ann,Lee,https://www.linkedin.com/in/ann,,Acme,=1+1,05 Mar 2024\n",
        encoding="utf-8",
    )
    printed = told("referrals", targets, tmp_path / "Connections.csv", "-o", tmp_path / "out.csv")
    assert printed.endswith("out.csv\n")
    sheet = pd.read_csv(tmp_path / "out.csv")
    assert sheet["title"].iloc[0] == "'=1+1"
    assert sheet["way"].iloc[0] == "You > Ann Lee"
    assert sheet["status"].tolist() == ["works there", "nobody known", "nobody known"]


@pytest.mark.usefixtures("known")
def test_mistakes_end_with_one_paragraph(run, targets, tmp_path):
    assert run("referrals", tmp_path / "none.csv")[0] == 2
    status, _, errors = run("referrals", targets, "-o", tmp_path)
    assert status == 2
    assert "cannot be written" in errors
