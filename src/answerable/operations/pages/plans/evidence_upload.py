"""Offer a file as evidence: what is taken, how it is marked, and what becomes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from secrets import token_hex

from answerable.operations import access
from answerable.operations.pages.changing import NOT_AS_YOU_ARE, About
from answerable.operations.pages.forms import Choice, Field, FormPage, Hidden, acting, read_only
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, FormError, Item, Link, SectionsPage
from answerable.operations.pages.plans import item_forms
from answerable.operations.pages.rights.marking_forms import ground_fields, review_day
from answerable.operations.plans import evidence_kept
from answerable.scrutiny.plans import offered
from answerable.vocabulary.access import Classification
from answerable.vocabulary.language import marked, say

TITLE = marked("Offer evidence")
ACCEPT = ".pdf,.docx,.xlsx,.ods,.png,.jpg,.jpeg,.txt,.csv"
MARKINGS = (
    Choice(value=Classification.RESTRICTED, label=marked("Restricted: named offices only")),
    Choice(value=Classification.INTERNAL, label=marked("Internal: the offices of both bodies")),
    Choice(
        value=Classification.PUBLIC, label=marked("Public: everybody, on the site and in exports")
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """A form that takes several files, and a second box that takes a folder."""

    label: str
    hint: str


@dataclass(frozen=True, kw_only=True)
class UploadPage(FormPage):
    """The shapes stand at the head of `forms/upload.html`; `accept` names the kinds of file."""

    accept: str
    limit: str
    file_error: str = ""
    several: Several | None = None


def form(
    look: Look,
    reference: str,
    *,
    posted: Mapping[str, str] | None = None,
    error: FormError | None = None,
) -> UploadPage:
    """The form; what was typed is kept, a file must be chosen again."""
    about = item_forms.about(look, reference, "evidence")
    values = posted or {}
    allowed = access.may(look.actor, "offer_evidence", about=about.institution)
    return UploadPage(
        title=TITLE,
        area="plans",
        sentence=about.title,
        errors=(error,) if error else (),
        banner=acting(look, about.institution),
        as_at=look.as_at(),
        crumbs=about.crumbs,
        action=about.url,
        button=say("Offer this file"),
        hidden=(
            Hidden(name="seen", value=values.get("seen") or str(look.head.size - 1)),
            Hidden(name="key", value=values.get("key") or token_hex(16)),
        ),
        answers=about.facts,
        warning="" if allowed else NOT_AS_YOU_ARE,
        fields=(
            Field(name="text", label=say("What it shows"), rows=3, value=values.get("text", "")),
            Field(
                name="marking",
                label=say("Who may see it"),
                value=values.get("marking", Classification.RESTRICTED),
                choices=MARKINGS,
            ),
            *ground_fields(
                values,
                label=say("If restricted: on which legal ground"),
                hint=say("A person decides; this list is no legal advice."),
            ),
        ),
        dates=(
            review_day(
                values,
                legend=say("If restricted: looked at again on"),
                hint=say("From tomorrow to two years from now"),
            ),
        ),
        cancel=Link(label=say("Go back and change nothing"), url=about.back),
        accept=ACCEPT,
        limit=_limit(),
        file_error=error.words if error and error.target == "file" else "",
        aside=(
            Aside(
                title=say("What becomes of it"),
                paragraphs=(
                    say(
                        "The file is kept by its SHA-256, so that nobody can change it "
                        "unseen. Its name is not kept."
                    ),
                    say(
                        "Somebody else looks at it and records what it shows. Until then "
                        "it shows only that you offered it."
                    ),
                    say(
                        "Restricted: the file, its digest and your words are shown to nobody else."
                    ),
                ),
            ),
        ),
    )


def with_file(form: FormPage) -> UploadPage:
    """A form that takes a file too."""
    shown = {field.name: getattr(form, field.name) for field in fields(form)}
    return UploadPage(**shown, accept=ACCEPT, limit=_limit())


def _limit() -> str:
    return say(
        "PDF, Word, Excel, OpenDocument sheet, PNG, JPEG, text or CSV; at most {value} MB.",
        value=evidence_kept.MOST_BYTES // 1000000,
    )


def about_check(look: Look, about: About, entry: int | None) -> About:
    """What the check is of: the words of the offer above the boxes."""
    register = look.register(about.institution)
    held = next(
        (o for o in offered.offered(register, about.reference) if o.version.seq == entry), None
    )
    if held is None:
        raise evidence_kept.NotGivenOut(say("There is no such evidence for you to check here."))
    told = Item(label=say("Said to be shown"), words=held.text or say("Not in our sources."))
    return replace(about, url=f"{about.url}?entry={entry}", facts=(*about.facts, told))


def elsewhere(look: Look, reference: str) -> SectionsPage:
    """The form from elsewhere: read-only, and saying so."""
    about = item_forms.about(look, reference, "evidence")
    return read_only(look, title=TITLE, institution=about.institution)
