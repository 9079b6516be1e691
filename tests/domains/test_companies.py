"""Hints from the names of companies."""

from collections import Counter

import pytest

from netgraph.domains import DOMAINS
from netgraph.domains.companies import hint_of_company
from netgraph.domains.rules import read_rows


@pytest.mark.parametrize(
    ("name", "domain", "phrase"),
    [
        ("First Elm Bank plc", "FINA", "bank"),
        ("Klinikum Nordstadt GmbH", "HLTH", "klinikum"),
        ("University Hospital Elmstadt", "HLTH", "university hospital"),
        ("Universität zu Elmstadt", "EDUC", "universitat"),
        ("ELM, OAK & ASH LAW", "LEGL", "law"),
        ("Ministère des Forêts", "GOVT", "ministere"),
    ],
)
def test_a_word_of_the_name_hints(name, domain, phrase):
    assert hint_of_company(name) == (domain, phrase)


@pytest.mark.parametrize("name", ["Acme", "Elm Hotel Software", "Bankside Lawson", "Food Bank", ""])
def test_no_hint_without_a_known_word_or_with_two_fields(name):
    assert hint_of_company(name) is None


def test_the_rules_name_domains_and_no_phrase_twice():
    rows = read_rows("companies.tsv")
    assert {domain for domain, _ in rows} <= {*DOMAINS, "UNK"}
    counts = Counter(phrase for _, phrases in rows for phrase in phrases.split(", "))
    assert [phrase for phrase, count in counts.items() if count > 1] == []
