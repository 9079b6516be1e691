"""`netgraph domains`: fields of work, and what titles say."""

import pytest


@pytest.mark.usefixtures("known")
def test_people_by_field(told):
    counted = {row["domain"]: row["people"] for row in told("domains", "--json")}
    assert (counted["HLTH"], counted["TRAD"], counted["LEGL"], counted["SOFT"]) == (1, 1, 1, 0)
    assert counted[None] == 2  # the two of the address book have no title
    printed = told("domains")
    assert "Law and compliance" in printed
    assert "33%" in printed
    assert "3 people of 5 with a known field" in printed
    assert "Nobody in: " in printed
    assert "2 without" in printed


def test_files_are_read_and_not_kept(told, connections, workspace):
    assert told("domains", connections, "--json")[0] == {
        "domain": "HLTH", "name": "Health care", "people": 30, "share": 1.0,
    }  # fmt: skip
    assert not workspace.exists()


@pytest.fixture
def odd(tmp_path, told):
    """Five people; three have titles that say nothing."""
    path = tmp_path / "Connections.csv"
    rows = ["Elm Bank,Member", "Fir,Grand Poobah", "Gum,Grand Poobah", "Ivy,Nurse", "Joy,"]
    path.write_text(
        "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
        + "".join(
            f"Ann{i},Lee,https://www.linkedin.com/in/ann{i},,{row},05 Mar 2024\n"
            for i, row in enumerate(rows)
        ),
        encoding="utf-8",
    )
    told("import", path)


@pytest.mark.usefixtures("odd")
def test_unmapped_titles_by_people(told):
    titles = told("domains", "--unmapped", "--json")
    assert [(t["title"], t["people"], t["hint"]) for t in titles] == [
        ("Grand Poobah", 2, ""),
        ("Member", 1, "FINA"),
    ]
    printed = told("domains", "--unmapped", "--limit", 1)
    assert "2 titles without a field; 1 shown" in printed
    assert "1 person without a field have no title" in printed
    assert "Member" not in printed


@pytest.mark.usefixtures("odd")
def test_a_title_is_set_for_all_who_have_it_and_taken_back(told):
    assert "no word in it names one" in told("domains", "--title", "grand poobah")
    said = told("domains", "--title", "grand poobah", "--set", "executive leadership and "
                "entrepreneurship", "--level", "X")  # fmt: skip
    assert "2 people have this title now" in said
    fields = {row["domain"]: row["people"] for row in told("domains", "--json")}
    assert fields["EXEC"] == 2
    assert "by your rule" in told("domains", "--title", "Grand Poobah")
    assert told("domains", "--title", "Grand Poobah", "--json")["domain_source"] == "you"
    told("undo")
    fields = {row["domain"]: row["people"] for row in told("domains", "--json")}
    assert fields["EXEC"] == 0


@pytest.mark.usefixtures("odd")
def test_a_pattern_counts_those_it_fits(told):
    assert "2 people have" in told("domains", "--title", "*poobah", "--set", "EXEC")


def test_a_title_is_told_without_anybody_being_known(told):
    assert told("domains", "--title", "Senior Data Engineer") == (
        'Data and analytics, by "data engineer"; nothing else is named. Level: Senior individual.\n'
    )
    assert told("domains", "--title", "Judge", "--json") == {
        "domain": "LEGL", "seniority": "P", "domain_phrase": "judge", "domain_margin": 1.0,
        "domain_source": "title", "people": 0,
        "says": 'Law and compliance, by "judge"; nothing else is named. Level: Professional.',
    }  # fmt: skip


def test_rules_of_ones_own_from_a_file(told, tmp_path, connections):
    rules = tmp_path / "own.yaml"
    rules.write_text("nurse: {domain: SCIE, seniority: S}\n", encoding="utf-8")
    assert told("domains", connections, "--rules", rules, "--json")[0]["domain"] == "SCIE"
    assert "Science" in told("domains", "--title", "Nurse", "--rules", rules)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--set", "SOFT"], "--set and --level are about one title"),
        (["--title", "Ninja", "--set", "MRKTG"], "Did you mean Marketing"),
        (["--title", "Ninja", "--level", "Seniro"], "names no seniority"),
        (["--title", " ", "--set", "SOFT"], "the title is empty"),
        (["--title", "Ninja", "--rules", "none.csv"], "none.csv"),
        (["--unmapped"], "nobody is in the workspace yet"),
    ],
)
def test_mistakes_are_told(run, arguments, said):
    status, _, errors = run("domains", *arguments)
    assert status == 2
    assert said in errors


def test_what_is_set_needs_a_workspace(run, connections):
    status, _, errors = run("domains", connections, "--title", "Nurse", "--set", "SOFT")
    assert status == 2
    assert "kept in the workspace" in errors


@pytest.mark.usefixtures("odd")
def test_rules_of_a_file_are_kept_and_taken_back(told, tmp_path):
    rules = tmp_path / "own.csv"
    rules.write_text("title,domain\ngrand poobah,EXEC\nmember,COMM\n", encoding="utf-8")
    assert "2 rules for titles kept" in told("domains", "--rules", rules, "--keep")
    assert told("domains", "--unmapped", "--json") == []
    told("undo")
    assert len(told("domains", "--unmapped", "--json")) == 2


def test_nothing_is_kept_without_a_file_of_rules(run):
    status, _, errors = run("domains", "--keep")
    assert status == 2
    assert "netgraph domains --rules FILE --keep" in errors


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("", "there is no title"),
        ("🚀", "it holds no letters"),
        ("инженер", "Cyrillic letters"),
        ("nurse " * 2000, "Only its first 400 characters are read"),
        ("\x1b nurse\x07", "Health care"),
    ],
)
def test_odd_titles_have_their_own_answers(told, title, said):
    printed = told("domains", "--title", title)
    assert said in printed
    assert "\x1b" not in printed
