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


def quiet(person, gap, silence):
    return {
        "person_id": person, "name": person.title(), "change": "quiet",
        "before": f"every {gap} days", "after": f"{silence} days",
        "since": pd.Timestamp("2024-01-05"), "until": pd.Timestamp("2025-01-05"), "source": "mail",
    }  # fmt: skip


def test_who_went_quiet_is_no_change_of_an_export(session, changes):
    silent = pd.DataFrame([quiet("in/uma-roth", 7, 217)])
    assert changed.build(session, silent) is None
    assert changed.build_quiet(session, changes) is None
    assert "1 person with whom" in texts(changed.build_quiet(session, silent))
    both = pd.concat([changes, silent], ignore_index=True)
    assert len(changed.build(session, both).children[-1].rowData) == len(changes)


def test_the_longest_silence_for_its_rhythm_comes_first(session):
    found = [quiet("ann", 100, 400), quiet("in/uma-roth", 7, 217), quiet("bo", 10, 1200)]
    shown = changed.quiet_rows(session, pd.DataFrame(found))
    assert shown["name"].tolist() == ["Bo", "Uma Roth", "Ann"]
    assert shown["silence"].tolist() == [
        "usually every 10 days, silent for 1,200",
        "usually every 7 days, silent for 217",
        "usually every 100 days, silent for 400",
    ]
    assert shown["last"].tolist() == ["2024-01-05"] * 3
