"""A grade that the layout gives: alone in its cell or on its line."""

import re

from answerable.reading.gazetteer import Body
from answerable.reading.grade_fields import scale as scale_of
from answerable.reading.material import Material, Named
from answerable.reading.records import Record, Value, record
from answerable.reading.scales import GRADE, GRADE_RE, label

ALONE = re.compile(rf"^[\s\"“‘'*]*({GRADE})[\s\"”’'*.]*$", re.IGNORECASE)


def label_words(words: str) -> str:
    match = GRADE_RE.search(words)
    return match.group() if match else words


def laid_out(
    material: Material,
    span: tuple[int, int],
    words: str,
    named: Named | None,
    *,
    question: str | None,
    rule: str,
    standing: str,
    weight: int,
    value: str | None = None,
    where: tuple[int, int] | None = None,
) -> Record:
    body: Body | None = named.body if named else None
    given: dict[str, Value] = {
        "institution": body.name if body else None,
        "institution_id": body.id if body else None,
        "question": question,
        "value": value or label(label_words(words)),
        "value_words": label_words(words),
        "scale": scale_of(material),
        "standing": standing,
    }
    inferred = {"institution": named.inferred} if named and named.inferred else {}
    marks = {"question": where} if where else {}
    if named and named.span:
        marks["institution"] = named.span
    return record(
        "grade",
        span,
        rule,
        given=given,
        support=marks,
        inferred=inferred,
        weight=weight,
        key=question or "",
    )
