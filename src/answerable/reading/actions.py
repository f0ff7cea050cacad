"""Actions of a meeting: marked lines ("Action: X to …"), agreed in prose, and headed lists."""

import re
from collections.abc import Iterator

from answerable.reading.action_fields import _STARTS, action
from answerable.reading.action_prose import told
from answerable.reading.action_words import DOES, NONE, OWNER, WHO_ONLY
from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record

MARK = re.compile(
    r"(?:^|(?<=[\s(]))(?P<mark>ACTIONS?|Actions?|AGREED ACTION"
    r"|Agreed action)\s*(?P<ref>(?:[Nn]o\.? ?)?"
    r"(?:[A-Z]{0,3}\d[\w/.-]*|[ivx]{1,4}|[A-Z](?=[:.]))?)\s*[:–—-]+\s*(?=\S)"
)
_BARE_MARK = re.compile(rf"(?:^|(?<=\n))(?P<mark>ACTION|Action) (?={OWNER}{DOES})")
_AGREED_THAT = re.compile(
    r"^\W*(?:it was )?(?:agreed|requested|decided|noted) that ", re.IGNORECASE
)
_REF_STARTS = re.compile(
    rf"^(?P<ref>[A-Z]{{0,3}}\d{{1,3}}/\d{{2,4}}[A-Z/]*)\s*[-–:]\s*(?={OWNER}{DOES})"
)


def records(material: Material) -> Iterator[Record]:
    """All actions outside of tables."""
    for passage in material.passages:
        if passage.kind == "row" or passage.section in ("attendance", "apologies", "definitions"):
            continue
        words = material.text[passage.start : passage.end]
        marked = list(_marks(words)) or [one for one in [_REF_STARTS.match(words)] if one]
        if marked:
            yield from _marked(material, passage, words, marked)
        elif passage.section == "actions" and passage.kind != "heading":
            yield from _headed(material, passage)
        elif material.profile.type in ("minutes", "other", "decision"):
            yield from told(material, passage, words)


def _marks(words: str) -> Iterator[re.Match[str]]:
    yield from MARK.finditer(words)
    if not MARK.search(words):
        yield from _BARE_MARK.finditer(words)


def _marked(
    material: Material, passage: Passage, words: str, marked: list[re.Match[str]]
) -> Iterator[Record]:
    pieces = []
    for place, mark in enumerate(marked):
        stop = marked[place + 1].start() if place + 1 < len(marked) else len(words)
        pieces.append((mark, words[mark.end() : stop]))
    if not pieces:
        return
    first = pieces[0]
    if WHO_ONLY.fullmatch(first[1].strip(" .()[]")):
        span = _before(material, passage, first[0].start())
        if span is not None:
            yield action(
                material,
                passage,
                span,
                "action.marked-after",
                owner=first[1].strip(" .()[]"),
                ref=(first[0].groupdict().get("ref") or "").strip() or None,
                weight=88,
            )
        pieces = pieces[1:]
    for place, (mark, body) in enumerate(pieces):
        if NONE.match(body) or len(body.strip()) < 8 or WHO_ONLY.fullmatch(body.strip(" .()[]")):
            continue
        following = pieces[place + 1][1].strip(" .()[]") if place + 1 < len(pieces) else ""
        owner = following if WHO_ONLY.fullmatch(following) else None
        start = passage.start + mark.end()
        agreed = _AGREED_THAT.match(body)
        ref = (mark.groupdict().get("ref") or "").strip() or None
        yield action(
            material,
            passage,
            (start + (agreed.end() if agreed else 0), start + len(body)),
            "action.marked",
            owner=owner,
            ref=ref,
            weight=90,
        )


def _before(material: Material, passage: Passage, at: int) -> tuple[int, int] | None:
    """The words that a bare "Action: CFO" closes: the same sentence, else the one before it."""
    if at > 20:
        return passage.body, passage.start + at
    previous = material.before(passage)
    if previous is None:
        return None
    near = previous.block >= passage.block - 1 and (
        previous.block == passage.block or previous.kind not in ("heading", "row")
    )
    return (previous.body, previous.end) if near and previous.end - previous.start > 20 else None


def _headed(material: Material, passage: Passage) -> Iterator[Record]:
    body = material.text[passage.body : passage.end]
    if NONE.match(body) or len(body) < 12 or material.profile.type == "agenda":
        return
    if _STARTS.match(body) or passage.kind == "item" or passage.body > passage.start:
        yield action(
            material,
            passage,
            (passage.body, passage.end),
            "action.headed",
            owner=None,
            ref=None,
            weight=75,
        )
