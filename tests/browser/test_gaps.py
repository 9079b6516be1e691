"""The page of gaps in a real browser: from the missing field to what to ask."""

import pytest

pytestmark = pytest.mark.browser


def test_from_the_missing_field_to_a_draft_of_the_ask(visit, dashboard):
    page, watch = visit(dashboard + "/gaps")
    page.wait_for_selector(".gap-item-open .person")
    assert page.locator(".headline").inner_text().startswith("You know too few people in ")
    page.locator(".gap-name", has_text="Government").click()
    page.wait_for_selector(".gap-way:has-text('no path known')")
    other = page.locator(".gap-name").nth(2).inner_text()
    page.locator(".gap-name").nth(2).click()
    page.wait_for_selector(f".gap-way h2:has-text('The way to {other}')")
    assert page.locator(".gap-item-open .gap-name").inner_text() == other
    page.locator(".gap-lead .button-main").first.click()
    page.wait_for_selector(".gap-lead textarea.draft")
    assert other in page.locator(".gap-lead textarea.draft").input_value()
    watch.is_quiet()


def test_fields_that_matter_are_compared_and_weighed(visit, dashboard):
    page, watch = visit(dashboard + "/gaps")
    page.wait_for_selector(".gap-item-open")
    page.click("#gaps-baseline")
    page.keyboard.type("Law and")
    page.locator("[role=option]:visible", has_text="Law and compliance").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_selector(".evidence-line:has-text('equal shares of Law and compliance')")
    page.keyboard.type("Educ")
    page.locator("[role=option]:visible", has_text="Education").wait_for()
    page.keyboard.press("Enter")
    page.wait_for_selector(".gap-weight")
    page.keyboard.press("Escape")
    page.locator(".gap-weight label", has_text="matters most").first.click()
    page.wait_for_selector(".evidence-line:has-text('your weights for')")
    watch.is_quiet()


def test_gaps_can_be_split_and_lead_to_the_way(visit, dashboard):
    page, watch = visit(dashboard + "/gaps")
    page.locator("#gaps-by label", has_text="Decade").click()
    page.wait_for_selector(".heat-gaps th:has-text('2010s')")
    field = page.locator(".heat-gaps .link-button").last
    name = field.inner_text()
    assert name not in page.locator(".gap-way h2").inner_text()  # another field is open
    field.click()
    page.wait_for_selector(f".gap-way h2:has-text('{name}')")
    page.wait_for_selector("#gaps-there-grid .ag-row")
    watch.is_quiet()
