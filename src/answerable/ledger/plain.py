"""Leaves that need no JSON reader: ASCII without escapes, as nearly all are, by one expression.

A canonical leaf has its keys in order, so one expression fixes every byte but the order of the
commitments. What it does not match is read by `entry.read_leaf` the long way; a test says that
both read the same.
"""

import re
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

MAX_LEAF, MAX_INTEGER = 16_384, 2**53 - 1
DIGITS = 16  # of the largest integer
_HEX, _DAY = "[0-9a-f]", "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_CHAR = r'[^"\\\x00-\x1f]'
_TEXT, _COMMIT = rf'"({_CHAR}*)"', rf'"{_CHAR}*":"{_HEX}{{64}}"'


def _form(commits: str) -> re.Pattern[str]:
    return re.compile(
        rf'{{"by":{{"body":{_TEXT},"key":(?:null|"({_HEX}{{8}})"),"person":"({_HEX}{{32}})",'
        r'"sig":(?:null|"([A-Za-z0-9+/]{85}[AQgw]==)")},"clock":"(ok|regressed)",'
        rf'"fact":{{"class":"(public|internal|restricted)","commits":{{({commits})}},'
        rf'"doc":(?:null|"({_HEX}{{64}})"),"id":"({_HEX}{{32}})","institution":{_TEXT},'
        rf'"ref":(?:null|"({_HEX}{{32}})"),'
        rf'"seen":(?:null|{{"root":"({_HEX}{{64}})","size":(0|[1-9][0-9]{{0,15}})}}),'
        rf'"set":([1-9][0-9]{{0,15}}),"stream":{_TEXT},"type":(?!"Sealed"){_TEXT},'
        rf'"valid":\["({_DAY})",(?:null|"({_DAY})")\]}},"recorded_at":"({_DAY}T'
        r'(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9][.][0-9]{6}Z)","v":1}'
    )


_FORM, _WITHOUT = _form(f"{_COMMIT}(?:,{_COMMIT})*"), _form("")
_BEGINS = b'"commits":{'


class Leaf(NamedTuple):
    """The parts of a leaf as they stand in it, in its order."""

    body: str
    key: str | None
    person: str
    sig: str | None
    clock: str
    marking: str
    commits: str
    doc: str | None
    id: str
    institution: str
    ref: str | None
    seen_root: str | None
    seen_size: str | None
    set: str
    stream: str
    type: str
    begins: str
    ends: str | None
    recorded_at: str

    @property
    def commitments(self) -> dict[str, str] | None:
        """Field -> commitment; None when they are not sorted, or one stands twice."""
        pairs = [part.split('":"') for part in self.commits[1:-1].split('","')]
        made: dict[str, str] = dict(pairs)
        return made if len(made) == len(pairs) and list(made) == sorted(made) else None


def scan(leaf: bytes) -> Leaf | None:
    """The parts of a leaf; None for one that must be read the long way, or is none."""
    if len(leaf) > MAX_LEAF or not leaf.isascii():
        return None
    return _parts(_FORM.fullmatch(leaf.decode()))


def scan_around(leaf: bytes, commits: bytes) -> Leaf | None:
    """The same for a leaf whose commitments are known: they are compared, and left out."""
    if len(leaf) > MAX_LEAF or not leaf.isascii() or not commits:
        return None
    before, begins, rest = leaf.partition(_BEGINS)
    if not rest.startswith(commits):
        return None
    return _parts(_WITHOUT.fullmatch((before + begins + rest[len(commits) :]).decode()))


def is_name(field: str) -> bool:
    """Does it stand in a leaf as it is, between quotes?"""
    return field.isascii() and re.fullmatch(f"{_CHAR}*", field) is not None


def _parts(found: re.Match[str] | None) -> Leaf | None:
    if found is None:
        return None
    made = Leaf._make(found.groups())
    whole = len(made.set) < DIGITS or int(made.set) <= MAX_INTEGER
    whole = whole and (made.seen_size is None or int(made.seen_size) <= MAX_INTEGER)
    real = _real(made.begins, made.ends) and _real(made.recorded_at[:10], None)
    return made if whole and real and (made.key is None) == (made.sig is None) else None


def content(leaf: bytes) -> dict[str, Any] | None:
    """The same as the values that a JSON reader would give."""
    made = scan(leaf)
    commits = None if made is None else made.commitments
    if made is None or commits is None:
        return None
    seen = None
    if made.seen_root is not None and made.seen_size is not None:
        seen = {"root": made.seen_root, "size": int(made.seen_size)}
    return {
        "by": {"body": made.body, "key": made.key, "person": made.person, "sig": made.sig},
        "clock": made.clock,
        "fact": {
            "class": made.marking,
            "commits": commits,
            "doc": made.doc,
            "id": made.id,
            "institution": made.institution,
            "ref": made.ref,
            "seen": seen,
            "set": int(made.set),
            "stream": made.stream,
            "type": made.type,
            "valid": [made.begins, made.ends],
        },
        "recorded_at": made.recorded_at,
        "v": 1,
    }


@lru_cache(maxsize=20_000)
def _real(begins: str, ends: str | None) -> bool:
    try:
        start = date.fromisoformat(begins)
        return ends is None or start <= date.fromisoformat(ends)
    except ValueError:  # such as 30 February
        return False
