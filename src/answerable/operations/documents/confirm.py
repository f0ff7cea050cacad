"""From a confirmed record of a reading to the fact it states.

A machine reads, a person confirms: only `operations.documents.deciding.accept` and `.correct`
call this. A kind without a fact of its own (a person, a passage left unread) stays a labelled
example.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from answerable.operations.record import typed_values
from answerable.vocabulary import facts, times
from answerable.vocabulary.documents import Source
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.finding_kinds import ACCELERATED, CAUSE
from answerable.vocabulary.identity import reference, slug
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import Period

Fields = Mapping[str, Any]
_OF_PUBLISHER = frozenset(
    {"area_for_improvement", "cause_of_concern", "grade", "inspection", "practice"}
    | {"recommendation"}
)
"""Kinds that the inspectorate which published the document states, where no other is named."""
_AGREED = frozenset({"action", "commitment"})
"""Kinds that minutes state as agreed on the day of the session."""
ASSURANCE = "assurance"
FINDINGS = "findings"
"""The field in which a person says about which findings minutes speak; no reader fills it."""
_LEVELS = frozenset({"assured", "partly", "not-assured"})
_MOST = 40  # characters of a subject in a reference


class NotEnoughKnown(Refusal):
    """A record that cannot become a fact yet; the sentence says what is missing."""

    code = "not_enough_known"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record waiting for a person, with the document it was read from.

    `standing` is the document's: original, summary or own-form. `fields` are those of the
    record with the person's corrections applied. `inspectorate` published the
    document, whose title is `title`. `session` is the one whose minutes it is:
    `session/anyshire-pcc/2026-06-11`.
    """

    kind: str
    fields: Fields
    quote: str
    start: int
    end: int
    page: int | None
    document: str
    about: str | None
    standing: str
    published: str | None
    subject: str | None
    inspectorate: str | None = None
    title: str | None = None
    session: str | None = None


def kinds_with_facts() -> frozenset[str]:
    """Kinds whose acceptance writes to the record."""
    return frozenset(_MAKERS)


def to_fact(candidate: Candidate, *, next_number: Callable[[str], int]) -> Fact:
    """The fact that a confirmed record states, or a refusal that says what to set.

    `next_number(prefix)` gives the next free number of references that begin so.
    """
    maker = _MAKERS.get(candidate.kind)
    if maker is None:
        raise NotEnoughKnown(
            f"A {candidate.kind.replace('_', ' ')} has no fact of its own. Accepting it keeps "
            "the reading as confirmed; nothing enters the record."
        )
    institution = institution_of(candidate)
    first = begins(candidate)
    fact_type, tail, values = maker(candidate, first)
    for name, value in values.items():
        typed_values.fitting(fact_type, name, value)
    stream = str(candidate.fields.get("reference") or "") or _stream(
        candidate, institution, first, tail=tail, next_number=next_number
    )
    return fact_type(
        institution=institution,
        stream=reference(stream),
        valid=Period(first),
        doc=candidate.document,
        said=candidate.published,
        source=source_of(candidate),
        quote=candidate.quote,
        **values,
    )


def source_of(candidate: Candidate) -> Source:
    """Where in the document the words of a record stand."""
    return Source(
        kind="summary" if candidate.standing == "summary" else "original",
        doc=candidate.document,
        about=candidate.about,
        page=candidate.page,
        start=candidate.start,
        end=candidate.end,
    )


def institution_of(candidate: Candidate) -> str:
    """Whom a record is about, or a refusal that asks."""
    for name in ("institution_id", "addressee_id"):
        if candidate.fields.get(name):
            return str(candidate.fields[name])
    if candidate.subject:
        return candidate.subject
    raise NotEnoughKnown(
        "Say which body this is about: “Body, by its id” on the page, "
        "or --set institution_id=BODY."
    )


def begins(candidate: Candidate) -> date:
    """From which day a record is true, or a refusal that asks."""
    of_the_day = candidate.kind in (*_AGREED, ASSURANCE)
    agreed = _day_of_session(candidate) if of_the_day else None
    text = (
        candidate.fields.get("valid")
        or candidate.fields.get("date")
        or agreed
        or candidate.published
    )
    if not text or str(text).startswith("X"):
        raise NotEnoughKnown(
            "Say from which day this is true: “True from” on the page, or --set valid=YYYY-MM-DD."
        )
    return times.first_day(str(text))


def _stream(
    candidate: Candidate,
    institution: str,
    first: date,
    *,
    tail: tuple[str, str | None],
    next_number: Callable[[str], int],
) -> str:
    """The reference of a fact; of minutes it is the one that the session's own list has.

    A session whose minutes were handed in stands among those taken here, and what it agreed
    among its actions.
    """
    if candidate.session is not None:
        if candidate.kind == "meeting" and first.isoformat() == _day_of_session(candidate):
            return candidate.session
        if candidate.kind in _AGREED:
            prefix = f"action/{candidate.session.removeprefix('session/')}/"
            return prefix + (slug(tail[1]) if tail[1] else str(next_number(prefix)))
        if candidate.kind == ASSURANCE:
            return _numbered(candidate.session, tail, next_number)
    return _numbered(_stem(candidate, institution, first), tail, next_number)


def _day_of_session(candidate: Candidate) -> str | None:
    return candidate.session.rpartition("/")[2] if candidate.session else None


def _stem(candidate: Candidate, institution: str, begins: date) -> str:
    short = institution.removesuffix("-police")
    issuer = str(candidate.fields.get("issuer_id") or candidate.fields.get("inspectorate") or "")
    if not issuer and candidate.kind in _OF_PUBLISHER:
        issuer = candidate.inspectorate or ""
    theme = str(candidate.fields.get("theme") or "")
    if candidate.kind in _OF_PUBLISHER and candidate.inspectorate:
        # One report, however many themes it has; two reports of one year share no numbers.
        theme = candidate.title or theme
    parts = [slug(issuer) if issuer else "read", str(begins.year), short]
    if theme:
        parts.append(subject_in_reference(theme))
    return "/".join(parts)


def subject_in_reference(words: str) -> str:
    """A theme or a title as part of a reference: whole words, at most 40 characters.

    >>> subject_in_reference("How Anyshire Police keeps people safe: an inspection")
    'how-anyshire-police-keeps-people-safe-an'
    >>> subject_in_reference("How Anyshire Police answers the public in emergencies")
    'how-anyshire-police-answers-the-public'
    """
    whole = slug(words)
    return whole if len(whole) <= _MOST else whole[: _MOST + 1].rpartition("-")[0] or whole[:_MOST]


def _numbered(stem: str, tail: tuple[str, str | None], next_number: Callable[[str], int]) -> str:
    kind, number = tail
    prefix = f"{stem}/{kind}/"
    return prefix + (slug(number) if number else str(next_number(prefix)))


def findings_of(fields: Fields) -> tuple[str, ...]:
    """The findings that a person says these minutes speak of, by their references."""
    return tuple(dict.fromkeys(fields.get(FINDINGS) or ()))


def _text(candidate: Candidate) -> str:
    return str(candidate.fields.get("text") or candidate.quote)


def finding_kind(kind: str, fields: Fields) -> str:
    """The kind of finding that a record states; a person may have typed the word as yes.

    >>> finding_kind("cause_of_concern", {"accelerated": True})
    'accelerated-cause-of-concern'
    """
    early = str(fields.get("accelerated")).lower() in ("true", "yes")
    plain = kind.replace("_", "-")
    return ACCELERATED if plain == CAUSE and early else plain


_Made = tuple[type[Fact], tuple[str, str | None], dict[str, Any]]


def _finding(kind: str) -> Callable[[Candidate, date], _Made]:
    def make(candidate: Candidate, _begins: date) -> _Made:
        f = candidate.fields
        number = f.get("number")
        return (
            facts.FindingPublished,
            (kind, str(number) if number else None),
            {
                "kind": finding_kind(candidate.kind, f),
                "number": number,
                "owner": f.get("issuer_id") or f.get("issuer") or candidate.inspectorate,
                "addressee": f.get("addressee_id") or f.get("addressee"),
                "theme": f.get("theme"),
                "text": _text(candidate),
                "due": f.get("due"),
                "due_basis": f.get("due_basis"),
                "parent": _reference_or_none(f.get("parent")),
            },
        )

    return make


def _reference_or_none(parent: Any) -> str | None:
    """A parent that a person named; the reader's own id of a parent is no reference."""
    return str(parent) if parent and "/" in str(parent) else None


def _grade(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    names = ("question", "value", "value_words", "scale", "cycle", "standing")
    if not f.get("question"):
        raise NotEnoughKnown(
            "Say which question is graded: the heading above it in the document names it. If the "
            "grade of that question is confirmed already, reject this one."
        )
    # The question names the grade and not the report: grades of nine questions are one report.
    question = slug(str(f["question"]))[:40] if f.get("question") else None
    return facts.GradeGiven, ("grade", question), {name: f.get(name) for name in names}


def _inspection(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    ends = [f.get("fieldwork_from"), f.get("fieldwork_to")]
    return (
        facts.InspectionRecorded,
        ("inspection", None),
        {
            "inspectorate": f.get("inspectorate"),
            "programme": f.get("programme"),
            "visit": f.get("visit"),
            "fieldwork": "/".join(dict.fromkeys(str(e) for e in ends if e)) or None,
        },
    )


def _action(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    owner = f.get("owner_office") or f.get("owner") or f.get("by")
    return (
        facts.ActionPromised,
        ("action", f.get("ref")),
        {
            "text": _text(candidate),
            "owner": owner,
            "due": f.get("due"),
            "plan": candidate.session,
            "answers": findings_of(f) or None,
        },
    )


def _claim(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    period = [f.get("period_from"), f.get("period_to")]
    return (
        facts.ClaimMade,
        ("claim", None),
        {
            "by_office": f.get("by"),
            "n": f["n"] if isinstance(f.get("n"), int) else None,
            "unit": f.get("unit"),
            "scope": f.get("scope_words"),
            "period": "/".join(str(p) for p in period if p) or None,
        },
    )


def _holder(candidate: Candidate) -> str | None:
    """Whose session it was, where the document is its minutes."""
    return candidate.session.split("/")[1] if candidate.session else None


def _meeting(candidate: Candidate, begins: date) -> _Made:
    f = candidate.fields
    return (
        facts.MeetingHeld,
        ("session", begins.isoformat()),
        {
            "body": f.get("body_id") or _holder(candidate) or f.get("body"),
            "title": f.get("title"),
            "sort": f.get("sort"),
            "date": f.get("date"),
            "place": f.get("place"),
        },
    )


def _assurance(candidate: Candidate, _begins: date) -> _Made:
    """What the chair judged in a session, in the words of its minutes."""
    f = candidate.fields
    if candidate.session is None:
        raise NotEnoughKnown(
            "A judgement of assurance is that of a session, and these minutes do not say of which "
            "day theirs was. Put the day of the meeting right first, or reject this reading."
        )
    if f.get("level") not in _LEVELS:
        raise NotEnoughKnown(f"Say how assured: one of {', '.join(sorted(_LEVELS))}.")
    return (
        facts.AssuranceJudged,
        (ASSURANCE, None),
        {
            "meeting": candidate.session,
            "about": f.get("about"),
            "level": f.get("level"),
            "reason": candidate.quote,
        },
    )


def _response(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    values = {"response": f.get("response"), "text": _text(candidate), "law": f.get("law")}
    return facts.ResponseGiven, ("response", f.get("to_number")), values


def _money(candidate: Candidate, _begins: date) -> _Made:
    f = candidate.fields
    return (
        facts.MoneyStated,
        ("money", None),
        {
            "amount": f.get("amount"),
            "currency": f.get("currency"),
            "period": f.get("period_words"),
            "state": f.get("state"),
            "payer": f.get("payer"),
            "recipient": f.get("recipient"),
            "purpose": f.get("purpose_words"),
        },
    )


_MAKERS: dict[str, Callable[[Candidate, date], _Made]] = {
    "action": _action,
    "area_for_improvement": _finding("area-for-improvement"),
    ASSURANCE: _assurance,
    "cause_of_concern": _finding("cause-of-concern"),
    "claim": _claim,
    "commitment": _action,
    "count": _claim,
    "grade": _grade,
    "inspection": _inspection,
    "meeting": _meeting,
    "money": _money,
    "practice": _finding("practice"),
    "recommendation": _finding("recommendation"),
    "response": _response,
}
