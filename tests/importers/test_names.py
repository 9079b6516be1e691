"""Names as people write them."""

from __future__ import annotations

import unicodedata

import pytest

from netgraph.importers._names import (
    clean,
    in_reading_order,
    is_deleted_member,
    is_mojibake,
    name_key,
    without_degrees,
)


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("  Ada   Example ", "Ada Example"),
        ("Ada\u00a0Example", "Ada Example"),
        ("\u200bAda\u2060\ufeff", "Ada"),
        ("Ada\tEx\x00ample", "Ada Ex ample"),
        ("𝐀𝐝𝐚", "Ada"),
        ("Zoe\u0308", "Zoë"),
        ("ChloÃ©", "Chloé"),
        ("GrÃ¶ÃŸe", "Größe"),
        ("Ada 🚀", "Ada 🚀"),
        ('Robert "Bob" Sample', 'Robert "Bob" Sample'),
        ("", ""),
    ],
)
def test_cleaned(raw, name):
    assert clean(raw) == name


@pytest.mark.parametrize(
    "name",
    ["Null", "nan", "None", "NA", "O’Neill", "João", "ÁÉÍ", "Ångström", "小明", "L'Àgnes", "Şule"],
)
def test_left_alone(name):
    assert clean(name) == name
    assert not is_mojibake(name)


def test_joiners_stay_where_a_script_needs_them():
    assert clean("علی‌رضا") == "علی‌رضا"  # Persian: a zero-width non-joiner inside a name
    assert clean("Ada\u200c\u200d") == "Ada"


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("Example, PhD, MBA", "Example"),
        ("Example,PMP®", "Example"),
        ("Example", "Example"),
        (", PhD", ", PhD"),
        ("", ""),
    ],
)
def test_degrees_behind_a_comma_are_dropped(family, name):
    assert without_degrees(family) == name


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Sample, Bob", "Bob Sample"),
        ("Sample, Bob, PhD", "Bob Sample"),
        ("Bob Sample, PhD", "Bob Sample"),
        ("Bob Sample, Jr.", "Bob Sample"),
        ("Bob Sample", "Bob Sample"),
        ("a, b, c", "a"),
        ("", ""),
    ],
)
def test_last_first_is_put_in_reading_order(cell, name):
    assert in_reading_order(cell) == name


def test_keys_compare_spellings():
    assert name_key("JÜRGEN Große") == name_key("jürgen  GROSSE")
    assert name_key(unicodedata.normalize("NFD", "Zoë")) == name_key("Zoë")
    assert name_key("Ada") != name_key("Áda")


def test_deleted_members_in_several_languages():
    assert is_deleted_member("LinkedIn Member")
    assert is_deleted_member("Membre de LinkedIn")
    assert is_deleted_member("LinkedIn-Mitglied")
    assert not is_deleted_member("Linkedina Member")
    assert not is_deleted_member("")
