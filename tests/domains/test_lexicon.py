"""Rules found in the words of a title."""

from __future__ import annotations

import pytest

from netgraph.domains.lexicon import Lexicon, Rule, Votes, most_specific

EN, DE, ES = frozenset({"en"}), frozenset({"de"}), frozenset({"es"})
NO_VOTES = dict.fromkeys(("en", "de", "es", "fr", "pt", "it", "nl"), 0)


def lexicon(*entries):
    made = Lexicon()
    for words, label, languages in entries:
        made.add(words.split(), Rule(label, "role", 8.0, languages, words.replace("*", "")))
    return made


def found(made, title):
    return {(m.start, m.end, m.rule.label) for m in made.find(tuple(title.split()))}


@pytest.mark.parametrize(
    ("pattern", "word", "fits"),
    [
        ("nurse", "nurse", True),
        ("nurse", "nurses", True),
        ("nurse", "nursery", False),
        ("intern", "international", False),
        ("enfermer*", "enfermera", True),
        ("enfermer*", "enferma", False),
        ("*lehrer", "gymnasiallehrer", True),
        ("*lehrer", "lehrerin", False),
        ("*lehrer*", "gymnasiallehrerin", True),
        ("boss", "bos", False),
    ],
)
def test_a_word_fits_a_pattern(pattern, word, fits):
    assert bool(found(lexicon((pattern, "X", EN)), word)) is fits


def test_every_phrase_is_found_where_it_stands():
    made = lexicon(("data", "D", EN), ("data entry", "A", EN), ("entry clerk", "C", EN))
    assert found(made, "data entry clerk") == {(0, 1, "D"), (0, 2, "A"), (1, 3, "C")}


def test_the_longest_phrase_stays_and_what_it_covers_goes():
    made = lexicon(("data", "D", EN), ("data entry", "A", EN), ("entry", "E", EN))
    kept = most_specific(made.find(("data", "entry")), NO_VOTES)
    assert [m.rule.label for m in kept] == ["A"]


def test_both_halves_of_a_german_compound_stay():
    made = lexicon(("vertrieb*", "S", DE), ("*leiter", "M", DE))
    kept = most_specific(made.find(("vertriebsleiter",)), NO_VOTES)
    assert {m.rule.label for m in kept} == {"S", "M"}


def test_a_pattern_inside_a_longer_one_goes():
    made = lexicon(("bau*", "T", DE), ("bauingenieur*", "E", DE))
    kept = most_specific(made.find(("bauingenieur",)), NO_VOTES)
    assert [m.rule.label for m in kept] == ["E"]


def test_words_outside_german_and_dutch_have_no_halves():
    made = lexicon(("media*", "M", ES), ("*ator", "X", ES))
    assert len(most_specific(made.find(("mediator",)), NO_VOTES)) == 1


def test_the_language_of_the_title_decides_between_equal_words():
    made = lexicon(("chef", "COOK", EN), ("chef", "BOSS", DE), ("abteilung", "D", DE))
    matches = made.find(("chef", "abteilung"))
    votes = Votes(matches, frozenset())
    assert votes["de"] == 2  # both words
    assert votes["en"] == 1
    assert {m.rule.label for m in most_specific(matches, votes)} == {"BOSS", "D"}


def test_little_words_vote_for_their_family():
    votes = Votes([], frozenset({"romance"}))
    assert votes["en"] == 0
    assert {language for language, count in votes.items() if count} == {"es", "fr", "pt", "it"}
