"""One document laid out for the rules: passages, bodies, people, speakers, the subject."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from answerable.reading.cells import cell_passages
from answerable.reading.clauses import Passage, passages
from answerable.reading.gazetteer import Body, Gazetteer, Mention
from answerable.reading.grade_keys import key_of
from answerable.reading.headed_bodies import Headed, headed
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.people import people
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.directory import directory
from answerable.reading.place_names import of_another, places
from answerable.reading.profiles import Profile
from answerable.reading.speech import Speaker, Speech, attribution, speeches
from answerable.reading.subject_body import inspected, subject_of
from answerable.reading.worded import worded


@dataclass(frozen=True, slots=True)
class Meta:
    """What the person who hands a document in knows of it; each may be None."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    subject: str | None = None


@dataclass(frozen=True)
class Material:
    """Everything that a rule may look at. Offsets are of `canonical.text`."""

    canonical: CanonicalText
    profile: Profile
    gazetteer: Gazetteer
    meta: Meta

    @cached_property
    def text(self) -> str:
        return self.canonical.text

    @cached_property
    def lowered(self) -> str:
        """The text in small letters, letter for letter, for patterns that heed no case."""
        lowered = self.text.lower()
        if len(lowered) == len(self.text):
            return lowered
        return "".join(one.lower() if len(one.lower()) == 1 else one for one in self.text)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        return passages(self.canonical, self.profile.headings)

    @cached_property
    def cells(self) -> tuple[Passage, ...]:
        """The sentences of table cells, in order."""
        rows = {one.block: one for one in self.passages if one.kind == "row"}
        return tuple(cell_passages(self.canonical, rows))

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        named = self.gazetteer.mentions(self.text)
        found = (*named, *places(self.text, named))
        meant = (one for one in found if not of_another(self.text, one))
        return tuple(sorted(meant, key=lambda one: one.start))

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        return people.sightings(self.canonical, (*self.passages, *self.cells))

    @cached_property
    def directory(self) -> dict[str, str]:
        return directory(self.sightings)

    @cached_property
    def roles(self) -> dict[str, str]:
        """Full name to the post first given for it."""
        found: dict[str, str] = {}
        for one in self.sightings:
            if one.role and found.get(one.name, "Councillor") in ("Councillor", "Cllr"):
                found[one.name] = " ".join(one.role.split())
        return found

    @cached_property
    def _first_of_block(self) -> dict[int, Passage]:
        found: dict[int, Passage] = {}
        for passage in self.passages:
            found.setdefault(passage.block, passage)
        return found

    def before(self, passage: Passage) -> Passage | None:
        """The passage that ends last before this one."""
        place = bisect_left(self._passage_starts, passage.start)
        return self.passages[place - 1] if place else None

    def after(self, passage: Passage) -> Passage | None:
        """The passage that begins first behind this one."""
        place = bisect_right(self._passage_starts, passage.start)
        return self.passages[place] if place < len(self.passages) else None

    def around(self, at: int) -> Passage:
        """The passage that holds a place, or the last before it."""
        return self.passages[max(bisect_right(self._passage_starts, at) - 1, 0)]

    @cached_property
    def _passage_starts(self) -> list[int]:
        return [one.start for one in self.passages]

    def passage_of(self, block: int) -> Passage:
        """The first passage of a block."""
        if block in self._first_of_block:
            return self._first_of_block[block]
        one = self.canonical.blocks[block]
        return Passage(one.start, one.end, one.start, block, one.kind, "", "")

    @cached_property
    def speeches(self) -> tuple[Speech, ...]:
        return speeches(self.canonical, self.directory)

    @cached_property
    def _starts(self) -> list[int]:
        return [one.start for one in self.mentions]

    @cached_property
    def _speech_starts(self) -> list[int]:
        return [one.start for one in self.speeches]

    def within(self, start: int, end: int, *, weak: bool = False) -> tuple[Mention, ...]:
        """Bodies named in a stretch of text, in order."""
        found = self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        return tuple(one for one in found if weak or not one.weak)

    def speech_at(self, start: int, end: int) -> Speech | None:
        """The quotation that holds most of a stretch, if one does."""
        place = bisect_right(self._speech_starts, start + 2) - 1
        for speech in self.speeches[max(place, 0) : place + 3]:
            overlap = min(end, speech.end) - max(start, speech.start)
            if overlap > 0.5 * (end - start):
                return speech
        return None

    def speaker(self, passage: Passage) -> Speaker | None:
        """Who says a passage: its quotation's speaker, or the one it names as saying it."""
        speech = self.speech_at(passage.start, passage.end)
        if speech is not None:
            return speech.speaker
        return attribution(self.text[passage.start : passage.end], self.directory, None)

    @cached_property
    def subject(self) -> Body | None:
        """The body that "the force" means, or None where the document names several."""
        if self.meta.subject:
            known = self.gazetteer.by_name(self.meta.subject)
            return known or Body(self.meta.subject, None, "")
        return subject_of(
            self.canonical,
            title=self.meta.title or self.canonical.title or "",
            profile=self.profile.id,
            gazetteer=self.gazetteer,
            mentions=self.mentions,
        )

    @cached_property
    def headed(self) -> Headed:
        """The bodies that headings name, part by part."""
        return headed(self.canonical, self.passages, inspected(self.mentions))

    @cached_property
    def named_in_full(self) -> frozenset[Body]:
        """Bodies that the document names by more than their place."""
        return frozenset(one.body for one in self.mentions if not one.weak)

    @cached_property
    def grade_key(self) -> dict[str, str]:
        """Letters that the document says stand for grades."""
        return key_of(self.text)

    @cached_property
    def prison(self) -> bool:
        """A document on outcomes in prisons, by its profile or by whom it speaks of."""
        if self.profile.scale == "hmip-4":
            return True
        if "inspect" in self.lowered and _A_PRISON.search(self.text):
            return True
        return bool(_PRISON.search(self.text) and _OF_PRISONS.search(self.text))

    @cached_property
    def progress(self) -> bool:
        """A paper on progress since an inspection, which judges it by a scale."""
        return "progress" in self.lowered and _OF_PROGRESS.search(self.text) is not None

    @cached_property
    def inspectorate(self) -> Body | None:
        """The inspectorate that is named first."""
        return next((one.body for one in self.mentions if one.body.inspects), None)


_PRISON = worded("HMP|HMYOI|jail|prison", r"\bHM(?:P|YOI)\b|\b(?:prison|jail)\b")
# One prison by its name, or as what a paper is about.
_A_PRISON = worded(
    "HMP|HMYOI| Prison|he jail|he prison|this jail|this prison",
    r"\bHM(?:P|YOI)(?:/(?:HM)?YOI)? [A-Z]|\bHM Prison [A-Z]|\b[A-Z][a-z]+ Prison\b"
    r"|\b(?:[Tt]he|this) (?:prison|jail)\b",
)
_OF_PROGRESS = re.compile(
    r"\b(?:[Rr]eviews? of progress|[Pp]rogress (?:review|visit|judge?ment)s?|[Mm]onitoring visits?"
    r"|no meaningful progress)\b"
)
_OF_PRISONS = re.compile(
    r"\b(?:[Ii]nspect(?:orate|ors?) of [Pp]risons|HMI Prisons|[Pp]rison inspectors"
    r"|[Hh]ealthy prison)\b"
)
