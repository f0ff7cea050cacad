"""Sums of a statement: each against an amount in its own state, never against a sum of states."""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from answerable.ledger.register import Register, Version
from answerable.scrutiny.cases.case_sessions import labelled
from answerable.scrutiny.claims import claim_words
from answerable.scrutiny.claims.claim_getters import named_getter, named_year
from answerable.scrutiny.claims.claim_scope import Scope
from answerable.scrutiny.claims.statements import ClaimResult, Held, Statement, silent
from answerable.scrutiny.matter import Matter
from answerable.scrutiny.phrases import NOT_KNOWN, plural, stop
from answerable.vocabulary.bodies import Tenure
from answerable.vocabulary.facts import MoneyStated

_ROUND = Decimal("0.05")
_ABOVE = Decimal("0.10")
_TAIL = re.compile(r"(?:,|:|\b(?:19|20)\d\d\b).{0,200}$")
_NO_MONEY = re.compile(
    r"\b(?:no|not a penny|not a pound|none of the) (?:of (?:the|our|this) )?(?:\w+ ){0,2}?"
    r"(?:money|funding|funds?|sum|amount)\b|\bnot a penny\b"
    r"|\b(?:money|funding|fund|sum|award|grant)s? (?:\w+ ){0,3}?never\b"
)
_OUT = re.compile(
    r"\b(?:nothing|not a penny|not a pound|none)\b.{0,40}?\b(?:taken|cut|clawed|returned|lost"
    r"|withdrawn|handed)\b.{0,40}?£(?P<n>[\d,]+)(?!\.?\d| ?million|m\b|k\b)"
)
_LONGER = re.compile(r"[a-z]{4,}")
_STATES = {
    "budgeted": re.compile(r"\b(?:budget(?:ed)?|set aside|earmarked)\b"),
    "approved": re.compile(r"\bapproved?\b"),
    "allocated": re.compile(r"\ballocat(?:ed|es?)\b"),
    "awarded": re.compile(r"\b(?:award(?:ed|s)?|grant(?:ed)?|secured)\b"),
    "received": re.compile(r"\b(?:received|receives)\b"),
    "paid": re.compile(r"\b(?:paid|spent|spend)\b"),
    "cut": re.compile(r"\b(?:cut|taken away|withdrawn|lost)\b"),
    "returned": re.compile(r"\b(?:returned|handed back|gave back|given back)\b"),
}


def money(matter: Matter, statement: Statement) -> Held:
    """A sum: which amounts on record are the same, in which state, and for what.

    An amount that we hold in another state than the one stated is in our record in part: that it
    was paid too is not denied by “awarded”. It differs where the same line holds, in the stated
    state, less than is stated, or another amount for the same purpose.
    """
    scope = statement.scope(matter.register.valid)
    amount = decimal(statement.fields.get("amount")) or scope.sum_in_words
    if amount is None:
        return claim_words.words(matter, statement)
    held = matter.register.versions_of(MoneyStated)
    same = tuple(v for v, ours in _amounts(matter.register) if _fits(ours, amount, scope))
    verbs = states_of(scope)
    if not same:
        return _no_such_sum(matter, scope, amount, held, verbs)
    told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    if held_else := _of_something_else(matter.register, scope, statement.sentence, same):
        return held_else
    stated = state_of(scope) or str(statement.fields.get("state") or "")
    if len(verbs) > 1:  # “cut our award”: which of the verbs is of the sum, nobody says
        stated = next((s for s in verbs if any(v.fact.get("state") == s for v in same)), stated)
    if stated and all(_otherwise(v.fact.get("state"), stated) for v in same):
        return _in_another_state(same, held, stated=stated)
    if stated:
        same = tuple(v for v in same if v.fact.get("state") in (stated, None)) or same
        told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    if _names(matter, scope) and not any(labelled(v, matter) for v in same):
        return Held(
            "record",
            ClaimResult.PART,
            f"Our record: {told}. The amount is in our record; that it is for "
            f"{matter.theme.words}, no source of ours says.",
            same,
            suggest=f"Say what its source says that it is for: {told}.",
        )
    return Held("record", ClaimResult.AGREES, f"Our record: {stop(told)}", same)


def _of_something_else(
    register: Register, scope: Scope, sentence: str, same: tuple[Version, ...]
) -> Held | None:
    """The amount is on record, for another body, place or year than the sentence names."""
    told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    party = _for_others(register, scope, same) or named_getter(sentence, same)
    year = "" if party else named_year(scope.text, same)
    if not (party or year):
        return None
    what = f"{party} gave or got it" if party else f"it is of {year}"
    return Held(
        "record",
        ClaimResult.PART,
        f"Our record: {told}. The amount is in our record; that {what}, no source of ours says.",
        same,
        suggest=f"Say what the source says of it: {told}.",
    )


def _otherwise(ours: object, stated: str) -> bool:
    """Another state; and no state at all, where money is said to be gone: it may not be yet."""
    return ours != stated if ours else stated in ("paid", "cut", "returned")


def _in_another_state(same: tuple[Version, ...], held: Sequence[Version], *, stated: str) -> Held:
    """The amount is held, in another state than the one that is stated."""
    ours = ", ".join(dict.fromkeys(str(v.fact.get("state") or "of no state") for v in same))
    told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    suggest = f"Say the state that the source gives: {told}."
    lines = {v.fact.get("line") for v in same} - {None}
    other = [v for v in held if v.fact.get("line") in lines and v.fact.get("state") == stated]
    also = "; ".join(dict.fromkeys(told_of(v) for v in other))
    if not any(_contrary(v, same) for v in other):
        beside = f" On the same line: {also}." if also else ""
        words = (
            f"Our record: {told}. The amount is in our record as {ours}; that it was {stated}, no "
            f"source of ours says.{beside}"
        )
        return Held("record", ClaimResult.PART, words, (*same, *other), suggest=suggest)
    words = (
        f"The statement says {stated}; our record says {ours}. Our record: {told}. On the same "
        f"line: {also}."
    )
    return Held(
        "record",
        ClaimResult.DIFFERS,
        words,
        (*same, *other),
        stated=stated,
        ours=ours,
        suggest=suggest,
    )


def _contrary(other: Version, same: Sequence[Version]) -> bool:
    """Less in the stated state than is stated, or another amount for the same purpose.

    Of purposes that are both told and share no word, neither says anything of the other.
    """
    ours, stated = (decimal(v.fact.get("amount")) for v in (other, same[0]))
    if ours is None or stated is None:
        return False
    purpose = str(other.fact.get("purpose") or "")
    theirs = [str(v.fact.get("purpose") or "") for v in same]
    if purpose and all(theirs) and not any(_shared(purpose, one) for one in theirs):
        return False
    return ours < stated or (bool(purpose) and purpose in theirs)


def _shared(a: str, b: str) -> bool:
    return bool(set(_LONGER.findall(a.lower())) & set(_LONGER.findall(b.lower())))


def _for_others(register: Register, scope: Scope, same: Sequence[Version]) -> str:
    """A payer or recipient of our record that the sentence names, where none of these has it."""
    theirs = " ".join(_plain(name) for v in same for name in _parties(v))
    named = (n for n in _every_party(register) if _plain(n) in scope.text)
    return next((name for name in named if _plain(name) not in theirs), "")


def _every_party(register: Register) -> tuple[str, ...]:
    def made() -> tuple[str, ...]:
        held = register.versions_of(MoneyStated)
        return tuple(dict.fromkeys(name for v in held for name in _parties(v) if " " in name))

    return register.once("money by party", made)


def _parties(version: Version) -> tuple[str, ...]:
    names = (version.fact.get("payer"), version.fact.get("recipient"))
    return tuple(str(name) for name in names if name)


def _plain(name: str) -> str:
    return name.lower().replace("\u2019", "'")


def told_of(version: Version) -> str:
    """“£180,000, budgeted, 2025/26, for a fund”."""
    fact = version.fact
    amount = decimal(fact.get("amount"))
    figure = pounds(amount) if amount is not None else "an amount not in our sources"
    state = fact.get("state") or "with no state: see its quote"
    period = f", {fact.get('period')}" if fact.get("period") else ""
    return f"{figure}, {state}{period}, for {fact.get('purpose') or NOT_KNOWN.lower()}".rstrip(".")


def pounds(amount: Decimal) -> str:
    """“£15,600,000”, “£538,496.32”."""
    words = f"{amount:,.2f}"
    return f"£{words.removesuffix('.00')}"


def decimal(text: object) -> Decimal | None:
    """An amount as a number; None where it is none."""
    try:
        found = Decimal(str(text)) if text not in (None, "") else None
    except InvalidOperation:
        return None
    return found if found is None or found.is_finite() else None


def state_of(scope: Scope) -> str | None:
    """The one state that the verbs of a sentence give; None where they give none or several."""
    found = states_of(scope)
    return found[0] if len(found) == 1 else None


def states_of(scope: Scope) -> tuple[str, ...]:
    """Every state that a verb of a sentence gives."""
    return tuple(name for name, words in _STATES.items() if words.search(scope.text))


def never(matter: Matter, scope: Scope, _tenures: tuple[Tenure, ...]) -> Held | None:
    """“No money of the fund was ever returned”: differs where one such amount is on record."""
    if taken := _taken_out(matter, scope):
        return taken
    verbs = states_of(scope)
    if not _NO_MONEY.search(scope.text) or len(verbs) != 1:
        return None
    held = matter.register.versions_of(MoneyStated)
    named = _line_named(matter.register, scope) or held
    found = tuple(
        v
        for v in named
        if v.fact.get("state") == verbs[0]
        and v.fact.valid.start <= scope.on
        and (scope.period is None or scope.period.holds(v.fact.valid.start))
    )
    if not found:
        return silent(
            matter,
            f"We hold no amount that is stated to be {verbs[0]} {scope.period_words}. A record "
            "that is not complete cannot show “never”.",
        )
    told = "; ".join(dict.fromkeys(told_of(v) for v in found[-3:]))
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says none; our record: {told}.",
        found,
        stated=f"none {verbs[0]}",
        ours=told,
        suggest=f"Say what was {verbs[0]}: {told}.",
    )


def _taken_out(matter: Matter, scope: Scope) -> Held | None:
    """“Nothing was ever taken out of the £45,000”: a later cut or return for the same purpose."""
    found = _OUT.search(scope.text)
    amount = decimal(found["n"].replace(",", "")) if found else None
    if amount is None:
        return None
    same = tuple(v for v, ours in _amounts(matter.register) if ours == amount)
    gone = tuple(
        v
        for v in matter.register.versions_of(MoneyStated)
        if v.fact.get("state") in ("cut", "returned")
        and v.fact.valid.start <= scope.on
        and any(_from(v, one) for one in same)
    )
    if not same:
        return None
    told = "; ".join(dict.fromkeys(told_of(v) for v in same[-3:]))
    if not gone:
        words = (
            f"Our record: {told}. Whether any of it was cut or returned, no source of ours says."
        )
        return Held("record", ClaimResult.PART, words, same)
    ours = "; ".join(dict.fromkeys(told_of(v) for v in gone))
    return Held(
        "record",
        ClaimResult.DIFFERS,
        f"The statement says nothing; our record: {told}; then {ours}.",
        (*same, *gone),
        stated="nothing taken out",
        ours=ours,
        suggest=f"Say what was cut or returned: {ours}.",
    )


def _from(gone: Version, given: Version) -> bool:
    """Is it of the same line and purpose, and later?"""
    a, b = (str(v.fact.get("purpose") or "") for v in (gone, given))
    same = gone.fact.get("line") == given.fact.get("line")
    return same and gone.fact.valid.start >= given.fact.valid.start and bool(a) and _shared(a, b)


def _no_such_sum(
    matter: Matter,
    scope: Scope,
    amount: Decimal,
    held: tuple[Version, ...],
    verbs: tuple[str, ...],
) -> Held:
    """No amount is the same: of a line that the sentence names, what it holds in that state."""
    named = _line_named(matter.register, scope)
    told = "; ".join(dict.fromkeys(told_of(v) for v in named[-4:]))
    states = {v.fact.get("state") for v in named}
    alike = [v for v in named if v.fact.get("state") in verbs]
    one_line = len({v.fact.get("line") for v in named}) == 1
    if alike and one_line and len(verbs) == 1 and None not in states and scope.bound == "exactly":
        ours = "; ".join(dict.fromkeys(told_of(v) for v in alike[-3:]))
        return Held(
            "record",
            ClaimResult.DIFFERS,
            f"The statement says {pounds(amount)} {verbs[0]}; our record of that line: {ours}. "
            "Whether another sum is meant, the statement does not say.",
            tuple(named),
            stated=pounds(amount),
            ours=ours,
            suggest=f"Say the sum that the source gives: {ours}.",
        )
    n = len(held)
    beside = f" On the line that it names: {told}." if told else ""
    return silent(
        matter,
        f"None of the {n} {plural('sum', n)} that we hold is {pounds(amount)}. Amounts of "
        f"different states are never added to find one.{beside}",
        *named,
    )


def _amounts(register: Register) -> tuple[tuple[Version, Decimal | None], ...]:
    """Every amount as a number, read once for many statements."""

    def made() -> tuple[tuple[Version, Decimal | None], ...]:
        held = register.versions_of(MoneyStated)
        return tuple((v, decimal(v.fact.get("amount"))) for v in held)

    return register.once("money by amount", made)


def _line_named(register: Register, scope: Scope) -> tuple[Version, ...]:
    """The amounts of the lines whose purpose or recipient stands in the sentence."""
    lines = {line for stem, line in _lines_by_name(register) if stem in scope.text}
    if not lines:
        return ()
    return tuple(v for v in register.versions_of(MoneyStated) if v.fact.get("line") in lines)


def _lines_by_name(register: Register) -> tuple[tuple[str, str | None], ...]:
    """The names of each line, without year, read once for many statements."""

    def made() -> tuple[tuple[str, str | None], ...]:
        named = (
            (_stem(str(name)), v.fact.get("line"))
            for v in register.versions_of(MoneyStated)
            for name in (v.fact.get("purpose"), str(v.fact.get("line") or "").replace("-", " "))
            if name
        )
        return tuple(dict.fromkeys((stem, line) for stem, line in named if stem))

    return register.once("money by name", made)


def _stem(name: str) -> str:
    """A name without its year or what follows a colon: “neighbourhood crime fund”."""
    return _TAIL.sub("", name.lower().replace("\u2019", "'")).strip()


def _fits(ours: Decimal | None, stated: Decimal, scope: Scope) -> bool:
    if ours is None:
        return False
    if scope.bound in ("about", "more than", "at least"):
        low = stated * (1 - _ROUND) if scope.bound == "about" else stated
        return low <= ours <= stated * (1 + (_ROUND if scope.bound == "about" else _ABOVE))
    whole = stated == stated.to_integral_value()
    return ours == stated or (whole and ours.quantize(Decimal(1)) == stated)


def _names(matter: Matter, scope: Scope) -> bool:
    return any(w and w.lower() in scope.text for w in (matter.theme.words, matter.theme.short))
