"""A workspace of its own for each test; the user's is never touched."""

import pytest


@pytest.fixture(autouse=True)
def workspace(tmp_path, monkeypatch):
    path = tmp_path / "kept" / "network.db"
    monkeypatch.setenv("NETGRAPH_WORKSPACE", str(path))
    return path
