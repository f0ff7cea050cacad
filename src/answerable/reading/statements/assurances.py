"""Judgments of assurance: who is assured, partly assured or not, and about what.

The quote is the judgment alone ("not yet fully assured", "limited assurance"); what it is about
stands beside it as support. What somebody asks for ("sought assurance"), promises ("assured
members that it would open") or was told ("was assured that it will open") is none.
"""

import re
from collections.abc import Iterator

from answerable.reading.clauses import Passage
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_DEGREE = (
    r"only|not|never|no longer|yet|still|now|also|therefore|overall|both|fully|wholly|entirely"
    r"|partly|partially|largely|broadly|generally|somewhat|reasonably|sufficiently|in part"
)
_SAID = rf"(?P<said>(?:(?:{_DEGREE}) )*(?:re|un)?assured\b(?:,? (?:only )?in part\b)?)"
_OVERSEER = (
    r"(?:(?:[Tt]he |[Oo]ur )?(?:Deputy |[A-Z]\w+ ){0,2}(?:PCC|PFCC|DPCC|DPFCC|Commissioner|Mayor"
    r"|Board|Panel|Committee|Authority|Cabinet|Chair(?:man)?|Members|Trustees|Governors|Body)"
    r"|(?:Mr|Mrs|Ms|Dr) [A-Z][\w’'-]+|[Ss]?[Hh]e|[Tt]hey|[Mm]embers|I|[Ww]e)"
)
_INITIALS = r"[A-Z]{2,3}(?: and [A-Z]{2,3})?"
# "The Commissioner was not yet fully assured that …", "GN and LT were both assured".
_JUDGED = re.compile(
    rf"\b(?P<who>{_OVERSEER}|{_INITIALS})"
    r" (?:(?:said|says|recorded|concluded|confirmed) (?:that )?(?:s?he|they|I) )?"
    r"(?:was|were|is|are|am|remains?|remained|feels?|felt|(?:has|have|had) been)"
    rf"(?: himself| herself| themselves)? {_SAID}(?P<about>[^.;\n]{{0,200}})"
)
# "JA not assured, wants a deep dive": the note of a minute-taker.
_NOTED = re.compile(
    rf"(?:^|(?<=[.:;|] ))(?P<who>{_INITIALS}) {_SAID}(?P<about>(?=[.,;]|$)[^.;\n]{{0,200}})"
)
_ALSO = re.compile(rf"\b(?:and|but) {_SAID}(?P<about>[^.;\n]{{0,200}})")
_LEVEL = (
    r"(?:full|substantial|significant|reasonable|adequate|moderate|some|partial|limited|little"
    r"|minimal|unsatisfactory|no)"
)
# "Fleet: not assured.", "CUSTODY – partly assured", "Assurance opinion: limited assurance".
_LABELLED = re.compile(
    rf"\W{{0,4}}(?P<about>[A-Z\d][^:\n]{{1,60}}?)(?::| [–—-]) "
    rf"(?:{_SAID}|(?P<level>{_LEVEL} assurance))"
    r"(?P<rest>(?:[.,;]| (?:on|about|as to|of|that)\b)[^\n]{0,160})?",
    re.IGNORECASE,
)
# "Custody | Audit of records | Partly assured; forms missing": a table of judgments.
_ROW = re.compile(
    rf"\W{{0,4}}(?P<about>[A-Z][^|\n]{{1,80}}?) \| (?:[^|\n]{{1,120}} \| )?{_SAID}"
    r"(?P<rest>[.,;][^|\n]{0,160})?(?: \|[^\n]{0,300})?",
    re.IGNORECASE,
)
# An item below "The Deputy Mayor recorded that he was:".
_ITEM = re.compile(rf"\W{{0,4}}{_SAID}(?P<about>[^.;\n]{{0,200}})", re.IGNORECASE)
_TAKES = re.compile(
    rf"\b(?P<who>{_OVERSEER}|{_INITIALS})"
    r" (?:(?:has|have|had|can|could|therefore) )*(?P<said>(?:takes?|took|taken|drew|draws?|gained"
    rf"|derived) (?:(?P<level>{_LEVEL}) )?assurance)\b(?P<about>[^.;\n]{{0,200}})"
)
# "(partial assurance)", "was given limited assurance", "Limited assurance" alone on its line.
_GIVEN = re.compile(
    rf"(?P<before>\(|\b(?:received|given|gave|gives|awarded|rated(?: as)?"
    rf"|opinions?(?: of|:| is| was)?|conclusions?(?: of|:| is| was)?|with)"
    r"(?: an?| the)?(?: opinion of)? )"
    rf"(?P<said>(?P<level>{_LEVEL}) assurance)\b",
    re.IGNORECASE,
)
_LINE = re.compile(rf"\W*(?P<said>(?P<level>{_LEVEL}) assurance)\W*", re.IGNORECASE)
_ASKED = re.compile(
    r"\b(?:if|whether|sought|seeks?|seeking|asked to be|wants? to be|wished to be|would be|to be"
    r"|could be|not possible|until|unless)\b[^,;]{0,40}$"
)
_TOLD = re.compile(r" that\b.{0,90}?\b(?:would|will)\b|[’']ll\b")
_PARTLY = re.compile(
    r"\b(?:partly|partially|somewhat|in part|only|not (?:yet )?(?:fully|wholly|entirely))\b"
)
_NOT = re.compile(r"\b(?:not|never|no longer|unassured)\b")
_BUT = re.compile(r"\b(?:but|however|although)\b(?! not\b| (?:un|re)?assured)")
_SURE = frozenset(("full", "substantial", "significant"))
_UNSURE = frozenset(("no", "minimal", "unsatisfactory", "little"))
_JOIN = re.compile(r"^(?:that|by|of|about|with|on|as to|from|in)\b ?(?:the )?(?=\S)")


def records(material: Material) -> Iterator[Record]:
    """Each judgment of assurance of a document, in order."""
    for passage in material.passages:
        if material.lowered.find("assur", passage.start, passage.end) >= 0:
            yield from _of(material, passage)


def _of(material: Material, passage: Passage) -> Iterator[Record]:
    text, start, end = material.text, passage.start, passage.end
    if text[start:end].rstrip().endswith("?"):
        return
    labelled = _LABELLED.fullmatch(text, start, end)
    if labelled is not None and not re.match(r"(?i)action|note\b|owner", labelled["about"]):
        yield _record(labelled, "labelled", who=None)
        return
    row = _ROW.fullmatch(text, start, end) if passage.kind == "row" else None
    if row is not None:
        yield _record(row, "labelled", who=None)
    if passage.kind in ("heading", "row"):
        return
    led = passage.lead is not None and _IS.search(text, passage.lead.start, passage.lead.end)
    item = _ITEM.match(text, passage.body, end) if led else None
    if item is not None:
        yield _record(item, "judged", who=None)
        return
    for found, rule in (
        (_JUDGED.search(text, start, end), "judged"),
        (_NOTED.search(text, start, end), "judged"),
        (_TAKES.search(text, start, end), "taken"),
    ):
        if found is None or _ASKED.search(text, start, found.start("said")):
            continue
        positive = rule == "judged" and not _NOT.search(found["said"])
        if positive and _TOLD.match(found["about"]):
            continue
        yield _record(found, rule, who=found["who"])
        more = _ALSO.search(text, found.end("said"), end) if rule == "judged" else None
        if more is not None:
            yield _record(more, rule, who=found["who"])
        return
    alone = _LINE.fullmatch(text, start, end)
    for given in (alone,) if alone else _GIVEN.finditer(text, start, end):
        yield _record(given, "given", who=None)


_IS = re.compile(r"\b(?:was|were|is|are|am)\W*$")


def _record(match: re.Match[str], rule: str, *, who: str | None) -> Record:
    groups = match.groupdict()
    name = "said" if groups.get("said") else "level"
    about = (groups.get("about") or "").strip(" ,")
    given: dict[str, Value] = {
        "by": re.sub(r"^(?:[Tt]he|[Oo]ur) ", "", who) if who else None,
        "level": _level(groups, match[name].lower(), about),
        "about": _JOIN.sub("", about) or None,
    }
    support = {"about": match.span("about")} if about else {}
    return record(
        "assurance", match.span(name), f"assurance.{rule}", given=given, support=support, weight=50
    )


def _level(groups: dict[str, str | None], said: str, about: str) -> str:
    level = (groups.get("level") or "").lower().removesuffix(" assurance")
    if level or "assurance" in said:
        return (
            "not-assured"
            if level in _UNSURE
            else ("assured" if not level or level in _SURE else "partly")
        )
    if _PARTLY.search(said):
        return "partly"
    if _NOT.search(said):
        return "not-assured"
    return "partly" if _BUT.search(about) else "assured"
