"""The forward plan: series, moved and cancelled sessions, papers, questions from the public."""

from datetime import UTC, date, datetime, timedelta

import pytest

from answerable.ledger.book import Book
from answerable.operations.rights import markings
from answerable.operations.sessions import public_questions, session_draft, session_plans
from answerable.scrutiny.sessions import forward_plan, papers
from answerable.scrutiny.sessions import public_questions as asked
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from answerable.vocabulary.refusal import Refusal
from tests.factories import COMMISSIONER, FORCE
from tests.operations.cast import AT, DAY, INSPECTOR, LIAISON, OFFICER, begin, common

SESSION = f"session/{COMMISSIONER}/2024-04-18"


@pytest.fixture(autouse=True)
def planned(book: Book) -> None:
    """Four sessions, every three months, with two themes in turn."""
    begin(book)
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=COMMISSIONER,
        series="performance",
        sessions=session_plans.dates(
            first=date(2024, 4, 18), every="quarter", count=4, themes=("Burglary", "Violence")
        ),
        on=DAY,
    )


def plan(on: date = DAY) -> tuple[forward_plan.Session, ...]:
    return forward_plan.sessions(registers.register(FORCE, valid=on), body=COMMISSIONER)


def change(state: str, to: date | None = None, reason: str = "The chair is ill.") -> None:
    session_plans.change_session(
        **common(OFFICER), session=SESSION, state=state, to=to, reason=reason, on=DAY
    )


def test_a_series_falls_on_the_same_weekday_with_its_themes_and_paper_deadlines() -> None:
    assert [(s.date, s.theme, s.papers_due, s.state) for s in plan()] == [
        ("2024-04-18", "Burglary", "2024-04-11", "planned"),
        ("2024-07-18", "Violence", "2024-07-11", "planned"),
        ("2024-10-17", "Burglary", "2024-10-10", "planned"),
        ("2025-01-16", "Violence", "2025-01-09", "planned"),
    ]
    assert {s.day.weekday() for s in plan()} == {3}


def test_a_moved_session_shows_both_dates_and_why() -> None:
    change("postponed", date(2024, 5, 2))
    (moved,) = [s for s in plan() if s.reference == SESSION]
    assert (moved.first_date, moved.date, moved.state) == ("2024-04-18", "2024-05-02", "planned")
    assert moved.words == (
        "Planned for 2 May 2024; first planned for 18 April 2024 (The chair is ill)."
    )


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ("cancelled", "Cancelled: was to be 18 April 2024 (The chair is ill)."),
        ("inquorate", "Not quorate on 18 April 2024 (The chair is ill)."),
        ("postponed", "Postponed: was to be 18 April 2024 (The chair is ill)."),
    ],
)
def test_a_session_that_is_not_held_says_so(state: str, words: str) -> None:
    change(state)
    (found,) = [s for s in plan() if s.reference == SESSION]
    assert (found.state, found.words) == (state, words)


def test_what_cannot_be_is_refused_in_words() -> None:
    with pytest.raises(Refusal, match="has no new date"):
        change("cancelled", date(2024, 5, 2))
    with pytest.raises(Refusal, match="has passed"):
        change("postponed", date(2024, 1, 2))
    with pytest.raises(Refusal, match=r"is before 18 April 2024\. Say that it is brought"):
        change("postponed", date(2024, 4, 10))
    with pytest.raises(Refusal, match=r"is after 18 April 2024\. Say that it is postponed"):
        change("brought-forward", date(2024, 5, 2))
    with pytest.raises(Refusal, match="Give the new date"):
        change("brought-forward")
    with pytest.raises(Refusal, match="has passed"):
        change("brought-forward", date(2024, 1, 2))
    change("cancelled")
    with pytest.raises(Refusal, match="is cancelled"):
        change("postponed", date(2024, 5, 2))
    with pytest.raises(Refusal, match="is in the plan already"):
        session_plans.plan_sessions(
            **common(OFFICER),
            institution=FORCE,
            body=COMMISSIONER,
            series="performance",
            sessions=session_plans.dates(first=date(2024, 7, 18), every="once", count=1),
            on=DAY,
        )


def test_two_series_may_meet_on_one_day() -> None:
    session_plans.plan_sessions(
        **common(OFFICER),
        institution=FORCE,
        body=COMMISSIONER,
        series="public",
        sessions=session_plans.dates(first=date(2024, 7, 18), every="once", count=1),
        on=DAY,
    )
    assert f"{SESSION[:-10]}2024-07-18-public" in {s.reference for s in plan()}


def require(question: str = "What assurance can you give on repeat burglary?") -> None:
    session_plans.require_paper(
        **common(OFFICER), session=SESSION, office="chief-constable", question=question, on=DAY
    )


def test_a_paper_is_due_by_the_rule_then_overdue_then_received() -> None:
    require()
    due = date(2024, 4, 11)

    def state(on: date) -> str:
        (paper,) = papers.papers_of(registers.register(FORCE, valid=on), SESSION)
        return paper.words(on)

    assert state(due) == "Not yet received; asked for by 11 April 2024."
    assert state(due + timedelta(days=3)) == "Overdue: asked for by 11 April 2024, 3 days ago."
    session_plans.receive_paper(
        **common(LIAISON, at=datetime(2024, 4, 12, 9, tzinfo=UTC)),
        paper=f"{SESSION}/paper/1",
        text="Four pages.",
        files=(b"paper",),
        on=due + timedelta(days=1),
    )
    assert state(due + timedelta(days=3)) == "Received 12 April 2024; asked for by 11 April 2024."
    with pytest.raises(Refusal, match="has this paper since"):
        session_plans.receive_paper(
            **common(LIAISON, at=datetime(2024, 4, 14, 9, tzinfo=UTC)),
            paper=f"{SESSION}/paper/1",
            text="Again.",
            on=DAY,
        )


def test_a_requirement_never_directs_operations() -> None:
    with pytest.raises(Refusal, match="tells the chief officer"):
        require("Deploy more officers in the north.")


def test_only_the_bodys_own_offices_plan_its_sessions() -> None:
    for by in (LIAISON, INSPECTOR):
        with pytest.raises(Refusal, match="may not plan session"):
            session_plans.plan_sessions(
                **common(by),
                institution=FORCE,
                body=COMMISSIONER,
                series="public",
                sessions=session_plans.dates(first=date(2024, 9, 1), every="once", count=1),
                on=DAY,
            )


def test_a_public_question_is_public_and_its_asker_is_not() -> None:
    public_questions.take_public_question(
        **common(OFFICER),
        session=SESSION,
        text="Why was my street not visited?",
        asker="A. Resident, 1 Test Street",
        on=DAY,
    )

    (mark,) = markings.every(by=OFFICER)
    assert (mark.fields, mark.ground[:13], mark.review) == (
        ("asker",),
        "Personal data",
        (DAY + timedelta(days=365)).isoformat(),
    )

    def asker(actor: object) -> object:
        register = registers.register(FORCE, valid=DAY, actor=actor)  # type: ignore[arg-type]  # one of the cast
        (found,) = asked.of_session(register, SESSION)
        assert found.text == "Why was my street not visited?"
        assert found.open
        return found.received.fact.get("asker")

    assert asker(READER) is None
    assert asker(OFFICER) == "A. Resident, 1 Test Street"
    question = f"{SESSION}/public/1"
    with pytest.raises(Refusal, match="Say why the question is dropped"):
        public_questions.end_question(
            **common(OFFICER), question=question, outcome="dropped", on=DAY
        )
    public_questions.end_question(
        **common(OFFICER),
        question=question,
        outcome="dropped",
        reason="About one case; answered by letter.",
        on=DAY,
    )
    (found,) = asked.of_session(registers.register(FORCE, valid=DAY), SESSION)
    assert found.words == "Dropped: About one case; answered by letter."


def test_a_session_is_brought_forward_and_its_papers_and_agenda_with_it() -> None:
    require()
    session_draft.begin_agenda(by=OFFICER, at=AT, session=SESSION)
    change("brought-forward", date(2024, 4, 4), reason="The chair is away.")
    (moved,) = [s for s in plan() if s.reference == SESSION]
    assert (moved.date, moved.state, moved.papers_due) == ("2024-04-04", "planned", "2024-03-28")
    assert moved.words == (
        "Planned for 4 April 2024; first planned for 18 April 2024 (The chair is away)."
    )
    (paper,) = papers.papers_of(registers.register(FORCE, valid=DAY), SESSION)
    assert (paper.due, paper.due_first) == ("2024-03-28", "2024-04-11")
    assert "asked for by 28 March 2024, first 11 April 2024" in paper.words(DAY)
    found = session_draft.opened(SESSION, actor=OFFICER, at=AT)
    assert found.draft is not None, "the agenda goes with its session"
    assert found.session.day == date(2024, 4, 4)
    require("What else?")
    late = papers.papers_of(registers.register(FORCE, valid=DAY), SESSION)[1]
    assert late.due == "2024-03-28", "what is asked for after the move is due by the new day"


def test_the_deadline_of_papers_moves_with_the_session() -> None:
    change("postponed", date(2024, 5, 2))
    (moved,) = [s for s in plan() if s.reference == SESSION]
    assert moved.papers_due == "2024-04-25"
