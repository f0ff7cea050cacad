"""The boxes in which a reading is put right: what it holds, what is often missing, the rest."""

from collections.abc import Mapping
from dataclasses import dataclass

from answerable.operations.documents.anchoring import KIND
from answerable.operations.pages import naming
from answerable.operations.pages.documents import answering
from answerable.operations.pages.documents.field_labels import label
from answerable.operations.pages.documents.waiting import filed
from answerable.operations.pages.forms import Field
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Item
from answerable.store.papers.review import DATES, Candidate
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import marked, say

OWN = "f-"
"""Before the name of each field of a record in the form, so that none meets `seen` or `key`."""
_KEYS = frozenset({"due_basis", "modality", "parent", "reference", "scale", "standing"})
MORE_FIELDS = {
    "institution_id": marked("Leave empty for the body that the document is about."),
    "valid": marked("From which day it is true; leave empty for the document’s own date."),
    "reference": marked("Leave empty to number it after those that are held."),
}
_OFTEN = frozenset({"due", "owner", "number", "question", "value", "text", "issuer"})
"""Boxes that stand open although the reader found nothing for them; the others are folded."""


@dataclass(frozen=True, slots=True)
class Boxes:
    """In the order of a form: those that stand open, those that are empty, keys of the record."""

    shown: tuple[Field, ...]
    empty: tuple[Field, ...]
    keys: tuple[Field, ...]


def boxes(look: Look, found: Candidate, posted: Mapping[str, str]) -> Boxes:
    """The boxes of one reading; `posted` keeps what was typed. None for a place in an original."""
    every = [] if found.kind == KIND else _fields(look, found, posted)
    words = tuple(box for box in every if not _of_machine(box))
    shown = tuple(box for box in words if box.value or box.name.removeprefix(OWN) in _OFTEN)
    return Boxes(
        shown,
        tuple(box for box in words if box not in shown),
        tuple(box for box in every if _of_machine(box)),
    )


def _fields(look: Look, found: Candidate, posted: Mapping[str, str]) -> list[Field]:
    """What was worked out and not stated comes first: it is what is most often wrong."""
    kind, fields = found.kind, found.record["fields"]
    guessed = found.record.get("inferred") or {}
    every = {**fields, **{name: None for name in MORE_FIELDS if name not in fields}}
    hints = {**MORE_FIELDS, "issuer": _issuer(look, found)}
    return [
        Field(
            name=f"{OWN}{name}",
            label=label(kind, name),
            value=posted.get(f"{OWN}{name}", answering.shown(every[name])),
            hint=" ".join(
                filter(
                    None,
                    (
                        hints.get(name) or _meant(name, every[name]) or _guess(guessed.get(name)),
                        _may_be_none(name, every[name]),
                    ),
                )
            ),
        )
        for name in sorted(every, key=lambda name: name not in guessed)
    ]


def _may_be_none(name: str, value: object) -> str:
    """That a date may be taken away, where the reading has one or words for one."""
    if name != "due" and not (name in DATES and value):
        return ""
    return say("Where the document gives no date, write “no date”.")


def _guess(why: str | None) -> str:
    return say("Worked out, not stated: {why}.", why=why) if why else ""


def _issuer(look: Look, found: Candidate) -> str:
    """Who recommends where nobody is typed: the publisher of the document, where it is known."""
    about = _document(look, found)
    if about is None or not about.publisher:
        return ""
    return say(
        "Empty: {publisher}, who published the document.",
        publisher=naming.body_words(about.publisher),
    )


def issuer_worked_out(look: Look, found: Candidate) -> tuple[Item, ...]:
    """Who recommends it, where no words name anybody and nobody said that it published this."""
    why = (found.record.get("inferred") or {}).get("issuer")
    fields = found.record["fields"]
    issuer = fields.get("issuer")
    if not (why and issuer) or "issuer" in (found.record.get("support") or {}):
        return ()
    about = _document(look, found)
    if about is not None and about.publisher == fields.get("issuer_id"):
        return ()
    words = say("{body}, worked out: {why}. Correct it if it is another.", body=issuer, why=why)
    return (Item(label=label(found.kind, "issuer"), words=words),)


def _document(look: Look, found: Candidate) -> DocumentFiled | None:
    return next((f for f in filed(look) if f.doc == found.document), None)


def _of_machine(field: Field) -> bool:
    """Keys of the record rather than words of the document; they stand under a disclosure."""
    name = field.name.removeprefix(OWN)
    return name.endswith("_id") or name in _KEYS


def _meant(name: str, value: object) -> str:
    """The body that an id stands for, in words; nothing where no id is given or known."""
    if not name.endswith("_id") or not isinstance(value, str):
        return ""
    known = naming.body_words(value)
    return say("This stands for {body}.", body=known) if known != value else ""
