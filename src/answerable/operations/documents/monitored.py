"""A stage of monitoring that a person confirmed: the same facts as the form *Monitoring stage*.

Monitoring and findings are independent: this closes and opens no finding (DOMAIN section 5).
"""

from answerable.ledger.register import Register
from answerable.operations import catalogue, packs_of_forms
from answerable.operations.documents import confirm
from answerable.operations.documents.confirm import Candidate, NotEnoughKnown
from answerable.vocabulary import times
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DetailStated
from answerable.vocabulary.times import Period

KIND = "monitoring"
PACK, FORM = "inspection", "monitoring"
_NAME = f"{PACK}/{FORM}"
_OWN_WORDS = ("engage", "enhanced", "scan", "routine", "default phase")


def facts(candidate: Candidate, register: Register | None = None) -> list[Fact]:
    """One fact for each field of the form that the reading answers; the stage comes first.

    Without a register nothing is asked of what stands. Raises NotEnoughKnown.
    """
    answers = {
        "stage": _stage(candidate),
        "since": _since(candidate, register),
        "inspectorate": _inspectorate(candidate),
        "words": candidate.quote,
        "address": candidate.about,
    }
    institution = confirm.institution_of(candidate)
    valid = Period(confirm.begins(candidate))
    return [
        DetailStated(
            institution=institution,
            stream=f"detail/{institution}/{_NAME}/{field}",
            valid=valid,
            doc=candidate.document,
            said=candidate.published,
            source=confirm.source_of(candidate),
            quote=candidate.quote,
            form=_NAME,
            field=field,
            value=value,
        )
        for field, value in answers.items()
        if value
    ]


def _stage(candidate: Candidate) -> str:
    words = candidate.quote.lower()
    if not any(own in words for own in _OWN_WORDS):
        raise NotEnoughKnown(
            "“Special measures” is a word of the press and no stage. Reject this reading, and "
            "record the stage in the inspectorate’s own words: the page of the body, Forms, "
            "Monitoring stage."
        )
    asked = packs_of_forms.form(PACK, FORM).field("stage")
    choices = asked.choices if asked else ()
    state = str(candidate.fields.get("state") or "").strip().lower()
    found = next((c for c in choices if state and state in c.lower()), None)
    if found is None:
        raise NotEnoughKnown(f"Say which stage it is: engage or scan ({', '.join(choices)}).")
    return found


def _since(candidate: Candidate, register: Register | None) -> str | None:
    """The day of the move. A day of an earlier stage must not stay beside a new one."""
    if candidate.fields.get("change") == "remains":
        return None
    stated = str(candidate.fields.get("on") or "")
    if stated and not stated.startswith("X"):
        times.last_day(stated)
        return stated
    held = register.versions_of(DetailStated) if register is not None else ()
    if any((v.fact.get("form"), v.fact.get("field")) == (_NAME, "since") for v in held):
        raise NotEnoughKnown(
            "The record holds the day of an earlier stage. Say since which day this one holds: "
            "--set on=YYYY-MM-DD; where the document does not say, the day it was published."
        )
    return None


def _inspectorate(candidate: Candidate) -> str | None:
    known = catalogue.bodies().get(candidate.inspectorate or "")
    return known.name if known else None
