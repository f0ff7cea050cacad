"""The ladder of a finding or action as a page shows it: who, when, on what evidence."""

from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import RungView
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.cases.said_done import news_of
from answerable.scrutiny.standing import Progress, Step
from answerable.vocabulary.facts import DocumentFiled
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.language import say
from answerable.vocabulary.times import in_words


def rungs(item: Progress, proof: Proof) -> tuple[RungView, ...]:
    """Five rungs. One that nobody stated is “no evidence yet”, or not in our sources."""
    reached = {step.rung: step for step in item.steps}
    return tuple(_rung(rung, reached.get(rung), item, proof) for rung in Rung)


def _rung(rung: Rung, step: Step | None, item: Progress, proof: Proof) -> RungView:
    if step is None:
        if item.rung is not None and rung.order <= item.rung.order:
            return _passed(rung, item, proof)
        return RungView(
            name=rung.value.capitalize(),
            state="not yet" if item.rung else "not known",
            words=_said_of(item) if rung is Rung.DELIVERED else "",
        )
    log = _log(step, proof)
    return RungView(
        name=rung.value.capitalize(),
        state="reached",
        words=say("Its row in the action log says so.") if log else step.version.fact.quote or "",
        who=body_words(log.publisher if log and log.publisher else step.who),
        when=in_words(step.on.isoformat()),
        evidence=proof.link(step.version),
    )


def _said_of(item: Progress) -> str:
    """Why what was said of a finding lifts no rung: it is no statement about the finding."""
    if item.kind == "action" or not news_of(item):
        return ""
    return say(
        "What was said of it stands under “Done”. No source of ours says that the finding itself "
        "is done."
    )


def _log(step: Step, proof: Proof) -> DocumentFiled | None:
    """The action log that says it: whoever keeps the log says so, and not who recorded it."""
    source = step.version.fact.source
    filed = proof.documents.get(source.doc or "") if source else None
    return filed if filed and filed.type == "action-log" else None


def _passed(rung: Rung, item: Progress, proof: Proof) -> RungView:
    """A rung at or below the highest that no entry states by itself: what shows it, or nothing.

    An action is a promise by its own words, and a finding is promised by what answers it.
    """
    name, words = rung.value.capitalize(), say("No source states this step by itself.")
    if rung is not Rung.PROMISED:
        return RungView(name=name, state="reached", words=words)
    answering = (v for ref in item.answered_by for v in proof.register.versions_of(stream=ref))
    shows = item.first if item.kind == "action" else next(answering, None)
    if shows is None:
        return RungView(name=name, state="reached", words=words)
    return RungView(
        name=name,
        state="reached",
        words="" if item.kind == "action" else say("By what answers it."),
        when=in_words(shows.fact.valid.start.isoformat()),
        evidence=proof.link(shows),
    )
