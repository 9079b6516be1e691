"""Spellings of companies: misses are better than false matches."""

import pytest

import netgraph as ng


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Acme, Inc.", "ACME"),
        ("Ørsted A/S", "Orsted"),
        ("Go Daddy", "GoDaddy Inc."),
        ("Müller & Söhne GmbH", "Muller and Sohne"),
        ("示例有限公司", "示例"),
        ("Telefónica S.A.", "Telefonica"),
        ("Foo GmbH & Co. KG", "Foo GmbH and Co KG"),
    ],
)
def test_spellings_of_one_company(one, other):
    assert ng.same_company(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Epic", "Epic Games"),
        ("Loop", "Loopio"),
        ("US Bank", "Bank of India"),
        ("International Paper", "International Flavors"),
        ("Self-employed", "Self employed"),
        ("", ""),
        (None, None),
    ],
)
def test_different_companies_and_no_companies(one, other):
    assert not ng.same_company(one, other)


def test_a_name_that_is_all_legal_form_keeps_a_key():
    assert ng.company_key("SE") == "se"
    assert ng.company_key("Co-op") == "co op"
