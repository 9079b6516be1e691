"""The factory: pages at their addresses."""

import pytest

from netgraph_dashboard.app import create_app, find_pages

from .conftest import texts


def test_pages_stand_in_the_order_of_the_navigation():
    assert [page.TITLE for page in find_pages()] == [
        "Overview", "Map", "Clusters", "Brokers", "Gaps", "Paths", "What if", "Plan", "Care",
        "Career", "Change", "People", "Review", "Data",
    ]  # fmt: skip


def test_two_dashboards_do_not_share_anything(two_circles, star):
    one, two = (create_app(contacts).server for contacts in (two_circles, star))
    assert len(one.extensions["netgraph"].people) == 8
    assert len(two.extensions["netgraph"].people) == 3


def test_without_contacts_it_begins_all_the_same():
    assert create_app(None).server.test_client().get("/").status_code == 200


@pytest.mark.parametrize("example", [True, False])
def test_an_invented_network_is_said_to_be_one(two_circles, example):
    shown = texts(create_app(two_circles, example=example).layout())
    assert ("invented" in shown) == example
