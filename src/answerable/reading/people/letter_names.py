"""Names in the From, To and cc parts of a letter, and under its signature."""

import re
from collections.abc import Iterator

from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.people.attendance import (
    Sighting,
    clean,
)
from answerable.reading.people.people_introduced import is_post
from answerable.reading.people.post_words import NOUNS
from answerable.reading.roles import NAME, ROLE, TITLE, is_name
from answerable.reading.worded import worded

_SIGNED = worded(
    "regards|yours faithfully|yours sincerely|yours truly",
    r"Yours (?:sincerely|faithfully|truly)|Kind(?:est)? regards|Regards",
    re.IGNORECASE,
)
_LABEL = worded(
    ":",
    r"(?:^|(?<=[\n ]))(?P<label>From|FROM|To|TO|[Cc][Cc]|[Cc]opied to|[Cc]opy to|[Cc]opies to"
    r"|Report (?:of|by|from)|Report author|Author|Signed(?: by)?|Contact(?: officer)?)\s*:",
)
_CLOSING = re.compile(
    rf"\n(?P<name>{NAME})(?: [A-Z]{{2,5}}){{0,3}}\n+(?P<role>{ROLE}(?: (?:for"
    rf"|of) [^\n]{{2,60}})?)\s*$"
)
_KINDS = {"from": "author", "to": "addressee"}
_KINDS |= dict.fromkeys(
    ("report of", "report by", "report from", "report author", "author", "signed", "signed by"),
    "author",
)
_KINDS |= {"contact": "mentioned", "contact officer": "mentioned"}


def letter(text: CanonicalText) -> Iterator[Sighting]:
    """From / To / cc parts and the name under "Yours sincerely"."""
    waiting: str | None = None
    for block in text.blocks[:40]:
        words = text.exact(block)
        labels = (
            list(_LABEL.finditer(words))
            if block.kind in ("letterhead", "key_value", "paragraph", "heading", "attendance")
            else []
        )
        if labels and labels[0].start() > 2:
            labels = []
        if waiting and not labels and len(words) < 200:
            stop = min(len(text.text), block.end + 110)
            yield from _name_lines(text.text, block.start, stop, waiting)
        waiting = None
        for place, label in enumerate(labels):
            stop = labels[place + 1].start() if place + 1 < len(labels) else len(words)
            kind = _KINDS.get(label.group("label").lower(), "copied")
            if "<" in words:
                yield from _mailboxes(
                    text.text, block.start + label.end(), block.start + stop, kind
                )
                continue
            yield from _name_lines(text.text, block.start + label.end(), block.start + stop, kind)
            if not words[label.end() : stop].strip():
                waiting = kind
    yield from _stacked(text.text)
    yield from _two_lines(text)
    found = _CLOSING.search(text.text, max(0, len(text.text) - 400))
    if found is not None and is_name(found.group("name")):
        role = " ".join(found.group("role").split())
        yield Sighting(
            found.group("name"),
            found.start("name"),
            found.end("role"),
            role,
            None,
            "author",
            "people.letter",
        )
    for signed in _SIGNED.finditer(text.text):
        if text.text[signed.end() : signed.end() + 1] in ",\n. ":
            stop = min(len(text.text), signed.end() + 160)
            yield from _name_lines(text.text, signed.end() + 1, stop, "author")


# "Ruth Vane <ruth.vane@example>, Tom Ash <…>" in the header of an e-mail.
_MAILBOX = re.compile(rf"(?<=[:,;\"' ])(?P<name>{NAME})[\"']? ?<[^<>\n]{{3,100}}>")


# "Birch, Leo (Local Policing)" <…>, "Odile Marsh" without an address.
_TURNED = re.compile(
    r"[\"'](?P<last>(?:Mc|Mac|O[’'])?[A-Z][\w’'-]+), (?P<first>[A-Z][\w’-]+)(?: [A-Z]\.?)?"
    r"(?: \([^()\n]{1,40}\))?[\"']"
)
_QUOTED = re.compile(rf"\"(?P<name>{NAME})\"(?= ?(?:$|[,;\n]))")


def _mailboxes(text: str, start: int, end: int, presence: str) -> Iterator[Sighting]:
    for match in _TURNED.finditer(text, start, end):
        name = f"{match['first']} {match['last']}"
        if is_name(name) and not _OFFICE.search(name):
            first, last = match.start("last"), match.end("first")
            yield Sighting(name, first, last, None, None, presence, "people.mail")
    for match in _QUOTED.finditer(text, start, end):
        if is_name(match["name"]) and not _OFFICE.search(match["name"]):
            first, last = match.span("name")
            yield Sighting(match["name"], first, last, None, None, presence, "people.mail")
    for match in _MAILBOX.finditer(text, start, end):
        name = clean(match["name"])
        if is_name(name) and not _OFFICE.search(name):
            first, last = match.span("name")
            yield Sighting(name, first, last, None, None, presence, "people.mail")


_OFFICE = re.compile(
    r"\b(?:Office\w*|Team|Unit|Board|Panel|Press|Media|Liaison|Secretar\w+|Committee|Service\w*"
    r"|Police|Council|Group|Desk|Contact|Centre|Admin\w*|Enquir\w+|Bulletin|Newsletter|Reply|Customer|Support|Partner\w*|Chief\w*|Inspection\w*|Enquiries)\b"
)
_DEAR = re.compile(r"\n\s*Dear\b")
_WRITES = re.compile(r"Inspector|Ofsted|CQC|Commissioner")
_HEAD = 400  # characters: where a letter says who writes and to whom
_STACK = re.compile(
    rf"(?:^|\n)(?:{TITLE} )?(?P<name>{NAME})(?: [A-Z]{{2,5}}){{0,4}}\n+"
    rf"(?P<role>{ROLE}[^\n]{{0,60}})(?=\n|$)"
)


def _stacked(text: str) -> Iterator[Sighting]:
    """Name and post on two lines above "Dear": the writer first, then who is written to."""
    dear = _DEAR.search(text, 0, 3000)
    if dear is None:
        return
    for match in _STACK.finditer(text, 0, dear.start()):
        if not is_name(match.group("name")):
            continue
        writes = _WRITES.search(match.group("role")) is not None
        yield Sighting(
            match.group("name"),
            match.start("name"),
            match.end("role"),
            match.group("role"),
            None,
            "author" if writes else "addressee",
            "people.letter",
        )


_NAME_LINE = re.compile(rf"(?:{TITLE} )?(?P<name>{NAME})(?: [A-Z]{{2,5}}){{0,4}}")
_ROLE_LINE = re.compile(rf"(?:{ROLE})[^\n.:;]{{0,60}}")


def _two_lines(text: CanonicalText) -> Iterator[Sighting]:
    """A name alone in one block and a post alone in the next: who signs a foreword."""
    for first, second in zip(text.blocks, text.blocks[1:], strict=False):
        if first.end - first.start > 60 or second.end - second.start > 110:
            continue
        name = _NAME_LINE.fullmatch(text.exact(first).strip())
        role = text.exact(second).strip()
        told = _ROLE_LINE.fullmatch(role) or (role[-1:] not in ".:;" and is_post(role))
        if name is None or not is_name(name["name"]) or not told:
            continue
        if name["name"].split()[-1] in NOUNS:
            continue  # "Ada Moss Parent Governor", one of a list
        heads = first.start < _HEAD
        if heads and (first.kind == "heading" or second.kind == "heading"):
            continue
        writes = not heads or _WRITES.search(role) is not None
        begin = first.start + name.start("name")
        presence = "author" if writes else "addressee"
        yield Sighting(name["name"], begin, second.end, role, None, presence, "people.letter")


def _name_lines(text: str, start: int, end: int, presence: str) -> Iterator[Sighting]:
    """A name on a line of its own, the post on the next."""
    at = start
    name: tuple[str, int, int] | None = None
    for line in text[start:end].split("\n"):
        offset = len(line) - len(line.lstrip())
        plain = re.sub(
            r"^(?:From|To|Cc|cc|Copied to|Sent to|Report (?:of|by|from)|Report author|Author"
            r"|Signed(?: by)?|Contact(?: officer)?)\s*:?\s*",
            "",
            line.strip(),
        )
        begin = at + offset + (len(line.strip()) - len(plain))
        match = re.match(
            rf"(?:{TITLE} )?(?P<name>{NAME})(?P<post>(?: [A-Z]{{2,5}})*"
            rf"(?:,? (?:[-–] )?(?P<role>{ROLE}[^\n]*)?)?)$",
            plain,
        )
        if name is None and match and is_name(match.group("name")):
            role = match.group("role")
            name = match.group("name"), begin, begin + len(plain)
            if role:
                yield Sighting(name[0], begin, name[2], role, None, presence, "people.letter")
                return
        elif name is not None and plain:
            post = re.match(rf"(?:{ROLE})[^\n]*", plain)
            role = plain if post else None
            yield Sighting(
                name[0],
                name[1],
                begin + len(plain) if role else name[2],
                role,
                None,
                presence,
                "people.letter",
            )
            return
        at += len(line) + 1
    if name is not None:
        yield Sighting(name[0], name[1], name[2], None, None, presence, "people.letter")
