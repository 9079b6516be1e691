"""Sharing out work."""

import pytest

from netgraph.kernels import _threads
from netgraph.kernels._threads import share_out


@pytest.mark.parametrize(("cores", "blocks", "calls"), [(1, 5, 1), (3, 5, 3), (8, 2, 2), (2, 0, 1)])
def test_every_block_is_done_once(cores, blocks, calls, monkeypatch):
    monkeypatch.setattr(_threads, "_cores", lambda: cores)
    shares = share_out(lambda first, stride: list(range(first, blocks, stride)), blocks)
    assert len(shares) == calls
    assert sorted(block for share in shares for block in share) == list(range(blocks))
