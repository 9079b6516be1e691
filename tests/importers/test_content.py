"""The bytes of a file: counted, known again, never too many, damaged or not."""

from __future__ import annotations

import io

import pytest

from netgraph.errors import ImportFormatError
from netgraph.importers import _content
from netgraph.importers._content import Budget, Content


class Broken(io.BytesIO):
    """A stream of which only the first bytes can be read."""

    def read(self, size=-1):
        piece = super().read(size)
        if not piece:
            raise OSError(5, "the disk is broken")
        return piece


def content(data, **options):
    return Content("a.csv", lambda: io.BytesIO(data), **options)


def test_what_was_looked_at_is_read_all_the_same():
    with content(b"abcdefgh") as found:
        assert found.peek(3) == found.peek(3) == b"abc"
        assert found.read(2) == b"ab"
        assert found.read(5) == b"c"  # no more of what was looked at
        assert found.read(9) == b"defgh"
        assert found.read(9) == b""
        assert found.size == 8


def test_the_digest_is_that_of_the_bytes_however_they_are_read():
    one, other, more = (
        content(b"abc" * 50_000, packed=9_999),
        content(b"abc" * 50_000),
        content(b""),
    )
    one.read_all()
    other.peek(10)
    while other.read(1_000):
        pass
    more.read_all()
    assert one.digest == other.digest != more.digest


@pytest.mark.parametrize("packed", [None, 100])
def test_damage_ends_a_stream_and_refuses_a_whole(packed):
    with Content("a.csv", lambda: Broken(b"abc"), packed=packed) as found:
        assert (found.read(2), found.read(2), found.read(2)) == (b"ab", b"c", b"")
        assert found.damage
    with pytest.raises(ImportFormatError) as error:
        Content("a.csv", lambda: Broken(b"abc"), packed=packed).read_all()
    assert error.value.reason == (
        "it is damaged" if packed else "it cannot be read (the disk is broken)"
    )


def test_a_file_that_cannot_be_opened_says_so():
    def nowhere():
        raise FileNotFoundError(2, "gone")

    with pytest.raises(ImportFormatError, match="gone"):
        Content("a.csv", nowhere).read_all()


def test_all_that_is_read_whole_of_an_archive_has_a_limit(monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_TOTAL", 10)
    budget = Budget()
    assert content(b"x" * 6, budget=budget).read_all() == b"x" * 6
    with pytest.raises(ImportFormatError, match="too large"):
        content(b"x" * 6, budget=budget).read_all()
    assert content(b"x" * 4, budget=budget).read_all() == b"x" * 4


def test_a_stream_has_a_limit_too(monkeypatch):
    monkeypatch.setattr(_content, "LARGEST_STREAM", 10)
    found = content(b"x" * 20)
    assert found.read(10)
    with pytest.raises(ImportFormatError, match="too large"):
        found.read(10)


def test_what_unpacks_to_far_too_much(monkeypatch):
    monkeypatch.setattr(_content, "RATIO_FROM", 100)
    assert len(content(b"x" * 25_000, packed=100).read_all()) == 25_000  # 250 times as much
    with pytest.raises(ImportFormatError, match="far too much"):
        content(b"x" * 25_001, packed=100).read_all()
