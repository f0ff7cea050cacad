"""One document laid out for the rules: passages, bodies, people, speakers, the subject."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from answerable.reading.cells import cell_passages
from answerable.reading.clauses import Passage, passages
from answerable.reading.gazetteer import Body, Gazetteer, Mention
from answerable.reading.headed_bodies import Headed, headed
from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.people import people
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.directory import directory
from answerable.reading.place_names import places
from answerable.reading.profiles import Profile
from answerable.reading.services import service_of, titled
from answerable.reading.speech import Speaker, Speech, attribution, speeches

THE_BODY = re.compile(
    r"\b(?:[Tt]he (?:force|service|constabulary|trust|hospital|council|local authority|authority"
    r"|school|provider|organisation|partnership|unit)\b(?! of\b)|[Tt]his (?:force|service|trust)"
    r"|[Ii]t\b|[Ii]ts\b|[Tt]hey\b|[Oo]ur force\b)"
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the person who hands a document in knows of it; each may be None."""

    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    source: str | None = None
    subject: str | None = None


@dataclass(frozen=True, slots=True)
class Named:
    """The body that a statement belongs to, and how it is known."""

    body: Body
    span: tuple[int, int] | None
    inferred: str | None = None


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
        return tuple(sorted((*named, *places(self.text, named)), key=lambda one: one.start))

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
        return _subject(self)

    @cached_property
    def headed(self) -> Headed:
        """The bodies that headings name, part by part."""
        return headed(self.canonical, self.passages, inspected(self.mentions))

    @cached_property
    def named_in_full(self) -> frozenset[Body]:
        """Bodies that the document names by more than their place."""
        return frozenset(one.body for one in self.mentions if not one.weak)

    @cached_property
    def prison(self) -> bool:
        """A document on outcomes in prisons, by its profile or by whom it speaks of."""
        if self.profile.scale == "hmip-4":
            return True
        return bool(_PRISON.search(self.text) and _OF_PRISONS.search(self.text))

    @cached_property
    def inspectorate(self) -> Body | None:
        """The inspectorate that is named first."""
        return next((one.body for one in self.mentions if one.body.inspects), None)


_ONCE, _LONG = 3, 1200  # the weight of one mention; characters of a document
_PRISON = re.compile(r"\bHM(?:P|YOI)\b")
_OF_PRISONS = re.compile(
    r"\b(?:Inspect(?:orate|ors?) of Prisons|HMI Prisons|[Pp]rison inspectors|[Hh]ealthy prison)\b"
)


def inspected(mentions: Sequence[Mention]) -> list[Mention]:
    """Those bodies that an inspection can be about."""
    return [one for one in mentions if not one.body.inspects and not one.body.oversees]


def _subject(material: Material) -> Body | None:
    title = material.meta.title or material.canonical.title or ""
    service = service_of(material.canonical, material.profile.id, material.gazetteer)
    if service is not None:
        return service
    other = _of_another_sort(material)
    named = inspected(material.gazetteer.mentions(title))
    in_title = {one.body for one in named if not (other and one.weak)}
    if len(in_title) == 1:
        return in_title.pop()
    furniture = [
        (block.start, block.end)
        for block in material.canonical.blocks
        if block.kind == "furniture"
    ]
    counted: Counter[Body] = Counter()
    for one in inspected(material.mentions):
        if one.body.name.startswith("National "):
            continue  # a report to all forces names their council; it is not about it
        if any(start <= one.start < end for start, end in furniture):
            continue
        if other and one.weak:
            continue  # a place alone names its force, and this paper is about no force
        counted[one.body] += (1 if one.weak else 3) + (4 if one.start < 300 else 0)
    if not counted:
        return titled(material.canonical, material.profile.id, material.gazetteer, title)
    ordered = counted.most_common(2)
    if ordered[0][1] <= _ONCE and len(material.text) > _LONG:
        return None  # named once and late, a body is an example and not the subject
    if len(ordered) == 2 and ordered[1][1] * 1.5 > ordered[0][1]:
        strong = [body for body in counted if body.kind in ("force", "fire")]
        return strong[0] if len(strong) == 1 and not other else None
    return ordered[0][0]


# What the head of a paper on a body of another sort says: the force beside it is a partner.
_OTHER_SORT = re.compile(
    r"\b(?:youth (?:justice|offending)|probation|children[’']s (?:services|social care)|hospital"
    r"|nursing home|care home|school|ambulance|local authority|SEND)\b",
    re.IGNORECASE,
)
_HEAD = 300  # characters


def _of_another_sort(material: Material) -> bool:
    """Does the title or the head name a sort of body that is no force and no fire service?"""
    title = material.meta.title or material.canonical.title or ""
    return bool(_OTHER_SORT.search(title) or _OTHER_SORT.search(material.text[:_HEAD]))


def named_body(material: Material, passage: Passage, at: int | None = None) -> Named | None:
    """The institution that a passage is about: named in it, else meant by "the force"."""
    limit = passage.end if at is None else at
    here = inspected(material.within(passage.start, limit))
    if here:
        return Named(here[-1].body, (here[-1].start, here[-1].end))
    after = inspected(material.within(limit, passage.end))
    if after and at is not None and len(after) == 1:
        return Named(after[0].body, (after[0].start, after[0].end))
    return by_default(material, passage)


def _above(material: Material, passage: Passage, referred: re.Match[str] | None) -> Named | None:
    """Without a subject body: the one that the lead-in, the heading or the line above names."""
    if passage.lead is not None and passage.lead.start < passage.start:
        led = inspected(material.within(passage.lead.start, passage.lead.end))
        if led:
            return _only(led, "named in the lead-in")
    titled = inspected(material.gazetteer.mentions(passage.heading))
    if titled:
        return _only(titled, "named in the heading above")
    at = passage.block - 1
    while at >= 0 and material.canonical.blocks[at].kind == "furniture":
        at -= 1
    before = material.canonical.blocks[max(at, 0)]
    opens = referred is not None and referred.start() - passage.start <= _OPENS
    if not opens or before.kind not in ("paragraph", "item", "heading"):
        return None
    return _only(inspected(material.within(before.start, before.end)), "named just before")


def _only(named: Sequence[Mention], note: str) -> Named | None:
    """The one body that a stretch of text names, or None."""
    bodies = {one.body for one in named}
    return Named(bodies.pop(), None, note) if len(bodies) == 1 else None


_OPENS = 40  # characters: "it" or "the force" opens the sentence


def by_default(material: Material, passage: Passage) -> Named | None:
    """The subject body, where the block names no other and the document has one subject."""
    block = material.canonical.blocks[passage.block]
    around = {one.body for one in inspected(material.within(block.start, passage.start))}
    referred = THE_BODY.search(material.text, passage.start, passage.end)
    if around:
        only = len(around) == 1
        return (
            Named(around.pop(), None, "named just before in the same paragraph") if only else None
        )
    subject = material.subject
    part = material.headed.at(passage.start)
    if part is not None and (subject is None or material.headed.several):
        return Named(part.body, (part.start, part.end), "named in the heading above")
    nearby = _nearby(material, block, passage, subject)
    if nearby:
        strong = nearby <= material.named_in_full and len(nearby) == 1
        return Named(nearby.pop(), None, "named by its place just before") if strong else None
    if subject is None:
        return _above(material, passage, referred)
    words = referred.group() if referred else "not named here"
    if not may_mean(words, subject):
        return _of_the_sort(material, words)
    return Named(subject, referred.span() if referred else None, f"{words} = subject body")


# Words that cannot mean a body of that sort: "the service" is no force, "the force" no council.
_NO_FORCE = re.compile(
    r"\b(?:service|trust|hospital|council|local authority|school|provider|unit|partnership)\b",
    re.IGNORECASE,
)
_NO_COUNCIL = re.compile(r"\b(?:force|constabulary|trust|hospital|school)\b", re.IGNORECASE)
_NO_SERVICE = re.compile(r"\b(?:force|constabulary|trust|hospital|school)\b", re.IGNORECASE)


def may_mean(words: str, body: Body) -> bool:
    """Whether "the service", "the force", "the council" can mean a body of that sort."""
    if body.kind == "force":
        return not _NO_FORCE.search(words) or "Service" in body.name
    if body.kind == "fire":
        return not _NO_SERVICE.search(words)
    if body.kind == "council":
        of_all = "Combined" in body.name and words.lower().endswith("service")
        return not (_NO_COUNCIL.search(words) or of_all)
    return True


def _of_the_sort(material: Material, words: str) -> Named | None:
    """The only fire service or the only force that the document names in full, or nobody."""
    sort = {"service": "fire", "force": "force", "constabulary": "force"}.get(
        words.lower().rsplit(" ", 1)[-1]
    )
    named = [body for body in material.named_in_full if body.kind == sort]
    only = len(named) == 1 and sort is not None
    return Named(named[0], None, f"{words} = the only {sort} named in full") if only else None


def _nearby(material: Material, block: Block, passage: Passage, subject: Body | None) -> set[Body]:
    """Bodies that a paragraph names by their place before a sentence, if it names any in full."""
    nearby = {
        one.body
        for one in inspected(material.within(block.start, passage.start, weak=True))
        if one.body != subject
    }
    return nearby if nearby & material.named_in_full else set()
