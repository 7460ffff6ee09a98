"""A real Chromium: finding it, starting it, opening a page and hearing what the page does.

Which pages are opened, and what is expected of them, is for the tests to say.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal, Protocol
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

Scheme = Literal["light", "dark"]

NAMES = ("chromium", "chromium-browser", "google-chrome")

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--no-first-run",
)

# Every rule of WCAG 2.2 up to level AA, and axe's own good practice.
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")


@dataclass
class Visit:
    """An open page, with all it has asked for and complained about since it was opened."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @property
    def outside_requests(self) -> list[str]:
        """Addresses on any other host than the page's own."""
        home = urlsplit(self.page.url).netloc
        return [url for url in self.requests if urlsplit(url).netloc not in ("", home)]


class PageAt(Protocol):
    """Opens an address in a fresh browser profile; `width` is in CSS pixels."""

    def __call__(
        self, url: str, scheme: Scheme = "light", width: int = 1280, *, scripts: bool = True
    ) -> Visit:
        """Return once the page, its scripts and its fonts have loaded."""


def find_chromium() -> str | None:
    """Return the program that HUB_CHROMIUM names, or else the first one on the PATH."""
    found = map(shutil.which, NAMES)
    return os.environ.get("HUB_CHROMIUM") or next(filter(None, found), None)


def missing_packages() -> list[str]:
    """Name the Debian packages without which no page can be opened here."""
    missing = [] if find_chromium() else ["chromium", "chromium-sandbox", "fonts-dejavu-core"]
    try:
        # Playwright brings its own Node.js, which needs this; a bare Debian lacks it.
        ctypes.CDLL("libatomic.so.1" if sys.platform == "linux" else None)
    except OSError:
        missing.append("libatomic1")
    return missing


@contextmanager
def running_browser() -> Iterator[Browser]:
    """Run the Chromium of this machine, without a window."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=QUIET,
            # The sandbox refuses root, as in containers; anyone else keeps it.
            chromium_sandbox=os.geteuid() != 0,
        )
        yield browser
        browser.close()


def open_page(browser: Browser, url: str, scheme: Scheme, width: int, *, scripts: bool) -> Visit:
    """Open `url` as a reader would whose system prefers `scheme` and no moving parts."""
    context = browser.new_context(
        color_scheme=scheme,
        java_script_enabled=scripts,
        reduced_motion="reduce",
        viewport={"width": width, "height": 900},
    )
    visit = Visit(context.new_page())
    visit.page.on("request", lambda request: visit.requests.append(request.url))
    visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
    visit.page.on(
        "console",
        lambda said: visit.errors.append(said.text) if said.type == "error" else None,
    )
    visit.page.goto(url)
    visit.page.evaluate("document.fonts.ready.then(() => true)")
    return visit


def axe_violations(page: Page) -> list[str]:
    """Return one line for each rule broken at each element; none for a clean page."""
    options = {"runOnly": list(RULES), "resultTypes": ["violations"]}
    found = Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']} ({rule['impact']}) at {node['target']}: {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


if __name__ == "__main__":
    # `make test` installs what this prints.
    sys.stdout.write(" ".join(missing_packages()))
