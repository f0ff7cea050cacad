"""The body that a document is about: what "the force" means, or nobody where it names several."""

import re
from collections import Counter
from collections.abc import Sequence

from answerable.reading.gazetteer import Body, Gazetteer, Mention
from answerable.reading.layout.canonical_text import CanonicalText
from answerable.reading.services import service_of, titled
from answerable.reading.worded import worded

_ONCE, _LONG = 3, 1200  # the weight of one mention; characters of a document


def inspected(mentions: Sequence[Mention]) -> list[Mention]:
    """Those bodies that an inspection can be about."""
    return [
        one
        for one in mentions
        if not (one.body.inspects or one.body.oversees or one.body.name in _MINISTRIES)
    ]


_MINISTRIES = frozenset(("Home Office", "Ministry of Justice", "Cabinet Office", "HM Treasury"))


def subject_of(
    canonical: CanonicalText,
    *,
    title: str,
    profile: str,
    gazetteer: Gazetteer,
    mentions: Sequence[Mention],
) -> Body | None:
    """The one body that the title names, or that the text names far more than any other."""
    service = service_of(canonical, profile, gazetteer)
    if service is not None:
        return _in_short(service, canonical.text)
    other = _of_another_sort(title, canonical.text)
    named = inspected(gazetteer.mentions(title))
    in_title = {one.body for one in named if not (other and one.weak)}
    if len(in_title) == 1:
        return _in_short(_as_written(in_title.pop(), mentions), canonical.text)
    furniture = [
        (block.start, block.end) for block in canonical.blocks if block.kind == "furniture"
    ]
    counted: Counter[Body] = Counter()
    for one in inspected(mentions):
        if one.body.name.startswith("National "):
            continue  # a report to all forces names their council; it is not about it
        if any(start <= one.start < end for start, end in furniture):
            continue
        if one.weak and _PART_OF_A_NAME.search(canonical.text, max(0, one.start - 30), one.start):
            continue  # "Oliver Kent" is a person and "New Kent" another place
        if other and (one.weak or (one.body.kind == "force" and _sends(canonical, one))):
            continue  # a place or who attends names a force, and this paper is about no force
        counted[one.body] += (1 if one.weak else 3) + (4 if one.start < 300 else 0)
    if not counted:
        return titled(canonical, profile, gazetteer, title)
    ordered = counted.most_common(2)
    if ordered[0][1] <= _ONCE and len(canonical.text) > _LONG:
        return None  # named once and late, a body is an example and not the subject
    if len(ordered) == 2 and ordered[1][1] * 1.5 > ordered[0][1]:
        strong = [body for body in counted if body.kind in ("force", "fire")]
        return strong[0] if len(strong) == 1 and not other else None
    return _in_short(ordered[0][0], canonical.text)


def _in_short(body: Body, text: str) -> Body:
    """A company by its name without "Limited", where the text calls it so too."""
    short = _COMPANY.sub("", body.name)
    if body.id is not None or short == body.name:
        return body
    alone = text.count(short) > text.count(body.name)
    return Body(short, None, body.kind) if alone else body


_COMPANY = re.compile(r" (?:Limited|Ltd)$")


# Names of one body by two forms: a title says "local authority", and the text "City Council".
_LOOSE = re.compile(r" (?:local authority|Probation Delivery Unit|Regional Organised Crime Unit)$")
_FORM = re.compile(
    r" (?:local authority|(?:(?:County|City|Borough|District|Metropolitan) )*Council"
    r"|Probation Delivery Unit|PDU|Regional Organised Crime Unit|ROCU)$"
)


def _as_written(titled: Body, mentions: Sequence[Mention]) -> Body:
    """The body of a title, by the name that the text has for it where that is another form."""
    stem, loose = _LOOSE.subn("", titled.name)
    named = [one.body for one in inspected(mentions) if not one.weak]
    if not loose or titled.id is not None or titled in named:
        return titled
    same = [one for one in named if one.id is None and _FORM.sub("", one.name) == stem]
    return same[0] if same and len(set(same)) == 1 else titled


def _sends(canonical: CanonicalText, one: Mention) -> bool:
    """Whether a body is named for a person who attends: in brackets or in a later cell."""
    text = canonical.text
    if text[max(0, one.start - 1) : one.start] == "(" and text[one.end : one.end + 1] == ")":
        return True
    return any(
        block.kind == "row" and block.start <= one.start < block.end
        for block in canonical.blocks
        if block.cells and block.cells[0].end <= one.start
    )


# What the head of a paper on a body of another sort says: the force beside it is a partner.
_OTHER_SORT = worded(
    "ambulance|care home|children's services|children's social care"
    "|children’s services|children’s social care|hospital|local authority"
    "|nursing home|probation|school|send|youth justice|youth offending",
    r"\b(?:youth (?:justice|offending)|probation|children[’']s (?:services|social care)|hospital"
    r"|nursing home|care home|school|ambulance|local authority|SEND)\b",
    re.IGNORECASE,
)
# A word with a capital inside a sentence right before a place: the place ends a longer name.
_PART_OF_A_NAME = re.compile(
    r"[a-z,;] (?!(?:Chief|Constable|Commissioner|PCC|Police|Mayor|Inspector|Superintendent|HM|HMP"
    r"|CC|DCC|ACC|PC|DC|Sergeant|The|In|At|For|From)\b)[A-Z][a-z]+ $"
)
_HEAD = 300  # characters


def _of_another_sort(title: str, text: str) -> bool:
    """Does the title or the head name a sort of body that is no force and no fire service?"""
    return bool(_OTHER_SORT.search(title) or _OTHER_SORT.search(text[:_HEAD]))
