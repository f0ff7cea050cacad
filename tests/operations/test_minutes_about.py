"""Protects what minutes read from a file say about a finding: a person says about which, and then
the agenda and the brief of the next session hold that this session took it."""

from datetime import date, timedelta
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.documents import deciding, reading
from answerable.operations.documents.confirm import NotEnoughKnown
from answerable.operations.documents.reader import Meta
from answerable.operations.pages.documents import about_finding
from answerable.operations.pages.documents.candidate import candidate
from answerable.operations.pages.institutions import compare_session
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions.brief import brief_of
from answerable.operations.pages.sessions.session import session
from answerable.operations.sessions import session_draft, session_plans
from answerable.scrutiny.sessions.agenda import agenda
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.facts import ActionPromised, AssuranceJudged, ItemTaken
from tests.operations.cast import ADVICE, AT, CAUSE, DAY, FORCE, OFFICER, begin, common, key

OFFICE = "anyshire-pcc"
MINUTES = """<html><body><h1>Anyshire Police and Crime Commissioner</h1>
<p>Minutes: Performance session, 11 January 2024</p>
<p>Present: Commissioner; Chief Constable.</p><h2>1. Repeat burglary</h2>
<p>Action: DCC to bring the repeat burglary plan by 30 April 2024</p>
<p>The Commissioner was not assured that repeat burglary is prevented.</p></body></html>"""


@pytest.fixture
def minutes(book: Book) -> str:
    begin(book)
    meta = Meta(name="january.html", publisher=OFFICE, published="2024-02-02", kind="minutes")
    return reading.read(**common(OFFICER), data=MINUTES.encode(), meta=meta).document


def the(kind: str) -> review.Candidate:
    (found,) = review.waiting(kind=kind)
    return found


def accept(kind: str, **said: Any) -> None:
    deciding.accept(**common(OFFICER), candidate=str(the(kind).record["id"]), **said)


def why_of(reference: str) -> list[str]:
    items = agenda(registers.register(FORCE, valid=DAY), on=DAY, oversight=OFFICE)
    return [str(w.reason) for i in items if i.reference == reference for w in i.reasons]


def test_a_session_took_each_finding_of_which_a_person_says_that_its_minutes_speak(
    minutes: str,
) -> None:
    assert "new-concern" in why_of(CAUSE)
    accept("meeting", findings=[CAUSE, ADVICE])
    (item,) = registers.register(FORCE, valid=DAY).of(ItemTaken)
    assert item.about == (CAUSE, ADVICE)
    assert item.title == "Cause of concern 1 of 2023; recommendation 1 of 2023"
    assert (item.meeting, item.doc) == (f"session/{OFFICE}/2024-01-11", minutes)
    assert "new-concern" not in why_of(CAUSE)
    page = session(Look(at=AT, actor=OFFICER), OFFICE, "2024-01-11")
    assert [row.title for row in page.items] == [item.title]


def test_until_somebody_says_so_the_agenda_says_that_nobody_has(minutes: str) -> None:
    accept("meeting")
    accept("action")
    items = agenda(registers.register(FORCE, valid=DAY), on=DAY, oversight=OFFICE)
    (words,) = (
        w.words
        for i in items
        if i.reference == CAUSE
        for w in i.reasons
        if w.reason == "new-concern"
    )
    assert words.endswith(
        "Of the sessions since of which we hold papers, none is on record as having taken it. "
        "Of 1 of them nobody has said yet what it took."
    )


def test_an_action_of_minutes_answers_what_a_person_says_and_a_judgement_is_about_it(
    minutes: str,
) -> None:
    accept("action", findings=[ADVICE])
    accept("assurance", findings=[CAUSE])
    register = registers.register(FORCE, valid=DAY)
    assert [a.answers for a in register.of(ActionPromised) if a.doc == minutes] == [(ADVICE,)]
    (judged,) = register.of(AssuranceJudged)
    assert (judged.about, judged.item) == (
        "repeat burglary is prevented",
        f"session/{OFFICE}/2024-01-11/item/2",
    ), "its own words stay"
    assert "not-assured" in why_of(CAUSE)
    streams = [i.stream for i in register.of(ItemTaken)]
    assert streams == [f"session/{OFFICE}/2024-01-11/item/{n}" for n in (1, 2)]


def test_the_brief_tells_what_the_minutes_say_about_it_in_their_words(minutes: str) -> None:
    accept("action", findings=[CAUSE])
    accept("assurance", findings=[CAUSE])
    after = DAY + timedelta(days=30)
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=OFFICE,
        series="performance",
        sessions=session_plans.dates(first=after, every="once", count=1),
        on=DAY,
    )
    later = f"session/{OFFICE}/{after.isoformat()}"
    session_draft.begin_agenda(by=OFFICER, at=AT, session=later)
    _, made = brief_of(Look(at=AT, actor=OFFICER), OFFICE, after.isoformat())
    told = " ".join(words for one in made.asked for words in one.last_time)
    assert "Judged not assured on 11 January 2024." in told
    for one in made.asked:
        assert len(set(one.last_time)) == len(one.last_time), "nothing is said twice"
    assert "The minutes of 11 January 2024 say: “bring the repeat burglary plan" in told
    assert "About what it answers: The minutes of 11 January" in told
    assert "Nothing is on our record" not in told


def test_what_is_no_finding_on_the_record_is_refused_and_nothing_is_written(minutes: str) -> None:
    with pytest.raises(NotEnoughKnown, match="holds no finding"):
        accept("action", findings=["hmicfrs/2020/nowhere/x/recommendation/1"])
    assert not registers.register(FORCE, valid=DAY).of(ItemTaken)
    assert the("action").state == "waiting"


def test_the_page_offers_the_likely_findings_and_ticks_none(minutes: str) -> None:
    look = Look(at=AT, actor=OFFICER)
    page = candidate(look, str(the("action").record["id"]), key=key())
    (box,) = page.about
    assert [tick.value for tick in box.ticks] == [CAUSE, ADVICE], "most words in common first"
    assert not any(tick.ticked for tick in box.ticks)
    assert about_finding.ticked({"about-1": ADVICE, "about-other": "", "why": "x"}) == (ADVICE,)


def test_a_report_is_not_asked_about_which_finding_it_is(book: Book) -> None:
    begin(book)
    meta = Meta(name="r.html", publisher="anyshire-inspectorate", published="2024-02-02")
    reading.read(
        **common(OFFICER),
        data=b"<html><body><h1>Anyshire Police</h1><p>Recommendation 1: The chief constable "
        b"should train every officer by 31 May 2024.</p></body></html>",
        meta=meta,
    )
    page = candidate(
        Look(at=AT, actor=OFFICER), str(the("recommendation").record["id"]), key=key()
    )
    assert page.about == page.about_corrected == ()


def test_what_the_chief_constable_promised_is_told_as_his_and_not_as_agreed(book: Book) -> None:
    begin(book)
    said = "The Chief Constable assured the Commissioner that every victim will be visited by"
    told = MINUTES.replace("</body>", f"<p>{said} 30 June 2027.</p></body>")
    meta = Meta(name="j.html", publisher=OFFICE, published="2024-02-02", kind="minutes")
    reading.read(**common(OFFICER), data=told.encode(), meta=meta)
    for kind in ("meeting", "action", "commitment"):
        accept(kind)
    look = Look(at=AT, actor=OFFICER)
    table = compare_session.of_day(
        look, registers.register(FORCE, valid=DAY), date.fromisoformat("2024-01-11")
    )
    assert table is not None
    first = [str(getattr(row[0], "words", row[0])) for row in table.rows]
    assert first == [
        "Agreed: Bring the repeat burglary plan by 30 April 2024",
        "Said by the chief constable: Every victim will be visited by 30 June 2027.",
    ]
    page = session(look, OFFICE, "2024-01-11")
    assert "two actions agreed or promised" in page.sentence


def test_a_session_has_one_item_about_the_same_and_a_judgement_keeps_its_words(
    minutes: str,
) -> None:
    accept("meeting", findings=[CAUSE, ADVICE])
    accept("action", findings=[CAUSE])
    accept("assurance", findings=[CAUSE])
    page = session(Look(at=AT, actor=OFFICER), OFFICE, "2024-01-11")
    assert len(page.items) == 1
    (told,) = page.judgements
    assert told.words == "Not assured: repeat burglary is prevented."
    assert "not-assured" in why_of(CAUSE)
