"""axe-core (MPL, used in tests only) in a page that has a strict policy."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

SOURCE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """What axe finds, a sentence each: rule, first place, what to mend. Empty is what we want.

    A script tag would be blocked by the page's policy; evaluating the source is not.
    """
    if not SOURCE.exists():
        pytest.skip("axe-core is not installed: run `npm ci`")
    if not page.evaluate("'axe' in window"):
        page.evaluate(SOURCE.read_text(encoding="utf-8"))
    found = page.evaluate(
        "rules => axe.run({runOnly: rules, resultTypes: ['violations']})"
        ".then(r => r.violations.map(v => "
        "[v.id, v.nodes[0].target.join(' '), v.nodes[0].failureSummary]))",
        RULES,
    )
    return [f"{rule} at {place}: {' '.join(mend.split())}" for rule, place, mend in found]
