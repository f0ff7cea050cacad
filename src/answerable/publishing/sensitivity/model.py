"""What the check is given and what it answers: passages, subjects, known numbers, held words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from answerable.publishing.sensitivity.plain import plain
from answerable.vocabulary.refusal import Refusal

PEOPLE = (
    "UK GDPR and Data Protection Act 2018; anonymity of victims, witnesses and children, "
    "to be confirmed by a lawyer"
)
LAW_ENFORCEMENT = (
    "Freedom of Information Act 2000 s.31 (law enforcement), to be confirmed by a lawyer"
)


class HeldBack(Refusal):
    """Something that must not be published as it stands."""

    code = "held_back"

    def __init__(self, sentence: str, *, found: "Sequence[Held]" = (), about: str = "") -> None:
        """`found` is all that is held, of the record of the institution that it is `about`."""
        super().__init__(sentence)
        self.found, self.about = tuple(found), about

    @property
    def lines(self) -> tuple[str, ...]:
        """For whoever sits at the machine: each passage with its words, and the way to release."""
        if not self.found:
            return ()
        return (
            *dict.fromkeys(f"held  {one.where}: “{one.words}”" for one in self.found),
            "To release what may be public, put those passages into a text file, one a line, and: "
            f"answerable release-text FILE --about {self.about or 'BODY'} --reason WHY",
        )


@dataclass(frozen=True, slots=True)
class Passage:
    """A text about to be published: where it stands, its day if known, and what surrounds it."""

    where: str
    text: str
    on: str | None = None
    around: str = ""


@dataclass(frozen=True, slots=True)
class Subject:
    """A thing whose number is restricted, with the words that name it and the legal ground.

    `elsewhere` are words of another field of work, in which its number is harmless, unless a
    word of `context` stands there too. `loose` are everyday words that mean it as well, unless
    a word begun as in `loose_elsewhere` stands in the sentence, or as in `loose_beside` near by.
    """

    key: str
    words: str
    ground: str
    terms: tuple[str, ...]
    named: bool = False
    elsewhere: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()
    loose_elsewhere: tuple[str, ...] = ()
    loose_beside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Subjects:
    """Restricted subjects; units of staff; names of bodies and places, which name no group."""

    counted: tuple[Subject, ...] = ()
    units: tuple[Subject, ...] = ()
    names: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Known:
    """A restricted number that our record holds: what it is, and its value."""

    words: str
    value: float


@dataclass(frozen=True, slots=True)
class Held:
    """Words that are held: what they are, where they stand, why, and on which ground."""

    what: str
    where: str
    words: str
    why: str
    ground: str

    @property
    def digest(self) -> str:
        """The name by which a release is recorded: of the words, whatever their spacing."""
        return sha256(" ".join(plain(self.words).casefold().split()).encode()).hexdigest()

    @property
    def sentence(self) -> str:
        """For a person: what, where, why, ground. The words themselves are not repeated."""
        return f"{self.where}: {self.what} is held. {self.why} Ground: {self.ground}."


def subjects(rows: Iterable[Mapping[str, Any]], *, units: bool = False) -> tuple[Subject, ...]:
    """Subjects of a data file; exact keys, at least one term each."""
    made = []
    for row in rows:
        needed = {"key", "words", "ground", "terms"}
        more = {"named", "elsewhere", "context", "loose", "loose_elsewhere", "loose_beside"}
        allowed = needed if units else needed | more
        if needed - set(row) or set(row) - allowed or not row["terms"]:
            name = str(row.get("key", "?"))[:40]
            raise HeldBack(f"The sensitive subject “{name}” has keys missing, unknown or empty.")
        made.append(
            Subject(
                key=row["key"],
                words=row["words"],
                ground=row["ground"],
                terms=tuple(row["terms"]),
                named=bool(row.get("named", False)),
                elsewhere=tuple(row.get("elsewhere", ())),
                context=tuple(row.get("context", ())),
                loose=tuple(row.get("loose", ())),
                loose_elsewhere=tuple(row.get("loose_elsewhere", ())),
                loose_beside=tuple(row.get("loose_beside", ())),
            )
        )
    return tuple(made)
