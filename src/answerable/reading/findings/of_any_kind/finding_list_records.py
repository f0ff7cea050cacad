"""The record of a finding that its list names: of any of the three kinds."""

from answerable.reading.bodies_meant import named_body
from answerable.reading.clauses import Passage
from answerable.reading.deadlines import deadline
from answerable.reading.findings.duties.duty_records import body, duty_record
from answerable.reading.material import Material
from answerable.reading.records import Record, Value, record

_WEIGHT = 70  # a rule that reads the sentence itself stands before it


def listed(
    material: Material,
    passage: Passage,
    kind: str,
    span: tuple[int, int],
    of_label: tuple[int, int] | None,
    *,
    number: str | None = None,
    told: bool = False,
) -> Record:
    """A finding of a list; `of_label` is the place of its label, which may hold its day.

    `told`: it is none of a list, but told beside its name in a sentence.
    """
    due = None
    if kind != "cause_of_concern":
        due = deadline(material.text, *span)
        if due is None and of_label is not None:
            due = deadline(material.text, *of_label)
    if kind == "recommendation":
        return duty_record(
            material,
            passage,
            span,
            who=None,
            modal="recommends",
            due=due,
            cause=None,
            number=("recommendation", number) if number else None,
            outside=due is not None and due.start < span[0],
            rule="prose.named-again" if told else "list.named",
            weight=_WEIGHT,
        )
    given: dict[str, Value] = {}
    support, inferred = body(given, named_body(material, passage), "institution")
    if kind == "cause_of_concern":
        given["accelerated"] = "accelerated" in passage.heading.lower()
    elif due is not None:
        given |= {"number": number, "due": due.due, "due_words": due.words}
        support["due"] = due.start, due.end
    elif number is not None:
        given["number"] = number
    rule = _RULES[kind, told]
    return record(
        kind, span, rule, given=given, support=support, inferred=inferred, weight=_WEIGHT
    )


_RULES = {
    ("cause_of_concern", False): "cause.named-list",
    ("cause_of_concern", True): "cause.apposed",
    ("area_for_improvement", False): "afi.list.named",
    ("area_for_improvement", True): "afi.prose.apposed",
}
