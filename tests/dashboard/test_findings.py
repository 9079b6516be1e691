"""What the overview says."""

import pytest

import netgraph as ng
from netgraph_dashboard import findings, over_time
from netgraph_dashboard.pages import people
from netgraph_dashboard.session import Session

from .conftest import clique, contacts_of


def by_title(session):
    return {found.title: found for found in findings.all_findings(session)}


def test_the_sentence_sums_up(session):
    assert findings.sentence(session) == (
        "8 people with a known tie, 2 clusters; "
        "50 % of those with a known field work in Software and IT, as you do; "
        "2 people hold the only bridge to 2 clusters."
    )


def test_ada_and_bea_are_the_only_bridges(session):
    assert findings.only_bridges(session) == (2, 2)


def test_a_second_bridge_takes_the_first_one_s_place_away():
    a, b = ["ada", "aki", "ale", "ann"], ["bea", "ben", "bix", "bob"]
    across = [("ada", "bea"), ("ada", "ben"), ("aki", "bix")]
    fields = dict.fromkeys(a + b, "SOFT")
    session = Session(contacts_of(fields, [*clique(a), *clique(b), *across]))
    assert findings.only_bridges(session) == (0, 0)
    assert findings.holding_half(session) == 1  # Ada has a hand in 2 of the 3 ties across


def test_two_equal_fields_are_two_effective_fields(session):
    assert by_title(session)["Diversity"].value == "2.0"  # exp(-2 * 0.5 * ln 0.5) = 2


def test_everybody_of_a_circle_is_within_reach(session):
    reach = by_title(session)["Reach"]
    assert reach.value == "100 %"
    assert reach.grade == "sure"


def test_an_inferred_tie_makes_reach_weak(office):
    # Ann, Bo, Cy and Eva have observed ties, Dee has none: 4 of 5 by observed ties
    assert by_title(Session(office))["Reach"].value == "80 %"


@pytest.mark.parametrize("title", ["Clusters", "Reach", "Brokers", "Freshness"])
def test_what_a_star_cannot_tell_is_withheld_and_says_what_would_help(star_session, title):
    found = by_title(star_session)[title]
    assert found.grade == "none"
    assert "Add" in found.sure


def test_every_finding_tells_how_it_is_computed_and_how_sure_it_is(session):
    for found in findings.all_findings(session):
        assert found.computed.endswith(".")
        assert found.sure.endswith(".")


def test_nobody_yet(nobody):
    assert "nobody" in findings.sentence(nobody)


def test_freshness_is_the_same_on_the_overview_and_on_the_page_change():
    session = Session(ng.load(*ng.example()))
    told = by_title(session)["Freshness"]
    table = ng.freshness(session.contacts).set_index("months")
    assert told.value == f"{table['share'][12]:.0%}".replace("%", " %")
    assert f"{table['fresh'][12]:,} of {table['people'][12]:,} people" in told.means
    assert told.value in over_time.fresh(session, over_time.TOGETHER).attrs["says"]


def test_who_is_only_named_is_counted_apart():
    session = Session(ng.load(*ng.example()))
    known = int(session.evidence["people"])
    only = len(session.people) - known
    assert only
    assert f"{only:,} more are only named" in by_title(session)["People"].means
    assert people.counted(session).endswith(f"{known:,} with a known tie, {only:,} only named")
