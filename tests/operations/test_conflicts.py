"""Protects sources that differ: both values stay, one may stand with a reason, and a new source
opens the question again. A correction of ours is never called a conflict."""

import pytest

from answerable.ledger.book import Book
from answerable.operations.access import NotAllowed
from answerable.operations.documents import conflicts
from answerable.operations.documents.conflicts import NoSuchConflict
from answerable.operations.record import ledger
from answerable.scrutiny.conflicts import Conflict
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ClaimMade, HoldingBegan, HoldingEnded, MoneyStated
from tests.factories import FORCE, fact
from tests.operations.cast import DAY, INSPECTOR, OFFICER, begin, common, size

CHIEF = "office/anyshire-chief-constable"


def left(on: str, quote: str) -> Fact:
    return fact(HoldingEnded, stream=CHIEF, on=on, office="chief", person="A. Person", quote=quote)


def found() -> tuple[Conflict, ...]:
    return conflicts.of(FORCE, on=DAY)


def resolve(value: str, *, reason: str = "It names the day.", by: object = OFFICER) -> None:
    conflicts.resolve_conflict(
        **common(by),  # type: ignore[arg-type]  # an Actor of the cast
        reference=CHIEF,
        field="from",
        value=value,
        reason=reason,
        on=DAY,
    )


def test_two_days_of_one_thing_stand_side_by_side(book: Book) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-10-01", "in October"))
    (one,) = found()
    assert (one.stream, one.field, one.standing) == (CHIEF, "from", None)
    assert [s.value for s in one.stated] == ["2023-09", "2023-10"]
    assert [s.versions[0].fact.quote for s in one.stated] == ["in September", "in October"]


def test_a_month_and_a_day_in_it_do_not_differ(book: Book) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-09-17", "on the 17th"))
    assert found() == ()


def test_what_is_another_thing_does_not_differ(book: Book) -> None:
    def paid(purpose: str, amount: str) -> Fact:
        return fact(MoneyStated, stream="money/a", on="2023-01-05", purpose=purpose, amount=amount)

    begin(
        book,
        paid("mentors", "75000"),
        paid("locks", "60000"),
        fact(HoldingBegan, stream=CHIEF, on="2023-01-02", person="A. Person", holding="acting"),
        fact(HoldingBegan, stream=CHIEF, on="2023-02-02", person="A. Person", holding="temporary"),
    )
    assert found() == ()


def test_two_counts_of_one_scope_differ(book: Book) -> None:
    def counted(n: int) -> Fact:
        return fact(
            ClaimMade, stream="claim/sessions", on="2024-01-02", n=n, unit="session", scope="crime"
        )

    begin(book, counted(16), counted(14))
    assert [s.value for s in found()[0].stated] == ["16", "14"]


def test_an_office_says_which_stands_and_both_stay(book: Book) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-10-01", "in October"))
    resolve("2023-10")
    (one,) = found()
    assert one.standing == "2023-10"
    assert one.resolved is not None
    assert one.resolved.fact.get("reason") == "It names the day."
    assert len(one.stated) == 2


def test_a_new_source_opens_it_again(book: Book) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-10-01", "in October"))
    resolve("2023-10")
    begin_again = left("2023-11-03", "in November")
    book.append(about=FORCE, decide=lambda _: [begin_again], **common(OFFICER))
    assert found()[0].standing is None


def test_a_correction_of_ours_ends_the_difference(book: Book) -> None:
    receipt = begin(
        book,
        fact(ClaimMade, stream="c", on="2024-01-02", n=16, unit="session"),
        fact(ClaimMade, stream="c", on="2024-01-02", n=61, unit="session"),
    )
    assert len(found()) == 1
    ledger.correct(
        **common(OFFICER), target=str(receipt.last), field="n", value="16", reason="Typed wrongly."
    )
    assert found() == ()


@pytest.mark.parametrize("value", ["2022-01", ""])
def test_a_value_that_no_source_states_cannot_stand(book: Book, value: str) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-10-01", "in October"))
    before = size()
    with pytest.raises(NoSuchConflict, match="They state"):
        resolve(value)
    assert size() == before


def test_only_an_office_that_answers_for_the_body_decides_and_with_a_reason(book: Book) -> None:
    begin(book, left("2023-09-01", "in September"), left("2023-10-01", "in October"))
    with pytest.raises(NotAllowed):
        resolve("2023-10", by=INSPECTOR)
    with pytest.raises(Exception, match="reason"):
        resolve("2023-10", reason=" ")
