"""Reports of inspectors that are newer than every grade of a body on the record.

Without them a table of grades would end with an old one as if nothing had come after it.
"""

from answerable.ledger.register import Register
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Line, Link
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.grades import grades
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import say
from answerable.vocabulary.times import first_day, in_words

REPORT = "inspection-report"


def newer(look: Look, register: Register) -> tuple[Line, ...]:
    """Each with its day and its file; nothing where no grade is on record to be newer than."""
    graded = grades(register)
    if not graded:
        return ()
    last = max(grade.on for grade in graded)
    filed = {
        fact.doc: fact
        for fact in register.of(DocumentFiled)
        if fact.type == REPORT and fact.doc and fact.published
    }
    late = [f for f in filed.values() if f.published and first_day(f.published) > last]
    proof = Proof(look, register)
    return tuple(
        Line(
            label=say("A newer report"),
            words=say(
                "{title}, {day}. No grade from it is on this record.",
                title=fact.title or say("Its title is not on record"),
                day=in_words(fact.published or ""),
            ),
            sources=(Link(label=proof.label(fact), url=look.url(f"/documents/{fact.doc}/")),),
        )
        for fact in sorted(late, key=lambda f: f.published or "", reverse=True)
    )
