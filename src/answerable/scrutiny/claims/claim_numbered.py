"""What a sentence says of one numbered finding: when it is due, and whether it is done or met.

Several reports count from one. Where the sentence names the subject, its latest report is meant;
else every finding of the number may be, and nothing is said to differ from one of them.
"""

import re

from answerable.ledger.register import Version
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import on_day
from answerable.scrutiny.progress import findings
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.finding_kinds import AFI, CAUSE, RECOMMENDATION, family
from answerable.vocabulary.times import first_day, in_words, last_day

_KINDS = {"recommendation": RECOMMENDATION, "area for improvement": AFI, "cause of concern": CAUSE}
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_ONE = re.compile(
    rf"\b(?P<kind>{'|'.join(_KINDS)}) (?P<n>\d{{1,2}})\b"
    rf"|\bthe (?P<nth>{'|'.join(_NTH)}) (?P<kind_too>{'|'.join(_KINDS)})\b"
)
_ABOUT = re.compile(
    rf"\b(?:the|its|their|our) (?P<kind>{'|'.join(_KINDS)}) (?:on|about|that|to|for|concerning) "
    r"(?P<what>(?:[\w'-]+ ){1,8}?)(?:is|was|were|are|has|had|must|should|will|fell|falls)\b"
)
_WORD = re.compile(r"[a-z]{4,}")
_LITTLE = frozenset(("that", "with", "from", "their", "they", "this", "must", "should", "have"))
_STEM, _FEWEST_WORDS = 4, 2
_DUE = re.compile(r"\b(?:due|deadline|to be (?:done|met|completed?|implemented))\b")
_NOT_DONE = re.compile(
    r"\b(?:not|n't|yet to be|still to be) (?:\w+ )?"
    r"(?:done|met|complete[d]?|implemented|delivered|closed|signed off)\b"
)
_DONE = re.compile(
    r"\b(?:is|was|been|are|were|said to be) (?:now |fully )?"
    r"(?:done|met|complete[d]?|implemented|delivered|closed|signed off)\b"
)


def due_on(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“Recommendation 3 was due by 31 March 2026”: against its first date and each later one."""
    if not _DUE.search(scope.text) or scope.date is None or scope.never:
        return None
    found = _items(matter, scope)
    if not found:
        return None
    for item in found:
        if any(first_day(day) <= scope.date <= last_day(day) for day in _days(item)):
            return Held("finding", ClaimResult.AGREES, f"{_due(item)}.", _behind(item))
    item = found[0]
    if found[1:]:
        return silent(matter, _which(item), *(f.first for f in found))
    if not _days(item):
        return silent(matter, f"We hold no due date of {_name(item)}.", item.first)
    return Held(
        "finding",
        ClaimResult.DIFFERS,
        f"The statement says {on_day(scope.date)}. {_due(item)}.",
        _behind(item),
        stated=on_day(scope.date),
        ours=_due(item),
    )


def done(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“Recommendation 3 is done”: what the record holds on it, without a word of its own.

    Who says that a thing is done is half of the statement, so it agrees only where the owner
    closed it, and is never said to differ: another source may have said so.
    """
    if scope.never or not (_DONE.search(scope.text) or _NOT_DONE.search(scope.text)):
        return None
    found = _items(matter, scope)
    if not found:
        return None
    item = found[0]
    if found[1:]:
        return silent(matter, _which(item), *(f.first for f in found))
    if not item.sentence or item.became is None:
        return silent(matter, f"We hold no news of {_name(item)}.", item.first)
    told = f"Our record of {_name(item)}: {item.sentence}"
    closed = item.closing is not None and not _NOT_DONE.search(scope.text)
    result = ClaimResult.AGREES if closed else ClaimResult.PART
    return Held("finding", result, told, item.versions[-3:])


def _name(item: Progress) -> str:
    return f"{item.kind.replace('-', ' ')} {item.number}"


def _days(item: Progress) -> tuple[str, ...]:
    """Its first due date and the one that stands now."""
    return tuple(dict.fromkeys(d for d in (item.due_first, item.due) if d))


def _due(item: Progress) -> str:
    days = " and then ".join(in_words(day) for day in _days(item))
    return f"Our record of {_name(item)}: due {days}"


def _behind(item: Progress) -> tuple[Version, ...]:
    return (item.first, *(move.version for move in item.moves))


def _which(item: Progress) -> str:
    return f"More than one report has a {_name(item)}; which is meant, the statement does not say."


def _items(matter: Matter, scope: Scope) -> tuple[Progress, ...]:
    """The findings that the sentence may mean: of the latest report where it names the subject."""
    named = _ONE.search(scope.text)
    if named is None:
        return _by_its_words(matter, scope)
    kind = _KINDS[named["kind"] or named["kind_too"]]
    number = named["n"] or str(_NTH.index(named["nth"]) + 1)
    about = any(w and w.lower() in scope.text for w in (matter.theme.words, matter.theme.short))
    same = tuple(f for f in every_finding(matter) if family(f.kind) == kind and f.number == number)
    latest = tuple(f for f in same if about and matter.is_latest(f.first))
    return latest[-1:] or same


def every_finding(matter: Matter) -> tuple[Progress, ...]:
    """The findings of a register on every subject, read once."""
    return matter.register.once(
        "findings of every subject", lambda: findings(matter.register, names=matter.names)
    )


def _by_its_words(matter: Matter, scope: Scope) -> tuple[Progress, ...]:
    """“The recommendation on district plans”: the one finding that has all of these words."""
    named = _ABOUT.search(scope.text)
    if named is None:
        return ()
    kind, said = _KINDS[named["kind"]], _stems(named["what"])
    if len(said) < _FEWEST_WORDS:
        return ()
    same = tuple(
        f for f in every_finding(matter) if family(f.kind) == kind and said <= _stems(f.text or "")
    )
    return same if len(same) == 1 else ()


def _stems(text: str) -> frozenset[str]:
    """The longer words of a text, each by its beginning: “plans” and “planned” are “plan”."""
    words = _WORD.findall(text.lower())
    return frozenset(word[:_STEM] for word in words if word not in _LITTLE)
