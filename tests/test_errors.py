"""Errors say where, why and what to do, and are built-in errors as well."""

import pytest

import netgraph as ng


def test_place_reason_and_remedy_make_one_paragraph():
    error = ng.ImportFormatError(
        "it is an Excel workbook", file="a.csv", row=3, remedy="Save it as CSV"
    )
    assert str(error) == "a.csv, row 3: it is an Excel workbook. Save it as CSV."


@pytest.mark.parametrize(
    ("leaf", "built_in"),
    [
        (ng.ImportFormatError, ValueError),
        (ng.ContactsError, ValueError),
        (ng.GraphError, ValueError),
        (ng.UnknownNameError, LookupError),
    ],
)
def test_each_leaf_is_a_built_in_error_too(leaf, built_in):
    with pytest.raises(built_in):
        raise leaf("something")
    assert issubclass(leaf, ng.NetgraphError)
