"""Each measure's docstring tells all that somebody needs who does not know it."""

import inspect
import re

import numpy as np
import pytest

import netgraph as ng
from netgraph.metrics import METRICS, STATISTICS

FUNCTIONS = {
    **{name: each.function for name, each in {**METRICS, **STATISTICS}.items()},
    "ei_index_network": ng.metrics.ei_index_network,
    "expected_ei_index": ng.metrics.expected_ei_index,
}
each_function = pytest.mark.parametrize("function", FUNCTIONS.values(), ids=FUNCTIONS)
each_measure = pytest.mark.parametrize(
    "measure", [*METRICS.values(), *STATISTICS.values()], ids=lambda m: m.name
)


def sections(function):
    """Take a docstring apart: what stands before the first heading is under "about"."""
    parts = re.split(r"^(\w+)\n-{3,}\n", inspect.getdoc(function), flags=re.MULTILINE)
    return {"about": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


@each_function
def test_it_has_a_formula_and_each_section(function):
    told = sections(function)
    assert ".. math::" in told["about"]
    order = ["about", "Parameters", "Returns", "Raises", "Notes", "References", "Examples"]
    assert [name for name in order if name in told or name != "Notes"] == list(told)


@each_function
def test_each_argument_is_told_and_no_other(function):
    names = re.findall(r"^(\S.*)$", sections(function)["Parameters"], flags=re.MULTILINE)
    told = [name.strip().lstrip("*") for line in names for name in line.split(",")]
    assert told == list(inspect.signature(function).parameters)


@each_function
def test_it_says_what_is_undefined(function):
    assert "NaN" in sections(function)["Returns"]


@each_function
def test_it_names_its_sources_with_their_years(function):
    sources = re.findall(
        r"\.\. \[\d\] (.*?)(?=\n\.\. \[|\Z)", sections(function)["References"], re.DOTALL
    )
    assert sources
    for source in sources:
        assert re.search(r"\b(1[89]|20)\d\d\b|arXiv", source)


@each_function
def test_the_example_calls_it_and_shows_what_comes_back(function):
    example = sections(function)["Examples"]
    called = [line for line in example.splitlines() if f"{function.__name__}(" in line]
    assert called
    assert called[0].startswith((">>>", "..."))
    assert any(line and not line.startswith((">>>", "...")) for line in example.splitlines())


@each_measure
def test_the_first_line_is_short_enough_for_a_table(measure):
    assert measure.summary.endswith(".")
    assert len(measure.summary) <= 90


@each_measure
def test_the_stated_bounds_stand_in_the_docstring(measure):
    told = sections(measure.function)["Returns"]
    for bound in measure.bounds:
        if np.isfinite(bound):
            assert re.search(rf"(?<![\w.]){bound:g}(?!\w)", told)


@each_measure
def test_what_comes_back_is_what_the_register_says(measure):
    kinds = {"number": "float", "series": "pandas.Series", "table": "pandas.DataFrame"}
    assert sections(measure.function)["Returns"].splitlines()[0] == kinds[measure.gives]
