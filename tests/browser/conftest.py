"""A real browser on a running dashboard; whatever it asks other hosts for is stopped and noted."""

import os
import shutil
import threading
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import pytest
from werkzeug.serving import make_server

import netgraph as ng
from netgraph_dashboard.app import create_app

REQUIRED = os.environ.get("NETGRAPH_REQUIRE_BROWSER") == "1"
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def cannot(reason):
    """Skip, or fail where a browser is required: then a skipped test would be a hole."""
    if REQUIRED:
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def launch():
    """Give a function that starts Chromium with more arguments."""
    try:
        from playwright.sync_api import sync_playwright  # noqa: PLC0415 - a test extra
    except ImportError:
        cannot("playwright is not installed: pip install 'professional-netgraph[test]'")
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        cannot("no Chromium was found: install chromium to run the browser tests")
    with sync_playwright() as playwright:
        started = []

        def start(*more):
            browser = playwright.chromium.launch(executable_path=found, args=[*ARGUMENTS, *more])
            started.append(browser)
            return browser

        yield start
        for browser in started:
            browser.close()


@pytest.fixture(scope="session")
def chromium(launch):
    return launch()


def running(shown, *, example=False):
    """Serve a dashboard on a free port; gives its address, then ends it."""
    app = create_app(shown, example=example)
    server = make_server("127.0.0.1", 0, app.server, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def dashboard(example):
    """Serve the example; no test may change it."""
    yield from running(example, example=True)


@pytest.fixture
def own_dashboard(example):
    """Serve the example to one test, which may add to it."""
    yield from running(example, example=True)


@pytest.fixture
def kept_dashboard(tmp_path):
    """Serve an empty workspace that is kept in a file."""
    with ng.Workspace(tmp_path / "network.db") as workspace:
        yield from running(workspace)


@dataclass
class Watch:
    """What a page complained of, and whom else it asked."""

    errors: list[str] = field(default_factory=list)
    other_hosts: list[str] = field(default_factory=list)

    def is_quiet(self):
        assert not self.other_hosts
        assert not self.errors


@pytest.fixture
def visit(chromium):
    """Give a function that opens an address and gives the page and its watch."""
    contexts = []

    def open_page(address, *, scheme="light", width=1440, browser=chromium):
        context = browser.new_context(
            color_scheme=scheme, viewport={"width": width, "height": 900}, accept_downloads=True
        )
        contexts.append(context)
        watch = Watch()
        own = urlsplit(address).netloc

        def let_through(route):
            parts = urlsplit(route.request.url)
            if parts.scheme in {"data", "blob"} or parts.netloc == own:
                route.continue_()
            else:
                watch.other_hosts.append(route.request.url)
                route.abort()

        context.route("**/*", let_through)
        page = context.new_page()
        page.on("console", lambda m: watch.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda error: watch.errors.append(str(error)))
        page.goto(address)
        page.wait_for_selector("main h1", state="attached", timeout=60_000)
        return page, watch

    yield open_page
    for context in contexts:
        context.close()
