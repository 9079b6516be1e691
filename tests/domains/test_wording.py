"""What a title says, in sentences."""

import pytest

from netgraph.domains import describe_title


@pytest.mark.parametrize(
    ("title", "said"),
    [
        (None, "No field of work: there is no title."),
        ("  ", "No field of work: there is no title."),
        (7, "No field of work: there is no title."),
        ("🚀 *** 42", "No field of work: it holds no letters."),
        ("\x00\x1b", "No field of work: it holds no letters."),
        ("Member", "No field of work: no word in it names one. Level: Professional."),
        ("Nurse", 'Health care, by "nurse"; nothing else is named. Level: Professional.'),
    ],
)  # fmt: skip
def test_each_title_has_its_own_answer(title, said):
    assert describe_title(title) == said


@pytest.mark.parametrize(
    ("title", "script"),
    [
        ("инженер", "Cyrillic"),
        ("软件工程师", "Chinese"),
        ("مهندس", "Arabic"),
        ("μηχανικός", "Greek"),
    ],
)
def test_an_unknown_script_is_named(title, script):
    assert describe_title(title) == (
        f"No field of work: it is written in {script} letters, which the rules do not know."
    )


def test_a_tie_and_a_near_rival_are_told():
    assert "stands first; another field is named just as much" in describe_title(
        "Sales and Marketing Manager"
    )
    # 10 to 4.8, so a margin of 0.52
    assert "another field follows behind (margin 0.52)" in describe_title("Nurse Recruiter")


def test_a_long_title_is_read_in_part():
    assert describe_title("nurse " + "very " * 2000).endswith(
        "Only its first 400 characters are read."
    )


def test_your_own_rule_is_named():
    own = {"ninja": "SOFT", "nurse": "UNK", "*chief*": {"seniority": "X"}}
    assert describe_title("Ninja", overrides=own).startswith(
        'Software and IT, by your rule "ninja".'
    )
    assert describe_title("Nurse", overrides=own).startswith("No field of work: you said so.")
    assert "Executive" in describe_title("Chief nurse", overrides=own)
