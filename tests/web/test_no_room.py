"""A disk that fills while minutes are signed, really: the page says so, nothing is lost, and the
same button works once there is room. A mail server that is down is said where mails are asked."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from answerable.config import config
from answerable.ledger.book import Book
from answerable.operations import held_mails
from answerable.operations.notices import mailing
from answerable.store.papers import documents
from answerable.store.people import outbox
from answerable.vocabulary import facts
from tests.conftest import use_home
from tests.operations.cast import begin
from tests.web import test_session_desk as desk
from tests.web.acting import browser, hidden, words

FULL = "The disk is full"


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    begin(book)


@pytest.fixture
def small_disk(home: Path, tmp_path: Path) -> Iterator[Path]:
    """The home on a file system of 24 MB in memory, and a file that leaves no room in it."""
    place = tmp_path / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m", "none", str(place)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("only root may mount the small file system that fills")
    try:
        use_home(Path(shutil.copytree(home, place / "home")))
        yield place / "ballast"
    finally:
        use_home(home)
        subprocess.run(["umount", "-l", str(place)], check=True)


def fill(ballast: Path) -> None:
    """Until not one more byte fits."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(b"\0" * 4_096):
            pass
    assert os.statvfs(ballast.parent).f_bavail == 0


def waiting_for_a_signature() -> tuple[Any, Any]:
    officer = browser(desk.OFFICER)
    desk.plan(officer)
    page = desk.started(officer)
    typed = "Q: What shows it?\nA: The letter."
    desk.type_in(officer, "i1:words", typed, desk.shown(page))
    chair = browser(desk.CHAIR)
    return chair, chair.get(f"{desk.SESSION}sign/")


def sign(chair: Any, check: Any) -> Any:
    return chair.post(f"{desk.SESSION}sign/", {**hidden(check), "step": "sign"})


def test_a_disk_that_fills_while_minutes_are_signed(small_disk: Path) -> None:
    chair, check = waiting_for_a_signature()
    fill(small_disk)
    refused = sign(chair, check)
    assert refused.status_code >= 400
    assert "No space left" in words(refused)
    assert "Free some space and try again." in words(refused)
    small_disk.unlink()
    assert desk.held(facts.MinutesSigned) == []
    again = chair.get(f"{desk.SESSION}sign/")
    assert "The letter." in words(again)
    assert sign(chair, again).status_code == 302
    assert len(desk.held(facts.MinutesSigned)) == 1


def test_a_file_that_finds_no_room_is_told_in_words_and_no_defect(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    chair, check = waiting_for_a_signature()

    def refuse(*_: Any, **__: Any) -> Any:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as broken:
        broken.setattr(documents, "keep", refuse)
        refused = sign(chair, check)
    assert refused.status_code == 503
    assert FULL in words(refused)
    assert "Nothing was written to the record." in words(refused)
    assert desk.held(facts.MinutesSigned) == []
    assert sign(chair, check).status_code == 302


def test_mails_that_do_not_leave_are_told_where_they_are_asked_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    officer = browser(desk.OFFICER)
    monkeypatch.setenv("ANSWERABLE_SMTP", "127.0.0.1:9")
    config.cache_clear()
    asked = {**hidden(officer.get("/week/mail/")), "email": "officer@example.org"}
    assert "A mail is on its way to officer@example.org" in words(
        officer.post("/week/mail/", asked)
    )
    assert "did not take the mail" in mailing.flush(0).trouble
    assert held_mails.held_up(at=datetime.now(UTC)) is None  # noqa: TID251  # the clock of the disk
    held = held_mails.held_up(at=datetime.now(UTC) + held_mails.LATE + timedelta(minutes=1))  # noqa: TID251  # as above
    assert held is not None
    assert (held.waiting, held.server) == (1, True)
    (waiting,) = (config().home / "outbox").glob("*.eml")
    old = waiting.stat().st_mtime - held_mails.LATE.total_seconds() - 60
    os.utime(waiting, (old, old))
    page = words(officer.get("/week/mail/"))
    assert "A mail has waited since" in page
    assert "None is lost, and each is tried again every hour." in page
    assert outbox.waiting()
    monkeypatch.delenv("ANSWERABLE_SMTP")
    config.cache_clear()
    assert "This site has no mail server yet" in words(officer.get("/week/mail/"))
    config.cache_clear()
