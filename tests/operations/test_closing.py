"""Evidence and closing: the owner closes, on words that stand in its own file; nobody else."""

from typing import Any

import pytest

from answerable.ledger.book import Book
from answerable.operations.findings import closing
from answerable.operations.sessions import scrutiny
from answerable.reading.formats import canonical
from answerable.scrutiny.closing import NotClosed
from answerable.scrutiny.progress import progress
from answerable.store.papers import documents
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import (
    ClosureAccepted,
    ClosureClaimed,
    ClosureStated,
    DocumentFiled,
    EvidenceOffered,
)
from answerable.vocabulary.ladder import ClosingGround, Disposition, Rung
from answerable.vocabulary.refusal import Refusal
from tests.factories import fact
from tests.operations.cast import (
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

QUOTE = "We have closed the cause of concern about repeat burglary."
TEXT = f"Letter of 27 February 2024.\n\n{QUOTE}\n"


def filed(text: str, *, publisher: str, standing: str = "own-form") -> tuple[str, DocumentFiled]:
    """A file that is kept and read, and the fact that it is."""
    data = text.encode()
    sha = documents.keep(data)
    documents.keep_text(canonical(data, media_type="text/plain", name="letter.txt"))
    filing = fact(
        DocumentFiled,
        stream=f"document/{sha[:8]}",
        on="2024-02-27",
        doc=sha,
        title="Letter",
        type="inspection-letter",
        publisher=publisher,
        published="2024-02-27",
        media_type="text/plain",
        standing=standing,
    )
    return sha, filing


@pytest.fixture
def letter(book: Book) -> str:
    """The record of the cast, and the inspectorate's letter."""
    sha, filing = filed(TEXT, publisher="anyshire-inspectorate")
    begin(book, filing)
    return sha


def close(document: str, by: Actor = OFFICER, **more: Any) -> Any:
    given = {
        **common(by),
        "reference": CAUSE,
        "ground": ClosingGround.PUBLISHED,
        "document": document,
        "quote": QUOTE,
        "on": DAY,
    }
    return closing.state_closure(**{**given, **more})


def now() -> Any:
    return progress(registers.register("anyshire-police", valid=DAY), CAUSE)


def test_the_owners_words_close_a_finding_and_step_it_to_verified(letter: str) -> None:
    close(letter)
    item = now()
    assert item.disposition is Disposition.CLOSED
    assert item.rung is Rung.VERIFIED
    stated = held(ClosureStated)[0]
    assert (stated.doc, stated.quote, stated.get("ground")) == (letter, QUOTE, "published")
    assert stated.source is not None
    whole = documents.text(letter).text
    assert whole[stated.source.start : stated.source.end] == QUOTE


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"by": CHIEF}, "may not record that a source says a finding is closed"),
        ({"by": LIAISON}, "may not record that a source says a finding is closed"),
        ({"quote": "We have closed it."}, "stand not in that file"),
        ({"quote": ""}, "Give the exact words"),
        ({"quote": None}, "Give the exact words"),
        ({"document": "0" * 64}, "is not on the record"),
        ({"ground": ClosingGround.SIGNED}, "owner's own act with its own key"),
    ],
)
def test_a_closing_that_the_rule_does_not_allow_leaves_no_trace(
    letter: str, changed: dict[str, Any], words: str
) -> None:
    before = size()
    given = dict(changed)
    with pytest.raises(Refusal, match=words):
        close(given.pop("document", letter), by=given.pop("by", OFFICER), **given)
    assert size() == before
    assert now().disposition is Disposition.OPEN


@pytest.mark.parametrize("ground", [ClosingGround.PUBLISHED, ClosingGround.LETTER])
def test_what_another_body_published_closes_nothing(book: Book, ground: ClosingGround) -> None:
    sha, filing = filed(TEXT, publisher="anyshire-pcc")
    begin(book, filing)
    with pytest.raises(NotClosed, match="Only the owner"):
        close(sha, ground=ground)


def test_our_own_summary_closes_nothing(book: Book) -> None:
    sha, filing = filed(TEXT, publisher="anyshire-inspectorate", standing="summary")
    begin(book, filing)
    for ground in (ClosingGround.PUBLISHED, ClosingGround.LETTER, ClosingGround.HISTORICAL):
        with pytest.raises(NotClosed, match="our own summary"):
            close(sha, ground=ground)


def test_a_letter_closes_by_its_digest_and_its_words_may_stay_away(letter: str) -> None:
    close(letter, ground=ClosingGround.LETTER, quote=None)
    stated = held(ClosureStated)[0]
    assert (stated.doc, stated.quote) == (letter, None)


def test_a_statement_found_later_may_stand_in_anybodys_file(book: Book) -> None:
    sha, filing = filed(TEXT, publisher="anyshire-pcc")
    begin(book, filing)
    close(sha, ground=ClosingGround.HISTORICAL)
    assert now().closing.ground is ClosingGround.HISTORICAL


def test_claim_and_acceptance_close_nothing_and_keep_their_order(letter: str) -> None:
    given: dict[str, Any] = {"reference": CAUSE, "on": DAY}
    with pytest.raises(Refusal, match="has no claim to accept"):
        closing.accept_claim(**common(COMMISSIONER), **given, text="Agreed.")
    with pytest.raises(Refusal, match="may not say that a finding can be closed"):
        closing.claim_closure(**common(LIAISON), **given, text="Done.")
    closing.claim_closure(**common(CHIEF), **given, text="Every victim is visited again.")
    with pytest.raises(Refusal, match="may not accept what is claimed to be done"):
        closing.accept_claim(**common(INSPECTOR), **given, text="Agreed.")
    closing.accept_claim(**common(COMMISSIONER), **given, text="Agreed.")
    assert now().disposition is Disposition.OPEN
    claim, accepted = held(ClosureClaimed), held(ClosureAccepted)
    assert len(claim) == len(accepted) == 1
    (claimed,) = registers.register("anyshire-police", valid=DAY).versions_of(ClosureClaimed)
    assert accepted[0].ref == claimed.entry_id


def test_a_closed_finding_opens_again_and_may_then_slip_back(letter: str) -> None:
    given: dict[str, Any] = {"reference": CAUSE, "on": DAY}
    with pytest.raises(Refusal, match="is not closed"):
        closing.reopen(**common(INSPECTOR), **given, reason="Found again.")
    close(letter)
    with pytest.raises(Refusal, match="may not open a finding again"):
        closing.reopen(**common(CHIEF), **given, reason="Found again.")
    closing.reopen(**common(INSPECTOR), **given, reason="Found again.")
    assert now().disposition is Disposition.OPEN
    close(letter, **common(OFFICER))
    scrutiny.relapse(**common(INSPECTOR), **given, reason="Found again in March.")
    assert now().slipped_back


def test_evidence_is_kept_by_its_digest_before_it_is_recorded(letter: str) -> None:
    given: dict[str, Any] = {"reference": CAUSE, "text": "Visits by week.", "on": DAY}
    with pytest.raises(Refusal, match="at least one file"):
        closing.offer_evidence(**common(LIAISON), **given, files=[])
    with pytest.raises(Refusal, match="may not offer evidence"):
        closing.offer_evidence(**common(INSPECTOR), **given, files=[b"x"])
    closing.offer_evidence(**common(LIAISON), **given, files=[b"week,visits\n1,20\n"] * 2)
    (digest,) = held(EvidenceOffered)[0].get("digests")
    assert documents.original(digest) == b"week,visits\n1,20\n"
    assert now().rung is not Rung.DELIVERED  # evidence moves no rung by itself
