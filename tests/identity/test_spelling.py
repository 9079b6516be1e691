"""Words that may be one name."""

import pytest

from netgraph.identity.spelling import is_slip, is_stump, skeleton, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("schostakowitsch", "shostakovich"),
        ("mueller", "muller"),
        ("yevgeni", "evgeny"),
        ("aleksei", "alexei"),
        ("jonson", "ionsson"),
        ("stephan", "stefan"),
    ],
)
def test_spellings_of_one_sound_agree(one, other):
    assert sound(one) == sound(other)


@pytest.mark.parametrize(("one", "other"), [("lee", "lea"), ("ann", "anna"), ("berg", "burg")])
def test_other_sounds_do_not(one, other):
    assert sound(one) != sound(other)


@pytest.mark.parametrize(
    ("one", "other"), [("mavaberg", "mavaber"), ("smithson", "smihtson"), ("quarmby", "quarmbi")]
)
def test_a_slip_is_one_letter(one, other):
    assert is_slip(one, other)
    assert is_slip(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [("daniel", "daniela"), ("mario", "maria"), ("berg", "borg"), ("anderson", "sanders")],
)
def test_other_words_are_no_slip(one, other):
    assert not is_slip(one, other)


def test_a_stump_has_three_letters_and_lacks_more_than_a_vowel():
    assert is_stump("wilfred", "wilf")
    assert not is_stump("wi", "wilfred")
    assert not is_stump("daniel", "daniela")
    assert not is_stump("fred", "wilfred")


def test_consonants_are_what_vowelless_scripts_tell():
    assert skeleton("mohammed") == skeleton("mhmd")
    assert skeleton("ali") != skeleton("omar")
