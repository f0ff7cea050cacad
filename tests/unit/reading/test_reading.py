"""The contract: eight keys, exact quotes, stable ids, all fields, no furniture."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.reading.making import GAZETTEER, reading_of, text_of

from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Meta
from answerable.reading.reading import identity, read
from answerable.reading.records import FIELDS

KEYS = ["v", "kind", "id", "document", "quote", "rule", "confidence", "fields"]
LETTER = (
    "# Marlshire Police: cause of concern\n\n# Cause of concern\n\n"
    "Marlshire Police does not manage the risk of wanted suspects.\n\n# Recommendations\n\n"
    "By 30 September 2031 the force should:\n\n- train every lead officer;\n\n"
    "- publish its plan.\n\n"
    'Chief Constable Priya Desai said: "We have spent £2.4m and will spend £538,496.32 more."'
)


def test_the_first_line_is_the_document_and_every_line_has_the_keys() -> None:
    """Protects every reader of the contract: eight keys, in order, on each line."""
    lines = list(reading_of(LETTER, kind="inspection-letter").lines())
    assert lines[0]["kind"] == "document"
    assert lines[0]["quote"] is None
    for line in lines:
        assert list(line)[:8] == KEYS
        assert set(line) - set(KEYS) <= {"support", "inferred"}
        assert tuple(line["fields"]) == FIELDS[line["kind"]]


def test_ids_follow_the_contract_and_do_not_repeat() -> None:
    """Protects links to records: an id is made from the text and the span alone."""
    lines = list(reading_of(LETTER, kind="inspection-letter").lines())
    assert len({line["id"] for line in lines}) == len(lines)
    sha = lines[0]["document"]["sha256"]
    first = lines[1]
    assert first["id"] == identity(sha, first["kind"], first["quote"]["start"],
                                   first["quote"]["end"], 0)  # fmt: skip


def test_lines_are_ordered_by_where_they_stand() -> None:
    """Protects the order of lines: document, then start, end, kind."""
    lines = list(reading_of(LETTER, kind="inspection-letter").lines())[1:]
    places = [(line["quote"]["start"], line["quote"]["end"], line["kind"]) for line in lines]
    assert places == sorted(places)


def test_the_same_text_gives_the_same_bytes() -> None:
    """Protects reproducibility."""
    first = reading_of(LETTER, kind="inspection-letter").to_jsonl()
    assert first == reading_of(LETTER, kind="inspection-letter").to_jsonl()
    assert all(json.loads(line) for line in first.splitlines())


@given(st.text(alphabet="aA .,:;\n\"“”£1240%()-–•'’shouldmwiBy of the\t|", max_size=300))
def test_every_quote_is_the_text(words: str) -> None:
    """Protects the first invariant on any text: the quote is the text at its offsets."""
    text = text_of(words)
    for kind in ("minutes", "news"):
        reading = reading_of(words, kind=kind)
        for line in reading.lines():
            quote = line["quote"]
            assert quote is None or (
                quote["exact"] and text.text[quote["start"] : quote["end"]] == quote["exact"]
            )
            for mark in line.get("support", {}).values():
                assert text.text[mark["start"] : mark["end"]] == mark["exact"]


def test_a_recommendation_names_its_cause_and_its_deadline_in_the_lead_in() -> None:
    """Protects the chain from concern to recommendation, and the date given once for a list."""
    lines = list(reading_of(LETTER, kind="inspection-letter").lines())
    cause = next(line for line in lines if line["kind"] == "cause_of_concern")
    found = [line for line in lines if line["kind"] == "recommendation"]
    assert [line["quote"]["exact"] for line in found] == [
        "train every lead officer",
        "publish its plan",
    ]
    for line in found:
        assert line["fields"]["parent"] == cause["id"]
        assert line["fields"]["due"] == "2031-09-30"
        assert line["support"]["due"]["exact"] == "By 30 September 2031"
        assert line["fields"]["addressee_id"] == "marlshire"
        assert "addressee" in line["inferred"]


def test_nothing_is_read_from_page_furniture() -> None:
    """Protects against captions, running heads and menus being taken for the story."""
    text = text_of("Marlshire Police was rated inadequate for custody.")
    block = replace(text.blocks[0], kind="furniture")
    kinds = {line["kind"] for line in read(
        replace(text, blocks=(block,)), gazetteer=GAZETTEER).lines()}  # fmt: skip
    assert kinds <= {"document", "residue"}


def test_a_document_without_words_gives_one_line() -> None:
    """Protects the empty page."""
    text = text_of("")
    assert [line["kind"] for line in read(text).lines()] == ["document"]
    odd = replace(text, text="x", blocks=(Block("paragraph", 0, 1, "line 1"),))
    assert [line["kind"] for line in read(odd).lines()] == ["document"]


def test_an_impossible_date_stays_words_with_a_warning() -> None:
    """Protects "31 June" from becoming a date."""
    reading = reading_of(
        "By 31 June 2031 the force should:\n\n- train every officer.", kind="inspection-letter"
    )
    found = next(line for line in reading.lines() if line["kind"] == "recommendation")
    assert found["fields"]["due"] is None
    assert found["fields"]["due_words"] == "By 31 June 2031"
    assert any("31 June" in warning for warning in reading.warnings)


def test_what_is_handed_in_is_in_the_document_of_each_line() -> None:
    """Protects the provenance of a record."""
    meta = Meta(title="Letter", publisher="hmicfrs", published="2031-03-04", source="https://a.b")
    line = list(reading_of(LETTER, kind="inspection-letter", meta=meta).lines())[1]
    assert line["document"]["title"] == "Letter"
    assert line["document"]["published"] == "2031-03-04"


def test_a_rule_carries_its_measured_precision() -> None:
    """Protects confidence from being a feeling: 0.50 unless measured, residue 0."""
    text = text_of("It cost £2 million. Somebody ought to look into it soon.")
    lines = list(read(text, confidences={"money.amount": 0.974}).lines())
    assert {line["kind"]: line["confidence"] for line in lines[1:]} == {
        "money": 0.97,
        "residue": 0,
    }
    assert list(read(text).lines())[1]["confidence"] == 0.5


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("The Commissioner was told that staff should be moved, and said so.", True),
        ("WHAT THE FORCE MUST DO\n\nIt is a fine day in the county.", False),
        ("Overview of our grades\n\nIt is a fine day in the county.", False),
        ("Petra Lomond: a day in the cells\n\nIt is a fine day.", True),
        ("Shall we say 24 April 2031?\n\nIt is a fine day.", True),
        ("2.3 Refurbish the cells at Larch Road\n\nIt is a fine day.", True),
        ("The three forces serve 2.6 million people.", True),
    ],
)
def test_residue_shows_what_obliges_and_no_title(words: str, shown: bool) -> None:
    """Protects the officer from a promise that nobody read, and from lines that say nothing."""
    lines = reading_of(words, kind="news").lines()
    quoted = [one["quote"]["exact"] for one in lines if one["kind"] == "residue"]
    assert (words.partition("\n")[0] in quoted) is shown
