"""Signed minutes that were amended: the words as signed and the words now, both of them."""

from answerable.ledger.register import Version
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.phrases import stop
from answerable.store.reads import registers
from answerable.vocabulary.facts import Corrected
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def amended(proof: Proof, version: Version) -> str:
    """“Amended on 2 February 2027. As signed: “…”. Why: …”; nothing where nothing was."""
    told = []
    for number in version.corrections:
        found = next((v for v in proof.register.versions_of(Corrected) if v.seq == number), None)
        if found is None:
            continue
        field = str(found.fact.get("field"))
        hidden = field in version.withheld
        before = None if hidden else _before(version, field, number)
        day = in_words(found.recorded_at.date().isoformat())
        was = say("Before: “{before}”. ", before=before) if before else ""
        told.append(
            say(
                "Amended on {day}. {was}Why: {stop}",
                day=day,
                was=was,
                stop=stop(str(found.fact.get("reason") or "")),
            )
        )
    return " ".join(told)


def _before(version: Version, field: str, number: int) -> str | None:
    """The value that a correction replaced, as it stood until then."""
    for earlier in registers.history(version.fact.institution).of_entries([version.entry_id]):
        if earlier.recorded_to == number:
            value = earlier.fact.get(field)
            return ", ".join(value) if isinstance(value, tuple) else value
    return None
