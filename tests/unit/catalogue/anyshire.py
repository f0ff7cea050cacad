"""The invented story as values: its words, and its record made by hand as a loader would.

Events in the order of the file; a document is read where an event says `read`, a verdict is
worked out where an event says `judge`.
"""

import csv
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from docx import Document
from docx.table import Table
from python_calamine import CalamineWorkbook

from answerable.evidence.cases import Body, Case
from answerable.evidence.judgement import judge
from answerable.evidence.protocol import Protocol
from answerable.evidence.series import Series
from answerable.ledger.entry import By, Entry, make_leaf
from answerable.ledger.register import History, Register
from answerable.operations.documents import confirm
from answerable.reading.formats import canonical
from answerable.reading.gazetteer import BodyEntry, Gazetteer
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.material import Meta
from answerable.reading.profiles import from_toml
from answerable.reading.reading import read
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import TYPES, ProtocolFixed, VerdictGiven
from answerable.vocabulary.times import Period, day, first_day

CATALOGUE = Path(str(files("answerable.catalogue")))
STORY = CATALOGUE / "story" / "anyshire"
TODAY = date(2026, 11, 25)
FORCE = "anyshire-police"
READERS = {".docx": "word", ".xlsx": "sheet"}


def toml(name: str) -> dict[str, Any]:
    return tomllib.loads((STORY / name).read_text(encoding="utf-8"))


EVENTS: list[dict[str, Any]] = toml("events.toml")["event"]
STATED = [event for event in EVENTS if "type" in event]
DOCUMENTS = {row["file"]: row for row in toml("documents.toml")["document"]}
ANSWERS: list[dict[str, Any]] = toml("answers.toml")["answer"]
with (CATALOGUE / "bodies" / "bodies.csv").open(encoding="utf-8", newline="") as _file:
    BODIES = list(csv.DictReader(_file))


def data(name: str) -> bytes:
    return (STORY / "documents" / name).read_bytes()


def readable(name: str) -> bool:
    module = READERS.get(Path(name).suffix)
    return module is None or find_spec(f"answerable.reading.formats.{module}") is not None


@cache
def text(name: str) -> CanonicalText:
    return canonical(data(name), name=name)


@cache
def words(name: str) -> str:
    """All that a reader of the file sees, without our own reader for Word and Excel."""
    path = STORY / "documents" / name
    if path.suffix == ".xlsx":
        sheet = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
        return "\n".join(str(cell) for row in sheet.to_python() for cell in row)
    if path.suffix != ".docx":
        return text(name).text
    word = Document(str(path))
    found = [line.text for line in word.sections[0].header.paragraphs]
    for part in word.iter_inner_content():
        if isinstance(part, Table):
            found += [cell.text for row in part.rows for cell in row.cells]
        else:
            found.append(part.text)
    return "\n".join(found)


# --- the record, made as a loader would make it ---


def recorded() -> Iterator[tuple[Fact, str, str | None, str | None]]:
    """(fact, who recorded it, its name in the file, the name of what it refers to)."""
    made: list[Fact] = []
    for event in EVENTS:
        if event.get("do") == "read":
            facts = [fact for fact in answered(event["document"]) if fact]
        elif event.get("do") == "judge":
            facts = [verdict(event, made)]
        else:
            facts = [stated(event)] if "type" in event else []
        for fact in facts:
            made.append(fact)
            yield fact, event["by"], event.get("id"), event.get("ref")


def stated(event: dict[str, Any]) -> Fact:
    return TYPES[event["type"], 1].build(
        values={**event["fields"], "said": event["said"], "quote": event["source"]["quote"]},
        institution=event["institution"],
        stream=event["stream"],
        valid=Period(first_day(event["valid"])),
        classes={k: Classification(v) for k, v in event.get("classes", {}).items()},
    )


def answered(name: str) -> list[Fact | None]:
    """What a person made of the records that the machine read; a missing record is an error."""
    answers = [row for row in ANSWERS if row["document"] == name]
    if not answers and not readable(name):
        return []
    waiting = [line for line in lines(name) if line["kind"] != "document"]
    return [decided(name, answer, waiting) for answer in answers]


def decided(name: str, answer: dict[str, Any], waiting: list[dict[str, Any]]) -> Fact | None:
    """The fact of one answer, None where the record is rejected."""
    found = [
        line
        for line in waiting
        if line["kind"] == answer["kind"] and answer["quote_contains"] in line["quote"]["exact"]
    ]
    assert found, f"no {answer['kind']} waits with “{answer['quote_contains']}”"
    waiting.remove(found[0])
    if answer["decision"] == "reject":
        assert answer["reason"]
        return None
    assert (answer["decision"] == "correct") == bool(answer.get("set"))
    quote, filed = found[0]["quote"], DOCUMENTS[name]
    candidate = confirm.Candidate(
        kind=answer["kind"],
        fields={**found[0]["fields"], **answer.get("set", {})},
        quote=quote["exact"],
        start=quote["start"],
        end=quote["end"],
        page=quote["page"],
        document=text(name).sha256,
        about=None,
        standing="own-form",
        published=filed["published"],
        subject=FORCE,
    )
    return confirm.to_fact(candidate, next_number=lambda _: 1)


@cache
def reader() -> dict[str, Any]:
    sources = sorted((CATALOGUE / "sources").glob("*.toml"))
    known = [
        BodyEntry(
            id=row["id"],
            name=row["name"],
            aliases=tuple(a for a in row["aliases"].split("; ") if a),
            kind=row["kind"],
        )
        for row in BODIES
    ]
    return {
        "profiles": [from_toml(tomllib.loads(p.read_text(encoding="utf-8"))) for p in sources],
        "gazetteer": Gazetteer(tuple(known)),
    }


def lines(name: str) -> list[dict[str, Any]]:
    filed = DOCUMENTS[name]
    meta = Meta(
        title=filed["title"],
        publisher=filed["publisher"],
        published=filed["published"],
        subject="Anyshire Police",
    )
    return list(read(text(name), meta=meta, **reader()).lines())


def protocol(fact: ProtocolFixed) -> Protocol:
    return Protocol(
        action=day(fact.action_date or ""),
        direction="decrease",
        washout=fact.wash_out or 0,
        minimum_change=float(fact.minimum_change or 0),
        alpha=float(fact.alpha or 0),
        look_at=(fact.looks or (None,))[-1],
    )


def verdict(event: dict[str, Any], so_far: list[Fact]) -> Fact:
    """Worked out from the figures by the terms on the record, never copied."""
    fixed = next(f for f in so_far if isinstance(f, ProtocolFixed) and f.stream == event["stream"])
    file = next(
        e["file"] for e in reversed(EVENTS) if e.get("measure") == event["measure"] and "file" in e
    )
    with (STORY / "observations" / file).open(encoding="utf-8") as opened:
        rows = list(csv.DictReader(line for line in opened if not line.startswith("#")))

    def numbers(body: str) -> Body:
        mine = [row for row in rows if row["body_id"] == body]
        values = [float(row["value"]) for row in mine]
        return Body(body, Series.monthly(day(mine[0]["period_start"]), values))

    case = Case("1", numbers(event["body"]), tuple(numbers(p) for p in fixed.peers or ()))
    found = judge(case, protocol(fixed))
    return VerdictGiven(
        institution=FORCE,
        stream=event["stream"],
        valid=Period(first_day(event["valid"])),
        said=event["said"],
        measure=event["measure"],
        verdict=found.verdict,
    )


@cache
def entries() -> tuple[Entry, ...]:
    made: list[Entry] = []
    names: dict[str, str] = {}
    for seq, (fact, by, name, ref) in enumerate(recorded()):
        leaf, payloads = make_leaf(
            replace(fact, ref=names[ref]) if ref else fact,
            entry_id=f"{seq:032x}",
            by=By(by.partition("/")[0], "0" * 32),
            recorded_at=datetime(2026, 11, 25, tzinfo=UTC) + timedelta(seconds=seq),
            regressed=False,
            salt=lambda: bytes(16),
        )
        made.append(Entry(seq, leaf, payloads))
        if name:
            names[name] = made[-1].id
    return tuple(made)


def register(*, on: date = TODAY) -> Register:
    history = History(FORCE)
    history.extend(entries())
    return history.at(valid=on, known=len(entries()))
