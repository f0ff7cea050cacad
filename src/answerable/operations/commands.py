"""What a program may do: each changing operation by its name, and why the others are not here.

One table. The door makes an address, a shape and a description of each line from the function
itself; a token names operations or groups of this table.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from inspect import signature
from pathlib import Path
from typing import Any, get_args

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import releasing
from answerable.operations.accountability import (
    claims,
    escalation,
    form_answers,
    money,
    partners,
    succession,
)
from answerable.operations.documents import conflicts, deciding, read_as, recut, sources
from answerable.operations.findings import asked, closing, findings, linking, redress
from answerable.operations.measures import families, protocols, rebasing, verdicts
from answerable.operations.plans import (
    confirmed,
    duplicates,
    evidence_kept,
    plans,
    response,
    set_aside,
    unlinked,
)
from answerable.operations.record import ledger, party_keys, removal
from answerable.operations.recording import book
from answerable.operations.rights import markings, privacy
from answerable.operations.sessions import (
    public_questions,
    scrutiny,
    session_plans,
    sessions,
    signing,
)
from answerable.store.reads import registers
from answerable.store.reads.commands import KeyUsed
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.refusal import Refusal

Do = Callable[..., object]
DOOR = frozenset({"by", "at", "key", "seen"})
"""What the door says itself: by the token, the clock and two headers."""


@dataclass(frozen=True, slots=True)
class Command:
    """An operation that a program may call; `without` are parameters that are files."""

    name: str
    group: str
    do: Do
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command recorded: its entries, if any, and the root of the record after it.

    `candidates` are the readings that it made: they wait, and may be decided next.
    """

    first: int | None
    last: int | None
    count: int
    root: str
    candidates: tuple[str, ...] = ()


GROUPS: Mapping[str, tuple[Do, ...]] = {
    "claims": (
        claims.make_claim,
        claims.check_claim,
        claims.confirm_claim,
        claims.notify_claim,
        claims.reply_to_claim,
        claims.publish_claim,
    ),
    "closing": (
        closing.claim_closure,
        closing.accept_claim,
        closing.state_closure,
        closing.reopen,
    ),
    "escalation": (escalation.escalate, escalation.decline_escalation),
    "findings": (
        findings.file_finding,
        scrutiny.respond,
        linking.link_finding,
        asked.link,
        asked.dismiss,
        duplicates.merge,
        duplicates.split,
        duplicates.follow_again,
        duplicates.transfer,
        conflicts.resolve_conflict,
    ),
    "forms": (form_answers.answer_form, form_answers.decide_release, releasing.release),
    "keys": (party_keys.revoke,),
    "measures": (
        protocols.fix_protocol,
        families.fix_family,
        rebasing.rebase_limits,
        verdicts.record_verdict,
    ),
    "oversight": (succession.pass_oversight,),
    "money": (money.state_money, money.commission_service, money.state_output),
    "partners": (
        partners.name_partner,
        partners.join_partner,
        partners.make_agreement,
        partners.answer_as_partner,
    ),
    "plans": (
        scrutiny.adopt_plan,
        scrutiny.promise_action,
        scrutiny.update_action,
        scrutiny.move_due_date,
        scrutiny.reach_rung,
        scrutiny.relapse,
        plans.reassign,
        plans.reassign_all,
        plans.set_milestone,
        plans.meet_milestone,
        plans.state_dependency,
        plans.end_dependency,
        plans.name_resource,
        plans.judge_plan,
        plans.set_objective,
        plans.link_objective,
        unlinked.take_link_back,
        confirmed.confirm_link,
        set_aside.set_aside,
        evidence_kept.check_evidence,
    ),
    "privacy": (privacy.name_controller,),
    "reading": (
        deciding.accept,
        deciding.correct,
        deciding.reject,
        deciding.put_aside,
        recut.split,
        recut.merge,
        recut.go_on,
        read_as.read_as,
        sources.anchor,
    ),
    "redress": (
        redress.report_mistake,
        redress.answer_mistake,
        redress.reply,
        ledger.correct,
        ledger.withdraw,
    ),
    "removal": (
        removal.erase,
        removal.hold,
        removal.release,
        removal.reclassify,
        markings.mark,
    ),
    "responses": (response.take_step, response.reach_stage, response.release_stages),
    "sessions": (
        session_plans.plan_sessions,
        session_plans.change_session,
        session_plans.require_paper,
        session_plans.receive_paper,
        sessions.hold_meeting,
        signing.sign_minutes,
        signing.approve_minutes,
        public_questions.take_public_question,
        public_questions.end_question,
    ),
}
"""Group -> its operations: what a token may name at once."""

_NAMES: Mapping[Do, str] = {
    deciding.accept: "accept_candidate",
    deciding.correct: "correct_candidate",
    deciding.reject: "reject_candidate",
    deciding.put_aside: "put_document_aside",
    recut.split: "split_candidate",
    recut.merge: "merge_candidates",
    recut.go_on: "continue_candidate",
    read_as.read_as: "read_candidate_as",
    asked.link: "link_asked_before",
    asked.dismiss: "dismiss_asked_before",
    party_keys.revoke: "revoke_key",
    releasing.release: "release_text",
}
"""Names that two rooms share, or that say too little by themselves."""


def name_of(do: Do) -> str:
    """The name of an operation in an address and in a scope."""
    return _NAMES.get(do) or do.__name__


def _holding_files(do: Do) -> frozenset[str]:
    """Parameters that are files, or name one of this machine: no program ever says them."""
    found = signature(do).parameters.values()
    return frozenset(p.name for p in found if _FILES & {p.annotation, *_parts(p.annotation)})


def _parts(hint: object) -> Iterator[object]:
    for part in get_args(hint):
        yield part
        yield from _parts(part)


_FILES: frozenset[object] = frozenset({Path, bytes})
COMMANDS: Mapping[str, Command] = {
    name_of(do): Command(name_of(do), group, do, _holding_files(do))
    for group, every in GROUPS.items()
    for do in every
}

LEFT_OUT: Mapping[str, str] = {
    "documents.reading_runs.begin_reading": "files, which are read in a closed room one by one",
    "plans.import_runs.begin_import": "the file of a preview, in a thread that a page follows",
    "plans.action_log.import_action_log": "a file, whose columns a person agrees to first",
    "plans.together.change_together": "rows of a page; a program calls reassign and move_due_date",
    "plans.explanations.explain_all": "one page for all; a program answers each recommendation",
    "plans.steps.say_step": "a step by its page; a program quotes a kept file, by reach_rung",
    "findings.closing.offer_evidence": "files, read in a closed room and shown before they count",
    "findings.closing.verify_closure": "the owner's key, in a file that never leaves its machine",
    "measures.evidence.keep_figures": "a step of loading figures, which begins with a file",
    "measures.evidence.load_observations": "a file of figures",
    "findings.findings.import_findings": "a file, whose rows a person looks at first",
    "documents.folder.read": "a folder of this machine, told file by file on a terminal",
    "documents.folder.take": "a file of such a folder",
    "measures.loading.load_file": "a file of figures on this machine",
    "measures.loading.keep_found": "a step of it, once the file is read",
    "measures.upload_runs.begin_load": "a table looked at first, in a thread that a page follows",
    "measures.uploads.load_upload": "a file, whose columns and rows a person looks at first",
    "record.party_keys.enrol": "the root key of a body, in a file that never leaves its machine",
    "record.party_keys.rotate": "the old key, in such a file",
    "record.rotation.rotate": "the log's own key, in a file that never leaves its machine",
    "record.ledger.correct_lines": "lines of one page of minutes; a program corrects each entry",
    "sessions.amending.amend_minutes": "one page of minutes; a program corrects and withdraws",
    "releasing.release_held": "passages ticked on a page; a program calls release_text",
    "documents.reading.read": "a file, which is read in a closed room",
    "documents.publication_day.put_right": "follows a file that is handed in again",
    "documents.sources.check_sources": "fetches from other sites, and tells a terminal how far",
    "documents.sources.confirm": "takes what the page of a candidate has already looked up",
    "documents.deciding.answer": "told with a story's files; a program decides reading by reading",
    "documents.reading_runs.stop_reading": "files that a page hands in, whose reading it follows",
    "plans.same_owner.make_one": "pairs of names that a page proposes; a program calls reassign",
    "plans.same_owner.remember": "the answers to that page",
    **dict.fromkeys(
        (
            *("plans.log_files.keep", "plans.log_files.forget", "plans.log_left.leave_out"),
            *("plans.log_left.take_back", "plans.log_said.read_too", "plans.log_said.use_columns"),
            *("plans.log_said.use_marks", "plans.log_said.use_sheet", "plans.log_said.use_sheets"),
            *("plans.log_said.use_table", "plans.log_statuses.remember"),
            *("measures.uploads.keep_upload", "measures.uploads.forget_upload"),
        ),
        "a file, and how a person reads its columns and rows before anything is taken from it",
    ),
    **dict.fromkeys(
        (
            *("sessions.agenda_boxes.save_agenda", "sessions.owner_offers.take"),
            *("sessions.session_draft.begin_agenda", "sessions.session_draft.change_agenda"),
            *("sessions.session_draft.put_question", "sessions.session_draft.save_minutes"),
            *("sessions.session_draft.say_ends", "sessions.standing_items.choose_standing"),
            "plans.explanations.keep_explanations",
        ),
        "the draft of a form as it is typed; a program sends what is to be recorded",
    ),
    **dict.fromkeys(
        (
            *("rights.accounts.add", "rights.accounts.change", "rights.accounts.leave"),
            *("rights.accounts.review", "rights.inviting.invite", "rights.inviting.renew"),
            "rights.inviting.revoke",
        ),
        "who may do what: a person who has signed in says so, never a token that could be lost",
    ),
    **dict.fromkeys(
        ("rights.panel_links.make", "rights.panel_links.revoke"),
        "a secret address, shown once to the person who sends it, and called back from its list",
    ),
    **dict.fromkeys(
        ("record.record.checkpoint", "record.elsewhere.prepare", "record.elsewhere.take"),
        "the log's own key, in a file that never leaves its machine",
    ),
}
"""`module.function` under operations that changes anything -> what a program cannot give it."""


def records(do: Do) -> bool:
    """Does an operation write to the record? One that takes no key changes papers or settings."""
    return "key" in signature(do).parameters


def carried_out(
    command: Command,
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int,
    told: Mapping[str, Any],
) -> Outcome:
    """Call an operation. One that only took note, such as a first of two readers, has no entry."""
    if not records(command.do):
        return _beside_the_record(command, by=by, at=at, key=key, seen=seen, told=told)
    try:
        made = command.do(by=by, at=at, key=key, seen=seen, **told)
    except KeyUsed:  # by one that may have made no entry
        raise KeyUsed(
            "This key was used for another command. Send a new command with a new key."
        ) from None
    receipt = made if isinstance(made, Receipt) else getattr(made, "receipt", None)
    if not isinstance(receipt, Receipt) or receipt.count == 0:
        return Outcome(None, None, 0, registers.head().root)
    return Outcome(receipt.first, receipt.last, receipt.count, receipt.root)


class _NotUsed(Refusal):
    """Stops an empty command before it is kept: its key is free."""


def _beside_the_record(
    command: Command, *, by: Actor, at: datetime, key: str, seen: int, told: Mapping[str, Any]
) -> Outcome:
    """Call an operation that makes no entry, unless its key was used; then keep the key.

    A refused one leaves its key free. One that was cut short before the key was kept is refused
    by the operation itself: what it decided about does not wait any more, unless its document was
    handed in again since.
    """
    _require_free(by=by, at=at, key=key, seen=seen)
    made = command.do(by=by, at=at, **told)
    book().append(about=by.body, decide=lambda _: (), by=by, at=at, key=key)
    names = (made,) if isinstance(made, str) else made if isinstance(made, tuple) else ()
    return Outcome(None, None, 0, registers.head().root, names)


def _require_free(*, by: Actor, at: datetime, key: str, seen: int) -> None:
    def stop(_: Register) -> Sequence[Fact]:
        raise _NotUsed("The key of this command is free.")

    try:
        book().append(about=by.body, decide=stop, by=by, at=at, key=key, seen=seen)
    except KeyUsed:
        raise KeyUsed(
            "This key has named a command before, and that one was carried out. Nothing was done "
            "now. Look how it stands; send a new command with a new key."
        ) from None
    except _NotUsed:
        return
