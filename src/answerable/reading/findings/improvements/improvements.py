"""Areas for improvement told in prose: "X is an area for improvement", "… is the following".

What is said to be one stands in the same sentence, before it ("X, and we have made this an area
for improvement") or behind it ("As an area for improvement, it should …"), or in the one above.
"""

from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.findings.duties.duty_records import body
from answerable.reading.findings.duties.duty_words import bare
from answerable.reading.findings.improvements import improvement_forms as form
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_LEAST = 25  # characters


def improvement(material: Material, place: int, passage: Passage, words: str) -> Iterator[Record]:
    """The sentence that says so, or the one that it announces."""
    if passage.kind in ("heading", "row") or passage.section == "definitions":
        return
    above = material.passages[place - 1] if place else None
    if words.startswith("So ") and above is not None:
        yield from _so_too(material, above, passage, words)
    elif not any(name in words for name in form.NAMES):
        return
    elif form.NEXT.search(words):
        if place + 1 < len(material.passages):
            after = material.passages[place + 1]
            if after.kind not in ("heading", "row") and after.end - after.start > _LEAST:
                yield _record(material, after, after.body)
    elif (beside := _beside(words)) is not None:
        yield _part(material, passage, *beside)
    else:
        yield from _is_one(material, above, passage, words)


def _beside(words: str) -> tuple[int, int] | None:
    """Where a sentence says what it calls one, before or behind the name."""
    for told in (form.AS_ONE.search(words), form.LISTED.search(words)):
        if told is None or form.DENIED.search(words, 0, told.start("one")):
            continue
        if told.re is form.LISTED or form.SAYS.search(told["one"]):
            return told.span("one")
    return None


def _is_one(
    material: Material, above: Passage | None, passage: Passage, words: str
) -> Iterator[Record]:
    """ "X is an area for improvement", or "This is one", behind the sentence that says what is."""
    match = form.IS_ONE.search(words)
    if match is None or words.endswith(":") or form.THERE.search(words):
        return
    behind = form.BEHIND.search(words)
    parted = behind is not None and behind.start() > _LEAST
    if form.DENIED.search(words, behind.start() if behind is not None and parted else 0):
        return
    if form.BARE.match(words):
        told = ":" in words[match.end() :]  # what is one stands there
        if above is not None and above.block == passage.block and not told:
            yield _record(material, above, above.body)
    elif behind is not None and parted:
        yield _part(material, passage, passage.body - passage.start, behind.start())
    else:
        yield _record(material, passage, passage.body)


def _so_too(material: Material, above: Passage, passage: Passage, words: str) -> Iterator[Record]:
    """ "So is this: it should …", behind a sentence that says that something is one."""
    told = form.SO_TOO.match(words)
    if told is not None and form.IS_ONE.search(material.text, above.start, above.end):
        yield _part(material, passage, *told.span("one"))


def _part(material: Material, passage: Passage, start: int, end: int) -> Record:
    span = bare(material, passage.start + start, passage.start + end)
    return _record(material, replace(passage, end=span[1]), span[0])


def _record(material: Material, passage: Passage, start: int) -> Record:
    given: dict[str, Value] = {}
    named = named_body(material, passage)
    support, inferred = body(given, named, "institution")
    return record(
        "area_for_improvement",
        (start, passage.end),
        "afi.prose.is",
        given=given,
        support=support,
        inferred=inferred,
        weight=86,
    )
