"""Answers to the forms of the catalogue: one fact a field, marked as its pack says."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register, Version
from answerable.operations import access, packs_of_forms, quoting, sensitivity
from answerable.operations.quoting import Quoted, typed
from answerable.operations.record import grounds
from answerable.operations.recording import book
from answerable.publishing.sensitivity.model import Passage
from answerable.scrutiny.sourced import Sourced
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DetailStated, ReleaseDecided
from answerable.vocabulary.forms import CatalogueForm, FormField
from answerable.vocabulary.refusal import Refusal

YES_NO = ("yes", "no")
WITHHELD = "withheld"
_SENTENCE = re.compile(r"(?<=[.!?;]) |\n")


class NotAnswered(Refusal):
    """An answer that does not fit its field, or none at all."""

    code = "not_answered"


@dataclass(frozen=True, slots=True)
class Answered:
    """A field as it stands: its last answer, and the release decision about it, if any."""

    field: FormField
    version: Version | None
    decided: Version | None

    @property
    def value(self) -> str | None:
        """The answer, None where there is none or it is withheld from who looks."""
        found = self.version.fact.get("value") if self.version else None
        return str(found) if found is not None else None

    @property
    def withheld(self) -> bool:
        """Is there an answer that who looks may not see?"""
        return self.version is not None and "value" in self.version.withheld

    @property
    def shown(self) -> bool:
        """Is the answer public, by its pack or by a release of its words?"""
        return self.version is not None and "value" not in (self.version.fact.classes or {})

    @property
    def review(self) -> date | None:
        """When the marking is looked at again."""
        if self.version is None or not self.field.review_days:
            return None
        return self.version.fact.valid.start + timedelta(days=self.field.review_days)


def answer_form(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    pack: str,
    form: str,
    answers: Mapping[str, str],
    on: date,
    words: Quoted | None = None,
) -> Receipt:
    """Record what was answered, each field as one fact. Empty answers say nothing.

    What the pack makes public passes the check before publication first, as every write does.
    """
    access.require(by, "answer_form", about=institution)
    asked = packs_of_forms.form(pack, form)
    given = {name: value.strip() for name, value in answers.items() if value.strip()}
    if unknown := sorted(set(given) - {f.key for f in asked.fields}):
        raise NotAnswered(f"The form {asked.title} does not ask for “{unknown[0][:40]}”.")
    if not given:
        raise NotAnswered("Answer at least one question of the form.")
    checked = {f.key: _fitting(f, given[f.key]) for f in asked.fields if f.key in given}
    sourced = quoting.sourced(words, about=institution)
    name = f"{pack}/{form}"

    def decide(register: Register) -> list[Fact]:
        standing = {a.field.key: a for a in answered(register, pack=pack, form=asked)}
        for asked_for, value in checked.items():
            one = standing[asked_for]
            if _opened(one, on):
                _without_number(value, about=asked, field=one.field, register=register)
        return [
            _fact(register, name, standing[key], value, sourced=sourced, on=on)
            for key, value in checked.items()
        ]

    def why(version: Version) -> grounds.Held | None:
        field = asked.field(str(version.fact.get("field")))
        review = Answered(field, version, None).review if field else None
        return grounds.Held(field.ground, review.isoformat()) if field and review else None

    receipt = book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)
    grounds.state_grounds(receipt, why, about=institution, by=by, at=at, key=key, on=on)
    return receipt


def decide_release(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    pack: str,
    form: str,
    field: str,
    definitions: str,
    reason: str,
    review: str,
    on: date,
) -> Receipt:
    """Record that the definitions are agreed and words on a field may be public, until a review.

    A number stays restricted whatever is decided: it is published in words only.
    """
    access.require(by, "publish", about=institution)
    asked = packs_of_forms.form(pack, form).field(field)
    if asked is None or not asked.needs_release:
        raise NotAnswered(f"The field “{field[:40]}” needs no release decision.")
    definitions = typed(definitions, what="definitions")
    reason = typed(reason, what="reason for the release")
    times.last_day(review)
    name = f"{pack}/{form}/{field}"

    def decide(register: Register) -> list[Fact]:
        return [
            ReleaseDecided(
                **Sourced().envelope(register, stream=f"release/{institution}/{name}", on=on),
                measure=name,
                definitions=definitions,
                ground=reason,
                review=review,
            )
        ]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def answered(register: Register, *, pack: str, form: CatalogueForm) -> tuple[Answered, ...]:
    """Every field of a form as it stands in a register."""
    name = f"{pack}/{form.id}"
    last: dict[str, Version] = {}
    # By the day from which it is true: an old letter that is read late changes nothing of today.
    stated = register.versions_of(DetailStated)
    for version in sorted(stated, key=lambda v: (v.fact.valid.start, v.seq)):
        if version.fact.get("form") == name:
            last[str(version.fact.get("field"))] = version
    decided = {str(v.fact.get("measure")): v for v in register.versions_of(ReleaseDecided)}
    return tuple(Answered(f, last.get(f.key), decided.get(f"{name}/{f.key}")) for f in form.fields)


def _fact(
    register: Register, name: str, standing: Answered, value: str, *, sourced: Sourced, on: date
) -> DetailStated:
    field = standing.field
    stream = f"detail/{register.institution}/{name}/{field.key}"
    shut = not field.is_public and not _opened(standing, on)
    classes = dict.fromkeys(("value", "quote"), field.classification) if shut else {}
    return DetailStated(
        **sourced.envelope(register, stream=stream, on=on),
        classes=classes,
        form=name,
        field=field.key,
        value=value,
    )


def _opened(standing: Answered, on: date) -> bool:
    """Has a release made words on a field public, that its pack keeps restricted?"""
    field = standing.field
    return (
        not field.is_public
        and field.kind != "number"
        and field.needs_release
        and _in_force(standing, on)
    )


def _without_number(
    value: str, *, about: CatalogueForm, field: FormField, register: Register
) -> None:
    """Refuse a number in words that a release opened: what the form is about stands near it.

    “11 of 14 are reviewed” names no subject of its own; its form does.
    """
    where = f"{about.title}, {field.label}"
    passages = [Passage(where, f"{about.title}: {part}") for part in _SENTENCE.split(value)]
    sensitivity.require_clear_beside(passages, register=register)


def _in_force(standing: Answered, on: date) -> bool:
    if standing.decided is None:
        return False
    review = standing.decided.fact.get("review")
    return not review or on <= times.last_day(str(review))


def _fitting(field: FormField, value: str) -> str:
    """The answer in its one form, or a refusal that says what the field wants."""
    match field.kind:
        case "date":
            times.last_day(value)
        case "number":
            if packs_of_forms.number(value) is None:
                raise NotAnswered(f"{field.label}: write a number, for example 12.")
        case "yes-no":
            return _one_of(field, value.lower(), YES_NO)
        case "choice":
            return _one_of(field, value, field.choices)
    return value


def _one_of(field: FormField, value: str, allowed: tuple[str, ...]) -> str:
    if value not in allowed:
        raise NotAnswered(f"{field.label}: choose {', '.join(allowed)}.")
    return value
