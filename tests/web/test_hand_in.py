"""Handing in a report: nothing enters the record, its numbers stand apart, it is one report."""

from datetime import UTC, date, datetime
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from answerable.operations import people
from answerable.operations.documents import (
    candidates,
    confirm,
    folder,
    handling,
    publication_day,
    reading_runs,
)
from answerable.operations.documents.reader import Meta
from answerable.operations.record import removal
from answerable.store.papers import documents, review
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import DocumentFiled, FindingPublished, GradeGiven
from tests.operations.cast import AT
from tests.web.acting import browser, hidden
from tests.web.small_home import FORCE

OFFICER = "anyshire-pcc/governance-officer"
REPORT = b"""<html><title>Custody: an inspection</title><body><h1>Custody: an inspection</h1>
<h2>Summary of grades</h2>
<table><tr><th>Question</th><th>Grade</th></tr><tr><td>Safe detention</td><td>Good</td></tr>
<tr><td>Leadership</td><td>Inadequate</td></tr></table>
<p>We looked at 84 files of Anyshire Police.</p>
<h2>Recommendations</h2><p>By 31 March 2027 Anyshire Police should:</p>
<ol><li>check each cell every hour and record the check.</li></ol></body></html>"""
TYPED = {
    "publisher": "anyshire-inspectorate",
    "published-day": "13",
    "published-month": "10",
    "published-year": "2026",
    "key": "hand-in",
    "seen-by": "everybody",
}


@pytest.fixture
def officer(home: Path, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(reading_runs, "AT_ONCE", 60.0)  # a busy machine reads slowly
    client = Client(SERVER_NAME="127.0.0.1")
    session = client.session
    session["office"] = OFFICER
    session.save()
    return client


def hand_in(client: Client, data: bytes = REPORT, **typed: str) -> tuple[int, str]:
    file = SimpleUploadedFile("report.html", data)
    answer = client.post("/review/hand-in/", {**TYPED, **typed, "file": file})
    return answer.status_code, answer.headers.get("Location", answer.content.decode())


def kinds() -> set[str]:
    return {c.kind for c in review.waiting()}


def test_it_opens_a_review_of_findings_with_the_numbers_apart(officer: Client) -> None:
    before = len(registers.history(FORCE).of_types(FindingPublished))
    status, to = hand_in(officer)
    assert status == 302
    assert {"recommendation", "grade", "count"} <= kinds()
    page = officer.get(to).content.decode()
    assert "1 number is not shown here and can wait" in page
    assert "“84 files”" not in page
    assert "“84 files”" in officer.get("/review/?kind=count").content.decode()
    assert len(registers.history(FORCE).of_types(FindingPublished)) == before


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ({}, "inspection-report"),
        ({"publisher": ""}, "other"),
        ({"publisher": "", "kind": "inspection-report"}, "inspection-report"),
        ({"kind": "inspection-letter"}, "inspection-letter"),
    ],
)
def test_it_is_filed_as_what_it_is_said_to_be_or_as_its_publisher_shows(
    officer: Client, typed: dict[str, str], kind: str
) -> None:
    plain = b"Custody in Anyshire\n\nAnyshire Police should check each cell.\n"
    assert hand_in(officer, plain, title="Custody in Anyshire", **typed)[0] == 302
    filed = [
        v.fact
        for n in registers.institutions()
        for v in registers.history(n).of_types(DocumentFiled)
    ]
    assert [f.type for f in filed if f.title == "Custody in Anyshire"] == [kind]


def test_a_kind_that_no_document_has_is_refused_and_what_was_typed_stays(officer: Client) -> None:
    status, page = hand_in(officer, kind="poem", title="My own title")
    assert status == 422
    assert "A document is one of these: inspection-report" in page
    assert "My own title" in page


def test_after_a_decision_the_chosen_kind_stays(officer: Client) -> None:
    hand_in(officer)
    grade = next(c for c in review.waiting() if c.kind == "grade")
    answer = officer.post(f"/review/{grade.record['id']}/accept/?kind=grade", {"key": "a"})
    following = answer.headers["Location"]
    assert "kind=grade" in following
    name = following.split("/")[2]
    assert next(c for c in review.waiting() if c.record["id"] == name).kind == "grade"


def test_its_grades_and_findings_are_of_one_report_named_after_the_inspectorate(
    officer: Client,
) -> None:
    hand_in(officer)
    for found in review.waiting():
        if found.kind in ("grade", "recommendation"):
            officer.post(f"/review/{found.record['id']}/accept/", {"key": found.record["id"]})
    held = registers.history(FORCE)
    stems = {
        version.fact.stream.rpartition("/")[0].rpartition("/")[0]
        for version in held.of_types(GradeGiven, FindingPublished)
        if "custody-an-inspection" in version.fact.stream
    }
    assert stems == {"anyshire-inspectorate/2026/anyshire/custody-an-inspection"}


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"published-day": "x"}, "Day of publication: “x” is no day of a month"),
        ({"source": "example"}, "begins with http"),
    ],
)
def test_what_was_typed_stays_when_something_is_to_be_mended(
    typed: dict[str, str], words: str, officer: Client
) -> None:
    status, page = hand_in(officer, title="A title that stays", **typed)
    assert status == 422
    assert words in page
    assert "A title that stays" in page


def test_without_a_file_it_says_what_to_do(officer: Client) -> None:
    answer = officer.post("/review/hand-in/", TYPED)
    assert answer.status_code == 422
    assert "Choose the file of the report." in answer.content.decode()


def several(client: Client, *named: tuple[str, bytes], box: str = "file", **typed: str) -> Any:
    files = [SimpleUploadedFile(name, data) for name, data in named]
    return client.post("/review/hand-in/", {**TYPED, **typed, box: files}, follow=True)


LETTER = b"By 30 September 2027 Anyshire Police should publish its plan for custody."


def test_a_folder_is_read_file_by_file_and_one_that_cannot_be_read_stops_no_other(
    officer: Client,
) -> None:
    answer = several(
        officer,
        ("report.html", REPORT),
        (".DS_Store", b"litter of a folder"),
        ("broken.pdf", b"%PDF-1.7 and nothing else"),
        ("letter.txt", LETTER),
        box="folder",
    )
    page = answer.content.decode()
    assert "2 of 3 documents are read" in page
    assert "broken.pdf" in page
    assert "1 could not be read; the reason stands beside each" in page
    assert "http-equiv" not in page
    for data in (REPORT, LETTER):
        sha = documents.digest(data)
        assert f"/review/?document={sha}" in page
        assert review.of(sha)


def test_a_title_belongs_to_one_file(officer: Client) -> None:
    answer = several(officer, ("a.txt", LETTER), ("b.html", REPORT), title="Custody")
    assert answer.status_code == 422
    assert "can be said of one file only" in answer.content.decode()
    assert not documents.held()


def test_a_long_reading_says_how_far_it_is_without_a_script_and_can_be_stopped(
    officer: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading_runs, "AT_ONCE", 0.01)
    begun, held_up, whole = Event(), Event(), folder.take

    def slow(**given: Any) -> folder.One:
        begun.set()
        assert held_up.wait(60)
        return whole(**given)

    monkeypatch.setattr(folder, "take", slow)
    try:
        page = several(officer, ("letter.txt", LETTER), ("report.html", REPORT))
        to = page.redirect_chain[-1][0]
        assert begun.wait(60)
        assert "0 of 2 files done." in page.content.decode()
        assert '<meta http-equiv="refresh" content="3">' in page.content.decode()
        still = officer.get(f"{to}?still=1").content.decode()
        assert "http-equiv" not in still
        stopped = officer.post(to.replace("/far/", "/stop/"), follow=True).content.decode()
        assert "The file that is being read now is the last." in stopped
    finally:
        held_up.set()
    run = reading_runs.begin_reading(  # the same key begins nothing anew
        by=people.acting_as(OFFICER), at=AT, key="hand-in", seen=None, meta=Meta(), typed={},
        files=[reading_runs.Handed("again.txt", [LETTER])],
    )  # fmt: skip
    assert [one.name for one in run.wait(60).done] == ["letter.txt"]
    assert "1 was not begun, because somebody stopped it." in officer.get(to).content.decode()


def test_one_that_nobody_here_began_is_said_to_be_unknown(officer: Client) -> None:
    page = officer.get("/review/hand-in/gone/far/").content.decode()
    assert "This reading is not known here" in page


def test_a_reader_sees_and_stops_no_reading(home: Path) -> None:
    client = Client(SERVER_NAME="127.0.0.1")
    assert "not known here" not in client.get("/review/hand-in/gone/far/").content.decode()
    assert client.post("/review/hand-in/gone/stop/").status_code == 403


def test_a_reader_hands_in_nothing(home: Path) -> None:
    answer = Client(SERVER_NAME="127.0.0.1").post("/review/hand-in/", TYPED)
    assert answer.status_code == 403
    assert "waiting" not in answer.content.decode()


def test_a_day_of_publication_to_come_is_refused(officer: Client) -> None:
    status, page = hand_in(officer, **{"published-year": "2027"})
    assert status == 422
    assert "13 October 2027, is still to come" in page
    assert kinds() == set()


def test_a_wrong_day_of_publication_is_put_right_by_handing_in_again(officer: Client) -> None:
    hand_in(officer, **{"published-year": "2025"})
    _, address = hand_in(officer, key="again")
    page = officer.get(address).content.decode()
    assert "<dd>13 October 2026</dd>" in page
    assert "The document itself says" not in page
    (grade, *_) = review.waiting(kind="grade")
    found = candidates.with_document(grade, {})
    assert (found.published, confirm.begins(found)) == ("2026-10-13", date(2026, 10, 13))


def test_a_title_that_is_typed_when_it_is_handed_in_again_is_kept(officer: Client) -> None:
    hand_in(officer)
    _, address = hand_in(officer, key="again", title="Inspection of 2026, as published")
    (document,) = {c.document for c in review.waiting()}
    filed = publication_day.filed(document)
    assert filed is not None
    assert filed.fact.get("title") == "Inspection of 2026, as published"
    assert filed.fact.get("published") == "2026-10-13"
    hand_in(officer, key="third", title="")
    again = publication_day.filed(document)
    assert again is not None
    assert again.fact.get("title") == "Inspection of 2026, as published"
    assert "Inspection of 2026, as published" in officer.get(address).content.decode()


def test_a_line_that_was_decided_does_not_wait_again_under_another_day(officer: Client) -> None:
    hand_in(officer)
    waiting = len(review.waiting(kind="grade"))
    one = str(review.waiting(kind="grade")[0].record["id"])
    officer.post(f"/review/{one}/accept/", {"key": "a"})
    hand_in(officer, key="again", **{"published-day": "12"})
    assert len(review.waiting(kind="grade")) == waiting - 1


def test_an_action_log_and_an_empty_file_are_no_report(officer: Client) -> None:
    log = b"Ref,Action,Owner,Due,Status\n1,Visit every victim,DCC,31/03/27,Open\n"
    for name, data, said in (
        ("log.csv", log, "This is an action log"),
        ("report.html", b"", "The file is empty"),
    ):
        file = SimpleUploadedFile(name, data)
        answer = officer.post("/review/hand-in/", {**TYPED, "key": name, "file": file})
        assert said in answer.content.decode()
    assert kinds() == set()


def test_another_day_than_the_document_names_is_said_beside_it(officer: Client) -> None:
    dated = REPORT.replace(b"<h2>Summary", b"<p>Published 13 October 2026.</p><h2>Summary")
    _, address = hand_in(officer, dated, **{"published-year": "2025"})
    page = officer.get(address).content.decode()
    assert "The document itself says \u201cPublished 13 October 2026\u201d." in page


NOTES = b"""<html><title>Notes of a year</title><body><h1>Notes</h1>
<h2>Recommendations</h2><p>By 31 March 2027 Anyshire Police should:</p>
<ol><li>visit every zebra that was robbed and record the visit.</li></ol></body></html>"""


@pytest.mark.parametrize("seen_by", ["everybody", "internal"])
def test_notes_can_be_handed_in_for_the_offices_concerned_alone(
    officer: Client, seen_by: str
) -> None:
    """Protects an officer’s own notes from standing in public before a line is confirmed."""
    status, _ = hand_in(officer, NOTES, **{"seen-by": seen_by, "title": "Notes of a year"})
    assert status == 302
    (document,) = {c.document for c in review.waiting()}
    reader = Client(SERVER_NAME="127.0.0.1", REMOTE_ADDR="10.0.0.9")

    def public() -> bool:
        if "that was robbed" in reader.get("/search/?q=zebra").content.decode():
            return True
        return reader.get(f"/documents/{document}/").status_code == 200

    assert public() is (seen_by == "everybody")
    assert "every zebra" in officer.get(f"/documents/{document}/").content.decode()
    one = next(c for c in review.waiting() if c.kind == "recommendation")
    page = officer.get(f"/review/{one.record['id']}/")
    answer = officer.post(f"/review/{one.record['id']}/accept/", hidden(page))
    assert answer.status_code == 302
    stated = registers.history(FORCE).of_types(FindingPublished)[-1]
    assert (stated.fact.classes.get("text") is Classification.INTERNAL) is (seen_by == "internal")
    search = reader.get("/search/?q=zebra").content.decode()
    assert ("that was robbed" in search) is (seen_by == "everybody")
    aside = officer.get(f"/review/put-aside/?document={document}").content.decode()
    assert "/account/markings/" in aside or "Nothing of that document waits" in aside


def test_who_may_see_a_file_is_asked_and_never_taken_for_granted(officer: Client) -> None:
    status, page = hand_in(officer, NOTES, **{"seen-by": ""})
    assert status == 422
    assert "Choose who may see the file itself" in page
    assert not list(review.waiting())


def test_a_file_whose_marking_is_lowered_is_confirmed_from_in_public(officer: Client) -> None:
    hand_in(officer, NOTES, **{"seen-by": "internal"})
    (document,) = {c.document for c in review.waiting()}
    assert handling.is_internal(document)
    filed = publication_day.filed(document)
    assert filed is not None
    removal.reclassify(
        by=people.acting_as(OFFICER),
        at=datetime(2026, 11, 26, 9, tzinfo=UTC),
        key="lowered",
        seen=None,
        target=str(filed.seq),
        fields=tuple(filed.fact.values()),
        marking="public",
        ground="It is published now.",
        review=None,
        on=date(2026, 11, 26),
        lowered=True,
    )
    assert not handling.is_internal(document)


def test_an_office_that_may_not_hand_in_is_told_so_and_not_that_nobody_can(home: Path) -> None:
    """Protects a liaison on the machine itself from a page that sends them to that machine."""
    page = browser("anyshire-police/force-liaison").get("/review/hand-in/").content.decode()
    assert "This is for another office than the one that you act as." in page
    assert "read-only" not in page


def test_each_mistake_stands_at_its_box_and_all_are_told_at_once(officer: Client) -> None:
    typed = {
        **TYPED,
        "seen-by": "",
        "published-day": "31",
        "published-month": "2",
        "title": "Mine",
    }
    file = SimpleUploadedFile("report.html", REPORT)
    answer = officer.post("/review/hand-in/", {**typed, "file": file})
    page = answer.content.decode()
    assert answer.status_code == 422
    for box in ("file", "seen-by", "published-day"):
        assert f'href="#{box}"' in page
    assert "Choose the file again" in page
    assert 'value="Mine"' in page
    at_file, at_who = (_error(page, box) for box in ("file", "seen-by"))
    assert "who may see" not in at_file
    assert "Choose who may see the file itself" in at_who


def _error(page: str, box: str) -> str:
    """What is said to be mended in one box."""
    return page.partition(f'id="{box}-error"')[2].partition("</p>")[0]
