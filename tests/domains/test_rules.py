"""The rule files: what a person who edits them could get wrong."""

from __future__ import annotations

from collections import Counter
from importlib.resources import files

import pytest

from netgraph.domains import DOMAINS, SENIORITY
from netgraph.domains.cleaning import words_of_rule
from netgraph.domains.rules import LANGUAGES, read_rows

each_language = pytest.mark.parametrize("language", LANGUAGES)


def entries(language):
    return [
        (label, kind, phrase)
        for label, kind, phrases in read_rows(f"{language}.tsv")
        for phrase in phrases.split(", ")
    ]


def level_entries():
    return [
        (label, kind, language, phrase)
        for label, kind, language, phrases in read_rows("seniority.tsv")
        for phrase in phrases.split(", ")
    ]


def test_every_file_is_in_the_package():
    names = {entry.name for entry in files("netgraph.domains.rules").iterdir()}
    assert {"noise.tsv", "seniority.tsv", *(f"{language}.tsv" for language in LANGUAGES)} <= names


@each_language
def test_labels_and_kinds_are_known(language):
    assert {label for label, _, _ in entries(language)} <= {*DOMAINS, "UNK"}
    assert {kind for _, kind, _ in entries(language)} <= {"role", "post", "field", "hint"}


@each_language
def test_every_domain_has_rules(language):
    assert {label for label, _, _ in entries(language)} >= set(DOMAINS)


@each_language
def test_no_phrase_stands_twice(language):
    counts = Counter(phrase for _, _, phrase in entries(language))
    assert [phrase for phrase, count in counts.items() if count > 1] == []


@each_language
def test_a_star_stands_only_at_the_ends_of_words(language):
    words = {w for _, _, phrase in entries(language) for w in phrase.split()}
    assert [w for w in words if "*" in w.strip("*") or not w.strip("*")] == []


@each_language
def test_no_phrase_is_made_of_little_words_alone(language):
    assert [p for _, _, p in entries(language) if not words_of_rule(p.replace("-", " "))] == []


@each_language
def test_phrases_carry_no_stray_blanks_or_signs(language):
    stray = [
        p for _, _, p in entries(language) if p != p.strip() or not p or set(p) & set("/,;|\t")
    ]
    assert stray == []


def test_levels_and_their_kinds_are_known():
    assert {label for label, _, _, _ in level_entries()} == {*SENIORITY, "-"}
    assert {kind for _, kind, _, _ in level_entries()} == {"noun", "adjective"}
    assert {language for _, _, language, _ in level_entries()} == set(LANGUAGES)


def test_no_level_phrase_stands_twice_in_a_language():
    counts = Counter((language, phrase) for _, _, language, phrase in level_entries())
    assert [key for key, count in counts.items() if count > 1] == []


def test_each_little_word_has_one_family():
    kinds = (" preposition", " article", " and")
    counts = Counter(
        word
        for kind, words in read_rows("noise.tsv")
        if kind.endswith(kinds)
        for word in words.split(", ")
    )
    assert [word for word, count in counts.items() if count > 1] == []
