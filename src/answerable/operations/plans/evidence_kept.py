"""Evidence: which files are taken, who looked at one, and how one is given out by the gate."""

from dataclasses import dataclass
from datetime import date, datetime

from answerable.ledger.book import Receipt
from answerable.ledger.register import Register
from answerable.operations import access
from answerable.operations.quoting import typed
from answerable.operations.record import grounds
from answerable.operations.recording import book
from answerable.scrutiny.plans import offered
from answerable.store.papers import documents
from answerable.store.people import persons
from answerable.store.reads import lookup, registers
from answerable.vocabulary.access import Actor
from answerable.vocabulary.fact_base import Fact
from answerable.vocabulary.facts import EvidenceOffered, ResponseStepTaken
from answerable.vocabulary.refusal import Refusal

MOST_BYTES = 25_000_000
_BEGINS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF-", "pdf", "application/pdf"),
    (b"\x89PNG\r\n\x1a\n", "png", "image/png"),
    (b"\xff\xd8\xff", "jpg", "image/jpeg"),
)
_OFFICE: tuple[tuple[bytes, str, str], ...] = (
    (
        b"word/",
        "docx",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
    (b"xl/", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    (b"opendocument.spreadsheet", "ods", "application/vnd.oasis.opendocument.spreadsheet"),
)
_TAKEN = "PDF, Word, Excel, OpenDocument sheets, PNG, JPEG and plain text or CSV"


class NotTaken(Refusal):
    """A file that is not kept as evidence: too large, empty, or of a kind that is not taken."""

    code = "not_taken"


class NotGivenOut(Refusal):
    """A file that this reader may not have, or that is not there: the two look the same."""

    code = "no_such_evidence"


@dataclass(frozen=True, slots=True)
class Kind:
    """What a file is, told from its bytes and never from its name."""

    ending: str
    media_type: str


@dataclass(frozen=True, slots=True)
class File:
    """A file as it is given out; the name is made here and says nothing of who sent it."""

    name: str
    media_type: str
    data: bytes


def kind_of(data: bytes) -> Kind:
    """The kind of a file that may be kept as evidence, or a refusal."""
    if not data:
        raise NotTaken("The file is empty. Choose another one.")
    if len(data) > MOST_BYTES:
        raise NotTaken("The file is larger than 25 MB. Send a smaller copy, or a part of it.")
    for begins, ending, media in _BEGINS:
        if data.startswith(begins):
            return Kind(ending, media)
    if data.startswith(b"PK\x03\x04"):
        for inside, ending, media in _OFFICE:
            if inside in data:
                return Kind(ending, media)
    elif _is_text(data):
        return Kind("txt", "text/plain; charset=utf-8")
    raise NotTaken(f"Files of this kind are not kept as evidence. Taken are: {_TAKEN}.")


def check_evidence(
    *,
    by: Actor,
    at: datetime,
    key: str,
    seen: int | None,
    entry: int,
    result: str,
    reason: str,
    on: date,
) -> Receipt:
    """Somebody other than who offered it looked at evidence; `entry` is the one that offers it."""
    place = lookup.find(str(entry))
    access.require(by, "check_evidence", about=place.institution)
    reason = typed(reason, what="words that say what you found")
    person = persons.pseudonym_of(by.person, stream=place.stream)

    def decide(register: Register) -> list[Fact]:
        return offered.check(
            register,
            entry_id=place.entry_id or "",
            result=result,
            reason=reason,
            on=on,
            by_body=by.body,
            by_person=person,
        )

    about = place.institution
    receipt = book().append(about=about, decide=decide, by=by, at=at, key=key, seen=seen)
    held = grounds.of_entry(place)
    grounds.state_grounds(receipt, lambda _: held, about=about, by=by, at=at, key=key, on=on)
    return receipt


def given_out(*, by: Actor, sha: str, on: date) -> File:
    """A file of evidence, where this reader sees a fact that names it; else a refusal."""
    for institution in registers.institutions():
        register = registers.register(institution, valid=on, actor=by)
        for version in register.versions_of(EvidenceOffered, ResponseStepTaken):
            if sha in (version.fact.get("digests") or ()):
                data = documents.original(sha)
                kind = kind_of(data)
                return File(f"evidence-{sha[:12]}.{kind.ending}", kind.media_type, data)
    raise NotGivenOut("No evidence with that SHA-256 is on the record for you to see.")


def _is_text(data: bytes) -> bool:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    begins = text.lstrip("\ufeff \t\r\n")[:1]
    return "\0" not in text and begins != "<"  # no page, no picture in words: both can run code
