"""Packs: a case, a body or the next session as PDF, Word or Excel, at any dates.

The content is that of the pages, for a reader without an account; each form is made of the same
content, so that no form says more than another.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from answerable.operations import sensitivity
from answerable.operations.output import minutes_paper, publishing, reader_packs, tracker_paper
from answerable.operations.output import pack_parts as parts
from answerable.operations.output.pack_frame import FORMS, framed, house
from answerable.operations.pages import whose
from answerable.operations.pages.institutions import body as bodies
from answerable.operations.pages.institutions import case as cases
from answerable.operations.pages.look import Look
from answerable.operations.pages.sessions import agenda as agendas
from answerable.operations.plans import response
from answerable.publishing.packs.content import Pack, PackPart
from answerable.scrutiny.sessions import forward_plan
from answerable.store.reads import lookup, registers
from answerable.store.reads.moments import Head
from answerable.vocabulary.access import Classification
from answerable.vocabulary.facts import MeetingHeld
from answerable.vocabulary.refusal import Refusal
from answerable.vocabulary.times import in_words

REPLIES = "replies"
"""The line of a case that leads to the replies; a pack has their words in a part of their own."""


class NoSuchPack(Refusal):
    """A kind or form of pack that there is not."""

    code = "no_such_pack"


@dataclass(frozen=True, slots=True)
class Made:
    """A pack as a file: its name says its marking, its bytes depend on its content alone."""

    name: str
    data: bytes
    foot: str


def build(look: Look, *, kind: str, reference: str, form: str) -> Made:
    """A pack of a kind about a reference in a form, or a refusal that says which there are."""
    if form not in FORMS:
        raise NoSuchPack(f"There is no pack in the form “{form[:20]}”. Forms: {', '.join(FORMS)}.")
    pack = _clear(look, kind, reference)
    return Made(file_name(look, kind, reference, form), _formed(pack, form), pack.foot)


def _as_held(look: Look, reference: str) -> str:
    """`BODY/DAY` with the day on which the session was held: it may have been moved."""
    stream = f"session/{reference.strip('/')}"
    for institution in lookup.institutions_of(stream):
        found = forward_plan.session(look.register(institution), stream)
        if found is not None:
            return f"{found.body}/{found.date}"
    return reference


def _clear(look: Look, kind: str, reference: str) -> Pack:
    """The content, with nothing in it that is held; in a mirror it is made once for all forms."""
    if not look.is_still:
        return _checked(look, kind, reference)
    asked = (kind, reference, replace(look, path="/"), registers.head())
    if asked not in _told:
        pack = _checked(look, kind, reference)
        _told.clear()
        _told[asked] = pack
    return _told[asked]


_told: dict[tuple[str, str, Look, Head], Pack] = {}
"""What was asked for last in a mirror, and its content."""


def _checked(look: Look, kind: str, reference: str) -> Pack:
    pack = content(look, kind=kind, reference=reference)
    sensitivity.require_clear_paper(
        pack,
        where=f"The pack {kind} {reference}",
        institution=_about(kind, reference),
        on=look.on,
    )
    return pack


def _formed(pack: Pack, form: str) -> bytes:
    """The file; the same content as the last time in this form is not made again.

    In a mirror the trackers of all sessions that agreed no action follow each other.
    """
    asked = (pack, house() if form == "docx" else None)
    last = _last.get(form)
    if last is None or last[0] != asked:
        last = _last[form] = (asked, FORMS[form](pack))
    return last[1]


_last: dict[str, tuple[tuple[Pack, bytes | None], bytes]] = {}
"""Form -> content with the house style, and the file that was made of it last."""


def _about(kind: str, reference: str) -> str:
    """Whose record knows what is restricted and what was released."""
    try:
        if kind == "case":
            return cases.key_of(reference).institution
        if kind == "response":
            return response.institution_of(reference)
        return whose.institution_of(reference.partition("/")[0])
    except Refusal:
        return ""


def file_name(look: Look, kind: str, reference: str, form: str) -> str:
    """`answerable-case-west-mercia-soc-public.pdf`: the marking stands in the name, and of a
    session the day on which it was held.
    """
    reference = _as_held(look, reference) if kind in ("minutes", "tracker") else reference
    plain = "".join(c if c.isascii() and c.isalnum() else "-" for c in reference.strip("/"))
    return f"answerable-{kind}-{plain[:80]}-{Classification.PUBLIC.value}.{form}"


def content(look: Look, *, kind: str, reference: str) -> Pack:
    """What a pack says, before it has a form."""
    if kind not in KINDS:
        raise NoSuchPack(f"There is no pack “{kind[:20]}”. Kinds: {', '.join(KINDS)}.")
    return KINDS[kind](replace(publishing.public(look), path="/"), reference)


def _case(look: Look, reference: str) -> Pack:
    key = cases.key_of(reference)
    page = cases.case(look, key)
    sources = parts.Sources(look, key.institution)
    sources.add(page.sources)
    proposed, behind = agendas.on_case(look, key.institution, key.theme)
    sources.add(behind)
    made = (
        PackPart(
            title="The case, line by line",
            key="lines",
            lines=tuple(
                parts.line(line, sources)
                for line in (replace(page.answer, label="In one sentence"), *page.lines)
                if line.id != REPLIES
            ),
        ),
        parts.replies(look, key.institution, sources, theme=key.theme),
        parts.findings(look, key.institution, key.theme, sources),
        parts.actions(look, key.institution, key.theme, sources),
        parts.agenda(proposed, sources, of_case=True),
        parts.money(look, key.institution, sources),
    )
    return framed(
        look,
        title=page.title,
        institution=key.institution,
        sentence=page.sentence,
        parts=made,
        sources=sources.items,
        notice=sources.notice,
    )


def _body(look: Look, body: str) -> Pack:
    page = bodies.body(look, body)
    sources = parts.Sources(look, body)
    made = (
        parts.grades(page, sources),
        parts.replies(look, body, sources),
        parts.findings(look, body, None, sources),
        parts.actions(look, body, None, sources),
        parts.sessions(look, page, body, sources),
        parts.money(look, body, sources),
    )
    return framed(
        look,
        title=f"{page.title}: what was asked, said, done and proved",
        institution=body,
        sentence=page.sentence,
        parts=made,
        sources=sources.items,
        notice=sources.notice,
    )


def _session(look: Look, body: str) -> Pack:
    page = agendas.agenda(look, body, most=None)
    institution = whose.institution_of(body)
    sources = parts.Sources(look, institution)
    sources.add(page.sources)
    register = look.register(institution)
    held = sorted(register.of(MeetingHeld), key=lambda m: str(m.date))
    last = held[-1] if held else None
    before = (
        f"{last.title or 'Session'} on {in_words(str(last.date))} is the latest of which our "
        "sources hold papers."
        if last
        else "No papers of an earlier session are in our sources."
    )
    return framed(
        look,
        title=page.title,
        institution=institution,
        sentence=page.sentence,
        parts=(
            PackPart(title="The session before", key="before", paragraphs=(before,)),
            parts.agenda(page.items, sources),
            parts.replies(look, institution, sources),
            parts.actions(look, institution, None, sources),
        ),
        sources=sources.items,
        notice=sources.notice,
    )


KINDS: Mapping[str, Callable[[Look, str], Pack]] = {
    "case": _case,
    "body": _body,
    "session": _session,
    "minutes": minutes_paper.minutes,
    "tracker": tracker_paper.tracker,
    "changes": reader_packs.changes,
    "response": reader_packs.response,
    "panel": reader_packs.panel,
}
"""What a pack is about -> how its content is made, for a reader without an account."""
