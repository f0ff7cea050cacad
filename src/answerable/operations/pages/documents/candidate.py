"""One reading beside its source: its exact words, its fields, and what a person may decide."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from answerable.operations.documents import confirm, recut, running_text
from answerable.operations.documents.anchoring import KIND
from answerable.operations.documents.deciding import NoSuchCandidate
from answerable.operations.pages import everything, forms, naming
from answerable.operations.pages.documents import (
    about_finding,
    answering,
    candidate_boxes,
    date_named,
    queue_chosen,
    text_blocks,
)
from answerable.operations.pages.documents.candidate_boxes import MORE_FIELDS, OWN
from answerable.operations.pages.documents.field_labels import label
from answerable.operations.pages.documents.text_blocks import Mark, TextBlock
from answerable.operations.pages.documents.waiting import (
    RESIDUE,
    address,
    called,
    filed,
    find,
    heading,
    in_document,
    in_running_text,
    kind_words,
    neighbours,
    notice,
    place,
    rule_words,
    told_precision,
    unanswered,
)
from answerable.operations.pages.forms import ConflictPage, Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import FormError, Item, Link, Page, Row, Table
from answerable.store.papers import documents
from answerable.store.papers.review import BY_HAND, Candidate
from answerable.vocabulary.language import say
from answerable.vocabulary.refusal import Conflict
from answerable.vocabulary.times import in_words


@dataclass(frozen=True, kw_only=True)
class CandidatePage(Page):
    """One candidate: the source on one side, its fields on the other."""

    document: Row
    blocks: tuple[TextBlock, ...]
    facts: tuple[Item, ...]
    how: tuple[Item, ...]
    in_document: str
    fields: tuple[Field, ...]
    machine_fields: tuple[Field, ...]
    empty_fields: tuple[Field, ...]
    state: str
    seen: int
    key: str
    accept_url: str
    correct_url: str
    reject_url: str
    reject_field: Field
    signed_by: str
    next_url: str
    previous_url: str
    may_answer: bool = True
    may_correct: bool = True
    answered: str = ""
    differences: Table | None = None
    split_url: str = ""
    split_field: Field | None = None
    longer_url: str = ""
    longer_field: Field | None = None
    act_url: str = ""
    merge_url: str = ""
    merge_field: Field | None = None
    unread: bool = False
    read_as_url: str = ""
    read_as_field: Field | None = None
    about: tuple[Field, ...] = ()
    about_corrected: tuple[Field, ...] = ()
    why_accepted: Field | None = None
    why_corrected: Field | None = None


def candidate(
    look: Look,
    name: str,
    *,
    key: str,
    posted: Mapping[str, str] | None = None,
    errors: Sequence[FormError] = (),
    done: str = "",
    kind: str = "",
) -> CandidatePage:
    """One candidate; `posted` keeps what was typed when something has to be mended.

    `kind` is what was chosen in the queue: the next one is of that kind too.
    """
    found = find(name)
    record, quote = found.record, found.record["quote"]
    title = called(look).get(found.document)
    if title is None:
        raise NoSuchCandidate(
            say("The document of {name} is not on the record. Read it again.", name=name)
        )
    url = f"/review/{name}/"
    boxes = candidate_boxes.boxes(look, found, posted or {})
    before, after = neighbours(found, kind)
    mine = answering.mine(look, found)
    fresh = found.state == "waiting" and not found.readings and found.kind != KIND
    others = recut.partners(found) if fresh else ()
    return CandidatePage(
        title=_title(found),
        kicker=_kicker(found),
        area="review",
        sentence=_state_words(found),
        crumbs=(Link(label=say("What waits for a person"), url=queue_chosen.back(found, kind)),),
        banner=forms.acting(look),
        as_at=look.as_at(),
        notice=replace(told, still=True) if (told := notice(done)) else None,
        errors=tuple(errors),
        document=Row(title=title, url=_source_url(found)),
        blocks=_blocks(look, found),
        facts=(
            Item(label=say("Exact words"), words=f"“{quote['exact']}”"),
            *((Item(label=say("Page"), words=str(quote["page"])),) if quote.get("page") else ()),
            *_recorded(found),
            *date_named.named(found),
            *candidate_boxes.issuer_worked_out(look, found),
            *answering.second(look, found, mine=mine),
        ),
        how=(
            Item(label=say("Rule"), words=rule_words(found.rule)),
            Item(label=say("Confidence"), words=told_precision(found.rule)),
            *_inferred(found.kind, record),
        ),
        in_document="" if found.kind == KIND else in_document(found),
        fields=boxes.shown,
        empty_fields=boxes.empty,
        machine_fields=boxes.keys,
        state=found.state,
        seen=look.head.size - 1,
        key=key,
        accept_url=address(name, kind, "accept/"),
        correct_url=address(name, kind, "correct/"),
        reject_url=address(name, kind, "reject/"),
        reject_field=Field(
            name="reason",
            label=say("Why") if found.kind == RESIDUE else say("Why it is rejected"),
            value=(posted or {}).get("reason", ""),
            rows=2,
        ),
        signed_by=forms.who(look.actor).removeprefix("You act as ").rstrip("."),
        next_url=address(after, kind) if after else queue_chosen.back(found, kind),
        previous_url=address(before, kind) if before else "",
        may_answer=found.state == "waiting" and not (mine and len(found.readings) == 1),
        may_correct=found.kind not in (KIND, RESIDUE),
        unread=found.kind == RESIDUE,
        answered=answering.answered(look, found, mine=mine),
        differences=answering.differences(found),
        longer_url=f"{url}go-on/" if fresh else "",
        longer_field=answering.longer_field(posted or {}) if fresh else None,
        act_url=answering.act_url(look, found, url, mine=mine),
        split_url=f"{url}split/" if fresh else "",
        split_field=answering.split_field(posted or {}) if fresh else None,
        merge_url=f"{url}merge/" if others else "",
        merge_field=answering.merge_field(others) if others else None,
        read_as_url=f"{url}read-as/" if fresh else "",
        read_as_field=answering.read_as_field(found, posted or {}) if fresh else None,
        about=about_finding.boxes(look, found, posted or {}),
        about_corrected=about_finding.boxes(
            look, found, posted or {}, name=about_finding.CORRECTED
        ),
        why_accepted=answering.why("why", found, posted or {}),
        why_corrected=answering.why("why-corrected", found, posted or {}),
    )


def conflicting(
    look: Look, name: str, conflict: Conflict, posted: Mapping[str, str], *, action: str
) -> ConflictPage:
    """Somebody wrote the same field first: both values; what was typed is kept."""
    kept = {k: v for k, v in posted.items() if k != "csrfmiddlewaretoken"}
    kept["seen"] = str(look.head.size - 1)
    about = next((f for f in filed(look) if f.doc == find(name).document), None)
    return forms.conflict(
        look,
        conflict,
        keep=forms.carried(kept, *kept),
        action=action,
        back_url=f"/review/{name}/",
        institution=about.institution if about else "",
    )


def changed(name: str, posted: Mapping[str, str]) -> dict[str, Any]:
    """The fields that a person put right, in the form that each had."""
    fields = {**dict.fromkeys(MORE_FIELDS), **find(name).record["fields"]}
    made: dict[str, Any] = {}
    for field, before in fields.items():
        typed = posted.get(f"{OWN}{field}")
        if typed is not None and typed.strip() != answering.shown(before):
            made[field] = _typed(before, typed.strip())
    if about := about_finding.ticked(posted, name=about_finding.CORRECTED):
        made[confirm.FINDINGS] = list(about)
    return made


def following(name: str, kind: str = "") -> str:
    """Where to go on after a decision: the next of the chosen kind in its document, or the queue.

    After the last one it is the first that nobody has answered, such as one before a part that was
    cut.

    The queue is that of its document while anything else of it waits. The address has no fragment
    yet.
    """
    found = find(name)
    _, after = neighbours(found, kind)
    to = after or unanswered(found, kind)
    return address(to, kind) if to else queue_chosen.back(found, kind)


def _title(found: Candidate) -> str:
    """Its kind, number and first words, so that no two pages in a row are headed alike."""
    fields, words = found.record["fields"], naming.short(found.record["quote"]["exact"])
    if found.kind == RESIDUE:
        return f"“{words}”"
    told = heading(found)
    if found.kind == "grade" and (fields.get("value_words") or fields.get("value")):
        return told
    number = str(fields.get("number") or "")
    return f"{told} {number}: “{words}”" if number else f"{told}: “{words}”"


def _kicker(found: Candidate) -> str:
    """Its kind, and whether the machine saw it or a person, if anybody did."""
    if found.kind == RESIDUE:
        return say("A passage that nothing has read")
    kind = kind_words(found.kind)
    if found.rule == BY_HAND:
        return say("{kind}, chosen by a person", kind=kind)
    return say("{kind}, read by machine", kind=kind)


def _state_words(found: Candidate) -> str:
    if found.state == "waiting":
        apart = in_running_text() if running_text.apart([found]) else ""
        return " ".join(filter(None, (place(found), apart)))
    by = naming.body_words((found.decided_by or "").split("/")[0])
    on = say(" on {day}", day=in_words(found.decided_at[:10])) if found.decided_at else ""
    return say("Somebody of {by} decided this{on}: {state}.", by=by, on=on, state=found.state)


def _source_url(found: Candidate) -> str:
    """The page of the document; an original is shown here alone, so its own address."""
    if found.kind == KIND:
        return str(found.record["fields"]["address"])
    return f"/documents/{found.document}/"


def _recorded(found: Candidate) -> tuple[Item, ...]:
    """For a place in an original: the words of our summary that it would stand behind."""
    if found.kind != KIND:
        return ()
    fields = found.record["fields"]
    return (
        Item(label=say("Our summary says"), words=f"“{fields['our_summary_says']}”"),
        Item(label=say("Entry"), words=f"{int(fields['entry']):,}"),
        Item(label=say("Address"), words=str(fields["address"])),
    )


def _blocks(look: Look, found: Candidate) -> tuple[TextBlock, ...]:
    quote = found.record["quote"]
    marks = [Mark(quote["start"], quote["end"], here=True)]
    # Words within the quote are marked with it: a second frame would hide signs between the two.
    marks += [
        Mark(support["start"], support["end"])
        for support in (found.record.get("support") or {}).values()
        if not quote["start"] <= support["start"] < support["end"] <= quote["end"]
    ]
    hidden = everything.withheld_spans(look, found.document)
    return text_blocks.blocks(documents.text(found.document), marks, hidden=hidden)


def _inferred(kind: str, record: Mapping[str, Any]) -> tuple[Item, ...]:
    found = record.get("inferred") or {}
    words = "; ".join(f"{label(kind, name)}: {why}" for name, why in found.items())
    return (Item(label=say("Worked out, not stated"), words=words),) if words else ()


def _typed(before: object, typed: str) -> Any:
    """What was typed, in the form that the field had; an empty box is no value."""
    if not typed:
        return None
    if isinstance(before, bool):
        return typed.lower() in ("yes", "true")
    if isinstance(before, int) and typed.lstrip("-").isdigit():
        return int(typed)
    if isinstance(before, list):
        return [part.strip() for part in typed.split(",") if part.strip()]
    return typed
