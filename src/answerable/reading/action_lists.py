"""What a meeting orders in a list: "RESOLVED – (2) write to the Cabinet Member …"."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.deadlines import dates, deadline
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_ORDERED = re.compile(
    r"^\W*(?:(?:IT WAS |UNANIMOUSLY )?(?:RESOLVED|AGREED)|(?:It was )?(?:[Rr]esolved|[Aa]greed)"
    r"|(?:The )?(?:Board|Panel|Committee|Members|meeting) (?:resolved|agreed))(?: to)?\W*$"
)
_DO = re.compile(
    r"(?:to )?(?:ask|arrange|bring|circulate|commission|complete|confirm|contact|convene|develop"
    r"|draft|email|ensure|find out|follow up|get|hold|include|invite|investigate|issue|prepare"
    r"|present|produce|provide|publish|raise|recirculate|report|request|review|schedule|seek|send"
    r"|set up|share|speak|submit|update|write)\b"
)


def records(material: Material) -> Iterator[Record]:
    """One action for each line of the list that begins with a verb of doing."""
    led = False
    for passage in material.passages:
        words = material.text[passage.start : passage.end]
        if _ORDERED.match(words):
            led = True
            continue
        listed = passage.kind == "item" or passage.body > passage.start
        led = led and listed
        if led and _DO.match(material.text[passage.body : passage.end]):
            yield _action(material, passage)


def _action(material: Material, passage: Passage) -> Record:
    text = material.text[passage.body : passage.end]
    text = re.sub(r"[\s.;,]*(?:;? and)?[\s.;,]*$", "", text)
    begin = passage.body + (3 if text.startswith("to ") else 0)
    end = passage.body + len(text)
    due = deadline(material.text, begin, end)
    stated = next(dates(material.text, begin, end), None) if due is None else None
    given: dict[str, Value] = {
        "due": due.due if due else stated.iso if stated else None,
        "due_words": due.words if due else stated.words if stated else None,
        "due_basis": due.basis if due else "date" if stated else "none",
    }
    return record("action", (begin, end), "action.ordered", given=given, weight=80)
