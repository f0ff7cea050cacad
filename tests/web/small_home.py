"""A home with one invented case: a letter, minutes, a promise that moved, a correction.

Each fact rests on words of a document that is kept, as in the stories of the catalogue.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from typing import Any

from answerable.ledger.book import Receipt
from answerable.operations import people
from answerable.reading.formats import canonical
from answerable.store.book import book
from answerable.store.papers import documents
from answerable.vocabulary import facts as f
from answerable.vocabulary.access import Classification
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.times import Period, first_day

FORCE, COMMISSIONER = "anyshire-police", "anyshire-pcc"
AT = datetime(2026, 11, 23, 14, 2, tzinfo=UTC)
ADDRESS = "https://example.org/letter"
REPORT = "anyshire-inspectorate/2026/anyshire/theft"
RECOMMENDATION = f"{REPORT}/recommendation/1"
ACTION = "action/anyshire/visits"
SESSION = f"session/{COMMISSIONER}/2026-05-21"

LETTER = """<!doctype html><html><head><title>Letter on theft: summary</title></head><body>
<h1>Letter on theft: summary</h1>
<p>Inspectors graded the force requires improvement for theft. They visited in March 2026.</p>
<p>The force should visit every shop that was robbed twice. <b>&lt;script&gt;</b> stays words.</p>
<p>The review of visits is named Operation Quiet.</p>
</body></html>"""
MINUTES = """<!doctype html><html><head><title>Minutes, 21 May 2026</title></head><body>
<h1>Minutes, 21 May 2026</h1>
<p>The session was held on 21 May 2026, with the Commissioner in the chair.</p>
<p>Item 1 was theft from shops.</p>
<p>The Commissioner asked what shows that visits are made.</p>
<p>The Chief Constable answered that all shops will be visited by 30 June 2026.</p>
<p>On 4 June 2026 the board moved the visits to 30 September 2026, as two posts were vacant.</p>
</body></html>"""

_keys = count()


@dataclass(frozen=True)
class SmallHome:
    """SHA-256 of the two documents, and the sequence of each fact by a short name."""

    letter: str
    minutes: str
    seq: Mapping[str, int]


def append(*facts: Fact, by: str = "answerable/researcher", at: datetime = AT) -> Receipt:
    """Record facts about the invented force, each batch once."""
    return book().append(
        about=facts[0].institution,
        decide=lambda _: facts,
        by=people.acting_as(by),
        at=at,
        key=f"small-{next(_keys)}",
    )


def file(html: str, **values: Any) -> tuple[str, "DocumentFacts"]:
    """Keep a document and note it; how to state facts on its words."""
    data = html.encode()
    sha = documents.keep(data)
    text = canonical(data, media_type="text/html")
    documents.keep_text(text)
    about = DocumentFacts(sha, text.text, values.get("standing") == "summary")
    append(
        f.DocumentFiled(
            institution=FORCE,
            stream=f"document/{sha[:8]}",
            valid=Period(first_day(values["published"])),
            doc=sha,
            said=values["published"],
            source=about.source(None),
            title=text.title,
            media_type="text/html",
            **values,
        )
    )
    return sha, about


@dataclass(frozen=True)
class DocumentFacts:
    """Facts whose quote is found in one document."""

    sha: str
    text: str
    summary: bool

    def source(self, quote: str | None) -> Source:
        start = self.text.index(quote) if quote else None
        end = None if start is None or quote is None else start + len(quote)
        kind = "summary" if self.summary else "original"
        return Source(kind=kind, doc=self.sha, about=ADDRESS, start=start, end=end)  # type: ignore[arg-type]  # one of two

    def fact(self, cls: type[Fact], stream: str, on: str, quote: str, **values: Any) -> Fact:
        """A fact true from a day, on these words."""
        return cls(
            institution=FORCE,
            stream=stream,
            valid=Period(first_day(on)),
            said=on,
            doc=self.sha,
            source=self.source(quote),
            quote=quote,
            **values,
        )


def made() -> SmallHome:
    """Record the case in the home in force."""
    letter_sha, letter = file(
        LETTER,
        type="inspection-letter",
        publisher="answerable",
        about=ADDRESS,
        published="2026-04-20",
        standing="summary",
    )
    minutes_sha, minutes = file(
        MINUTES,
        type="minutes",
        publisher=COMMISSIONER,
        published="2026-05-21",
        standing="own-form",
    )
    told: dict[str, Fact] = {
        "grade": letter.fact(
            f.GradeGiven,
            f"{REPORT}/grade",
            "2026-04-20",
            "Inspectors graded the force requires improvement for theft.",
            question="Theft",
            value="requires improvement",
            cycle="2026",
        ),
        "recommendation": letter.fact(
            f.FindingPublished,
            RECOMMENDATION,
            "2026-04-20",
            "visit every shop that was robbed twice",
            kind="recommendation",
            number="1",
            theme="theft",
            owner="anyshire-inspectorate",
            text="Visit every shop that was robbed twice.",
        ),
        "hidden": letter.fact(
            f.EvidenceOffered,
            f"evidence/{RECOMMENDATION}",
            "2026-04-20",
            "The review of visits is named Operation Quiet.",
            text="Named.",
            classes=dict.fromkeys(("text", "quote", "source", "said"), Classification.RESTRICTED),
        ),
        "session": minutes.fact(
            f.MeetingHeld,
            SESSION,
            "2026-05-21",
            "The session was held on 21 May 2026, with the Commissioner in the chair.",
            body=COMMISSIONER,
            title="Theft from shops",
            sort="thematic",
            date="2026-05-21",
            chair="commissioner",
            present=("commissioner", "chief-constable"),
        ),
        "item": minutes.fact(
            f.ItemTaken,
            f"{SESSION}/item/1",
            "2026-05-21",
            "Item 1 was theft from shops.",
            meeting=SESSION,
            number="1",
            title="Theft from shops",
            about=("theft",),
        ),
        "question": minutes.fact(
            f.QuestionAsked,
            f"{SESSION}/question/1",
            "2026-05-21",
            "The Commissioner asked what shows that visits are made.",
            meeting=SESSION,
            item="1",
            to="chief-constable",
            text="What shows that visits are made?",
        ),
        "answer": minutes.fact(
            f.AnswerGiven,
            f"{SESSION}/item/1",
            "2026-05-21",
            "The Chief Constable answered that all shops will be visited by 30 June 2026.",
            by_office="chief-constable",
            text="All shops will be visited by 30 June 2026.",
        ),
        "action": minutes.fact(
            f.ActionPromised,
            ACTION,
            "2026-05-21",
            "all shops will be visited by 30 June 2026",
            text="Visit all shops.",
            owner="deputy-chief-constable",
            due="2026-06-30",
            answers=(RECOMMENDATION,),
        ),
        "moved": minutes.fact(
            f.DueDateMoved,
            ACTION,
            "2026-06-04",
            "On 4 June 2026 the board moved the visits to 30 September 2026",
            due="2026-09-30",
            reason="Two posts were vacant.",
            authoriser="board",
        ),
    }
    first = append(*told.values()).first
    seq = {name: first + place for place, name in enumerate(told)}
    grade = next(iter(book().entries(begin=seq["grade"], end=seq["grade"] + 1)))
    corrected = f.Corrected(
        institution=FORCE,
        stream=f"{REPORT}/grade",
        valid=Period(first_day("2026-04-20")),
        ref=grade.id,
        field="cycle",
        value="PEEL 2026",
        reason="The letter names the cycle in its title.",
    )
    return SmallHome(letter_sha, minutes_sha, {**seq, "corrected": append(corrected).first})
