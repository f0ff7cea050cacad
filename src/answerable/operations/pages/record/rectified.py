"""What was put right of the facts that a page tells: it stands at the top of the page (DOMAIN 11).

A reader who saw the old words finds at once that they were ours and wrong, and why. What was
added where nothing had stood is told as added.
"""

from collections.abc import Iterable, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations.pages import naming
from answerable.operations.pages.look import ZONE, Look
from answerable.operations.pages.parts import Link
from answerable.operations.pages.record.added_actions import added_with
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.phrases import on_day, start
from answerable.scrutiny.plans.log_number import known_as
from answerable.scrutiny.sessions.attendance import listed
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact, Value
from answerable.vocabulary.facts import ActionPromised, Corrected, MinutesSigned
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.offices import spoken

MOST = 3
NUMBERED = ("recommendation", "cause-of-concern", "area-for-improvement", "practice", "grade")
"""Kinds whose references end in the kind and a number or a name."""


def rectified(look: Look, register: Register, versions: Iterable[Version]) -> tuple[Link, ...]:
    """One line for each correction of these facts, the newest first, with the way to it.

    Its day is the day on which it was put right, not the one from which the fact is true.
    """
    by_entry = register.once("corrections by entry", lambda: _by_entry(register))
    if not by_entry:
        return ()
    entries = dict.fromkeys(v.entry_id for v in versions)
    found = sorted((c for entry in entries for c in by_entry.get(entry, ())), key=lambda v: -v.seq)
    told: dict[object, Version] = {}
    for version in found:  # an action that was added is told once, and not value by value
        told.setdefault(
            version.fact.ref if added_with(register, version) else version.seq, version
        )
    return tuple(_line(look, register, version) for version in [*told.values()][:MOST])


def _by_entry(register: Register) -> Mapping[str, tuple[Version, ...]]:
    found: dict[str, tuple[Version, ...]] = {}
    for version in register.versions_of(Corrected):
        ref = version.fact.ref or ""
        found[ref] = (*found.get(ref, ()), version)
    return found


def _signed_before(register: Register, version: Version) -> bool:
    """A correction of signed minutes: the office amends what it had signed."""
    agreed = register.versions_of(ActionPromised, stream=version.fact.stream)
    within = str(agreed[0].fact.get("plan") or "") if agreed else version.fact.stream
    return any(
        signed.seq < version.seq and f"{within}/".startswith(f"{signed.fact.stream}/")
        for signed in register.versions_of(MinutesSigned)
    )


def _added_words(action: Version, *, signed: bool, day: str, reason: str) -> str:
    fact = action.fact
    text = fact.get("text")
    said = {
        "day": day,
        "number": fact.stream.rpartition("/")[2],
        "words": f", “{naming.short(start(str(text)))}”" if text else "",
        "reason": reason,
    }
    if not signed:
        return say("Amended on {day}: action {number} was added{words}. {reason}", **said)
    return say(
        "Amended on {day}, after the minutes were signed: action {number} was added{words}. "
        "{reason}",
        **said,
    )


def _item(stream: str) -> str:
    """“in item 4, ” of a stream under a session; “in action 2, ” of one that it agreed."""
    before, _, number = stream.rpartition("/")
    if before.startswith("action/"):
        return say("in action {number}, ", number=number)
    return say("in item {number}, ", number=number) if before.endswith("/item") else ""


def _of(register: Register, stream: str) -> str:
    """“, in recommendation 1”, “, in action 24/056 (Bring a paper)”; nothing for other streams."""
    agreed = register.versions_of(ActionPromised, stream=stream)
    if agreed:
        text = str(agreed[-1].fact.get("text") or "")
        number = known_as(register, stream)
        words = f"“{naming.short(start(text))}”" if text else say("words withheld")
        if number:
            return say(", in action {number} ({words})", number=number, words=words)
        return say(", in the action {words}", words=words)
    before, _, number = stream.rpartition("/")
    kind = before.rpartition("/")[2]
    if kind not in NUMBERED:
        return ""
    return say(
        ", in {kind} {number}", kind=kind.replace("-", " "), number=number.replace("-", " ")
    )


def _was_written(version: Version, field: str) -> bool:
    """Did anything stand where a correction put its value? What was not known is no mistake."""
    before = registers.history(version.fact.institution).of_entries([version.fact.ref or ""])
    return any(v.recorded_to == version.seq and v.fact.get(field) for v in before)


_WHO = {"present": marked("the list of who was there"), "offices": marked("the apologies")}


def _value(value: Value, field: str) -> str:
    """A corrected value in words; offices as they are spoken of."""
    if field in _WHO and isinstance(value, list | tuple):
        return listed([str(one) for one in value])
    is_office = field in ("owner", "chair") and value
    if is_office:
        return spoken(str(value))
    return naming.said_value(naming.field_value(field, value))


def _answers(register: Register, fact: Fact, *, day: str, reason: str) -> str:
    """What an action answers from now on, in words; its findings go by no address here."""
    value, of = fact.get("value"), _of(register, fact.stream)
    named = [str(one) for one in value] if isinstance(value, list | tuple) else []
    if not named:
        return say(
            "Put right on {day}{of}: it answers no finding on our record. {reason}",
            day=day,
            of=of,
            reason=reason,
        )
    return say(
        "Put right on {day}{of}: of the findings on our record it answers {found}. {reason}",
        day=day,
        of=of,
        found=", ".join(naming.finding_name(register, name) for name in named),
        reason=reason,
    )


def _line(look: Look, register: Register, version: Version) -> Link:
    fact = version.fact
    field = str(fact.get("field") or "entry")
    value = _value(fact.get("value"), field) or say("a value that is not shown")
    reason = naming.stop(str(fact.get("reason") or say("No reason is given")))
    day = on_day(version.recorded_at.astimezone(ZONE).date())
    if action := added_with(register, version):
        signed = _signed_before(register, version)
        words = _added_words(action, signed=signed, day=day, reason=reason)
        return Link(label=words, url=look.url("/corrections/"))
    if _signed_before(register, version):
        words = say(
            "Amended on {day}, after the minutes were signed: {where}{field} now read{s} "
            "“{value}”{stop} {reason}",
            day=day,
            where=_item(fact.stream),
            field=_WHO.get(field) or say("the {field}", field=naming.field_words(field)),
            s="" if field == "offices" else "s",
            value=value,
            stop="" if value == naming.stop(value) else ".",
            reason=reason,
        )
        return Link(label=words, url=look.url("/corrections/"))
    if field == ANSWERS:
        words = _answers(register, fact, day=day, reason=reason)
        return Link(label=words, url=look.url("/corrections/"))
    told = {
        "day": day,
        "of": _of(register, fact.stream),
        "field": say("finding above it") if field == "parent" else naming.field_words(field),
        "value": naming.finding_name(register, value) if field == "parent" else value.rstrip("."),
        "reason": reason,
    }
    if _was_written(version, field):
        words = say(
            "Put right on {day}{of}: the {field} is {value}; we had written it down wrongly. "
            "{reason}",
            **told,
        )
    else:
        words = say("Added on {day}{of}: the {field} is {value}. {reason}", **told)
    return Link(label=words, url=look.url("/corrections/"))
