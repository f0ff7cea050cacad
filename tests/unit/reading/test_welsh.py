"""Welsh is said to be Welsh and left unread; no rule for English is let loose on it."""

import json

from answerable.operations.documents import reader
from answerable.operations.documents.reader import Meta
from answerable.reading import welsh
from answerable.reading.formats import canonical

WELSH = """Arolygiad o Heddlu Gogledd Cymru

Erbyn 30 Medi 2027 dylai'r heddlu sicrhau bod pob swyddog yn cael hyfforddiant.

Mae angen gwella'r ffordd y mae'r heddlu yn ymateb i ddioddefwyr yn y ddalfa."""
ENGLISH = """Inspection of North Wales Police

Recommendations

By 30 September 2027 North Wales Police should train every officer of Heddlu Gogledd Cymru.

The force needs to improve how it responds to victims in custody."""


def found(text: str) -> list[str]:
    whole = canonical(text.encode())
    return [whole.text[s.start : s.end] for s in welsh.passages(whole)]


def test_a_welsh_report_is_said_to_be_welsh_and_nothing_of_it_is_read() -> None:
    read = reader.read(WELSH.encode(), meta=Meta(name="adroddiad.txt"))
    assert read.document["language"] == "cy"
    assert [line["kind"] for line in read.lines] == ["document"]
    assert read.warnings[0] == read.welsh == welsh.WHOLE
    assert [json.loads(line) for line in read.jsonl.splitlines()] == list(read.lines)


def test_of_a_page_in_both_languages_the_english_half_is_read() -> None:
    read = reader.read(f"{WELSH}\n\n{ENGLISH}".encode(), meta=Meta(name="page.txt"))
    quoted = [line["quote"]["exact"] for line in read.lines[1:]]
    assert any("train every officer" in words for words in quoted)
    assert not any("heddlu sicrhau" in words for words in quoted)
    assert "3 passages are in Welsh and were not read" in read.welsh


def test_welsh_names_in_an_english_report_are_no_welsh_passage() -> None:
    assert found(ENGLISH) == []
    assert (
        found("Heddlu Gwent\n\nGwent Police is good at preventing crime and it is improving.")
        == []
    )
    assert (
        found("Present\n\nIfan ap Dafydd, Prif Gwnstabl\n\nThe chair opened the meeting at ten.")
        == []
    )


def test_a_heading_goes_with_what_it_heads() -> None:
    heading = "Argymhellion"
    assert found(f"{heading}\n\n{WELSH}") == [heading, *WELSH.split("\n\n")]
    assert found(f"{ENGLISH}\n\n{WELSH}") == WELSH.split("\n\n")
