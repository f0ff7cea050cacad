"""What is said in a reply of links that wait to be confirmed, and where no action names a finding.

A log often names a cause of concern alone. That such an action answers each recommendation under
it is not said, and neither is that nothing does.
"""

from collections.abc import Iterable, Sequence

from answerable.scrutiny.phrases import number, on_day, start
from answerable.scrutiny.plans.link_doubt import in_doubt
from answerable.scrutiny.standing import Progress
from answerable.vocabulary.language import say, say_many


def nothing_names_it(finding: Progress, actions: Iterable[Progress]) -> str:
    """That no action names it, and how many answer its cause of concern."""
    n = sum(
        finding.parent in action.answers and not in_doubt(action, finding)
        for action in actions
        if finding.parent
    )
    if not n:
        return say("No action or plan in our sources says that it answers it.")
    return say_many(
        "No action or plan in our sources names it; of its cause of concern {words} does, and may "
        "answer it too.",
        "No action or plan in our sources names it; of its cause of concern {words} do, and may "
        "answer it too.",
        n,
        words=number(n),
    )


def doubted_words(actions: Sequence[Progress], finding: Progress) -> tuple[str, ...]:
    """That the links of some wait to be confirmed: they were due before the report came out."""
    n = sum(1 for one in actions if in_doubt(one, finding))
    if not n:
        return ()
    return (
        say_many(
            "{words} action that is linked to it was due before the report was published, on "
            "{day}, and nobody has confirmed the link. Confirm it or take it back on the page of "
            "the action.",
            "{words} actions that are linked to it were due before the report was published, on "
            "{day}, and nobody has confirmed the links. Confirm or take back each on the page of "
            "its action.",
            n,
            words=start(number(n)),
            day=on_day(finding.first.fact.valid.start),
        ),
    )
