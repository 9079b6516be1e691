"""Every page in a real browser, light and dark, wide and narrow."""

import re

import pytest

pytestmark = pytest.mark.browser

PATHS = (
    "/", "/map", "/clusters", "/brokers", "/gaps", "/paths", "/what-if", "/plan", "/care",
    "/career", "/change", "/people", "/review", "/data",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_a_page_shows_without_an_error_and_asks_no_other_host(visit, dashboard, path):
    page, watch = visit(dashboard + path)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_selector(f"html[data-mantine-color-scheme={scheme}]")
        for width in (1440, 900):
            page.set_viewport_size({"width": width, "height": 900})
            page.wait_for_load_state("networkidle")
            # charts and tables follow the window's width a moment later
            page.wait_for_function("document.documentElement.scrollWidth <= window.innerWidth")
    watch.is_quiet()


def test_the_navigation_changes_the_page_in_place(visit, dashboard):
    page, watch = visit(dashboard)
    page.evaluate("window.stillHere = true")
    for title in (
        "Map",
        "Clusters",
        "Brokers",
        "Gaps",
        "Paths",
        "People",
        "Review",
        "Data",
        "Overview",
    ):
        page.locator("#navigation .nav-link", has_text=title).click()
        page.wait_for_function("title => document.title === `${title} · netgraph`", arg=title)
    assert page.evaluate("window.stillHere")
    page.wait_for_load_state("networkidle")
    watch.is_quiet()


def test_the_theme_can_be_chosen_against_the_system(visit, dashboard):
    page, _ = visit(dashboard, scheme="light")
    page.locator(".icon-dark").click()
    page.wait_for_selector("html[data-mantine-color-scheme=dark]")
    assert page.evaluate("document.body.dataset.agThemeMode") == "dark"
    page.locator(".icon-auto").click()
    page.wait_for_selector("html[data-mantine-color-scheme=light]")


def test_every_person_s_name_can_be_hidden(visit, own_dashboard):
    page, _ = visit(own_dashboard + "/people")
    page.wait_for_selector(".ag-row a.person")
    page.locator(".hide-names label").first.click()
    page.wait_for_function(
        "() => { const links = [...document.querySelectorAll('.ag-row a.person')];"
        "return links.length && links.every(link => /^Person \\d+$/.test(link.textContent)); }"
    )


def test_an_unknown_address_says_so(visit, dashboard):
    page, watch = visit(dashboard + "/nowhere")
    assert "No such page" in page.locator("main").inner_text()
    watch.is_quiet()


def test_people_can_be_narrowed_down(visit, dashboard):
    page, _ = visit(dashboard + "/people")
    page.wait_for_selector(".ag-row")
    people = page.locator(".ag-row a.person")
    people.nth(2).wait_for()
    name = people.nth(2).inner_text()
    page.fill("#people-filter", name)
    page.wait_for_function("() => document.querySelectorAll('.ag-row a.person').length === 1")
    assert people.inner_text() == name
    page.fill("#people-filter", "no such person at all")
    page.wait_for_function("() => document.querySelectorAll('.ag-row').length === 0")


def test_a_row_of_the_brokers_shows_in_the_chart(visit, dashboard):
    page, _ = visit(dashboard + "/brokers")
    row = page.locator(".ag-center-cols-container .ag-row[row-index='2']")
    row.locator("[col-id=degree]").click()
    name = row.locator("a.person").inner_text()
    assert name
    page.wait_for_function(
        "name => document.querySelector('#brokers-note').textContent.includes(name)", arg=name
    )


def test_a_row_of_the_clusters_lists_its_people(visit, dashboard):
    page, watch = visit(dashboard + "/clusters")
    page.wait_for_selector(".ag-row[row-index='1'] .swatch-label")
    label = page.locator(".ag-row[row-index='1'] .swatch-label").inner_text()
    page.locator(".ag-center-cols-container .ag-row[row-index='1'] [col-id=size]").click()
    page.wait_for_function(
        "label => document.querySelector('#clusters-members h2').textContent === label", arg=label
    )
    watch.is_quiet()


def test_a_cluster_can_be_renamed_and_is_called_so_on_the_map(visit, own_dashboard):
    page, watch = visit(own_dashboard + "/clusters")
    page.wait_for_selector("#clusters-name")
    page.fill("#clusters-name", "My old firm")
    page.keyboard.press("Enter")
    page.wait_for_selector("#clusters-members h2:has-text('My old firm')")
    page.wait_for_selector("#clusters-grid .swatch-label:has-text('My old firm')")
    page.locator("#navigation .nav-link", has_text="Map").click()
    page.wait_for_selector(".legend-entry:has-text('My old firm')")
    watch.is_quiet()


def test_a_share_in_a_table_is_written_as_in_a_sentence(visit, dashboard):
    page, watch = visit(dashboard + "/clusters")
    page.wait_for_selector(".ag-row [col-id=stability]")
    shares = page.locator(".ag-row [col-id=stability]").all_inner_texts()
    assert shares
    assert all(re.fullmatch(r"\d+\u00a0%", share) for share in shares)
    watch.is_quiet()
