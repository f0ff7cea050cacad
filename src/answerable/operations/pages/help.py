"""Help: how each piece of work is done here, a guide a page, the work of a week first."""

from dataclasses import dataclass

from answerable.operations import guides
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Link, Page, Section, SectionsPage
from answerable.vocabulary.language import marked, say

GROUPS = (
    (
        marked("Begin"),
        (
            "begin-with-your-own-body",
            "import-an-action-log",
            "load-your-own-report",
            "give-accounts-and-roles",
        ),
    ),
    (
        marked("The week of an officer"),
        (
            "do-the-weeks-work",
            "plan-a-year-of-sessions",
            "run-a-session",
            "answer-a-report",
            "work-a-plan",
            "move-a-deadline",
            "get-your-week-by-mail",
            "send-a-panel-a-link",
            "follow-a-search",
        ),
    ),
    (
        marked("What was said, paid and passed on"),
        (
            "publish-a-check",
            "follow-money-and-partners",
            "pass-oversight-on",
            "correct-a-mistake",
            "mark-a-value",
            "check-before-publishing",
        ),
    ),
    (
        marked("Did it get better?"),
        ("load-figures", "add-a-measure", "judge-a-measure", "compare-with-other-places"),
    ),
    (
        marked("Keep the record"),
        (
            "check-the-record",
            "sign-with-your-own-key",
            "anchor-to-the-originals",
            "back-up",
            "keep-the-record-on-a-server",
        ),
    ),
    (
        marked("The site"),
        (
            "give-the-site-your-look",
            "say-how-to-reach-you-about-access",
            "translate-the-pages",
            "use-the-api",
        ),
    ),
)
"""Every guide stands in one group."""


@dataclass(frozen=True, kw_only=True)
class GuidePage(Page):
    """The shapes stand at the head of `help/guide.html`."""

    html: str


def index(look: Look) -> SectionsPage:
    """All guides, by subject."""
    return SectionsPage(
        title=say("Help"),
        area="help",
        sentence=say("How each piece of work is done here, step by step."),
        as_at=look.as_at(),
        sections=tuple(
            Section(title=say(title), links=tuple(_link(name) for name in names))
            for title, names in GROUPS
        ),
    )


def guide(look: Look, name: str) -> GuidePage:
    """One guide, with the others of its group beside it."""
    found = guides.guide(name)
    beside = next((names for _, names in GROUPS if name in names), ())
    return GuidePage(
        title=found.title,
        area="help",
        as_at=look.as_at(),
        crumbs=(Link(label=say("Help"), url="/help/"),),
        html=found.html,
        aside=(
            Aside(
                title=say("Beside this"),
                screen=True,
                links=tuple(_link(one) for one in beside if one != name),
            ),
        ),
    )


def _link(name: str) -> Link:
    return Link(label=guides.guide(name).title, url=f"/help/{name}/")
