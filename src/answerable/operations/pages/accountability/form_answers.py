"""Pages of the packs of forms: which there are, one form about a body, and how to answer it."""

from answerable.operations import access, packs_of_forms
from answerable.operations.accountability import form_answers
from answerable.operations.accountability.form_answers import YES_NO, Answered
from answerable.operations.pages import acts, naming, whose
from answerable.operations.pages.accountability.claims import ClaimSection, ClaimsPage
from answerable.operations.pages.acts import Act
from answerable.operations.pages.forms import DateField, Field
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Aside, Line, Link
from answerable.operations.pages.proof import Proof
from answerable.vocabulary.forms import FormField
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.times import in_words

NOT_HELD = marked("not in our sources")


def packs(look: Look, body: str) -> ClaimsPage:
    """The forms of every pack, for one body."""
    institution = whose.institution_of(body)
    return ClaimsPage(
        title=say("Forms: {body}", body=naming.body_words(institution)),
        area="bodies",
        sentence=say("What is asked about a subject in a fixed form, and what of it is public."),
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        crumbs=_crumbs(look, institution),
        sections=tuple(
            ClaimSection(
                title=pack.title,
                id=pack.id,
                lines=tuple(
                    Line(
                        label=form.title,
                        words=form.sentence,
                        links=(
                            Link(
                                label=say("See the form"),
                                url=look.url(f"/forms/{pack.id}/{form.id}/{institution}/"),
                            ),
                        ),
                    )
                    for form in pack.forms
                ),
            )
            for pack in packs_of_forms.packs().values()
        ),
    )


def form(look: Look, pack_id: str, form_id: str, body: str, *, written: int | None) -> ClaimsPage:
    """One form about one body: each field with its answer, or why it is not shown."""
    asked, institution = packs_of_forms.form(pack_id, form_id), whose.institution_of(body)
    register = look.register(institution)
    proof = Proof(look, register)
    standing = form_answers.answered(register, pack=pack_id, form=asked)
    here = f"/forms/{pack_id}/{form_id}/{institution}/"
    return ClaimsPage(
        title=f"{asked.title}: {naming.body_words(institution)}",
        area="bodies",
        sentence=asked.sentence,
        banner=banner(institution),
        past=look.past(),
        as_at=look.as_at(),
        notice=acts.recorded(written),
        crumbs=(
            *_crumbs(look, institution),
            Link(label=say("Forms"), url=look.url(f"/forms/{institution}/")),
        ),
        sections=(
            ClaimSection(
                title=say("Answers"),
                id="answers",
                lines=tuple(_line(a, proof) for a in standing),
            ),
        ),
        sources=tuple(
            {i.url: i for a in standing if a.version for i in proof.items((a.version,))}.values()
        ),
        aside=(
            Aside(
                title=say("What is public"),
                paragraphs=(
                    say(
                        "A number of groups, owners, analysts, plans or disruptions is "
                        "never public, nor a share of them. Words are, once definitions "
                        "and a release are on the record."
                    ),
                ),
            ),
            *_record(look, institution, here, standing),
        ),
    )


def answer(look: Look, pack_id: str, form_id: str, body: str) -> Act:
    """The form itself, to be answered."""
    asked, institution = packs_of_forms.form(pack_id, form_id), whose.institution_of(body)
    here = f"/forms/{pack_id}/{form_id}/{institution}/"
    return Act(
        title=asked.title,
        sentence=say("{sentence} Leave empty what is not known.", sentence=asked.sentence),
        action=f"{here}answer/",
        button=say("Record these answers"),
        operation="answer_form",
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=here),
        fields=(*(_box(f) for f in asked.fields), acts.day_field(look)),
    )


def release(look: Look, pack_id: str, form_id: str, body: str) -> Act:
    """Record definitions and the decision to release words on a field."""
    asked, institution = packs_of_forms.form(pack_id, form_id), whose.institution_of(body)
    here = f"/forms/{pack_id}/{form_id}/{institution}/"
    waiting = tuple((f.key, f.label) for f in asked.fields if f.needs_release)
    return Act(
        title=say("Decide a release: {title}", title=asked.title),
        sentence=say("Definitions and reason go on the record. A number stays restricted."),
        action=f"{here}release/",
        button=say("Record this decision"),
        operation="publish",
        institution=institution,
        back=Link(label=say("Leave it as it is"), url=here),
        fields=(
            Field(
                name="field",
                label=say("Field"),
                choices=acts.choices(waiting, first=say("Choose")),
            ),
            Field(name="definitions", label=say("Definitions"), rows=3),
            Field(name="reason", label=say("Reason"), rows=2),
            DateField(name="review", legend=say("Review date")),
            acts.day_field(look),
        ),
    )


def lines(look: Look, pack_id: str, form_id: str, body: str) -> tuple[str, ...]:
    """A form as lines for a terminal."""
    page = form(look, pack_id, form_id, body, written=None)
    told = [page.title, page.sentence]
    for section in page.sections:
        for line in getattr(section, "lines", ()):
            told.append(f"  {line.label}: {line.words}{f' ({line.note})' if line.note else ''}")
    return tuple(told)


def _crumbs(look: Look, institution: str) -> tuple[Link, ...]:
    url = look.url(f"/bodies/{institution}/")
    return (Link(label=naming.body_words(institution), url=url),)


def _line(one: Answered, proof: Proof) -> Line:
    source = proof.link(one.version) if one.version else None
    words, note, state = NOT_HELD, "", ""
    if one.withheld:
        words, state = form_answers.WITHHELD, form_answers.WITHHELD
        note = _ground(one)
    elif one.value is not None:
        words = in_words(one.value) if one.field.kind == "date" else one.value
        public = one.field.is_public or one.shown
        note = "" if public else say("Not public. {ground}", ground=_ground(one))
    elif not one.field.is_public:
        note = say("Not public when it is answered.")
    if one.decided is not None:
        on = in_words(one.decided.fact.valid.start.isoformat())
        note = say("{note} Release of words decided on {on}.", note=note, on=on).strip()
    return Line(
        label=one.field.label,
        words=words,
        state=state,
        note=note,
        sources=(source,) if source else (),
    )


def _ground(one: Answered) -> str:
    until = (
        say(" To be looked at again by {day}.", day=in_words(one.review.isoformat()))
        if one.review
        else ""
    )
    return f"{one.field.ground}.{until}"


def _box(field: FormField) -> Field | DateField:
    marked = "" if field.is_public else say("Not public. ")
    if field.kind == "date":
        hint = f"{marked}{field.hint or say('A month alone will do.')}"
        return DateField(name=field.key, legend=field.label, hint=hint, optional=True, loose=True)
    options = YES_NO if field.kind == "yes-no" else field.choices
    return Field(
        name=field.key,
        label=field.label,
        hint=f"{marked}{field.hint}".strip(),
        rows=3 if field.kind == "long-text" else 0,
        choices=acts.choices(((o, o) for o in options), first=say("Not known")) if options else (),
    )


def _record(
    look: Look, institution: str, here: str, standing: tuple[Answered, ...]
) -> tuple[Aside, ...]:
    links = []
    if not look.actor.is_public and access.may(look.actor, "answer_form", about=institution):
        links.append(Link(label=say("Answer this form"), url=f"{here}answer/"))
    if not look.actor.is_public and access.may(look.actor, "publish", about=institution):
        links.append(Link(label=say("Check a text before it is published"), url="/check-text/"))
        if any(a.field.needs_release for a in standing):
            links.append(Link(label=say("Decide a release"), url=f"{here}release/"))
    return (Aside(title=say("Record"), links=tuple(links)),) if links else ()
