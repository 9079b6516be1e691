"""`netgraph people`: whom you know, and finding them."""

import pytest


@pytest.mark.usefixtures("known")
def test_everybody_by_name(told):
    people = told("people", "--json")
    assert [p["name"] for p in people] == [
        "Annabel Leeward",
        "Annabel Leeward",
        "Bodo Sampleman",
        "Bodo Sampleman",
        "Cyra Testwell",
    ]
    assert people[-1]["person_id"] == "in/cyra"
    printed = told("people")
    assert "Cyra Testwell" in printed
    assert "5 people." in printed
    assert "Tags" not in printed  # nobody has any


@pytest.mark.usefixtures("known")
def test_a_limit_says_that_there_are_more(told):
    printed = told("people", "--limit", 1)
    assert "Cyra" not in printed
    assert "5 people; 1 shown. For more: --limit 5" in printed


@pytest.mark.usefixtures("known")
def test_find_by_parts_of_what_is_known(told):
    assert [p["person_id"] for p in told("people", "--find", "testw gam", "--json")] == ["in/cyra"]
    assert told("people", "--find", "cyra@example", "--json")[0]["person_id"] == "in/cyra"


@pytest.mark.usefixtures("known")
def test_find_counts_beyond_the_limit(told):
    assert "2 people; 1 shown" in told("people", "--find", "leeward", "--limit", 1)


@pytest.mark.usefixtures("known")
def test_nobody_fits(told):
    assert told("people", "--find", "zzz") == (
        "Nobody fits 'zzz'. Fewer or shorter words find more.\n"
    )
    assert told("people", "--find", "zzz", "--json") == []


@pytest.mark.parametrize("text", ["", "  "])
@pytest.mark.usefixtures("known")
def test_an_empty_text_finds_everybody(told, text):
    assert told("people", "--find", text) == told("people")


@pytest.mark.usefixtures("known")
def test_where_nobody_fits_the_nearest_names_are_told(told):
    printed = told("people", "--find", "Anabel Leward")
    assert printed.startswith("Nobody fits 'Anabel Leward'.")
    assert "Perhaps you mean Annabel Leeward [in/annabel]" in printed
    assert "Perhaps" not in told("people", "--find", "qqqqqq")


@pytest.mark.parametrize("limit", ["-1", "all"])
def test_a_limit_that_is_no_number_is_a_mistake(run, capsys, limit):
    with pytest.raises(SystemExit) as ended:
        run("people", "--limit", limit)
    assert ended.value.code == 2
    assert f"{limit!r} is no number of 0 or more" in capsys.readouterr().err


def test_an_id_is_printed_in_one_line_where_there_is_room(tmp_path, told):
    (tmp_path / "book.csv").write_text(
        "Name,Email,Company,Title,Location\n"
        "Annabel Leeward-Windward,annabel.leeward@mail.example.com,"
        "A company with a name of many words,Head of a department of many words,Delft\n",
        encoding="utf-8",
    )
    told("import", tmp_path / "book.csv")
    assert " mail/annabel.leeward@mail.example.com " in told("people")


def test_an_id_that_is_too_long_for_the_table_stands_below_it_unbroken(tmp_path, told):
    address = f"annabel.{'leeward' * 9}@mail.example.com"  # 87 signs, with the kind in front
    (tmp_path / "book.csv").write_text(
        f"Name,Email,Company\nAnnabel Leeward,{address},Acme\nBo Short,bo@x.example,Acme\n",
        encoding="utf-8",
    )
    told("import", tmp_path / "book.csv")
    printed = told("people")
    assert f"\nAnnabel Leeward: mail/{address}\n" in printed
    assert " (below) " in printed
    assert " mail/bo@x.example " in printed
