"""The cues of a passage: its words, stems and classes of words, its neighbours, and its place.

A name, a number or an abbreviation counts as one, whichever it is, so that nothing is learnt of a
place, a person or a sum. Cues stand in groups; a group weighs the same however many cues it has,
so that a long passage above does not drown the passage's own words.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import Span
from answerable.reading.likeness.sorts import OTHER, Word, words
from answerable.reading.material import Material
from answerable.reading.modals import obliged

MOST_WORDS, MOST_LEAD, MOST_HEADING, MOST_BEFORE, MOST_AFTER = 60, 40, 15, 25, 20
_OPENING = 3
_REACH = 40
_SAYS = re.compile(
    r"\b(?:said|says|say|told|tells|recommend\w*|advi[sc]\w+|asked|asks|wants?|wanted|propos\w+"
    r"|thinks?|urge\w*|call\w*|agreed|promised|undertook|according)\b"
)
_LONGEST, _STEP = 6, 6
_QUARTERS = 4

Part = tuple[str, Collection[str] | Collection[tuple[str, ...]]]
"""What cues are cues of (`w` a word, `b` two in a row …), and the words; `""`: cues spelled whole.

Words stay as they are, since most of the time of a reading went into spelling them."""
Group = tuple[float, tuple[Part, ...]]
"""What a group weighs, and its cues."""


def spelled(parts: Iterable[Part]) -> frozenset[str]:
    """Each cue as a file of weights has it: `w=rota`, `b=the rota`."""
    return frozenset(
        f"{name}{'=' if name else ''}{one if isinstance(one, str) else ' '.join(one)}"
        for name, keys in parts
        for one in keys
    )


@dataclass(frozen=True)
class Surroundings:
    """A document's passages in their order, for what stands before and behind each."""

    material: Material
    passages: Sequence[Passage]

    @cached_property
    def _words(self) -> list[tuple[Word, ...]]:
        text = self.material.text
        return [words(text[one.body : one.end]) for one in self.passages]

    def cues(self, nth: int) -> tuple[Group, ...]:
        """The groups of cues of the passage at place `nth`."""
        text, passage = self.material.text, self.passages[nth]
        before = self.passages[nth - 1] if nth else None
        last = nth + 1 == len(self.passages)
        header = self.material.canonical.blocks[passage.block].header
        seen = self._words[nth][:MOST_WORDS]
        above = self._words[nth - 1][-MOST_BEFORE:] if nth else ()
        below = () if last else self._words[nth + 1][:MOST_AFTER]
        return (
            (1.0, _own([one.plain for one in seen])),
            (0.6, (("z", {one.stem for one in seen}),)),
            (0.6, _classes([one.sort for one in seen])),
            (0.5, (("", _duty(text[passage.body : passage.end])),)),
            (0.4, _lead(_of(text, passage.lead))),
            (0.4, _bag("h", passage.heading, MOST_HEADING)),
            (0.3, (("p", {one.plain for one in above}),)),
            (0.3, (("n", {one.plain for one in below}),)),
            (0.25, _bag("d", self._title, MOST_AFTER)),
            (0.3, _bag("c", "\n".join(header) if header else "", MOST_LEAD)),
            (0.4, self._place(passage, before, None if last else self.passages[nth + 1], seen)),
        )

    @cached_property
    def _title(self) -> str:
        return self.material.meta.title or self.material.canonical.title or ""

    def _place(
        self,
        passage: Passage,
        before: Passage | None,
        after: Passage | None,
        seen: Sequence[Word],
    ) -> tuple[Part, ...]:
        text, profile = self.material.text, self.material.profile
        block = self.material.canonical.blocks[passage.block]
        first = before is None or before.block != passage.block
        last = after is None or after.block != passage.block
        above = text[before.body : before.end][-1:] if before is not None else ""
        end = text[passage.end - 1 : passage.end]
        own = (
            f"listed={passage.body > passage.start}",
            f"length={min(len(seen) // _STEP, _LONGEST)}",
            f"mark={_mark(text[passage.start : passage.body])}",
            f"end={'x' if end.isalnum() else end}",
            f"capital={text[passage.body : passage.body + 1].isupper()}",
            f"above={above}",
            f"quarter={_QUARTERS * passage.start // max(len(text), 1)}",
        )
        media = self.material.canonical.media_type
        document = f"profile={profile.id}", f"type={profile.type}", f"media={media}"
        shared = _shared(passage.section, passage.kind, block.kind, block.level, (first, last))
        return ("", own), ("", document), ("", shared)


@lru_cache(maxsize=1024)  # most passages of a document stand in few such places
def _shared(
    section: str, kind: str, block: str, level: int, edges: tuple[bool, bool]
) -> frozenset[str]:
    first, last = edges
    return frozenset(
        (
            f"section={section}",
            f"kind={kind}",
            f"place={section}/{kind}",
            f"first={first}",
            f"last={last}",
            f"level={level}",
            f"block={block}",
            f"alone={block}/{first}/{last}",
        )
    )


def _own(own: list[str]) -> tuple[Part, ...]:
    edges = [f"s{place}={one}" for place, one in enumerate(own[:_OPENING])]
    edges.extend(f"e={one}" for one in own[-1:])
    return ("w", set(own)), ("b", set(pairwise(own))), ("", edges)


def _classes(sorts: list[str]) -> tuple[Part, ...]:
    """Classes, two in a row, and how it begins; words of no class in a row count as one."""
    own: list[str] = []
    for one in sorts:
        if one != OTHER or own[-1:] != [OTHER]:
            own.append(one)
    begins = f"k3={' '.join(own[:3])}", f"k4={' '.join(own[:4])}"
    return ("k", set(own)), ("kk", set(pairwise(own))), ("", begins)


def _duty(text: str) -> frozenset[str]:
    """Of each duty that is stated: its verb, who has it, what is to be done and who says so."""
    found: set[str] = set()
    for one in obliged(text):
        first, last = one.who
        who = words(f"x {text[first:last]}")[1:]
        found.add(f"o={one.modal.lower()}")
        found.update(
            f"od={done.plain}"
            for done in words(f"x {text[one.end : one.end + _REACH].lstrip()}")[1:2]
        )
        found.update((f"oa={who[0].plain}", f"oz={who[-1].plain}", f"ok={who[-1].sort}"))
        says = _SAYS.search(text, 0, first)
        found.add(f"os={says.group() if says else None}")
        found.add(f"of={not text[:first].strip()}")
    return frozenset(found or ("o=no",))


@lru_cache(maxsize=256)
def _lead(text: str) -> tuple[Part, ...]:
    lead = [one.plain for one in words(text)[:MOST_LEAD]]
    return ("l", frozenset(lead)), ("m", frozenset(pairwise(lead)))


@lru_cache(maxsize=256)  # the same heading, title and header stand over many passages
def _bag(name: str, text: str, most: int) -> tuple[Part, ...]:
    return ((name, frozenset([one.plain for one in words(text)[:most]])),)


@lru_cache(maxsize=256)
def _mark(text: str) -> str:
    """The form of a bullet or number: `#.` for "12.", `(a)` for "(c)"."""
    return re.sub(r"[a-z]", "a", re.sub(r"\d+", "#", text.strip()))


def _of(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span is not None else ""
