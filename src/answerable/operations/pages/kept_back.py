"""A document that is kept for the offices concerned: what may be said of it, and nothing else.

Its digest stands in public leaves. Whether it is kept back is read from those alone: nothing here
depends on a value that this reader may not see.
"""

from answerable.operations.pages import everything, naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Item, Link, Section, SectionsPage
from answerable.store.reads import registers
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.language import say

MOST = 20
"""Public lines that are listed of a document."""


def is_kept_back(look: Look, sha: str) -> bool:
    """Is a document on the record, and may this reader see nothing of what it is?

    In a view by what sources had said a reader is told nothing: their dates may be withheld too.
    """
    if look.said is not None or _seen(look, sha):
        return False
    known = look.head.size - 1 if look.known is None else look.known
    return any(
        version.fact.doc == sha and version.seq <= known
        for name in registers.institutions()
        for version in registers.history(name).of_types(DocumentFiled)
    )


def _seen(look: Look, sha: str) -> bool:
    return any(version.fact.doc == sha for version in everything.of_types(look, DocumentFiled))


def page(look: Look, sha: str, *, office: str = "") -> SectionsPage:
    """What it is not, its digest, and the lines of it that are public; `office`: where to act."""
    lines = [
        Link(
            label=naming.told(version.fact),
            url=look.url(naming.path_of(version.fact, seq=version.seq)),
        )
        for version in everything.of_document(look, sha)
        if not isinstance(version.fact, DocumentFiled)
    ]
    public = tuple(dict.fromkeys(lines))
    return SectionsPage(
        title=say("A document that is kept for the offices concerned"),
        area="bodies",
        sentence=say(
            "It is on the record. Its words, and what it is called, are not public, so it cannot "
            "be opened here."
        ),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=(
            Section(
                title=say("What is public of it"),
                links=public[:MOST],
                paragraphs=_more(len(public) - MOST),
                absent="" if public else say("No line of the record that rests on it is public."),
            ),
            *(
                (
                    Section(
                        title=say("If you are of an office concerned"),
                        links=(Link(label=say("Act as an office"), url=office),),
                    ),
                )
                if office
                else ()
            ),
        ),
        aside=(
            Aside(
                title=say("Which file it is"),
                facts=(Item(label=say("Its digest (SHA-256)"), words=sha),),
                paragraphs=(
                    say(
                        "Whoever has the file can work out its digest and see that it is the one "
                        "that the record holds."
                    ),
                ),
            ),
        ),
    )


def _more(rest: int) -> tuple[str, ...]:
    return (say("The first of them; {rest:,} more are on the record.", rest=rest),) * (rest > 0)
