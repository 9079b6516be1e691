"""What addresses and numbers tell."""

import pytest

from netgraph.identity.addresses import (
    FAMILY,
    FULL,
    INITIAL,
    bears_name,
    employer_label,
    is_role,
    name_in,
    phone_tail,
)
from netgraph.identity.names import read_names


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("ann@acme.com", "acme"), ("ann@mail.acme.co.uk", "acme"), ("ann@acme-robotics.com",
        "acmerobotics"), ("ann@gmail.com", None), ("ann@yahoo.co.uk", None), ("ann@host", None),
    ],
)  # fmt: skip
def test_a_domain_names_an_employer_unless_it_sells_mailboxes(address, label):
    assert employer_label(address) == label


def test_an_office_is_no_person():
    assert is_role("info@acme.example")
    assert is_role("sales+de@acme.example")
    assert not is_role("infante@acme.example")


def test_national_and_international_numbers_agree():
    assert phone_tail("+491701234567") == phone_tail("01701234567")
    assert phone_tail("+18031522054") == phone_tail("8031522054")
    assert phone_tail("+491701234567") != phone_tail("+491701234568")
    assert phone_tail("12345") != phone_tail("2345")


@pytest.mark.parametrize(
    ("local", "borne"),
    [
        ("hans.bavaard", FULL), ("bavaard.hans", FULL), ("hansbavaard77", FULL), ("hb", 0),
        ("hbavaard2320", INITIAL), ("bavaardh", INITIAL), ("bavaard", FAMILY), ("hans", 0),
        ("kbavaard", 0), ("rosi", 0),
    ],
)  # fmt: skip
def test_how_much_of_a_name_an_address_bears(local, borne):
    assert bears_name(f"{local}@x.example", read_names("Hans Bavaard")[0]) == borne


def test_an_address_may_spell_a_name():
    assert name_in("bartlomiej.rubsam@x.example").key == "bartlomiej rubsam"
    assert name_in("brubsam@x.example") is None
    assert name_in("info.desk@x.example").key == "info desk"
    assert name_in("info@x.example") is None


def test_an_address_may_write_out_an_initial():
    assert bears_name("hans.bavaard@x.example", read_names("H. Bavaard")[0]) == INITIAL
    assert bears_name("hans.bavaard@x.example", read_names("K. Bavaard")[0]) == 0
