"""Nothing sensitive is published unseen: the check and its data, over facts, pages and files."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from answerable.ledger.register import Register
from answerable.operations import catalogue, packs_of_forms
from answerable.operations.clear_words import ClearWords
from answerable.publishing.open_data import Row
from answerable.publishing.sensitivity import check, model
from answerable.publishing.sensitivity.model import Held, Known, Passage, Subjects
from answerable.store.reads import registers
from answerable.vocabulary.access import Classification
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import DetailStated, ReleaseDecided

PREFIX, WITHHELD = "text/", "withheld"
_NO_WORDS = frozenset({"quote", "said", "source", "vkey"})
"""Fields with no words of their own; the quote is a passage for itself."""


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


def ready() -> None:
    """Have the rules at hand: whoever records or hands in something first waits for them else."""
    check.alone(Passage("", "Nothing is told."), subjects())


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
        clear=_clear[-1].has if _clear else lambda _: False,
    )


def _alone(passage: Passage) -> bool:
    """Does a passage give something away by itself? Found out once while a process publishes."""
    return not _clear[-1].has(passage) if _clear else bool(check.alone(passage, subjects()))


_clear: list[ClearWords] = []
"""Of a process while it publishes; see `ClearWords`."""


@contextmanager
def remembering(digests: bytes) -> Iterator[ClearWords]:
    """Remember what is found clear, beginning with what an earlier publication found."""
    _clear.append(ClearWords(subjects(), digests))
    try:
        yield _clear[-1]
    finally:
        _clear.pop()


def held_of_paper(content: Any, *, where: str, institution: str, on: date) -> tuple[Held, ...]:
    """What is held of a paper that is made of public facts: see `check.of_facts`."""
    passages = of_content(content, where=where)
    found = held(passages, institution=institution)
    register = _whole(institution) if found and institution else None
    if register is None:
        return found
    facts = _public(institution, on)
    return check.of_facts(found, facts=facts, subjects=subjects(), released=_released(register))


def require_clear_draft(content: Any, *, where: str, institution: str, on: date) -> None:
    """Refuse a paper in which words are typed anew: each sentence counts as it stands there."""
    found = held(of_content(content, where=where), institution=institution)
    facts = _public(institution, on) if found else []
    check.require_clear(check.placed(found, facts), about=institution)


def _public(institution: str, on: date) -> list[Passage]:
    register = registers.register(institution, valid=on)
    return [passage for version in register.versions for passage in of_fact(version.fact)]


def require_clear(
    passages: Sequence[Passage], *, institution: str = "", known: bool = True
) -> None:
    """Refuse with what is held, where, why and on which ground."""
    found = held(passages, institution=institution, known=known)
    check.require_clear(found, about=institution)


def require_clear_paper(content: Any, *, where: str, institution: str, on: date) -> None:
    """Refuse a paper that is made of public facts where something in it is held."""
    found = held_of_paper(content, where=where, institution=institution, on=on)
    check.require_clear(found, about=institution)


def require_clear_beside(passages: Sequence[Passage], *, register: Register) -> None:
    """Refuse what the passages give away alone, together, or with what is public already.

    It asks the store nothing, so it may be called where something is being recorded.
    """
    check.require_clear(held_beside(passages, register=register))


def held_beside(passages: Sequence[Passage], *, register: Register) -> tuple[Held, ...]:
    """What the passages give away alone, together, or with what is public in a register."""
    alone = any(check.alone(passage, subjects()) for passage in passages)
    together = check.may_combine(passages, subjects())
    if not (alone or together):
        return ()
    public = [p for v in register.versions for p in of_fact(v.fact)] if together else []
    return check.held(
        passages,
        subjects=subjects(),
        known=_known(register),
        released=_released(register),
        beside=public,
    )


def of_text(value: object, *, where: str) -> Iterator[Passage]:
    """Each text of a value that could give something away: more than one word, or a figure."""
    for text in _strings(value):
        if " " in text or any(sign.isdigit() for sign in text):
            yield Passage(where, text)


def of_fact(fact: Fact, *, where: str = "") -> Iterator[Passage]:
    """The words of a fact that are public as it stands."""
    at = where or fact.stream
    shut = fact.classes or {}
    if fact.quote and shut.get("quote", Classification.PUBLIC) == Classification.PUBLIC:
        yield Passage(f"{at}, quote", fact.quote, fact.said)
    ours = {"definitions"} if _is_release(fact) else ()
    for name in fact.field_names():
        public = shut.get(name, Classification.PUBLIC) == Classification.PUBLIC
        if public and name not in _NO_WORDS and name not in ours:
            for passage in of_text(fact.get(name), where=f"{at}, {name.strip('_')}"):
                yield replace(passage, on=fact.said)


def _is_release(fact: Fact) -> bool:
    """Does it release held words? What it says of them is what the check said: our own words."""
    return isinstance(fact, ReleaseDecided) and (fact.measure or "").startswith(PREFIX)


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
        and _alone(Passage(name, value))
        and held([Passage(name, value)], institution=institution, known=False)
    }
    return {n: WITHHELD if n in shut else v for n, v in row.items()} if shut else row


def publication(*, on: date, but: Collection[str] = ()) -> tuple[Held, ...]:
    """What is held of all that a reader without an account may see, institution by institution.

    `but` are those that were found clear on that day and of which nothing was written since.
    """
    found: list[Held] = []
    for institution in registers.institutions():
        if institution in but:
            continue
        found += held(_public(institution, on), institution=institution)
    return tuple(found)


def require_publication(*, on: date, but: Collection[str] = ()) -> None:
    """Refuse to publish files while anything public on the record is held."""
    check.require_clear(publication(on=on, but=but))


def passages_of(text: str, *, where: str = "The text") -> tuple[Passage, ...]:
    """A typed or read text, each paragraph by its number."""
    parts = [part.strip() for part in text.replace("\r", "").split("\n\n") if part.strip()]
    if not parts[1:]:
        return tuple(Passage(where, part) for part in parts)
    return tuple(
        Passage(f"{where}, paragraph {n}", part, around=text) for n, part in enumerate(parts, 1)
    )


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
