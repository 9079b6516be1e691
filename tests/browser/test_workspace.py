"""A person adds files, decides who is who, takes it back, adds again: in a real browser."""

import pytest

from tests.dashboard.exports import CONNECTIONS, GOOGLE, NEWER

pytestmark = pytest.mark.browser

BUSY = 60_000


def upload(page, *files):
    page.set_input_files(
        "#data-upload input[type=file]",
        [{"name": name, "mimeType": "text/csv", "buffer": content} for name, content in files],
    )


def open_page(page, title):
    page.locator("#navigation .nav-link", has_text=title).click()
    page.wait_for_function("title => document.title === `${title} · netgraph`", arg=title)
    page.wait_for_selector(f"main h1:has-text('{title}')", timeout=BUSY, state="attached")


def states(page):
    rows = page.locator(".file-row")
    return {
        rows.nth(n).locator(".file-name").inner_text(): rows.nth(n).locator(".badge").inner_text()
        for n in range(rows.count())
    }


def names(page, name):
    """Count the people of this name on the page People."""
    open_page(page, "People")
    page.wait_for_selector(".ag-row")
    page.fill("#people-filter", name)
    page.wait_for_function(
        "name => [...document.querySelectorAll('.ag-row a.person')]"
        ".every(link => link.textContent === name)",
        arg=name,
    )
    return page.locator(".ag-row a.person").count()


def pair(page):
    return page.locator(".pair tbody tr").first.inner_text()


def wait_for_pair(page, name):
    page.wait_for_selector(f".pair tbody tr:has-text('{name}')", timeout=BUSY)


@pytest.fixture
def dashboard_with_files(visit, kept_dashboard):
    page, watch = visit(kept_dashboard + "/data")
    upload(page, CONNECTIONS, GOOGLE)
    page.wait_for_selector(".said:has-text('Added')", timeout=BUSY)
    return page, watch


def test_a_person_merges_refuses_undoes_and_imports_again(dashboard_with_files):
    page, watch = dashboard_with_files
    assert states(page) == {"Connections.csv": "added", "google.csv": "added"}
    assert "network.db" in page.locator(".lead").inner_text()  # it says where it is kept
    page.wait_for_selector("#review-count:has-text('2')", timeout=BUSY)

    # one pair is merged by a key, the other kept apart by a button
    open_page(page, "Review")
    wait_for_pair(page, "Vic Sand")
    page.keyboard.press("m")
    wait_for_pair(page, "Uma Roth")
    page.locator("#review-apart").click()
    page.wait_for_selector("h2:has-text('No pair is waiting')", timeout=BUSY)
    page.wait_for_function("() => document.querySelector('#review-count').textContent === ''")
    assert names(page, "Vic Sand") == 1
    assert names(page, "Uma Roth") == 2

    # both are taken back, the later one first: the button says which
    open_page(page, "Data")
    undo = page.locator("#undo-data")
    assert undo.inner_text() == "Undo: Uma Roth and Uma Roth are two people"
    undo.click()
    page.wait_for_selector("#undo-data:has-text('Vic Sand and Vic Sand are one person')")
    page.wait_for_selector("#review-count:has-text('1')", timeout=BUSY)
    undo.click()
    page.wait_for_selector("#undo-data:has-text('import of')")
    assert names(page, "Vic Sand") == 2

    # and decided again, the other way round
    open_page(page, "Review")
    wait_for_pair(page, "Vic Sand")
    page.keyboard.press("k")
    wait_for_pair(page, "Uma Roth")
    page.keyboard.press("m")
    page.wait_for_selector("h2:has-text('No pair is waiting')", timeout=BUSY)

    # the same files once more change nothing, and the refusal holds
    open_page(page, "Data")
    upload(page, CONNECTIONS, GOOGLE)
    page.wait_for_selector(".said:has-text('Nothing new')", timeout=BUSY)
    assert states(page) == {"Connections.csv": "known already", "google.csv": "known already"}
    assert names(page, "Vic Sand") == 2
    assert names(page, "Uma Roth") == 1
    assert page.locator("#review-count").inner_text() == ""

    # a newer export: what changed is shown, and the decisions hold
    open_page(page, "Data")
    upload(page, NEWER)
    page.wait_for_selector(".said:has-text('changed employer')", timeout=BUSY)
    page.wait_for_selector("#data-changes .ag-row:has-text('Neworg')", timeout=BUSY)
    badges = page.locator(".badges").inner_text()
    for change in ("1 joined", "1 left", "1 new employer", "1 new title"):
        assert change in badges
    assert names(page, "Vic Sand") == 2
    assert names(page, "Uma Roth") == 1
    watch.is_quiet()


def test_a_later_pair_comes_last_and_a_merge_can_be_refused(dashboard_with_files):
    page, watch = dashboard_with_files
    open_page(page, "Review")
    wait_for_pair(page, "Vic Sand")
    page.keyboard.press("l")
    wait_for_pair(page, "Uma Roth")
    page.keyboard.press("l")
    wait_for_pair(page, "Vic Sand")

    # what was joined without asking is parted, and taken back
    apart = page.locator("#review-merged").get_by_role("button", name="Keep apart")
    apart.click()
    page.wait_for_selector("#undo-review:has-text('Xia Underhill')", timeout=BUSY)
    assert names(page, "Xia Underhill") == 2
    open_page(page, "Review")
    page.locator("#undo-review").click()
    page.wait_for_selector("#review-merged .ag-row:has-text('Xia')", timeout=BUSY)
    assert names(page, "Xia Underhill") == 1
    watch.is_quiet()


def test_a_note_and_a_tag_are_kept_and_a_person_forgotten(dashboard_with_files):
    page, watch = dashboard_with_files
    page.evaluate("() => window.netgraph.shell.goToPerson('in/wes-tanner')")
    page.wait_for_selector("#card-note", timeout=BUSY)
    page.wait_for_load_state("networkidle")  # the map is drawn, the card stays
    page.fill("#card-note", "Met at the fair")
    page.click("#card-keep-note")
    page.wait_for_selector("#toast:has-text('The note is kept')")
    page.fill("#card-tag", "fair")
    page.keyboard.press("Enter")
    page.wait_for_selector(".tag:has-text('fair')")
    page.reload()
    page.wait_for_selector(".tag:has-text('fair')", timeout=BUSY)
    assert page.locator("#card-note").input_value() == "Met at the fair"

    page.click("#card-forget")
    page.get_by_role("button", name="Keep them").click()
    page.wait_for_selector("[role=dialog]", state="hidden")
    page.click("#card-forget")
    page.get_by_role("button", name="Forget", exact=True).click()
    page.wait_for_function("() => !window.location.search", timeout=BUSY)
    assert names(page, "Wes Tanner") == 0
    open_page(page, "Data")
    assert "Wes" not in page.locator("main").inner_text()
    watch.is_quiet()


def test_hidden_names_leave_the_address_too(dashboard_with_files):
    page, watch = dashboard_with_files
    page.evaluate("() => window.netgraph.shell.goToPerson('in/wes-tanner')")
    page.wait_for_selector(".map-card h2:has-text('Wes Tanner')", timeout=BUSY)
    page.locator(".hide-names label").first.click()
    page.wait_for_selector(".map-card h2:has-text('Person')", timeout=BUSY)
    assert "wes" not in page.url
    page.wait_for_function(
        "() => window.netgraph.map.current()?.data.people.id.every(id => id.startsWith('person-'))"
    )
    page.locator(".hide-names label").first.click()
    page.wait_for_selector(".map-card h2:has-text('Wes Tanner')", timeout=BUSY)
    watch.is_quiet()


def test_the_refused_rows_can_be_searched_and_taken_along(visit, dashboard):
    page, watch = visit(dashboard + "/data")
    page.wait_for_selector("#data-rejected .ag-row")
    page.fill("#data-rejected-filter", "no such reason")
    page.wait_for_function("() => !document.querySelector('#data-rejected .ag-row')")
    with page.expect_download() as download:
        page.get_by_role("link", name="Save as CSV").click()
    assert download.value.suggested_filename == "rejected.csv"
    watch.is_quiet()


def test_everything_can_be_deleted_after_a_question(dashboard_with_files):
    page, watch = dashboard_with_files
    page.wait_for_selector("#data-files .ag-row")
    page.click("#data-delete")
    page.get_by_role("button", name="Delete everything", exact=True).click()
    page.wait_for_selector("#toast:has-text('Everything is deleted')", timeout=BUSY)
    page.wait_for_selector("main:has-text('No file was read yet')", timeout=BUSY)
    watch.is_quiet()
