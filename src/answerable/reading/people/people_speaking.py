"""Who speaks in a transcript, and who asks: a name before a colon at the beginning of a line."""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.people.attendance import Sighting, clean
from answerable.reading.people.people_introduced import is_post
from answerable.reading.people.post_words import POSTS
from answerable.reading.roles import NAME, SURNAME, TITLE, is_name

# "T/CC CREWE: Yes.": in capitals behind a rank.
_RANKED = re.compile(
    r"(?P<role>(?:[TAD]/)?(?:D?CC|ACC|PF?CC|ACO|DCI|SUPT|INSP))\.? "
    r"(?P<name>[A-Z]{3,}(?:-[A-Z]{3,})?):\s"
)
# "ADA CREWE, Commissioner: Good evening."
_POSTED = re.compile(
    r"(?P<name>[A-Z][A-Z’'-]+(?: [A-Z][A-Z’'-]+){1,2})(?:, | \()(?P<role>[A-Za-z][^:()\n]{2,60}?)"
    r"\)?:\s"
)
# "Q3 Ada Crewe MP: If …", "Q4 (Tom Vale, youth commission): When …", "MR Piers Hale: No."
_ASKS = re.compile(
    rf"(?:Q(?:uestion)? ?\d{{1,3}}[.:]? \(?(?:(?P<title>{TITLE}|Cllr|Councillor) )?"
    rf"|(?P<big>MR|MRS|MS|DR|COUNCILLOR|CLLR) )(?P<name>{NAME}|(?<=[a-z.R] ){SURNAME})"
    r"(?: (?P<mp>MP)|(?:, | \()(?P<role>[A-Za-z][^:()\n]{2,60}))?(?:\):?|:)\s"
)


def speaking(text: str, passage: Passage) -> Iterator[Sighting]:
    """The speaker whom the beginning of a passage names."""
    start, end = passage.start, passage.end
    if text.find(":", start, min(end, start + _LABEL)) < 0:
        return
    ranked = _RANKED.match(text, start, end)
    if ranked is not None:
        yield _speaker(ranked, ranked["name"].title(), ranked["role"])
        return
    told = _POSTED.match(text, start, end)
    if told is not None and is_name(told["name"].title()) and is_post(told["role"]):
        yield _speaker(told, told["name"].title(), told["role"])
        return
    asks = _ASKS.match(text, start, end)
    if asks is None:
        return
    name = clean(asks["name"])
    titled = " " not in name and (asks["title"] or asks["big"]) is not None
    if is_name(name) or (titled and name not in POSTS):
        yield _speaker(asks, name, asks["mp"] or asks["role"])


_LABEL = 120  # characters within which the colon stands


def _speaker(match: re.Match[str], name: str, role: str | None) -> Sighting:
    return Sighting(
        name, match.start(), match.end("name"), role, None, "speaker", "people.speaker"
    )
