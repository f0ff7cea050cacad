"""Readings that wait for a person: finding one, its neighbours, and what was done with it."""

from answerable.operations.pages import everything
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Notice
from answerable.operations.reading import NoSuchCandidate
from answerable.store import documents, review
from answerable.store.review import Candidate
from answerable.vocabulary.facts import DocumentFiled

RESIDUE = "residue"
_DONE = {
    "kept": "The reading is kept as confirmed. Its kind has no fact of its own, so nothing "
    "entered the record.",
    "rejected": "The reading is rejected. Nothing entered the record.",
}


def find(name: str) -> Candidate:
    """A candidate by its id, decided or not."""
    for found in review.waiting():
        if found.record["id"] == name:
            return found
    for sha in documents.held():
        for found in review.of(sha):
            if found.record["id"] == name:
                return found
    raise NoSuchCandidate(f"No reading has the id “{name[:40]}”. The queue lists those that wait.")


def notice(done: str) -> Notice | None:
    """What was done, from the end of an address."""
    if done in _DONE:
        return Notice(title="Done", words=_DONE[done])
    if done.isdigit():
        return Notice(
            title="Done",
            words="It is on the record.",
            url=f"/history/entry/{done}/",
            label=f"Entry {int(done):,}",
        )
    return None


def filed(look: Look) -> list[DocumentFiled]:
    """What every document is that this reader may see."""
    return [v.fact for v in everything.versions(look) if isinstance(v.fact, DocumentFiled)]


def titles(look: Look) -> dict[str, str]:
    """SHA-256 -> title of every document that this reader may see."""
    return {f.doc: f.title or f.doc[:12] for f in filed(look) if f.doc}


def kind_words(kind: str) -> str:
    """`cause_of_concern` -> “Cause of concern”."""
    return kind.replace("_", " ").capitalize()


def neighbours(found: Candidate) -> tuple[str, str]:
    """Ids of the waiting candidates before and after one in its document."""
    ids = [
        (c.id, str(c.record["id"]))
        for c in review.waiting(document=found.document)
        if c.kind != RESIDUE and c.id != found.id
    ]
    before = [name for number, name in ids if number < found.id]
    after = [name for number, name in ids if number > found.id]
    return (before[-1] if before else "", after[0] if after else "")
