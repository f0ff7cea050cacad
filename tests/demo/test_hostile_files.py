"""A hostile read of what leaves the site: packs, feeds and open data of the real bodies.

The rules are those of the pages: each line its source, silence no verdict, replies and
corrections beside what they are about, a summary said to be ours with the address of the page.
"""

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as Tree

import docx
import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from answerable.operations.data_tables import FIGURES, TABLES
from answerable.operations.output import packs
from answerable.operations.pages.look import Look
from answerable.publishing.packs.content import Pack, PackPart
from answerable.vocabulary.refusal import Refusal
from tests.demo.conftest import NOW
from tests.demo.test_hostile_read import NEVER, SILENT, VERDICT

REAL = (
    *("west-mercia-police", "staffordshire-police", "warwickshire-police"),
    *("west-midlands-police", "west-midlands-region", "rocu-west-midlands"),
)
PACKS = (
    *(f"{kind}/{body}" for kind in ("body", "changes", "panel", "session") for body in REAL),
    "case/west-mercia/soc",
    "response/hmicfrs/2023/west-mercia/soc",
)
REPLIED = (
    "The temporary chief constable said that significant changes had been made since the "
    "inspection."
)
PUT_RIGHT = "the amount is 120,000; we had written it down wrongly"
ATOM = "{http://www.w3.org/2005/Atom}"
MUST_BE_SOURCED = ("findings", "actions", "grades", "money", "answers")
NAMED = re.compile(r"anyshire", re.IGNORECASE)


def pack(kind: str, reference: str) -> Pack | None:
    try:
        return packs.content(Look(at=NOW, base="https://x.org/"), kind=kind, reference=reference)
    except Refusal:  # a body of which there is no such pack
        return None


def sayings(made: Pack) -> Iterator[str]:
    yield made.title
    yield made.sentence
    for part in made.parts:
        yield from part.paragraphs
        yield from (f"{line.label}: {line.words} {line.note}" for line in part.lines)
        yield from (" ".join(row) for row in (part.table.rows if part.table else ()))
        yield part.absent


def unsourced(made: Pack, part: PackPart) -> Iterator[str]:
    numbers = {str(source.number) for source in made.sources}
    for row in part.table.rows if part.table and part.key in MUST_BE_SOURCED else ():
        if not row[-1] or not set(row[-1].split(", ")) <= numbers:
            yield f"{part.title}: no source for {' '.join(row)[:80]}"
    for line in part.lines:
        if not line.sources and not SILENT.search(line.words):
            yield f"{part.title}: no source for {line.label}: {line.words[:60]}"


def test_each_pack_of_a_real_body_bears_a_hostile_read(told: Path) -> None:
    faults, made = [], 0
    for name in PACKS:
        kind, _, reference = name.partition("/")
        found = pack(kind, reference)
        if found is None:
            continue
        made += 1
        words = "\n".join(sayings(found))
        faults += [f"{name}: says “{m.group()}”" for m in NEVER.finditer(words)]
        faults += [f"{name}: verdict “{m.group()}”" for m in VERDICT.finditer(words)]
        faults += [f"{name}: {fault}" for p in found.parts for fault in unsourced(found, p)]
        if NAMED.search(words):
            faults.append(f"{name}: something invented on a real body")
        if found.sources and "not the originals’ words" not in found.notice:
            faults.append(f"{name}: does not say whose words the summaries are")
        faults += [
            f"{name}: source {s.number} without the address it is about"
            for s in found.sources
            if not s.address.startswith("http")
        ]
        if "https://x.org/corrections/" not in " ".join(found.how_to_check):
            faults.append(f"{name}: does not say where to reply")
    assert made > 15
    assert faults == []


@pytest.mark.parametrize("name", ["case/west-mercia/soc", "body/west-mercia-police"])
def test_a_pack_has_the_replies_in_their_own_words_in_each_form(
    told: Path, reader: Client, name: str
) -> None:
    word = docx.Document(io.BytesIO(reader.get(f"/packs/{name}.docx").content))
    assert any(REPLIED in paragraph.text for paragraph in word.paragraphs)
    book = CalamineWorkbook.from_filelike(io.BytesIO(reader.get(f"/packs/{name}.xlsx").content))
    sheets = (book.get_sheet_by_name(sheet).to_python() for sheet in book.sheet_names)
    cells = (str(cell) for sheet in sheets for row in sheet for cell in row)
    assert any(REPLIED in cell for cell in cells)


def test_what_was_put_right_stands_first_in_a_pack(told: Path) -> None:
    found = pack("body", "anyshire-police")
    assert found
    assert found.parts[0].key == "put-right"
    assert PUT_RIGHT in " ".join(found.parts[0].paragraphs)
    minutes = pack("minutes", "anyshire-pcc/2026-01-22")
    assert minutes
    assert minutes.parts[0].key == "who", "what was put right elsewhere is not in the minutes"


def test_a_pack_of_a_body_has_the_report_that_is_newer_than_its_grades(told: Path) -> None:
    found = pack("body", "west-mercia-police")
    assert found
    part = next(part for part in found.parts if part.key == "grades")
    assert [line.label for line in part.lines] == ["A newer report"]
    assert part.lines[0].sources


def test_a_comparison_counts_no_silence_as_the_same(told: Path) -> None:
    found = pack("changes", "west-mercia-police")
    assert found
    assert found.sentence.endswith("Of 15 more our sources say nothing on either day.")


@pytest.mark.parametrize("body", REAL)
def test_each_entry_of_a_feed_says_its_source_and_is_not_by_the_body(
    told: Path, reader: Client, body: str
) -> None:
    feed = Tree.fromstring(reader.get(f"/bodies/{body}/feed.atom").content)  # noqa: S314  # our own
    entries = feed.findall(f"{ATOM}entry")
    assert entries
    for one in entries:
        told_words = one.findtext(f"{ATOM}summary") or ""
        assert re.search(r"Source: .*(https?://|entry [\d,]+ of the record)", told_words), (
            told_words
        )
        assert one.find(f"{ATOM}author") is None
        assert not NEVER.search(told_words)
        assert not NAMED.search(told_words)


def test_each_event_of_a_calendar_says_its_source(told: Path, reader: Client) -> None:
    text = reader.get("/bodies/west-mercia-police/calendar.ics").content.decode()
    events = text.replace("\r\n ", "").split("BEGIN:VEVENT")[1:]
    assert events
    assert [e for e in events if "Source: " not in e] == []


_DIGEST = 64


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_each_row_of_the_open_data_has_its_source_in_both_forms(
    told: Path, reader: Client, table: object
) -> None:
    name = table.name  # type: ignore[attr-defined]  # one of the tables
    for body in REAL:
        raw = reader.get(f"/data/{name}.csv?body={body}").content.decode()
        rows = list(csv.DictReader(io.StringIO(raw)))
        lines = reader.get(f"/data/{name}.jsonl?body={body}").content.decode().splitlines()
        assert len(lines) == len(rows)
        for row, line in zip(rows, lines, strict=True):
            if table is FIGURES:  # a number's source is the file of its release
                assert row["release"], row
                assert len(row["document"]) == _DIGEST, row
                assert row["notice"].startswith("Built from public facts"), row
                continue
            assert row["source_address"] or row["source_kind"] == "record", row
            assert row["notice"].startswith("Built from public facts"), row
            assert not NAMED.search(line), row
            assert not VERDICT.search(line), row
            assert (json.loads(line)["replies"] or "") == row["replies"]
            assert row.get("days_overdue", "") in ("", "0") or row["due"], row
            assert row.get("due", "x") or not row["days_overdue"], "no date, no count of days"


def test_replies_and_corrections_stand_in_the_row_that_they_are_about(
    told: Path, reader: Client
) -> None:
    def rows(table: str) -> list[dict[str, str]]:
        answer = reader.get(f"/data/{table}.csv?body=anyshire-police").content.decode()
        return list(csv.DictReader(io.StringIO(answer)))

    assert any("had no agenda and no minutes" in row["replies"] for row in rows("claims"))
    assert any(row["put_right"] and row["amount"] == "120000" for row in rows("money"))
    listed = json.loads(reader.get("/api/v1/claims?body=anyshire-police").content)
    assert any("had no agenda" in str(item["replies"]) for item in listed["items"])
