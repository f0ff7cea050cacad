"""The stories load from end to end: nothing twice, nothing unverified, each quote in its file."""

from datetime import date
from pathlib import Path

from answerable.ledger.register import Register
from answerable.operations import demo
from answerable.operations.pages import everything
from answerable.operations.pages.documents import document
from answerable.operations.pages.institutions import case
from answerable.operations.pages.look import Look
from answerable.operations.record import ledger
from answerable.scrutiny.progress import progress
from answerable.store.papers import documents, review
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentFiled, VerdictGiven
from answerable.vocabulary.ladder import Disposition, Rung
from tests.demo.conftest import NOW

REPORT = "anyshire-inspectorate/2025/anyshire/neighbourhood-crime"
TODAY = date(2026, 11, 25)


def anyshire() -> Register:
    return registers.register("anyshire-police", valid=TODAY)


def test_loading_again_changes_nothing(own: Path) -> None:
    before = registers.head()
    for marker in own.glob("story-*"):
        marker.unlink()  # as if the first load had been killed before its end
    demo.load(at=NOW)
    assert registers.head() == before


def test_the_record_of_the_stories_holds(told: Path) -> None:
    found = ledger.verify()
    assert found.holds, found.faults
    assert all(table.same for table in ledger.rebuild(check=True))


def test_every_quote_stands_in_its_file(told: Path) -> None:
    checked = 0
    for institution in registers.institutions():
        for version in registers.history(institution).versions:
            source = version.fact.source
            if source is None or source.doc is None or source.start is None:
                continue
            words = documents.text(source.doc).text[source.start : source.end]
            assert words == version.fact.quote, version.fact.stream
            checked += 1
    assert checked > 200


def test_every_quote_has_its_place_on_the_page_of_its_document(told: Path) -> None:
    """Where a page says `#words` there are words, whatever block of the document they stand in."""
    look = Look(at=NOW)
    checked = 0
    for version in everything.versions(look):
        source = version.fact.source
        if source is None or source.doc is None or source.start is None or not version.fact.quote:
            continue
        shown = document.document(look, source.doc, entry=version.seq).blocks
        cells = (cell for block in shown for row in block.rows for cell in row.cells)
        pieces = (p for part in (*(block.pieces for block in shown), *cells) for p in part)
        words = [piece for piece in pieces if piece.id == "words"]
        assert [piece.words in version.fact.quote for piece in words] == [True], version.seq
        checked += 1
    assert checked > 200


def test_the_loop_closes_and_each_end_differs(told: Path) -> None:
    """Worked; done with no detectable change; moved twice and overdue; slipped back."""
    register = anyshire()
    first = progress(register, f"{REPORT}/recommendation/1")
    second = progress(register, f"{REPORT}/recommendation/2")
    third = progress(register, f"{REPORT}/recommendation/3")
    assert (first.rung, first.disposition) == (Rung.WORKED, Disposition.CLOSED)
    assert second.rung is Rung.VERIFIED
    assert len(third.moves) == 2
    assert third.overdue
    old = progress(
        register, "anyshire-inspectorate/2023/anyshire/neighbourhood-crime/cause-of-concern/1"
    )
    assert old.slipped_back


def test_verdicts_are_worked_out_from_the_figures(told: Path) -> None:
    found = {f.measure: f.verdict for f in anyshire().of(VerdictGiven)}
    assert found == {
        "anyshire-theft-from-shops": "improved",
        "anyshire-repeat-burglary": "no_detectable_change",
    }


def test_a_withheld_value_is_withheld_with_its_ground(told: Path) -> None:
    held = [v for v in anyshire() if v.withheld]
    assert held
    mark = next(iter(held[0].withheld.values()))
    assert mark.ground
    assert "s.31" in mark.ground
    assert mark.review
    assert all(held[0].fact.get(name) is None for name in held[0].withheld)


def test_readings_wait_for_a_person(told: Path) -> None:
    assert review.waiting()


def test_what_our_summaries_are_is_said(told: Path) -> None:
    filed = registers.register("west-mercia-police", valid=TODAY).of(DocumentFiled)
    assert len(filed) > 30
    assert {f.standing for f in filed} == {"summary"}
    assert {f.publisher for f in filed} == {"answerable"}
    assert all(f.about for f in filed)


def page(said: date | None = None) -> str:
    look = Look(at=NOW, said=said)
    told = case.case(look, case.key_of("west-mercia/soc"))
    return " ".join([told.sentence, *(line.words for line in told.lines)])


def test_on_1_january_2024_a_plan_was_known_and_no_grade_of_2024(told: Path) -> None:
    words = page(date(2024, 1, 1))
    assert "delivery plan on serious and organised crime by 11 December 2023" in words
    assert "2024" not in words


def test_on_1_june_2024_the_grade_was_known_and_nothing_of_july(told: Path) -> None:
    words = page(date(2024, 6, 1))
    assert "inadequate in a report of 14 May 2024" in words
    assert "July" not in words


def test_today_the_first_page_says_what_the_design_says(told: Path) -> None:
    words = page()
    for sentence in (
        "Inspectors graded this inadequate in a report of 14 May 2024. "
        "Our sources do not say whether it has been put right.",
        "June 2023, published about 11 months later",
        "Inadequate March 2018, good September 2019 - different cycles, not one line",
        "1 cause of concern, 9 recommendations. We have the substance of 5; "
        "the other 4 are not in our sources.",
        "The Commissioner had a delivery plan on serious and organised crime by "
        "11 December 2023. The improvement plan itself is not in our sources.",
        "The force said on 16 July 2024 that organised-crime profiles are now provided. "
        "Nobody else has checked it, in our sources.",
        "Cannot be measured yet",
        "The Commissioner counted 16 sessions on this and related crime with three chief "
        "constables. We have papers for 5. This subject is in 2.",
        "“Significant funding” was reported. "
        "No sum in our sources is labelled for organised crime.",
        "The Commissioner says / The force says",
    ):
        assert sentence in words, sentence
