"""Files dropped in a real browser."""

import pytest

pytestmark = pytest.mark.browser

CONNECTIONS = (
    "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
    "Uma,Roth,https://www.linkedin.com/in/uma-roth,,Acme,Lawyer,01 Feb 2024\n"
    "Vic,Sand,https://www.linkedin.com/in/vic-sand,,Acme,Nurse,03 Mar 2024\n"
)


def drop(page, name, text):
    page.set_input_files(
        "#data-upload input[type=file]",
        {"name": name, "mimeType": "text/csv", "buffer": text.encode()},
    )


def test_a_dropped_file_is_read_and_takes_the_example_s_place(visit, own_dashboard):
    page, watch = visit(own_dashboard + "/data")
    assert "invented" in page.locator("#example-notice").inner_text()
    drop(page, "Connections.csv", CONNECTIONS)
    page.wait_for_selector(".said:has-text('Added')")
    assert "2 contacts" in page.locator(".said").inner_text()
    assert "nothing is stored" in page.locator(".lead").inner_text()
    page.wait_for_function("() => !document.querySelector('#example-notice').textContent")
    page.get_by_role("link", name="People", exact=True).first.click()
    page.wait_for_selector(".ag-row a.person:has-text('Uma Roth')")
    watch.is_quiet()


def test_a_file_that_cannot_be_read_says_why(visit, own_dashboard):
    page, watch = visit(own_dashboard + "/data")
    drop(page, "holiday.csv", "\x00\x01\x02")
    page.wait_for_selector(".said-error")
    said = page.locator(".said-error").inner_text()
    assert "Nothing was added" in said
    assert "holiday.csv" in said
    watch.is_quiet()
