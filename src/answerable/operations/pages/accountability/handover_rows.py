"""What a row of a handover rests on: the document that states the matter, and its entry."""

from answerable.operations.pages.proof import Proof
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say


def source_words(shown: Proof, item: Progress) -> str:
    """“Recommendation letter, 14 May 2024 (entry 23)”; an entry alone where no file is kept."""
    entry = say("Entry {seq}", seq=f"{item.first.seq:,}")
    link = shown.link(item.first)
    if link is None or link.label == entry:
        return entry
    return say("{document} ({entry})", document=link.label, entry=entry.lower())
