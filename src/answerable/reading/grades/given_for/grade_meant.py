"""Whose grade it is where no sentence says so: the only body of its sort that the paper means.

Minutes of a fire authority, a letter to the families of a care home or a news page on "the
county's fire service" name the graded body once or only by its place. Where the sort is plain and
one body of the sort can be meant, it is that one, as inferred; where two could, it is nobody.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from answerable.reading.clauses import Passage
from answerable.reading.gazetteer import Body
from answerable.reading.grades.given_for.body_sorts import CALLED, LANDLORD, SORTS, Sort
from answerable.reading.grades.given_for.grade_bodies import heading_above, names_another, own_name
from answerable.reading.material import Material
from answerable.reading.overseen_bodies import overseen
from answerable.reading.records import Record
from answerable.reading.subject_body import inspected
from answerable.reading.worded import Worded, once, worded


def with_bodies(material: Material, found: Iterable[Record]) -> Iterator[Record]:
    """The records, and the body of each grade that names none, if one only can be meant."""
    for one in found:
        bare = one.kind == "grade" and one.fields["institution"] is None
        meant = _meant(material, one) if bare else None
        if meant is None:
            yield one
            continue
        body, why = meant
        given = {**one.fields, "institution": body.name, "institution_id": body.id}
        yield replace(one, fields=given, inferred={**one.inferred, "institution": why})


def _meant(material: Material, one: Record) -> tuple[Body, str] | None:
    passage = material.around(one.start)
    block = material.canonical.blocks[passage.block]
    start, end = max(block.start, passage.start), min(passage.end, one.end + _BEHIND)
    clause = _ONE_OF.sub("", material.text[start:end])
    if names_another(material, passage, one.start) or _OF_MANY.search(clause):
        return None
    sort = LANDLORD if one.rule == "grade.landlord" else _sort(material, passage, clause)
    if sort is None:
        return None
    beside = {two.body for two in inspected(material.within(block.start, end))}
    body = _only(material, sort)
    if body is None or any(sort.fits(two) and two != body for two in beside):
        return None
    own = own_name(material, passage, one.start)
    if own is not None and own not in body.name:
        return None
    return body, f"the only {sort.name} that the paper names"


_BEHIND = 90
# Of several bodies, or of one among them.
_OF_MANY = re.compile(
    r"\b(?:forces|services were|prisons|schools|homes|hospitals|trusts|councils|units|PDUs"
    r"|brigades|providers|all (?:two|three|four|five|six)|neighbour\w*|elsewhere"
    r"|another (?:force|service)|other (?:force|service)s?|nationally)\b",
    re.IGNORECASE,
)

# "Marlshire is one of only three forces to be graded so": it, and not the three.
_ONE_OF = re.compile(r"\bone of (?:only |just )?(?:the )?(?:[a-z]+|\d+) forces\b")
# "Inspectors graded the regional unit as adequate": not the body that the paper is about.
_OTHER_THING = re.compile(
    r"\b(?:the|a|its|their|our) (?:[\w-]+ ){1,3}(?:unit|team|squad|bureau|centre|partnership)\b",
    re.IGNORECASE,
)


def _sort(material: Material, passage: Passage, clause: str) -> Sort | None:
    """The sort of body that a clause, the heading above it or the whole paper speaks of."""
    told = [sort for sort in SORTS if sort.said.search(clause)]
    if told:
        return told[0] if len(told) == 1 else None
    if CALLED.search(clause) or _OTHER_THING.search(clause):
        return None
    heading = heading_above(material, passage)
    titled = [sort for sort in SORTS if sort.paper.search(heading)]
    if len(titled) == 1:
        return titled[0]
    spoken = [sort for sort in SORTS if once(sort.paper.found, material.text)]
    if [sort.name for sort in spoken] == ["probation unit", "youth justice service"]:
        return spoken[1]  # the inspectorate of probation grades both
    if [sort.name for sort in spoken] == ["hospital or trust", "care home"]:
        return None if once(_HOSPITAL.found, material.text) else spoken[1]  # one regulator
    return spoken[0] if len(spoken) == 1 else None


_HOSPITAL = worded("ospital|Trust", r"\b[Hh]ospital\b|\bTrust\b")


@lru_cache(maxsize=16)
def _called(form: Worded, words: str) -> frozenset[str]:
    """The names that a form finds in a whole paper, looked for once."""
    return frozenset(match["name"] for match in form.finditer(words))


def _only(material: Material, sort: Sort) -> Body | None:
    """The one body of a sort that a paper names, in full or by who oversees it."""
    named = {body for body in material.named_in_full if sort.fits(body)}
    title = material.meta.title or material.canonical.title or ""
    if not named and sort.called is not None:
        called = (*_called(sort.called, title), *_called(sort.called, material.text))
        named = {Body(name, None, "provider") for name in called}
    if named:
        return named.pop() if len(named) == 1 else None
    return overseen(f"{title}\n{material.text}", sort.name, material.gazetteer)
