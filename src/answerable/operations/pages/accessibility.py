"""The statement of accessibility: status, what was tested, what not, whom to tell, who enforces.

It is made from what was tested and from `accessibility.toml` of the installation. It never says
more than the tests show: until a person has audited the pages it says “partly”.
"""

from answerable.operations import accessibility, installation
from answerable.operations.accessibility import FILE, Contact
from answerable.operations.pages.look import Look, banner
from answerable.operations.pages.parts import Link, Section, SectionsPage
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def statement(look: Look) -> SectionsPage:
    """The page."""
    contact = accessibility.in_force()
    return SectionsPage(
        title=say("Accessibility"),
        area="about",
        sentence=say(
            "This site is partly compliant with WCAG 2.2 AA: its pages were tested by machine and "
            "by keyboard, and no person has audited them yet."
        ),
        banner=banner(),
        as_at=look.as_at(),
        sections=(
            _status(contact),
            _tested(),
            _not_accessible(),
            _alternatives(),
            _tell_us(contact),
            _enforcement(),
        ),
    )


def _status(contact: Contact | None) -> Section:
    reviewed = (
        say(
            "Whoever runs this site last reviewed this statement on {day}.",
            day=in_words(contact.reviewed_on.isoformat()),
        )
        if contact and contact.reviewed_on
        else say(
            "On which day whoever runs this site last reviewed this statement is not known: "
            "no reviewed_on stands in {file}.",
            file=FILE,
        )
    )
    return Section(
        title=say("Status"),
        id="status",
        paragraphs=(
            say(
                "Partly compliant, because of what stands below as not accessible or not tested. "
                "Checks by machine find only some faults, so passing them is no full compliance."
            ),
            say(
                "The checks in a browser last passed on every kind of public page on {day}.",
                day=in_words(accessibility.last_run().on.isoformat()),
            ),
            reviewed,
        ),
    )


def _tested() -> Section:
    *first, last = (str(width) for width in accessibility.last_run().widths)
    return Section(
        title=say("Tested"),
        id="tested",
        items=(
            say(
                "Every kind of public page, with an automatic checker (axe), at {widths} and "
                "{last} pixels.",
                widths=", ".join(first),
                last=last,
            ),
            say("Every kind of public page without JavaScript: the same words stand there."),
            say("By keyboard: each control is reached, and shows that it has the focus."),
            say("With 400 % zoom, with text of twice the size, in forced colours, on paper."),
        ),
    )


def _not_accessible() -> Section:
    return Section(
        title=say("Not accessible, or not tested, and why"),
        id="not-tested",
        items=(
            say("With a screen reader, by ear: nobody has done it yet."),
            say("By people with disabilities: none have been asked yet."),
            say("In Welsh: there is no Welsh version yet."),
            say(
                "Documents of other bodies are kept as they were published, and some cannot be "
                "read aloud. Changing them would change the evidence; their words stand on a page "
                "of this site as text."
            ),
            say(
                "Packs as PDF pass the checks of the program that makes them (PDF/UA-1); no "
                "independent checker has looked at them."
            ),
        ),
        paragraphs=(say("Nothing is left out because it would cost too much."),),
    )


def _alternatives() -> Section:
    return Section(
        title=say("Other ways to the same facts"),
        id="alternatives",
        items=(
            say("Charts: a sentence says what each shows, and its figures can be read as text."),
            say("The map of forces: the list beside it names the same bodies."),
            say("Packs: the same content as Word, Excel and PDF."),
            say("Lists and figures: files for a spreadsheet, on the page of open data."),
        ),
        links=(
            Link(label=say("Packs"), url="/packs/"),
            Link(label=say("Open data"), url="/data/"),
            Link(label=say("All bodies, as a list"), url="/bodies/"),
        ),
    )


def _tell_us(contact: Contact | None) -> Section:
    title = say("Tell us what does not work, or ask for another format")
    if contact is None:
        own = installation.installed()
        who = (
            say("How to reach {name} about this is not known.", name=own.name)
            if own
            else say("A demonstration on one machine has no contact.")
        )
        return Section(
            title=title,
            id="contact",
            absent=who,
            paragraphs=(
                say(
                    "Whoever runs this site writes a file {file} into its home folder. It names "
                    "the contact (contact), and may name a phone (phone), the working days until "
                    "an answer (answer_days) and the day of the last review (reviewed_on).",
                    file=FILE,
                ),
            ),
        )
    days = (
        say("You get an answer within {days} working days.", days=contact.answer_days)
        if contact.answer_days
        else say("How soon you get an answer is not stated here.")
    )
    phone = say("Phone: {number}", number=contact.phone) if contact.phone else ""
    return Section(
        title=title,
        id="contact",
        items=(say("Write to: {address}", address=contact.contact), *((phone,) if phone else ())),
        paragraphs=(say("Say which page it is and what you tried to do. {days}", days=days),),
    )


def _enforcement() -> Section:
    return Section(
        title=say("If you are not content with the answer"),
        id="enforcement",
        paragraphs=(
            say(
                "The Equality and Human Rights Commission enforces the accessibility regulations "
                "for public sector bodies (the Public Sector Bodies (Websites and Mobile "
                "Applications) (No. 2) Accessibility Regulations 2018) in England, Scotland and "
                "Wales. If you are not content with how a complaint was answered, turn to the "
                "Equality Advisory and Support Service."
            ),
            say(
                "In Northern Ireland the Equality Commission for Northern Ireland enforces them "
                "and takes complaints."
            ),
        ),
        links=(
            Link(
                label=say("Equality Advisory and Support Service"),
                url="https://www.equalityadvisoryservice.com/",
            ),
            Link(
                label=say("Equality Commission for Northern Ireland"),
                url="https://www.equalityni.org/",
            ),
        ),
    )
