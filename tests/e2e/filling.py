"""Forms of the page, filled in as their readers would."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, Route, expect

FORMS = "contributing/forms/"
FORM = "[data-hub-form]"


@dataclass(frozen=True)
class Ended:
    """What a form ends in: the path of the file, and its text."""

    path: str
    text: str

    def put_into(self, root: Path) -> None:
        """Write the file into a hub."""
        (root / self.path).parent.mkdir(parents=True, exist_ok=True)
        (root / self.path).write_text(self.text, encoding="utf-8")


def fill(page: Page, answers: dict[str, str]) -> None:
    """Answer by label, in a group where the label is `group: label`."""
    for name, answer in answers.items():
        group, _, label = name.rpartition(": ")
        within = page.locator("fieldset").filter(
            has=page.locator("> legend", has_text=group)
        ).last if group else page.locator(FORM)  # fmt: skip
        field = within.get_by_label(label, exact=False).first
        if field.evaluate("e => e.tagName") == "SELECT":
            field.select_option(label=answer)
        else:
            field.fill(answer)


def finished(page: Page) -> Ended:
    """Ask for the file."""
    page.get_by_role("button", name="Check and show the file").click()
    expect(page.locator("[data-hub-done]")).to_be_visible()
    text = page.locator("[data-hub-preview]").evaluate("each => each.textContent")
    return Ended(page.locator("[data-hub-path]").inner_text(), text)


def faults(page: Page) -> list[str]:
    """Ask for the file; return what is said in place of it, one line each."""
    page.get_by_role("button", name="Check and show the file").click()
    expect(page.locator("[data-hub-faults] li").first).to_be_visible()
    return page.locator("[data-hub-faults] li").all_inner_texts()


def keep_hub_at(page: Page, **places: str) -> None:
    """Let the forms know places that this hub does not name, by what their pages call them."""

    def with_places(route: Route) -> None:
        answer = route.fetch()
        body = answer.text()
        for name, place in places.items():
            attribute = f"data-{name.replace('_', '-')}"
            assert f'{attribute}=""' in body
            body = body.replace(f'{attribute}=""', f'{attribute}="{place}"')
        route.fulfill(response=answer, body=body)

    page.route(f"**/{FORMS}*/**", with_places)
