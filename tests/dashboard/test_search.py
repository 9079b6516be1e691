"""Finding people."""

import pandas as pd
import pytest

from netgraph_dashboard.search import best_matches, fold, haystack

PEOPLE = pd.DataFrame(
    {
        "name": ["Jörg Ødegård", "Ann Berg", "Bo Annan", "Mary Ann Lee", "Joanna Fox"],
        "title": ["Anwalt", "Editor", "Nurse", None, "Lawyer"],
        "company": ["Acme", "Berg & Co", None, "Acme", "Annex"],
        "degree": [1, 2, 9, 4, 7],
    },
    index=["jorg", "ann", "bo", "mary", "joanna"],
)


def find(text, limit=10):
    return best_matches(haystack(PEOPLE), text, limit).tolist()


def test_names_that_begin_so_come_first_then_words_then_the_rest():
    # Bo's family name and Mary's second name begin with it, Bo has more ties;
    # Joanna has it inside
    assert find("ann") == ["ann", "bo", "mary", "joanna"]


@pytest.mark.parametrize("text", ["jorg", "JÖRG", "jörg øde"])
def test_accents_and_case_do_not_matter(text):
    assert find(text) == ["jorg"]


def test_every_word_has_to_fit():
    assert find("ann acme") == ["mary"]


def test_company_and_title_are_searched_too():
    assert find("nurse") == ["bo"]


def test_nothing_is_found_by_nothing():
    assert find("  ") == []


def test_no_more_than_asked_for():
    assert len(find("a", limit=2)) == 2


def test_signs_with_a_meaning_in_patterns_are_plain_letters():
    assert find("berg & (") == []
    assert find("berg &") == ["ann"]


def test_letters_without_an_accent_stay():
    assert fold("Ödegård") == "odegard"
