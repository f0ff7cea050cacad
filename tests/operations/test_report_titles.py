"""A report is called by its title, also where nobody said what kind of document it is."""

from pathlib import Path

from answerable.operations.documents import deciding, reading
from answerable.operations.documents.reader import Meta
from answerable.operations.sessions.reports import titles
from answerable.scrutiny.matter import report_of
from answerable.store.papers import review
from answerable.store.reads import registers
from tests.operations.cast import AT, DAY, FORCE, OFFICER

REPORT = """<html><title>Safe</title><body><p>By 30 September 2026 the force should:</p>
<ul><li>train every lead officer;</li></ul></body></html>"""


def test_a_report_is_known_by_who_published_it(home: Path) -> None:
    meta = Meta(
        name="safe.html",
        title="How safe",
        publisher="anyshire-inspectorate",
        published="2024-02-20",
        subject=FORCE,
    )
    reading.read(by=OFFICER, at=AT, key="read", data=REPORT.encode(), meta=meta)
    (found,) = review.waiting(kind="recommendation")
    receipt = deciding.accept(
        by=OFFICER, at=AT, key="accept", seen=None, candidate=str(found.record["id"])
    )
    assert receipt is not None
    register = registers.register(FORCE, valid=DAY)
    assert titles(register)[report_of(register.versions[-1].fact.stream)] == "How safe"
