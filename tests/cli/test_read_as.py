"""A reading is taken as another kind from the command line; a wrong word is refused."""

from pathlib import Path

from typer.testing import CliRunner

from answerable.cli.main import app
from answerable.operations.documents import reading
from answerable.operations.documents.reader import Meta
from answerable.store.papers import review
from tests.operations.cast import AT, FORCE, OFFICER

LETTER = b"<html><body><h1>Report</h1><p>Recommendation: the force should train.</p></body></html>"
META = Meta(
    name="r.html", publisher="anyshire-inspectorate", published="2026-04-20", subject=FORCE
)


def test_a_reading_waits_as_another_kind(home: Path) -> None:
    reading.read(by=OFFICER, at=AT, key="r", data=LETTER, meta=META)
    name = str(review.waiting(kind="recommendation")[0].record["id"])
    wrong = CliRunner().invoke(app, ["read-as", name, "horoscope"])
    assert (wrong.exit_code, "cannot be read as “horoscope”" in wrong.stderr) == (2, True)
    answer = CliRunner().invoke(app, ["read-as", name, "area-for-improvement"])
    assert answer.exit_code == 0, answer.output
    (made,) = review.waiting(kind="area_for_improvement")
    assert answer.stdout.strip() == f"Read as area-for-improvement: {made.record['id']} waits."
