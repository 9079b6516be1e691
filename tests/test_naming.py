"""Who is meant by a text."""

import pandas as pd
import pytest

from netgraph.errors import UnknownNameError
from netgraph.naming import Names, fold


@pytest.fixture
def names():
    people = pd.DataFrame(
        {
            "name": ["Ann Lee", "Ann Lee", "Joanna Röhl", None, "Ann Leeson"],
            "title": ["Judge", None, "Nurse", "Clerk", None],
            "company": ["Acme", "Bolt", None, None, None],
        },
        index=["a1", "a2", "jo", "x", 7],
    )
    addresses = pd.DataFrame({"person_id": ["jo", "gone"], "value": ["Jo@x.test/", "g@x.test"]})
    return Names(people, addresses)


@pytest.mark.parametrize(
    ("text", "part", "found"),
    [
        (7, "whole", [7]),
        (" x ", "whole", ["x"]),
        ("jo@X.test", "whole", ["jo"]),
        ("g@x.test", "inside", []),  # the owner is not among the people
        ("joanna  rohl", "whole", ["jo"]),
        ("ann lee", "inside", ["a1", "a2"]),  # not Ann Leeson
        ("ann", "whole", []),
        ("ann", "beginning", ["a1", "a2", 7]),
        ("ann", "inside", ["a1", "a2", "jo", 7]),
        ("rö jo", "beginning", ["jo"]),
        ("lee", "beginning", ["a1", "a2", 7]),
        ("", "inside", []),
        ("(", "inside", []),
        ("?", "beginning", []),
    ],
)
def test_an_id_comes_before_an_address_and_that_before_a_name(names, text, part, found):
    assert names.fitting(text, part) == found


def test_several_are_told_apart_by_title_company_and_id(names):
    with pytest.raises(UnknownNameError) as told:
        names.one("ann lee", given="hide")
    assert told.value.reason == (
        "2 people are meant by 'ann lee', given in hide: Ann Lee, Judge at Acme [a1]; "
        "Ann Lee, Bolt [a2]"
    )
    assert told.value.meant == ("a1", "a2")
    assert not told.value.near


def test_of_many_the_first_five_are_listed():
    people = pd.DataFrame({"name": [f"Kim {n}" for n in range(1200)]})
    with pytest.raises(UnknownNameError, match=r"^1,200 people .* \[4\]; and 1,195 more\."):
        Names(people).one("kim")


def test_nobody_is_told_with_the_nearest(names):
    with pytest.raises(UnknownNameError, match=r"Perhaps you mean 'Joanna Röhl' \[jo\]") as told:
        names.one("Johanna Roehl")
    assert told.value.near[0] == "jo"
    assert not told.value.meant


@pytest.mark.parametrize("people", [["Ann Lee"], [None], []])
def test_where_no_name_is_near_it_is_said_what_to_give(people):
    table = pd.DataFrame({"name": pd.Series(people, dtype=object)})
    with pytest.raises(UnknownNameError, match="Give a name, an e-mail address or a profile") as it:
        Names(table).one("Zbigniew Kowalski")
    assert it.value.near == ()


def test_case_accents_and_blanks_do_not_matter():
    assert fold("  ÉMILE\t Straße ") == fold("emile STRASSE")
