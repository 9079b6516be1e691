"""The register."""

import pytest

from netgraph.metrics._registry import METRICS, STATISTICS, metric


def test_the_decorator_leaves_the_function_as_it_is():
    function = METRICS["constraint"].function
    assert function.__module__ == "netgraph.metrics.brokerage.constraint"
    assert function.__name__ == "constraint"


def test_one_name_names_one_metric():
    def constraint():
        """Measure something else."""

    with pytest.raises(ValueError, match="two metrics are called 'constraint'"):
        metric(bounds=(0, 1))(constraint)
    assert METRICS["constraint"].family == "brokerage"


def test_the_file_and_the_folder_name_the_metric_and_the_family():
    for name, registered in {**METRICS, **STATISTICS}.items():
        assert registered.function.__module__ == f"netgraph.metrics.{registered.family}.{name}"
