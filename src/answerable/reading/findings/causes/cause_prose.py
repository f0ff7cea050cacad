"""Causes of concern in prose: told in a sentence, or mentioned and then stated."""

import re
from collections.abc import Iterator
from dataclasses import replace

from answerable.reading.clauses import Passage
from answerable.reading.findings.causes import cause_words as say
from answerable.reading.findings.causes.cause_records import concern
from answerable.reading.findings.falling_short import FALLS_SHORT
from answerable.reading.material import Material
from answerable.reading.modals import MAY
from answerable.reading.records import Record

NO_CONCERN = re.compile(
    r"\W*(?:Recommendations?|Published|Within|By|To address|We recommend|Contents|Page|See)\b"
)


def told(
    material: Material, place: int, passage: Passage, words: str
) -> tuple[int, Record] | None:
    """A concern told in a sentence, with the place of the sentence that states it."""
    if words.endswith((":", "?")) or say.DEFINES.search(words):
        return None
    if not say.OF_CONCERN.search(words):
        return _ordinal(material, place, passage, words)
    inspection = material.profile.type.startswith("inspection")
    opens = say.OPENS_LETTER.search(words) is not None
    mentioned = say.MENTIONED.search(words) is not None and not say.CLOSED.search(words)
    match = say.told(words, inspection=inspection)
    if mentioned and (opens or match is None) and (inspection or opens):
        stated = _stated_next(material, place)
        if stated is not None:
            at, after = stated
            return at, concern(
                material, after, after.body, "cause.announced", before=words, weight=82
            )
    if match is None or (
        _THERE.search(words[: match.end()]) and len(words) - match.end() <= _TAIL
    ):  # "There was a cause of concern.": which, it does not say
        return _ordinal(material, place, passage, words)
    if say.BARE.match(words) and place:
        above = material.passages[place - 1]
        if above.block == passage.block and above.kind == passage.kind:
            return place, concern(material, above, above.body, "cause.prose", weight=65)
    own = _clause(passage, words, match)
    if not inspection:
        own = _reason(own, words, match)
    return place, concern(material, own, own.body, "cause.prose", before=words, weight=65)


# "…, the letter said that the handling of missing children was a cause of concern": the clause.
_SAYS = re.compile(
    r"\b(?:said|says|told|found|reported|wrote|warned|announced|confirmed|added|noted)\b"
    r"[^.;]{0,70}? that (?=[^.;]*$)|, when (?=[^,.;]{3,60}$)"
)


def _clause(passage: Passage, words: str, match: re.Match[str]) -> Passage:
    """What "is a cause of concern", without who said so; else the sentence."""
    says = list(_SAYS.finditer(words[: match.start()]))
    if match.re is not say.IS_ONE or not says:
        return passage
    rest = words[match.end() :]
    end = passage.end if len(rest) > _TAIL else passage.start + match.end() + _quotes(rest)
    start = passage.start + says[-1].end()
    return replace(passage, start=start, body=start, end=end)


_THERE = re.compile(r"\bthere (?:is|was|has been|had been) an? (?:\w+ )?\W*cause", re.IGNORECASE)
_REASON = re.compile(r"(?:because|that|as|,? namely|: ?that|:) (?=[a-z])")


def _reason(passage: Passage, words: str, match: re.Match[str]) -> Passage:
    """ "… issued a cause of concern because staff are afraid": the clause, where it states one."""
    term = say.OF_CONCERN.search(words, match.start())
    if term is None or passage.end - passage.start < len(words):
        return passage
    reason = _REASON.search(words, term.end(), min(len(words), term.end() + 60))
    if reason is None or not FALLS_SHORT.search(words, reason.end()):
        return passage
    start = passage.start + reason.end()
    return replace(passage, start=start, body=start)


def _quotes(rest: str) -> int:
    return len(rest) - len(rest.lstrip("”’\"'"))


_TAIL = 3  # characters behind the term that say nothing more


def several(
    material: Material, place: int, passage: Passage, words: str
) -> Iterator[tuple[int, Record]]:
    """ "These are causes of concern": each sentence before it that says what falls short."""
    if not say.BARE_MANY.match(words):
        return
    for at in range(place - 1, max(place - 5, -1), -1):
        above = material.passages[at]
        said = material.text[above.start : above.end]
        if above.kind in ("heading", "row") or not FALLS_SHORT.search(said):
            return
        if len(said) > _LEAST and not NO_CONCERN.match(said):
            yield at, concern(material, above, above.body, "cause.these", weight=84)


_LEAST = 25


def standing(material: Material) -> dict[int, Record]:
    """ "The cause of concern about X is closed", where the document states none of its own."""
    found: dict[int, Record] = {}
    for place, passage in enumerate(material.passages):
        words = material.text[passage.start : passage.end]
        match = say.STANDING.match(words) if passage.kind not in ("heading", "row") else None
        if match is None or _OR_NOT.search(words):
            continue
        state = match["state"].lower()
        given = {"closed": "closed", "discharged": "discharged", "superseded": "superseded",
                 "lifted": "closed", "removed": "closed"}.get(state, "open")  # fmt: skip
        made = concern(material, passage, passage.body, "cause.standing", weight=60)
        found[place] = replace(made, fields={**made.fields, "disposition": given})
    return found


_OR_NOT = re.compile(rf"\b(?:if|unless|until|when|{MAY}|might|could|not)\b", re.IGNORECASE)


def _stated_next(material: Material, place: int) -> tuple[int, Passage] | None:
    """The sentence that says what is wrong, next to the one that mentions a concern."""
    for at in (place + 1, place + 2):
        if at >= len(material.passages):
            return None
        after = material.passages[at]
        words = material.text[after.start : after.end]
        if after.kind in ("heading", "row", "item", "key_value") or words.endswith((":", "?")):
            return None
        if NO_CONCERN.match(words) or re.match(r"\W*(?:We|Our|I)\b", words):
            continue
        if FALLS_SHORT.search(words) and len(words) > 30 and not say.CLOSED.search(words):
            return at, after
    return None


def _ordinal(
    material: Material, place: int, passage: Passage, words: str
) -> tuple[int, Record] | None:
    """ "The first relates to …", after a sentence that counts the concerns."""
    ordinal = say.ORDINAL.match(words)
    if ordinal is None or _DONE.search(words):
        return None
    for above in material.passages[max(0, place - 3) : place]:
        if say.COUNTED.search(material.text[above.start : above.end]):
            return place, concern(
                material, passage, passage.body, "cause.ordinal", theme=ordinal["what"], weight=64
            )
    return None


_DONE = re.compile(rf"{say.CLOSED.pattern}|\bmet\b|\bprogress\b", re.IGNORECASE)


_STEM = 5  # letters: "attend" and "attendance" are of one matter
_WORD = re.compile(r"[a-z]{4,}")


_COMMON_WORDS = (
    "cause concern about raised issued identified inspectors inspectorate report found service"
    " force police constabulary with that have this from been which also"
)


_COMMON = frozenset(_COMMON_WORDS.split())


def distinct(found: dict[int, Record]) -> Iterator[tuple[int, Record]]:
    """Each concern once: a later sentence that says nothing new is no other concern."""
    seen: list[set[str]] = []
    for place, one in sorted(found.items(), key=lambda pair: (-pair[1].weight, pair[0])):
        theme = one.fields.get("theme")
        found_words = set(_WORD.findall(str(theme or "").lower())) - _COMMON
        words = {word[:_STEM] for word in found_words}
        if words and any(len(words & other) * 2 >= len(words) for other in seen):
            continue
        seen.append(words)
        yield place, one
