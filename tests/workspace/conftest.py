"""A workspace in a file of its own, and one in memory."""

import pytest

import netgraph as ng


@pytest.fixture
def path(tmp_path):
    return tmp_path / "network.db"


@pytest.fixture
def workspace(path):
    with ng.Workspace(path) as opened:
        yield opened


@pytest.fixture
def memory():
    with ng.Workspace(":memory:") as opened:
        yield opened
