"""What a newer export changed."""

import pandas as pd
import pytest

import netgraph as ng
from netgraph_dashboard import changed
from netgraph_dashboard.session import Session

from .conftest import texts
from .exports import CONNECTIONS, NEWER


@pytest.fixture
def session():
    workspace = ng.Workspace(":memory:")
    workspace.add(CONNECTIONS)
    found = Session(workspace)
    found.add([NEWER])
    return found


@pytest.fixture
def changes(session):
    return session.importing.imported.changes


def test_each_kind_is_counted(changes):
    assert dict(changed.counted(changes)) == {
        "joined": "1 joined",
        "left": "1 left",
        "employer": "1 new employer",
        "title": "1 new title",
    }


def test_before_and_after_stand_beside_each_other(session, changes):
    rows = changed.rows(session, changes)
    row = rows[rows["what"] == "new employer"].iloc[0]
    assert (row["name"], row["before"], row["after"]) == ("Uma Roth", "Acme Tools", "Neworg")
    assert row["address"] == "in/uma-roth"


def test_who_left_has_a_name_but_no_place_on_the_map(session, changes):
    rows = changed.rows(session, changes)
    row = rows[rows["what"] == "left"].iloc[0]
    assert row["name"] == "Wes Tanner"
    assert pd.isna(row["address"])


def test_hidden_names_stand_in_no_row(session, changes):
    session.hide_names(hidden=True)
    rows = changed.rows(session, changes)
    assert rows["name"].str.match(r"Person \d+$|Somebody who left$").all()
    assert not rows["address"].dropna().str.contains("uma").any()


def test_where_nothing_changed_nothing_is_shown(session, changes):
    assert changed.build(session, changes.head(0)) is None
    assert "1 new title" in texts(changed.build(session, changes))
