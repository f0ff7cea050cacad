"""Load figures on a page, first step: the table, its measure, its release, on whose record."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from urllib.parse import urlencode

from answerable.operations import access
from answerable.operations.desk.rows import institutions
from answerable.operations.measures.uploads import MOST_BYTES, Asked, Stated
from answerable.operations.pages import days, offered
from answerable.operations.pages.forms import Choice, DateField, Field, acting, read_only
from answerable.operations.pages.look import Look
from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import Aside, FormError, Link, Page, Section, SectionsPage
from answerable.vocabulary import times
from answerable.vocabulary.language import marked, say
from answerable.vocabulary.measures import Vintage

TITLE = marked("Load figures")
ADDRESS = "/figures/"


@dataclass(frozen=True, kw_only=True)
class HandInPage(Page):
    """The shapes stand at the head of `figures/hand_in.html`."""

    limit: str
    fields: tuple[Field, ...]
    dates: tuple[DateField, ...]


def may(look: Look) -> bool:
    """May whoever looks load figures?"""
    return access.may(look.actor, "load_observations")


def closed(look: Look) -> SectionsPage:
    """Nobody loads as a reader, nor from another machine."""
    return read_only(
        look,
        title=TITLE,
        more=Section(
            title=say("Who loads figures"),
            paragraphs=(
                say(
                    "An analyst, a governance officer or a commissioner, for the bodies that "
                    "their office answers for."
                ),
            ),
            links=(Link(label=say("Choose an office"), url=f"/roles/?next={ADDRESS}"),),
        ),
    )


def hand_in(look: Look, *, posted: Mapping[str, str] | None = None, error: str = "") -> HandInPage:
    """Hand in a table, or cells pasted from a sheet."""
    values = posted or {}
    mine = [b for b in institutions(look) if access.may(look.actor, "load_observations", about=b)]
    mine.sort(key=lambda name: name == look.actor.body)
    measures = sorted(offered.measures(), key=lambda measure: measure.title)
    return HandInPage(
        title=TITLE,
        area="bodies",
        sentence=say("Nothing is kept until you have seen what the table gives and confirmed it."),
        banner=acting(look),
        as_at=look.as_at(),
        errors=(FormError(words=error, target="file"),) if error else (),
        limit=say("XLSX, ODS or CSV in UTF-8, at most {size} MB.", size=MOST_BYTES // 1_000_000),
        fields=(
            Field(
                name="measure",
                label=say("Which measure the figures are of"),
                value=values.get("measure", ""),
                choices=tuple(Choice(value=m.id, label=f"{m.title} ({m.id})") for m in measures),
            ),
            Field(
                name="body",
                label=say("On whose record the load is noted"),
                value=values.get("body", mine[0] if mine else ""),
                choices=tuple(Choice(value=b, label=body_words(b)) for b in mine),
            ),
            Field(
                name="release",
                label=say("Which release it is"),
                hint=say(
                    "Small letters, digits and hyphens, such as spring-2026. A revision has "
                    "a name of its own: what was stated earlier is never overwritten."
                ),
                value=values.get("release", ""),
            ),
        ),
        dates=(days.sent(RELEASED, values),),
        aside=(
            Aside(
                title=say("What happens then"),
                paragraphs=(
                    say(
                        "You state how the table is written; nothing about it is guessed. You "
                        "then see every figure that would be taken and every row left out."
                    ),
                    say(
                        "A load is one entry on the record: the SHA-256 of the file, how many "
                        "figures, how many were left out, and the release. The same file "
                        "again changes nothing. Figures are public once they are loaded."
                    ),
                    say(
                        "The archive of data.police.uk and larger tables go by `answerable load`."
                    ),
                ),
            ),
        ),
    )


RELEASED = DateField(
    name="released",
    legend=marked("Day on which it was published (you may leave it)"),
    optional=True,
)


def released(posted: Mapping[str, str]) -> str:
    """The day of publication as it was typed, in ISO; empty where none was."""
    return days.given(RELEASED, posted)


def asked(query: Mapping[str, str]) -> Asked:
    """What an address says of a table: measure, record, release, and how it is written.

    Refuses a name that cannot name a release, and a day that is none.
    """
    given = query.get("released", "")
    day = times.day(given, what=say("day of publication")) if given else None
    known = Stated()
    return Asked(
        measure=query.get("measure", ""),
        body=query.get("body", ""),
        release=Vintage(query.get("release", ""), day),
        stated=Stated(
            kind=query.get("kind") or known.kind,
            column=query.get("column", ""),
            period=query.get("period", ""),
            value=query.get("value", ""),
            denominator=query.get("denominator", ""),
            other=_list(query.get("other", "")),
            period_label=query.get("period_label") or known.period_label,
            sheet=query.get("sheet", ""),
            parted_by=query.get("parted_by") or known.parted_by,
            missing=_list(query.get("missing", "")),
            suppressed=_list(query.get("suppressed", "")),
            by_name=query.get("by_name") == "yes",
        ),
    )


def address(sha: str, query: Mapping[str, str], step: str = "", **more: str) -> str:
    """The address of a step of one load, which says everything that was stated."""
    names = ("measure", "body", "release", "released", *(f.name for f in fields(Stated)))
    kept = {name: query.get(name, "") for name in names} | more
    return f"{ADDRESS}{sha}/{step}?{urlencode({k: v for k, v in kept.items() if v})}"


def _list(text: str) -> tuple[str, ...]:
    """Words on lines of their own, or with `|` between them."""
    parts = (part.strip() for part in text.replace("|", "\n").splitlines())
    return tuple(part for part in parts if part)
