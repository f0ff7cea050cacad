"""Who issues a recommendation: whom its words name, else whose paper it stands in.

Run over what is settled, so that every rule's recommendations are told alike. Who is only asked,
answers or is inspected is never an issuer.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from answerable.reading.findings.issuers.issuing_papers import Issuer, inspectorate, only_named
from answerable.reading.findings.issuers.issuing_titles import (
    NOBODY,
    by_author,
    by_meeting,
    by_row,
    by_section,
    by_writer,
    titled,
)
from answerable.reading.findings.issuers.issuing_words import TOLD_AGAIN, by_heading, by_words
from answerable.reading.material import Material
from answerable.reading.records import Record


def with_issuers(material: Material, found: Iterable[Record]) -> Iterator[Record]:
    """The records, and of each recommendation who issues it, where the paper shows that."""
    records = list(found)
    if not any(one.kind == "recommendation" for one in records):
        yield from records
        return
    paper = inspectorate(material)
    answered = only_named(material) if paper is None else None
    for one in records:
        if one.kind != "recommendation" or one.fields["issuer"] is not None:
            yield one
            continue
        issuer = _issuer(material, one, paper, answered)
        yield one if issuer is None else _with(material, one, issuer)


def _issuer(
    material: Material, one: Record, paper: Issuer | None, answered: Issuer | None
) -> Issuer | None:
    if one.rule.startswith("resolved."):
        return by_meeting(material)
    said = by_words(material, one)
    if said is not None or material.speech_at(one.start, one.end) is not None:
        return said
    if _asks_members(material, one):
        return by_writer(material)
    return paper or _by_place(material, one, answered)


def _asks_members(material: Material, one: Record) -> bool:
    """Is it asked of those who meet, by the paper that lies before them?"""
    near = max(0, one.start - _NEAR)
    asked = _OF_MEMBERS.search(material.text, near, one.start)
    return asked is not None or _TO_NOTE.search(material.text, near, one.end) is not None


def _by_place(material: Material, one: Record, answered: Issuer | None) -> Issuer | None:
    """By heading, row or title: for what stands in a list, and not in prose."""
    headed = by_heading(material, material.around(one.start))
    if headed is not None:
        return headed
    if one.rule.startswith("finding-row."):
        own = by_row(material, one)
        return (None if own is NOBODY else own) if own else titled(material) or answered
    if one.rule == "prose.answered":
        return titled(material) or answered
    if TOLD_AGAIN.match(one.rule):
        return by_section(material, one)
    passage = material.around(one.start)
    asks = _OWN_ASK.search(material.text, passage.start, one.start) or (
        passage.lead and _OWN_ASK.search(material.text, passage.lead.start, passage.lead.end)
    )
    listed = _LISTED.match(one.rule)
    named = titled(material, inspectorates=asks is None) if listed else None
    return named or (by_author(material) if asks else None)


_NEAR = 400  # characters
_OF_MEMBERS = re.compile(
    r"\b(?:members|authority|board|committee|panel|cabinet|council) (?:is|are) (?:asked|invited"
    r"|recommended|requested)\b|\bthat members\b",
    re.IGNORECASE,
)
_TO_NOTE = re.compile(
    r"^\W*(?:\(?[\w]{1,2}[.)] )?(?:(?:to|that members) )?note (?:the|this|that|its|progress)\b",
    re.IGNORECASE | re.MULTILINE,
)
_OWN_ASK = re.compile(
    r"\b(?:we|I) (?:\w+ ){0,2}(?:recommend|ask|urge|call|want|request)\b", re.IGNORECASE
)
# Rules of lists and sections: what a paper asks for, or another has asked that it goes through.
_LISTED = re.compile(r"section\.|list\.|prose\.bare-verb|remedy\.|likeness\.")


def _with(material: Material, one: Record, issuer: Issuer) -> Record:
    known = material.gazetteer.by_name(issuer.body.name) or issuer.body
    body_id = issuer.body.id or known.id
    fields = {**one.fields, "issuer": issuer.body.name, "issuer_id": body_id}
    support = {**one.support, "issuer": issuer.span} if issuer.span else one.support
    inferred = {**one.inferred, "issuer": issuer.why} if issuer.why else one.inferred
    return replace(one, fields=fields, support=support, inferred=inferred)
