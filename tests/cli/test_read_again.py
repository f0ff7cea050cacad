"""A file handed in again: how many readings of it wait now is told, not how many came afresh."""

from pathlib import Path

from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.operations.documents import reading, recut
from answerable.operations.documents.folder import counted
from answerable.store.papers import review
from tests.api.acting import LETTER, META, hand_in, waiting
from tests.operations.cast import AT, OFFICER


def test_parts_that_a_person_made_are_counted_when_a_file_is_handed_in_again(home: Path) -> None:
    document = hand_in("first")
    name = waiting("recommendation")[-1]
    recut.split(by=OFFICER, at=AT, candidate=name, second="that was robbed")
    assert hand_in("again") == document
    waits = len(review.waiting(document=document))
    filed = reading.read(by=OFFICER, at=AT, key="third", data=LETTER, meta=META)
    assert filed.waiting == waits > 1


def test_one_reading_waits(home: Path) -> None:
    file = home / "letter.html"
    file.write_bytes(b"<html><body><h1>Report</h1><p>Recommendation: the force should train.</p>")
    answer = CliRunner().invoke(
        app,
        ["read", str(file), "--publisher", "anyshire-inspectorate", "--published", "2026-04-20"],
    )
    assert answer.exit_code == 0, answer.output
    assert f"{counted(len(review.waiting()))} for a person:" in answer.stdout
