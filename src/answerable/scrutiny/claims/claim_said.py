"""Words of our record that are near to a sentence: shown where no rule of ours compares it.

Minutes, letters and updates hold what somebody said. Whether it is the same as the statement is
for a person to judge, so the result is never more than a part.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from answerable.ledger.register import Register, Version
from answerable.scrutiny.claims.claim_numbers import numbers_in
from answerable.scrutiny.claims.claim_periods import DATED, first_day
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day, stop
from answerable.vocabulary.facts import (
    ActionUpdated,
    AnswerGiven,
    ClosureStated,
    DispositionChanged,
    QuestionAsked,
    ReplyGiven,
    RungReached,
)

_WORD = re.compile(r"[a-z0-9]{2,}")
_LITTLE = frozenset(
    (
        *("chief", "const", "commi", "tempo", "force", "polic", "repor", "recom", "inspe"),
        *("about", "after", "again", "their", "there", "these", "those", "which", "would"),
        *("could", "other", "since", "until", "where", "while", "every", "month", "years"),
        *("first", "being", "were", "this", "that", "with", "from", "have", "been", "what"),
        *("when", "they", "them", "then", "than", "said", "says", "will", "your", "ours"),
        *("more", "crime", "has", "had", "was", "are", "our", "the", "and", "for", "its"),
        *("his", "her", "not", "who", "all", "any", "did", "out", "one", "two"),
    )
)
_STEM, _SHORTEST = 5, 4
_OF_A_DAY, _OF_A_NUMBER = 2, 2
_SHARE = 0.4


@dataclass(frozen=True)
class _Said:
    version: Version
    quote: str
    stems: frozenset[str]
    numbers: frozenset[str]
    days: frozenset[date]


def said(matter: Matter, statement: Statement) -> Held | None:
    """Words of the same day, or with the same number, that share two longer words; else None."""
    scope = statement.scope(matter.register.valid)
    stems, numbers = _stems(scope.text), frozenset(numbers_in(scope.text))
    days = frozenset(_days(scope.text))
    if not stems or not (numbers or days):
        return None
    best: _Said | None = None
    score = float("-inf")
    for one in _every(matter.register):
        if one.version.fact.valid.start > scope.on:
            continue
        shared = len(stems & one.stems)
        of_day = bool(days & one.days) and shared >= _OF_A_DAY
        of_number = bool(numbers & one.numbers) and shared >= _OF_A_NUMBER
        if of_day or (of_number and shared / len(stems) >= _SHARE):
            points = shared / len(stems) - isinstance(one.version.fact, QuestionAsked)
            best, score = (one, points) if points >= score else (best, score)
    if best is None:
        return None
    day = on_day(best.version.fact.valid.start)
    sentence = (
        f"Our record holds these words, of {day}: “{stop(best.quote)}” Whether they say what the "
        "sentence says, our rules do not judge."
    )
    return Held("record", ClaimResult.PART, sentence, (best.version,))


def _every(register: Register) -> tuple[_Said, ...]:
    """The words that are held, read once for many statements."""
    kinds = (
        *(ActionUpdated, AnswerGiven, ClosureStated, DispositionChanged, QuestionAsked),
        *(ReplyGiven, RungReached),
    )

    def made() -> tuple[_Said, ...]:
        return tuple(
            _Said(v, quote, _stems(quote.lower()), frozenset(numbers_in(quote.lower())), days)
            for kind in kinds
            for v in register.versions_of(kind)
            if (quote := v.fact.quote or "")
            for days in (frozenset((v.fact.valid.start, *_days(quote.lower()))),)
        )

    return register.once("words that were said", made)


def _days(text: str) -> Iterator[date]:
    """The whole days that it names."""
    return (first_day(m, "a") for m in DATED.finditer(text) if m["ad"] and m["am"])


def _stems(text: str) -> frozenset[str]:
    words = (word[:_STEM].rstrip("s") for word in _WORD.findall(DATED.sub(" ", text)))
    return frozenset(w for w in words if w not in _LITTLE and (len(w) >= _SHORTEST or _mixed(w)))


def _mixed(word: str) -> bool:
    """“4p”: letters and figures together name a thing."""
    return not word.isdigit() and not word.isalpha()
