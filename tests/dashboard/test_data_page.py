"""The page of files."""

import base64

import pandas as pd

from netgraph_dashboard import import_panel
from netgraph_dashboard.pages import data


def test_what_a_browser_hands_over_is_unpacked():
    packed = "data:text/csv;base64," + base64.b64encode("Zoë,1".encode()).decode()
    assert import_panel.decode(packed) == "Zoë,1".encode()


def test_a_member_of_an_archive_stands_beside_its_archive():
    rows = pd.DataFrame({"file": ["my.zip/in/Connections.csv", "introductions.csv"]})
    parted = data.by_archive(rows)
    assert parted["file"].tolist() == ["in/Connections.csv", "introductions.csv"]
    assert parted["archive"].tolist()[0] == "my.zip"
    assert parted["archive"].isna().tolist() == [False, True]
