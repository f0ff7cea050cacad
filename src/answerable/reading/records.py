"""The kinds of record and their fields: section 2 of the reading contract, version 1."""

from collections.abc import Mapping
from dataclasses import dataclass, field

CONTRACT_VERSION = 1

_NAMES = {
    "document": "type profile characters pages language subject subject_id published"
    " published_words",
    "inspection": "institution institution_id inspectorate programme visit fieldwork_from"
    " fieldwork_to report_published",
    "grade": "institution institution_id question value value_words scale cycle standing",
    "grade_count": "institution institution_id value n of",
    "cause_of_concern": "institution institution_id theme accelerated disposition",
    "recommendation": "number issuer issuer_id addressee addressee_id theme due due_words"
    " due_basis parent modality response disposition",
    "area_for_improvement": "institution institution_id number theme due due_words disposition",
    "practice": "institution institution_id grade",
    "commitment": "by by_person due due_words measure missing",
    "claim": "by by_person n unit scope_words period_from period_to",
    "response": "to_number response response_words by law law_words",
    "meeting": "body body_id title sort date date_words time place standing",
    "agenda_item": "number title purpose lead papers_due papers_due_words requirement",
    "person": "name role organisation initials holding presence",
    "action": "ref owner owner_office owner_person due due_words due_basis disposition raised_at",
    "decision": "ref body",
    "assurance": "by level about",
    "money": "amount currency period_words state state_words payer recipient purpose_words flag",
    "count": "n unit qualifier approximate",
    "status": "of state_words state on by",
    "monitoring": "institution institution_id change state on",
    "figure": "measure_words value unit period_words comparator_words institution",
    "residue": "trigger reason sign likelihood near",
}

FIELDS: Mapping[str, tuple[str, ...]] = {
    kind: tuple(names.split()) for kind, names in _NAMES.items()
}
KINDS = tuple(FIELDS)

Value = str | int | float | bool | None | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """One candidate. `start` and `end` count code points of the canonical text.

    `weight` decides between two records that claim the same words: the higher one stays
    (a rule of a named section is heavier than a rule of free prose). `key` tells apart
    records of one kind on one span, such as one grade for each of two bodies. `parent`
    is the span start of the cause of concern that a recommendation belongs to.
    """

    kind: str
    start: int
    end: int
    rule: str
    fields: Mapping[str, Value]
    support: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    weight: int = 50
    key: str = ""


def record(
    kind: str,
    span: tuple[int, int],
    rule: str,
    *,
    given: Mapping[str, Value] | None = None,
    support: Mapping[str, tuple[int, int]] | None = None,
    inferred: Mapping[str, str] | None = None,
    weight: int = 50,
    key: str = "",
) -> Record:
    """A record with every field of its kind; what is not given is null."""
    known = FIELDS[kind]
    values = dict(given or {})
    unknown = [name for name in values if name not in known]
    if unknown:
        message = f"{kind} has no field {unknown[0]}"
        raise KeyError(message)
    return Record(
        kind=kind,
        start=span[0],
        end=span[1],
        rule=rule,
        fields={name: values.get(name) for name in known},
        support=dict(support or {}),
        inferred=dict(inferred or {}),
        weight=weight,
        key=key,
    )
