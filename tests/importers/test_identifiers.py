"""Profile addresses, e-mail addresses and phone numbers."""

from __future__ import annotations

import pytest

from netgraph.importers._identifiers import email_addresses, linkedin_slug, phone_numbers


@pytest.mark.parametrize(
    ("url", "slug"),
    [
        ("https://www.linkedin.com/in/ada-example", "ada-example"),
        ("http://de.linkedin.com/in/Ada-Example/", "ada-example"),
        ("www.linkedin.com/in/ada-example", "ada-example"),
        ("linkedin.com/in/ada-example?trk=x#top", "ada-example"),
        ("HTTPS://WWW.LINKEDIN.COM/IN/ADA", "ada"),
        ("https://www.linkedin.com/mwlite/in/ada", "ada"),
        ("https://www.linkedin.com/in/chlo%C3%A9-m%C3%BCller", "chloé-müller"),
        ("https://www.linkedin.com/in/chloe%CC%81", "chloé"),  # decomposed: e + accent
        ("https://www.linkedin.com/in/%D0%90%D0%BD%D0%BD%D0%B0", "анна"),
        ("https://www.linkedin.com/in/chlo%E9", "chlo%e9"),  # Latin-1 escapes stay as they are
        ("https://www.linkedin.com/in", None),
        ("https://www.linkedin.com/in/", None),
        ("https://www.linkedin.com/company/acme", None),
        ("https://example.com/in/ada", None),
        ("https://notlinkedin.com/in/ada", None),
        ("", None),
    ],
)
def test_slug(url, slug):
    assert linkedin_slug(url) == slug


@pytest.mark.parametrize(
    ("cell", "addresses"),
    [
        ("Ada@Example.COM", ["ada@example.com"]),
        ("bob@example.com, b.sample@example.org", ["bob@example.com", "b.sample@example.org"]),
        ("Bob <bob@example.com>; bob@example.com", ["bob@example.com"]),
        ("ada@example.com.", ["ada@example.com"]),
        ("ada at example.com", []),
        ("@example", []),
        ("", []),
    ],
)
def test_email_addresses(cell, addresses):
    assert email_addresses(cell) == addresses


@pytest.mark.parametrize(
    ("cell", "numbers"),
    [
        ("+44 20 7946 0000", ["+442079460000"]),
        ("0044 20 7946 0000", ["+442079460000"]),
        ("(555) 010-0199 ext. 7", ["5550100199"]),
        ("020 7946 0000, +1 555 010 0199", ["02079460000", "+15550100199"]),
        ("٠٢٠٧٩٤٦", ["0207946"]),
        ("12", []),
        ("", []),
    ],
)
def test_phone_numbers(cell, numbers):
    assert phone_numbers(cell) == numbers


def test_the_apostrophe_of_a_spreadsheet_is_no_part_of_a_number():
    assert phone_numbers("'+49 30 1234567; '030 1234567") == ["+49301234567", "0301234567"]
