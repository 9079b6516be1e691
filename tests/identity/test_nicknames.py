"""Short forms, from the table."""

from importlib.resources import files

import pytest

from netgraph.identity.nicknames import groups_of, nickname_of

TABLE = files("netgraph.identity").joinpath("nicknames.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bob", "robert"), ("pepe", "jose"), ("dima", "dmitriy"), ("kasia", "katarzyna"),
        ("uli", "ulrike"), ("beppe", "giuseppe"), ("guida", "margarida"), ("kicki", "kerstin"),
        ("ginette", "genevieve"), ("zhenya", "evgeniy"), ("wim", "willem"), ("kate", "catherine"),
    ],
)  # fmt: skip
def test_short_forms_of_many_languages_are_known(one, other):
    assert nickname_of(one, other) is not None


@pytest.mark.parametrize(
    ("one", "other"), [("ann", "bob"), ("aleksandr", "aleksandra"), ("john", "james")]
)
def test_two_names_with_one_short_form_are_two(one, other):
    assert nickname_of(one, other) is None


def test_sasha_is_short_for_two_names():
    assert nickname_of("sasha", "aleksandr") is not None
    assert nickname_of("sasha", "aleksandra") is not None


def test_an_unknown_name_stands_in_no_group():
    assert groups_of("xyzzy") == frozenset()


def test_each_row_tells_its_language_full_names_and_short_forms():
    rows = [line.split("\t") for line in TABLE.splitlines() if not line.startswith("#")]
    assert all(len(row) == 3 and all(row) for row in rows)
    assert len({tuple(row[:2]) for row in rows}) == len(rows), "a name stands in two rows"
    assert {"en", "de", "es", "fr", "it", "pt", "ru"} <= {row[0] for row in rows}
