"""The form on “Check that nothing was altered”: the browser answers itself, and says the same as
verify.py; files chosen or dropped; without scripts the page says what to take instead."""

from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.conftest import OpenPage
from tests.vectors import closings
from tests.vectors.receipts import LEAVES, policy, proof

pytestmark = pytest.mark.browser
PAGE = "/history/verify/"


@pytest.fixture
def receipt(tmp_path: Path) -> list[Path]:
    (tmp_path / "0.entry").write_bytes(LEAVES[0])
    (tmp_path / "0.tlog-proof").write_bytes(proof())
    return [tmp_path / "0.entry", tmp_path / "0.tlog-proof"]


def test_a_receipt_holds_and_a_changed_one_does_not(
    site: str, open_page: OpenPage, receipt: list[Path]
) -> None:
    page = open_page(site + PAGE)
    page.get_by_label("Whose signatures count").fill(policy())
    page.get_by_label("Files", exact=True).set_input_files(receipt)
    page.get_by_role("button", name="Check the files").click()
    out = page.locator("form[data-verify] output")
    out.get_by_text("HOLDS: entry 0, ActionPromised").wait_for()
    assert "witnessed by w1.example" in out.inner_text()
    assert violations(page) == []

    receipt[0].write_bytes(LEAVES[0].replace(b"2026-01-05", b"2026-01-06"))
    page.get_by_label("Files", exact=True).set_input_files(receipt)
    page.get_by_role("button", name="Check the files").click()
    out.get_by_text("DOES NOT HOLD: the proof does not lead").wait_for()


def test_a_bundle_is_answered_by_the_rule(site: str, open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "x.bundle").write_bytes(closings.three().bundle())
    page = open_page(site + PAGE, width=375)
    page.get_by_label("Whose signatures count").fill(closings.policy())
    page.get_by_label("Files", exact=True).set_input_files(tmp_path / "x.bundle")
    page.get_by_role("button", name="Check the files").click()
    page.get_by_text("CLOSED (signed), three signatures").wait_for()
    out = page.locator("form[data-verify] output")
    assert "app-checked--fault" not in str(out.get_attribute("class"))

    (tmp_path / "x.bundle").write_bytes(closings.stated("published").bundle(texts={}))
    page.get_by_label("Files", exact=True).set_input_files(tmp_path / "x.bundle")
    page.get_by_role("button", name="Check the files").click()
    page.get_by_text(closings.less("published")).wait_for()
    assert "app-checked--fault" in str(out.get_attribute("class")), "it is not shown as holding"


def test_files_can_be_dropped(site: str, open_page: OpenPage, receipt: list[Path]) -> None:
    page = open_page(site + PAGE)
    page.get_by_label("Whose signatures count").fill(policy())
    page.evaluate(
        """(files) => {
            const held = new DataTransfer();
            for (const [name, bytes] of files) {
                held.items.add(new File([new Uint8Array(bytes)], name));
            }
            const how = { dataTransfer: held, bubbles: true, cancelable: true };
            const event = new DragEvent("drop", how);
            document.querySelector("form[data-verify]").dispatchEvent(event);
        }""",
        [[path.name, list(path.read_bytes())] for path in receipt],
    )
    page.get_by_text("2 files dropped").wait_for()
    page.get_by_role("button", name="Check the files").click()
    page.get_by_text("HOLDS: entry 0").wait_for()


def test_without_scripts_the_page_leads_to_the_verifier(site: str, open_page: OpenPage) -> None:
    page = open_page(site + PAGE, scripts=False)
    assert page.get_by_text("The form for it needs JavaScript").is_visible()
    assert not page.locator("form[data-verify]").is_visible()
    answer = page.request.get(
        site + str(page.get_by_role("link", name="verify.py").get_attribute("href"))
    )
    assert answer.body().startswith(b"#!/usr/bin/env python3")
