"""What surrounds the pages."""

from netgraph_dashboard import shell


def test_the_search_shows_name_and_work(session):
    assert shell.options(session, "ada") == [{"value": "ada", "label": "Ada · Firm A"}]


def test_a_letter_alone_is_too_little_to_search_for(session):
    assert shell.options(session, "a") == []
    assert shell.options(session, None) == []
