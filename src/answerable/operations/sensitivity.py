"""Nothing sensitive is published unseen: the check, its data, and a recorded release."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access, catalogue, packs_of_forms
from answerable.operations.quoting import typed
from answerable.publishing.open_data import Row
from answerable.publishing.sensitivity import check, model
from answerable.publishing.sensitivity.model import Held, Known, Passage, Subjects
from answerable.scrutiny.sourced import OUR_RECORD
from answerable.store import registers
from answerable.store.book import book
from answerable.vocabulary import times
from answerable.vocabulary.access import Actor, Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DetailStated, ReleaseDecided

PREFIX, WITHHELD = "text/", "withheld"


@cache
def subjects() -> Subjects:
    """Restricted subjects of every pack, and the names of bodies and office-holders."""
    raws = packs_of_forms.sensitive()
    names = {t.person.casefold() for t in catalogue.tenures()}
    for body in catalogue.bodies().values():
        names |= {n.casefold() for n in (body.name, body.short, *body.aliases) if n}
    return Subjects(
        counted=tuple(s for raw in raws for s in model.subjects(raw.get("subject", ()))),
        units=tuple(s for raw in raws for s in model.subjects(raw.get("unit", ()), units=True)),
        names=frozenset(names),
    )


def held(
    passages: Sequence[Passage], *, institution: str = "", known: bool = True
) -> tuple[Held, ...]:
    """What may not be published of these passages, less what was released.

    With an institution, its restricted numbers are known to the check, which then also holds
    harmless numbers that give one of them.
    """
    register = _whole(institution) if institution else None
    return check.held(
        passages,
        subjects=subjects(),
        known=_known(register) if register and known else (),
        released=_released(register) if register else frozenset(),
    )


def require_clear(
    passages: Sequence[Passage], *, institution: str = "", known: bool = True
) -> None:
    """Refuse with what is held, where, why and on which ground."""
    check.require_clear(held(passages, institution=institution, known=known))


def require_publishable(facts: Iterable[Fact], *, institution: str) -> None:
    """Refuse facts whose public words or quote may not be published."""
    passages = [p for fact in facts for p in of_fact(fact)]
    require_clear(passages, institution=institution)


def of_fact(fact: Fact, *, where: str = "") -> Iterator[Passage]:
    """The words of a fact that are public as it stands."""
    at = where or fact.stream
    shut = fact.classes or {}
    if fact.quote and shut.get("quote", Classification.PUBLIC) == Classification.PUBLIC:
        yield Passage(f"{at}, quote", fact.quote, fact.said)
    for name in fact.field_names():
        value = fact.get(name)
        if shut.get(name, Classification.PUBLIC) == Classification.PUBLIC:
            for text in _strings(value):
                if " " in text:
                    yield Passage(f"{at}, {name.strip('_')}", text, fact.said)


def of_content(content: Any, *, where: str) -> tuple[Passage, ...]:
    """Every text in a value made of dataclasses, tuples and mappings: a pack, for example."""
    found = dict.fromkeys(t for t in _strings(content) if " " in t)
    return tuple(Passage(where, text) for text in found)


def redacted(row: Row, *, institution: str) -> Row:
    """A row of the open data with what is held shown as withheld."""
    shut = {
        name
        for name, value in row.items()
        if isinstance(value, str)
        and " " in value
        and check.alone(Passage(name, value), subjects())
        and held([Passage(name, value)], institution=institution, known=False)
    }
    return {n: WITHHELD if n in shut else v for n, v in row.items()} if shut else row


def publication(*, on: date) -> tuple[Held, ...]:
    """What is held of all that a reader without an account may see, institution by institution."""
    found: list[Held] = []
    for institution in registers.institutions():
        register = registers.register(institution, valid=on)
        passages = [p for v in register.versions for p in of_fact(v.fact)]
        found += held(passages, institution=institution)
    return tuple(found)


def require_publication(*, on: date) -> None:
    """Refuse to publish files while anything public on the record is held."""
    check.require_clear(publication(on=on))


def passages_of(text: str, *, where: str = "The text") -> tuple[Passage, ...]:
    """A typed or read text, each paragraph by its number."""
    parts = [part.strip() for part in text.replace("\r", "").split("\n\n") if part.strip()]
    if not parts[1:]:
        return tuple(Passage(where, part) for part in parts)
    return tuple(
        Passage(f"{where}, paragraph {n}", part, around=text) for n, part in enumerate(parts, 1)
    )


def release(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    institution: str,
    text: str,
    reason: str,
    on: date,
    review: str = "",
) -> Receipt:
    """Let a held text be published, with who decided it and why. The decision is on the record."""
    access.require(by, "publish", about=institution)
    text, reason = typed(text, what="text that is held"), typed(reason, what="reason")
    if review:
        times.last_day(review)
    found = held([Passage("the text", text)], institution=institution)
    if not found:
        raise model.HeldBack("Nothing in this text is held, so there is nothing to release.")

    def decide(register: Register) -> list[Fact]:
        return [
            ReleaseDecided(
                **OUR_RECORD.envelope(
                    register, stream=f"release/{institution}/{one.digest[:16]}", on=on
                ),
                measure=f"{PREFIX}{one.digest}",
                definitions=f"{one.what}. {one.why}",
                ground=reason,
                review=review or None,
            )
            for one in found
        ]

    return book().append(about=institution, decide=decide, by=by, at=at, key=key, seen=seen)


def _released(register: Register) -> frozenset[str]:
    measures = (str(fact.measure or "") for fact in register.of(ReleaseDecided))
    return frozenset(m.removeprefix(PREFIX) for m in measures if m.startswith(PREFIX))


def _known(register: Register) -> tuple[Known, ...]:
    found = []
    for fact in register.of(DetailStated):
        field = packs_of_forms.field_of(fact.form or "", fact.field or "")
        if field is None or field.classification == Classification.PUBLIC:
            continue
        number = packs_of_forms.number(fact.value or "")
        if number is not None:
            found.append(Known(words=field.label.casefold(), value=number))
    return tuple(found)


def _whole(institution: str) -> Register | None:
    if institution not in registers.institutions():
        return None
    history = registers.history(institution)
    return history.at(valid=date.max, known=registers.head().size - 1)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _strings(getattr(value, field.name))
    elif isinstance(value, dict):
        for part in value.values():
            yield from _strings(part)
    elif isinstance(value, (tuple, list)):
        for part in value:
            yield from _strings(part)
