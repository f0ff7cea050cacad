"""The day of a session: one draft for two people, signed once; nothing typed is ever lost."""

import errno
from datetime import timedelta
from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations import drafts
from answerable.operations.drafts import mark
from answerable.operations.pages.findings import finding
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import session as session_page
from answerable.operations.record import ledger
from answerable.operations.rights import markings
from answerable.operations.sessions import session_draft, session_plans, signing
from answerable.scrutiny.sessions import forward_plan, question_ends
from answerable.store.papers import documents
from answerable.store.people import drafts as store
from answerable.store.reads import registers
from answerable.vocabulary import facts
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.refusal import Refusal
from tests.factories import COMMISSIONER as BODY
from tests.factories import FORCE
from tests.operations.cast import ACTION, AT, COMMISSIONER, DAY, LIAISON, OFFICER, begin, common

SESSION = f"session/{BODY}/{DAY.isoformat()}"
WORDS = (
    "Q: What shows it?\nA: The letter.\nAction: DCC to publish the plan by 30 June 2024\nThanks."
)


@pytest.fixture(autouse=True)
def planned(book: Book) -> None:
    """A session today, whose agenda is begun."""
    begin(book)
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=BODY,
        series="performance",
        sessions=session_plans.dates(first=DAY, every="once", count=1),
        on=DAY,
    )
    session_draft.begin_agenda(by=OFFICER, at=AT, session=SESSION)
    change("add", values={"title": "Visits to victims", "why": "Asked for by the chair"})
    change("add", values={"title": "A second item", "why": "Asked for by the chair"})


def change(what: str, item: str = "", values: dict[str, str] | None = None) -> store.Draft:
    return session_draft.change_agenda(
        by=OFFICER, at=AT, session=SESSION, change=what, item=item, values=values
    )


def draft() -> store.Draft | None:
    return store.get(kind=session_draft.KIND, about=SESSION, body=BODY)


def revision() -> int:
    found = draft()
    assert found is not None
    return found.revision


def order() -> list[str]:
    found = draft()
    assert found is not None
    return [key for key in found.fields["order"].split() if key.startswith("i")]


def last() -> str:
    return order()[-1]


def save(
    typed: dict[str, str], *, by: Actor = OFFICER, shown: dict[str, str] | None = None
) -> drafts.Saved:
    base = shown if shown is not None else dict.fromkeys(typed, mark(""))
    return session_draft.save_minutes(by=by, at=AT, session=SESSION, typed=typed, shown=base)


def sign(by: Actor = COMMISSIONER, **more: Any) -> Any:
    return signing.sign_minutes(
        **{**common(by), "session": SESSION, "revision": revision(), **more}
    )


def seen(actor: Actor = OFFICER) -> Any:
    return registers.register(FORCE, valid=DAY, actor=actor)


def test_items_are_put_in_order_left_out_with_a_reason_and_put_back() -> None:
    first, second = order()[-2:]
    change("up", second)
    assert order()[-2:] == [second, first]
    change("order", values={f"number-{first}": "1"})
    assert order()[0] == first
    with pytest.raises(Refusal, match="Say why it is left out"):
        change("leave-out", second)
    change("leave-out", second, {"left": "No paper came."})
    assert second not in order()
    change("put-back", second)
    assert order()[-1] == second


def test_a_question_that_directs_operations_is_refused() -> None:
    with pytest.raises(Refusal, match="tells the chief officer"):
        change("question", last(), {"question": "Put more officers on the streets."})
    change("question", last(), {"question": "What assurance can you give, by when?"})


def test_two_people_save_other_boxes_and_both_stay() -> None:
    save({f"{last()}:words": "Mine"})
    save({f"{last()}:words": "", f"{last()}:reason": "Theirs"}, by=COMMISSIONER)
    found = draft()
    assert found is not None
    assert found.fields[f"{last()}:words"] == "Mine"
    assert found.fields[f"{last()}:reason"] == "Theirs"
    assert found.by[f"{last()}:words"][0] == "governance-officer"


def test_two_people_save_one_box_and_the_second_sees_the_first_and_loses_nothing() -> None:
    box = f"{last()}:words"
    save({box: "First"})
    saved = save({box: "Second"}, by=COMMISSIONER)
    (clash,) = saved.clashes
    assert (clash.theirs, clash.yours, clash.by) == ("First", "Second", "governance-officer")
    assert saved.draft.fields[box] == "First"
    again = save({box: "Second"}, by=COMMISSIONER, shown={box: mark("First")})
    assert again.clashes == ()
    assert again.draft.fields[box] == "Second"


def test_signing_appends_everything_once_and_deletes_the_draft() -> None:
    save({f"{last()}:words": WORDS, f"{last()}:level": "partly", f"{last()}:reason": "No letter."})
    save({"apologies": "ACC"})
    receipt = sign(key="once")
    assert draft() is None
    register = seen()
    assert len(register.of(facts.MinutesSigned)) == 1
    (asked,) = register.versions_of(facts.QuestionAsked)
    assert asked.fact.get("to") == "chief-constable"
    (ended,) = register.of(facts.QuestionEnded)
    assert (ended.stream, ended.outcome) == (asked.fact.stream, "answered")
    (action,) = [a for a in register.of(facts.ActionPromised) if a.plan == SESSION]
    assert (action.text, action.owner, action.due) == (
        "Publish the plan",
        "deputy-chief-constable",
        "2024-06-30",
    )
    assert register.of(facts.ApologiesGiven)[0].offices == ("assistant-chief-constable",)
    assert register.of(facts.AssuranceJudged)[0].reason == "No letter."
    (signed,) = register.of(facts.MinutesSigned)
    text = documents.original(str(signed.digest)).decode()
    assert "Thanks." in text
    assert "Assurance: assured in part. No letter." in text
    assert receipt.count == len(registers.history(FORCE).since(receipt.first - 1))
    with pytest.raises(Refusal, match="was held"):
        signing.prepared(SESSION, actor=OFFICER, at=AT)


def test_an_officer_does_not_sign_and_a_force_does_not_read_the_draft() -> None:
    save({f"{last()}:words": WORDS})
    with pytest.raises(Refusal, match="may not sign minutes"):
        sign(by=OFFICER)
    with pytest.raises(Refusal, match="may not take the minutes of a session"):
        signing.prepared(SESSION, actor=LIAISON, at=AT)
    with pytest.raises(Refusal, match="may not take the minutes of a session"):
        session_draft.opened(SESSION, actor=READER, at=AT)


def test_a_draft_that_changed_after_it_was_read_is_not_signed() -> None:
    save({f"{last()}:words": WORDS})
    read = revision()
    save({f"{last()}:words": f"{WORDS}\nMore."}, shown={f"{last()}:words": mark(WORDS)})
    with pytest.raises(Refusal, match="changed the draft after you read it"):
        sign(revision=read)
    assert draft() is not None
    assert seen().of(facts.MinutesSigned) == ()


@pytest.mark.parametrize("where", ["file", "record"])
def test_a_full_disk_while_signing_loses_nothing(
    where: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    save({f"{last()}:words": WORDS})
    full = OSError(errno.ENOSPC, "No space left on device")

    def refuse(*_args: Any, **_more: Any) -> Any:
        raise full

    with monkeypatch.context() as broken:
        if where == "file":
            broken.setattr(documents, "keep", refuse)
        else:
            broken.setattr(type(signing.book()), "append", refuse)
        with pytest.raises(OSError, match="No space left"):
            sign()
    found = draft()
    assert found is not None
    assert found.fields[f"{last()}:words"] == WORDS
    assert seen().of(facts.MinutesSigned) == ()
    sign()
    assert draft() is None
    assert len(seen().of(facts.MinutesSigned)) == 1


def test_what_is_to_be_mended_is_said_and_nothing_is_signed() -> None:
    private = {f"{order()[-2]}:ground": "Police Act", f"{order()[-2]}:review": "next summer"}
    save({f"{last()}:level": "partly", **private})
    _, made = signing.prepared(SESSION, actor=COMMISSIONER, at=AT)
    assert any("say why, beside the judgement" in words for words in made.faults)
    assert any("looked at again" in words for words in made.faults)
    with pytest.raises(Refusal, match="looked at again"):
        sign()


@pytest.mark.parametrize("typed", ["2024-09-01", "1 September 2024", "1/9/2024"])
def test_the_day_on_which_a_ground_is_looked_at_again_is_taken_as_people_type_it(
    typed: str,
) -> None:
    save({f"{last()}:ground": "Police Act", f"{last()}:review": typed})
    _, made = signing.prepared(SESSION, actor=COMMISSIONER, at=AT)
    assert [i.review for i in made.taken.items if i.ground] == ["2024-09-01"]
    assert not any("looked at again" in words for words in made.faults)


def test_a_private_item_shows_its_ground_and_nothing_else_to_the_public() -> None:
    item = last()
    save(
        {
            f"{item}:words": "Q: Who is the canary?\nA: Canary one.\n"
            "Action: DCC to hide by May 2024\nCanary prose.",
            f"{item}:level": "assured",
            f"{item}:reason": "Canary reason.",
            f"{item}:ground": "Investigation under way",
            f"{item}:review": "2024-09-01",
        }
    )
    sign()
    register = seen(READER)
    shown = repr([v.fact.values() for v in register.versions])
    assert "anary" not in shown
    assert "Visits to victims" in shown
    assert "A second item" not in shown
    assert "Investigation under way" in shown
    (signed,) = register.of(facts.MinutesSigned)
    text = documents.original(str(signed.digest)).decode()
    assert "anary" not in text
    assert "Ground: Investigation under way. To be looked at again by 1 September 2024." in text
    own = repr([v.fact.values() for v in seen(OFFICER).versions])
    assert "Canary prose." in own
    private = {
        actor: [
            link.url
            for part in session_page.session(
                Look(at=AT, valid=DAY, actor=actor), BODY, str(DAY)
            ).aside
            for link in part.links
            if "private" in link.label
        ]
        for actor in (READER, OFFICER)
    }
    assert private[READER] == []
    assert [url.startswith("/history/entry/") for url in private[OFFICER]] == [True]
    why = {(m.ground, m.review) for m in markings.every(by=OFFICER)}
    assert why == {("Investigation under way", "2024-09-01")}


def test_every_question_ends_or_comes_back() -> None:
    item = last()
    save(
        {f"{item}:words": "Q: One?\nQ: Two?\nAction: DCC to act by May 2024\nQ: Three?\nQ: Four?"}
    )
    _, made = signing.prepared(SESSION, actor=COMMISSIONER, at=AT)
    assert [q.came for q in made.questions] == ["", "acted-on", "", ""]
    three, four = made.questions[2:]
    assert [q.outcome for q in made.questions] == [""] * 4, "nobody said how one ended"
    ends = {f"end:{three.field}": "dropped", f"why:{three.field}": "Answered in the report."}
    ends |= {f"end:{made.questions[1].field}": "acted-on"}
    ends |= {f"end:{four.field}": "proved", f"why:{four.field}": ""}
    at = session_draft.say_ends(by=OFFICER, at=AT, session=SESSION, ends=ends, revision=revision())
    with pytest.raises(Refusal, match="Say what proves it"):
        sign(revision=at)
    session_draft.say_ends(
        by=OFFICER,
        at=AT,
        session=SESSION,
        ends={f"why:{four.field}": "The inspectors' letter."},
        revision=at,
    )
    sign()
    register = seen()
    assert [(e.outcome, e.action is not None) for e in register.of(facts.QuestionEnded)] == [
        ("acted-on", True),
        ("dropped", False),
        ("proved", False),
    ]
    (open_,) = question_ends.unanswered(register)
    assert open_.fact.get("text") == "One?"


def test_an_answer_that_puts_a_question_off_does_not_end_it() -> None:
    save({f"{last()}:words": "Q: One?\nA: We do not know yet.\nQ: Two?\nA: By March."})
    _, made = signing.prepared(SESSION, actor=COMMISSIONER, at=AT)
    assert [q.outcome for q in made.questions] == ["", "answered"]
    assert [q.text for q in made.open] == ["One?"]


def test_signed_minutes_are_amended_by_a_correction_that_shows_both() -> None:
    save({f"{last()}:words": WORDS})
    sign()
    (answer,) = seen().versions_of(facts.AnswerGiven)
    ledger.correct(
        **common(OFFICER),
        target=str(answer.seq),
        field="text",
        value="The letter of 4 March.",
        reason="The date was left out.",
    )
    page = session_page.session(Look(at=AT), BODY, DAY.isoformat())
    ((quote,),) = (said.answers for said in page.exchanges)
    assert quote.words == "The letter of 4 March."
    assert "Before: “The letter.” Why: The date was left out." in quote.note


def test_minutes_are_approved_at_a_later_session_and_only_there() -> None:
    save({f"{last()}:words": WORDS})
    sign()
    later = DAY + timedelta(days=30)
    with pytest.raises(Refusal, match="approved at a later session"):
        signing.approve_minutes(**common(OFFICER), session=SESSION, approved_at=SESSION, on=DAY)
    planned = later + timedelta(days=30)
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=BODY,
        series="thematic",
        sessions=session_plans.dates(first=planned, every="once", count=1),
        on=DAY,
    )
    with pytest.raises(Refusal, match="it is planned"):
        signing.approve_minutes(
            **common(OFFICER),
            session=SESSION,
            approved_at=f"session/{BODY}/{planned}",
            on=planned,
        )
    signing.approve_minutes(
        **common(OFFICER), session=SESSION, approved_at=f"session/{BODY}/{later}", on=later
    )
    found = forward_plan.session(registers.register(FORCE, valid=later), SESSION)
    assert found is not None
    assert found.state == "approved"


def test_an_agenda_begins_with_what_is_overdue_and_why() -> None:
    at = AT + timedelta(days=150)
    day = at.date()
    later = f"session/{BODY}/{day.isoformat()}"
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=BODY,
        series="thematic",
        sessions=session_plans.dates(first=day, every="once", count=1),
        on=DAY,
    )
    made = session_draft.begin_agenda(by=OFFICER, at=at, session=later)
    (overdue,) = [
        k for k in made.fields["order"].split() if ACTION in made.fields.get(f"{k}:about", "")
    ]
    assert "Due 30 June 2024" in made.fields[f"{overdue}:why"]


def test_the_page_of_a_finding_says_what_came_of_a_session_about_it() -> None:
    first = order()[0]
    save(
        {
            f"{first}:words": "Q: What shows that checks are on time?",
            f"{first}:level": "not-assured",
            f"{first}:reason": "No figures were shown",
        }
    )
    sign()
    taken = next(i for i in seen().of(facts.ItemTaken) if i.about)
    (row,) = finding.finding(Look(at=AT), taken.about[0]).sessions
    assert "Assurance: not assured. No figures were shown." in row.note
    assert "“What shows that checks are on time?” " in row.note
