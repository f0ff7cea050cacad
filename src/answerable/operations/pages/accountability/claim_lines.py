"""Claims as lines for a terminal."""

from dataclasses import dataclass
from typing import Any

from answerable.operations.pages import whose
from answerable.operations.pages.accountability.claim_told import said_on
from answerable.operations.pages.look import Look
from answerable.scrutiny.claims import claim_cases
from answerable.store.reads import registers
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim in a line of text, and as JSON."""

    words: str
    plain: dict[str, Any]


def lines(look: Look, *, body: str = "", state: str = "") -> tuple[ClaimLine, ...]:
    """The claims that this actor sees, the latest first of each body."""
    wanted = (whose.institution_of(body),) if body else registers.reported()
    found = (c for name in wanted for c in claim_cases.cases(look.register(name)))
    return tuple(_line(c) for c in found if not state or c.state == state)


def _line(case: claim_cases.ClaimCase) -> ClaimLine:
    fact = case.made.fact
    result = f"{case.result.words}; " if case.result else ""
    words = fact.quote or fact.get("scope") or say("words not in our sources")
    return ClaimLine(
        words=f"{case.stream} ({in_words(said_on(case.made))}): {result}"
        f"{claim_cases.WORDS[case.state].lower()}. “{words}”",
        plain={
            "reference": case.stream,
            "said": said_on(case.made),
            "by_office": fact.get("by_office"),
            "words": words,
            "state": case.state,
            "result": case.result.value if case.result else None,
            "reply_due": case.reply_due.isoformat() if case.reply_due else None,
        },
    )
