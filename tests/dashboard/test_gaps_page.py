"""The page of gaps."""

from netgraph_dashboard.pages import gaps

from .conftest import texts


def test_a_field_where_nobody_is_known_is_told_from_missing_data(session):
    said = texts(gaps.there(session, "AGRI"))
    assert "Nobody whose title says so" in said


def test_those_in_a_field_are_listed(session):
    assert "4 people" in texts(gaps.there(session, "LEGL"))


def test_counts_by_field_and_level_add_up(session):
    counts = gaps.heat_counts(session.people)
    assert counts.loc["SOFT", "Professional"] == 4
    assert counts["All"].sum() == 8
    assert len(counts) == 25


def test_too_few_for_a_verdict_is_said(session):
    assert "too few" in gaps.summary(session.gaps())


def test_the_baseline_can_be_chosen(session):
    assert "Law and compliance" in gaps.summary(session.gaps(["LEGL", "HLTH"]))
