"""Signed minutes that were amended: the words as signed and the words now, both of them."""

from collections.abc import Iterator, Mapping

from answerable.ledger.register import Register, Version
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.phrases import stop
from answerable.store.reads import registers
from answerable.vocabulary.facts import Corrected
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def amended(proof: Proof, version: Version) -> str:
    """“Amended on 2 February 2027. As signed: “…”. Why: …”; nothing where nothing was."""
    told = []
    for found, field in _corrections(proof.register, version):
        before = None if field in version.withheld else _before(version, field, found.seq)
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


def now_reads(proof: Proof, version: Version) -> Mapping[str, str]:
    """Words as they were signed -> “Amended on 2 February 2027; it now reads “…” Why: …”."""
    told: dict[str, str] = {}
    for found, field in _corrections(proof.register, version):
        now, before = version.fact.get(field), _before(version, field, found.seq)
        if before and isinstance(now, str) and field not in version.withheld:
            told[before] = say(
                "Amended on {day}; it now reads: {now} Why: {reason}",
                day=in_words(found.recorded_at.date().isoformat()),
                now=_quoted(now),
                reason=stop(str(found.fact.get("reason") or "")),
            )
    return told


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
            return ", ".join(value) if isinstance(value, tuple) else value
    return None
