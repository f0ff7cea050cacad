"""Protects the review: words are cut and joined exactly, two readers answer without seeing each
other, what persons decide becomes examples, and one bad file stops no folder."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from answerable.operations import examples, packs_of_forms, people
from answerable.operations.accountability import form_answers
from answerable.operations.documents import deciding, folder, handling, reading, recut
from answerable.operations.documents.confirm import NotEnoughKnown
from answerable.operations.documents.reader import Meta
from answerable.operations.documents.recut import CannotRecut
from answerable.operations.documents.two_readers import ReadBefore
from answerable.operations.pages import everything
from answerable.operations.pages.documents import document as document_page
from answerable.operations.pages.documents.candidate import candidate
from answerable.operations.pages.documents.review import queue
from answerable.operations.pages.documents.unread import MOST_RESIDUE, unread
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item
from answerable.operations.rights import markings
from answerable.reading.precision import Precision
from answerable.store.papers import review
from answerable.store.reads import registers
from answerable.vocabulary.access import READER, Actor
from answerable.vocabulary.facts import DocumentFiled, FindingPublished
from tests.operations.cast import AT, COMMISSIONER, DAY, FORCE, OFFICER

LETTER = """<html><title>Letter</title><body><h1>Inspection report</h1>
<p>By 30 September 2026 the force should:</p>
<ul><li>train every lead officer; and keep a record of who has completed the training;</li>
<li>visit every shop that was robbed twice and offer advice to its owner.</li></ul>
<p>Cause of concern</p>
<p>The force does not protect repeat victims of burglary well enough.</p></body></html>"""
RESEARCHER = people.acting_as("answerable/researcher")


def hand_in(key: str) -> str:
    meta = Meta(
        name="letter.html",
        title="Inspection report",
        publisher="anyshire-inspectorate",
        published="2026-04-20",
        subject=FORCE,
    )
    return reading.read(by=OFFICER, at=AT, key=key, data=LETTER.encode(), meta=meta).document


@pytest.fixture
def read(home: Path) -> str:
    return hand_in("read")


def of_kind(kind: str) -> list[review.Candidate]:
    return list(review.waiting(kind=kind))


def name(found: review.Candidate) -> str:
    return str(found.record["id"])


def accept(found: review.Candidate, *, by: object = OFFICER, reason: str = "") -> object:
    return deciding.accept(
        by=by,  # type: ignore[arg-type]  # an Actor of the cast
        at=AT,
        key=f"{found.id}/{by}",
        seen=None,
        candidate=name(found),
        reason=reason,
    )


def test_a_reading_cut_in_two_keeps_the_exact_words_of_both_parts(read: str) -> None:
    whole = of_kind("recommendation")[-1]
    parts = recut.split(by=OFFICER, at=AT, candidate=name(whole), second="that was robbed")
    found = {name(c): c.record["quote"]["exact"] for c in of_kind("recommendation")}
    assert found[parts[0]] == "visit every shop"
    assert found[parts[1]].startswith("that was robbed twice")
    first = next(c for c in of_kind("recommendation") if name(c) == parts[0])
    assert first.record["fields"] == whole.record["fields"]
    assert accept(first) is not None
    fact = registers.register(FORCE, valid=DAY.replace(year=2026, month=5)).of(FindingPublished)
    assert fact[0].quote == "visit every shop"


@pytest.mark.parametrize(
    ("second", "why"),
    [
        (" ", "The box is empty"),
        ("never said", "do not stand in the reading"),
        ("train", "stand at the very beginning"),
        ("r", "stand . times in the reading"),
    ],
)
def test_words_that_do_not_say_where_to_cut_are_refused(read: str, second: str, why: str) -> None:
    whole = of_kind("recommendation")[0]
    with pytest.raises(CannotRecut, match=why):
        recut.split(by=OFFICER, at=AT, candidate=name(whole), second=second)
    assert whole in of_kind("recommendation")


def test_two_readings_joined_hold_all_words_between(read: str) -> None:
    whole = of_kind("recommendation")[-1]
    one, two = recut.split(by=OFFICER, at=AT, candidate=name(whole), second="that was")
    joined = recut.merge(by=OFFICER, at=AT, candidate=two, other=one)
    again = next(c for c in of_kind("recommendation") if name(c) == joined)
    assert again.record["quote"]["exact"] == whole.record["quote"]["exact"]
    assert again.record["quote"]["start"] == whole.record["quote"]["start"]


def test_parts_stay_when_the_file_is_handed_in_again_and_their_whole_does_not_come_back(
    read: str,
) -> None:
    first, *_, last = of_kind("recommendation")
    one, two = recut.split(by=OFFICER, at=AT, candidate=name(last), second="that was robbed")
    longer = recut.go_on(by=OFFICER, at=AT, candidate=name(first), last="visit every")
    parts = [name(c) for c in of_kind("recommendation")]
    assert {one, two, longer} <= set(parts)
    hand_in("again")
    assert sorted(name(c) for c in of_kind("recommendation")) == sorted(parts)
    whole = recut.merge(by=OFFICER, at=AT, candidate=one, other=two)
    deciding.put_aside(by=OFFICER, at=AT, document=read, reason="A wrong file.")
    assert of_kind("recommendation") == []
    hand_in("once more")
    assert {name(c) for c in of_kind("recommendation")} == {*parts, whole} - {one, two}


def test_readings_of_two_kinds_are_not_joined(read: str) -> None:
    with pytest.raises(CannotRecut, match="one kind"):
        recut.merge(
            by=OFFICER,
            at=AT,
            candidate=name(of_kind("recommendation")[0]),
            other=name(of_kind("cause_of_concern")[0]),
        )


@pytest.mark.parametrize(
    ("words", "stage"),
    [
        ("We moved Anyshire Police into Engage on 1 February 2024.", "enhanced (Engage)"),
        ("On 1 February 2024 Anyshire Police returned to Scan.", "routine (Scan)"),
    ],
)
def test_an_accepted_stage_of_monitoring_writes_what_the_form_writes(
    home: Path, words: str, stage: str
) -> None:
    stated = monitoring(words)
    assert stated["stage"] == stage
    assert stated["since"] == "2024-02-01"
    assert "Anyshire" in stated["inspectorate"]
    assert stated["words"] in words
    assert not registers.register(FORCE, valid=DAY).of(FindingPublished)


def test_a_word_of_the_press_is_no_stage_and_an_old_day_stays_with_no_new_stage(
    home: Path,
) -> None:
    with pytest.raises(NotEnoughKnown, match="word of the press"):
        monitoring("Anyshire Police was plunged into special measures in 2024.")
    monitoring("We moved Anyshire Police into Engage on 1 February 2024.")
    with pytest.raises(NotEnoughKnown, match="earlier stage"):
        monitoring("Anyshire Police returned to Scan.")


def monitoring(words: str) -> dict[str, str]:
    """What stands in the form after the reading of a letter is accepted."""
    page = f"<html><title>Letter</title><body><h1>Inspection letter</h1><p>{words}</p></html>"
    meta = Meta(
        name="letter.html",
        title="Inspection letter",
        publisher="anyshire-inspectorate",
        published="2024-02-20",
        subject=FORCE,
    )
    reading.read(by=OFFICER, at=AT, key=words, data=page.encode(), meta=meta)
    accept(next(c for c in of_kind("monitoring") if c.record["quote"]["exact"] in words))
    register = registers.register(FORCE, valid=DAY, actor=READER)
    form = packs_of_forms.form("inspection", "monitoring")
    found = form_answers.answered(register, pack="inspection", form=form)
    return {one.field.key: one.value for one in found if one.value}


def test_one_answer_does_not_put_a_cause_of_concern_on_the_record(read: str) -> None:
    found, size = of_kind("cause_of_concern")[0], registers.head().size
    assert accept(found) is None
    assert registers.head().size == size
    assert "another governance officer" in deciding.waits_on(name(found))
    told = {item.label: item.words for item in asked_of(OFFICER, found)}
    assert "/account/invite/" in told["If you work alone"]
    assert "police-england-wales" in told["Which rule asks for it"]
    assert not {"If you work alone"} & {item.label for item in asked_of(COMMISSIONER, found)}
    with pytest.raises(ReadBefore, match="another person"):
        accept(found)
    assert accept(found, by=COMMISSIONER) is not None
    assert registers.head().size == size + 1


def test_the_words_of_a_reading_stand_in_one_frame(read: str) -> None:
    """Protects a sign between two frames, which one of them hid: “The force’s” lost its mark."""
    found = of_kind("cause_of_concern")[0]
    quote = found.record["quote"]
    inside = [s for s in found.record["support"].values() if quote["start"] <= s["start"]]
    assert inside
    shown = candidate(Look(at=AT, actor=OFFICER), name(found), key="k").blocks
    assert [p.words for b in shown for p in b.pieces if p.here] == [quote["exact"]]


def asked_of(actor: Actor, found: review.Candidate) -> tuple[Item, ...]:
    """What the page of a reading tells one person."""
    return candidate(Look(at=AT, actor=actor), name(found), key="k").facts


def test_two_readers_who_differ_are_shown_and_a_reason_settles_it(read: str) -> None:
    found, size = of_kind("cause_of_concern")[0], registers.head().size
    accept(found)
    deciding.correct(
        by=COMMISSIONER,
        at=AT,
        key="second",
        seen=None,
        candidate=name(found),
        fields={"theme": "burglary"},
    )
    assert registers.head().size == size
    assert "theme" in deciding.waits_on(name(found))
    with pytest.raises(ReadBefore, match="reason"):
        accept(found, by=RESEARCHER)
    deciding.correct(
        by=OFFICER,
        at=AT,
        key="third",
        seen=None,
        candidate=name(found),
        fields={"theme": "burglary"},
        reason="The heading says so.",
    )
    assert registers.head().size == size + 1
    decided = next(c for c in review.of(read) if c.id == found.id)
    assert [one.state for one in decided.readings] == ["accepted", "corrected", "corrected"]


def test_two_readers_who_both_reject_need_nobody_else(read: str) -> None:
    found = of_kind("cause_of_concern")[0]
    for by, why in ((OFFICER, "A heading."), (COMMISSIONER, "No concern.")):
        deciding.reject(by=by, at=AT, candidate=name(found), reason=why)
    assert next(c for c in review.of(read) if c.id == found.id).state == "rejected"


def test_a_reading_that_somebody_answered_is_not_recut(read: str) -> None:
    found = of_kind("cause_of_concern")[0]
    accept(found)
    with pytest.raises(CannotRecut, match="answered"):
        recut.split(by=COMMISSIONER, at=AT, candidate=name(found), second="repeat victims")


def test_what_was_decided_becomes_examples_without_anybodys_name(
    read: str, tmp_path: Path
) -> None:
    first, second = of_kind("recommendation")[:2]
    accept(first)
    deciding.correct(
        by=OFFICER,
        at=AT,
        key="c",
        seen=None,
        candidate=name(second),
        fields={"due": "2026-12-31"},
        reason="Another date.",
    )
    assert examples.write(tmp_path / "examples.jsonl") == 2
    written = (tmp_path / "examples.jsonl").read_text(encoding="utf-8")
    lines = [json.loads(line) for line in written.splitlines()]
    assert [line["label"] for line in lines] == ["right", "corrected"]
    assert lines[1]["read"]["due"] == "2026-09-30"
    assert lines[1]["fields"]["due"] == "2026-12-31"
    assert "governance" not in written
    assert "demo/" not in written


def test_a_rule_is_as_good_as_what_persons_said_of_it(read: str) -> None:
    first, second = of_kind("recommendation")[:2]
    accept(first)
    deciding.reject(by=OFFICER, at=AT, candidate=name(second), reason="Not a demand.")
    known = examples.precision()
    assert known[first.rule] == Precision(1, 2)
    assert known[first.rule].words() == "not yet known (2 of at least 20 decided)"


def test_wilsons_interval_is_wilsons() -> None:
    """Against the values of Brown, Cai and DasGupta (2001) and Newcombe (1998), table I."""
    low, high = Precision(81, 263).interval()
    assert (round(low, 4), round(high, 4)) == (0.2553, 0.3662)
    low, high = Precision(0, 20).interval()
    assert (round(low, 4), round(high, 4)) == (0.0, 0.1611)
    assert Precision(41, 45).words() == "41 of 45 right, between 79% and 96%"


def _passages(told: Sequence[tuple[str, str | None, str | None]]) -> list[review.Candidate]:
    """Residue lines of one document: words, sign and likelihood of each."""
    return [
        review.Candidate(
            id=nth,
            document="d",
            kind="residue",
            record={
                "id": f"r{nth:012}",
                "quote": {"exact": words, "start": nth, "end": nth + 1},
                "fields": {
                    "trigger": "should",
                    **({"sign": sign} if sign else {}),
                    **({"likelihood": how} if how else {}),
                },
            },
            rule="residue.unread",
            confidence="0",
        )
        for nth, (words, sign, how) in enumerate(told)
    ]


def test_unread_passages_stand_with_duties_and_the_likeliest_miss_first() -> None:
    """Protects a reader's time: what seldom holds anything stands last of its sort."""
    found = _passages(
        [
            ("A number.", "figure", "high"),
            ("Of old.", None, None),
            ("Seldom.", "duty", "low"),
            ("First.", "duty", "high"),
            ("Second.", "duty", "high"),
            ("first.", "duty", "high"),
            ("A grade.", "judgment", "high"),
        ]
    )
    shown = unread(found, {"d": "Letter"}, whole=False).first
    assert [row.title for row in shown] == [
        "First.", "Second.", "Of old.", "Seldom.", "A grade.", "A number."
    ]  # fmt: skip
    assert shown[0].note.startswith("Perhaps a duty or a promise, likely missed: “should”.")
    assert shown[0].note.endswith("It stands there twice."), "the same words are one line"
    assert shown[0].links[0].url == "/documents/d/?place=3-4#words"


def test_all_unread_passages_of_a_chosen_document_can_be_seen() -> None:
    """Protects what nothing read from a page that ends without a word."""
    found = _passages([(f"Line {nth}.", "duty", "high") for nth in range(MOST_RESIDUE + 5)])
    everywhere = unread(found, {"d": "Letter"}, whole=False)
    assert (len(everywhere.first), everywhere.rest) == (MOST_RESIDUE, ())
    assert everywhere.words.startswith("The first 30 of 35 passages, duties and promises first.")
    whole = unread(found, {"d": "Letter"}, whole=True)
    assert len(whole.first) + len(whole.rest) == MOST_RESIDUE + 5
    assert whole.words == "35 passages; duties and promises first."
    assert unread(found[:1], {"d": "Letter"}, whole=True).words == ""


def offer_grades(document: str, stated: Sequence[tuple[str | None, str, int]]) -> None:
    """Put grades before a person: each with its question, value and place."""
    review.offer(
        document=document,
        found=[
            (
                "grade",
                {
                    "id": f"r{start:012}",
                    "kind": "grade",
                    "quote": {"exact": value, "start": start, "end": start + 4, "page": None},
                    "fields": {"question": question, "value": value},
                },
                "grade.table",
                "0.9",
            )
            for question, value, start in stated
        ],
    )


def test_a_grade_that_a_document_states_again_is_confirmed_once(read: str) -> None:
    """Protects a reader's time, and the record from one grade as two facts."""
    asked = "Preventing crime"
    offer_grades(read, [(asked, "Good", 10), (asked, "good", 90), (asked, "Adequate", 170)])
    look = Look(at=AT, actor=OFFICER)
    listed = queue(look, kind="grade").candidates
    assert [one.heading for one in listed] == [
        "Preventing crime: Good",
        "Preventing crime: Adequate",
    ]
    before = registers.head().size
    first, again, other = of_kind("grade")
    accept(first)
    assert registers.head().size == before + 1
    assert [c.id for c in of_kind("grade")] == [other.id], "another grade waits for a person"
    assert review.get(again.id).state == "again"


def test_a_grade_without_its_question_is_settled_with_the_last_that_has_one(read: str) -> None:
    """Protects a person from a grade that can neither be confirmed nor left.

    The last question is said again in its chapter, and another chapter leaves its question out.
    """
    offer_grades(
        read,
        [
            ("Preventing crime", "Adequate", 10),
            ("Investigating crime", "Good", 90),
            (None, "Adequate", 170),
            ("Investigating crime", "good", 250),
        ],
    )
    first, last, unsaid, again = of_kind("grade")
    accept(first)
    assert [c.id for c in of_kind("grade")] == [last.id, unsaid.id, again.id]
    accept(last)
    assert of_kind("grade") == []
    assert {review.get(one.id).state for one in (unsaid, again)} == {"again"}


def test_a_folder_is_read_at_once_and_a_bad_file_stops_no_other(
    home: Path, tmp_path: Path
) -> None:
    held = tmp_path / "held"
    (held / "more").mkdir(parents=True)
    (held / "a.html").write_text(LETTER, encoding="utf-8")
    (held / "b.pdf").write_bytes(b"%PDF-1.7 broken")
    (held / "more" / "c.txt").write_text("The force should train every officer by May 2026.")
    (held / ".hidden.txt").write_text("no")
    (held / "link.txt").symlink_to("/etc/hosts")
    told: list[str] = []

    def hear(one: folder.One, number: int, total: int) -> None:
        told.append(f"{number}/{total} {one.name}")

    def again(**given: object) -> tuple[folder.One, ...]:
        return folder.read(
            by=OFFICER,
            at=AT,
            key="folder",
            seen=None,
            folder=held,
            meta=Meta(publisher="anyshire-inspectorate", published="2026-04-20", subject=FORCE),
            **given,  # type: ignore[arg-type]  # `told` alone
        )

    done = again(told=hear)
    assert told == ["1/3 a.html", "2/3 b.pdf", "3/3 more/c.txt"]
    assert [one.document is None for one in done] == [False, True, False]
    assert "broken" in done[1].words
    assert done[0].waiting > 0
    size = registers.head().size
    assert "read before" in again()[0].words
    assert registers.head().size == size


SENSITIVE = """OFFICIAL-SENSITIVE

By 30 September 2026 the force should:

- train every lead officer in how to close a case.
"""


def test_what_is_read_from_a_sensitive_document_is_restricted(home: Path) -> None:
    """Protects a marked paper: neither it nor what it states is public, nor its title anywhere."""
    meta = Meta(
        name="gold.txt",
        title="Gold group on Marsh Lane",
        published="2026-04-20",
        subject=FORCE,
    )
    filed = reading.read(
        by=OFFICER,
        at=AT,
        key="read",
        data=SENSITIVE.encode(),
        meta=meta,
    )
    (waiting,) = of_kind("recommendation")
    accept(waiting)
    on = DAY.replace(year=2026, month=5)
    public = Look(at=AT, actor=READER, valid=on)
    assert not everything.of_types(public, DocumentFiled, FindingPublished)
    with pytest.raises(document_page.NoSuchDocument):
        document_page.document(public, filed.document)
    cleared = Look(at=AT, actor=OFFICER, valid=on)
    stated = everything.of_types(cleared, DocumentFiled, FindingPublished)
    assert [getattr(v.fact, "title", "") or v.fact.quote for v in stated] == [
        "Gold group on Marsh Lane",
        "train every lead officer in how to close a case",
    ]
    assert not any("gold" in v.fact.stream for v in stated)
    marks = [m for m in markings.every(by=OFFICER) if m.ground == handling.GROUND]
    assert len(marks) == 2
    assert all(m.review for m in marks)
