"""A person plans their next contacts, sets one aside, and supposes that they lose somebody."""

import re

import pytest

import netgraph as ng

from .conftest import running

pytestmark = pytest.mark.browser

BUSY = 60_000


@pytest.fixture
def kept_example():
    """Serve the example from a workspace: who is done can be written there."""
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example())
        yield from running(workspace, example=True)


def names(page):
    page.wait_for_selector(".plan-card", timeout=BUSY)
    return page.locator(".plan-card h3").all_inner_texts()


def wait_for_others(page, former):
    page.wait_for_function(
        """former => {
          const now = [...document.querySelectorAll('.plan-card h3')].map(h => h.innerText);
          return now.length && now.join() !== former.join();
        }""",
        arg=former,
        timeout=BUSY,
    )


def test_who_is_done_leaves_the_plan_until_it_is_undone(visit, kept_example):
    page, watch = visit(kept_example + "/plan")
    before = names(page)
    first = page.locator(".plan-card").first
    first.locator("summary", has_text="A draft to start from").click()
    assert before[0].split()[0] in first.locator("textarea").input_value()

    page.locator(f"button[aria-label='Done: {before[0]}']").click()
    wait_for_others(page, before)
    assert before[0] not in names(page)
    assert page.locator(".plan-aside a.person").all_inner_texts() == [before[0]]

    without = names(page)
    page.locator("#undo-plan").click()
    wait_for_others(page, without)
    assert names(page) == before
    watch.is_quiet()


def test_fewer_minutes_make_a_shorter_plan_and_are_remembered(visit, dashboard):
    page, _ = visit(dashboard + "/plan")
    before = names(page)
    slider = page.get_by_role("slider", name="Minutes that you have")
    slider.focus()
    slider.press("Home")
    for _ in range(3):
        slider.press("ArrowRight")
    wait_for_others(page, before)
    assert len(names(page)) < len(before)


def test_somebody_is_lost_from_the_brokers_and_the_address_keeps_it(visit, dashboard):
    page, watch = visit(dashboard + "/brokers")
    page.locator(".ag-center-cols-container .ag-row[row-index='0'] [col-id=degree]").click()
    page.locator("#brokers-note .what-if-link").click()
    page.wait_for_selector(".what-if-table", timeout=BUSY)
    told = page.locator("main .headline").inner_text()
    assert re.match(r"Without .+: 1 contact fewer", told)

    page.locator("#what-if-field").click()
    page.get_by_role("option", name="Law and compliance").click()
    page.wait_for_selector("main .headline:has-text('Law and compliance')", timeout=BUSY)
    page.wait_for_function("() => location.search.includes('field=LEGL')")
    again, _ = visit(page.url)
    again.wait_for_selector("main .headline:has-text('Law and compliance')", timeout=BUSY)
    assert again.locator("main .headline").inner_text().startswith(told.partition(":")[0])

    page.locator("#what-if-clear").click()
    page.wait_for_selector("h2:has-text('For instance')", timeout=BUSY)
    page.wait_for_function("() => location.search === ''")
    watch.is_quiet()


def test_hiding_names_leaves_no_name_in_the_address(visit, own_dashboard):
    page, watch = visit(own_dashboard + "/what-if")
    page.locator(".what-if-ideas a").first.click()
    page.wait_for_selector("main .headline:has-text('Without')", timeout=BUSY)
    assert "lose=in%2F" in page.url
    page.locator(".hide-names label").first.click()
    page.wait_for_selector("main .headline:has-text('Without Person ')", timeout=BUSY)
    page.wait_for_function("() => /lose=person-\\d+$/.test(location.search)")
    watch.is_quiet()
