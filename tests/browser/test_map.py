"""The map in a real browser."""

import pytest

pytestmark = pytest.mark.browser

PLACE = """(id) => {
    const map = window.netgraph.map.current();
    const person = map.place.get(id);
    const { x, y } = map.data.people;
    const at = map.renderer.graphToViewport({ x: x[person], y: y[person] });
    const box = map.element.getBoundingClientRect();
    return [at.x + box.left, at.y + box.top];
}"""
MOST_TIED = """() => {
    const { id, name, degree } = window.netgraph.map.current().data.people;
    const best = degree.indexOf(Math.max(...degree));
    return [id[best], name[best]];
}"""
FOCUS = "() => window.netgraph.map.current()?.focus"
READY = "() => window.netgraph.map.current()?.renderer"


def open_map(visit, dashboard, query="", **options):
    page, watch = visit(dashboard + "/map" + query, **options)
    page.wait_for_function(READY)
    page.wait_for_selector(".legend-entry")
    return page, watch


def test_everybody_with_a_tie_stands_on_the_map(visit, dashboard, example):
    page, _ = open_map(visit, dashboard)
    shown = page.evaluate("() => window.netgraph.map.current().graph.order")
    assert shown > 0.9 * len(example.people)


def test_a_click_on_a_person_focuses_and_shows_the_card(visit, dashboard):
    page, watch = open_map(visit, dashboard)
    person, name = page.evaluate(MOST_TIED)
    page.mouse.click(*page.evaluate(PLACE, person))
    page.wait_for_function(FOCUS)
    page.wait_for_selector(".map-card h2")
    chosen = page.evaluate(
        "() => { const m = window.netgraph.map.current();"
        " return m.data.people.name[m.focus.person]; }"
    )
    # a neighbour may lie over the very person; whoever was hit is the one who is shown
    assert page.locator(".map-card h2").inner_text() == chosen
    assert "person=" in page.url
    assert chosen in page.locator("#map-live").inner_text()
    assert "Why this person matters" in page.locator(".map-card").inner_text()
    assert name
    watch.is_quiet()


def test_the_search_jumps_to_the_person_from_any_page(visit, dashboard):
    page, watch = open_map(visit, dashboard)
    _, name = page.evaluate(MOST_TIED)
    page.goto(dashboard + "/gaps")
    page.wait_for_selector("main h1")
    page.keyboard.press("/")
    page.keyboard.type(name, delay=20)
    page.wait_for_selector(f"[role=option]:has-text('{name}')")
    page.keyboard.press("Enter")
    page.wait_for_selector(".map-card h2")
    assert page.locator(".map-card h2").inner_text() == name
    page.wait_for_function(FOCUS)
    watch.is_quiet()


def test_the_address_carries_the_focus_and_back_leaves_it(visit, dashboard):
    page, _ = open_map(visit, dashboard)
    person, name = page.evaluate(MOST_TIED)
    page.evaluate("id => window.netgraph.shell.goToPerson(id)", person)
    page.wait_for_function(FOCUS)
    page.reload()
    page.wait_for_function(FOCUS)
    assert page.locator(".map-card h2").inner_text() == name
    page.go_back()
    page.wait_for_function("() => window.netgraph.map.current()?.focus === null")


def test_the_map_can_be_walked_by_keys(visit, dashboard):
    page, _ = open_map(visit, dashboard)
    page.locator("#map").focus()
    page.keyboard.press("Enter")
    page.wait_for_function(FOCUS)
    first = page.url
    for key in ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown"):
        page.keyboard.press(key)  # there need not be somebody in each direction
        page.wait_for_timeout(200)
        if page.url != first:
            break
    assert page.url != first
    page.wait_for_function("() => document.querySelector('#map-live').textContent.includes('tie')")
    page.keyboard.press("Escape")
    page.wait_for_function("() => window.netgraph.map.current().focus === null")


def test_an_entry_of_the_legend_filters(visit, dashboard):
    page, watch = open_map(visit, dashboard)
    page.locator(".legend-entry").nth(1).click()
    assert page.locator(".legend-entry[aria-pressed=true]").count() == 1
    assert page.evaluate("() => window.netgraph.map.current().chosen.size") == 1
    page.get_by_role("button", name="Show all").click()
    assert page.evaluate("() => window.netgraph.map.current().chosen.size") == 0
    watch.is_quiet()


def test_inferred_ties_can_be_hidden(visit, dashboard):
    page, _ = open_map(visit, dashboard)
    visible = """() => {
        const map = window.netgraph.map.current();
        return map.graph.filterEdges((tie, { inferred }) =>
            inferred && !map.renderer.getEdgeDisplayData(tie).hidden).length;
    }"""
    assert page.evaluate(visible) > 0
    assert "expected" in page.locator(".legend-line:has-text('Possible tie')").inner_text()
    page.locator(".map-look .mantine-Switch-track").click()
    page.wait_for_function("() => !window.netgraph.map.current().look.inferred")
    assert page.evaluate(visible) == 0
    assert page.locator(".legend-line").count() == 1


def test_colour_and_size_can_be_chosen(visit, dashboard):
    page, watch = open_map(visit, dashboard)
    page.locator("#map-colour").get_by_text("Field").click()
    page.wait_for_selector(".legend-entry:has-text('Software and IT')")
    page.locator("#map-size").get_by_text("Bridging").click()
    page.wait_for_function("() => window.netgraph.map.current().look.sizeBy === 'betweenness'")
    watch.is_quiet()


@pytest.mark.parametrize("width", [1440, 900])
def test_no_name_of_an_area_lies_on_another(visit, dashboard, width):
    page, watch = open_map(visit, dashboard)
    page.set_viewport_size({"width": width, "height": 900})
    page.wait_for_timeout(500)
    shown = "window.netgraph.map.current().areas.shown"
    hit = f"""() => {shown}.names.filter((name) => {shown}.discs.some((disc) => {{
        const x = Math.min(Math.max(disc.x, name.left), name.right);
        const y = Math.min(Math.max(disc.y, name.top), name.bottom);
        return disc.place !== name.place && Math.hypot(disc.x - x, disc.y - y) < disc.radius - 1;
    }})).length"""
    named = f"() => {shown}.names.map((name) => name.place)"
    assert page.evaluate(hit) == 0
    places = page.evaluate(named)
    assert len(places) >= 6
    left_out, x, y = page.evaluate(
        f"""() => {{
            const box = window.netgraph.map.current().element.getBoundingClientRect();
            const named = new Set({shown}.names.map((name) => name.place));
            const disc = {shown}.discs.find((one) => !named.has(one.place));
            return [disc.place, disc.x + box.left, disc.y + box.top];
        }}"""
    )
    page.mouse.move(x, y)
    page.wait_for_function(f"(place) => {shown}.names.some((n) => n.place === place)", arg=left_out)
    watch.is_quiet()


def test_the_picture_can_be_kept(visit, dashboard, tmp_path):
    page, _ = open_map(visit, dashboard)
    with page.expect_download() as download:
        page.locator("#map-save").click()
    kept = tmp_path / "map.png"
    download.value.save_as(kept)
    picture = kept.read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert len(picture) > 30_000, "the picture is empty"


def test_the_map_follows_the_theme(visit, dashboard):
    page, _ = open_map(visit, dashboard)
    ground = "() => window.netgraph.colours.scheme().ground"
    before = page.evaluate(ground)
    page.locator(".icon-dark").click()
    page.wait_for_selector("html[data-mantine-color-scheme=dark]")
    assert page.evaluate(ground) != before


def test_leaving_the_page_lets_the_drawing_go(visit, dashboard):
    page, watch = open_map(visit, dashboard)
    page.get_by_role("link", name="People", exact=True).first.click()
    page.wait_for_selector(".ag-row")
    assert page.evaluate("() => window.netgraph.map.current()") is None
    page.get_by_role("link", name="Map", exact=True).first.click()
    page.wait_for_function(READY)
    watch.is_quiet()


def test_without_webgl_a_simpler_map_says_that_it_is_one(visit, dashboard, launch):
    page, watch = visit(dashboard + "/map", browser=launch("--disable-3d-apis"))
    page.wait_for_selector("#map-figure .main-svg")
    assert "cannot draw with WebGL" in page.locator("#map-fallback").inner_text()
    watch.is_quiet()
