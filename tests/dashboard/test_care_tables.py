"""The tables of Care that several views share: worked out once, and never with a hidden name."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard import care_tables
from netgraph_dashboard.session import Session

TABLES = (
    care_tables.health,
    care_tables.ledger,
    care_tables.conversations,
    care_tables.channels,
    care_tables.never_met,
)


@pytest.fixture
def session(star):
    letters = [
        (one, two, pd.Timestamp("2026-03-01") + pd.Timedelta(days=day), "message", "linkedin")
        for day in range(30)
        for one, two in (("ego", "ann"), ("ann", "ego"))
    ]
    day = pd.Timestamp("2026-03-05")
    letters.append(("ego", "bo", day, "meeting", "in_person_possible"))  # a calendar is known
    columns = ["source", "target", "at", "kind", "channel"]
    events = pd.DataFrame(letters, columns=columns)
    return Session(ng.Contacts(people=star.people, ties=star.ties, interactions=events))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_a_name_that_is_hidden_later_is_in_no_table(session, table):
    assert "Ann" in table(session).to_csv()
    session.hide_names(hidden=True)
    assert not table(session).empty
    assert "Ann" not in table(session).to_csv()
    session.hide_names(hidden=False)
    assert "Ann" in table(session).to_csv()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_each_is_worked_out_once(session, table):
    assert table(session) is table(session)
