"""Which body a passage means: the one it names, or the one that "the force" and "it" stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Body, Mention
from answerable.reading.layout.canonical_text import Block
from answerable.reading.material import Material
from answerable.reading.subject_body import inspected

THE_BODY = re.compile(
    r"\b(?:[Tt]he (?:force|service|constabulary|trust|hospital|council|local authority|authority"
    r"|school|provider|organisation|partnership|unit)\b(?! of\b)|[Tt]his (?:force|service|trust)"
    r"|[Ii]t\b|[Ii]ts\b|[Tt]hey\b|[Oo]ur force\b)"
)


@dataclass(frozen=True, slots=True)
class Named:
    """The body that a statement belongs to, and how it is known."""

    body: Body
    span: tuple[int, int] | None
    inferred: str | None = None


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
    said = material.text[material.canonical.blocks[passage.block].start : passage.start]
    if said.strip() and THE_BODY.search(said) is None:
        return None  # "The ward was inspected in May. It was rated good": the ward, whose it is
    if not opens or before.kind not in ("paragraph", "item", "heading"):
        return None
    return _only(inspected(material.within(before.start, before.end)), "named just before")


def _only(named: Sequence[Mention], note: str) -> Named | None:
    """The one body that a stretch of text names, or None."""
    bodies = {one.body for one in named}
    return Named(bodies.pop(), None, note) if len(bodies) == 1 else None


_OPENS = 40  # characters: "it" or "the force" opens the sentence


_COMPARED = re.compile(
    r"\b(?:compar\w+ (?:\w+ ){0,2}(?:with|to)|unlike|like|than|against|beside|near|next to"
    r"|neighbour(?:ing)?,?) (?:the )?$",
    re.IGNORECASE,
)


def compared(text: str, at: int) -> bool:
    """Whether the body named at a place only stands beside another: "unlike …", "worse than …"."""
    return _COMPARED.search(text, max(at - 34, 0), at) is not None


def by_default(material: Material, passage: Passage) -> Named | None:
    """The subject body, where the block names no other and the document has one subject."""
    block = material.canonical.blocks[passage.block]
    around = {
        one.body
        for one in inspected(material.within(block.start, passage.start))
        if not compared(material.text, one.start)
    }
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
        if one.body != subject and not compared(material.text, one.start)
    }
    return nearby if nearby & material.named_in_full else set()
