"""Somebody looks for the way to a person and drafts the ask: in a real browser."""

import pytest

pytestmark = pytest.mark.browser

BUSY = 60_000


def test_from_the_field_to_the_draft_and_on_to_the_map(visit, dashboard):
    page, watch = visit(dashboard + "/paths")
    page.wait_for_selector(".reach-begin a", timeout=BUSY)
    field = page.locator("#paths-text")
    field.click()
    field.press_sequentially("kerstin berg")
    page.wait_for_selector("[role=option]:has-text('Kerstin Bergqvist')")
    field.press("ArrowDown")
    field.press("Enter")  # takes the suggestion and asks
    page.wait_for_selector(".way", timeout=BUSY)
    page.wait_for_function("() => location.search.startsWith('?person=')")
    assert "You know Kerstin Bergqvist" in page.locator(".way-verdict").inner_text()
    page.locator(".way").nth(1).locator("button").click()
    page.wait_for_selector("#paths-text-1")
    assert "Kerstin" in page.input_value("#paths-text-1")
    page.locator(".way-map").first.click()
    page.wait_for_function("() => location.pathname === '/map'")
    page.wait_for_selector("#map-card h2:has-text('Kerstin Bergqvist')", timeout=BUSY)
    page.locator("#map-card a", has_text="Ways to this person").click()
    page.wait_for_selector(".way", timeout=BUSY)
    watch.is_quiet()


def test_a_link_to_a_field_answers_and_fills_the_form(visit, dashboard):
    page, watch = visit(dashboard + "/paths?domain=LEGL")
    page.wait_for_selector(".way", timeout=BUSY)
    assert page.input_value("#paths-text") == "Law and compliance"
    page.locator(".folded summary", has_text="How sure").click()
    page.wait_for_selector(".record")
    watch.is_quiet()


def test_a_list_of_companies_is_looked_up_and_saved(visit, dashboard, tmp_path):
    page, watch = visit(dashboard + "/paths")
    page.fill("#companies-list", "Tavodorth Cloud\nNobody At All")
    page.click("#companies-go")
    page.wait_for_selector("#companies-grid .badge-works-there", timeout=BUSY)
    page.wait_for_selector("#companies-grid .ag-row:has-text('nobody known')")
    with page.expect_download() as saving:
        page.click("#companies-save")
    saving.value.save_as(tmp_path / "companies.csv")
    saved = (tmp_path / "companies.csv").read_text(encoding="utf-8-sig")
    assert "Nobody At All,nobody known" in saved
    page.set_input_files(
        "#companies-drop input[type=file]",
        [{"name": "a.csv", "mimeType": "text/csv", "buffer": b"company\nIxodorth AI\n"}],
    )
    page.wait_for_function(
        "() => document.querySelector('#companies-list').value === 'Ixodorth AI'", timeout=BUSY
    )
    watch.is_quiet()
