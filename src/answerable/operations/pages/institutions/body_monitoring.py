"""The stage at which an inspectorate monitors a body, with its source; nothing where unknown.

The stage and the findings are independent (DOMAIN section 5): it opens and closes none.
"""

from answerable.ledger.register import Register
from answerable.operations import packs_of_forms
from answerable.operations.accountability import form_answers
from answerable.operations.documents.monitored import FORM, PACK
from answerable.operations.pages.look import Look
from answerable.operations.pages.parts import Aside, Link
from answerable.operations.pages.proof import Proof, redress_urls
from answerable.scrutiny.phrases import start
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def monitoring(look: Look, register: Register) -> tuple[Aside, ...]:
    """The stage as stated last, since when, and who says so."""
    asked = packs_of_forms.form(PACK, FORM)
    found = {one.field.key: one for one in form_answers.answered(register, pack=PACK, form=asked)}
    stage = found["stage"]
    if stage.value is None or stage.version is None:
        return ()
    since, whose = found["since"].value, found["inspectorate"].value
    words = [
        say("{stage}, since {day}.", stage=start(stage.value), day=in_words(since))
        if since
        else say("{stage}. Since when is not in our sources.", stage=start(stage.value)),
        *([say("Stated by {inspectorate}.", inspectorate=whose)] if whose else []),
        say("A stage of monitoring opens and closes no finding."),
    ]
    link = Link(
        label=say("Its words and its source"),
        url=look.url(f"/forms/{PACK}/{FORM}/{register.institution}/"),
    )
    own = Proof(look, register).link(stage.version)
    redress = redress_urls(stage.version, look)
    links = (
        *((own,) if own else ()),
        link,
        *(
            (Link(label=say("Reply to this stage"), url=redress["reply_url"]),)
            if redress["reply_url"]
            else ()
        ),
        Link(label=say("Report a mistake in this stage"), url=redress["mistake_url"]),
    )
    return (Aside(title=say("Monitoring stage"), paragraphs=tuple(words), links=links),)
