"""A person tends their ties: what is done leaves the follow-ups; a job hunt is laid out."""

import pytest

import netgraph as ng

from .conftest import running

pytestmark = pytest.mark.browser

BUSY = 60_000
SCHEMES = pytest.mark.parametrize("scheme", ["light", "dark"])


@pytest.fixture(scope="module")
def kept_example():
    """Serve the example from a workspace: what was done can be written there."""
    with ng.Workspace(":memory:") as workspace:
        workspace.add(*ng.example())
        yield from running(workspace, example=True)


def names(page):
    page.wait_for_selector(".plan-card", timeout=BUSY)
    return page.locator(".plan-card h3").all_inner_texts()


def wait_until_first(page, name, *, there):
    page.wait_for_function(
        """([name, there]) => {
          const first = document.querySelector('.plan-card h3');
          return first && (first.innerText === name) === there;
        }""",
        arg=[name, there],
        timeout=BUSY,
    )


@SCHEMES
def test_a_follow_up_that_is_done_is_gone_until_it_is_undone(visit, kept_example, scheme):
    page, watch = visit(kept_example + "/care", scheme=scheme)
    page.get_by_role("link", name="Follow-ups").click()
    page.wait_for_selector(".view-tab-chosen:has-text('Follow-ups')", timeout=BUSY)
    page.wait_for_selector("#due-area .plan-card", timeout=BUSY)
    before = names(page)
    page.locator(f"button[aria-label='Done: {before[0]}']").click()
    wait_until_first(page, before[0], there=False)
    assert before[0] not in names(page)

    page.locator("#undo-due").click()
    wait_until_first(page, before[0], there=True)
    assert names(page) == before
    watch.is_quiet()


@SCHEMES
def test_a_job_hunt_gives_a_table(visit, dashboard, scheme):
    page, watch = visit(dashboard + "/career", scheme=scheme)
    page.wait_for_selector("#hunt-companies", timeout=BUSY)
    page.fill("#hunt-companies", "Ixonellit Partners")
    page.fill("#hunt-roles", "Head of Data")
    page.locator("#hunt-roles").blur()
    page.locator("#hunt-go").click()
    page.wait_for_selector("#hunt-grid .ag-row", timeout=BUSY)
    asked = page.locator("#hunt-grid .ag-row [col-id=target]").all_inner_texts()
    assert {"Ixonellit Partners", "Head of Data"} <= set(asked)
    watch.is_quiet()


def test_the_minutes_of_a_week_are_remembered(visit, kept_example):
    page, watch = visit(kept_example + "/care?view=week")
    page.wait_for_selector("main .headline:has-text('of 60 minutes')", timeout=BUSY)
    page.locator("#week-minutes label", has_text="30").click()
    page.wait_for_selector("main .headline:has-text('of 30 minutes')", timeout=BUSY)
    page.reload()
    page.wait_for_selector("main .headline:has-text('of 30 minutes')", timeout=BUSY)
    with page.expect_download(timeout=BUSY) as saved:
        page.locator("#week-ics").click()
    assert saved.value.path().read_bytes().startswith(b"BEGIN:VCALENDAR")
    watch.is_quiet()
