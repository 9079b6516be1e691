"""What was foretold of introductions, against what came of them."""

import pandas as pd
import pytest

import netgraph as ng


def test_each_bin_is_a_dot_with_its_interval():
    table = pd.DataFrame(
        {
            "bin": ["0.20 to 0.40", "0.60 to 0.80"],
            "asked": [10, 20],
            "succeeded": [3, 20],
            "predicted": [0.3, 0.7],
            "low": [0.1, 0.9],
            "high": [0.6, 0.99],
        }
    )
    dots = ng.plot_calibration(table).data[1]
    assert list(dots.y) == [0.3, 1.0]
    assert list(dots.error_y.array) == pytest.approx([0.3, 0.0])  # all of 20: it lies above
    assert list(dots.error_y.arrayminus) == pytest.approx([0.2, 0.1])
    assert "3 of 10" in dots.hovertext[0]


def test_without_an_outcome_the_figure_says_so():
    figure = ng.plot_calibration(ng.Calibration().table)
    assert "No outcome" in figure.layout.annotations[0].text
