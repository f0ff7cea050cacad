"""The record that a pasted text is set against: which institution it speaks of, and of whom whose
grade a sentence is; each register read once.
"""

import itertools
import re
from collections import Counter
from datetime import date

from answerable.ledger.register import Register
from answerable.operations import catalogue
from answerable.operations.accountability import claim_measures
from answerable.scrutiny.claims.claim_forces import OfForce
from answerable.scrutiny.claims.claims import Measured
from answerable.scrutiny.grades import grades
from answerable.scrutiny.matter import Matter
from answerable.store.reads import registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.facts import FindingPublished
from answerable.vocabulary.regimes import Theme

_UNIT = re.compile(r"\b(?:regional (?:organised crime )?unit|ROCU)\b(?! and)", re.IGNORECASE)
_REGION = re.compile(r"\bthe region (?:as a whole |itself )?(?:was|is|has been|were)\b")
_SENTENCE_END = re.compile(r"[.!?][”\"’']?\s*$")
MOST_HEAD_LINES = 6
"""Title, speaker, place and day: below them the text begins."""


class Seen:
    """The registers of this reader at these dates, each folded once."""

    def __init__(self, actor: Actor, on: date, known: int | None, said: date | None) -> None:
        self._actor, self._on, self._known, self._said = actor, on, known, said
        self._held = frozenset(registers.reported())
        self._registers: dict[str, Register] = {}
        self._matters: dict[tuple[str, str], Matter] = {}
        self._forces: dict[str, tuple[OfForce, ...]] = {}
        self._measured: dict[str, tuple[Measured, ...]] = {}

    def measured(self, institution: str) -> tuple[Measured, ...]:
        """The figures that a change in percent may be set against."""
        if institution not in self._measured:
            register = self.register(institution)
            self._measured[institution] = claim_measures.measured(register, on=self._on)
        return self._measured[institution]

    def forces(self, theme: Theme) -> tuple[OfForce, ...]:
        """The grades of a subject of every force on record, each with its name."""
        if theme.key not in self._forces:
            bodies = catalogue.bodies()
            self._forces[theme.key] = tuple(
                OfForce(bodies[name].name, grade)
                for name in sorted(self._held)
                if name in bodies and bodies[name].kind == "force" and not bodies[name].invented
                for grade in grades(self.register(name), theme=theme.key)
            )
        return self._forces[theme.key]

    def matter(self, institution: str, theme: Theme) -> Matter:
        """An institution and a theme, read once for every statement about them."""
        key = (institution, theme.key)
        if key not in self._matters:
            self._matters[key] = Matter(
                register=self.register(institution),
                theme=theme,
                names=catalogue.names_of(institution, on=self._on),
                oversight=catalogue.oversight_of(institution, on=self._on),
            )
        return self._matters[key]

    def institution_of(self, body: str | None) -> str | None:
        """The institution of which we hold a record: itself, or the one that it oversees."""
        if body in self._held:
            return body
        overseen = (o.institution for o in catalogue.oversight() if o.body == body)
        return next((name for name in overseen if name in self._held), None)

    def graded_in(self, sentence: str, institution: str) -> str | None:
        """Whose grade a sentence gives: of a regional unit or a region where it says so.

        None where it names such a body and our record has not exactly one.
        """
        kind = "regional-unit" if _UNIT.search(sentence) else ""
        kind = kind or ("region" if _REGION.search(sentence) else "")
        if not kind:
            return institution
        bodies = catalogue.bodies()
        found = [n for n in sorted(self._held) if n in bodies and bodies[n].kind == kind]
        return found[0] if len(found) == 1 else None

    def named_most(self, text: str) -> str | None:
        """The institution that the text names most, itself or by who oversees it."""
        lower = text.lower()
        counted = Counter(
            {name: sum(map(lower.count, words)) for name, words in self._names().items()}
        )
        found = counted.most_common(1)
        return found[0][0] if found and found[0][1] else None

    def named_at_head(self, text: str) -> str | None:
        """The one institution that lines without a sentence name before the first sentence.

        Whose statement it is stands there; a sentence below may be about another body.
        """
        named: set[str] = set()
        for line in itertools.islice(filter(None, text.lower().splitlines()), MOST_HEAD_LINES):
            if _SENTENCE_END.search(line):
                break
            named |= {n for n, words in self._names().items() if any(w in line for w in words)}
        return named.pop() if len(named) == 1 else None

    def _names(self) -> dict[str, frozenset[str]]:
        """Each institution, in a fixed order, with the words that name it or who oversees it."""
        bodies = catalogue.bodies()
        found = {}
        for name in sorted(self._held):
            around = (name, catalogue.oversight_of(name, on=self._on) or "")
            known = [bodies[body] for body in around if body in bodies]
            found[name] = frozenset(
                w.lower() for b in known for w in (b.name, b.short, *b.aliases) if w
            )
        return found

    def register(self, institution: str) -> Register:
        """What the actor may see of an institution at these dates."""
        if institution not in self._registers:
            self._registers[institution] = registers.register(
                institution,
                valid=self._on,
                known=self._known,
                said=self._said,
                actor=self._actor,
            )
        return self._registers[institution]

    def theme(self, institution: str, text: str) -> Theme:
        """The subject of our record that the text names most; else the one last found."""
        regime = catalogue.regime_of(institution, on=self._on)
        keys = dict.fromkeys(
            f.theme for f in self.register(institution).of(FindingPublished) if f.theme
        )
        lower = text.lower()
        themes = [regime.theme(key) for key in keys]
        return max(
            reversed(themes),
            key=lambda theme: max(lower.count(theme.words.lower()), lower.count(theme.short)),
            default=Theme("", "this", "this"),
        )
