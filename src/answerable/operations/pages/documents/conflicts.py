"""Where our sources differ: each value with its words, which stands for now, and why."""

from collections.abc import Mapping
from typing import Any

from answerable.operations import access, catalogue
from answerable.operations.documents import conflicts as operations
from answerable.operations.pages import acts, naming
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import (
    Aside,
    Cell,
    Item,
    Link,
    Section,
    SectionsPage,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.conflicts import BEGINS, Conflict, conflicts
from answerable.store.reads import registers
from answerable.vocabulary import times
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

ADDRESS = "/about/conflicts/"
NOT_DECIDED = marked("Nobody has decided yet: both stand.")


def page(look: Look, *, written: int | None = None) -> SectionsPage:
    """Every conflict of every body; `written` is the entry of a decision just made."""
    sections = []
    for institution in registers.institutions():
        if institution in catalogue.bodies():
            proof = Proof(look, look.register(institution))
            may = access.may(look.actor, "resolve_conflict", about=institution)
            sections += [
                _section(c, proof, institution, may=may) for c in conflicts(proof.register)
            ]
    n = len(sections)
    return SectionsPage(
        title=say("Where our sources differ"),
        area="about",
        sentence=(
            say("Our sources nowhere state different values of one thing.")
            if not n
            else say(
                "In {n} {word} our sources state different values of one thing. "
                "All are kept and shown.",
                n=n,
                word=say("place") if n == 1 else say("places"),
            )
        ),
        crumbs=(Link(label=say("About this record"), url=look.url("/about/")),),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        sections=tuple(sections),
        aside=(
            Aside(
                title=say("What this means"),
                paragraphs=(
                    say(
                        "A difference between sources is no correction: nobody has shown "
                        "which is wrong. An office may say which value stands for now, "
                        "with its reason; a source that is added later opens the "
                        "question again."
                    ),
                ),
            ),
        ),
    )


def decide(look: Look, entry: int, field: str) -> Act:
    """The form that says which value stands for now, both sources above it."""
    institution, conflict, proof = _named(look, entry, field)
    return Act(
        title=say("Say which value stands for now"),
        sentence=say("All values and their sources stay on the record and are shown beside it."),
        action=_address(conflict),
        button=say("Record which stands, and why"),
        operation="resolve_conflict",
        institution=institution,
        back=Link(label=say("Leave it open"), url=ADDRESS),
        crumbs=(Link(label=say("Where our sources differ"), url=ADDRESS),),
        area="about",
        answers=(
            Item(label=say("What they differ about"), words=_title(conflict, institution)),
            *(
                Item(
                    label=say("{told}, says", told=_told(one.value)),
                    words=f"{proof.label(proof.documents.get(version.fact.doc or ''))}: "
                    f"{proof.in_marks(version)}",
                )
                for one in conflict.stated
                for version in one.versions
            ),
            Item(label=say("Until now"), words=_standing(conflict)),
        ),
        fields=(
            Field(
                name="value",
                label=say("Which value stands for now"),
                value=conflict.standing or "",
                choices=acts.choices(
                    [(one.value, _told(one.value)) for one in conflict.stated],
                    first=say("Choose one"),
                ),
            ),
            Field(
                name="reason",
                label=say("Why"),
                hint=say("For example: the minutes name the day, the news only the month."),
                rows=3,
            ),
            acts.day_field(look, label=say("From which day this decision holds")),
        ),
    )


def chosen(look: Look, entry: int, field: str, posted: Mapping[str, str]) -> dict[str, Any]:
    """What the form says, as the operation's arguments."""
    _, conflict, _ = _named(look, entry, field)
    return {
        "reference": conflict.stream,
        "field": field,
        "value": posted.get("value", ""),
        "reason": posted.get("reason", ""),
        "on": times.day(posted.get("on", ""), what="day"),
        "entry": conflict.stated[0].versions[0].entry_id,
    }


def _named(look: Look, entry: int, field: str) -> tuple[str, Conflict, Proof]:
    for institution in registers.institutions():
        if institution in catalogue.bodies():
            proof = Proof(look, look.register(institution))
            for found in conflicts(proof.register):
                seqs = [v.seq for one in found.stated for v in one.versions]
                if found.field == field and entry in seqs:
                    return institution, found, proof
    raise operations.NoSuchConflict(
        say("Our sources do not differ there, or they no longer do. The page lists where they do.")
    )


def _address(conflict: Conflict) -> str:
    return f"{ADDRESS}{conflict.stated[0].versions[0].seq}/{conflict.field}/"


def _title(conflict: Conflict, institution: str) -> str:
    what = naming.kind_words(conflict.kind.__name__)
    field = "day" if conflict.field == BEGINS else naming.field_words(conflict.field)
    return f"{naming.body_words(institution)}: {what.lower()}, {field}"


def _section(conflict: Conflict, proof: Proof, institution: str, *, may: bool) -> Section:
    first = conflict.stated[0].versions[0]
    rows = tuple(
        (
            Cell(words=_told(one.value), state=""),
            Cell(words=proof.in_marks(version), url=proof.place_url(version)),
            proof.label(proof.documents.get(version.fact.doc or "")),
        )
        for one in conflict.stated
        for version in one.versions
    )
    who = naming.short(naming.told(first.fact))
    again = (
        say("Decide anew which stands")
        if conflict.resolved
        else say("Say which stands for now, and why")
    )
    return Section(
        title=_title(conflict, institution),
        paragraphs=(naming.stop(say("About: {who}", who=who)), _standing(conflict)),
        table=Table(
            caption=say("What each source states"),
            head=(say("Value"), say("Its words"), say("Source")),
            rows=rows,
        ),
        links=(Link(label=again, url=_address(conflict)),) if may else (),
    )


def _standing(conflict: Conflict) -> str:
    if conflict.resolved is None:
        return NOT_DECIDED
    reason = conflict.resolved.fact.get("reason") or say("no reason is shown")
    by = naming.body_words(conflict.resolved.by.body)
    return say(
        "For now {by} takes {told}: {reason}",
        by=by,
        told=_told(conflict.standing or ""),
        reason=naming.stop(reason),
    )


def _told(value: str) -> str:
    try:
        return in_words(value)
    except (Refusal, ValueError):
        return value
