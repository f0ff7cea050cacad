"""People named by a post in small letters, by a byline, or as the inspectors of a visit."""

import re
from collections.abc import Iterator

from answerable.reading.attendance import Sighting, clean, post, sighted
from answerable.reading.clauses import Passage
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
_BYLINE = re.compile(
    rf"By (?P<name>{NAME})(?:, (?P<role>[A-Z][A-Za-z ,]{{3,50}}))?$", re.MULTILINE
)


def posted(text: str, passage: Passage, presence: str) -> Iterator[Sighting]:
    """One sighting for each person so named in a passage."""
    start, end = passage.start, passage.end
    for match in _POST_NAME.finditer(text, start, end):
        one_seen = sighted(match, presence, "people.post-name", role=post(match))
        if one_seen is not None:
            yield one_seen
    for match in _BYLINE.finditer(text, start, end) if start < 1500 else ():
        one_seen = sighted(match, "author", "people.byline", role=post(match))
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
