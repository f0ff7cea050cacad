"""Steps of the reply, its draft in Word, and stages before publication that nobody else sees."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from answerable.ledger.book import Book
from answerable.operations import people
from answerable.operations.notices.letters import letter_file
from answerable.operations.pages.look import Look
from answerable.operations.plans.response import NoSuchReport, take_step
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingPublished, StageReached
from tests.factories import FORCE, fact
from tests.web.acting import browser, hidden, words
from tests.web.small_home import append

OFFICER, LIAISON = "anyshire-pcc/governance-officer", "anyshire-police/force-liaison"
REPORT = "anyshire-inspectorate/2026/anyshire/theft"
CLOCK, STEP = f"/responses/{REPORT}/clock/", f"/responses/{REPORT}/step/"
COMING = "anyshire-inspectorate/2027/anyshire/custody"
AT = datetime(2026, 11, 25, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def record(book: Book) -> None:
    """A report of two recommendations."""
    append(
        *(
            fact(
                FindingPublished,
                stream=f"{REPORT}/recommendation/{n}",
                on="2026-10-13",
                kind="recommendation",
                number=str(n),
                owner="anyshire-inspectorate",
                text=f"The force should do thing {n}.",
            )
            for n in (1, 2)
        )
    )


def taken(client: Any, *, day: str, month: str, year: str = "2026", **typed: Any) -> Any:
    date = {"on-day": day, "on-month": month, "on-year": year}
    return client.post(STEP, {**hidden(client.get(STEP)), **date, **typed})


def test_letter_publication_and_copy_are_recorded_apart_with_their_proof() -> None:
    client = browser(OFFICER)
    assert taken(client, day="9", month="11", step="letter").status_code == 302
    address = "https://example.org/comments"
    missing = taken(client, day="12", month="11", step="published")
    assert missing.status_code == 422
    assert "Give the address at which the comments are published" in words(missing)
    copy = SimpleUploadedFile("page.pdf", b"%PDF-1.4 the page")
    answer = taken(client, day="12", month="11", step="published", address=address, file=copy)
    assert answer.status_code == 302, words(answer)
    assert taken(client, day="13", month="11", step="copied-to-inspectors").status_code == 302
    shown = words(browser().get(CLOCK))
    assert "Date of the letter 9 November 2026" in shown
    assert "Comments published 12 November 2026" in shown
    assert address in shown
    assert re.search(r"proof kept: [0-9a-f]{12}", shown)
    assert not re.search(r"\b(late|breach|failed|overdue)\b", shown, re.IGNORECASE)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ({"day": "12", "month": "10", "step": "letter"}, "before the report was published"),
        ({"day": "1", "month": "1", "year": "2099", "step": "letter"}, "is still to come"),
        ({"day": "1", "month": "11", "step": ""}, "Choose the step"),
        ({"day": "1", "month": "11", "step": "dance"}, "is no step here"),
        (
            {"day": "1", "month": "11", "step": "published", "address": "javascript:x"},
            "begins with https",
        ),
    ],
)
def test_a_step_that_cannot_be_is_refused_in_words(typed: dict[str, str], shown: str) -> None:
    answer = taken(browser(OFFICER), **typed)
    assert answer.status_code == 422
    assert shown in words(answer)


def test_only_the_body_that_replies_records_steps() -> None:
    assert "Record a step" not in words(browser(LIAISON).get(CLOCK))
    assert taken(browser(LIAISON), day="9", month="11", step="letter").status_code == 403


def test_the_draft_is_a_word_file_with_headings_quotes_and_marked_gaps() -> None:
    answer = browser(OFFICER).get(f"/responses/{REPORT}/draft.docx")
    assert answer.headers["Content-Disposition"].endswith('-draft-internal.docx"')
    made = docx.Document(io.BytesIO(answer.content))
    assert made.paragraphs[0].text == (
        "[Draft, internal: it is not sent. Take this line out before it goes out.]"
    )
    by_style: dict[str, list[str]] = {}
    for paragraph in made.paragraphs:
        by_style.setdefault(str(getattr(paragraph.style, "name", "")), []).append(paragraph.text)
    assert by_style["Heading 2"][:3] == [
        "Comments of the body",
        "Comments of the chief constable",
        "Response to the chief constable’s comments",
    ]
    assert "Recommendation 1" in by_style["Heading 2"]
    assert by_style["Quote"] == [f"“The force should do thing {n}.”" for n in (1, 2)]
    assert sum("action taken or proposed" in w for w in by_style["To be written"]) == 2
    assert any("Comments published: not on record" in w for w in by_style["List Bullet"])
    spoken = " ".join(w for name, ws in by_style.items() if name != "List Bullet" for w in ws)
    assert "On the register" not in spoken, "what nobody does stands on the page to take off"
    assert "Recommendation 1: an action that answers it: not on record" in by_style["List Bullet"]
    assert browser(LIAISON).get(f"/responses/{REPORT}/draft.docx").status_code in (403, 404)


def test_the_same_draft_on_the_same_day_has_the_same_bytes() -> None:
    look = Look(at=AT, actor=people.acting_as(OFFICER))
    assert letter_file(look, REPORT) == letter_file(look, REPORT)


def staged(client: Any, kind: str, **typed: str) -> Any:
    address = f"/stages/{FORCE}/{kind}/"
    answer = client.post(address, {**hidden(client.get(address)), **typed})
    if "Nothing is written yet" in words(answer):
        answer = client.post(address, hidden(answer))
    return answer


def test_a_stage_is_not_even_there_for_others_until_it_is_released() -> None:
    client = browser(OFFICER)
    given = {"report": COMING, "on-day": "2", "on-month": "11", "on-year": "2026"}
    assert staged(client, "record", stage="debrief", **given).status_code == 302
    again = staged(client, "record", stage="debrief", **given)
    assert "is on record for 2 November 2026" in words(again)
    page = f"/stages/{FORCE}/"
    assert "Hot debrief, 2 November 2026. Not published yet." in words(client.get(page))
    everywhere = (page, "/history/", f"/bodies/{FORCE}/", f"/bodies/{FORCE}/feed.atom", "/data/")
    for reader in (browser(), browser(LIAISON)):
        for address in everywhere:
            content = reader.get(address).content.decode()
            assert COMING not in content, address
            assert "debrief" not in content.lower(), address
    marks = words(client.get("/account/markings/"))
    assert "1 marking; no review is due" in marks
    assert "Before publication: the report is not out yet" in marks
    refused = staged(client, "release", report=COMING, published_as=COMING)
    assert "no published finding of that report" in words(refused)
    append(fact(FindingPublished, stream=f"{COMING}/recommendation/1", on="2026-11-20", kind="x"))
    assert staged(client, "release", report=COMING, published_as=COMING).status_code == 302
    assert "Hot debrief, 2 November 2026. Published 20 November 2026." in words(
        browser().get(page)
    )
    assert "Nothing is marked." in words(client.get("/account/markings/"))


@pytest.mark.parametrize("office", ["force-liaison", "chief-constable"])
def test_the_force_is_told_which_office_records_that_a_draft_came(office: str) -> None:
    told = (
        "This is for the governance officer or the commissioner of Anyshire Police and Crime "
        "Commissioner: act as one first if you hold it, or ask them."
    )
    client = browser(f"{FORCE}/{office}")
    for page in (f"/stages/{FORCE}/record/", f"/stages/{FORCE}/"):
        assert told in words(client.get(page)), page
    assert told not in words(browser(OFFICER).get(f"/stages/{FORCE}/record/"))


def test_stages_of_an_accelerated_cause_are_recorded_and_released_by_page_under_its_new_name() -> (
    None
):
    client = browser(OFFICER)
    days = (("debrief", "1"), ("draft_received", "5"), ("factual_accuracy_returned", "9"))
    for stage, day in (*days, ("embargoed_copy", "11")):
        given = {"report-other": COMING, "on-day": day, "on-month": "11", "on-year": "2026"}
        assert staged(client, "record", stage=stage, **given).status_code == 302
    address = f"/findings/new/?body={FORCE}"
    filed = client.post(
        address,
        {
            **hidden(client.get(address)),
            "origin": "inspection",
            "kind": "accelerated-cause-of-concern",
            "text": "Victims of repeat burglary are not protected.",
            "owner": "anyshire-inspectorate",
            "on": "2026-11-13",
        },
    )
    assert filed.status_code == 302, words(filed)
    finding = registers.history(FORCE).of_types(FindingPublished)[-1].fact.stream
    assert "Accelerated cause of concern" in words(browser().get(f"/findings/{finding}/"))
    report = finding.rsplit("/", 2)[0]
    form = words(client.get(f"/stages/{FORCE}/release/"))
    assert COMING in form
    assert "13 November 2026" in form
    assert staged(client, "release", report=COMING, published_as=report).status_code == 302
    shown = words(browser().get(f"/stages/{FORCE}/"))
    assert "Hot debrief, 1 November 2026; Draft received, 5 November 2026" in shown
    assert "Published 13 November 2026. Public." in shown
    for place in ("/history/", f"/stages/{FORCE}/", f"/bodies/{FORCE}/"):
        assert COMING not in words(browser().get(place)), "the working name stays restricted"
    given = {"report": report, "on-day": "1", "on-month": "11", "on-year": "2026"}
    early = staged(client, "record", stage="debrief", **given)
    assert "is on record for 1 November 2026" in words(early)


def test_the_public_leaf_of_a_stage_names_neither_report_nor_stage(book: Book) -> None:
    assert (
        staged(browser(OFFICER), "record", report=COMING, stage="embargoed_copy").status_code
        == 302
    )
    (entry,) = [e for e in book.entries() if isinstance(e.fact, StageReached)]
    assert b"custody" not in entry.leaf
    assert b"embargoed" not in entry.leaf


def test_a_step_of_a_report_that_is_not_out_yet_is_refused_in_words() -> None:
    """A finding that begins after the day of the command is on the record and not yet true."""
    append(
        fact(
            FindingPublished,
            stream=f"{COMING}/recommendation/1",
            on="2027-04-20",
            kind="recommendation",
            number="1",
            owner="anyshire-inspectorate",
            text="The force should do a later thing.",
        )
    )
    with pytest.raises(NoSuchReport, match="stands on the record today"):
        take_step(
            by=people.acting_as(OFFICER),
            at=AT,
            key="early",
            seen=None,
            report=COMING,
            step="letter",
            on=AT.date(),
        )


def test_a_report_without_numbers_has_those_of_the_register_in_the_letter_and_its_check_list() -> (
    None
):
    append(
        *(
            fact(
                FindingPublished,
                stream=f"{COMING}/{kind}/{n}",
                on="2026-10-13",
                kind=kind,
                owner="anyshire-inspectorate",
                text=f"The force should do {kind} {n}.",
            )
            for kind in ("recommendation", "area-for-improvement")
            for n in (1, 2)
        )
    )
    answer = browser(OFFICER).get(f"/responses/{COMING}/draft.docx")
    made = docx.Document(io.BytesIO(answer.content))
    said = [p.text for p in made.paragraphs]
    assert {
        *("Recommendation 1", "Recommendation 2"),
        *("Area for improvement 1", "Area for improvement 2"),
    } <= set(said)
    assert "Recommendation 2: an action that answers it: not on record" in said
    assert not {"Recommendation", "Area for improvement"} & set(said)


def test_the_officers_own_page_says_who_may_record_and_its_example_names_no_real_force() -> None:
    officer = browser(OFFICER)
    page = words(officer.get(f"/stages/{FORCE}/"))
    told = "This is for the governance officer or the commissioner of Anyshire Police and Crime"
    assert told in page
    assert "You cannot do this" not in page
    assert told not in words(browser().get(f"/stages/{FORCE}/")), "nothing for the public to do"
    form = words(officer.get(f"/stages/{FORCE}/record/"))
    assert "such as anyshire-inspectorate/2027/anyshire/custody" in form
    assert "west-mercia" not in form
