"""Restricted stays restricted: in registers, in projections, on the disk."""

from datetime import date
from pathlib import Path

import pytest

from answerable.config import config
from answerable.ledger.book import Book
from answerable.store.engine.keys import keys_of
from answerable.store.reads import queries, registers
from answerable.vocabulary.access import READER, Actor, Classification, Role
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import ActionPromised, Corrected, Erased, Reclassified
from tests.factories import COMMISSIONER, FORCE, fact
from tests.trust.cast import AT, OFFICER, add, found, kept, promised

RESTRICTED = {"text": Classification.RESTRICTED}
CANARY = "the canary sings at Quayside"
DAY = AT.date()


def actor(role: Role, body: str) -> Actor:
    return Actor(body=body, office="x", person="p", roles=frozenset({role}))


def text_seen(who: Actor, known: int | None = None) -> str | None:
    seen = registers.register(FORCE, valid=DAY, known=known, actor=who)
    (version,) = seen.versions_of(ActionPromised)
    value: str | None = version.fact.get("text")
    assert (value is None) == ("text" in version.withheld)
    return value


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        (READER, False),
        (OFFICER, True),
        (actor(Role.COMMISSIONER, COMMISSIONER), True),
        (actor(Role.CHIEF_OFFICER, FORCE), True),
        (actor(Role.FORCE_LIAISON, FORCE), False),
        (actor(Role.ANALYST, COMMISSIONER), False),
        (actor(Role.GOVERNANCE_OFFICER, "west-mercia-pcc"), False),
        (actor(Role.CHIEF_OFFICER, "west-mercia-police"), False),
        (actor(Role.PANEL_MEMBER, COMMISSIONER), False),
        (actor(Role.ADMINISTRATOR, COMMISSIONER), False),
        (actor(Role.INSPECTOR, "anyshire-inspectorate"), False),
    ],
)
def test_a_restricted_value_is_seen_by_those_who_answer_for_it(
    book: Book, who: Actor, sees: bool
) -> None:
    add(book, promised(1, text=CANARY, classes=RESTRICTED))
    assert (text_seen(who) == CANARY) is sees


def test_what_is_open_to_all_is_made_once_for_all_until_something_is_marked(book: Book) -> None:
    add(book, promised(1))
    one = registers.register(FORCE, valid=DAY, actor=READER)
    assert registers.register(FORCE, valid=DAY, actor=OFFICER) is one
    add(book, promised(2, text=CANARY, classes=RESTRICTED))
    texts = {
        who: {v.fact.get("text") for v in registers.register(FORCE, valid=DAY, actor=who)}
        for who in (OFFICER, READER)
    }
    assert CANARY in texts[OFFICER]
    assert CANARY not in texts[READER]


def test_internal_values_are_seen_by_the_force_and_not_by_the_public(book: Book) -> None:
    add(book, promised(1, text=CANARY, classes={"text": Classification.INTERNAL}))
    assert text_seen(actor(Role.FORCE_LIAISON, FORCE)) == CANARY
    assert text_seen(READER) is None


def embargoed(**values: object) -> Fact:
    every = dict.fromkeys(ActionPromised.field_names(), Classification.RESTRICTED)
    return promised(1, text=CANARY, classes=every, **values)


def test_a_fact_under_embargo_is_not_there_for_the_public(book: Book) -> None:
    add(book, embargoed())
    assert registers.register(FORCE, valid=DAY).versions == ()
    assert len(registers.register(FORCE, valid=DAY, actor=OFFICER).versions) == 1
    assert queries.rows("action") == []


def test_nothing_restricted_lies_open_on_the_disk(book: Book, home: Path) -> None:
    add(book, promised(1, text=CANARY, classes=RESTRICTED), promised(2, text="open words here"))
    raw = kept(home)
    assert CANARY.encode() not in raw
    assert b"open words here" in raw  # control: an open value would have been found


def test_a_correction_of_a_restricted_value_is_restricted_too(book: Book, home: Path) -> None:
    add(book, promised(1, text="first", classes=RESTRICTED))
    put_right(book, CANARY)
    assert text_seen(OFFICER) == CANARY
    assert text_seen(READER) is None
    assert CANARY.encode() not in kept(home)
    (version,) = registers.register(FORCE, valid=DAY).versions_of(Corrected)
    assert version.fact.get("value") is None
    assert set(version.withheld) >= {"value"}


def put_right(book: Book, text: str) -> None:
    entry = next(iter(book.entries()))
    correction = fact(
        Corrected, stream="action/1", on="2026-01-05", ref=entry.id, field="text", value=text
    )
    add(book, correction)


def erased(book: Book, number: int, entry_id: str) -> None:
    gone = fact(
        Erased,
        stream=f"action/{number}",
        on="2026-01-05",
        ref=entry_id,
        fields=("text",),
        basis="UK GDPR Article 17",
    )
    add(book, gone)


def mark(book: Book, marking: str, *, about: int = 0) -> None:
    entry = list(book.entries())[about]
    marked = fact(
        Reclassified,
        stream="action/1",
        on="2026-01-05",
        ref=entry.id,
        fields=("text",),
        class_=marking,
        ground="FOIA 2000 s.31",
        review="2027-01-05",
    )
    add(book, marked)


def test_raising_a_marking_closes_older_addresses_and_seals_the_value(
    book: Book, home: Path
) -> None:
    add(book, promised(1, text=CANARY))
    put_right(book, f"{CANARY} twice")
    assert text_seen(READER) == f"{CANARY} twice"
    mark(book, "restricted")
    assert text_seen(READER) is None
    assert text_seen(READER, known=0) is None
    assert text_seen(OFFICER, known=0) == CANARY
    (version,) = registers.register(FORCE, valid=DAY).versions_of(Corrected)
    assert version.fact.get("value") is None
    assert found("canary") == []
    assert b"canary" not in kept(home)
    seen = registers.register(FORCE, valid=DAY).versions_of(ActionPromised)[0]
    assert seen.withheld["text"].ground == "FOIA 2000 s.31"
    assert seen.withheld["text"].review == "2027-01-05"


def test_lowering_a_marking_shows_the_value_from_then_on(book: Book) -> None:
    add(book, promised(1, text=CANARY, classes=RESTRICTED))
    mark(book, "public")
    assert text_seen(READER) == CANARY
    assert text_seen(READER, known=0) is None
    assert found("CANARY sings") == ["action/1"]


def test_erasing_a_value_takes_its_corrections_with_it(book: Book, home: Path) -> None:
    add(book, promised(1, text="first"))
    put_right(book, CANARY)
    assert b"canary" in kept(home)  # control
    entry = next(iter(book.entries()))
    erased(book, 1, entry.id)
    assert b"canary" not in kept(home)
    assert registers.head().size == 4


def test_an_erased_value_is_gone_from_the_disk_and_from_every_answer(
    book: Book, home: Path
) -> None:
    add(book, promised(1, text=CANARY), promised(2, text=CANARY + " again", classes=RESTRICTED))
    first, second = book.entries()
    erased(book, 1, first.id)
    erased(book, 2, second.id)
    assert b"canary" not in kept(home)
    seen = registers.register(FORCE, valid=DAY, known=1, actor=OFFICER)
    for version in seen.versions_of(ActionPromised):
        assert version.fact.get("text") is None
        assert version.erased["text"] in (2, 3)
    assert all(row.values["text"] is None for row in queries.rows("action"))


def test_a_reader_after_a_restart_sees_what_a_reader_before_it_saw(book: Book, home: Path) -> None:
    """A history read again from the disk equals the one that was extended entry by entry."""
    add(book, promised(1, text="a", classes=RESTRICTED), promised(2, text="b"))
    assert len(registers.history(FORCE).versions) == 2
    put_right(book, "c")
    mark(book, "restricted", about=1)
    mark(book, "public")
    kept = registers.history(FORCE).versions
    fresh = registers.Histories(keys_of(config()))
    again = fresh.upto(FORCE, registers.head().size).versions
    assert [(v.fact, v.recorded_from, v.recorded_to, v.withheld) for v in again] == [
        (v.fact, v.recorded_from, v.recorded_to, v.withheld) for v in kept
    ]


def test_a_sequence_that_is_not_reached_is_refused(book: Book) -> None:
    with pytest.raises(Exception, match="has no entry 5"):
        registers.register(FORCE, valid=date(2026, 1, 5), known=5)
