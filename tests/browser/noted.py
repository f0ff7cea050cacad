"""Notes the day on which every check in a browser passed: the accessibility statement names it.

`make browser` runs it last, so only after all of them passed.
"""

import json

from answerable.cli.door import now
from tests.browser.test_page_types import WIDTHS
from tests.web.preview import WEB

FILE = WEB.parent / "catalogue" / "browser-checks.json"


def note() -> None:
    """Write the day of today and the widths in pixels."""
    told = {"on": now().date().isoformat(), "widths": WIDTHS}
    FILE.write_text(f"{json.dumps(told)}\n", encoding="utf-8")


if __name__ == "__main__":
    note()
