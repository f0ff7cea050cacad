"""People named by a post in small letters, by a byline, or as the inspectors of a visit."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.people.attendance import Sighting, clean, post, sighted
from answerable.reading.roles import NAME, TITLE, is_name

# "The governor, Theo Langstrand, had …": a post in small letters before the name.
_POST_NAME = re.compile(
    rf"\b[Tt]he (?:new |acting |interim |former |current )?(?P<role>(?:[a-z]+ )?(?:governor"
    rf"|head ?teacher|principal"
    rf"|manager|director|chief executive|chair|leader|chief fire officer|chief constable"
    rf"|commissioner|mayor|secretary|officer)), (?:{TITLE} )?(?P<name>{NAME})(?=[,.])"
)
_INSPECTED_BY = re.compile(
    rf"\b(?:[Ii]nspectors?|[Ll]ead [Ii]nspectors?)\b[^.\n]{{0,40}}?(?: were| was|:) "
    rf"(?P<list>{NAME}(?:(?:,| and|, and) {NAME}){{0,6}})"
)
_COUNCILLORS = re.compile(
    rf"(?:Councillors|Cllrs|Messrs\.?) (?P<list>{NAME}(?:(?: \([^)]{{2,60}}\))?(?:,| and"
    rf"|, and) {NAME}){{0,14}})"
)
_WROTE = r"(?:By|BY|Words by|Report(?:ed)? by|Story by|Written by)"
_CAPITALS = r"(?:[A-Z][A-Z’'-]+ ){1,2}[A-Z][A-Z’'-]+"
_BYLINE = re.compile(
    rf"{_WROTE}:? (?P<list>(?:{NAME}|{_CAPITALS})(?: (?:and|&) (?:{NAME}|{_CAPITALS})){{0,2}})"
    r"(?:(?:,| [-–|]| ) ?(?P<role>(?!Pic|Photo|Video)[A-Z][A-Za-z ,&]{3,50}"
    r"|[a-z][a-z ]{0,40}(?:reporter|editor|correspondent|journalist)))?"
    r"(?:,? (?:in|at) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?(?: ?\|.{0,40})?(?:,? ?@\w+)?$"
)
_SIGNED = re.compile(
    rf"(?!{_WROTE} )(?P<list>{NAME}),? (?P<role>(?:[A-Z]?[a-z]+ ){{0,3}}(?:[Rr]eporter|[Ee]ditor"
    r"|[Cc]orrespondent|[Jj]ournalist))\b"
)
# "THREE FORCES, THREE REPORTS by Ada Crewe": the writer behind a headline.
_HEADLINE = re.compile(rf"[A-Z][^.!?\n]{{8,90}} by (?P<list>{NAME})(?P<role>(?!))?")
_PRESS = re.compile(
    r"[A-Z][A-Za-z ,&-]{2,50}?(?:[Rr]eporter|[Ee]ditor|[Cc]orrespondent|[Jj]ournalist|Service"
    r"|Team)$"
)
# "By Email Only" heads a letter.
_SENT_BY = re.compile(r"(?:E-?mail|Post|Hand|Courier|Fax|Recorded|Special|Registered)\b", re.I)
_TOP = 14  # blocks in which a byline may stand


def bylines(text: CanonicalText) -> Iterator[Sighting]:
    """Who wrote an article. A byline is no part of the story, so it stands in furniture."""
    for index, block in enumerate(text.blocks[:_TOP]):
        if block.kind == "row" or block.end - block.start > 120:
            continue
        words = text.exact(block)
        match = _BYLINE.match(words) or _SIGNED.match(words) or _HEADLINE.fullmatch(words)
        if match is None:
            continue
        role = match["role"]
        below = text.blocks[index + 1] if index + 1 < len(text.blocks) else None
        if role is None and below is not None and _PRESS.match(text.exact(below).strip()):
            role = text.exact(below).strip()
        for one in re.finditer(rf"{NAME}|{_CAPITALS}", match["list"]):
            if is_name(one.group().title()) and not _SENT_BY.match(one.group()):
                begin = block.start + match.start("list") + one.start()
                first = block.start if one.start() == 0 else begin
                end = block.start + match.end() if match["role"] else begin + len(one.group())
                yield Sighting(
                    clean(one.group()), first, end, role, None, "author", "people.byline"
                )


def posted(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """One sighting for each person so named in a passage."""
    start, end = passage.start, passage.end
    for match in _POST_NAME.finditer(text, start, end):
        one_seen = sighted(match, presence, "people.post-name", role=post(match))
        if one_seen is not None:
            yield one_seen
    for match in _INSPECTED_BY.finditer(text, start, end):
        for one in re.finditer(NAME, match["list"]):
            if is_name(one.group()):
                begin = match.start("list") + one.start()
                yield Sighting(
                    clean(one.group()), begin, begin + len(one.group()), "Inspector", None,
                    "mentioned", "people.inspectors",
                )  # fmt: skip


def councillors(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """ "Councillors A and B": one sighting each."""
    for match in _COUNCILLORS.finditer(text, passage.start, passage.end):
        for one in re.finditer(NAME, text[match.start("list") : match.end("list")]):
            if is_name(one.group()):
                begin = match.start("list") + one.start()
                yield Sighting(
                    clean(one.group()),
                    begin,
                    begin + len(one.group()),
                    "Councillor",
                    None,
                    presence,
                    "people.councillors",
                )
