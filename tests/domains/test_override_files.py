"""Files of a user's own rules."""

import pytest

from netgraph.domains.overrides import read_overrides
from netgraph.errors import ImportFormatError, UnknownNameError


@pytest.fixture
def written(tmp_path):
    def write(text, name="own.yaml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def test_levels_from_csv(written):
    rules = read_overrides(written("title,seniority\nninja,Senior individual\n", "own.csv"))
    assert rules.exact == {"ninja": (None, "S")}
    assert rules.classify("ninja")[:2] == ("UNK", "S")
    rules = read_overrides(written("title;domain;seniority\nninja;SOFT;UNK\n", "own.csv"))
    assert rules.classify("ninja")[:2] == ("SOFT", "UNK")


def test_yaml_by_title(written):
    rules = read_overrides(
        written("# mine\nninja: SOFT\n'*guru*': {domain: Marketing and communications}\n"
                "chief:\n  seniority: X\n")
    )  # fmt: skip
    assert rules.exact == {"ninja": ("SOFT", None), "chief": (None, "X")}
    assert rules.patterns == {"*guru*": ("MKTG", None)}


def test_yaml_as_a_list(written):
    rules = read_overrides(written("- {title: ninja, domain: SOFT, seniority: S}\n"))
    assert rules.exact == {"ninja": ("SOFT", "S")}


def test_yaml_reads_text_as_text(written):
    assert read_overrides(written("no: SOFT\n1: DATA\nnull: LEGL\n")).exact.keys() == {
        "no", "1", "null",
    }  # fmt: skip


@pytest.mark.parametrize("text", ["", "# nothing yet\n"])
def test_an_empty_yaml_file_holds_no_rules(written, text):
    assert read_overrides(written(text, "own.yml")) == ({}, {})


def test_yaml_builds_nothing(written):
    with pytest.raises(ImportFormatError, match="row 1: a rule is a title and its domain"):
        read_overrides(written("ninja: !!python/object/apply:os.mkdir [built]\n"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ninja: [SOFT\n", r"own\.yaml, row \d"),
        ("ninja: SOFT\n\tguru: DATA\n", r"own\.yaml, row 2"),
        ("just words\n", r"own\.yaml, row 1: a rule is a title and its domain"),
        ("- ninja\n", r"own\.yaml, row 1: a rule is a title and its domain"),
        ("ninja: SOFT\nguru: {domain: [a, b]}\n", r"own\.yaml, row 2: a rule is"),
        ("ninja: SOFT\nguru:\n  field: DATA\n", r"own\.yaml, row 3: 'field' is none of title"),
    ],
)
def test_a_yaml_file_of_another_kind_is_told_with_its_line(written, text, said):
    with pytest.raises(ImportFormatError, match=said):
        read_overrides(written(text))


def test_a_wrong_name_in_yaml_is_told_with_its_line(written):
    with pytest.raises(UnknownNameError, match=r"own\.yaml, row 2: 'Markting' names no domain"):
        read_overrides(written("ninja: SOFT\nguru: Markting\n"))
    with pytest.raises(UnknownNameError, match=r"row 1: 'boss' names no seniority"):
        read_overrides(written("ninja: {seniority: boss}\n"))


def test_a_bracket_in_a_pattern_is_a_bracket():
    rules = read_overrides({"*[remote]*": "SOFT"})
    assert rules.classify("Ninja [remote]").domain == "SOFT"
    assert rules.classify("Ninja r").domain == "UNK"


def test_of_two_rules_for_one_title_the_first_counts(written):
    rules = read_overrides(written("title,domain\nninja,SOFT\nNinja,DATA\n", "own.csv"))
    assert rules.classify("ninja").domain == "SOFT"
