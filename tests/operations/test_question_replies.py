"""A question that comes back is told with what the signed minutes hold as said to it."""

from datetime import date, timedelta

from answerable.operations import catalogue
from answerable.operations.output import handover as handover_pack
from answerable.operations.output.reader_packs import panel
from answerable.operations.pages.accountability import handover_seen
from answerable.operations.pages.accountability.handover_first import Told, first_page
from answerable.operations.pages.accountability.handover_lists import owner_words, words_of
from answerable.operations.pages.accountability.handover_promised import promised
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import planned_session
from answerable.operations.pages.sessions.brief import brief_of
from answerable.operations.record import ledger
from answerable.operations.sessions import session_draft, session_plans, signing, waiting
from answerable.scrutiny.accountability.handover import handover
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import question_ends, replies
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE
from tests.operations.cast import ACTION, AT, COMMISSIONER, DAY, OFFICER, common
from tests.operations.test_session_day import SESSION, last, order, planned, save, seen, sign

__all__ = ["planned"]
PUT_OFF = "Q: When is the plan ready?\nA by ACC: We will come back to you on that."


def _plan(day: date) -> str:
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=BODY,
        series="performance",
        sessions=session_plans.dates(first=day, every="once", count=1),
        on=DAY,
    )
    return f"session/{BODY}/{day.isoformat()}"


def _told() -> list[str]:
    register = seen()
    return [replies.told(register, asked) for asked in question_ends.unanswered(register)]


def _brief(typed: dict[str, str]) -> dict[str, tuple[str, ...]]:
    """What the brief of the next session says of last time, by the words of the question."""
    save(typed)
    sign()
    after = DAY + timedelta(days=30)
    later = _plan(after)
    session_draft.begin_agenda(by=OFFICER, at=AT, session=later)
    _, made = brief_of(Look(at=AT, actor=OFFICER), BODY, after.isoformat())
    return {one.title.rstrip("?."): one.last_time for one in made.asked}


def test_a_question_that_was_put_off_is_told_with_who_said_what() -> None:
    save({f"{last()}:words": PUT_OFF})
    sign()
    assert _told() == [
        "Asked on 4 March 2024. The assistant chief constable said: “We will come back to you on "
        "that.” That put the question off."
    ]


def test_a_panel_is_not_told_that_a_question_with_a_minuted_answer_has_none() -> None:
    save({f"{last()}:words": PUT_OFF})
    sign()
    rows = panel(Look(at=AT, actor=OFFICER), FORCE).parts[0].table
    assert rows is not None
    (row,) = [" ".join(map(str, row)) for row in rows.rows if "plan ready" in str(row)]
    assert "We will come back to you on that." in row
    assert "no answer on record" not in row
    assert "Not answered" not in row


def test_no_answer_is_on_record_only_where_nothing_was_minuted() -> None:
    save({f"{last()}:words": "Q: When is the plan ready?"})
    sign()
    assert _told() == ["Asked on 4 March 2024. No answer is on record."]


def test_answers_under_one_item_are_counted_where_no_words_say_which_is_whose() -> None:
    save({f"{last()}:words": f"{PUT_OFF}\nQ: And the list?\nA: It is to follow."})
    sign()
    assert set(_told()) == {
        "Asked on 4 March 2024. Two answers are minuted under its item; nobody has ended the "
        "question."
    }


def test_the_next_brief_has_the_answer_that_was_given_and_how_it_was_judged() -> None:
    item = last()
    told = _brief(
        {
            f"{item}:words": f"{PUT_OFF}\nQ: And the list?",
            f"{item}:level": "not-assured",
            f"{item}:reason": "no date was given",
        }
    )
    assert told["When is the plan ready"] == (
        "On 4 March 2024, the assistant chief constable: “We will come back to you on that.”",
        "That put the question off.",
        "Judged not assured on 4 March 2024.",
        "No date was given.",
    )
    assert told["And the list"][0] == "It was asked on 4 March 2024; no answer to it is minuted."


def test_a_finding_comes_back_with_every_answer_of_its_last_session() -> None:
    first = order()[0]
    lines = "Q: How many?\nA: Forty.\nQ: Who leads?\nA by DCC: The head of crime."
    told = _brief(
        {
            f"{first}:words": lines,
            f"{first}:level": "not-assured",
            f"{first}:reason": "No figures were shown",
        }
    )
    assert (
        "On 4 March 2024, the chief constable: “Forty.”",
        "On 4 March 2024, the deputy chief constable: “The head of crime.”",
        "Judged not assured on 4 March 2024.",
        "No figures were shown.",
    ) in told.values()


def test_an_answer_that_says_a_list_will_follow_does_not_end_the_question() -> None:
    save({f"{last()}:words": "Q: Which are done?\nA: About half; a list will follow."})
    _, made = signing.prepared(SESSION, actor=COMMISSIONER, at=AT)
    assert [q.outcome for q in made.questions] == [""]


def test_minutes_wait_for_a_signature_from_the_day_of_the_session() -> None:
    after = DAY + timedelta(days=30)
    later = _plan(after)
    session_draft.begin_agenda(by=OFFICER, at=AT, session=later)
    session_draft.save_minutes(
        by=OFFICER, at=AT, session=later, typed={f"{order()[0]}:words": "Early."}, shown={}
    )
    assert waiting.unsigned(actor=OFFICER, at=AT) == ()
    (one,) = waiting.unsigned(actor=OFFICER, at=AT + timedelta(days=30))
    assert one.reference == later
    page = planned_session.planned(Look(at=AT, actor=OFFICER), BODY, after.isoformat())
    assert page is not None
    assert page.sections[0].title == planned_session.AHEAD
    assert "/sign/" not in " ".join(link.url for link in page.sections[0].links)


def test_a_handover_names_an_owner_and_an_action_as_the_register_and_the_log_do() -> None:
    assert owner_words("T/ACC Crime") == "T/ACC Crime"
    assert owner_words("deputy-chief-constable") == "Deputy chief constable"
    told = words_of(progress(seen(), ACTION), "24/056")
    assert told == "Action 24/056: Visit each victim again within a month."


def test_a_handover_does_not_hide_what_the_reader_s_own_office_was_given() -> None:
    given = "\n".join(f"Action: DCC to bring paper {n} by May 2024" for n in range(1, 5))
    mine = "Action: Governance officer to draft the letter by May 2024"
    save({f"{last()}:words": f"Q: What shows it?\nA: The papers.\n{given}\n{mine}"})
    sign()
    names = catalogue.names_of(FORCE, on=DAY)
    told = [line.words for line in promised(Look(at=AT, actor=OFFICER), FORCE, names=names)]
    assert told[0].startswith("Draft the letter.")
    assert told[-1] == "Two more: see the session."


def test_a_reply_that_is_due_says_how_many_explanations_are_on_record() -> None:
    look = Look(at=AT, actor=OFFICER, valid=date(2023, 10, 20))
    found = handover(look.register(FORCE), on=look.on)
    names = catalogue.names_of(FORCE, on=look.on)
    lines = first_page(look, Told(FORCE, found, names))
    (due,) = [line.words for line in lines if line.label == "Reply due"]
    assert due.endswith("Explanations held for 0 of 1 recommendation.")


def test_what_was_put_right_names_its_action_and_stands_after_what_matters() -> None:
    correction = common(OFFICER) | {"target": ACTION, "field": "answers", "value": ()}
    ledger.correct(**correction, reason="It is of the 2023 report.")
    look = Look(at=AT, actor=OFFICER)
    pack = handover_pack.content(look, handover_seen.seen(look, FORCE), most=12)
    assert [part.key for part in pack.parts[:2]] == ["first", "put-right"]
    (told,) = pack.parts[1].paragraphs
    assert (
        ", in the action “Visit each victim again within a month.”: it answers no finding on our "
        "record. It is of the 2023 report." in told
    )
    assert [part.key for part in panel(look, FORCE).parts[:2]] == ["questions", "put-right"]
