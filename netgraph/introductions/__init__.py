"""Introductions: how likely somebody passes a request on, and that something comes of it.

Past ones are read with their outcomes (`outcomes`), two curves are learnt from them
(`learning`, by `curves`), and `Calibration` gives the chances.
"""

from netgraph.introductions.calibration import (
    ASSUMED,
    DOUBT,
    SUCCESS,
    SUCCESS_DOUBT,
    Calibration,
)
from netgraph.introductions.learning import (
    ENOUGH,
    REFUSALS,
    calibrate_introductions,
    curve_for,
)
from netgraph.introductions.outcomes import FAILED, NOT_PASSED, OPEN, is_success

__all__ = [
    "ASSUMED",
    "DOUBT",
    "ENOUGH",
    "FAILED",
    "NOT_PASSED",
    "OPEN",
    "REFUSALS",
    "SUCCESS",
    "SUCCESS_DOUBT",
    "Calibration",
    "calibrate_introductions",
    "curve_for",
    "is_success",
]
