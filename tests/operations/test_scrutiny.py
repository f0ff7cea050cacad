"""Plans, actions, responses and sessions: allowed and refused on the same record."""

from datetime import date
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import quoting
from answerable.operations.findings import linking
from answerable.operations.quoting import Quoted
from answerable.operations.sessions import meeting_file, scrutiny, sessions
from answerable.reading.formats import canonical
from answerable.scrutiny.progress import progress
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import (
    ActionPromised,
    ActionUpdated,
    AnswerGiven,
    AssuranceJudged,
    DueDateMoved,
    FindingLinked,
    ItemTaken,
    MeetingHeld,
    PlanAdopted,
    QuestionAsked,
    ResponseGiven,
    RungReached,
)
from answerable.vocabulary.ladder import Response, Rung
from answerable.vocabulary.refusal import Conflict, Refusal
from tests.factories import FORCE
from tests.operations.cast import (
    ACTION,
    ADVICE,
    AT,
    CAUSE,
    CHIEF,
    COMMISSIONER,
    DAY,
    INSPECTOR,
    LIAISON,
    OFFICER,
    begin,
    common,
    held,
    size,
)

FILE = b"""
institution = "anyshire-police"
[meeting]
body = "anyshire-pcc"
date = 2024-02-24
title = "Performance session"
sort = "accountability-session"
chair = "commissioner"
present = ["chief-constable", "commissioner"]
[[item]]
title = "Repeat burglary"
about = ["repeat-burglary"]
question = [{ text = "What assurance is there?", to = "chief-constable" }]
answer = [{ text = "Visits have begun.", by_office = "chief-constable" }]
action = [{ text = "Bring the figures.", owner = "chief-constable", due = 2024-05-26 }]
"""
JUDGED = FILE.replace(
    b"action =", b'judgement = [{ level = "partly", reason = "No figures yet." }]\naction ='
)


def move(by: Actor = OFFICER, **more: Any) -> Any:
    given = {
        **common(by),
        "reference": ACTION,
        "to": "2024-09-30",
        "on": DAY,
        "reason": "Two posts are vacant.",
        "authoriser": "commissioner",
    }
    return scrutiny.move_due_date(**{**given, **more})


def test_a_plan_is_adopted_by_who_may_and_names_only_findings_on_record(book: Book) -> None:
    begin(book)
    given: dict[str, Any] = {"institution": FORCE, "title": "Burglary plan", "on": DAY}
    receipt = scrutiny.adopt_plan(**common(CHIEF), **given, answers=(CAUSE,))
    assert receipt.streams == ("plan/anyshire-police/burglary-plan",)
    assert held(PlanAdopted)[0].get("answers") == (CAUSE,)
    with pytest.raises(Refusal, match="may not adopt an improvement plan"):
        scrutiny.adopt_plan(**common(LIAISON), **given)
    with pytest.raises(Refusal, match="holds no finding"):
        scrutiny.adopt_plan(**common(CHIEF), **{**given, "title": "Other"}, answers=("x/1",))


def test_promises_of_one_day_are_numbered_and_repeating_one_acts_once(book: Book) -> None:
    begin(book)
    given: dict[str, Any] = {"institution": FORCE, "on": DAY, "due": "2024-12-31"}
    first = common(OFFICER)
    one = scrutiny.promise_action(**first, **given, text="Train every team.")
    two = scrutiny.promise_action(**common(OFFICER), **given, text="Write to every victim.")
    again = scrutiny.promise_action(**first, **given, text="Train every team.")
    assert one == again
    assert [*one.streams, *two.streams] == [
        "action/anyshire-pcc/2024-03-04/promise-1",
        "action/anyshire-pcc/2024-03-04/promise-2",
    ]
    assert len(held(ActionPromised)) == 3


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"due": "2024-01-01"}, "before it was promised"),
        ({"due": "soon"}, "is not a date"),
        ({"plan": "plan/none"}, "holds no plan"),
        ({"measure": "happiness"}, "No measure is called"),
        ({"text": "  "}, "Give the text"),
        ({"text": "x" * 9_000}, "File a longer text"),
    ],
)
def test_a_promise_that_cannot_be_one_is_refused_and_nothing_is_written(
    book: Book, changed: dict[str, Any], words: str
) -> None:
    begin(book)
    before = size()
    given: dict[str, Any] = {"institution": FORCE, "text": "Do it.", "on": DAY, **changed}
    with pytest.raises(Refusal, match=words):
        scrutiny.promise_action(**common(OFFICER), **given)
    assert size() == before


def test_moving_a_date_today_changes_nothing_known_earlier(book: Book) -> None:
    begin(book)
    known = size() - 1

    def due_then() -> str | None:
        return progress(registers.register(FORCE, valid=DAY, known=known), ACTION).due

    before = due_then()
    move()
    now = progress(registers.register(FORCE, valid=DAY), ACTION)
    assert (now.due, now.due_first) == ("2024-09-30", "2024-06-30")
    assert due_then() == before == "2024-06-30"


def test_a_date_moves_only_with_a_reason_an_office_and_to_a_later_day(book: Book) -> None:
    begin(book)
    for changed, words in (
        ({"reason": " "}, "Give the reason"),
        ({"authoriser": " "}, "Give the office"),
        ({"authoriser": "Jane Smith"}, "is not a reference"),
        ({"to": "2024-06-01"}, "is not later than"),
        ({"to": "2024-13-01"}, "is not a date"),
        ({"reference": "action/none/1"}, "Nothing on the record"),
    ):
        with pytest.raises(Refusal, match=words):
            move(**changed)
    with pytest.raises(Refusal, match="may not move a due date"):
        move(by=INSPECTOR)
    assert held(DueDateMoved) == []
    move(by=LIAISON)
    assert held(DueDateMoved)[0].get("authoriser") == "commissioner"


def test_two_people_one_date_the_second_is_told_both_values(book: Book) -> None:
    begin(book)
    seen = size() - 1
    move(seen=seen)
    with pytest.raises(Conflict) as conflict:
        move(by=LIAISON, seen=seen, to="2024-12-31")
    assert (conflict.value.theirs, conflict.value.yours) == ("2024-09-30", "2024-12-31")
    assert len(held(DueDateMoved)) == 1
    move(by=LIAISON, seen=size() - 1, to="2024-12-31")
    assert len(held(DueDateMoved)) == 2


def test_a_key_of_another_command_is_refused(book: Book) -> None:
    begin(book)
    first = common(OFFICER)
    move(**first)
    with pytest.raises(Refusal, match="This key was used"):
        move(**first, to="2024-10-31")


def test_news_moves_no_rung_and_keeps_the_owners_own_rating(book: Book) -> None:
    begin(book)
    scrutiny.update_action(
        **common(LIAISON), reference=ACTION, text="Begun.", rating="Green", on=DAY
    )
    assert held(ActionUpdated)[0].get("rating") == "Green"
    assert progress(registers.register(FORCE, valid=DAY), ACTION).rung is Rung.PROMISED


def reach(by: Actor, rung: Rung, **more: Any) -> Any:
    return scrutiny.reach_rung(**common(by), reference=ACTION, rung=rung, on=DAY, **more)


def test_the_ladder_is_climbed_step_by_step_and_nobody_verifies_their_own_work(
    book: Book,
) -> None:
    begin(book)
    with pytest.raises(Refusal, match="next step is delivered"):
        reach(INSPECTOR, Rung.VERIFIED)
    reach(LIAISON, Rung.DELIVERED)
    with pytest.raises(Refusal, match="does not verify its own work"):
        reach(LIAISON, Rung.VERIFIED)
    reach(INSPECTOR, Rung.VERIFIED)
    with pytest.raises(Refusal, match="no verdict"):
        reach(OFFICER, Rung.WORKED)
    assert [f.get("rung") for f in held(RungReached)] == ["delivered", "verified"]


def test_evidence_of_a_step_is_a_file_that_is_kept(book: Book) -> None:
    begin(book)
    with pytest.raises(Refusal, match="is not kept here"):
        reach(LIAISON, Rung.DELIVERED, evidence=("0" * 64,))
    digest = documents.keep(b"Figures of visits")
    reach(LIAISON, Rung.DELIVERED, evidence=(digest,))
    assert held(RungReached)[0].get("evidence") == (digest,)


def test_a_finding_slips_back_only_after_a_closing_that_is_quoted(book: Book) -> None:
    begin(book)
    with pytest.raises(Refusal, match="no closing whose words are quoted"):
        scrutiny.relapse(**common(INSPECTOR), reference=CAUSE, on=DAY, reason="Found again.")


def test_a_recommendation_is_answered_with_an_explanation(book: Book) -> None:
    begin(book)
    given: dict[str, Any] = {"text": "We will, from April.", "on": DAY}
    scrutiny.respond(**common(CHIEF), reference=ADVICE, response=Response.ACCEPTED, **given)
    assert held(ResponseGiven)[0].get("response") == "accepted"
    with pytest.raises(Refusal, match="is not a recommendation"):
        scrutiny.respond(**common(CHIEF), reference=CAUSE, response=Response.PARTLY, **given)
    with pytest.raises(Refusal, match="Say what was answered"):
        scrutiny.respond(**common(CHIEF), reference=ADVICE, response=Response.NONE_YET, **given)


def test_a_link_names_two_findings_and_says_why(book: Book) -> None:
    begin(book)

    def link(**more: Any) -> None:
        given = {"other": ADVICE, "kind": "same-as", "reason": "Same words.", "on": DAY}
        linking.link_finding(**common(OFFICER), reference=CAUSE, **{**given, **more})

    for changed, words in (
        ({"kind": "like"}, "is no link"),
        ({"other": "x/1"}, "holds no finding"),
        ({"other": CAUSE}, "not linked to itself"),
        ({"reason": ""}, "Give the reason"),
    ):
        with pytest.raises(Refusal, match=words):
            link(**changed)
    link()
    assert held(FindingLinked)[0].get("other") == ADVICE


def test_a_session_brings_its_items_questions_answers_and_actions(book: Book) -> None:
    begin(book)
    minutes = meeting_file.parse(FILE)
    receipt = sessions.hold_meeting(**common(OFFICER), held=minutes)
    assert receipt.count == 5
    for kind in (MeetingHeld, ItemTaken, QuestionAsked, AnswerGiven):
        assert len(held(kind)) == 1
    promised = held(ActionPromised)[-1]
    assert (promised.get("due"), promised.get("plan")) == (
        "2024-05-26",
        "session/anyshire-pcc/2024-02-24",
    )
    with pytest.raises(Refusal, match="on the record already"):
        sessions.hold_meeting(**common(OFFICER), held=minutes)


def test_a_judgement_of_assurance_is_the_commissioners_own(book: Book) -> None:
    begin(book)
    minutes = meeting_file.parse(JUDGED)
    with pytest.raises(Refusal, match="may not record the assurance that a session gave"):
        sessions.hold_meeting(**common(OFFICER), held=minutes)
    sessions.hold_meeting(**common(COMMISSIONER), held=minutes)
    assert held(AssuranceJudged)[0].get("level") == "partly"


def test_an_office_records_its_own_bodys_sessions(book: Book) -> None:
    begin(book)
    other = meeting_file.parse(FILE.replace(b'"anyshire-pcc"', b'"west-mercia-pcc"'))
    with pytest.raises(Refusal, match="records its own sessions"):
        sessions.hold_meeting(**common(OFFICER), held=other)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (b"[meeting]", b"[meeting", "not a TOML file"),
        (b"institution =", b"force =", "has no “force”"),
        (b'institution = "anyshire-police"', b"institution = 1", "which institution"),
        (b"2024-02-24", b'"2024-02-24"', "without quotes"),
        (b"sort =", b"kind =", "there is no “kind”"),
        (b'sort = "accountability-session"', b"", "“sort” is missing"),
        (b'"Repeat burglary"', b"7", "is not a text"),
        (b'["repeat-burglary"]', b'"repeat-burglary"', "is a list of texts"),
        (b"answer = [", b"answer = 3 #", "is a list of tables"),
        (b"Performance session", b"\xff", "not a TOML file"),
    ],
)
def test_a_file_that_is_no_session_is_refused_with_its_place(
    old: bytes, new: bytes, words: str
) -> None:
    with pytest.raises(Refusal, match=words):
        meeting_file.parse(FILE.replace(old, new))


def test_the_agenda_is_asked_of_the_force_or_of_its_commissioner(book: Book) -> None:
    begin(book)
    on = date(2024, 8, 1)
    items = sessions.agenda(actor=OFFICER, body="anyshire-pcc", on=on)
    assert items == sessions.agenda(actor=OFFICER, body=FORCE, on=on)
    late = next(item for item in items if item.reference == ACTION)
    assert late.reasons[0].words == "Due 30 June 2024, 32 days before 1 August 2024."
    with pytest.raises(Refusal, match="holds nothing about “nowhere”"):
        sessions.agenda(actor=OFFICER, body="nowhere", on=on)


def kept(text: str) -> str:
    data = text.encode()
    sha = documents.keep(data)
    documents.keep_text(canonical(data, media_type="text/plain", name="minutes.txt"))
    return sha


def test_what_rests_on_a_file_rests_on_words_that_stand_in_it_once(book: Book) -> None:
    begin(book)
    sha = kept("The board moved the date to 30 September 2024.\n\nNoted.\n\nNoted.\n")
    for quote, words in (("moved the date to May", "stand not in"), ("Noted.", "2 times")):
        with pytest.raises(Refusal, match=words):
            move(words=Quoted(sha, quote))
    move(words=Quoted(sha, "moved the date to 30 September 2024"))
    moved = held(DueDateMoved)[0]
    source = moved.source
    assert source is not None
    whole = documents.text(sha).text
    assert whole[source.start : source.end] == moved.quote
    assert moved.doc == sha


def test_typed_words_are_kept_in_one_form_and_odd_bytes_are_refused() -> None:
    assert quoting.typed("cafe\u0301 \r\n x ", what="text") == "café \n x"
    for bad in ("a\x00b", "\ud800", "\x1b[31m"):
        with pytest.raises(Refusal, match="characters that are no text"):
            quoting.typed(bad, what="text")


def test_the_clock_of_the_door_is_what_is_recorded(book: Book) -> None:
    begin(book)
    receipt = move()
    entry = list(book.entries())[receipt.first]
    assert entry.recorded_at >= AT
    assert entry.by.body == "anyshire-pcc"
