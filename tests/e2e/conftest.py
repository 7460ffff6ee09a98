"""What end-to-end tests ask for: a server for a site, a browser, and axe."""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.e2e.browser import (
    PageAt,
    axe_violations,
    missing_packages,
    open_page,
    running_browser,
)
from tests.e2e.serving import Serve, serving

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Run these tests last: the quick ones first, and none inside playwright's event loop."""
    items.sort(key=lambda item: HERE in item.path.parents)


@pytest.fixture(scope="session")
def serve() -> Iterator[Serve]:
    """Serve folders, each at its own port, until the last test is done."""
    with ExitStack() as servers:
        yield lambda folder, under="/": servers.enter_context(serving(folder, under))


@pytest.fixture(scope="session")
def hub_url(real_site: Path, serve: Serve) -> str:
    """Serve the real site; return its address."""
    return serve(real_site)


@pytest.fixture(scope="session")
def demo_url(demo_site: Path, serve: Serve) -> str:
    """Serve the site of the demonstration; return its address."""
    return serve(demo_site)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Run one Chromium for all tests; without one, skip them, but never in CI."""
    if missing := missing_packages():
        reason = (
            "the pages were not tried in a real browser. "
            f"On Debian: apt-get install {' '.join(missing)}. "
            "A Chromium of your own can be named in HUB_CHROMIUM."
        )
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    with running_browser() as running:
        yield running


@pytest.fixture
def page_at(browser: Browser) -> Iterator[PageAt]:
    """Open pages, and close them when the test ends."""
    yield lambda url, scheme="light", width=1280, *, scripts=True: open_page(
        browser, url, scheme, width, scripts=scripts
    )
    for context in browser.contexts:
        context.close()


@pytest.fixture
def axe() -> Callable[[Page], list[str]]:
    """Look for faults of accessibility."""
    return axe_violations
