"""The ladder of a finding or action as a page shows it: who, when, on what evidence."""

from answerable.operations.pages.naming import body_words
from answerable.operations.pages.parts import RungView
from answerable.operations.pages.proof import Proof
from answerable.scrutiny.standing import Progress, Step
from answerable.vocabulary.ladder import Rung
from answerable.vocabulary.times import in_words


def rungs(item: Progress, proof: Proof) -> tuple[RungView, ...]:
    """Five rungs. One that nobody stated is “no evidence yet”, or not in our sources."""
    reached = {step.rung: step for step in item.steps}
    return tuple(_rung(rung, reached.get(rung), item, proof) for rung in Rung)


def _rung(rung: Rung, step: Step | None, item: Progress, proof: Proof) -> RungView:
    if step is None:
        passed = item.rung is not None and rung.order <= item.rung.order
        state = "reached" if passed else ("not yet" if item.rung else "not known")
        return RungView(name=rung.value.capitalize(), state=state)
    return RungView(
        name=rung.value.capitalize(),
        state="reached",
        words=step.version.fact.quote or "",
        who=body_words(step.who),
        when=in_words(step.on.isoformat()),
        evidence=proof.link(step.version),
    )
