"""Signed minutes that were amended: the words as signed and the words now, both of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from answerable.ledger.register import Register, Version
from answerable.operations.pages.proof import Proof
from answerable.operations.pages.record.added_actions import added_with
from answerable.operations.pages.sessions.held_session import Held, action_number, office_words
from answerable.scrutiny.phrases import stop
from answerable.scrutiny.sessions.attendance import listed
from answerable.store.reads import registers, visibility
from answerable.vocabulary.facts import ActionPromised, Corrected, Withdrawn
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words

BESIDE = ("owner", "due")
"""What stands beside the words of an action and can be amended too."""
_OFFICES = ("chair", "owner")
"""What names an office: no line of the minutes that its new words could stand in place of."""


def amended(proof: Proof, version: Version) -> str:
    """“Amended on 2 February 2027. As signed: “…”. Why: …”; nothing where nothing was."""
    told: list[str] = []
    for found, field in _corrections(proof.register, version):
        before = None if field in version.withheld else _before(version, field, found.seq)
        if told and before is None and added_with(proof.register, found):
            continue  # where nobody had minuted the action, nobody had said “no owner”
        if field in _OFFICES:
            none = say("no owner") if field == "owner" else say("no chair")
            before = office_words(before) if before else none
        if field == "due":
            before = in_words(before) if before else say("no date")
        day = in_words(found.recorded_at.date().isoformat())
        was = say("Before: {before} ", before=_quoted(before)) if before else ""
        told.append(
            say(
                "Amended on {day}. {was}Why: {stop}",
                day=day,
                was=was,
                stop=stop(str(found.fact.get("reason") or "")),
            )
        )
    return " ".join(told)


@dataclass(frozen=True, slots=True)
class Now:
    """What a line of signed minutes reads now, and the note with its words as they were signed.

    `owner` and `due` are those of an action, where they were amended.
    """

    words: str
    note: str
    owner: str = ""
    due: str = ""


def now_reads(proof: Proof, version: Version) -> Mapping[str, Now]:
    """Words as they were signed -> what stands in their place."""
    found = tuple(_corrections(proof.register, version))
    fields = {field for _, field in found} - set(version.withheld)
    owner, due = (str(version.fact.get(n) or "") if n in fields else "" for n in BESIDE)
    note = amended(proof, version) if fields else ""
    told: dict[str, Now] = {}
    for correction, field in found:
        now, before = version.fact.get(field), _before(version, field, correction.seq)
        if before and isinstance(now, str) and field in fields - {*BESIDE, *_OFFICES}:
            told[before] = Now(now, note, owner, due)
    if (owner or due) and isinstance(version.fact, ActionPromised) and version.fact.get("text"):
        words = str(version.fact.get("text"))
        told.setdefault(words, Now(words, note, owner, due))
    return told


def taken_back(found: Held) -> Iterator[tuple[Version, str]]:
    """Actions of the session that were none, as this reader may see them, with the note of each.

    The number of an action is its reference's; words that are withheld are no words.
    """
    register = found.register
    gone = [
        v for v in register.versions_of(Withdrawn) if v.fact.ref and action_number(v.fact.stream)
    ]
    if not gone:
        return
    past = registers.history(register.institution)
    allowed = visibility.clearance(
        found.look.actor, institution=register.institution, on=found.look.on
    )
    for told in gone:
        was = past.of_entries([told.fact.ref or ""])[-1:]
        for version in visibility.redacted(was, now=visibility.marks_now(past), allowed=allowed):
            if getattr(version.fact, "plan", None) == found.stream:
                yield version, _was_none(told)


def _was_none(told: Version) -> str:
    """“Amended on 2 February 2027: this was no action, and is on the register no more. …”"""
    return say(
        "Amended on {day}: this was no action, and is on the register no more. Why: {stop}",
        day=in_words(told.recorded_at.date().isoformat()),
        stop=stop(str(told.fact.get("reason") or "")),
    )


def _corrections(register: Register, version: Version) -> Iterator[tuple[Version, str]]:
    """Each correction of a fact, with the field that it changed."""
    for number in version.corrections:
        for found in register.versions_of(Corrected):
            if found.seq == number:
                yield found, str(found.fact.get("field"))


def _quoted(words: str) -> str:
    """The words in quotation marks, with one mark at their end."""
    return f"“{words}”" if words.endswith((".", "?", "!", "…")) else f"“{words}”."


def _before(version: Version, field: str, number: int) -> str | None:
    """The value that a correction replaced, as it stood until then."""
    for earlier in registers.history(version.fact.institution).of_entries([version.entry_id]):
        if earlier.recorded_to == number:
            value = earlier.fact.get(field)
            return listed(value) if isinstance(value, tuple) else value
    return None
