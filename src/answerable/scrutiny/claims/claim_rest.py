"""What a sentence asserts beyond what was compared: then its result is of a part of it alone.

A rule compares one thing of a sentence: a count, a sum, a day. “The inspectorate has now closed
the cause of concern” must not agree because a cause of concern is on record. So once a rule has
answered, every other word that asserts is looked for in what the answer tells: the predicate,
each number, whole and denying words, bodies by name, and times. What is in none of them is named.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_clauses import clauses_left
from answerable.scrutiny.claims.claim_numbers import numbers_in
from answerable.scrutiny.claims.claim_predicates import predicates
from answerable.scrutiny.claims.claim_times import times_left
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement
from answerable.scrutiny.matter import Matter

_WHOLES: dict[str, re.Pattern[str]] = {
    "none": re.compile(
        r"\b(?:never|none|nothing|nobody|nowhere|neither|without|cannot|untrue|not once"
        r"|not(?! only\b| just\b| merely\b)|no(?! more than| fewer than| less than| later than"
        r"| doubt| \d))\b|n't\b"
    ),
    "all": re.compile(
        r"\b(?:every (?:penny|pound|single|one|last)|each and every|every|each|all(?! -)|always"
        r"|whole|entire(?:ly)?|in full|fully|throughout|completely)\b"
    ),
    "only": re.compile(r"\b(?:only|sole(?:ly)?|alone|no other|nobody else)\b(?! \d)"),
    "first": re.compile(
        r"\b(?:(?:its|their|our|my|his|her|a) first|first time"
        r"|first ever|the first(?! (?:quarter|half|of|recommendation|cause|area"
        r"|report|round|\w+ months)\b)|ever before"
        r"|last time)\b"
    ),
    "rank": re.compile(
        r"\b(?:more|less|better|worse|faster|higher|lower|fewer) than (?:any|all|every|ever|most"
        r"|other)\b|\b(?:best|worst|lowest|highest|fastest|slowest|safest|biggest|largest) \w+"
    ),
    "others": re.compile(
        r"\b(?:similar|other|neighbouring|most similar) (?:forces|areas)\b|\bnational average\b"
        r"|\bpeers\b|\bthan (?:the |our )?(?:neighbours|nation\w*|country|england)\b"
    ),
    "why": re.compile(
        r"\b(?:because|due to|thanks to|as a result|owing to|that is why|driven by|caused by)\b"
    ),
}
"""Words that speak of a whole, deny, rank, or name a cause: each has to be read by a rule."""
_DENIAL = "The statement denies something; of which words, our rules do not read."
_CHANGE = re.compile(
    r"\b(?:between )?(?:[\d.]+(?: ?%| per ?cent)?(?: and |-|\u2013| to ))?(?:[\d.]+|[a-z]+)"
    r" ?(?:%|per ?cent\b)|\b(?:a|an|one) (?:half|third|quarter|fifth|tenth)\b"
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w'’-]+(?: (?:of |and |the )?[A-Z][\w'’-]+)*")
_NO_NAME = frozenset(
    (
        *("i", "police", "crime", "commissioner", "commissioners", "chief", "constable"),
        *("constables", "office", "force", "inspector", "inspectors", "inspectorate"),
        *("hmicfrs", "hmic", "peel", "his", "her", "majesty's", "majesty", "england", "wales"),
        *("deputy", "temporary", "acting", "ministers", "january", "february", "march"),
        *("april", "may", "june", "july", "august", "september", "october", "november"),
        *("december", "monday", "tuesday", "wednesday", "thursday", "friday", "serious"),
        *("organised", "region", "pcc", "and", "the", "of", "mr", "mrs", "ms", "miss", "dr"),
        *("sir", "dame", "area", "areas", "improvement", "cause", "concern"),
    )
)
_LETTERS = re.compile(r"[a-z][a-z'’-]*")
_LONG = 4
_FEW = 6
"""Of so few facts the words of their sources tell of the answer; of more they tell too much."""


@dataclass(frozen=True)
class _Told:
    """What the answers to one sentence tell: in our words, and with those of their sources."""

    ours: str
    sources: str
    reads: frozenset[str]
    versions: tuple[Version, ...]

    @property
    def every(self) -> str:
        return f"{self.ours} {self.sources}"


def weighed(matter: Matter, asked: Sequence[tuple[Statement, Held]]) -> tuple[Held, ...]:
    """The answers to the statements of one sentence, each a part where the sentence says more.

    What one of them compared is accounted for in the others.
    """
    if not asked:
        return ()
    told = _told(matter, [held for _, held in asked])
    numbers = frozenset(n for statement, _ in asked for n in _stated(statement))
    return tuple(_weighed(matter, statement, held, told, numbers) for statement, held in asked)


def _weighed(
    matter: Matter, statement: Statement, held: Held, told: _Told, numbers: frozenset[str]
) -> Held:
    text = statement.scope(matter.register.valid).text
    if held.result not in (ClaimResult.AGREES, ClaimResult.DIFFERS):
        return held
    if "none" not in told.reads and _WHOLES["none"].search(text):
        return _denied(held)
    if held.result is ClaimResult.DIFFERS:
        left = tuple(times_left(text, told.every, held.versions, told.reads))
        return _of_another_time(held, left) if left else held
    left = tuple(dict.fromkeys(_left(statement.sentence, text, told, numbers)))
    if not left:
        return held
    words = ", ".join(f"“{one}”" for one in left[:_FEW])
    return replace(
        held,
        result=ClaimResult.PART,
        sentence=f"{held.sentence} What the sentence says with {words} was not compared.",
    )


def _left(sentence: str, text: str, told: _Told, numbers: frozenset[str]) -> Iterator[str]:
    """The words of a sentence that assert, and that no answer to it tells."""
    ours = told.ours.lower()
    for kind, pattern in _WHOLES.items():
        found = pattern.search(text)
        if found and kind not in told.reads and not pattern.search(ours):
            yield found[0]
    yield from predicates(text, told.every.lower(), told.reads)
    known = numbers | numbers_in(told.every.lower()).keys()
    for number, words in numbers_in(_less_its_change(text, told.reads)).items():
        if number not in known and f"n:{number}" not in told.reads:
            yield words
    yield from times_left(text, told.every, told.versions, told.reads)
    for name in _NAME.finditer(sentence):
        parts = _LETTERS.findall(name[0].lower().replace("’", "'"))
        if any(_unknown(part, told.every.lower()) for part in parts):
            yield name[0]
    yield from clauses_left(text, told.every.lower(), told.reads)


def _less_its_change(text: str, reads: frozenset[str]) -> str:
    """A sentence without the percentage or part of a whole that a rule for changes compared."""
    return _CHANGE.sub(" ", text) if "change" in reads else text


def _unknown(word: str, told: str) -> bool:
    plain = word.removesuffix("'s").rstrip("'")
    return len(plain) >= _LONG and plain not in _NO_NAME and plain.rstrip("s") not in told


def _denied(held: Held) -> Held:
    ours = f"Our record: {held.ours}." if held.ours else held.sentence
    ours = ours.replace("Our figures agree:", "Our figures:")
    return replace(
        held,
        result=ClaimResult.PART,
        sentence=f"{_DENIAL} {ours}",
        stated=None,
        ours=None,
        suggest=None,
    )


def _of_another_time(held: Held, left: tuple[str, ...]) -> Held:
    words = ", ".join(f"“{one}”" for one in left[:_FEW])
    ours = f"Our record: {held.ours}." if held.ours else held.sentence
    return replace(
        held,
        result=ClaimResult.PART,
        sentence=f"{ours} What the sentence says of {words} was not compared.",
        stated=None,
        ours=None,
        suggest=None,
    )


def _told(matter: Matter, helds: Sequence[Held]) -> _Told:
    compared = [h for h in helds if h.result is not ClaimResult.SILENT]
    ours = " ".join(
        part for h in compared for part in (h.sentence, h.stated, h.ours, h.sum_shown) if part
    )
    versions = tuple(v for h in compared for v in h.versions)
    few = versions if len(versions) <= _FEW else ()
    names = matter.names
    known = (
        *(matter.theme.words, matter.theme.short, names.institution, names.oversight),
        *(matter.register.institution, matter.oversight or "", *names.bodies.values()),
    )
    sources = [
        *(word.replace("-", " ") for word in known),
        *(str(word) for v in few for word in (v.fact.quote, *v.fact.values().values()) if word),
    ]
    reads = frozenset(one for h in compared for one in h.reads)
    return _Told(ours, " ".join(sources), reads, versions)


def _stated(statement: Statement) -> Iterator[str]:
    """The numbers that were read of a statement, and so compared."""
    for field in ("n", "m", "amount", "number", "percent", "of"):
        value = statement.fields.get(field)
        if value is not None and not isinstance(value, bool):
            yield from numbers_in(str(value).removesuffix(".00")).keys()
