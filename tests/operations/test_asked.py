"""Protects “asked before?”: it ranks and never links; what a person decided is not asked again."""

from datetime import timedelta

import pytest

from answerable.ledger.book import Book
from answerable.operations import catalogue, examples
from answerable.operations.access import NotAllowed
from answerable.operations.findings import asked
from answerable.operations.findings.asked import NothingToCompare
from answerable.reading.similar import Index, Meanings
from answerable.store.reads import registers
from answerable.vocabulary.facts import FindingLinked, FindingPublished
from tests.factories import fact
from tests.operations.cast import ADVICE, AT, CAUSE, INSPECTOR, OFFICER, begin, held, key, size

NEW = "anyshire-inspectorate/2026/anyshire/burglary/recommendation/1"
ODD = "anyshire-inspectorate/2022/anyshire/fraud/recommendation/1"
LATER = AT + timedelta(days=900)


@pytest.fixture
def record(book: Book) -> Book:
    def found(reference: str, on: str, theme: str, text: str) -> FindingPublished:
        return fact(
            FindingPublished,
            stream=reference,
            on=on,
            kind="recommendation",
            number="1",
            theme=theme,
            text=text,
            quote=text,
        )

    begin(
        book,
        found(NEW, "2026-04-01", "repeat-burglary", "See people burgled twice again in a month."),
        found(ODD, "2022-01-01", "fraud", "Tell people how to avoid fraud within a month."),
    )
    return book


def likely(reference: str = NEW) -> list[str]:
    _, found = asked.earlier(by=OFFICER, reference=reference)
    return [one.finding.stream for one in found]


def test_earlier_findings_of_the_same_theme_come_first_and_later_ones_never(record: Book) -> None:
    assert likely() == [ADVICE, CAUSE, ODD]
    assert NEW not in likely(ADVICE)
    assert likely(ODD) == []


def test_nothing_is_linked_by_looking(record: Book) -> None:
    before = size()
    likely()
    assert size() == before
    assert held(FindingLinked, on=LATER.date()) == []


def test_a_person_links_with_a_reason_and_it_is_not_asked_again(record: Book) -> None:
    receipt = asked.link(
        by=OFFICER,
        at=LATER,
        key=key(),
        seen=None,
        reference=NEW,
        other=ADVICE,
        reason="Both ask for a second visit.",
    )
    assert receipt.count == 1
    (linked,) = held(FindingLinked, on=LATER.date())
    assert (linked.get("kind"), linked.get("other")) == ("asked-before", ADVICE)
    assert ADVICE not in likely()


def test_what_a_person_dismissed_stays_away_and_is_an_example(record: Book) -> None:
    before = registers.head()
    asked.dismiss(
        by=OFFICER,
        at=LATER,
        key=key(),
        seen=None,
        reference=NEW,
        other=ODD,
        reason="Fraud is another thing.",
    )
    assert registers.head() == before
    assert likely() == [ADVICE, CAUSE]
    assert examples.precision()["similar"].seen == 1


def test_a_reason_is_asked_for_and_only_an_office_decides(record: Book) -> None:
    common = {"at": LATER, "key": "k", "seen": None, "reference": NEW, "other": ODD}
    with pytest.raises(Exception, match="reason"):
        asked.dismiss(by=OFFICER, **common, reason=" ")  # type: ignore[arg-type]  # as above
    with pytest.raises(NotAllowed):
        asked.earlier(by=INSPECTOR, reference=NEW)


def test_a_finding_without_words_is_not_guessed_at(book: Book) -> None:
    begin(book, fact(FindingPublished, stream=NEW, on="2026-04-01", kind="recommendation"))
    with pytest.raises(NothingToCompare):
        likely()


def test_a_meaning_is_found_by_whatever_word_says_it() -> None:
    told = Meanings.of_lines(["# a remark: x", "delay: delay wait in_time", "call: 101 caller"])
    assert told.of(["callers", "wait", "too", "long"]) == {"delay", "call"}
    assert told.of(["not", "in", "time"]) == {"delay"}
    assert told.of(["in", "good", "time"]) == frozenset()
    texts = ("Vehicles are in poor repair.", "Answer 101 more quickly, without delay.")
    found = Index(texts, told).rank("The caller must wait.", top=1)
    assert found[0].index == 1
    assert Index(texts).rank("Quickly answer it.", top=2, groups=[0, 1])[0].index == 0


def test_a_whole_word_is_not_found_in_a_longer_one() -> None:
    """Protects against “pubs” that were seen in “publish”, and “car” in “care”."""
    told = Meanings.of_lines(["vehicle: car. in_cars.", "call: caller"])
    assert told.of(["one", "car"]) == {"vehicle"}
    assert told.of(["in", "cars", "and", "callers"]) == {"vehicle", "call"}
    assert told.of(["care", "in", "carsharing"]) == frozenset()


def test_an_index_that_grew_ranks_as_one_made_at_once() -> None:
    """Protects the answers after a new finding: what is kept between questions changes none."""
    first = ("Train every officer in mapping.", "Reviews of detention should be on time.")
    new = ("A xylophone should be kept in custody.", "Train officers to map gangs.")
    for words in ("Mapping of gangs needs training.", "xylophone", "something else"):
        grown = Index(first, catalogue.meanings()).grown(new[:1]).grown(new[1:])
        whole = Index(first + new, catalogue.meanings())
        assert {(r.index, r.score) for r in grown.rank(words)} == {
            (r.index, r.score) for r in whole.rank(words)
        }
    assert Index(()).grown(first).rank("officer") == Index(first).rank("officer")


def test_a_finding_that_is_recorded_later_is_found_and_a_withdrawn_one_is_not() -> None:
    """Protects what is kept between questions: it follows the record both ways."""
    kept = asked._Kept()
    names, index = kept.of({"a": "Train officers.", "b": "Check cells."})
    assert (names, index.texts) == (("a", "b"), ("Train officers.", "Check cells."))
    names, index = kept.of({"b": "Check cells.", "c": "Map gangs.", "a": "Train officers."})
    assert (names, index.texts[-1]) == (("a", "b", "c"), "Map gangs.")
    names, index = kept.of({"c": "Map gangs.", "a": "Train every officer."})
    assert (names, index.texts) == (("c", "a"), ("Map gangs.", "Train every officer."))
