"""A passage is read as another kind: its words and place stay, a person confirms it, and the wrong
kind becomes an example of what a rule took for what."""

import json
from pathlib import Path

import pytest

from answerable.operations import examples
from answerable.operations.access import NotAllowed
from answerable.operations.documents import deciding, read_as, reading, running_text
from answerable.operations.documents.read_as import CannotReadAs
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.recut import CannotRecut
from answerable.reading.records import FIELDS
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import READER
from answerable.vocabulary.facts import FindingPublished
from tests.operations.cast import AT, DAY, FORCE, OFFICER

LETTER = """<html><title>Letter</title><body><h1>Inspection report</h1>
<p>By 30 September 2026 the force should:</p>
<ul><li>train every lead officer; and</li><li>visit every shop that was robbed twice.</li></ul>
<p>The arrangements were subject to a degree of delay, and must not go on.</p></body></html>"""
META = Meta(
    name="letter.html",
    title="Inspection report",
    publisher="anyshire-inspectorate",
    published="2026-04-20",
    subject=FORCE,
)


def hand_in(key: str) -> str:
    return reading.read(by=OFFICER, at=AT, key=key, data=LETTER.encode(), meta=META).document


@pytest.fixture
def read(home: Path) -> str:
    return hand_in("read")


def first(kind: str) -> review.Candidate:
    return review.waiting(kind=kind)[0]


def name(found: review.Candidate) -> str:
    return str(found.record["id"])


def as_kind(found: review.Candidate, kind: str) -> review.Candidate:
    made = review.named(read_as.read_as(by=OFFICER, at=AT, candidate=name(found), kind=kind))
    assert made is not None
    return made


def test_the_words_and_the_place_stay_and_what_both_kinds_have_is_kept(read: str) -> None:
    old = first("recommendation")
    new = as_kind(old, "area_for_improvement")
    assert (new.kind, new.state, new.document) == ("area_for_improvement", "waiting", read)
    assert new.record["quote"] == old.record["quote"]
    assert (new.rule, new.confidence) == (review.BY_HAND, "0.50")
    fields = new.record["fields"]
    assert tuple(sorted(fields)) == tuple(sorted(FIELDS["area_for_improvement"]))
    assert fields["due"] == old.record["fields"]["due"] == "2026-09-30"
    assert fields["institution"] == old.record["fields"]["addressee"]
    assert fields["institution"], "whoever is asked to act is whom it is about"
    assert fields["disposition"] is None
    left = review.get(old.id)
    assert (left.state, left.reason) == ("recast", "Read as area for improvement.")
    assert set(new.record["support"]) <= set(fields)


def test_it_is_confirmed_like_any_other(read: str) -> None:
    new = as_kind(first("recommendation"), "area for improvement")
    receipt = deciding.accept(by=OFFICER, at=AT, key="a", seen=None, candidate=name(new))
    assert receipt is not None
    facts = registers.register(FORCE, valid=DAY.replace(year=2026, month=5)).of(FindingPublished)
    assert [(f.kind, f.quote) for f in facts] == [
        ("area-for-improvement", new.record["quote"]["exact"])
    ]


def test_a_passage_that_nothing_read_is_read(read: str) -> None:
    old = first("residue")
    new = as_kind(old, "recommendation")
    assert new.record["quote"] == old.record["quote"]
    assert not any(new.record["fields"].values())
    assert deciding.accept(by=OFFICER, at=AT, key="a", seen=None, candidate=name(new))
    assert examples.precision()[old.rule].right == 1, "there was something to read"


def test_the_owner_of_an_action_is_who_promised_it(read: str) -> None:
    old = as_kind(first("residue"), "action")
    owned = {**old.record, "id": "r" + "1" * 12, "fields": {**old.record["fields"], "owner": "CC"}}
    review.replace_with(
        [old.id], state="recast", by="x/y", at=AT, reason="An owner.", records=[owned]
    )
    promise = as_kind(first("action"), "commitment")
    assert promise.record["fields"]["by"] == "CC"
    assert as_kind(promise, "action").record["fields"]["owner"] == "CC"


@pytest.mark.parametrize(
    ("kind", "why"),
    [
        ("recommendation", "read as recommendation already"),
        ("horoscope", "cannot be read as “horoscope”. Choose one of: inspection, grade, "),
        ("person", "cannot be read as “person”"),
        ("assurance", "cannot be read as “assurance”"),
        ("", "Say what it is. Choose one of: "),
    ],
)
def test_a_kind_that_it_cannot_be_is_refused(read: str, kind: str, why: str) -> None:
    old = first("recommendation")
    with pytest.raises(CannotReadAs, match=why):
        read_as.read_as(by=OFFICER, at=AT, candidate=name(old), kind=kind)
    assert old in review.waiting()


def test_the_same_words_do_not_wait_twice_as_one_kind(read: str) -> None:
    old = first("recommendation")
    again = {**old.record, "id": "r" + "2" * 12, "kind": "action", "fields": {}}
    other = review.waiting(kind="recommendation")[1]
    review.replace_with(
        [other.id], state="merged", by="x/y", at=AT, reason="For a test.", records=[again]
    )
    with pytest.raises(CannotReadAs, match="same words wait as action already"):
        read_as.read_as(by=OFFICER, at=AT, candidate=name(old), kind="action")


def test_only_what_waits_and_only_whoever_may_correct(read: str) -> None:
    old = first("recommendation")
    with pytest.raises(NotAllowed):
        read_as.read_as(by=READER, at=AT, candidate=name(old), kind="action")
    as_kind(old, "action")
    with pytest.raises(CannotRecut, match="No reading that waits"):
        read_as.read_as(by=OFFICER, at=AT, candidate=name(old), kind="money")


def test_it_is_an_example_of_the_wrong_kind(read: str, tmp_path: Path) -> None:
    old = first("recommendation")
    as_kind(old, "action")
    assert examples.write(tmp_path / "examples.jsonl") == 1
    line = json.loads((tmp_path / "examples.jsonl").read_text(encoding="utf-8"))
    assert (line["label"], line["kind"], line["reason"]) == (
        "another kind",
        "recommendation",
        "Read as action.",
    )
    assert examples.precision()[old.rule].right == 0


def test_a_file_that_is_handed_in_again_takes_no_kind_away(read: str) -> None:
    old = first("recommendation")
    new = as_kind(old, "action")
    hand_in("again")
    assert new in review.waiting()
    assert name(old) not in {name(c) for c in review.waiting(kind="recommendation")}
    deciding.put_aside(by=OFFICER, at=AT, document=read, reason="Later.")
    assert new not in review.waiting()
    hand_in("once more")
    assert new in review.waiting()


def test_a_kind_that_a_person_chose_makes_no_heading(home: Path) -> None:
    """One of them must not send every other finding of a letter among those of running text."""
    quote = {"start": 0, "end": 5, "exact": "Train", "page": None}
    told = [("area_for_improvement", "afi.prose.opens"), ("residue", "residue.unread")]
    review.offer(
        document="d" * 64,
        found=[
            (kind, {"id": f"r{n:012}", "quote": quote, "fields": {}}, rule, "0.50")
            for n, (kind, rule) in enumerate(told)
        ],
    )
    as_kind(first("residue"), "recommendation")
    assert running_text.apart(review.waiting()) == frozenset()


def test_no_one_person_takes_from_two_readers_what_two_must_read(read: str) -> None:
    """Read as a cause of concern once, the same words need two people as a recommendation too."""
    cause = as_kind(first("residue"), "cause_of_concern")
    made = as_kind(cause, "recommendation")
    fields = {"addressee": "Anyshire Police", "addressee_id": FORCE}
    answer = deciding.correct(
        by=OFFICER, at=AT, key="c", seen=None, candidate=name(made), fields=fields, reason="Ask."
    )
    assert answer is None
    waits = review.named(name(made))
    assert waits is not None
    assert (waits.state, len(waits.readings)) == ("waiting", 1)
