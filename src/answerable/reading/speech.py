"""Who is speaking: quoted words and the person that they belong to."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.roles import NAME, PREFIX, SURNAME, TITLE, is_name
from answerable.reading.worded import worded

SAID = (
    r"(?:said|says|added|adds|told|tells|explained|explains|insisted|stated|states|commented"
    r"|expressed|continued|stressed|warned|claimed|confirmed|acknowledged|admitted|wrote|responded"
    r"|replied|concluded|argued|pledged|promised|vowed|announced|noted|thanked|praised|welcomed"
    r"|described|accepted|apologised|assured|reported|advised|recognised|outlined|emphasised)"
)
_OPEN, _CLOSE = '“"‘', '”"'
TITLED = rf"(?:{TITLE}|(?:Cllr|Coun|Councillor)\.?)"
"""How somebody is called before a surname alone, councillors too."""
_WHO = (
    rf"(?:(?P<role>{PREFIX}),? )?(?:(?P<title>{TITLED}) (?P<surname>{SURNAME})(?! [A-Z])"
    rf"|(?P<name>{NAME}))"
)
_SAYS = re.compile(rf"\b(?=[a-z]){SAID}\b|[’']s (?:comments?|response|reply|statement|remarks)\b")
BEFORE = re.compile(
    rf"{_WHO}(?:, [^.\"“”\n]{{2,120}},| [A-Z]{{2,5}}"
    rf"|, (?!who\b|which\b|and\b)[^.,:\"“”\n]{{2,120}}(?= {SAID}(?::|\s*$))"
    rf"| (?:of|from|at) (?:the )?[A-Z][\w’']+(?: [A-Z][\w’']+){{0,4}})?"
    rf",? (?:also |has |have |had |today |has today )*{SAID}\b"
)
# "noted that Mrs Woods had resigned": she is spoken of, and does not speak.
AFTER = re.compile(rf"{SAID} (?:the |[Oo]ur )?(?:(?!that )[A-Za-z’']+ ){{0,3}}?{_WHO}")
ROLE_SAID = worded(
    "CC |Chair |Chairman |Chief Constable |Chief Fire Officer "
    "|Chief Fire officer |Chief constable |Chief fire Officer "
    "|Chief fire officer |Commissioner |Force |Inspectorate |chair |chairman "
    "|chief Constable |chief Fire Officer |chief Fire officer |chief constable "
    "|chief fire Officer |chief fire officer |force |inspectorate ",
    rf"(?:[Tt]he )?(?P<role>PCC|PFCC|(?:Police and Crime )?Commissioner|[Cc]hief [Cc]onstable"
    rf"|T/CC|CC|DCC|ACC|[Cc]hief [Ff]ire [Oo]fficer|[Ii]nspectorate|[Ff]orce|[Cc]hair(?:man)?)"
    rf" (?:also |then |further |has |had )*{SAID}\b",
)
ROLE_COMMENTS = worded(
    "comment|remarks|reply|response|statement",
    r"(?:[Tt]he )?(?P<role>PCC|(?:Police and Crime )?Commissioner|[Cc]hief [Cc]onstable"
    r"|[Cc]hief [Ff]ire"
    r" [Oo]fficer|[Ff]orce)[’']s (?:comments?|response|reply|statement|remarks)\b[^.]{0,80}:\s*$",
)
PRONOUN = re.compile(rf"\b(?:[Hh]e|[Ss]he|[Tt]hey) (?:also |further |has |then )*{SAID}\b")
SAID_PRONOUN = re.compile(rf"\b{SAID} (?:he|she|they)\b")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose words they are. Either may be None; `stated` is False where carried over."""

    name: str | None
    role: str | None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Speech:
    """A stretch inside quotation marks, the marks left out."""

    start: int
    end: int
    speaker: Speaker | None


def quoted(text: str, block: Block) -> Iterator[tuple[int, int, bool]]:
    """Spans between double quotation marks (or long single ones); True = left open."""
    at = block.start
    while at < block.end:
        opening = _find(text, at, block.end, '“"')
        single = _single(text, at, opening if opening >= 0 else block.end)
        if single is not None:
            yield single[0], single[1], False
            at = single[1] + 1
            continue
        if opening < 0:
            return
        closing = _find(text, opening + 1, block.end, '”"' if text[opening] == "“" else '"”')
        if closing < 0:
            yield opening + 1, block.end, True
            return
        yield opening + 1, closing, False
        at = closing + 1


def _find(text: str, start: int, end: int, marks: str) -> int:
    found = [place for mark in marks if (place := text.find(mark, start, end)) >= 0]
    return min(found, default=-1)


_SINGLE = worded(
    "'|‘", r"(?:(?<=\s)|^)[‘'](?=[A-Za-z])([^‘\"“”\n]{25,600}?[.,!?])[’'](?=[\s.,;]|$)"
)


def _single(text: str, start: int, end: int) -> tuple[int, int] | None:
    match = _SINGLE.search(text, start, end)
    return (match.start(1), match.end(1)) if match else None


def speeches(text: CanonicalText, known: dict[str, str]) -> tuple[Speech, ...]:
    """All quoted words with their speakers. `known` maps a surname to the full name."""
    found: list[Speech] = []
    last: Speaker | None = None
    speaker: Speaker | None
    announced: Speaker | None = None
    open_speech = False
    for block in text.blocks:
        if block.kind in ("furniture", "row"):
            continue
        words = text.exact(block)
        spans = list(quoted(text.text, block))
        outside = _outside(text.text, block, spans)
        stated = attribution(outside, known, last)
        if block.kind == "heading" and not spans and not words.rstrip().endswith(":"):
            announced, open_speech = None, False
            continue
        speaker = stated or (announced if spans else None)
        if (
            speaker is None
            and spans
            and (open_speech or block.kind == "quotation" or words.lstrip()[:1] in _OPEN)
        ):
            speaker = Speaker(last.name, last.role, stated=False) if last else None
        found.extend(Speech(start, end, speaker or _carried(last)) for start, end, _ in spans)
        announced = stated if words.rstrip().endswith(":") else None
        last = stated or speaker or last
        open_speech = bool(spans) and spans[-1][2]
    return tuple(found)


def _carried(last: Speaker | None) -> Speaker | None:
    return Speaker(last.name, last.role, stated=False) if last else None


def _outside(text: str, block: Block, spans: Sequence[tuple[int, int, bool]]) -> str:
    parts, at = [], block.start
    for start, end, _ in spans:
        parts.append(text[at:start])
        at = end
    parts.append(text[at : block.end])
    return " ".join(parts)


def attribution(words: str, known: dict[str, str], last: Speaker | None) -> Speaker | None:
    """The speaker that a sentence names beside a verb of saying."""
    if not _SAYS.search(words):
        return None
    for pattern in (BEFORE, AFTER):
        for match in pattern.finditer(words):
            speaker = _named(match, known)
            if speaker is not None:
                return speaker
    if role_match := ROLE_SAID.search(words) or ROLE_COMMENTS.search(words):
        role = role_match.group("role")
        if last is not None and last.role and last.role.casefold() == role.casefold():
            return Speaker(last.name, last.role, stated=False)
        return Speaker(None, role)
    if last is not None and (PRONOUN.search(words) or SAID_PRONOUN.search(words)):
        return Speaker(last.name, last.role, stated=False)
    return None


def _named(match: re.Match[str], known: dict[str, str]) -> Speaker | None:
    role = match.group("role")
    if match.group("name"):
        words = match.group("name").split()
        for place in range(len(words) - 1):
            name = " ".join(words[place:])
            if is_name(name):
                before = " ".join(words[:place]) or None
                return Speaker(known.get(name, name), role or before)
        return None
    surname = match.group("surname").removesuffix("’s").removesuffix("'s")
    return Speaker(known.get(surname, f"{match.group('title')} {surname}"), role)
