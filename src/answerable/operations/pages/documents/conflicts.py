"""Where our sources differ: each value with its words, which stands for now, and why."""

from answerable.operations import catalogue
from answerable.operations.pages import naming
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Cell, Link, Section, SectionsPage, Table
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.conflicts import BEGINS, Conflict, conflicts
from answerable.store import registers
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

NOT_DECIDED = "Nobody has decided yet: both stand."


def page(look: Look) -> SectionsPage:
    """Every conflict of every body."""
    sections = []
    for institution in registers.institutions():
        if institution in catalogue.bodies():
            proof = Proof(look, look.register(institution))
            sections += [_section(c, proof, institution) for c in conflicts(proof.register)]
    n = len(sections)
    return SectionsPage(
        title="Where our sources differ",
        area="about",
        sentence=(
            "Our sources nowhere state different values of one thing."
            if not n
            else f"In {n} {'place' if n == 1 else 'places'} our sources state different values of "
            "one thing. All are kept and shown."
        ),
        crumbs=(Link(label="About this record", url=look.url("/about/")),),
        banner=banner(),
        past=look.past(),
        as_at=look.as_at(),
        sections=tuple(sections),
        aside=(
            Aside(
                title="What this means",
                paragraphs=(
                    "A difference between sources is no correction: nobody has shown which is "
                    "wrong. An office may say which value stands for now, with its reason; a "
                    "source that is added later opens the question again.",
                ),
            ),
        ),
    )


def _section(conflict: Conflict, proof: Proof, institution: str) -> Section:
    first = conflict.stated[0].versions[0]
    what = naming.kind_words(conflict.kind.__name__)
    field = "day" if conflict.field == BEGINS else naming.field_words(conflict.field)
    rows = tuple(
        (
            Cell(words=_told(one.value), state=""),
            Cell(words=f"“{version.fact.quote or ''}”", url=proof.place_url(version)),
            proof.label(proof.documents.get(version.fact.doc or "")),
        )
        for one in conflict.stated
        for version in one.versions
    )
    who = naming.short(naming.told(first.fact))
    return Section(
        title=f"{naming.body_words(institution)}: {what.lower()}, {field}",
        paragraphs=(naming.stop(f"About: {who}"), _standing(conflict)),
        table=Table(
            caption="What each source states",
            head=("Value", "Its words", "Source"),
            rows=rows,
        ),
    )


def _standing(conflict: Conflict) -> str:
    if conflict.resolved is None:
        return NOT_DECIDED
    reason = conflict.resolved.fact.get("reason") or "no reason is shown"
    by = naming.body_words(conflict.resolved.by.body)
    return f"For now {by} takes {_told(conflict.standing or '')}: {naming.stop(reason)}"


def _told(value: str) -> str:
    try:
        return in_words(value)
    except (Refusal, ValueError):
        return value
