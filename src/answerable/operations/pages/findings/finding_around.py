"""What stands around a finding: its parts, sessions, earlier findings, timeline, corrections."""

from collections.abc import Iterator, Sequence

from answerable.ledger.register import Register, Version
from answerable.operations.findings import source_words
from answerable.operations.pages import naming
from answerable.operations.pages.findings.finding_lines import said_words
from answerable.operations.pages.item_words import NOT_KNOWN, item_kind
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import finding_words, kind_words
from answerable.operations.pages.parts import (
    Cell,
    Happening,
    Row,
    Table,
)
from answerable.operations.pages.proof import Proof
from answerable.scrutiny import phrases
from answerable.scrutiny.answering import ANSWERS
from answerable.scrutiny.matter import report_of
from answerable.scrutiny.plans import log_gone, log_headings, step_source
from answerable.scrutiny.progress import progress
from answerable.scrutiny.sessions import question_ends
from answerable.scrutiny.sessions.minutes_text import LEVELS
from answerable.scrutiny.standing import Progress
from answerable.store.reads import registers
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import (
    ActionUpdated,
    AnswerGiven,
    AssuranceJudged,
    ClosureAccepted,
    ClosureClaimed,
    Corrected,
    DetailStated,
    DueDateMoved,
    Escalated,
    EscalationDeclined,
    FindingLinked,
    FindingPublished,
    ItemTaken,
    MeetingHeld,
    PartnerJoined,
    QuestionAsked,
    Relapsed,
    Reopened,
    ReplyGiven,
    RungReached,
)
from answerable.vocabulary.finding_kinds import CAUSE, family
from answerable.vocabulary.language import say
from answerable.vocabulary.regimes import Regime
from answerable.vocabulary.times import in_words


def parts(register: Register, item: Progress, look: Look, regime: Regime) -> tuple[Row, ...]:
    """Its recommendations: those that name it, or all of its report where it is alone."""
    streams = [
        f.stream for f in register.of(FindingPublished) if f.parent == item.reference
    ] or _siblings(register, item)
    return tuple(_row(progress(register, stream, names=regime.names), look) for stream in streams)


def restricted(item: Progress, look: Look) -> str:
    """That words of it are not for everybody, said to whoever sees them: an address is sent on."""
    if look.actor.is_public:
        return ""
    last = registers.history(item.first.fact.institution).of_entries([item.first.entry_id])[-1]
    held = sorted(last.withheld.keys() & item.first.fact.values().keys())
    if not held:
        return ""
    if len(held) == len(item.first.fact.values()):
        return say("Restricted: the public sees nothing of it. Do not send this address on.")
    return say("Restricted in part: the public does not see its {fields}.", fields=", ".join(held))


def _siblings(register: Register, item: Progress) -> list[str]:
    """Recommendations of the same report, where the cause of concern is the only one."""
    if family(item.kind) != CAUSE:
        return []
    report = report_of(item.reference)
    same = [f for f in register.of(FindingPublished) if report_of(f.stream) == report]
    causes = [f for f in same if family(f.kind) == CAUSE]
    return [f.stream for f in same if f.kind == "recommendation"] if len(causes) == 1 else []


def _row(item: Progress, look: Look) -> Row:
    return Row(
        title=f"{item_kind(item)} {item.number or ''}".strip(),
        url=look.url(f"/findings/{item.reference}/"),
        sentence=phrases.start(item.text) if item.text else NOT_KNOWN,
        state=item.tag.lower() if item.text else "not known",
        note=item.sentence if item.rung else "",
    )


def sessions(register: Register, item: Progress, look: Look) -> tuple[Row, ...]:
    """Sessions held since it was published that took it or its subject."""
    held = {m.stream: m for m in register.of(MeetingHeld)}
    keys = {item.reference, item.theme or item.reference}
    taken: dict[str, list[ItemTaken]] = {}
    for one in register.of(ItemTaken):
        if keys & set(one.about or ()):
            taken.setdefault(one.meeting or one.stream, []).append(one)
    answers = register.of(AnswerGiven)
    since = item.first.fact.valid.start.isoformat()
    return tuple(
        _session(
            held[stream],
            items,
            [a for a in answers if a.stream == stream],
            look,
            came=tuple(_came_of(register, items)),
        )
        for stream, items in taken.items()
        if stream in held and str(held[stream].date) >= since
    )


def _came_of(register: Register, items: list[ItemTaken]) -> Iterator[str]:
    """Whether whoever was in the chair was assured on these items, and what is still open."""
    streams = {item.stream for item in items}
    for judged in register.of(AssuranceJudged):
        level = LEVELS.get(judged.level or "")
        if judged.stream in streams and level:
            reason = f" {phrases.stop(phrases.start(judged.reason))}" if judged.reason else ""
            yield say("Assurance: {level}.{reason}", level=level, reason=reason)
    places = {(item.meeting, item.number) for item in items}
    for asked in register.versions_of(QuestionAsked):
        named, meeting = asked.fact.get("item"), asked.fact.get("meeting")
        if named in streams or (meeting, named) in places:
            end = question_ends.told(register, asked)
            if end:
                yield f"“{asked.fact.get('text') or NOT_KNOWN}” {phrases.stop(end)}"


def _session(
    meeting: MeetingHeld,
    items: list[ItemTaken],
    answers: list[AnswerGiven],
    look: Look,
    *,
    came: Sequence[str] = (),
) -> Row:
    said = say(
        "{count} {answers} recorded",
        count=phrases.number(len(answers)),
        answers=phrases.plural("answer", len(answers)),
    )
    return Row(
        title=f"{meeting.title or say('Session')}, {in_words(str(meeting.date))}",
        url=look.url(naming.session_path(meeting.stream)),
        sentence="; ".join(str(item.title) for item in items if item.title),
        note=" ".join((*came, *((f"{phrases.start(said)}.",) if answers else ()))),
    )


def asked_before(register: Register, item: Progress, look: Look) -> tuple[Row, ...]:
    """Findings that a person linked to it."""
    rows = []
    for link in register.of(FindingLinked):
        if link.kind == ANSWERS or item.reference not in (link.stream, link.other):
            continue
        other = link.other if link.stream == item.reference else link.stream
        found = next(iter(register.of(FindingPublished, stream=other)), None)
        rows.append(
            Row(
                title=finding_words(found) if found else say("An earlier finding"),
                url=look.url(f"/findings/{other}/"),
                sentence=(found.text if found else None) or NOT_KNOWN,
                note=link.reason or "",
            )
        )
    return tuple(rows)


def said_before(item: Progress, proof: Proof) -> tuple[Row, ...]:
    """What its own report says of an earlier year; nobody has linked it to an earlier finding."""
    return tuple(
        Row(
            title=say("Its report says that it was said before"),
            url=proof.place_url(item.first),
            sentence=f"“{words}”",
        )
        for words in source_words.before(item.first.fact)
    )


def _happened(version: Version) -> str:
    fact = version.fact
    if isinstance(fact, FindingLinked) and fact.kind == ANSWERS:
        return say("Linked to a finding that it answers")
    if step_source.told_by(version):
        return say("What the step rests on")
    if log_gone.told_by(version):
        gone = fact.get("value") == log_gone.NO
        return say("Taken out of the log") if gone else say("In the log again")
    if isinstance(fact, DetailStated) and fact.form == log_headings.FORM:
        return say("Heading in the log")
    if isinstance(fact, RungReached | Relapsed) and fact.rung:
        step = naming.rung_words(fact.rung)
        return f"{kind_words(type(fact).__name__)}: {step}"
    return kind_words(type(fact).__name__)


def _told(version: Version) -> str:
    """Its exact words; of a heading or a link, what it says rather than the whole row."""
    fact = version.fact
    if isinstance(fact, FindingLinked) and fact.kind == ANSWERS:
        return f"{fact.reason or ''} ({fact.other})".strip()
    if log_gone.told_by(version) or step_source.told_by(version):
        return ""
    if isinstance(fact, DetailStated) and fact.form == log_headings.FORM:
        return fact.value or ""
    return said_words(version) or _own_words(fact)


def _own_words(fact: Fact) -> str:
    """What was typed where no document is quoted."""
    match fact:
        case ClosureClaimed() | ClosureAccepted() | ActionUpdated() | ReplyGiven():
            return fact.text or ""
        case Reopened() | Relapsed() | DueDateMoved() | Escalated() | EscalationDeclined():
            return fact.reason or ""
        case PartnerJoined():
            return ": ".join(filter(None, (_partner(fact), fact.part)))
    return ""


def _partner(fact: PartnerJoined) -> str:
    return naming.body_words(fact.partner) if fact.partner else ""


def _by(version: Version) -> str:
    """Who wrote it, where no document behind it says so."""
    source = version.fact.source
    if source is not None and source.doc:
        return ""
    return naming.body_words(version.by.body)


def timeline(item: Progress, proof: Proof) -> tuple[Happening, ...]:
    """Everything recorded of it, in order, but what a step rested on that was taken back."""
    rests = tuple(step_source.sources(item.versions, item.steps).values())
    return tuple(
        Happening(
            date=in_words(version.fact.valid.start.isoformat()),
            title=_happened(version),
            words=_told(version),
            by=_by(version),
            source=proof.link(version),
        )
        for version in item.versions
        if not step_source.told_by(version) or version in rests
    )


def changes(register: Register, item: Progress, look: Look) -> Table | None:
    """What we had written down wrongly of it."""
    ids = {v.entry_id for v in item.versions}
    rows: Sequence[tuple[str | Cell, ...]] = [
        (
            Cell(words=f"{v.seq:,}", url=look.url(f"/history/entry/{v.seq}/")),
            in_words(v.recorded_at.date().isoformat()),
            v.by.body,
            f"{v.fact.field}: {v.fact.reason or say('no reason given')}",
        )
        for v in register.versions_of(Corrected)
        if isinstance(v.fact, Corrected) and v.fact.ref in ids
    ]
    if not rows:
        return None
    return Table(
        caption=say("Corrections: we had it wrong, or not yet"),
        head=(say("Entry"), say("When"), "By", say("What and why")),
        rows=tuple(rows),
        numeric=(0,),
    )
