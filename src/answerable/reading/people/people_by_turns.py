"""A table of who was there that lost its cells: each name on its line, the post on the next.

"Present:-", "Members", "Role", "Lynne ORME", "Chief Officer", "Jim McVALE", "Registered Nurse":
what a web page gives for a table of two columns. The surname in capitals, or a given name, says
which lines name somebody; as many lines as the table had columns make one person.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from answerable.reading.layout.canonical_text import Block, CanonicalText
from answerable.reading.people.attendance import Sighting
from answerable.reading.people.given_names import GIVEN
from answerable.reading.people.people_lists import sighting_of
from answerable.reading.people.person_entries import entry
from answerable.reading.people.post_words import BODIES, NOUNS, POSTS, SURNAMES
from answerable.reading.roles import NOT_NAMES

_FEWEST = 2  # people by turns below one label
_LONGEST = 110  # characters of a label or of a post on its line
_COLUMNS = 4
_LABEL = re.compile(
    r"(?P<away>[^.;\n]*\b(?:[Aa]pologies|APOLOGIES|[Aa]bsent|ABSENT)\b[^.;\n]{0,60})"
    r"|[^.;\n]{0,40}\b(?:[Pp]resent|PRESENT|[Aa]ttend(?:ance|ees|ed)|ATTENDANCE|ATTENDEES)\b"
    r"[^.;\n]{0,60}"
)
_HEAD = re.compile(
    r"(?:full )?names?|(?:board |committee |panel )?members?|attendees?|(?:job )?title|role|post"
    r"|position|rank|designation|organisation|agency|representing|capacity|body",
    re.IGNORECASE,
)
_PART = r"[A-Z][a-zà-öø-ÿ]+(?:[-’'][A-Z][a-zà-öø-ÿ]+)*"
_NAMED = re.compile(
    rf"(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof(?:essor)?|Cllr|Councillor|Rev)\.? )?(?P<given>{_PART})"
    rf"(?: (?:{_PART}|[A-Z]\.?))?"
    r" (?:(?P<capitals>(?:Mc|Mac|O[’']|D[’']|Fitz)?[A-Z][A-Z’'-]{2,})"
    rf"|(?:Mc|Mac|O[’']|D[’']|Fitz)?{_PART})"
    r"(?: \([^()\n]{2,40}\))?"
)
_NOBODY = (NOT_NAMES | BODIES | NOUNS) - SURNAMES
# "Holme SCHOOL": a place, unless people bear the name before it ("Una HALL").
_OF_PLACES = """
School College Academy Hospital Ward Term Centre House Hall Surgery Road Street Park Station Green
Primary Nursery Library Clinic North South East West Lane Court Farm Hill Wood
"""
_PLACES = frozenset(_OF_PLACES.split())
_CAPITALS = re.compile(r"[A-Z][A-Z’'-]{2,}\b")
_TELLS = re.compile(r"[.:;?]$|\d")


def by_turns(text: CanonicalText) -> Iterator[Sighting]:
    """The people of each run of names and posts by turns below a label of attendance."""
    blocks = [one for one in text.blocks if one.kind != "furniture"]
    at = 0
    while at < len(blocks):
        label = _label(text, blocks[at])
        at += 1
        if label is None:
            continue
        heads = at
        while heads < len(blocks) and heads - at < _COLUMNS and _is_head(text, blocks[heads]):
            heads += 1
        columns = max(heads - at, 2)
        found, at = _run(text, blocks, heads, columns)
        if len(found) >= _FEWEST:
            presence = "apologies" if label["away"] else "present"
            for first, last in found:
                yield from _one(text, first, last, presence)


def _label(text: CanonicalText, block: Block) -> re.Match[str] | None:
    if block.kind == "row" or block.end - block.start > _LONGEST:
        return None
    return _LABEL.fullmatch(text.exact(block).strip())


def _is_head(text: CanonicalText, block: Block) -> bool:
    return _HEAD.fullmatch(text.exact(block).strip(" :*")) is not None


def _run(
    text: CanonicalText, blocks: Sequence[Block], at: int, columns: int
) -> tuple[list[tuple[Block, Block]], int]:
    """Name and post of each person, and where the run ends."""
    found: list[tuple[Block, Block]] = []
    while at + 1 < len(blocks):
        below = blocks[at + 1 : at + columns]
        if not _names(text, blocks[at]) or not all(_posts(text, one) for one in below):
            break
        if not _CAPITALS.search(text.exact(blocks[at])) and _may_be_named(text, below[0]):
            break  # one name on each line
        found.append((blocks[at], below[0]))
        at += columns
    return found, at


def _names(text: CanonicalText, block: Block) -> bool:
    if block.kind == "row" or block.end - block.start > _LONGEST:
        return False
    name = _NAMED.fullmatch(text.exact(block).strip())
    if name is None or any(
        one.title() in _NOBODY for one in name.group().partition(" (")[0].split()
    ):
        return False
    known = name["given"] in GIVEN
    return known or (name["capitals"] is not None and name["capitals"].title() not in _PLACES)


def _posts(text: CanonicalText, block: Block) -> bool:
    words = text.exact(block).strip()
    return (
        block.kind != "row"
        and 0 < len(words) <= _LONGEST
        and words[0].isupper()
        and " " in words
        and _TELLS.search(words) is None
        and not _names(text, block)
    )


def _may_be_named(text: CanonicalText, block: Block) -> bool:
    """Two or three words in the form of a name, with no word that a post or a body has."""
    words = text.exact(block).strip()
    of_a_post = NOT_NAMES | BODIES | NOUNS | POSTS
    return _NAMED.fullmatch(words) is not None and of_a_post.isdisjoint(words.split())


def _one(text: CanonicalText, first: Block, last: Block, presence: str) -> Iterator[Sighting]:
    found = entry(text.text, first.start, first.end)
    if found is None:
        return
    post = " ".join(text.exact(last).split())
    chaired = found.role is not None or found.chair
    whole = found if chaired else replace(found, role=post, end=last.end)
    yield sighting_of(whole, presence, "people.by-turns")
