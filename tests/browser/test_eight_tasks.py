"""The eight tasks of an officer on a small office: each can still be done, and gives its paper."""

import pytest
from benchmarks.tasks.beside import BESIDE
from benchmarks.tasks.office import Size, open_office
from benchmarks.tasks.walk import TASKS, walk
from playwright.sync_api import Browser

from tests.web.preview import WEB

pytestmark = pytest.mark.browser

SMALL = Size(rows=24, chapters=3, paragraphs=2, sessions=2)
MOST_STEPS = 40
"""A task that takes more steps than this on so little has become a worse task."""


def test_every_task_of_an_officer_can_be_done(
    chromium: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    if not (WEB / "static" / "ready").exists():
        pytest.skip("assets are not built: run `make assets`")
    with open_office(tmp_path_factory.mktemp("office"), SMALL) as office:
        context = chromium.new_context(locale="en-GB", accept_downloads=True)
        complaints: list[str] = []
        context.on("weberror", lambda error: complaints.append(str(error.error)))
        done = list(walk(context, office))
        context.close()
    assert [one.name for one in done] == list(TASKS) == list(BESIDE)
    assert {one.name: one.steps for one in done if one.steps > MOST_STEPS} == {}
    assert complaints == []
