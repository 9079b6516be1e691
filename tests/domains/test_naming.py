"""Which field of work is meant by a text."""

import pytest

from netgraph.domains.naming import domain_meant, find_domain
from netgraph.errors import UnknownNameError


@pytest.mark.parametrize("text", ["LEGL", " legl ", "Law and compliance", "LAW  AND COMPLIANCE"])
def test_a_code_or_a_name_is_a_field(text):
    assert find_domain(text) == domain_meant(text) == "LEGL"


@pytest.mark.parametrize(
    ("text", "code"), [("law", "LEGL"), ("lawyer", "LEGL"), ("softw", "SOFT"), ("nurse", "HLTH")]
)
def test_a_word_a_trade_or_a_part_of_a_name_is_meant_where_parts_suffice(text, code):
    assert domain_meant(text) == code
    with pytest.raises(UnknownNameError):
        find_domain(text)


def test_none_is_no_field():
    with pytest.raises(UnknownNameError, match="'UNK' names no domain"):
        find_domain("UNK")


@pytest.mark.parametrize("find", [find_domain, domain_meant])
def test_a_text_that_is_none_gets_the_nearest(find):
    with pytest.raises(UnknownNameError, match=r"Did you mean Law and compliance \(LEGL\)\? There"):
        find("LEGLA")
    with pytest.raises(UnknownNameError, match="'' names no domain"):
        find("")


def test_several_fields_that_hold_a_text_are_told():
    with pytest.raises(UnknownNameError, match=r"several domains fit 'and': .*Law and compliance"):
        domain_meant("and")
