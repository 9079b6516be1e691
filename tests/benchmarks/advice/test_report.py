import pandas as pd
from advice.report import chances_table, share, verdict_scores, verdicts_table


def test_shares_are_written_short():
    assert share(0.483) == ".48"
    assert share(1, 0.9, 1) == "1.00 (.90 to 1.00)"
    assert share(-0.06, -0.2, 0.1) == "-.06 (-.20 to .10)"
    assert share(float("nan")) == ""


def test_verdicts_are_counted_by_what_is_true():
    verdicts = pd.Series(["gap", "gap", "thin", "uncertain"])
    truth = pd.Series(["yes", "no", "no", "yes"])
    lines = verdicts_table(verdicts, truth).splitlines()
    assert lines[2:] == ["| no | 1 | 0 | 1 | 0 | 0 |", "| yes | 1 | 1 | 0 | 0 | 0 |"]
    text = verdict_scores(verdicts, truth == "yes", truth == "yes")
    assert "gap .50 (" in text  # one of two named is one
    assert "with the verdict uncertain" in text
    assert "of 2, or 1.00 (" in text


def test_a_forecast_is_set_beside_the_overall_share():
    said = pd.DataFrame({"who": "a", "stated": [0.9, 0.1], "came": [False, True]})
    row = chances_table(said, ["who"], ("stated", "came"), "who").splitlines()[2]
    assert row.startswith("| a | 2 | .50 | .50 (")
    assert row.endswith("| 0.810 | 0.250 |")
